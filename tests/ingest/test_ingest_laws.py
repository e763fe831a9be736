"""What holds for every input."""

from __future__ import annotations

import itertools

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.ingest import READABLE, ingest, text_document
from firsthand.schema import Document, Hints, Unreadable

OPENINGS = (
    b"", b"%PDF-1.7\n", b"PK\x03\x04archive/", b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9\r\n\r\n", b"\x1f\x8b\x08\0",
    b"<html><body><p>", b"<?xml version='1.0'?><rss><channel><item><title>", b'{"text": "', b"From: a\r\nSubject: b\r\nDate: c\r\n\r\n",
    b'{"messages": [{"type": "message", "text": "', b"---\ntitle: a\n---\n", b"\xff\xfe", b"\xef\xbb\xbf",
)  # fmt: skip
PIECES = st.sampled_from(
    ["Most Commented", "Share this", "Advertisement", "By Jane Roe", "Photo: Jane Roe", "The army left on Monday, he said.",
     "(Jane Roe/Harbour Post)", "Read more: a", "Привет, как дела у вас сегодня", "\n", "\n\n", " ", "\0", "\ud800", "x" * 90, "© 2031"]
)  # fmt: skip


@pytest.mark.parametrize("suffix", [*sorted(READABLE), ".bin", ""])
@given(
    opening=st.sampled_from(OPENINGS),
    rest=st.binary(max_size=400) | st.text(max_size=200).map(lambda t: t.encode("utf-8", "replace")),
)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_the_bytes_are_documents_or_reasons_come_out(suffix, opening, rest):
    for item in ingest(opening + rest, Hints(name=f"a{suffix}")):
        assert isinstance(item, Document | Unreadable)
        msgspec.json.encode(item).decode("utf-8")


@given(st.lists(PIECES | st.text(max_size=30), max_size=25).map("".join))
@settings(max_examples=150, deadline=None)
def test_spans_are_within_the_text_in_order_and_apart(text):
    document = text_document(text, Hints(name="a"))
    for spans in (
        document.paragraphs,
        document.furniture,
        tuple(sorted(document.paragraphs + document.furniture)),
    ):
        assert all(0 <= span.start < span.end <= len(document.text) for span in spans)
        assert all(one.end <= two.start for one, two in itertools.pairwise(spans))
    anchored = {anchor for because in document.because for anchor in because.anchors}
    assert set(document.furniture) <= anchored
    assert len(document.text) == len(text)


@given(st.text(max_size=200).filter(lambda t: not any("\ud800" <= c <= "\udfff" for c in t)))
@settings(deadline=None)
def test_the_text_of_a_line_comes_out_as_it_went_in(text):
    (item,) = ingest(msgspec.json.encode({"id": "a", "text": text, "language": "en"}), Hints(name="a.jsonl"))
    assert isinstance(item, Unreadable) or item.text == text
