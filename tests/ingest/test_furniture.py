"""Page furniture is set aside, a sentence of the story never."""

from __future__ import annotations

import pytest

from firsthand.ingest import text_document
from firsthand.schema import Hints

STORY = "The last soldiers left the village on Monday, two residents of Orlivka said."
MORE = "No one was hurt, the mayor said on Tuesday."
HINTS = Hints(name="story.txt")


def set_aside(text: str) -> list[str]:
    document = text_document(text, HINTS, language="en")
    for span in document.furniture:
        assert any(span in because.anchors for because in document.because)
    return [span.words(text) for span in document.furniture]


@pytest.mark.parametrize(
    "furniture",
    [
        "Most Commented", "MOST READ:", "Comments (12)", "Related", "Read more: Flood closes bridge",
        "Share this", "Share this article on social media", "Follow us on Facebook and X", "ADVERTISEMENT",
        "Sign up for our newsletter", "We use cookies to improve your visit. Read our policy.",
        "Photo: Jane Roe / Harbour Post", "File photo", "FILE - A burnt house in Orlivka, March 10, 2031.",
        "A burnt house in Orlivka. (Jane Roe/Harbour Post)", "Residents at the bridge (Photo by Jane Roe)",
        "© 2031 Harbour Post", "Copyright 2031 Harbour Post. All rights reserved.", "Subscribe to our newsletter",
        "**Advertisement**", "Tags: Orlivka, flood",
    ],
)  # fmt: skip
def test_what_a_page_says_around_its_story_is_set_aside(furniture):
    assert set_aside(f"{STORY}\n\n{furniture}\n\n{MORE}") == [furniture]


@pytest.mark.parametrize(
    "sentence",
    [
        "Share prices fell on Monday.",
        "Residents can read more about the flood at the town hall.",
        "Read more books, the mayor told the pupils of Orlivka.",
        "Follow the river and you reach Orlivka.",
        "Sign up for our army, the poster said.",
        "Get our troops out, the residents shouted.",
        "Support our soldiers, the mayor said.",
        "Related charges were dropped on Monday.",
        "The most read book in the village is about the flood.",
        "Advertisements for the market were taken down.",
        "Photos of the bridge were shown in court.",
        "Video of the flood was posted by residents.",
        "The two met in the capital (Harbour/Hill).",
        "The talks ended without a result (the third time this year)",
        "Copyright was claimed for the clip.",
        "The company's privacy policy was criticised by the court.",
        "The group wrote that on its Telegram channel.",
        "“Share this video,” the officer wrote.",
        "Orlivka, 14 March",
        "By Jane Roe",
        "ORLIVKA (Harbour Post) - The last soldiers left on Monday.",
        "Updated 14 March 2031, 10:00",
    ],
)
def test_a_sentence_of_the_story_stays(sentence):
    assert set_aside(f"{STORY}\n\n{sentence}\n\n{MORE}") == []
    assert set_aside(f"{STORY} {sentence} {MORE}") == []
    assert set_aside(f"{STORY}\n\n{sentence}") == []


def test_headlines_under_a_heading_are_set_aside_until_the_story_goes_on():
    heads = ["Most Read", "1. Mayor resigns over bridge", "Flood damage put at two million", "School to open"]
    assert set_aside("\n\n".join([STORY, *heads])) == heads
    assert set_aside("\n\n".join([STORY, *heads, MORE, "A last word"])) == heads


def test_a_heading_run_into_the_last_paragraph_is_cut_off():
    text = f"{STORY} {MORE} Most Commented"
    document = text_document(text, HINTS, language="en")
    assert set_aside(text) == ["Most Commented"]
    assert [span.words(text) for span in document.paragraphs] == [f"{STORY} {MORE}"]


@pytest.mark.parametrize(
    "text", ["Most Commented", "Advertisement", "Photo: a burnt house in Orlivka", "Comments"]
)
def test_a_text_of_nothing_else_is_left_whole(text):
    assert set_aside(text) == []


def test_the_rest_of_the_text_keeps_its_paragraphs():
    text = f"{STORY}\n\nShare this\n\n{MORE}\n\nMost Read\n\nMayor resigns"
    document = text_document(text, HINTS, language="en")
    assert [span.words(text) for span in document.paragraphs] == [STORY, MORE]


def test_a_question_in_a_list_of_headlines_is_a_headline_and_a_quoted_one_is_not(read_text):
    listed = read_text(
        "Two carriers left.\n\nMost Commented\n\nWhy is butter so dear?\n\nFerry to run on Sundays"
    )
    assert len(listed.document.paragraphs) == 1
    quoted = read_text(
        "Two carriers left.\n\nMost Commented\n\n“Why did they leave?”\n\nThe mayor did not know."
    )
    assert len(quoted.document.paragraphs) == 3


THANKED = [
    "(Reporting by Jane Roe in Orlivka; Editing by Dena Poll)",
    "Additional reporting by Jane Roe.",
    "– With files from Jane Roe",
    "Jane Roe and Dena Poll reported from Orlivka, and Al Boden from the border.",
    "Roe reported from Orlivka. Harbour Post writers Dena Poll and Al Boden contributed to this report.",
    "Jane Roe contributed reporting from Orlivka.",
]


@pytest.mark.parametrize("line", THANKED)
def test_who_worked_on_a_story_is_told_at_its_end_and_is_no_claim(line):
    text = f"Two shells fell on the village, residents said.\n\n{line}"
    assert set_aside(text) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Officials who contributed to this report declined to be named.",
        "Jane Roe reported from the front for a year before she was killed, her paper said.",
        "Written by candle light, the letter said that two shells fell.",
        "Edited by nobody, the clip was shown twice.",
    ],
)
def test_a_sentence_of_the_story_about_reporting_stays(line):
    assert set_aside(f"Two shells fell on the village.\n\n{line}") == []


def test_reporters_named_in_the_midst_of_a_story_stay():
    line = "Jane Roe reported from Orlivka."
    text = "\n\n".join([line, *(f"Shell number {n} fell on the village, residents said." for n in range(6))])
    assert set_aside(text) == []


@pytest.mark.parametrize(
    "furniture",
    [
        "Anger grows", "A town in ruins", "Waiting for bread", "The long way home",
        "In this May 4, 2030 file photo, a guard stands near the bridge in Orlivka.",
        "FILE - In this 2030 file photo, the minister speaks in Orlivka.",
        "Harbour Post brings you the latest on the truce.", "Here are the latest developments:",
    ],
)  # fmt: skip
def test_a_heading_between_two_paragraphs_and_a_picture_from_the_archive_are_set_aside(furniture):
    assert set_aside(f"{STORY}\n\n{furniture}\n\n{MORE}") == [furniture]


@pytest.mark.parametrize(
    "words", ["Orlivka", "Orlivka region", "14 March", "The battle for Orlivka", "Day 12", "Who did it?"]
)
def test_a_heading_that_names_a_place_or_a_day_or_asks_is_kept_for_what_stands_below_it(words):
    assert set_aside(f"{STORY}\n\n{words}\n\n{MORE}") == []


def test_a_list_of_short_lines_is_the_story():
    assert set_aside(f"{STORY}\n\nTwo houses burned\n\nThe bridge fell down\n\n{MORE}") == []


@pytest.mark.parametrize(
    "credit",
    ["(Photo by Jane Roe/Harbour Post)", "(Image: Jane Roe)", "(Photo credit: Harbour Images)"],
)
def test_a_credit_run_into_a_paragraph_is_taken_off_it(credit):
    text = f"{STORY}\n\n{credit} Thousands cheered as the trucks left, police said."
    document = text_document(text, HINTS, language="en")
    assert set_aside(text) == [credit]
    assert document.paragraphs[-1].words(text).startswith("Thousands cheered")
