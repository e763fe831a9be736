"""The calendar of business and political news, and hours that are only near."""

from __future__ import annotations

import pytest


def values(text, read_text, **hints):
    return [(time.span.words(text), time.value) for time in read_text(text, **hints).times]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orders fell in last year's third quarter.", [("last year's third quarter", "2030-Q3")]),
        (
            "Profit was 9 crowns in the third quarter of 2030, up from 8 crowns a year earlier.",
            [("the third quarter of 2030", "2030-Q3"), ("a year earlier", "2029-Q3")],
        ),
        (
            "In August, inflation was 2 percent, up from 1 percent a year earlier.",
            [("August", "2030-08"), ("a year earlier", "2029-08")],
        ),
        (
            "Profit rose in the third quarter of 2030 from the year-earlier quarter. Sales in the quarter fell.",
            [
                ("the third quarter of 2030", "2030-Q3"),
                ("the year-earlier quarter", "2029-Q3"),
                ("the quarter", "2030-Q3"),
            ],
        ),
        ("The meeting lasted half an hour.", [("half an hour", "PT30M")]),
        ("He was in jail for two years before escaping.", [("two years", "P2Y")]),
        (
            "The merger, announced in June, will close next month.",
            [("June", "2030-06"), ("next month", "2031-04")],
        ),
        (
            "The bank meets next week after a volatile Tuesday.",
            [("next week", "2031-W12"), ("Tuesday", "2031-03-11")],
        ),
    ],
)
def test_business_news_has_its_own_calendar(text, expected, read_text):
    assert values(text, read_text) == expected


@pytest.mark.parametrize(
    ("words", "earliest", "latest"),
    [
        ("shortly after 4 a.m.", "2031-03-10T04:01", "2031-03-10T04:30"),
        ("just before 4 a.m.", "2031-03-10T03:30", "2031-03-10T03:59"),
        ("around 4 a.m.", "2031-03-10T03:30", "2031-03-10T04:30"),
    ],
)
def test_an_hour_that_is_only_near_is_no_exact_minute(words, earliest, latest, read_text):
    (time,) = read_text(f"The blast came {words} on Monday.").times
    assert (time.earliest, time.latest) == (earliest, latest)


def test_before_an_hour_is_not_before_its_day(read_text):
    (time,) = read_text("Police were called before 6 a.m. on Monday.").times
    assert (time.earliest, time.latest) == (None, "2031-03-10T06:00")
