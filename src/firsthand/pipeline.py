"""The way of a document: bytes -> Document -> Reading with its claims; many readings -> Findings.

The only file that knows all rooms. It holds no logic; instruments and hints are arguments.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from firsthand.corroborate import Memory, Reliability, corroborate
from firsthand.corroborate import rules as corroborate_rules
from firsthand.extract import extract, skimmed
from firsthand.extract import rules as extract_rules
from firsthand.ground import ground
from firsthand.ground import rules as ground_rules
from firsthand.ingest import ingest
from firsthand.ingest import rules as ingest_rules
from firsthand.resources import Instruments, default_instruments
from firsthand.resources.meaning import default_meaning
from firsthand.resources.parser import parsed
from firsthand.rules import Rule
from firsthand.schema import Document, Findings, Hints, Reading, Regrouped, Unreadable


def read(data: bytes, hints: Hints, instruments: Instruments | None = None) -> Iterator[Reading | Unreadable]:
    """The readings of the documents in some bytes, in their order, with what could not be read among them."""
    for item in ingest(data, hints):
        yield item if isinstance(item, Unreadable) else read_document(item, instruments)


def read_document(document: Document, instruments: Instruments | None = None) -> Reading:
    """The reading of one document: who says what (extract), when, where and how many (ground)."""
    with_these = instruments or default_instruments()
    document = skimmed(document) if with_these.fast else document
    parse = parsed(with_these.parser, document.text, document.paragraphs, document.parsed)
    return ground(extract(document, parse, with_these.voices), parse, with_these.gazetteer)


def compare(
    readings: Iterable[Reading],
    grades: Mapping[str, Reliability] | None = None,
    footage: Iterable[Collection[str]] = (),
    regrouped: Iterable[Regrouped] = (),
    memory: Memory | None = None,
    instruments: Instruments | None = None,
) -> Findings:
    """What several documents say together: same claims, copies, first hands, contradictions.

    `grades`: how reliable the user holds sources to be, A to F, by their names. `footage`: claims that go
    back to one clip, set by set. `regrouped`: which groups people say are one claim, or hold two.
    `memory`: what earlier comparisons left, so that only what a new document touches is compared anew.
    `instruments`: of these only the encoder of meaning is used; the one that ships where none are given.
    """
    meaning = instruments.meaning if instruments is not None else default_meaning()
    return corroborate(readings, grades, footage, regrouped, memory, meaning)


def rules() -> tuple[Rule, ...]:
    """Every rule of the house, room by room, in the order tried."""
    return (*ingest_rules(), *extract_rules(), *ground_rules(), *corroborate_rules())
