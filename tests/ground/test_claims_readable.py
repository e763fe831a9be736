"""A claim reads as a claim: with its verb and its subject, or not at all; and no pronoun is a voice."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "publishers"),
    [
        ('"We left," he said, wiping the counter of the diner.', []),
        ("The footage, filmed from a drone, shows two carriers.", ["The footage, filmed from a drone"]),
        (
            "The Assembly, which received 106 fighters, said that the bridge was mined.",
            ["The Assembly, which received 106 fighters"],
        ),
        (
            "Ilse Brandt, whose brother died in the shelling, said the army fired.",
            ["Ilse Brandt, whose brother died in the shelling"],
        ),
        (
            "The footage showing troops leaving their allies becomes controversial.",
            ["The footage … becomes controversial."],
        ),
        ("The mayor, in a letter to the council, said that two shells fell.", []),
    ],
)
def test_what_is_left_for_the_publisher_has_a_verb_and_a_subject(text, publishers, read_text):
    assert [c.text for c in read_text(text).claims if len(c.chain) == 1] == publishers


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The army asked residents not to film.", "The army asked residents not to film"),
        ("Residents were asked not to film.", "Residents were asked not to film"),
        ("The governor promised not to leave.", "The governor promised not to leave"),
    ],
)
def test_a_demand_is_read_with_who_demands_of_whom_and_its_not(text, claim, read_text):
    assert [c.text for c in read_text(text).claims] == [claim]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody said that the bridge was mined.",
        "It said that two shells fell.",
        "He said that two shells fell.",
    ],
)
def test_nobody_and_pronouns_that_mean_nobody_told_are_no_names(text, read_text):
    assert read_text(text).claims[0].chain[-1].name == "no one named"
