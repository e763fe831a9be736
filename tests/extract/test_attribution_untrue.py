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
