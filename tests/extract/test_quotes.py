"""A text and its quotations, however the marks are set."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.extract.quotes import quotations
from firsthand.ingest.paragraphs import paragraphs

TABLE = [
    ('He said: "Go."', ['"Go."']),
    ("He said: “Go.”", ["“Go.”"]),
    ("Er sagte: „Geh“, she wrote.", ["„Geh“"]),
    ("He said «Go» twice.", ["«Go»"]),
    ("“He said, ‘But they’re on it now,’” she testified.", ["“He said, ‘But they’re on it now,’”", "‘But they’re on it now,’"]),
    ("\"Do not say 'never,'\" it reads.", ["\"Do not say 'never,'\"", "'never,'"]),
    ("'He was eaten up', she said.", ["'He was eaten up'"]),
    ("The rebels' spokesman didn't go.", []),
    ("The boys’ father went in the ’90s.", []),
    ('A 5" shell hit the wall.', []),
    ("“One.\n\n“Two.”", ["“One.", "“Two.”"]),
    ("She said “open and never closed it.", ["“open and never closed it."]),
    ("“One. “Two,” she said. It rained.", ["“One.", "“Two,”"]),
    ('"One," he said. "Two. "Three," he said. It rained.', ['"One,"', '"Two.', '"Three,"']),
    ("“He said “go” and went,” she said.", ["“He said “go” and went,”", "“go”"]),
    ("No marks at all.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[text for text, _ in TABLE])
def test_quotations_are_what_stands_between_marks(text, expected):
    assert [q.span.words(text) for q in quotations(text, paragraphs(text))] == expected


def test_a_quotation_knows_how_deep_it_stands_and_whether_it_was_closed():
    text = "“He said, ‘Go,’” she said. “And\n\n“so.”"
    found = quotations(text, paragraphs(text))
    assert [(q.depth, q.closed) for q in found] == [(0, True), (1, True), (0, False), (0, True)]


@given(st.text(alphabet="ab \n'\"“”‘’«».,5", max_size=60))
def test_every_quotation_lies_in_its_paragraph_and_never_crosses_another(text):
    parts = paragraphs(text)
    found = quotations(text, parts)
    assert [q.span.start for q in found] == sorted(q.span.start for q in found)
    for q in found:
        assert parts[q.paragraph].holds(q.span)
        assert q.span.start < q.span.end
    for a in found:
        for b in found:
            assert not a.span.start < b.span.start < a.span.end < b.span.end
