"""What is shown of a case, gathered once: the terminal, the pages and the exports all read this value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.case import Case
from firsthand.pipeline import compare
from firsthand.schema import Findings, Reading


@dataclass(frozen=True)
class Dossier:
    """Readings, in the order of their documents, and what comparing them found."""

    title: str
    readings: Sequence[Reading]
    findings: Findings
    unread: tuple[str, ...] = ()
    """Ids of documents that have no reading of this version."""


def of_case(case: Case) -> Dossier:
    """Everything that a case holds, as its last readings tell it."""
    readings: list[Reading] = []
    unread: list[str] = []
    for held in case.store.documents():
        reading = case.reading(held)
        if reading is None:
            unread.append(held.id)
        else:
            readings.append(reading)
    return Dossier(title=case.about.name, readings=readings, findings=compare(readings), unread=tuple(unread))
