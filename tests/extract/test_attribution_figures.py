"""Figures: hedges beside them count, and a second voice may give its own without a verb."""

from __future__ import annotations

import pytest

from firsthand.schema import words


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("The mayor said that perhaps nine people died.", "possible"),
        ("The mayor said that the blast killed perhaps nine people.", "possible"),
        ("The governor said probably a dozen houses burned.", "probable"),
        ("The strike killed maybe six people.", "possible"),
        ("The strike killed six people.", "certain"),
        ("The mayor said that nine people died.", "certain"),
    ],
)
def test_a_hedge_before_a_figure_makes_the_claim_less_sure(text, certainty, read_text):
    assert [c.certainty for c in read_text(text).claims] == [certainty]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The army said four soldiers were killed and the rebels six.",
            {("The army", "four soldiers were killed"), ("the rebels", "six")},
        ),
        (
            "The army said four people died, the rebels six.",
            {("The army", "four people died"), ("the rebels", "six")},
        ),
        (
            "The hospital put the toll at nine, the ministry at four.",
            {("The hospital", "the toll at nine"), ("the ministry", "four")},
        ),
        (
            "The army said four people were killed and six hurt.",
            {("The army", "four people were killed and six hurt")},
        ),
        (
            "The army said four trucks and six tanks burned.",
            {("The army", "four trucks and six tanks burned")},
        ),
    ],
)
def test_a_second_voice_with_a_figure_and_no_verb_is_a_voice_of_its_own(text, expected, read_by_rules):
    reading = read_by_rules(text)
    assert {(a.source_name, words(text, a.content)) for a in reading.attributions} == expected


@pytest.mark.parametrize(
    "text", ["The area said it had been quiet.", "The line of people said that it was cold."]
)
def test_what_cannot_speak_is_no_name_of_a_voice(text, read_text):
    assert read_text(text).claims[0].chain[-1].name == "no one named"


def test_she_is_never_a_thing(read_by_rules):
    one = read_by_rules("The colour, she added, was wrong.").attributions[0]
    assert one.source_name != "The colour"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A lawyers' group said 16 prisoners lost their lives in the fire, not nine as the government maintains.",
            {("A lawyers' group", "16 prisoners lost their lives in the fire"), ("the government", "nine")},
        ),
        (
            "Residents say 31 people were killed in the shelling, against the 17 acknowledged by the army.",
            {("Residents", "31 people were killed in the shelling"), ("the army", "17")},
        ),
        (
            "Sailors say 22 people had been killed, not the six the navy reported.",
            {("Sailors", "22 people had been killed"), ("the navy", "six")},
        ),
        (
            "The mayor said 14 people died, compared with the ministry's figure of nine.",
            {("The mayor", "14 people died"), ("the ministry", "nine")},
        ),
        (
            "The toll was five according to police and eleven according to the hospital.",
            {("police", "The toll was five"), ("the hospital", "eleven")},
        ),
        (
            "According to the police 120 people were arrested; according to the lawyers 340.",
            {("the police", "120 people were arrested"), ("the lawyers", "340")},
        ),
        (
            "The army puts the figure at seven; villagers at nineteen.",
            {("The army", "the figure at seven"), ("villagers", "nineteen")},
        ),
        (
            "The mayor put the toll at nine, the hospital at twelve and the union at 20.",
            {("The mayor", "the toll at nine"), ("the hospital", "twelve"), ("the union", "20")},
        ),
        (
            "Officials spoke of four dead, residents of at least nine.",
            {("Officials", "four dead"), ("residents", "at least nine")},
        ),
        (
            "The ministry's figure is nine.",
            {("The ministry", "The ministry's figure is nine")},
        ),
        (
            "Security forces gave the death toll as seven.",
            {("Security forces", "Security forces gave the death toll as seven")},
        ),
        (
            "Nine people were killed by the ministry's count.",
            {("the ministry", "Nine people were killed")},
        ),
        ("The mayor said three people were killed, not five.", {
            ("The mayor", "three people were killed, not five")}),
        ("Police in Marn said 20 were hurt, in Sovna 12.", {
            ("Police in Marn", "20 were hurt, in Sovna 12")}),
        ("The mayor said 12 people died, among them soldiers 5.", {
            ("The mayor", "12 people died, among them soldiers 5")}),
    ],
)  # fmt: skip
def test_a_figure_set_beside_another_is_that_of_its_own_voice(text, expected, read_by_rules):
    reading = read_by_rules(text)
    assert {(a.source_name, words(text, a.content)) for a in reading.attributions} == expected
