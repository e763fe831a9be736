"""Dates as sources write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.ingest.published import iso


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2031-03-14", "2031-03-14"),
        ("2031-03-14T10:20:30Z", "2031-03-14T10:20:30Z"),
        ("2031-03-14 10:20", "2031-03-14T10:20"),
        ("2031-03-14T10:20:30.123+02:00", "2031-03-14T10:20:30+02:00"),
        ("2031-03-14T10:20:30+0200", "2031-03-14T10:20:30+02:00"),
        ("20310314", "2031-03-14"),
        ("Fri, 14 Mar 2031 10:20:30 +0200", "2031-03-14T10:20:30+02:00"),
        ("14 March 2031", "2031-03-14"),
        ("March 14, 2031", "2031-03-14"),
        ("Friday, 14 March 2031", "2031-03-14"),
        ("03/04/2031", None),
        ("2031-02-30", None),
        ("2031", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_clear_date_is_made_iso_and_an_unclear_one_is_left(written, expected):
    assert iso(written) == expected


@given(st.text(max_size=60))
def test_nothing_that_is_written_as_a_date_raises(written):
    made = iso(written)
    assert made is None or made[4] == "-"


@given(st.datetimes(), st.sampled_from(["%Y-%m-%dT%H:%M:%S", "%d %B %Y", "%a, %d %b %Y %H:%M:%S +0000"]))
def test_the_day_is_never_another(moment, form):
    if moment.year >= 1000:
        assert iso(moment.strftime(form))[:10] == moment.strftime("%Y-%m-%d")
