"""A claim reads as a sentence: nothing cut off, nobody left out."""

import pytest


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The pilot is believed to have ejected.", ["The pilot is believed to have ejected"]),
        ("Three hikers are feared dead.", ["Three hikers are feared dead"]),
        ("The convoy was reportedly attacked by rebels.", ["The convoy was reportedly attacked by rebels"]),
        ("Rebels have allegedly taken the pass.", ["Rebels have allegedly taken the pass"]),
        ("Residents reported hearing two blasts.", ["Residents reported hearing two blasts"]),
        (
            "The court heard allegations of theft.",
            ["The court heard allegations", "allegations of theft"],
        ),
        (
            "The ministry is looking into claims that guards beat prisoners.",
            ["The ministry is looking into claims", "guards beat prisoners"],
        ),
        ("Ilse Brandt, who teaches history in Velny, said two shells fell.", ["two shells fell"]),
        (
            "Her rival, Mayor Jan Korda, called the plan reckless.",
            ["Her rival, Mayor Jan Korda, called the plan reckless"],
        ),
        (
            "The trial, which is expected to last six weeks, began on Monday.",
            ["The trial … began on Monday.", "The trial … is expected to last six weeks"],
        ),
    ],
)
def test_a_claim_reads_as_a_sentence(text, claims, read_text):
    assert sorted(claim.text for claim in read_text(text).claims) == sorted(claims)
