"""A text from which words were taken out says so; a whole one does not."""

from __future__ import annotations

import pytest

from firsthand.ingest import text_document
from firsthand.schema import Hints


def told(text: str) -> bool:
    document = text_document(text, Hints(name="story.txt"), language="en")
    return any(notice.startswith("Words seem to be missing") for notice in document.notices)


@pytest.mark.parametrize(
    "text",
    [
        "Moro put the gun in the bag and forgot it, reported. WFOR-Ch. 4 He went to the school.",
        "A parent saw the boy, the reported. Hill Herald Moro was arrested.",
        "The mayor resigned on Friday,  reported.",
        "The blast killed three people, according to  . The mayor said nobody else was hurt.",
        "The blast killed three people, according to.",
        "Two shells fell near the market,  said, citing the mayor.",
        "In an interview with , Quill said the dam was safe.",
        "The dam broke on Friday, the  reported.",
        "As first reported by , the dam was built without steel.",
        "The video, first shown by the ; it shows two men.",
    ],
)
def test_a_place_where_words_are_missing_is_told(text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The dam broke on Friday, the mayor said.",
        "The dam broke on Friday, officials reported.",
        "The dam broke on Friday, the chief of the brigade, Omar Moro, said.",
        "The  mayor   said  that  the  dam  broke,  residents  said.",
        "“We saw the . . . village burn,” he said, “by . . . two men.”",
        "Nobody was told. What he spoke of, the mayor said, was a rumour.",
        "According to the mayor, the dam broke.",
        "Whom the letter came from, nobody said.",
        "Two shells fell on Monday , residents said , and the bridge burned .",
    ],
)
def test_a_whole_text_tells_of_no_missing_words(text):
    assert not told(text)
