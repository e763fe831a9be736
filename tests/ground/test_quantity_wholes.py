"""What a share is a share of, what a bare figure counts, and who is missing or in hospital."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army lost 40 percent of its tanks.", [("40 percent", "share", "tanks")]),
        ("A third of Orvan's exports pass the strait.", [("A third", "share", "exports")]),
        ("Unemployment rose to 12.5 percent.", [("12.5 percent", "share", None)]),
        ("Sales fell by nearly a third.", [("nearly a third", "share", None)]),
        (
            "Of the village's 40 houses, 12 were destroyed.",
            [("40", "buildings", "houses"), ("12", "buildings", "houses")],
        ),
        ("Nine sailors have not been heard from since Monday.", [("Nine", "missing", "sailors")]),
        ("Twelve people are in hospital after the blast.", [("Twelve", "wounded", "people")]),
        (
            "The drought has driven 2,000,000 from their homes.",
            [("2,000,000", "displaced", None)],
        ),
        ("Ten of the wounded were children.", [("Ten", "wounded", "wounded")]),
        (
            "A total of 17 civilians lost their lives, among them six women.",
            [("A total of 17", "killed", "civilians"), ("six", "killed", "women")],
        ),
    ],
)
def test_a_figure_says_what_it_counts(text, expected, read_text):
    found = [(each.span.words(text), each.kind, each.of) for each in read_text(text).quantities]
    assert found == expected
