"""Text that was wrapped at a width reads as it did before, however its lines are indented."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.ingest import text_document
from firsthand.ingest.paragraphs import paragraphs
from firsthand.schema import Hints

STORIES = [
    [
        (
            "A judge in Bergen on Wednesday released two fishermen who had been held for nine weeks after their "
            "lawyers argued that the charts used against them were false."
        ),
        (
            "Petra Lund, who represents the older of the two men, was told of the decision on Tuesday evening, she "
            'said. "My client has waited long enough," Lund told reporters outside the courthouse.'
        ),
        (
            "The two were charged with smuggling diesel, possession of forged papers and conspiracy. They are "
            "prohibited from entering harbours that handle fuel, or speaking to anyone linked to the company."
        ),
        "Police arrested seven others on Friday night during a series of raids in the port.",
    ],
    [
        (
            "Two shells fell near the market in Orlivka on Monday morning, killing three people and wounding 14, "
            "the mayor said."
        ),
        (
            '"We heard a whistle and then the windows were gone," said Ilse Brandt, a nurse who lives above the '
            'bakery. "My neighbour was lying in the yard. She did not move."'
        ),
        (
            "The army said it had not fired at the town. A spokesman, Mirek Tal, told Harbour Post that the shells "
            "came from positions east of the river and that the brigade had withdrawn from there on Sunday."
        ),
    ],
]

INDENTS = [("", ""), (" " * 4, " " * 4), (" " * 12, " " * 12), ("", " " * 12), (" " * 4, ""), ("\t", "\t")]


def words(text: str) -> list[str]:
    return [" ".join(span.words(text).split()) for span in paragraphs(text)]


def wrapped(story: list[str], width: int, indents: tuple[str, str], between: str = "\n\n") -> str:
    first, later = indents
    return between.join(
        textwrap.fill(
            part, width + len(later), initial_indent=first, subsequent_indent=later, break_on_hyphens=False
        )
        for part in story
    )


@pytest.mark.parametrize("indents", INDENTS)
@pytest.mark.parametrize("story", STORIES)
@given(width=st.integers(40, 115))
def test_a_wrapped_and_indented_text_has_the_paragraphs_that_it_had(story, indents, width):
    assert words(wrapped(story, width, indents)) == story


@pytest.mark.parametrize("width", [62, 72, 78, 90])
def test_lines_of_a_pasted_mail_that_are_all_indented_but_the_first_are_running_text(width):
    story = wrapped(STORIES[0], width, ("", ""), "\n").replace("\n", "\n" + " " * 12)
    assert words(story) == STORIES[0]


@pytest.fixture(scope="module")
def as_written(read_text):
    """What each story reads as where nothing was wrapped."""
    return [seen(read_text("\n\n".join(story))) for story in STORIES]


def seen(reading) -> list[tuple[object, ...]]:
    """The claims of a reading in words: who, how sure, when, where, how many."""
    return [
        (
            " ".join(claim.text.split()),
            [voice.name and " ".join(voice.name.split()) for voice in claim.chain],
            claim.certainty,
            claim.polarity,
            [t.value for t in reading.times if t.id in claim.when],
            [(p.name, p.geonames_id) for p in reading.places if p.id in claim.where],
            [(q.min, q.max, q.of) for q in reading.quantities if q.id in claim.how_many],
        )
        for claim in reading.claims
    ]


@settings(max_examples=12, deadline=None)
@given(which=st.sampled_from([0, 1]), width=st.integers(40, 115), indents=st.sampled_from(INDENTS))
def test_wrapping_changes_no_claim(read_text, as_written, which, width, indents):
    reading = read_text(wrapped(STORIES[which], width, indents))
    assert seen(reading) == as_written[which]


@pytest.mark.parametrize(
    "lines",
    [
        # verse
        [
            "    The boats went out before the light had come upon the",
            "    Harbour wall, and nobody had called them back again to",
            "    Orlivka, where the women stood along the broken quay in",
            "    Silence till the evening bell had rung across the bay.",
        ],
        # a table
        [
            "    village        killed     wounded      houses lost",
            "    orlivka        three      fourteen     twenty and",
            "    halvor         none       two          eleven of",
        ],
        # items
        [
            "    a) the bridge over the river would be closed at night until the end of",
            "    b) the school would open again on Wednesday morning, and the bakery on",
            "    c) nobody would be told to leave a house that the flood had spared so",
        ],
        # headlines
        [
            "    Mayor of Orlivka resigns over bridge",
            "    School to open on Wednesday",
            "    Flood damage put at two million",
        ],
        # a quoted mail
        [
            "> The bridge over the river was closed to all traffic until the engineers",
            "> had looked at its pillars, which the flood had damaged, and the school",
            "> would open again.",
        ],
    ],
)
def test_indented_lines_that_were_not_wrapped_stay_apart(lines):
    assert words("\n".join(lines)) == [" ".join(line.split()) for line in lines]


def test_an_item_that_was_wrapped_with_an_indent_goes_on_and_the_next_one_is_its_own():
    items = [
        "- The bridge over the river was closed to all traffic until the engineers had looked at its pillars.",
        "- The school would open again on Wednesday morning, and the market hall a week later, the mayor said.",
    ]
    text = "\n".join(textwrap.fill(item, 64, subsequent_indent="  ") for item in items)
    assert words(text) == items


def test_a_paragraph_told_by_its_indentation_alone_is_its_own():
    text = "\n".join(textwrap.fill(part, 70, initial_indent="     ") for part in STORIES[1])
    assert words(text) == STORIES[1]


def test_a_heading_above_wrapped_text_is_its_own():
    text = "    Fishermen released\n\n" + wrapped(STORIES[0], 70, (" " * 4, " " * 4))
    assert words(text) == ["Fishermen released", *STORIES[0]]


def test_words_found_in_wrapped_text_slice_back_to_it(read_text):
    text = "\n\n" + wrapped(STORIES[1], 61, (" " * 4, " " * 12)) + "\n"
    reading = read_text(text)
    assert reading.document.text == text
    cues = [attribution.cue[0].words(text) for attribution in reading.attributions if attribution.cue]
    assert "said" in cues
    assert "told" in cues


@pytest.mark.parametrize("gap", ["  ", "   "])
def test_a_gap_inside_a_sentence_ends_none(read_text, gap):
    text = f"Mirek Tal said on Monday that two shells{gap}fell near the market of Orlivka."
    document = text_document(text, Hints(name="d"), language="en")
    assert document.text == text
    plain = read_text("Mirek Tal said on Monday that two shells fell near the market of Orlivka.")
    assert seen(read_text(text)) == seen(plain)
