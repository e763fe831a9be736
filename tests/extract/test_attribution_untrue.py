"""What is called untrue is denied, by whoever says so."""

from __future__ import annotations

import pytest
from tests.conftest import ReadText


@pytest.mark.parametrize(
    ("text", "voice", "denied"),
    [
        ("The claim that our guns shelled the mill is false, the ministry said.", "the ministry", "shelled"),
        (
            "The ministry said the claim that its pilots bombed a mill was not true.",
            "The ministry",
            "bombed",
        ),
        ("Reports that the village of Orlan has fallen are untrue.", None, "fallen"),
        (
            "The information given out by the council, according to which guards opened fire, does not match reality.",
            None,
            "opened fire",
        ),
    ],
)
def test_what_is_called_untrue_is_denied_by_whoever_says_so(
    read_text: ReadText, text: str, voice: str | None, denied: str
) -> None:
    reading = read_text(text)
    words = [
        (each.source_name, " ".join(span.words(text) for span in each.content))
        for each in reading.attributions
        if each.polarity == "-"
    ]
    assert len(words) == 1
    assert words[0][0] == voice
    assert denied in words[0][1]
    claims = [claim for claim in reading.claims if claim.polarity == "-" and denied in claim.text]
    assert len(claims) == 1


def test_what_is_called_true_is_not_denied(read_text: ReadText) -> None:
    reading = read_text("Reports that the village of Orlan has fallen are true.")
    assert all(each.polarity == "+" for each in reading.attributions)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("It is not true that the school was used by fighters.", "the school was used by fighters"),
        ("A widely shared post saying that 300 soldiers gave up is untrue.", "300 soldiers gave up"),
        ("Reports that the village of Orlan has fallen are untrue.", "the village of Orlan has fallen"),
        ("The supposed massacre never happened.", "The supposed massacre never happened."),
    ],
)
def test_what_the_publisher_calls_untrue_the_publisher_denies(
    read_text: ReadText, text: str, denied: str
) -> None:
    (claim,) = [each for each in read_text(text).claims if each.polarity == "-"]
    assert claim.text == denied
    assert [voice.name for voice in claim.chain] == ["Harbour Post"]
    assert claim.certainty == "certain"
    assert claim.first_hand is None


def test_what_a_post_says_is_its_claim_still(read_text: ReadText) -> None:
    claims = read_text("A widely shared post saying that 300 soldiers gave up is untrue.").claims
    assert [(claim.chain[-1].name, claim.polarity) for claim in claims] == [
        ("A widely shared post", "+"),
        ("Harbour Post", "-"),
    ]
