"""The language is told where the evidence is strong."""

from __future__ import annotations

import pytest

from firsthand.ingest import ingest
from firsthand.schema import Document, Hints, Unreadable

ENGLISH = (
    "The last soldiers left the village on Monday, two residents of Orlivka said. No one was hurt, but the bridge over "
    "the river was closed to all traffic, and the school will not open before Wednesday, according to the mayor. "
)
RUSSIAN = (
    "Последние солдаты покинули деревню в понедельник, сообщили двое жителей. Никто не пострадал, но мост через реку "
    "закрыт для движения, а школа откроется не раньше среды, сказал мэр. "
)
GERMAN = (
    "Die letzten Soldaten haben das Dorf am Montag verlassen, berichten zwei Bewohner. Niemand wurde verletzt, aber die "
    "Brücke über den Fluss ist für den Verkehr gesperrt, und die Schule öffnet nicht vor Mittwoch, sagte der "
    "Bürgermeister. Über die Zahl der Soldaten machte er keine Angaben. "
)


def read(text: str) -> Document | Unreadable:
    (item,) = ingest(text.encode(), Hints(name="story.txt"))
    return item


def test_english_is_told():
    assert read(ENGLISH).language == "en"


@pytest.mark.parametrize(
    ("text", "language"), [(RUSSIAN, "Russian (ru)"), (GERMAN, "German (de)"), ("Привет, мир", "")]
)
def test_another_language_is_named_and_not_read(text, language):
    item = read(text)
    assert isinstance(item, Unreadable)
    assert language in item.why
    assert "only English can be read so far" in item.why


@pytest.mark.parametrize(
    "text",
    [
        "approximately 15 km south-west of Nowe Miasteczko Dolne",
        "Sánchez, Núñez, Müller and Błaszczykowski met Nguyễn Văn Dũng in Đà Nẵng",
        "Mayor of Stara Huta resigns",
        "BTR-82 x3, Kalynivka",
        "12 000",
    ],
)
def test_a_short_text_full_of_names_is_read_as_english(text):
    item = read(text)
    assert isinstance(item, Document)
    assert item.language in (None, "en")


def test_the_majority_of_paragraphs_decides_and_the_others_are_named():
    item = read(f"{ENGLISH}\n\n{RUSSIAN[:80]}\n\n{ENGLISH}")
    assert item.language == "en"
    assert any("Russian (ru)" in notice for notice in item.notices)
    assert all("солдаты" not in span.words(item.text) for span in item.paragraphs)
    assert isinstance(read(f"{RUSSIAN}\n\n{ENGLISH[:76]}\n\n{RUSSIAN}"), Unreadable)


def test_names_in_another_script_stay_in_an_english_paragraph():
    text = f"{ENGLISH} The village, Орлівка in Ukrainian, is on the river."
    assert read(text).paragraphs[-1].end == len(text)
