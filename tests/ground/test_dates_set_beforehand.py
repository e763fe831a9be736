"""Dates of what is set beforehand, hours with their place before their day, years and words that are no time."""

from __future__ import annotations

import pytest

PUBLISHED = "2031-04-20"
TIMES = [
    ("The deadline to register for the April 26 election is Thursday.", ["2031-04-26", "2031-04-24"]),
    ("The deadline to register for the April 26 election was Thursday.", ["XXXX-04-26", "2031-04-17"]),
    ("The judge gave attorneys until 11 a.m. April 24 to file their papers.", ["XXXX-04-24T11:00"]),
    ("The court gave him until April 12 to answer.", ["2031-04-12"]),
    ("He was arrested after the April 12 robbery.", ["2031-04-12"]),
    ("The May 12 hearing is open to the public.", ["2031-05-12"]),
    ("Tessa is preparing for a vote on 26 April.", ["2031-04-26"]),
    ("Tessa prepared for the vote on 6 April.", ["2031-04-06"]),
    ("The court set a hearing for 24 April.", ["2031-04-24"]),
    ("The ministry postponed the vote to 26 April.", ["2031-04-26"]),
    ("The rally was moved to 2 May.", ["2031-05-02"]),
    ("Officers are investigating a rally on 2 March.", ["2031-03-02"]),
    ("The town hosts the 2034 Winter Games.", ["2034"]),
    ("The 2014 winter was cold.", ["2014-WI"]),
    ("The concert began at 7 p.m. local time in Orvan on Saturday.", ["2031-04-19T19:00", "2031-04-19"]),
    (
        "Shots rang out at 9:30 p.m. in the village of Tessa on Sunday.",
        ["2031-04-20T21:30", "2031-04-20"],
    ),
    ("Officers stopped a 2001 Chevrolet on the highway.", []),
    ("They found a silver 2019 Toyota.", []),
    ("The 2019 ruling was read out.", ["2019"]),
    ("Shares of the now-defunct line were sold.", []),
    ("The recently resigned mayor was seen.", []),
    ("The road is now closed.", ["PRESENT_REF"]),
]


@pytest.mark.parametrize(("text", "expected"), TIMES)
def test_a_date_is_put_where_its_words_put_it_or_left_open(read_text, text, expected):
    assert [each.value for each in read_text(text, published=PUBLISHED).times] == expected
