"""Fact-checks and headlines: the claim is somebody's, the verdict the checker's."""

import pytest


def told(read_text, text):
    return {
        (claim.text, claim.polarity, claim.certainty, " < ".join(v.name for v in claim.chain[1:]))
        for claim in read_text(text).claims
    }


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Claim: Rebels poisoned the wells.\n\nVerdict: False",
            ("Rebels poisoned the wells", "-", "certain", ""),
        ),
        (
            "Claim: Rebels poisoned the wells.\n\nVerdict: False",
            ("Rebels poisoned the wells", "+", "possible", "no one named"),
        ),
        (
            "CLAIM: The army bombed a school.\n\nNothing was hit.\n\nRATING: Misleading",
            ("The army bombed a school", "-", "probable", ""),
        ),
        (
            "Claim: Rebels poisoned the wells. Verdict: No evidence.",
            ("Rebels poisoned the wells", "+", "unknown", ""),
        ),
        (
            "A post claims that the bridge was mined.\n\nWe rate this claim false.",
            ("the bridge was mined", "-", "certain", ""),
        ),
        (
            "False claims that the bridge was mined spread on Monday.",
            ("the bridge was mined", "-", "certain", ""),
        ),
        (
            "No, this video does not show a rebel convoy.",
            ("this video does not show a rebel convoy", "-", "certain", ""),
        ),
        ("No, the mayor did not sell the hall.", ("the mayor did not sell the hall.", "-", "certain", "")),
        ("Ministry: bridge hit; rebels reject claim", ("bridge hit", "+", "certain", "Ministry")),
        (
            "Ministry: bridge hit; rebels reject claim",
            ("bridge hit … rebels reject claim", "-", "certain", "rebels"),
        ),
        (
            "Police: three held over depot fire\n\nIt burned.",
            ("three held over depot fire", "+", "certain", "Police"),
        ),
    ],
)
def test_the_verdict_stands_with_the_claim_that_it_is_on(text, claim, read_text):
    assert claim in told(read_text, text)


@pytest.mark.parametrize(
    "text",
    ["Verdict: False", "Rating: AA\n\nThe bank said it would pay.", "The jury gave its verdict: guilty."],
)
def test_a_verdict_on_nothing_denies_nothing(text, read_text):
    assert not any(claim.polarity == "-" for claim in read_text(text).claims)
