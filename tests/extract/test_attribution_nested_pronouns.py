"""Whose words a pronoun's are inside what another says, and what is made and not found out."""

from __future__ import annotations

import pytest


def voices(reading):
    return [(one.source_name, one.parent is not None) for one in reading.attributions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The prosecutor alleges that Dolan lied when she told the court that the truck was empty.",
            [("The prosecutor", False), ("Dolan", True)],
        ),
        (
            "Police say Kerr was calm when she told a nurse that the door had been locked.",
            [("Police", False), ("Kerr", True)],
        ),
        (
            "A duty officer replied, she recalled, that nobody was available.",
            [("she", False), ("A duty officer", True)],
        ),
        (
            "The driver shouted, she said, that the bridge was gone.",
            [("she", False), ("The driver", True)],
        ),
    ],
)
def test_a_pronoun_is_not_taken_for_who_it_cannot_be(text, expected, read_text):
    assert voices(read_text(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The ferry, which had failed to establish a route through the ice, turned back on Friday.",
        "The bank, which established a fund for the victims, closed on Friday.",
        "The agency established a camp for the refugees.",
    ],
)
def test_who_establishes_a_thing_makes_it_and_says_nothing(text, read_text):
    assert not read_text(text).attributions


@pytest.mark.parametrize(
    "text",
    [
        "The police established that the truck was stolen.",
        "Investigators could not establish who opened the gate.",
        "The report established the cause of the fire.",
    ],
)
def test_who_establishes_how_it_was_finds_it_out(text, read_text):
    assert len(read_text(text).attributions) == 1
