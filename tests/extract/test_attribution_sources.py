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
            "The raid bears the mark of the group, estimates a researcher based in Orlan.",
            "a researcher",
            "The raid bears the mark of the group",
        ),
        (
            "Four people died in the raid, one learned on Sunday from local sources.",
            "local sources",
            "Four people died in the raid",
        ),
        ("TELL ORLAN - A shell hit the mill, Mirek Tal said.", "Mirek Tal", "A shell hit the mill"),
        ("\u2757 A shell hit the mill, the mayor said.", "the mayor", "A shell hit the mill"),
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


@pytest.mark.parametrize(
    "text",
    [
        "Orlan: an attack on a mill leaves three dead",
        "TELL ORLAN - A shell hit the mill.",
        "Harbour live: Dozens reported killed as shells hit the port",
        "Estimates range from 9 to 26.",
    ],
)
def test_a_place_or_a_number_is_no_voice(read_text: ReadText, text: str) -> None:
    assert [each.source_name for each in read_text(text).attributions if each.source] == []


def test_whom_the_reporter_met_is_who_told_the_reporter(read_text: ReadText) -> None:
    text = 'I have been speaking to Mira Lor, 34, who hid in the mill. "We were baking bread," she told me.'
    assert [each.source_name for each in read_text(text).attributions] == ["Mira Lor"]
