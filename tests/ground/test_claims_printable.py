"""Claims as an editor can print them: whole, of the right voice, nothing that says nothing."""

from __future__ import annotations

import pytest
from tests.conftest import ReadText


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Five people died when rockets hit a station, officials said, hours after talks broke up.",
            [
                (
                    "Five people died when rockets hit a station … hours after talks broke up",
                    "officials",
                    "+",
                )
            ],
        ),
        (
            'Elin Madsen said she recognised the exercise: "It was filmed by one of our conscripts."',
            [
                (
                    'she recognised the exercise: "It was filmed by one of our conscripts."',
                    "Elin Madsen",
                    "+",
                )
            ],
        ),
        (
            "The mayor accused rebels of shelling their own town.",
            [("The mayor accused rebels of shelling their own town", "The mayor", "+")],
        ),
        (
            "The mayor said two shells fell. His deputy says that is not correct.",
            [
                ("two shells fell", "The mayor", "+"),
                ("two shells fell … that is not correct", "His deputy", "-"),
            ],
        ),
        (
            "A claim, that the commander had been arrested, appears to be baseless.",
            [("the commander had been arrested", "Harbour Post", "-")],
        ),
        (
            "The guard has not confirmed this. Three boats sank.",
            [
                ("The guard has not confirmed this", "The guard", "+"),
                ("Three boats sank.", "Harbour Post", "+"),
            ],
        ),
        (
            "What we know so far: three people are missing after the dam was damaged.",
            [("three people are missing after the dam was damaged", "Harbour Post", "+")],
        ),
        (
            "As established by monitoring data, the blast was caused by a missile.",
            [("the blast was caused by a missile", "monitoring data", "+")],
        ),
        (
            "▪️ Guns shelled the depot in Orvan overnight.",
            [("Guns shelled the depot in Orvan overnight.", "Harbour Post", "+")],
        ),
        ("Situation report No. 14: Halda and surrounding districts (as of 12 March)", []),
        ("⚡️ Ministry of Works | Daily briefing, 12 March", []),
        (
            "The hospital has stopped its work following reported shelling on 5 March.",
            [
                (
                    "The hospital has stopped its work following reported shelling on 5 March.",
                    "Harbour Post",
                    "+",
                )
            ],
        ),
        (
            "Three hundred people fled, according to figures compiled by the monitoring group Open Ledger.",
            [
                (
                    "Three hundred people fled",
                    "figures compiled by the monitoring group Open Ledger",
                    "+",
                )
            ],
        ),
    ],
)
def test_a_claim_is_whole_and_its_voices_own(
    read_text: ReadText, text: str, claims: list[tuple[str, str, str]]
) -> None:
    found = read_text(text).claims
    made = [(claim.text, claim.chain[-1].name, claim.polarity) for claim in found]
    assert made[: len(claims)] == claims
    assert bool(made) == bool(claims)


INTERVIEW = """Dr Hana Sorel ran the ward in Halda until last Thursday. She spoke to Mira Falk in Norvik.

When did you know you had to go?

On Wednesday night the windows went. I told the nurses to move everyone out.

Did anybody warn the hospital?

No. Nobody called the ward that day."""


def test_who_is_spoken_to_asks_and_does_not_answer(read_text: ReadText) -> None:
    claims = read_text(INTERVIEW).claims
    said = [claim for claim in claims if "windows" in claim.text or "Nobody" in claim.text]
    assert [claim.chain[-1].name for claim in said] == ["Hana Sorel", "Hana Sorel"]
    assert not any("you had to go" in claim.text for claim in claims)


def test_a_question_that_asks_what_we_see_is_no_own_act(read_text: ReadText) -> None:
    (claim,) = read_text('"What we are seeing is pressure at the table," the analyst said.').claims
    assert claim.first_hand is not True


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("A merchant who escaped said gunmen burned the market.", "A merchant who escaped"),
        ("Two officials who asked not to be named said the ward was full.", "Two officials"),
        ("The merchant, who escaped, said gunmen burned the market.", "The merchant"),
    ],
)
def test_an_unnamed_voice_is_told_by_what_tells_which_it_is(
    read_text: ReadText, text: str, voice: str
) -> None:
    assert read_text(text).claims[-1].chain[-1].name == voice


def test_who_was_told_apart_once_is_the_same_when_taken_up(read_text: ReadText) -> None:
    claims = read_text("A merchant who escaped said guns fired. The merchant added that two men fell.").claims
    assert {claim.chain[-1].name for claim in claims} == {"A merchant who escaped"}
