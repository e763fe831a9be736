"""What of a text is a claim, and what only speaks of the text or of how somebody spoke."""

from __future__ import annotations

import pytest
from tests.conftest import ReadText


@pytest.mark.parametrize(
    "text",
    [
        "What we know so far",
        "How the bridge fell",
        "Translated from French by the desk of Harbour Post.",
        "The interview has been edited for length.",
    ],
)
def test_a_line_about_the_text_itself_is_no_claim(read_text: ReadText, text: str) -> None:
    assert read_text(text).claims == ()


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ('"We counted nine," said Hamid Lor, a doctor, speaking by telephone.', ['"We counted nine,"']),
        (
            "A source, who declined to be named because he fears arrest, said two shells fell.",
            ["two shells fell"],
        ),
        (
            "Two men, named by relatives as Adam Lor, 44, and Ben Lor, 19, were killed.",
            [
                "Two men … were killed.",
                "Two men, named by relatives as Adam Lor, 44, and Ben Lor, 19",
            ],
        ),
        (
            "The guard has been accused by rights groups of bombing markets.",
            ["The guard has been accused by rights groups of bombing markets"],
        ),
        (
            "Another resident, who asked not to be named for fear of reprisals, said guards came late.",
            ["guards came late"],
        ),
        (
            "On May 9 guards opened fire near the mill (Orlan Province).",
            ["On May 9 guards opened fire near the mill (Orlan Province)."],
        ),
        (
            "On May 9 guards opened fire near the mill (Orlan Province), the mayor said.",
            ["On May 9 guards opened fire near the mill (Orlan Province)"],
        ),
        ("The mayor, in an interview published on Monday, said two shells fell.", ["two shells fell"]),
        ("The mayor said that two shells fell.", ["two shells fell"]),
        (
            "The army retook El Orlan in February. It has held the town ever since.",
            ["The army retook El Orlan in February.", "It has held the town ever since."],
        ),
        ("Who fired is unclear.", ["Who fired is unclear."]),
        ("A merchant who escaped said gunmen burned the market.", ["gunmen burned the market"]),
        (
            "The envoy, who signed the truce in May, said gunmen burned the market.",
            ["The envoy, who signed the truce in May", "gunmen burned the market"],
        ),
        ("Lena Ost, who speaks for the coast guard, said the boat had sunk.", ["the boat had sunk"]),
        (
            "The driver, who asked that his name be withheld, said the convoy had stopped.",
            ["the convoy had stopped"],
        ),
        (
            "Reports emerged on Monday of an attack on a convoy.",
            ["Reports emerged on Monday of an attack on a convoy"],
        ),
        ("There have been reports of looting in the old town.", ["looting in the old town"]),
        ("It is understood that the talks will resume on Monday.", ["the talks will resume on Monday"]),
        (
            "Her client had heard from a cousin that the police were coming.",
            ["the police were coming"],
        ),
        (
            "The village was reported by local media to have fallen.",
            ["The village … to have fallen"],
        ),
    ],
)
def test_a_claim_is_what_is_said_without_how_it_was_said(
    read_text: ReadText, text: str, claims: list[str]
) -> None:
    reading = read_text(text)
    assert [claim.text for claim in reading.claims] == claims
    for claim in reading.claims:
        assert claim.text == " … ".join(span.words(text) for span in claim.anchors)
