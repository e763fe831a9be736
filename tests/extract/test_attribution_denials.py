"""Denials beside what is denied: both voices stand, each with its own words."""

from __future__ import annotations

import pytest

from firsthand.schema import words


def voices(reading) -> list[tuple[str | None, str, str]]:
    text = reading.document.text
    return [(a.source_name, a.polarity, words(text, a.content)) for a in reading.attributions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Two shells fell near the school, the mayor said, while the army denied it had fired any.",
            [("the mayor", "+", "Two shells fell near the school"), ("the army", "-", "it had fired any")],
        ),
        (
            "A drone hit the convoy, the charity said, though the ministry rejected the report.",
            [("the charity", "+", "A drone hit the convoy"), ("the ministry", "-", "the report")],
        ),
        (
            "The brigade said it shelled the depot, while the ministry denied it.",
            [("The brigade", "+", "it shelled the depot"), ("the ministry", "-", "it")],
        ),
        (
            "The rebels said they had taken Orlan, but the army denied the claim and said that it held the town.",
            [
                ("The rebels", "+", "they had taken Orlan"),
                ("the army", "-", "the claim"),
                ("the army", "+", "that it held the town"),
            ],
        ),
        (
            "The charity said that a drone hit the convoy, a claim that the ministry rejected.",
            [("The charity", "+", "that a drone hit the convoy"), ("the ministry", "-", "a claim")],
        ),
        (
            "The army shelled the town, residents said, an allegation the ministry denies.",
            [("residents", "+", "The army shelled the town"), ("the ministry", "-", "an allegation")],
        ),
        (
            "The governor said the strike killed four, adding that two children were among them.",
            [
                ("The governor", "+", "the strike killed four"),
                ("The governor", "+", "that two children were among them"),
            ],
        ),
        (
            "The shells came from the ridge, according to the mayor, adding that the brigade had left.",
            [
                ("the mayor", "+", "The shells came from the ridge"),
                ("the mayor", "+", "that the brigade had left"),
            ],
        ),
        (
            '"Nobody was hurt," the mayor said, adding that the school was empty.',
            [("the mayor", "+", '"Nobody was hurt,"'), ("the mayor", "+", "that the school was empty")],
        ),
    ],
)
def test_both_voices_stand_with_their_own_words(text, expected, read_by_rules):
    assert sorted(voices(read_by_rules(text)), key=str) == sorted(expected, key=str)


def test_who_neither_confirms_nor_denies_takes_no_stand(read_by_rules):
    one = read_by_rules("The ministry neither confirmed nor denied that the ship was hit.").attributions[0]
    assert (one.certainty, one.polarity) == ("unknown", "+")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The army asked residents not to film.", "not to film"),
        ("Residents were asked not to film.", "not to film"),
        ("Residents were told never to stop there.", "never to stop there"),
    ],
)
def test_what_is_asked_keeps_its_not(text, content, read_by_rules):
    reading = read_by_rules(text)
    assert [words(text, a.content) for a in reading.attributions] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "I want to start with the bridge.",
        "I would like to start with the bridge.",
        "That said, the bridge is open.",
        "The town is considered to be very mild in May.",
    ],
)
def test_the_encoder_does_not_bring_back_what_the_rules_refuse(text, read_text):
    assert read_text(text).attributions == ()
