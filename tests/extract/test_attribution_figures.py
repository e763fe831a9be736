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
