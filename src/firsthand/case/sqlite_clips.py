"""The rows of clips in the SQLite store."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from importlib.resources import files
from typing import TypeVar

from firsthand.case.store import HeldClip, SuggestedClip
from firsthand.schema import Value

V = TypeVar("V", bound=Value)


def statements() -> list[str]:
    """The statements of `schema_clips.sql`, one by one."""
    found, begun = [], ""
    for line in files(__package__).joinpath("schema_clips.sql").read_text(encoding="utf-8").splitlines(True):
        begun += line
        if sqlite3.complete_statement(begun):
            found.append(begun)
            begun = ""
    return found


class ClipRows:
    """Questions about clips. A case from before there was footage holds none."""

    _connection: sqlite3.Connection

    def _all(self, kind: type[V], question: str, *values: object) -> Iterator[V]:
        raise NotImplementedError

    def _clips(self, kind: type[V], question: str, *values: object) -> Iterator[V]:
        there = "SELECT 1 AS number, 'clip' AS original FROM sqlite_master WHERE name = 'clip'"
        return self._all(kind, question, *values) if any(self._all(HeldClip, there)) else iter(())

    def clip(self, number: int) -> HeldClip | None:
        """A clip by its number."""
        return next(self._clips(HeldClip, "SELECT * FROM clip WHERE number = ?", number), None)

    def clip_of(self, original: str) -> HeldClip | None:
        """The clip that an original is."""
        return next(self._clips(HeldClip, "SELECT * FROM clip WHERE original = ?", original), None)

    def clips(self) -> Iterator[HeldClip]:
        """All clips, in the order in which they came."""
        return self._clips(HeldClip, "SELECT * FROM clip ORDER BY number")

    def clip_made(self, clip: int, step: str, version: str | None = None) -> SuggestedClip | None:
        """What a step made of a clip: the last, or the one of a version."""
        question = (
            "SELECT * FROM suggestion_clip WHERE clip = ?1 AND step = ?2 AND (?3 IS NULL OR version = ?3) "
            "ORDER BY at DESC, rowid DESC LIMIT 1"
        )
        return next(self._clips(SuggestedClip, question, clip, step, version), None)

    def clip_digests(self, step: str) -> dict[int, str]:
        """The digest of what a step last made of each clip, by the clip's number; the values are not read."""
        question = (
            "SELECT clip AS number, digest AS original FROM suggestion_clip WHERE step = ? ORDER BY at, rowid"
        )
        return {row.number: row.original for row in self._clips(HeldClip, question, step)}

    def clips_made(self) -> Iterator[SuggestedClip]:
        """What all steps made of all clips, old ones too. One at a time."""
        for held in self.clips():
            keys = (
                "SELECT rowid AS number, step AS original FROM suggestion_clip WHERE clip = ? ORDER BY rowid"
            )
            for row in self._clips(HeldClip, keys, held.number):
                yield from self._clips(
                    SuggestedClip, "SELECT * FROM suggestion_clip WHERE rowid = ?", row.number
                )


class ClipWriting:
    """Changes to clips."""

    _connection: sqlite3.Connection

    def _insert(self, table: str, value: Value, *, instead: str = "") -> None:
        raise NotImplementedError

    def insert_clip(self, original: str) -> HeldClip:
        """A new clip, with the next number."""
        for statement in statements():
            self._connection.execute(statement)
        (number,) = self._connection.execute("SELECT coalesce(max(number), 0) + 1 FROM clip").fetchone()
        held = HeldClip(number=number, original=original)
        self._insert("clip", held)
        return held

    def put_clip(self, suggested: SuggestedClip) -> None:
        """What a step made of a clip, shown from now on. The same step's and version's is replaced."""
        self._insert("suggestion_clip", suggested, instead="OR REPLACE")
