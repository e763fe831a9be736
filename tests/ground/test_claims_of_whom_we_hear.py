"""What a claim is, whose it is and whether its voice could know."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "knows"),
    [
        ("A teacher said she heard shots near the school.", True),
        ("A teacher said she heard that the school was hit.", None),
        ("A driver who was in the convoy said a shell hit the first truck.", True),
        ("A driver who was in charge said a shell hit the first truck.", None),
        ("Two local officials and a hospital source said that seven people had died.", None),
        ("Doctors and nurses said that seven people had died.", True),
    ],
)
def test_who_could_know_is_told_by_what_is_said_of_him(read_by_rules, text, knows):
    assert read_by_rules(text).claims[-1].first_hand is knows


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ('"I will stay. Where would I go?" said Omar Tal, a baker.', ["I will stay."]),
        ('"Where would I go?" Omar Tal asked.', []),
        ("A woman, who gave her name only as Mira, said two shells fell.", ["two shells fell"]),
        (
            "The man, who she said was the commander, shot two farmers.",
            ["The man … was the commander", "The man … shot two farmers."],
        ),
    ],
)
def test_a_claim_stands_alone_and_nothing_that_claims_nothing_is_one(read_by_rules, text, claims):
    assert [claim.text for claim in read_by_rules(text).claims] == claims


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("An account called @HillWatch said that two men were shot.", "An account called @HillWatch"),
        ('Hanna Koval was asleep when the rocket hit. "I thought it was over," she said.', "Hanna Koval"),
    ],
)
def test_a_voice_has_its_whole_name(read_by_rules, text, voice):
    assert read_by_rules(text).claims[-1].chain[-1].name == voice
