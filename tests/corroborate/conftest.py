"""Small comparisons: a few documents that tell the same, and what is made of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

import pytest

from firsthand.corroborate.origins import Traced, trace
from firsthand.corroborate.reuse import copies
from firsthand.corroborate.telling import tellings
from firsthand.corroborate.telling_values import Telling
from firsthand.ingest import text_document
from firsthand.pipeline import read_document
from firsthand.resources import Instruments
from firsthand.schema import Hints, Reading

Doc = tuple[str, str, str]
"""Publisher, day of publication, text."""
ReadDocs = Callable[[Sequence[Doc]], list[Reading]]


@pytest.fixture(scope="session")
def read_docs(instruments: Instruments) -> ReadDocs:
    """Read documents; the same text of the same publisher is read once."""

    @lru_cache(maxsize=2048)
    def one(name: str, publisher: str, published: str, text: str) -> Reading:
        hints = Hints(name=name, published=published, publisher=publisher)
        return read_document(text_document(text, hints, id=name, language="en"), instruments)

    return lambda docs: [one(f"d{n}", *each) for n, each in enumerate(docs, 1)]


@pytest.fixture(scope="session")
def traced_together(read_docs: ReadDocs) -> Callable[[Sequence[Doc], str], tuple[list[Telling], Traced]]:
    """Every telling of the documents that has a word in it, as one group, and where it comes from."""

    def traced(docs: Sequence[Doc], word: str = "nine") -> tuple[list[Telling], Traced]:
        readings = read_docs(docs)
        told = [each for reading in readings for each in tellings(reading)]
        group = [each for each in told if word in each.text.lower()]
        rest = [(each,) for each in told if each not in group]
        return group, trace((group, *rest), copies(each.document for each in readings), readings)

    return traced
