"""Who is named as the one who did it is never the one who only tells of it."""

from __future__ import annotations

import pytest

from firsthand.schema import Span


def held(text, reading):
    return {
        (each.actor.words(text), each.level)
        for event in reading.events
        if event.type in ("ASSAULT", "COERCE")
        for each in event.responsibility
    }


@pytest.mark.parametrize(
    "text",
    [
        "The Sudanese government said drones launched from the desert hit the port.",
        "The mayor said shells fired from the ridge hit a school.",
        "The inspectors found no evidence that the army used gas.",
        "There is no proof that the militia mined the bridge.",
    ],
)
def test_nobody_is_held_responsible_where_nobody_is_named_as_the_doer(text, read_text):
    assert held(text, read_text(text)) == set()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The general accused the rebels, saying they had shot two farmers.", "rebels"),
        ("The mayor blamed the militia, saying it had burned the mill.", "militia"),
        ("The council said troops based in Dorn shelled the mill.", "troops"),
    ],
)
def test_the_accused_and_not_the_accuser_is_held_responsible(text, who, read_text):
    assert held(text, read_text(text)) == {(who, "accused")}


def test_who_says_that_it_did_it_claims_it_still(read_text):
    text = "The Hill Guard said that it had bombed the bridge."
    reading = read_text(text)
    assert held(text, reading) == {("Hill Guard", "claimed")}
    assert all(isinstance(each.actor, Span) for event in reading.events for each in event.responsibility)
