"""Where sentences start: never in the middle of one."""

from __future__ import annotations

import pytest

from firsthand.resources.parser import default_parser
from firsthand.schema import Span

WHOLE = [
    "The truce was to take effect at 11:30 p.m. local time, and there were still shells in the town.",
    "A nationalist seen in a video shouting “Hail the march!” as some of the people in the room saluted was fined.",
    "HARBOUR --At least two people died and nine were hurt on Friday.",
    "Lt. Gen. Tal of the U.S. Army met the mayor of St. Orla.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_a_sentence_goes_on_at_a_small_letter(text):
    assert len(default_parser().parse(text, [Span(0, len(text))]).sentences) == 1


APART = [
    "Two shells fell. The bridge was hit.",
    "“We won!” The crowd cheered.",
    "two shells fell. the bridge was hit.",
]


@pytest.mark.parametrize("text", APART)
def test_a_full_stop_still_ends_a_sentence(text):
    assert len(default_parser().parse(text, [Span(0, len(text))]).sentences) == 2
