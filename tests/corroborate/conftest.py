"""Small comparisons: a few documents that tell the same, and what is made of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

import pytest

from firsthand.corroborate.contradiction.found import contradictions
from firsthand.corroborate.origins.trace import Traced, trace
from firsthand.corroborate.reuse import copies
from firsthand.corroborate.same_claim.grouped import same_claims
from firsthand.corroborate.telling.propositions import tellings
from firsthand.corroborate.telling.values import Telling
from firsthand.ingest import text_document
from firsthand.pipeline import read_document
from firsthand.resources import Instruments
from firsthand.resources.meaning import MeaningModel
from firsthand.schema import Contradiction, Hints, Reading

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


Groups = dict[str, tuple[Telling, ...]]
Contradicting = Callable[[Sequence[Doc], MeaningModel | None], tuple[Groups, tuple[Contradiction, ...]]]


@pytest.fixture(scope="session")
def contradicting(read_docs: ReadDocs) -> Contradicting:
    """The groups of some documents and what contradicts what, each last voice taken for one hand."""

    def found(docs: Sequence[Doc], meaning: MeaningModel | None) -> tuple[Groups, tuple[Contradiction, ...]]:
        told = [each for reading in read_docs(docs) for each in tellings(reading)]
        groups = {f"g{n}": group for n, group in enumerate(same_claims(told))}
        hand = {each.id: each.chain[-1].name.casefold() if each.chain else None for each in told}
        return groups, contradictions(groups, hand, meaning)[0]

    return found
