"""Voices that a sentence names once and keeps, and silence, which is nobody's voice."""

from __future__ import annotations

import pytest


def told(reading):
    text = reading.document.text
    return [
        (text[a.source[0].start : a.source[-1].end], " ".join(text[s.start : s.end] for s in a.content))
        for a in reading.attributions
        if a.source
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "It says debris fell on a depot and caused a fire, but that nobody was hurt.",
            "debris fell on a depot and caused a fire, but that nobody was hurt",
        ),
        (
            "The mayor said one man died, and that two were hurt.",
            "one man died, and that two were hurt",
        ),
        (
            "According to the monitoring group, which relies on a network of farmers, six people were killed.",
            "six people were killed",
        ),
    ],
)
def test_what_a_voice_says_runs_as_far_as_its_sentence_does(read_by_rules, text, content):
    assert [said for _, said in told(read_by_rules(text))] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "No group has claimed responsibility for the bombing.",
        "Nobody claimed the attack.",
        "Neither the army nor the rebels commented on the shelling.",
    ],
)
def test_silence_is_no_voice_and_is_told_as_a_denial(read_text, read_by_rules, text):
    assert told(read_by_rules(text)) == []
    reading = read_text(text)
    assert told(reading) == []
    assert [(claim.chain[-1].name, claim.polarity) for claim in reading.claims] == [("Harbour Post", "-")]


def test_who_did_not_claim_an_attack_is_still_asked_as_a_voice(read_by_rules):
    assert told(read_by_rules("The Azar Front claimed responsibility for the bombing."))


def test_whom_an_agency_quotes_stands_behind_it_in_the_chain(read_by_rules):
    text = "A bomb exploded on the road, according to the SOMA agency, quoting a source in the police."
    (claim,) = read_by_rules(text).claims
    assert [link.name for link in claim.chain][:2] == ["Harbour Post", "the SOMA agency"]
    assert "source in the police" in str(claim.chain[2])


def test_who_is_a_person_before_a_thing_that_the_parse_prefers(read_by_rules):
    text = (
        "A bomb exploded on the road, according to what SOMA reported, quoting a source in the police, "
        "who suggested that the bomb was targeting a patrol."
    )
    assert "A bomb" not in [a.source_name for a in read_by_rules(text).attributions]


def test_a_clip_told_of_with_a_participle_is_footage(read_by_rules):
    text = "Unverified video circulating on social media appears to show flames rising from the depot."
    (found,) = read_by_rules(text).attributions
    assert (found.source_kind, found.certainty) == ("footage", "probable")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Halyna Koval, 67, was in her kitchen. Her neighbour, Petro Tal, was killed by the blast, she said.",
            "Halyna Koval",
        ),
        ("Colonel Asan met Minister Anna Tal on Monday. She said ten rebels were killed.", "She"),
        ("The man, who he said was the commander, shot two farmers.", "he"),
    ],
)
def test_a_pronoun_names_nobody_whom_it_cannot_mean(read_by_rules, text, name):
    assert [a.source_name for a in read_by_rules(text).attributions] == [name]
