"""What somebody would not say is nobody's claim, and stays with the one who would not say it."""

from __future__ import annotations

import pytest

from firsthand.schema import words

UNSAID = [
    ("The army stopped short of saying who had fired.", "The army", "stopped short of saying"),
    ("The ministry stopped short of confirming the strike.", "The ministry", "stopped short of confirming"),
    ("The army avoided saying who had fired.", "The army", "avoided saying"),
    ("The mayor refused to be drawn on the number of dead.", "The mayor", "refused to be drawn"),
    ("The general would not be drawn on whether it was mined.", "The general", "would not be drawn"),
    ("The mayor declined to say whether the depot had burned.", "The mayor", "declined to say"),
    ("Police would not say how many had been arrested.", "Police", "would not say"),
]


@pytest.mark.parametrize(("text", "voice", "cue"), UNSAID, ids=[row[0] for row in UNSAID])
def test_what_is_left_unsaid_keeps_its_voice_and_is_not_put_forward(text, voice, cue, read_text):
    one = read_text(text).attributions[0]
    assert (one.source_name, words(text, one.cue), one.certainty) == (voice, cue, "unknown")


@pytest.mark.parametrize("end", ["but stopped short of saying why", "but declined to say why"])
def test_what_is_left_unsaid_is_no_part_of_what_was_said(end, read_text):
    text = f"The ferry master conceded that the boats had been late {end}."
    said, unsaid = read_text(text).attributions
    assert words(text, said.content) == "that the boats had been late"
    assert (unsaid.source_name, unsaid.certainty, unsaid.parent) == (said.source_name, "unknown", None)
