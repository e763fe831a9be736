"""JSON Lines: one document a line, its text taken as it is."""

from __future__ import annotations

import itertools
import json

import msgspec

from firsthand.ingest import ingest
from firsthand.schema import Document, Hints, Unreadable

HINTS = Hints(name="wire.jsonl")
TEXT = "The last soldiers left the village on Monday, two residents of Orlivka said."


def lines(*rows: object) -> bytes:
    return "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows).encode()


def read(*rows: object, hints: Hints = HINTS) -> list[Document | Unreadable]:
    return list(ingest(lines(*rows), hints))


def test_the_text_is_taken_as_it_is_with_nothing_trimmed():
    text = f"\r\n  {TEXT}\t\n\n"
    (document,) = read({"id": "a", "text": text})
    assert document.text == text
    assert [span.words(text) for span in document.paragraphs] == [TEXT]


def test_what_the_line_says_of_itself_is_kept_with_the_reason():
    (document,) = read(
        {"id": 7, "text": TEXT, "title": "Soldiers leave", "published": "2031-03-14", "publisher": "Harbour Post",
         "url": "https://harbour.example/1", "author": "Jane Roe"}
    )  # fmt: skip
    assert (document.id, document.title, document.published) == ("7", "Soldiers leave", "2031-03-14")
    assert (document.publisher, document.author) == ("Harbour Post", "Jane Roe")
    assert document.name == "wire.jsonl:1"
    reasons = {b.rule: b.note for b in document.because}
    assert reasons["ingest.published"] == reasons["ingest.publisher"] == "stated in the line"


def test_what_the_user_says_wins_over_the_line():
    hints = Hints(
        name="wire.jsonl", published="2031-03-15", publisher="Hill Gazette", url="https://hill.example/2"
    )
    (document,) = read({"text": TEXT, "published": "2031-03-14", "publisher": "Harbour Post"}, hints=hints)
    assert (document.published, document.publisher, document.url) == (
        "2031-03-15", "Hill Gazette", "https://hill.example/2",
    )  # fmt: skip
    assert {b.note for b in document.because} == {"given by the user"}


def test_a_document_without_an_id_is_called_by_its_line():
    documents = read({"text": TEXT}, "", {"text": TEXT})
    assert [d.id for d in documents] == ["wire.jsonl:1", "wire.jsonl:3"]


def test_two_documents_of_the_same_id_stay_apart():
    first, second = read({"id": "a", "text": TEXT}, {"id": "a", "text": TEXT})
    assert (first.id, second.id) == ("a", "a:2")
    assert "already used on line 1" in second.notices[0]


def test_a_lone_surrogate_can_be_written_out_and_moves_no_offset():
    (document,) = read('{"id": "a\\ud800", "text": "The \\ud800 last soldiers left the village on Monday."}')
    assert document.text.index("last") == 6
    msgspec.json.encode(document).decode("utf-8")


def test_a_date_that_is_not_clear_is_left_open_with_a_notice():
    (document,) = read({"text": TEXT, "published": "03/04/2031"})
    assert document.published is None
    assert "03/04/2031" in document.notices[0]


def test_lines_are_read_one_at_a_time():
    data = lines(*({"text": TEXT} for _ in range(10))) + b"\n" + b'{"text": ' * 1_000_000
    first = list(itertools.islice(ingest(data, HINTS), 10))
    assert all(isinstance(d, Document) for d in first)


def test_the_language_that_a_line_names_decides():
    english, russian = read(
        {"text": "Orlivka. Kalynivka. Stara Huta.", "language": "en-GB"}, {"text": TEXT, "language": "ru"}
    )
    assert english.language == "en"
    assert not english.notices
    assert "Russian (ru)" in str(russian)


def test_a_field_that_is_no_string_is_passed_over_with_a_notice():
    (document,) = read({"text": TEXT, "title": ["a"], "published": 2031})
    assert (document.title, document.published) == (None, None)
    assert len(document.notices) == 2


def test_a_key_that_is_not_known_is_named_where_a_known_one_was_meant():
    (document,) = read({"text": TEXT, "date": "2031-03-11", "tags": ["war"]})
    assert isinstance(document, Document)
    assert any('for "published" was "date" meant?' in notice for notice in document.notices)
    (silent,) = read({"text": TEXT, "tags": ["war"]})
    assert isinstance(silent, Document)
    assert silent.notices == ()
