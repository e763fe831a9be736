"""Interviews: an answer is a claim of who answers, a question is no claim, and nobody is guessed."""

from __future__ import annotations

import pytest

from firsthand.schema import Reading

INTRO = "Mirek Tal runs the ferry at Velny. He answered our questions on Thursday."


def said(reading: Reading) -> list[tuple[str, str]]:
    """Per claim the voice right behind the publisher ("" for none) and its words."""
    return [(c.chain[1].name if len(c.chain) > 1 else "", c.text) for c in reading.claims]


@pytest.mark.parametrize(
    "turns",
    [
        "Q: What did you see?\n\nA: Two shells fell.\n\nQ: And the boat?\n\nA: The boat burned.",
        "Q. What did you see?\nA. Two shells fell.\nQ. And the boat?\nA. The boat burned.",
        "**What did you see?**\n\nTwo shells fell.\n\n**And the boat?**\n\nThe boat burned.",
        "**What did you see?** Two shells fell.\n\n**And the boat?** The boat burned.",
        "What did you see?\n\nTwo shells fell.\n\nAnd the boat?\n\nThe boat burned.",
        "- What did you see?\n- Two shells fell.\n- And the boat?\n- The boat burned.",
        "Post: What did you see?\n\nTal: Two shells fell.\n\nPost: And the boat?\n\nTal: The boat burned.",
        "HP: What did you see?\n\nMT: Two shells fell.\n\nHP: And the boat?\n\nMT: The boat burned.",
        "Question: What?\n\nAnswer: Two shells fell.\n\nQuestion: And?\n\nAnswer: The boat burned.",
    ],
)
def test_answers_are_claims_of_who_answers_and_questions_are_none(turns, read_text):
    claims = said(read_text(f"{INTRO}\n\n{turns}"))
    assert [c for c in claims if c[0]] == [
        ("Mirek Tal", "Two shells fell."),
        ("Mirek Tal", "The boat burned."),
    ]
    assert not any("?" in text for _, text in claims)


def test_a_voice_inside_an_answer_stands_behind_who_answers(read_text):
    reading = read_text(f"{INTRO}\n\nQ: Who fired?\n\nA: The army said that rebels fired two shells.")
    chain = next(c.chain for c in reading.claims if "rebels fired" in c.text)
    assert [voice.name for voice in chain] == ["Harbour Post", "Mirek Tal", "The army"]


def test_the_i_of_an_answer_is_who_answers(read_text):
    reading = read_text(f"{INTRO}\n\nQ: Who fired?\n\nA: I think that rebels fired two shells.")
    claim = next(c for c in reading.claims if "rebels fired" in c.text)
    assert [voice.name for voice in claim.chain] == ["Harbour Post", "Mirek Tal"]
    assert claim.certainty == "probable"


def test_who_cannot_be_told_is_unnamed_and_the_certainty_unknown_with_the_reason(read_text):
    text = "What did you see?\n\nI saw two shells fall.\n\nAnd the boat?\n\nMy boat burned."
    for claim in read_text(text).claims:
        assert (claim.chain[1].name, claim.chain[1].kind, claim.certainty) == (
            "no one named", "unnamed", "unknown"
        )  # fmt: skip
        assert any(because.note == "cannot tell who answers" for because in claim.because)


def test_of_two_people_named_before_the_questions_nobody_is_guessed(read_text):
    text = "Mirek Tal and Ilse Brandt run the ferry.\n\nQ: What burned?\n\nA: The boat burned."
    assert ("no one named", "The boat burned.") in said(read_text(text))


@pytest.mark.parametrize(
    "text",
    [
        "What happened at the bridge?\n\nTwo shells fell.\n\nWho fired?\n\nThe army fired them.",
        "Who fired on the market?\n\nTwo shells fell near the school.\n\nThe boat burned.",
    ],
)
def test_headings_that_ask_leave_the_answers_to_the_publisher(text, read_text):
    claims = said(read_text(text))
    assert claims
    assert all(voice == "" and "?" not in words for voice, words in claims)


def test_the_story_after_the_last_answer_is_the_publishers_again(read_text):
    text = f"{INTRO}\n\nQ: What burned?\n\nA: The boat burned.\n\nTwo shells fell in Orlan on Friday."
    assert ("", "Two shells fell in Orlan on Friday.") in said(read_text(text))
