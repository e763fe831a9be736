"""Expressions of time, read as published on Friday 2031-03-14 unless a test says otherwise."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.ground.time import times
from firsthand.ingest.paragraphs import paragraphs
from firsthand.schema import Document, Time

SLOW = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(scope="session")
def read_times(instruments):
    def read(text: str, published: str | None = "2031-03-14") -> list[tuple[str, Time]]:
        document = Document(
            id="d",
            sha256="0" * 64,
            text=text,
            published=published,
            language="en",
            paragraphs=paragraphs(text),
        )
        found = times(document, instruments.parser.parse(text, document.paragraphs))
        return [(time.span.words(text), time) for time in found]

    return read


@pytest.fixture(scope="session")
def values(read_times):
    def read(text: str, published: str | None = "2031-03-14") -> list[tuple[str, str | None]]:
        return [(words, time.value) for words, time in read_times(text, published)]

    return read


ABSOLUTE = [
    ("The bridge fell on 30 October 2024.", [("30 October 2024", "2024-10-30")]),
    ("The bridge fell on Oct. 30, 2024.", [("Oct. 30, 2024", "2024-10-30")]),
    ("The bridge fell on the 3rd of May 2029.", [("the 3rd of May 2029", "2029-05-03")]),
    ("The clip is dated 2024-10-30.", [("2024-10-30", "2024-10-30")]),
    ("The clip is dated 30/10/2024.", [("30/10/2024", "2024-10-30")]),
    ("The clip is dated 10/30/2024.", [("10/30/2024", "2024-10-30")]),
    ("The wall fell in the spring of 2029.", [("the spring of 2029", "2029-SP")]),
    ("The tunnels date from the late 1970s.", [("the late 1970s", "197")]),
    ("The fort is from the nineteenth century.", [("the nineteenth century", "18")]),
    ("The wall was built in 480 BC.", [("480 BC", "BC0480")]),
    ("Exports fell in the third quarter of 2029.", [("the third quarter of 2029", "2029-Q3")]),
    ("He was in office in late 2021.", [("late 2021", "2021")]),
    ("The fighting on Dec. 31-Jan. 2 killed 12.", [("Dec. 31-Jan. 2", "2030-12-31/2031-01-02")]),
    ("Bodies were found between 6 and 10 March.", [("between 6 and 10 March", "2031-03-06/2031-03-10")]),
    ("Clashes on 6–7 March left eleven dead.", [("6–7 March", "2031-03-06/2031-03-07")]),
    (
        "The siege lasted from late 2022 until May 2023.",
        [("from late 2022 until May 2023", "2022-09/2023-05")],
    ),
]

RELATIVE = [
    ("Shops may close on Monday.", [("Monday", "2031-03-17")]),
    ("The mayor may resign in June.", [("June", "2031-06")]),
    ("The mayor may have resigned in June.", [("June", "2030-06")]),
    ("The mayor fled on Thursday the 6th.", [("Thursday the 6th", "2031-03-06")]),
    ("On Thursday the 6th Brigade moved.", [("Thursday", "2031-03-13")]),
    ("Shelling began at 0530 local time.", [("0530 local time", "2031-03-14T05:30")]),
    (
        "Two days earlier, on 9 March, a drone had hit the depot.",
        [("Two days earlier", "2031-03-09"), ("9 March", "2031-03-09")],
    ),
    ("Rockets hit the station on Tuesday.", [("Tuesday", "2031-03-11")]),
    ("Rockets hit the station on Friday.", [("Friday", "2031-03-14")]),
    ("Talks will resume on Tuesday.", [("Tuesday", "2031-03-18")]),
    (
        "The army said on Thursday it will meet them on Monday.",
        [("Thursday", "2031-03-13"), ("Monday", "2031-03-17")],
    ),
    ("Funerals will be held next Tuesday.", [("next Tuesday", "2031-03-18")]),
    ("It rained last Friday.", [("last Friday", "2031-03-07")]),
    ("Shells fell on Tuesday night.", [("Tuesday night", "2031-03-11TNI")]),
    ("Drones fell overnight.", [("overnight", "2031-03-13TNI")]),
    ("Two drones fell on the night of 2 to 3 March.", [("the night of 2 to 3 March", "2031-03-02TNI")]),
    ("A depot burned in the early hours of Thursday.", [("the early hours of Thursday", "2031-03-13TMO")]),
    ("The station was struck yesterday.", [("yesterday", "2031-03-13")]),
    ("The station was struck two days ago.", [("two days ago", "2031-03-12")]),
    ("The village was retaken a week earlier.", [("a week earlier", "2031-03-07")]),
    ("The road was closed last week.", [("last week", "2031-W10")]),
    ("The raids began in the week of 4 March.", [("the week of 4 March", "2031-W10")]),
    ("Strikes hit hospitals over the weekend.", [("the weekend", "2031-W10-WE")]),
    ("The offensive began in November.", [("November", "2030-11")]),
    ("The president will visit in May.", [("May", "2031-05")]),
    ("He gave his report on Sept 21.", [("Sept 21", "2030-09-21")]),
    ("Police were called at 5:40am on Monday.", [("5:40am on Monday", "2031-03-10T05:40")]),
    ("The post came under fire at 0300 hours.", [("0300 hours", "2031-03-14T03:00")]),
]

UNTIL = [
    # published on 18 December 2030
    ("Talks are suspended until 9 January.", "2031-01-09"),
    ("All flights have been cancelled until 3 January.", "2031-01-03"),
    ("The army wants the valley cleared by 1 February.", "2031-02-01"),
    ("The mission was extended until 30 June.", "2031-06-30"),
    ("The two sides agreed to withdraw by 7 January.", "2031-01-07"),
    ("The port is closed until Tuesday.", "2030-12-24"),
    ("The offer expires at 5 p.m. on January 28.", "2031-01-28T17:00"),
    ("They held the ridge until 9 January.", "2030-01-09"),
    ("The army had held the ridge until 9 January.", "2030-01-09"),
    ("The road was closed until 9 January.", "XXXX-01-09"),
]

NEWSWIRE = [
    ("Fourth-quarter profit fell 8%.", [("Fourth-quarter", "2030-Q4")]),
    ("In the latest quarter, revenue was $40 million.", [("the latest quarter", "2030-Q4")]),
    ("In 2029's fourth quarter, it lost money.", [("2029", "2029"), ("fourth quarter", "2029-Q4")]),
    ("Analysts expect a loss in the current quarter.", [("the current quarter", "2031-Q1")]),
    ("The deal is expected to close by year-end.", [("year-end", "2031")]),
    ("In recent years the valley has lost jobs.", [("recent years", "PAST_REF")]),
    ("The annual meeting is set for May 4.", [("annual", "P1Y"), ("May 4", "2031-05-04")]),
    ("Shares fell in Thursday's session.", [("Thursday", "2031-03-13")]),
    ("The bank opened five years ago.", [("five years ago", "2026")]),
    ("Mr. Varga, 61 years old, was named president.", [("61 years old", "P61Y")]),
    ("Sales rose in the first nine months.", [("the first nine months", "P9M")]),
    ("Earlier this year, the firm bought a rival.", [("Earlier this year", "2031")]),
    ("The bond yielded 8.2% late yesterday.", [("late yesterday", "2031-03-13")]),
    ("A year-end report was published.", [("year-end", "2031")]),
    ("May 5, 2030, was a Sunday.", [("May 5, 2030", "2030-05-05"), ("Sunday", "XXXX-WXX-7")]),
    ("The same day, the bank raised rates.", [("The same day", None)]),
    ("A third of a quarter of a million went.", []),
    ("For three quarters of the 60 families, help came late.", []),
]

STORY = [
    (
        "The dam broke on 3 March 2030. Two weeks later the town was dry.",
        [("3 March 2030", "2030-03-03"), ("Two weeks later", "2030-03-17")],
    ),
    (
        "On March 9, 2022 a ward was bombed; the following day three people died.",
        [("March 9, 2022", "2022-03-09"), ("the following day", "2022-03-10")],
    ),
    (
        "He was seized in April 2018 and released the following month.",
        [("April 2018", "2018-04"), ("the following month", "2018-05")],
    ),
    (
        "Troops left on March 3, and three days later journalists came.",
        [("March 3", "2031-03-03"), ("three days later", "2031-03-06")],
    ),
    (
        "She was freed on 10 March, the day after the strike.",
        [("10 March", "2031-03-10"), ("the day after", "2031-03-10")],
    ),
    (
        "Roads were cut in April and June 2025.",
        [("April", "2025-04"), ("June 2025", "2025-06")],
    ),
]

LENGTHS_AND_SETS = [
    ("The siege lasted three days.", [("three days", "P3D")]),
    ("He spent more than three years in a cell.", [("more than three years", "P3Y")]),
    ("The power was out for nearly 12 hours.", [("nearly 12 hours", "PT12H")]),
    ("The siege lasted two and a half years.", [("two and a half years", "P2.5Y")]),
    ("Convoys leave daily.", [("daily", "P1D")]),
    ("Convoys leave every Monday.", [("every Monday", "XXXX-WXX-1")]),
    ("They fired 300 shells a day.", [("a day", "P1D")]),
    ("The road is now closed.", [("now", "PRESENT_REF")]),
]

NO_TIME = [
    "Theresa May said the brigade may march on the second city.",
    "A 19-year-old conscript of the 1st Battalion was among 2,014 prisoners.",
    "Resolution 1701 and article 51 were cited.",
    "Fighters of the 17 November group claimed the raid on April Varga's house.",
    "On day 565 of the war, drones struck the port.",
    "They fired 7.62 rounds around the clock, 24/7.",
    "An Su-24 of the 95th Brigade was lost.",
    "The shop at 1517 Locust Street, telephone 555-1294, burned.",
    "A minute detail was missing from the second report.",
    "The 1987 Café and Club 1912 were hit.",
    "Friday Mensah, 30, and Sunday Okoro, a driver, lost their shops.",
    "April Varga and June Okello were freed.",
    "Mr. Friday and the Black September group met.",
    "Windows 2000 machines were hit.",
]


@pytest.mark.parametrize(("text", "expected"), UNTIL)
def test_until_and_by_look_ahead_unless_the_verb_looks_back(values, text, expected):
    assert [value for _, value in values(text, "2030-12-18")] == [expected]


@pytest.mark.parametrize(("text", "expected"), ABSOLUTE + RELATIVE + STORY + LENGTHS_AND_SETS + NEWSWIRE)
def test_an_expression_is_found_and_settled(values, text, expected):
    assert values(text) == expected


@pytest.mark.parametrize("text", NO_TIME)
def test_what_only_looks_like_a_time_is_none(values, text):
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge fell on October 30.", ("October 30", "XXXX-10-30")),
        ("The bridge fell on Wednesday.", ("Wednesday", "XXXX-WXX-3")),
        ("The bridge fell yesterday.", ("yesterday", None)),
        ("The bridge fell in the spring.", ("the spring", "XXXX-SP")),
    ],
)
def test_without_a_publication_date_nothing_is_guessed(read_times, text, expected):
    [(words, time)] = read_times(text, published=None)
    assert (words, time.value) == expected
    assert time.earliest is None
    assert time.latest is None


def test_figures_whose_order_nothing_tells_stay_open_between_the_two_readings(read_times):
    [(_, time)] = read_times("The clip is dated 03/05/2024.")
    assert time.value is None
    assert time.edtf == "[2024-03-05,2024-05-03]"


@pytest.mark.parametrize(
    ("other", "expected"),
    [("30/10/2024", "2024-05-03"), ("10/30/2024", "2024-03-05"), ("3 June 2024", "2024-05-03")],
)
def test_the_order_of_figures_is_that_of_the_documents_other_dates(values, other, expected):
    assert ("03/05/2024", expected) in values(f"The clip is dated 03/05/2024. Another is dated {other}.")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The militia has held the mine since 2027.", "2027/2031-03-14"),
        ("The dam was holding until 6 March.", "../2031-03-06"),
        ("The bridge was destroyed before 6 March.", "../2031-03-05"),
        ("The town was retaken in early February.", "2031-02-01~/2031-02-10~"),
        ("The wall was built in around 2029.", "2029~"),
        ("The blast came at 14:30 GMT on Monday.", "2031-03-10T14:30:00Z"),
        ("Drones fell overnight.", "2031-03-13/2031-03-14"),
        ("Forty were killed in the past two weeks.", "2031-02-28/2031-03-14"),
        ("Rain fell in the last week of August 2029.", "2029-08-25/2029-08-31"),
    ],
)
def test_the_interval_is_given_where_the_words_open_or_narrow_it(read_times, text, edtf):
    assert [time.edtf for _, time in read_times(text)] == [edtf]


NARRATIVE = (
    "The war began on 3 May 1911. In July the north rose. On 2 October 1911 the king fled. By December 1911 the army "
    "had split. In February a truce was signed. In 1912, talks failed. In June 1912 shells fell on the port. "
    "The port, which had been built in 1846, burned. In August it was rebuilt. "
    "On 1 September 1913 the last fort fell. Two days later the war ended."
)


def test_a_narrative_goes_on_from_the_dates_it_tells_and_never_from_its_publication(values):
    found = dict(values(NARRATIVE))
    assert found["July"] == "1911-07"
    assert found["February"] == "1912-02"
    assert found["August"] == "1912-08"
    assert found["Two days later"] == "1913-09-03"


def test_a_heading_with_a_year_holds_the_dates_under_it_in_that_year(values):
    told = (
        NARRATIVE
        + "\n\n1914\n\nOn 3 November the last town fell. In January 1914 the harbour had been opened. "
    )
    assert dict(values(told + "By November the harbour was closed."))["By November"[3:]] == "1914-11"


def test_what_a_time_is_counted_from_is_told_with_its_words(read_times):
    text = "He was seized on 5 May 2029. Two days later he was freed. He spoke yesterday."
    reasons = {words: {b.rule: b for b in time.because} for words, time in read_times(text)}
    told = reasons["Two days later"]["time.from_story"]
    assert [anchor.words(text) for anchor in told.anchors] == ["5 May 2029"]
    assert "2031-03-14" in (reasons["yesterday"]["time.from_publication"].note or "")


def test_a_later_day_that_the_story_does_not_name_is_not_counted_from_publication(values):
    assert values("The army said the next day that it had lost 300 men.") == [("the next day", None)]


PIECES = st.sampled_from(
    [
        "on",
        "in",
        "the",
        "of",
        "at",
        "since",
        "until",
        "between",
        "and",
        "from",
        "to",
        "last",
        "next",
        "this",
        "early",
        "late",
        "mid",
        "two",
        "3",
        "14",
        "30",
        "2024",
        "1911",
        "'17",
        "5:40",
        "am",
        "Monday",
        "Tuesday",
        "March",
        "May",
        "October",
        "Oct.",
        "spring",
        "winter",
        "morning",
        "night",
        "day",
        "days",
        "week",
        "weeks",
        "month",
        "year",
        "years",
        "ago",
        "later",
        "after",
        "before",
        "yesterday",
        "tomorrow",
        "overnight",
        "the",
        "9th",
        "every",
        "now",
        "century",
        "480",
        "BC",
        "03/05/2024",
        "2024-10-30",
        "6–7",
        ",",
        ".",
        "-",
        "–",
        "(",
        ")",
        "\n\n",
        "hit",
        "fell",
        "will",
        "said",
        "🙂",
        "\x00",
        "Июнь",
        "99999999999",
        "[[[[",
    ]
)


@SLOW
@given(
    st.lists(PIECES, max_size=40).map(" ".join),
    st.sampled_from(["2031-03-14", None, "not a date", "0001-01-01", "9999-12-31"]),
)
def test_no_text_raises_and_every_interval_runs_forward(read_times, text, published):
    for words, time in read_times(text, published):
        assert words
        assert words == words.strip()
        assert time.because
        assert all(anchor.words(text).strip() for reason in time.because for anchor in reason.anchors)
        if time.earliest and time.latest:
            assert datetime.fromisoformat(time.earliest) <= datetime.fromisoformat(time.latest)


@SLOW
@given(st.text(max_size=200))
def test_any_string_is_read(read_times, text):
    read_times(text)


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@SLOW
@given(st.sampled_from(WEEKDAYS), st.dates(date(1990, 1, 1), date(2050, 1, 1)), st.integers(1, 30))
def test_a_publication_weeks_later_moves_a_weekday_by_as_many_weeks(values, weekday, day, weeks):
    text = f"Rockets hit the station on {weekday}."
    [(_, first)] = values(text, day.isoformat())
    [(_, second)] = values(text, (day + timedelta(weeks=weeks)).isoformat())
    assert date.fromisoformat(second) - date.fromisoformat(first) == timedelta(weeks=weeks)
    assert timedelta(0) <= day - date.fromisoformat(first) < timedelta(days=7)


def test_days_told_as_past_of_which_one_lies_ahead_have_no_year(read_text):
    text = "Shells hit the market on 12 and 16 March."  # published on 14 March
    (time,) = read_text(text).times
    assert (time.edtf, time.earliest, time.latest) == (None, None, None)
    (over_new_year,) = read_text("From 28 December to 3 January the road was closed.").times
    assert over_new_year.edtf == "2030-12-28/2031-01-03"
