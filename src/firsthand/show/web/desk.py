"""The case on the desk: opened anew for each request, its dossier kept until the case changes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from firsthand.case import Case
from firsthand.rules import Rule
from firsthand.schema import (
    ComparedClaim,
    ComparedDocument,
    Contradiction,
    Findings,
    Group,
    Origin,
    Reading,
)
from firsthand.show.denials import Denials
from firsthand.show.dossier import Dossier
from firsthand.show.web.search import Search
from firsthand.show.web.texts import texts

DossierOf = Callable[[Case], Dossier]
Told = Callable[[str], None]
Adding = Callable[[Path, Sequence[str], str, Mapping[str, str], Told], list[dict[str, Any]]]
"""Folder, names of files in it, who adds them, what is said of them, who is told the name of each item that
is done -> what became of each."""


@dataclass
class Upload:
    """How far an upload is: bytes of it here, items of it read."""

    of: int = 0
    received: int = 0
    state: Literal["receiving", "received", "reading"] = "receiving"
    read: int = 0
    name: str = ""


@dataclass(frozen=True)
class Seen:
    """A dossier with what the pages look up in it, made once for each state of the case."""

    dossier: Dossier
    last: int
    """Number of the log's last entry."""

    @property
    def found(self) -> Findings:
        """What comparing found."""
        return self.dossier.findings

    @cached_property
    def readings(self) -> dict[str, Reading]:
        """Readings by the id of their document."""
        return {reading.document.id: reading for reading in self.dossier.readings}

    @cached_property
    def documents(self) -> dict[str, ComparedDocument]:
        """What a list shows of each document."""
        return {each.id: each for each in self.found.documents}

    @cached_property
    def groups(self) -> dict[str, Group]:
        """Groups by id."""
        return {group.id: group for group in self.found.groups}

    @cached_property
    def origins(self) -> dict[str, Origin]:
        """First hands by id."""
        return {origin.id: origin for origin in self.found.origins}

    @cached_property
    def tellings(self) -> dict[str, list[ComparedClaim]]:
        """The tellings of each group."""
        found: dict[str, list[ComparedClaim]] = {}
        for claim in self.found.claims:
            found.setdefault(claim.group, []).append(claim)
        return found

    @cached_property
    def groups_of_claim(self) -> dict[str, list[Group]]:
        """The groups that tell a claim of a document, by `d3.c4`."""
        found: dict[str, list[Group]] = {}
        for claim in self.found.claims:
            group = self.groups.get(claim.group)
            held = found.setdefault(claim_of(claim.id), [])
            if group is not None and group not in held:
                held.append(group)
        return found

    @cached_property
    def against(self) -> dict[str, list[tuple[Contradiction, Group]]]:
        """What cannot hold together with a group, and the group that says so."""
        found: dict[str, list[tuple[Contradiction, Group]]] = {}
        for pair in self.found.contradictions:
            for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
                if other in self.groups:
                    found.setdefault(one, []).append((pair, self.groups[other]))
        return found

    @cached_property
    def search(self) -> Search:
        """Full text of documents, claims, voices and places."""
        return Search(self.dossier)

    @cached_property
    def denials(self) -> Denials:
        """What of it is denied by a voice."""
        return Denials(self.found, self.dossier.readings)

    def worded(self, group: Group) -> str:
        """The words of a group, `denied: ...` where they are what a voice denies."""
        return self.denials.worded(group, texts().all["minus.denied_words"])

    def named(self, document: str) -> str:
        """What a reader calls a document: its publisher, else its title, else its file's own name."""
        held = self.documents.get(document)
        reading = self.readings.get(document)
        name = Path(reading.document.name or "").name if reading else ""
        return (held and (held.publisher or held.title)) or name or document


def claim_of(telling: str) -> str:
    """`d3.c4` of the telling `d3/c4.1`."""
    document, _, claim = telling.partition("/")
    return f"{document}.{claim.split('.')[0]}"


@dataclass
class Desk:
    """What the pages are made from, and how anything is changed."""

    path: Path
    dossier_of: DossierOf
    actor: str
    rules: Mapping[str, Rule] = field(default_factory=dict)
    adding: Adding | None = None
    _seen: Seen | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)
    add_lock: threading.Lock = field(default_factory=threading.Lock)
    """One upload is read at a time: two would only take each other's processor."""
    uploads: dict[str, Upload] = field(default_factory=dict)
    """Those on their way, by the name that the page gave each."""

    @contextmanager
    def case(self) -> Iterator[Case]:
        """The case, for one request in one thread."""
        with Case(self.path) as opened:
            yield opened

    def seen(self) -> Seen:
        """The case as it is now."""
        with self._lock, self.case() as case:
            held = self._seen
            newer = [entry.n for entry in case.store.log(held.last if held else 0)]
            if held is None or newer:
                held = Seen(self.dossier_of(case), newer[-1] if newer else 0)
                self._seen = held
            return held
