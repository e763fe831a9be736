"""Who says it, where a date, a passive or a foreign word order stands in the way."""

from __future__ import annotations

import pytest
from tests.conftest import ReadText


@pytest.mark.parametrize(
    ("text", "voice", "content"),
    [
        (
            "A brigade fighting in the Orlan sector reported on May 11 that drones hit a column.",
            "A brigade",
            "that drones hit a column",
        ),
        (
            "The Kestrel Watch, citing a nurse, reported on 4 May that armed men came.",
            "The Kestrel Watch",
            "that armed men came",
        ),
        (
            "The council has been accused by rights groups of beating detainees.",
            "rights groups",
            "of beating detainees",
        ),
        (
            '"Armed men stopped the bus," indicates an elected official from Orlan.',
            "an elected official from Orlan",
            '"Armed men stopped the bus,"',
        ),
        (
            "He said gunmen rode in and began shooting wildly.",
            "He",
            "gunmen rode in and began shooting wildly",
        ),
    ],
)
def test_the_voice_keeps_what_it_says(read_text: ReadText, text: str, voice: str, content: str) -> None:
    said = {
        (each.source_name, " ".join(span.words(text) for span in each.content))
        for each in read_text(text).attributions
    }
    assert (voice, content) in said


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        (
            "The council blamed the army for the fire.\n\nThe army did not answer. It denied a role.",
            "The army",
        ),
        (
            "The army, which left in May, has been accused by rights groups of theft. It denied a role.",
            "The army",
        ),
        ("The council said shells fell.\n\nThe road was closed. It denied a role.", "The council"),
    ],
)
def test_a_pronoun_is_whoever_was_spoken_of_last(read_text: ReadText, text: str, voice: str) -> None:
    last = read_text(text).attributions[-1]
    assert (last.source_name, last.polarity) == (voice, "-")
