"""Paragraphs: blocks, wrapped lines, single lines."""

from __future__ import annotations

import itertools
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.ingest.paragraphs import MAX_PARAGRAPH, paragraphs
from firsthand.schema import Span

STORY = (
    "The last soldiers left the village on Monday, two residents of Orlivka said, and the bridge over the river "
    "was closed to all traffic until the engineers had looked at its pillars, which the flood had damaged."
)
ANOTHER = (
    "No one was hurt. The mayor thanked the engineers, who had worked through the night, and promised that the "
    "school would open again on Wednesday. He gave no date for the market hall and the railway station."
)


def words(text: str) -> list[str]:
    return [" ".join(span.words(text).split()) for span in paragraphs(text)]


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_lines_that_were_wrapped_are_one_paragraph(width):
    text = f"Soldiers leave\n\n{textwrap.fill(STORY, width)}\n\n{textwrap.fill(ANOTHER, width)}\n"
    assert words(text) == ["Soldiers leave", STORY, ANOTHER]


def test_wrapped_paragraphs_without_a_blank_line_between_them_are_told_apart():
    text = f"{textwrap.fill(STORY, 72)}\n{textwrap.fill(ANOTHER, 72)}"
    assert words(text) == [STORY, ANOTHER]


@pytest.mark.parametrize(
    "lines",
    [
        [STORY, ANOTHER, STORY],
        [
            "Mayor of Orlivka resigns over bridge",
            "School to open on Wednesday",
            "Flood damage put at two million",
        ],
        ["The bridge was closed.", "The school was not.", "No one was hurt in the village."],
        [
            "- The bridge was closed for the night and the whole of the",
            "- The school was not, said the mayor",
        ],
        [
            "Residents who called the office were told to wait for the mayor",
            "The mayor was not in the village.",
        ],
    ],
)
def test_lines_that_were_not_wrapped_are_paragraphs_of_their_own(lines):
    assert words("\n".join(lines)) == lines


def test_white_space_around_a_paragraph_is_no_part_of_it():
    text = "\n \t One. \u00a0\n\n\n   \n  Two.\r\n"
    assert [span.words(text) for span in paragraphs(text)] == ["One.", "Two."]


def test_a_paragraph_without_end_is_cut_at_white_space():
    text = "word " * 20_000
    pieces = [span.words(text) for span in paragraphs(text)]
    assert max(map(len, pieces)) <= MAX_PARAGRAPH
    assert " ".join(pieces) == text.strip()


@given(st.text(alphabet=st.sampled_from("ab .,\n\r\t\u2028\0é漢"), max_size=400))
def test_paragraphs_are_in_order_apart_and_hold_all_that_is_not_white_space(text):
    spans = paragraphs(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= two.start for one, two in itertools.pairwise(spans))
    assert all(span.words(text) == span.words(text).strip() for span in spans)
    outside = list(text)
    for span in spans:
        outside[span.start : span.end] = " " * (span.end - span.start)
    assert not "".join(outside).strip()


@pytest.mark.parametrize(
    "lines",
    [
        [
            "The governor said that two shells fell near the market in the",
            "eastern part of the town and that the police had closed",
            "the area, while residents said the shells had come from",
            "positions held by the brigade.",
        ],
        [
            "A spokesman told reporters on Friday that its drones had struck a depot near the town and",
            "that the fire in its eastern half burned until",
            "noon. Officials in the area said four people were hurt and that the hospital",
            "was treating them.",
        ],
    ],
)
def test_lines_of_uneven_length_that_go_on_in_small_letters_are_one_paragraph(lines):
    text = "\n".join(lines)
    assert paragraphs(text) == (Span(0, len(text)),)


def test_lines_that_end_their_sentences_stay_paragraphs():
    text = "Two shells fell near the market on Friday.\nThe police closed the area at noon.\nnobody was hurt."
    assert len(paragraphs(text)) == 3
