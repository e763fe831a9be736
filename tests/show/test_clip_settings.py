"""When and where texts put one clip, and whether that can be one event."""

from __future__ import annotations

import msgspec
import pytest

from firsthand.schema import Findings
from firsthand.show.clip_alarms import alarms
from firsthand.show.clip_settings import Told, posted, settings
from firsthand.show.clip_ties import left_out, told_of


def linked(reading, name):
    """What a text says of the clip, once it is linked as a document."""
    named = msgspec.structs.replace(reading, document=msgspec.structs.replace(reading.document, id=name))
    out = left_out(named, "video")
    spoken = [(named, mention) for mention in named.footage if mention.id not in out]
    tied = {f"{name}.{mention.id}" for _, mention in spoken}
    return [Told(f"{name}.{c.id}", c, named) for c in told_of(named, tied, "video")], spoken


def raised(*readings):
    told, spoken = [], []
    for n, reading in enumerate(readings, 1):
        more, others = linked(reading, f"d{n}")
        told, spoken = [*told, *more], [*spoken, *others]
    out = [day for reading, mention in spoken for day in posted(reading, mention)]
    found = alarms("v1", told, Findings(documents=()), out, settings(told, spoken))
    return {alarm.field: alarm.because[0].note for alarm in found}


NEWS = "A video shared by the channel Falk shows an explosion at the station in Oslo."
DATED = "The video shows an explosion at the station on 13 March 2031."


@pytest.mark.parametrize(
    ("old", "field"),
    [
        ("The video was filmed in Bergen in 2029.", "time"),
        ("The clip was shot on 3 May 2029 at a market.", "time"),
        ("The footage was recorded in May 2029 and has nothing to do with the strike.", "time"),
        ("The video dates back to 2028.", "time"),
        ("The clip has been shared widely. It was filmed in Bergen in 2029.", "time"),
        ("The video was seen widely. It shows an explosion at a market on 3 May 2029.", "time"),
        ("The same clip was posted on 3 May 2029 by another channel.", "publication"),
        ("We found the video on the channel Ostra, which posted it on 3 May 2029.", "publication"),
        ("The footage first appeared online in June 2028.", "publication"),
    ],
)
@pytest.mark.parametrize("new", [NEWS, DATED])
def test_footage_that_was_made_or_out_long_before_is_shown_loudly(read_text, old, field, new):
    assert field in raised(read_text(old), read_text(new))
    assert field in raised(read_text(new), read_text(old))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (NEWS, NEWS),
        ("The video was filmed on 13 March 2031.", NEWS),
        ("The video was filmed on 13 March 2031.", DATED),
        ("The video was filmed in 2031.", DATED),
        ("The clip was posted on 13 March 2031.", DATED),
        ("The video was not filmed in 2029.", DATED),
        ("Officials were asked whether the video was filmed in 2029.", DATED),
        ("The video shows a house. The house was filmed by police in 2029.", NEWS),
        ("The video does not show the fire of 3 May 2029.", DATED),
        ("Another matter: the mayor was shot in 2029. The video shows an explosion.", NEWS),
        ("The video was filmed in 2029.", "The old video shows an explosion at the station."),
    ],
)
def test_texts_whose_days_can_agree_raise_nothing(read_text, one, other):
    assert raised(read_text(one), read_text(other)) == {}
    assert raised(read_text(other), read_text(one)) == {}


def test_who_refutes_a_story_is_not_set_against_who_says_the_same(read_text):
    refuted = "The video shows a missile hitting the station on 13 March 2031. The same clip was posted on 3 May 2029."
    assert raised(read_text(refuted), read_text("The video was filmed on 2 May 2029.")) == {}


def test_a_day_of_publication_is_told_as_such(read_text):
    note = raised(read_text("The video was filmed on 3 May 2029."), read_text(NEWS))["time"]
    assert "says that it was filmed on 2029-05-03" in note
    assert "gives no day and was published on 2031-03-14" in note
    assert raised(read_text("The video was filmed in 2029."), read_text(NEWS, published=None)) == {}
