"""A case: a folder with originals by hash, one database, one log.

    case.toml  originals/<2>/<sha256>  case.db  log.jsonl

**The database is the truth** of everything but the original bytes; the log's entries are rows in it, written
in the same transaction as the change that they tell of; `log.jsonl` mirrors them. Each change goes

1. original bytes to a file of their own, synced, then renamed to their hash (`originals.put`);
2. rows and log entry in one transaction of the database, durable when it ends;
3. the new log entries to `log.jsonl`, synced;

and only then is it said to be done. 1 to 3 happen while one process holds the database's write lock (3 takes
it anew), so two processes never write one file at once. A process that dies

- in 1 leaves a part of a file in `originals/incoming/`, which the next writer removes;
- between 1 and 2 leaves an original that no row names; `add` of the same file takes it over;
- in 2 leaves a journal, from which SQLite takes the change back when the case is next opened;
- between 2 and 3, or in 3, leaves a mirror that lacks its end; the next writer appends it.

An original is committed before its documents, and each document by itself: whoever dies on the ten thousandth
story of a file has kept the 9,999. `add` again goes on from there, by the mark that an original gets with its
last document (`finished`).
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, NamedTuple, Self

import msgspec

from firsthand.case import settings, sqlite
from firsthand.case.address import Address, address, find
from firsthand.case.disk import sync_folder, write_durably, writing_to
from firsthand.case.interrupt import finish_first
from firsthand.case.log import Mirror, now
from firsthand.case.originals import Originals, measured, sha256
from firsthand.case.store import Decision, Held, NotRead, Original, Step, Store, Suggested, Writing
from firsthand.schema import Hints, Reading, Unreadable, Value
from firsthand.schema.errors import CannotWrite, DecidedSince, UnknownOption

Outcome = Literal["added", "read again", "already there"]

HINTED = ("published", "publisher", "url")
"""What a person may say of an original: recorded as decisions on its hash."""


class Found(NamedTuple):
    """What an id names in a case."""

    address: Address
    held: Held
    reading: Reading | None
    kind: str
    """`document`, or what the value is: `claim`, `time` ..."""
    value: Value | None
    """None for a document."""


class Case:
    """An open case. Use one object in one thread, and close it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.about = settings.about(path)
        self.originals = Originals(path / "originals")
        self.mirror = Mirror(path / "log.jsonl")
        self.store: Store = sqlite.SqliteStore(path / "case.db", self.about.settings.wait_s)

    @classmethod
    def create(cls, path: Path, *, by: str, title: str | None = None) -> Case:
        """A new case in a folder that is not there yet, or empty. It is there whole or not at all."""
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise CannotWrite(f"{path} is there already and not empty. Choose another name for the case.")
        about = settings.About(name=title or path.resolve().name, created=now(), format=settings.FORMAT)
        with writing_to(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            building = path.parent / f".{path.name}-{secrets.token_hex(4)}"
            building.mkdir()
            try:
                cls._furnish(building, about, by)
                if path.exists():
                    path.rmdir()
                building.rename(path)
            except BaseException:
                shutil.rmtree(building, ignore_errors=True)
                raise
            sync_folder(path.parent)
        return cls(path)

    @classmethod
    def _furnish(cls, folder: Path, about: settings.About, by: str) -> None:
        (folder / "originals" / "incoming").mkdir(parents=True)
        write_durably(folder / settings.FILE, settings.toml(about), by_way_of=folder)
        write_durably(folder / "log.jsonl", b"", by_way_of=folder)
        sqlite.create(folder / "case.db")
        with cls(folder) as case, case.writing() as rows:
            rows.append(by, "new", about.name, {"created": about.created, "format": about.format})

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the case."""
        self.store.close()

    # -- changes

    @contextmanager
    def writing(self, *, mirrored: bool = True) -> Iterator[Writing]:
        """One change: durable, log included, when the block ends; or not made at all."""
        with finish_first():
            with self.store.writing() as rows:
                yield rows
            if mirrored:
                self.mend()

    def mend(self) -> None:
        """Bring `log.jsonl` up to the database. Raises `Damaged` where the two contradict each other."""
        with self.store.writing() as rows:
            written = self.mirror.catch_up(self.store.log)
            if written > self.store.mirrored():
                rows.note_mirrored(written)

    def keep(self, data: bytes | Path, *, name: str, by: str, given: Hints | None = None) -> Original:
        """Keep original bytes, or a copy of a file, with what a person says of them.

        The same bytes twice are one original.
        """
        digest, size = measured(data)
        known = self.store.original(digest)
        said = self._news(digest, given)
        named = known is not None and name not in self.store.names(digest)
        if known is not None and self.originals.holds(digest) and not said and not named:
            return known
        # Of new bytes nothing is said to be done yet: the mirror follows with the first document.
        with self.writing(mirrored=known is not None) as rows:
            self.originals.put(digest, data)
            original = self.store.original(digest)
            if original is None:
                original = self._new_original(rows, digest, size, name, by)
            elif name not in self.store.names(digest):
                rows.insert_name(digest, name)
                rows.append(by, "name", digest, {"name": name})
            rows.forget_unreadable("", 0, name)
            for field, value in self._news(digest, given).items():
                self._decide(rows, digest, field, value, by=by, about=None)
        return original

    def _new_original(self, rows: Writing, digest: str, size: int, name: str, by: str) -> Original:
        entry = rows.append(by, "keep", digest, {"name": name, "size": size})
        original = Original(sha256=digest, size=size, name=name, at=entry.at, actor=by)
        rows.insert_original(original)
        return original

    def _news(self, digest: str, given: Hints | None) -> dict[str, str]:
        """What is said of an original that was not already said."""
        if given is None:
            return {}
        said = {field: getattr(given, field) for field in HINTED}
        known = self.decided(digest)
        return {f: v for f, v in said.items() if v is not None and (f not in known or known[f].value != v)}

    def decide(
        self,
        target: str,
        field: str,
        value: object,
        *,
        by: str,
        about: object = None,
        if_last: int | None = None,
        beside: Iterable[str] = (),
    ) -> Decision:
        """Record what a person decides. An earlier decision on the same field stays, superseded.

        `if_last`: the number of the last decision on the target that the person has seen, 0 for none. Raises
        `DecidedSince` where there is a later one, on the target or on what it is decided together with
        (`beside`).
        """
        with self.writing() as rows:
            seen = (each for name in {target, *beside} for each in self.store.decisions(name))
            last = max(seen, key=lambda each: each.n, default=None)
            if if_last is not None and last is not None and last.n > if_last:
                raise DecidedSince(
                    f"{last.actor} decided {last.field} of {last.target} at {last.at} (number {last.n}), "
                    "after what you saw. Nothing was recorded. Look again, then decide with --if-last "
                    f"{last.n}."
                )
            return self._decide(rows, target, field, value, by=by, about=about)

    def _decide(
        self, rows: Writing, target: str, field: str, value: object, *, by: str, about: object
    ) -> Decision:
        earlier = self.decided(target).get(field)
        supersedes = earlier.n if earlier else None
        detail = {"field": field, "value": value, "about": about, "supersedes": supersedes}
        entry = rows.append(by, "decide", target, detail)
        decision = Decision(
            n=entry.n, target=target, field=field, value=value, about=about, actor=by, at=entry.at,
            supersedes=supersedes,
        )  # fmt: skip
        rows.insert_decision(decision)
        return decision

    def put_reading(
        self, held: Held, reading: bytes, *, step: Step, hints: str, by: str, last: bool = False
    ) -> tuple[Outcome, Held]:
        """Keep the reading of a document, and the document itself if it is new (`number` 0).

        `last` tells that all other items of its original have been dealt with.
        """
        with self.writing() as rows:
            known = self.store.document_by_key(held.key)
            document = known or rows.insert_document(held.key, held.original, held.position, held.given_id)
            outcome: Outcome = "already there"
            if known is None:
                detail = {"key": held.key, "original": held.original, "position": held.position}
                rows.append(by, "add", document.id, detail | {"given_id": held.given_id})
            # A document that came in another original first is read as it stood there.
            if document.original == held.original:
                outcome = self._suggest(rows, document, reading, step, hints, by)
                outcome = "added" if known is None else outcome
            self._settle(rows, held.original, held.position, step, hints, last=last, document=document.number)
        return outcome, document

    def _suggest(
        self, rows: Writing, document: Held, reading: bytes, step: Step, hints: str, by: str
    ) -> Outcome:
        there = self.store.reading_of(document.number, step.name, step.version, hints)
        if there is not None:
            rows.show_reading(there)
            return "already there"
        digest = sha256(reading)
        detail = {"step": step.name, "version": step.version, "made_by": step.made_by, "digest": digest}
        entry = rows.append(by, "read", document.id, detail)
        suggested = Suggested(
            document=document.number, step=step.name, version=step.version, hints=hints,
            made_by=step.made_by, at=entry.at, digest=digest, reading=reading,
        )  # fmt: skip
        rows.put_reading(suggested)
        return "read again"

    def put_unreadable(
        self, item: Unreadable, at: tuple[str, int], *, step: Step, hints: str, by: str, last: bool = False
    ) -> None:
        """Record that an item could not be read. `at` is its original and its position in it.

        The original is "" where not even its bytes could be had.
        """
        original, position = at
        not_read = NotRead(
            original=original, position=position, version=step.version, name=item.name, why=item.why,
            advice=item.advice, at=now(),
        )  # fmt: skip
        with self.writing() as rows:
            before = self._unreadable(original, position, item.name)
            if before is None or msgspec.structs.replace(before, at=not_read.at) != not_read:
                detail = {"original": original, "position": position, "why": item.why}
                rows.append(by, "unreadable", item.name, detail | {"made_by": step.made_by})
                rows.put_unreadable(not_read)
            if last:
                rows.put_finished(original, step.name, step.version, hints)

    def _unreadable(self, original: str, position: int, name: str) -> NotRead | None:
        items = self.store.unreadable(original)
        return next((i for i in items if (i.position, i.name) == (position, name)), None)

    def confirm(self, held: Held, at: tuple[str, int], *, step: Step, hints: str, last: bool = False) -> None:
        """Note that the item `at` an original and a position is a document that is there with its reading."""
        original, position = at
        there = self.store.reading_of(held.number, step.name, step.version, hints)
        shown = there is None or there == self.store.reading(held.number)
        if not last and shown and held == self.store.document_at(original, position):
            return
        with self.writing() as rows:
            if there is not None:
                rows.show_reading(there)
            self._settle(rows, original, position, step, hints, last=last, document=held.number)

    def _settle(
        self,
        rows: Writing,
        original: str,
        position: int,
        step: Step,
        hints: str,
        *,
        last: bool,
        document: int,
    ) -> None:
        rows.put_appearance(original, position, document)
        for item in self.store.unreadable(original):
            if item.position == position:
                rows.forget_unreadable(original, position, item.name)
        if last:
            rows.put_finished(original, step.name, step.version, hints)

    # -- questions

    def decided(self, target: str) -> dict[str, Decision]:
        """The decisions in force on a target, by field."""
        return {decision.field: decision for decision in self.store.decisions(target)}

    def hints(self, original: Original) -> Hints:
        """What is known of an original beyond its bytes: its first name, and what people said of it."""
        said = {field: d.value for field, d in self.decided(original.sha256).items() if field in HINTED}
        return Hints(name=original.name, **said)

    def locate(self, typed: str) -> tuple[Address, Held]:
        """What a person typed (`d3`, `d3.c4`), and the document it is in. Raises `UnknownOption`."""
        named = address(typed)
        held = self.store.document(named.number)
        if held is None:
            count = sum(1 for _ in self.store.documents())
            raise UnknownOption(f"{self.path} has no document d{named.number}; it has {count}, from d1 on.")
        return named, held

    def reading(self, held: Held) -> Reading | None:
        """The reading shown of a document; None where it was deleted or another version wrote it.

        `add` of the same file again brings it back.
        """
        suggested = self.store.reading(held.number)
        if suggested is None:
            return None
        try:
            reading = msgspec.json.decode(suggested.reading, type=Reading)
        except msgspec.DecodeError:
            return None
        return msgspec.structs.replace(
            reading, document=msgspec.structs.replace(reading.document, id=held.id)
        )

    def value(self, typed: str) -> Found:
        """What an id names: `d3` a document, `d3.c4` a value in its reading. Raises `UnknownOption`."""
        named, held = self.locate(typed)
        reading = self.reading(held)
        if named.value is None:
            return Found(named, held, reading, "document", None)
        found = find(reading, named.value) if reading else None
        if found is None:
            raise UnknownOption(
                f"{held.id} has no {named.value}. `firsthand claims {self.path}` lists its claims, "
                f"`firsthand why {self.path} {held.id}` tells when and by what it was read."
            )
        return Found(named, held, reading, *found)


def hints_key(hints: Hints) -> str:
    """What of the hints can change a reading, in one string."""
    return msgspec.json.encode({field: getattr(hints, field) for field in HINTED}).decode()


def document_key(document_sha256: str, original: str, ordinal: int) -> str:
    """What makes a document the same document, whatever its name and whichever version reads it.

    Its own bytes' hash. Items that have no bytes of their own (the entries of a feed) carry the hash of the
    whole, and are told apart by their place among those: `<hash>#2`.
    """
    return document_sha256 if document_sha256 != original or ordinal == 1 else f"{document_sha256}#{ordinal}"
