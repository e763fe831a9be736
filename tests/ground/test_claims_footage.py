"""What goes on describing a clip is the clip's; what only stands behind it is not."""

from __future__ import annotations

import pytest

SHOWS = "The video shows two carriers at the edge of a wood. "


def of_the_clip(reading) -> list[str]:
    return [c.text for c in reading.claims if c.chain[-1].kind == "footage"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SHOWS + "The carriers drive to the trees.", True),
        (SHOWS + "Soldiers jump out and run to a ditch.", True),
        (SHOWS + "One of them explodes.", True),
        (SHOWS + "The vehicles then turn to the left.", True),
        ("Footage showed a drone hitting a boat. The boat sank at once.", True),
        ("In the video, three vehicles approach a wood. The vehicles stop.", True),
        ("The footage opens with a view of a trench. Four soldiers run along it.", True),
        (SHOWS + "The ministry has many carriers.", False),
        (SHOWS + "The carriers belong to the brigade.", False),
        (SHOWS + "The carriers were built in May.", False),
        (SHOWS + "The carriers have burned.", False),
        (SHOWS + "The carriers may drive to the trees.", False),
        (SHOWS + "The brigade withdrew from the village.", False),
        (SHOWS + "Later that day the carriers drive to Orlan.", False),
        (SHOWS + "The carriers drive to the trees, the mayor said.", False),
        (SHOWS + "The town has been under fire since May.", False),
        (SHOWS + "Two shells hit the town.", False),
    ],
)
def test_the_next_sentence_is_the_clips_only_while_it_describes_the_clip(text, expected, read_text):
    reading = read_text(text)
    last = text.rstrip(".").rpartition(". ")[2]
    assert any(last.startswith(words.rstrip(".")) for words in of_the_clip(reading)) is expected


def test_a_description_goes_over_paragraphs_and_stops_at_the_first_other_voice(read_text):
    reading = read_text(
        "The footage shows three carriers were attacking a wooded area.\n\n"
        "The carriers approached the wooded area and deployed infantry. The troops failed to form a line.\n\n"
        "The carriers then withdrew, leaving the infantry behind. The army said it lost no men. "
        "The carriers burned."
    )
    assert len(of_the_clip(reading)) == 4
    assert all("goes on describing the clip" in {b.note for b in c.because} for c in reading.claims[1:4])
    assert reading.claims[-1].chain[-1].kind == "outlet"


def test_what_is_only_apparent_in_the_clip_stays_so(read_text):
    reading = read_text("The video appears to show a soldier shooting a man. The man falls to the ground.")
    assert [c.certainty for c in reading.claims] == ["probable", "probable"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The video shows two carriers driving to the wood, which the 14th Brigade controls.",
            ["two carriers driving to the wood", "the wood … which the 14th Brigade controls"],
        ),
        (
            "Drone footage shows a boat hitting the bridge, which was built in 1974.",
            ["a boat hitting the bridge", "the bridge … which was built in 1974"],
        ),
        (
            "The clip shows a man, who is wearing a helmet, leaving a house.",
            ["a man, who is wearing a helmet, leaving a house"],
        ),
    ],
)
def test_what_the_publisher_adds_to_a_clip_is_his_own(text, expected, read_text):
    claims = read_text(text).claims
    assert [c.text for c in claims] == expected
    assert [c.chain[-1].kind for c in claims] == ["footage", "outlet"][: len(expected)]
