"""What would be, what is feared or hoped, and what somebody dismisses never stands as told outright."""

from __future__ import annotations

import pytest


def told(reading):
    return [
        (claim.chain[-1].name if len(claim.chain) > 1 else None, claim.certainty, claim.polarity)
        for claim in reading.claims
    ]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Were the truce to fail, thousands would flee across the river, the mayor said.", "the mayor"),
        ("Should the truce fail, thousands would flee across the river, the mayor said.", "the mayor"),
        ("The dam would have held, the engineer said.", "the engineer"),
        ("The engineer said another pump could have saved the town.", "The engineer"),
        ('"If he had asked me, I would have told him the truth," the guard said.', "the guard"),
        ('"If the police ask me, I will tell them everything," the guard said.', "the guard"),
    ],
)
def test_what_would_be_is_possible_and_keeps_its_condition(text, voice, read_text):
    reading = read_text(text)
    assert told(reading) == [(voice, "possible", "+")]
    assert "would" in reading.claims[0].text or " w" in reading.claims[0].text or "could" in text


@pytest.mark.parametrize(
    "text",
    [
        "Even if the talks collapse, the port will open on Monday, the mayor said.",
        "The port will open on Monday even if the talks collapse, the mayor said.",
    ],
)
def test_what_holds_in_any_case_is_as_sure_as_who_says_so(text, read_text):
    assert told(read_text(text)) == [("the mayor", "certain", "+")]


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("A suspected drone strike hit the depot on Friday.", "certain"),
        ("A suspected gas explosion destroyed two houses on Friday.", "certain"),
        ("A suspected suicide bombing took place on Friday.", "possible"),
        ("The suspected arson destroyed two barns.", "possible"),
    ],
)
def test_a_suspicion_of_the_means_is_none_of_the_hit(text, certainty, read_text):
    assert told(read_text(text)) == [(None, certainty, "+")]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ('The foreign minister dismissed as "fantasy" reports that troops had left.', "The foreign minister"),
        ('The general rejected as "lies" claims that his men shelled the market.', "The general"),
        ("The mayor dismissed as rumours suggestions that the water was poisoned.", "The mayor"),
        ('The mayor derided as "theatre" the accusation that he hid the letter.', "The mayor"),
        ("The club rejected as nonsense rumours that it would sell the ground.", "The club"),
    ],
)
def test_who_dismisses_what_is_told_as_whatever_it_be_denies_it(text, voice, read_text):
    assert told(read_text(text)) == [(voice, "certain", "-")]


def test_who_dismisses_what_others_claim_denies_it_and_they_keep_their_claim(read_text):
    text = "The army dismissed as propaganda claims by the rebels that they had taken the town."
    assert told(read_text(text)) == [("The army", "certain", "-"), ("the rebels", "possible", "+")]


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Residents are furious that the road has stayed closed.", "certain"),
        ("The mayor is determined that the school will reopen.", "certain"),
        ("Villagers were terrified that the shelling would resume.", "possible"),
        ("Officials had no confidence that the truce would hold.", "unknown"),
        ("Parents had no faith that the boy would walk again.", "unknown"),
    ],
)
def test_what_somebody_feels_is_told_whole_as_his_feeling(text, certainty, read_text):
    claims = read_text(text).claims
    assert [(claim.text, claim.certainty) for claim in claims] == [(text.rstrip("."), certainty)]
