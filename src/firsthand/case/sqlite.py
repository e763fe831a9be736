"""The store in one SQLite file.

Rollback journal, not write-ahead log: a case at rest is one file, can be copied with any tool, opened from a
read-only disk and kept on a network drive; and a commit is durable against a power cut (synchronous=EXTRA).
Writers wait for each other; readers wait only for the moment of a commit.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from firsthand.case.disk import FORBIDDEN, FULL, cannot_write
from firsthand.case.log import Entry, chained
from firsthand.case.sqlite_clips import ClipRows, ClipWriting, statements
from firsthand.case.store import Decision, Held, NotRead, Original, Suggested
from firsthand.schema import Value
from firsthand.schema.errors import CaseBusy, Damaged, NotACase

SCHEMA = 1
APPLICATION = 0x46485744  # "FHWD": how `file` and SQLite itself know whose database this is

_BUSY = {"SQLITE_BUSY", "SQLITE_LOCKED"}
_REFUSED = {
    "SQLITE_FULL": FULL,
    "SQLITE_READONLY": FORBIDDEN,
    "SQLITE_PERM": FORBIDDEN,
    "SQLITE_CANTOPEN": FORBIDDEN,
    "SQLITE_IOERR": "the disk is full or fails. Make room",
}
_BROKEN = {"SQLITE_CORRUPT", "SQLITE_NOTADB"}

V = TypeVar("V", bound=Value)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what SQLite says of the file into an error that says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        name = "_".join(getattr(error, "sqlite_errorname", "").split("_")[:2])
        if name in _BUSY:
            raise CaseBusy(
                f"{path.parent} is being written to by another command. Run this again when that is done."
            ) from error
        if name in _REFUSED:
            raise cannot_write(path, _REFUSED[name]) from error
        if name in _BROKEN:
            raise Damaged(
                f"{path} is damaged ({error}). Keep it, and go on from a copy of the case."
            ) from error
        raise


def create(path: Path) -> None:
    """Make an empty store."""
    with _told(path):
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            connection.executescript(
                f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {SCHEMA};"
                "PRAGMA synchronous = EXTRA; BEGIN;"
                + files(__package__).joinpath("schema.sql").read_text(encoding="utf-8")
                + "".join(statements())
                + "COMMIT;"
            )
        finally:
            connection.close()


class SqliteStore(ClipRows):
    """The rows of one case in one file. Use one object in one thread."""

    def __init__(self, path: Path, wait_s: float) -> None:
        self.path = path
        if not path.is_file():
            raise Damaged(
                f"{path.parent} has lost its {path.name}. Put the file back from a copy of the case; its "
                "originals and log.jsonl are kept."
            )
        with _told(path):
            # `rw`, not `ro`, for readers too: only then can what a killed writer left behind be rolled back.
            # On a read-only disk SQLite opens the file for reading by itself.
            uri = f"{path.resolve().as_uri()}?mode=rw"
            self._connection = sqlite3.connect(uri, uri=True, timeout=wait_s, isolation_level=None)
            try:
                self._prepare()
            except BaseException:
                self._connection.close()
                raise

    def _prepare(self) -> None:
        marks = [
            self._connection.execute(f"PRAGMA {p}").fetchone()[0] for p in ("application_id", "user_version")
        ]
        if marks != [APPLICATION, SCHEMA]:
            raise NotACase(
                f"{self.path} has the marks {marks}, not {[APPLICATION, SCHEMA]}: it is another version's or "
                "another program's. Use the version that wrote it."
            )
        self._connection.execute("PRAGMA synchronous = EXTRA")
        self._connection.execute("PRAGMA foreign_keys = ON")

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @contextmanager
    def writing(self) -> Iterator[SqliteWriting]:
        """One writer at a time, over all processes; see `Store.writing`."""
        with _told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield SqliteWriting(self._connection)
                self._connection.execute("COMMIT")
            except BaseException:
                # A full disk may have rolled it back already. If even the rollback is refused, the journal
                # stays, and whoever opens the file next rolls back from it.
                with suppress(sqlite3.Error):
                    if self._connection.in_transaction:
                        self._connection.execute("ROLLBACK")
                raise

    def _all(self, kind: type[V], question: str, *values: object) -> Iterator[V]:
        with _told(self.path):
            cursor = self._connection.execute(question, values)
            names = [column[0] for column in cursor.description]
            # A page at a time and not held open: a reader that dawdles would keep writers waiting.
            rows = cursor.fetchall()
        for row in rows:
            yield _value(kind, dict(zip(names, row, strict=True)))

    def _one(self, kind: type[V], question: str, *values: object) -> V | None:
        return next(self._all(kind, question, *values), None)

    def original(self, sha256: str) -> Original | None:
        """Given bytes, by their hash."""
        return self._one(Original, "SELECT * FROM original WHERE sha256 = ?", sha256)

    def originals(self) -> Iterator[Original]:
        """All given bytes, by their hash."""
        return self._all(Original, "SELECT * FROM original ORDER BY sha256")

    def names(self, sha256: str) -> tuple[str, ...]:
        """Every name under which bytes came, the first one first."""
        question = (
            "SELECT name, 0 AS rank FROM original WHERE sha256 = ?1 "
            "UNION ALL SELECT name, 1 FROM original_name WHERE sha256 = ?1 ORDER BY rank, name"
        )
        with _told(self.path):
            return tuple(row[0] for row in self._connection.execute(question, (sha256,)))

    def document(self, number: int) -> Held | None:
        """A document by its number."""
        return self._one(Held, "SELECT * FROM document WHERE number = ?", number)

    def document_by_key(self, key: str) -> Held | None:
        """A document by its key."""
        return self._one(Held, "SELECT * FROM document WHERE key = ?", key)

    def documents(self) -> Iterator[Held]:
        """All documents, in the order in which they came."""
        return self._all(Held, "SELECT * FROM document ORDER BY number")

    def documents_of(self, original: str) -> tuple[Held, ...]:
        """The documents that an original holds, in their order."""
        question = (
            "SELECT document.* FROM suggestion_appearance AS appearance JOIN document "
            "ON document.number = appearance.document "
            "WHERE appearance.original = ? ORDER BY appearance.position"
        )
        return tuple(self._all(Held, question, original))

    def document_at(self, original: str, position: int) -> Held | None:
        """The document at a position of an original, as last read."""
        question = (
            "SELECT document.* FROM suggestion_appearance AS appearance JOIN document "
            "ON document.number = appearance.document "
            "WHERE (appearance.original, appearance.position) = (?, ?)"
        )
        return self._one(Held, question, original, position)

    def reading(self, document: int) -> Suggested | None:
        """The reading that is shown of a document."""
        question = (
            "SELECT r.* FROM suggestion_current AS c JOIN suggestion_reading AS r "
            "USING (document, step, version, hints) WHERE document = ?"
        )
        return self._one(Suggested, question, document)

    def reading_of(self, document: int, step: str, version: str, hints: str) -> Suggested | None:
        """The reading that one version made with some hints."""
        question = "SELECT * FROM suggestion_reading WHERE (document, step, version, hints) = (?, ?, ?, ?)"
        return self._one(Suggested, question, document, step, version, hints)

    def readings(self) -> Iterator[Suggested]:
        """All readings, old ones too. One at a time: together they may not fit into memory."""
        with _told(self.path):
            rows = self._connection.execute("SELECT rowid FROM suggestion_reading ORDER BY rowid").fetchall()
        for (row,) in rows:
            yield from self._all(Suggested, "SELECT * FROM suggestion_reading WHERE rowid = ?", row)

    def unreadable(self, original: str | None = None) -> Iterator[NotRead]:
        """The items of an original, or all items, that could not be read."""
        question = (
            "SELECT * FROM suggestion_unreadable WHERE original >= ?1 AND (?2 OR original = ?1) "
            "ORDER BY original, position, name"
        )
        return self._all(NotRead, question, original or "", original is None)

    def is_finished(self, original: str, step: str, version: str, hints: str) -> bool:
        """Whether every item of an original has been dealt with by one version."""
        question = "SELECT 1 FROM suggestion_finished WHERE (original, step, version, hints) = (?, ?, ?, ?)"
        with _told(self.path):
            found = self._connection.execute(question, (original, step, version, hints)).fetchone()
        return found is not None

    def unfinished(self) -> Iterator[Original]:
        """Originals that no version has dealt with to their end."""
        question = (
            "SELECT * FROM original WHERE sha256 NOT IN (SELECT original FROM suggestion_finished) "
            "ORDER BY sha256"
        )
        return self._all(Original, question)

    def decisions(self, target: str | None = None) -> Iterator[Decision]:
        """Decisions on a target, or all, in the order in which they were made."""
        question = "SELECT * FROM decision WHERE ?1 IS NULL OR target = ?1 ORDER BY n"
        return self._all(Decision, question, target)

    def log(self, after: int = 0) -> Iterator[Entry]:
        """Log entries with a number above `after`, in order."""
        return self._all(Entry, "SELECT * FROM log WHERE n > ? ORDER BY n", after)

    def mirrored(self) -> int:
        """The number of the last entry that is known to stand in `log.jsonl`; 0 where nobody noted it."""
        there = "SELECT 1 FROM sqlite_master WHERE name = 'mirrored'"
        with _told(self.path):
            if self._connection.execute(there).fetchone() is None:  # a case from before this was noted
                return 0
            row = self._connection.execute("SELECT max(n) FROM mirrored").fetchone()
        return int(row[0] or 0)

    def problems(self) -> list[str]:
        """What SQLite finds wrong with the file and its references."""
        try:
            rows = self._connection.execute("PRAGMA integrity_check").fetchall()
            broken = self._connection.execute("PRAGMA foreign_key_check").fetchall()
        except sqlite3.DatabaseError as error:
            return [f"{self.path}: {error}"]
        found = [f"{self.path}: {row[0]}" for row in rows if row[0] != "ok"]
        return found + [
            f"{self.path}: a row of {r[0]} refers to one of {r[2]} that is missing" for r in broken
        ]


class SqliteWriting(ClipWriting):
    """Changes inside `SqliteStore.writing()`; see `Writing`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def _insert(self, table: str, value: Value, *, instead: str = "") -> None:
        row = msgspec.structs.asdict(value)
        for name in _JSON.get(type(value), ()):
            row[name] = msgspec.json.encode(row[name]).decode()
        marks = ", ".join("?" * len(row))
        self._connection.execute(
            f"INSERT {instead} INTO {table} ({', '.join(row)}) VALUES ({marks})",  # noqa: S608 - our own names
            list(row.values()),
        )

    def append(self, actor: str, action: str, subject: str, detail: dict[str, Any]) -> Entry:
        """One more log entry, chained to the last one."""
        row = self._connection.execute("SELECT * FROM log ORDER BY n DESC LIMIT 1")
        names = [column[0] for column in row.description]
        last = row.fetchone()
        before = _value(Entry, dict(zip(names, last, strict=True))) if last else None
        entry = chained(before, actor, action, subject, detail)
        self._insert("log", entry)
        return entry

    def note_mirrored(self, n: int) -> None:
        """The entries up to a number stand in `log.jsonl`, safe on the disk."""
        table = "CREATE TABLE IF NOT EXISTS mirrored (one INTEGER PRIMARY KEY, n INTEGER NOT NULL) STRICT"
        self._connection.execute(table)
        self._connection.execute("INSERT OR REPLACE INTO mirrored VALUES (1, ?)", (n,))

    def insert_original(self, original: Original) -> None:
        """Bytes that are already safe in `originals/`."""
        self._insert("original", original)

    def insert_name(self, sha256: str, name: str) -> None:
        """Another name of known bytes."""
        self._connection.execute("INSERT INTO original_name VALUES (?, ?)", (sha256, name))

    def insert_document(self, key: str, original: str, position: int, given_id: str) -> Held:
        """A new document, with the next number."""
        (number,) = self._connection.execute("SELECT coalesce(max(number), 0) + 1 FROM document").fetchone()
        held = Held(number=number, key=key, original=original, position=position, given_id=given_id)
        self._insert("document", held)
        return held

    def insert_decision(self, decision: Decision) -> None:
        """A decision whose log entry was appended before."""
        self._insert("decision", decision)

    def put_reading(self, suggested: Suggested) -> None:
        """A reading, and the one shown from now on. One that is there under the same key is replaced."""
        self._insert("suggestion_reading", suggested, instead="OR REPLACE")
        self.show_reading(suggested)

    def show_reading(self, suggested: Suggested) -> None:
        """Let a reading that is there be the one shown."""
        self._connection.execute(
            "INSERT OR REPLACE INTO suggestion_current VALUES (?, ?, ?, ?)",
            (suggested.document, suggested.step, suggested.version, suggested.hints),
        )

    def put_appearance(self, original: str, position: int, document: int) -> None:
        """Which document stands at a position of an original."""
        values = (original, position, document)
        self._connection.execute("INSERT OR REPLACE INTO suggestion_appearance VALUES (?, ?, ?)", values)

    def put_unreadable(self, item: NotRead) -> None:
        """An item that could not be read; replaces what was said of it before."""
        self._insert("suggestion_unreadable", item, instead="OR REPLACE")

    def forget_unreadable(self, original: str, position: int, name: str) -> None:
        """Take back that an item could not be read."""
        question = "DELETE FROM suggestion_unreadable WHERE (original, position, name) = (?, ?, ?)"
        self._connection.execute(question, (original, position, name))

    def put_finished(self, original: str, step: str, version: str, hints: str) -> None:
        """Every item of an original has been dealt with."""
        values = (original, step, version, hints)
        self._connection.execute("INSERT OR IGNORE INTO suggestion_finished VALUES (?, ?, ?, ?)", values)


_JSON: dict[type[Value], tuple[str, ...]] = {Entry: ("detail",), Decision: ("value", "about")}
"""Columns that hold JSON."""


def _value(kind: type[V], row: dict[str, Any]) -> V:
    for name in _JSON.get(kind, ()):
        row[name] = msgspec.json.decode(row[name])
    return kind(**row)
