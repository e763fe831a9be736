"""What has happened is never dated after the day of publication."""

from __future__ import annotations

import pytest

PAST = [
    ("The shooting comes after the killing of a monk on May 3. The street is calm.", "2030-05-03"),
    ("The raid followed the murder of a guard on May 3 in Karsk. Two men are held.", "2030-05-03"),
    ("The march was called after police killed a man on May 3 in Lund.", "2030-05-03"),
    ("The protest comes after the bombing on May 12 of a school. It was the third.", "2030-05-12"),
    ("Police say the arrest is linked to the theft of 12 rifles on May 7.", "2030-05-07"),
    ("The death of a student on May 20 shocks the town, its mayor says.", "2030-05-20"),
    ("The crash comes after the derailment of a train on April 3.", "2030-04-03"),
    ("The killing comes after a murder on June 9, police say.", "2030-06-09"),
    ("A fire on May 30 destroyed the mill. Nine people lived there.", "2030-05-30"),
    ("In May, the river flooded the town.", "2030-05"),
    # still to come
    ("The trial opens on May 3 in Lund. The court will hear 12 witnesses.", "2031-05-03"),
    ("Gale may stand trial on May 9. He denies the charge.", "2031-05-09"),
    ("The attack comes weeks before the vote on May 3.", "2031-05-03"),
    ("Oslo hosts a summit on May 3. Guards will close the roads.", "2031-05-03"),
    # of which year, the words do not say
    ("The report on the sinking of a ferry on May 30 is due in autumn.", "XXXX-05-30"),
    ("The minister says that the vote on June 3 was stolen.", "XXXX-06-03"),
]


@pytest.mark.parametrize(("text", "expected"), PAST)
def test_the_year_of_a_month_and_a_day(read_text, text, expected):
    assert expected in [time.value for time in read_text(text).times]
