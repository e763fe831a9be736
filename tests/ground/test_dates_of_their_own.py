"""Which date is an event's: not the dateline's, not a landmark's, not a stretch's; a cue cuts none off."""

import pytest


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Since the beginning of the year, 400 people have left.", "2031-01-01T00:00", "2031-03-14T23:59"),
        ("Since early October, shelling has killed 40 people.", "2030-10-01T00:00", "2031-03-14T23:59"),
        (
            "Since the start of the offensive on 3 May, 200 people have died.",
            "2030-05-03T00:00",
            "2031-03-14T23:59",
        ),
        ("The offensive on 3 May killed nine people.", "2030-05-03T00:00", "2030-05-03T23:59"),
    ],
)
def test_what_has_gone_on_since_then_reaches_to_publication(read_text, text, first, last):
    (time,) = read_text(text).times
    assert (time.earliest, time.latest) == (first, last)


def test_a_month_after_a_stretch_takes_the_year_of_publication(read_text):
    reading = read_text("Rebels have fought the army since April 2023. A bomb in May was blamed on them.")
    assert [time.value for time in reading.times] == ["2023-04", "2030-05"]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Sovna, 22 January 2031 - Gunmen killed nine patients on 20 January.", ["2031-01-20"]),
        ("Sovna, Orvan, 22 January 2031 - Gunmen killed nine patients.", []),
        ("On Monday, 3 March - a holiday - gunmen killed nine patients.", ["2031-03-03"]),
        ("On 9 November, an airstrike reportedly hit a mill.", ["2030-11-09"]),
        ("On Tuesday, soldiers allegedly shot two farmers.", ["2031-03-11"]),
        ("On Wednesday, the mayor said that rebels had seized a mill.", []),
        ("The raid, before the ceasefire of 3 May, killed nine people.", []),
    ],
)
def test_a_claim_has_the_dates_of_its_event_and_no_others(read_text, text, dates):
    reading = read_text(text)
    values = {time.id: time.value for time in reading.times}
    assert [values[each] for each in reading.claims[0].when] == dates


def test_a_place_before_a_cue_is_that_of_the_claim(read_text):
    reading = read_text("In Oslo, soldiers allegedly shot two farmers.")
    assert [place.name for place in reading.places if place.id in reading.claims[0].where] == ["Oslo"]
