"""A fast reading: plain sentences are left unparsed, and that is said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.extract import skimmed
from firsthand.ingest import text_document
from firsthand.pipeline import read_document
from firsthand.resources import Instruments
from firsthand.schema import Document, Hints

OPENING = "The mayor said that two shells fell near the market. "


def document(text: str) -> Document:
    return text_document(text, Hints(name="d", published="2031-03-14"), id="d", language="en")


def unparsed(text: str) -> list[str]:
    return [span.words(text) for span in skimmed(document(text)).unparsed]


@pytest.mark.parametrize(
    "plain",
    [
        "The town has a market and two bakeries.",
        "Dr. Orla Venn runs a small clinic by the river.",
        "It was a mild spring that year!",
    ],
)
def test_a_sentence_that_says_and_tells_nothing_is_left_unparsed(plain: str) -> None:
    assert unparsed(f"{OPENING}{plain} Rebels shelled the bridge.") == [plain]


@pytest.mark.parametrize(
    "telling",
    [
        "Rebels shelled the bridge.",
        "Three people died on the way.",
        "Two guards were shot at dawn.",
        "The bridge is safe, according to the council.",
        "The bridge is allegedly safe.",
        "Mayor: the bridge is safe.",
        "A drone video is on the channel.",
        "“It was mild. The bakery was open. We were glad,” was all.",
        "The bridge is safe, Gen. Marek Dorn says.",
    ],
)
def test_what_says_or_tells_is_parsed(telling: str) -> None:
    assert unparsed(f"{OPENING}{telling}") == []


def test_the_first_sentence_is_parsed_whatever_it_holds() -> None:
    assert unparsed("The town has a market. It has two bakeries.") == ["It has two bakeries."]


def test_the_reading_says_what_was_left_and_claims_nothing_of_it(instruments: Instruments) -> None:
    text = f"{OPENING}The town has a market and two bakeries.\n\nRebels shelled the bridge, a guard said."
    whole = read_document(document(text), instruments)
    fast = read_document(document(text), replace(instruments, fast=True))
    notice = "Read fast: 1 of 3 sentences (32 % of the words) hold no word of saying, quotation or violence"
    assert fast.document.notices == (f"{notice}, and were not parsed.",)
    assert not whole.document.notices
    kept = [claim for claim in whole.claims if "bakeries" not in claim.text]
    assert [(c.anchors, c.chain) for c in fast.claims] == [(c.anchors, c.chain) for c in kept]
    assert [claim.text for claim in fast.claims][-1].startswith("Rebels shelled the bridge")


@given(
    st.lists(
        st.sampled_from(["Mr. Orvan ", "said. ", "A b. ", "“", "” ", "\n\n", "It is. ", ".", "!? ", "é "])
    )
)
def test_what_is_left_and_what_is_parsed_make_up_the_paragraphs(parts: list[str]) -> None:
    text = "Opening. " + "".join(parts)
    found = skimmed(document(text))
    pieces = sorted((*found.parsed, *found.unparsed))
    at = {n for piece in pieces for n in range(piece.start, piece.end)}
    assert sum(piece.end - piece.start for piece in pieces) == len(at)
    assert at == {n for piece in found.paragraphs for n in range(piece.start, piece.end)}
