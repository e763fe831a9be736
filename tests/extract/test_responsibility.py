"""Who is held responsible for a deed, how firmly, and by whom."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import get_args

import pytest

from firsthand.extract.events_definitions import FILE, definition, definitions
from firsthand.schema import EventType, ResponsibilityLevel


def held(text, read_text):
    reading = read_text(text)
    return [
        (each.actor.words(text), each.level, each.by.words(text) if each.by else None)
        for event in reading.events
        for each in event.responsibility
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels bombed the bridge.", [("Rebels", "fact", None)]),
        ("Radio Meridian reported that rebels bombed the bridge.", [("rebels", "fact", "Radio Meridian")]),
        (
            "The Marra Cells claimed responsibility for the bombing of the depot.",
            [("Marra Cells", "claimed", "Marra Cells")],
        ),
        (
            "The Hill Guard said it had shelled the bridge.",
            [("Hill Guard", "claimed", "The Hill Guard")],
        ),
        ("The army said the Hill Guard shelled the bridge.", [("Hill Guard", "accused", "The army")]),
        (
            "The mayor blamed the bombing of the depot on the Hill Guard.",
            [("Hill Guard", "accused", "mayor")],
        ),
        ("The rebels are suspected of bombing the bridge.", [("rebels", "suspected", None)]),
        ("The shell may have been fired by the rebels.", [("rebels", "possible", None)]),
        (
            "Residents accused rebels of burning a mill and shelling a clinic.",
            [("rebels", "accused", "Residents"), ("rebels", "accused", "Residents")],
        ),
        ("Two miners were detained over the bombing of the depot.", [("miners", "suspected", None)]),
        ("The bombing was the work of the Hill Guard.", [("Hill Guard", "fact", None)]),
        ("The bombing bore the hallmarks of the Hill Guard.", [("Hill Guard", "suspected", None)]),
        (
            "“We burned the mill,” a rebel commander said.",
            [("a rebel commander", "claimed", "a rebel commander")],
        ),
        ("The mill was bombed by Orvanian aircraft.", [("Orvanian aircraft", "fact", None)]),
        (
            "Lisbon said that Portuguese forces had shelled the fort.",
            [("Portuguese forces", "claimed", "Lisbon")],
        ),
        ("Niger said that Nigerian forces had shelled the fort.", [("Nigerian forces", "accused", "Niger")]),
        (
            "Rebels bombed the depot on Monday, and the Marra Cells claimed it.",
            [("Marra Cells", "claimed", "Marra Cells"), ("Rebels", "fact", None)],
        ),
    ],
)
def test_each_is_held_responsible_as_firmly_as_the_words_do(text, expected, read_text):
    assert held(text, read_text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Hill Guard denied bombing the bridge.",
        "No group claimed responsibility for the bombing.",
        "Rebels did not bomb the bridge.",
        "The rebels may bomb the bridge.",
        "The mayor blamed the rain for the flood.",
    ],
)
def test_nobody_is_held_responsible_for_what_is_denied_unclaimed_or_to_come(text, read_text):
    assert held(text, read_text) == []


def test_every_level_says_why_and_what_it_means(read_text):
    text = "The army said the Hill Guard shelled the bridge."
    (entry,) = (each for event in read_text(text).events for each in event.responsibility)
    assert entry.because[0].note == f"accused: {definition('responsibility', 'accused')}"
    assert entry.because[0].anchors[0].words(text) == "said"


def test_the_definitions_name_every_type_and_level_and_carry_their_licence():
    assert set(definitions("type")) == set(get_args(EventType))
    assert set(definitions("responsibility")) == set(get_args(ResponsibilityLevel))
    text = files("firsthand.extract").joinpath("lexicon", FILE).read_text(encoding="utf-8")
    assert tomllib.loads(text)["licence"] == "CC0-1.0"


def test_every_mode_that_a_lexicon_gives_is_defined():
    folder = files("firsthand.extract").joinpath("lexicon")
    modes = set()
    for name in ("events.en.toml", "events_nouns.en.toml"):
        for rows in tomllib.loads(folder.joinpath(name).read_text(encoding="utf-8")).values():
            modes |= {row["mode"] for row in rows if "mode" in row}
    assert modes <= set(definitions("mode"))


@pytest.mark.parametrize(
    "text",
    [
        "Residents described mayhem in the enclave as shells rained down on the area.",
        '"They shelled the port," the mayor said.',
        "Two miners were admitted to hospital after the shelling.",
        "The announcement of the army killed the plan.",
    ],
)
def test_who_only_tells_of_a_deed_has_not_claimed_it(text, read_text):
    assert all(level not in ("claimed", "fact") for _, level, _ in held(text, read_text))
