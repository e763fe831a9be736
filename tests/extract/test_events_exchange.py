"""What passes between two sides, whose weapons they are, and who died of it."""

from __future__ import annotations

import pytest


def main_event(text, read_text):
    event = read_text(text).events[0]
    return (
        event.type,
        [span.words(text) for span in event.actors],
        [span.words(text) for span in event.recipients],
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Villagers in Sarn received tents from the navy.",
            ("AID", ["navy"], ["Villagers in Sarn"]),
        ),
        (
            "Guards in Tessa shared documents with prosecutors.",
            ("COOPERATE", ["Guards in Tessa"], ["prosecutors"]),
        ),
        ("A school was hit by army shells.", ("ASSAULT", ["army"], ["school"])),
        ("Nine people died after rebels shelled the market.", ("ASSAULT", ["rebels"], ["people"])),
        ("Orvan lifted restrictions on union meetings.", ("CONCEDE", ["Orvan"], ["union"])),
        ("Norland and the miners signed a ceasefire.", ("AGREE", ["Norland", "miners"], [])),
        ("The nurses walked out of two clinics after a stabbing.", ("PROTEST", ["nurses"], ["clinics"])),
    ],
)
def test_who_does_what_to_whom(text, expected, read_text):
    assert main_event(text, read_text) == expected


def test_troops_that_nobody_else_owns_are_equipped_and_not_helped(read_text):
    assert main_event("Orvan lacks the factories to equip such a brigade.", read_text)[0] == "MOBILIZE"
    assert main_event("Orvan equipped the Belmoran brigade with boats.", read_text)[0] == "AID"


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Orvan has offered its troops to Belmora's council.", ["Belmora's council"]),
        ("The envoys demanded the withdrawal of rebel forces from Sarn.", ["rebel forces"]),
        ("Police prevented a march staged by miners near the depot.", ["miners"]),
        ("Miners went on hunger strike in protest at the ministry's refusal to talk.", ["ministry"]),
        ("Norway complained to the court over two raids by Belmora.", ["Belmora"]),
    ],
)
def test_to_whom_it_is_done_is_looked_for_behind_what_is_offered_asked_or_stopped(
    text, recipients, read_text
):
    assert main_event(text, read_text)[2] == recipients
