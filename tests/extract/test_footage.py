"""The footage that a text speaks of, and who put it out."""

from __future__ import annotations

import pytest

TABLE = [
    ("The drone video released by the 14th Brigade shows carriers.", "drone video", "the 14th Brigade"),
    ("The brigade published a video of the bridge.", "video", "The brigade"),
    ("Satellite images show three craters.", "satellite images", None),
    ("Radio Meridian aired footage that the army posted on Tuesday.", "footage", "the army"),
    ("A clip was uploaded by a tram driver.", "clip", "a tram driver"),
    ("The photographs were blurred.", "photographs", None),
]


@pytest.mark.parametrize(("text", "what", "who"), TABLE, ids=[row[0] for row in TABLE])
def test_a_mention_says_what_it_is_and_who_released_it(text, what, who, read_text):
    one = read_text(text).footage[0]
    assert one.what == what
    assert (one.released_by.name if one.released_by else None) == who
    assert text[one.start : one.end].lower() == what.lower()
    assert one.because


def test_a_text_without_footage_has_no_mention(read_text):
    assert read_text("The council wants to better its image abroad. Videotex was slow.").footage == ()


def test_an_army_that_releases_footage_is_named_as_a_party(read_text):
    voice = read_text("A video released by the army shows a bridge.").footage[0].released_by
    assert (voice.kind, voice.party_to_conflict) == ("force", True)
