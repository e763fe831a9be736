"""What is shown of a case, gathered once: the terminal, the pages and the exports all read this value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

import msgspec

from firsthand.case import Case, Clips, Decision, Held, Original, Remembering
from firsthand.case.log import GENESIS, Entry
from firsthand.pipeline import compare
from firsthand.schema import Chain, Clip, Findings, Group, Reading
from firsthand.show import decided, decided_groups
from firsthand.show.clip_findings import tied, with_clips
from firsthand.show.code_version import code_version
from firsthand.show.joining import Joining
from firsthand.show.joining import compared as joins

FILED = "dossier"
"""The log's action for a dossier that was written: it changes nothing of what a dossier shows."""

COMPARING = ("corroborate", "resources", "schema")
"""The code and the lists that a comparison is made by: other code makes its own."""


@dataclass(frozen=True)
class ClipShown:
    """A clip of a case: what it says of itself, its small pictures, what people noted and tied to it."""

    id: str
    clip: Clip | None
    """Null where no reading of this version is there."""
    pictures: tuple[tuple[float, bytes], ...] = ()
    """Second and JPEG bytes, as they were made when the clip came."""
    notes: tuple[tuple[str, Decision], ...] = ()
    links: Mapping[str, Decision] = field(default_factory=dict)


@dataclass(frozen=True)
class LogShown:
    """The log of a case in short: how many entries, who did how much of what, and the last digest."""

    entries: int = 0
    head: str = GENESIS
    first_at: str = ""
    last_at: str = ""
    counts: tuple[tuple[str, str, int], ...] = ()
    """(who, did what, how often), in the order of first doing."""


@dataclass(frozen=True)
class Dossier:
    """Readings, in the order of their documents, and what comparing them found."""

    title: str
    readings: Sequence[Reading]
    """With what people corrected in them."""
    findings: Findings
    unread: tuple[str, ...] = ()
    """Ids of documents that have no reading of this version."""
    created: str | None = None
    """When the case was made; null where there is no case."""
    decisions: decided.Decisions = field(default_factory=dict)
    aside: tuple[Decision, ...] = ()
    """Decisions on words that are read otherwise today: kept, not applied."""
    joining: tuple[Joining, ...] = ()
    """Tellings that came after a claim was split in two, and wait to be told which of the two they join."""
    history: tuple[Decision, ...] = ()
    """Every decision ever made, in its order."""
    held: tuple[Held, ...] = ()
    originals: Mapping[str, Original] = field(default_factory=dict)
    """Original bytes by their hash."""
    clips: tuple[ClipShown, ...] = ()
    log: LogShown = field(default_factory=LogShown)
    not_read: tuple[str, ...] = ()
    """What could not be read, with why."""
    made_by: tuple[str, ...] = ()
    """Which machines made the readings."""

    def decided_of(self, group: Group) -> dict[str, Decision]:
        """What people decided of a group, by field."""
        return decided.of_group(group, self.decisions)

    def decided_on(self, name: str) -> Mapping[str, Decision]:
        """What people decided of a document, a value or a source, by field."""
        return self.decisions.get(name, {})


def of_case(case: Case) -> Dossier:
    """Everything that a case holds, documents and footage, as last read and as people decided.

    Where people tied texts to clips, footage under two names is counted as one first hand.
    """
    decisions = decided.in_force(case)
    laid: list[decided.Laid] = []
    unread: list[str] = []
    held = tuple(case.store.documents())
    for each in held:
        reading = case.reading(each)
        if reading is None:
            unread.append(each.id)
        else:
            laid.append(decided.laid_over(reading, decisions))
    readings = _without_folders([each.reading for each in laid])
    kept = [decided.without_rejected(each, decisions) for each in readings]
    grades, clips = decided.grades(decisions), tied(case, readings)
    with Remembering(case.path, code_version(COMPARING)) as memory:
        compared, joining = joins(
            lambda regrouped: compare(kept, grades, clips, regrouped, memory),
            decided_groups.regrouped(decisions),
            decisions,
            kept,
        )
    aside = [decision for each in laid for decision in each.aside]
    aside += decided_groups.set_aside(decisions, compared, kept)
    today = decided_groups.followed(decisions, compared)
    found = decided.group_laid_over(compared, today)
    made = [case.store.reading(each.number) for each in held]
    return Dossier(
        title=case.about.name,
        readings=readings,
        findings=with_clips(case, readings, found),
        unread=tuple(unread),
        created=case.about.created,
        decisions=today,
        aside=tuple(aside),
        joining=joining,
        history=tuple(case.store.decisions()),
        held=held,
        originals={each.sha256: each for each in case.store.originals()},
        clips=_clips(case),
        log=_log(case),
        not_read=tuple(f"{PurePath(item.name).name}: {item.why}" for item in case.store.unreadable()),
        made_by=tuple(dict.fromkeys(each.made_by for each in made if each is not None)),
    )


def _without_folders(readings: list[Reading]) -> list[Reading]:
    """Readings that name their files without the folders of this machine, where that keeps them apart.

    What leaves the machine tells nobody how its folders are called.
    """
    short = [PurePath(reading.document.name or "").name for reading in readings]
    if len(set(short)) < len(short):
        return readings
    return [_named(reading, name) if name else reading for reading, name in zip(readings, short, strict=True)]


def _named(reading: Reading, name: str) -> Reading:
    was = reading.document.name

    def renamed(chain: Chain) -> Chain:
        return tuple(msgspec.structs.replace(v, name=name) if v.name == was else v for v in chain)

    return msgspec.structs.replace(
        reading,
        document=msgspec.structs.replace(reading.document, name=name),
        claims=tuple(msgspec.structs.replace(each, chain=renamed(each.chain)) for each in reading.claims),
    )


def _clips(case: Case) -> tuple[ClipShown, ...]:
    clips = Clips(case)
    return tuple(
        ClipShown(
            id=held.id,
            clip=clips.description(held),
            pictures=tuple(clips.pictures(held)),
            notes=tuple(clips.notes(held)),
            links=clips.links(held),
        )
        for held in clips.all()
    )


def _log(case: Case) -> LogShown:
    entries: list[Entry] = [entry for entry in case.store.log() if entry.action != FILED]
    counts: dict[tuple[str, str], int] = {}
    for entry in entries:
        counts[entry.actor, entry.action] = counts.get((entry.actor, entry.action), 0) + 1
    if not entries:
        return LogShown()
    return LogShown(
        entries=entries[-1].n,
        head=entries[-1].digest,
        first_at=entries[0].at,
        last_at=entries[-1].at,
        counts=tuple((actor, action, count) for (actor, action), count in counts.items()),
    )


def findings_digest(found: Findings) -> str:
    """SHA-256 of the findings as JSON: the same findings, the same digest."""
    import hashlib

    return hashlib.sha256(msgspec.json.encode(found, order="deterministic")).hexdigest()
