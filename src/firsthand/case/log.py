"""The log of a case: entries chained by their hashes, and the file that mirrors them.

An entry's digest is the SHA-256 of its line in `log.jsonl` without `,"digest":"..."`, and every line
carries the digest of the one before, so nothing can be changed, left out or put between without showing:

    {"n":1,"at":"...","actor":"...","action":"new","subject":"...","detail":{},"previous":"000...","digest":"..."}

Whoever can write to the case can also write the whole chain anew. Against that, note the digest of the last
entry (`firsthand verify` prints it) in another place.
"""

from __future__ import annotations

import hashlib
import itertools
import os
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from firsthand.case.disk import writing_to
from firsthand.schema import Value
from firsthand.schema.errors import Damaged

GENESIS = "0" * 64
"""What the first entry has in place of a previous digest."""


class Entry(Value, frozen=True, kw_only=True):
    """Who did what to what, when, and the chain."""

    n: int
    at: str
    actor: str
    action: str
    subject: str
    detail: dict[str, Any]
    previous: str
    digest: str

    def line(self) -> bytes:
        """The entry as it stands in `log.jsonl`."""
        return msgspec.json.encode(self) + b"\n"

    def computed(self) -> str:
        """The digest that the entry's words give; equal to `digest` unless somebody changed one of them."""
        words = {name: getattr(self, name) for name in self.__struct_fields__ if name != "digest"}
        return hashlib.sha256(msgspec.json.encode(words)).hexdigest()


def now() -> str:
    """The time in UTC, with milliseconds: `2031-03-14T09:26:53.589Z`."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def chained(
    last: Entry | None, actor: str, action: str, subject: str, detail: dict[str, Any], at: str | None = None
) -> Entry:
    """The entry that follows `last`."""
    entry = Entry(
        n=last.n + 1 if last else 1, at=at or now(), actor=actor, action=action, subject=subject,
        detail=detail, previous=last.digest if last else GENESIS, digest="",
    )  # fmt: skip
    return msgspec.structs.replace(entry, digest=entry.computed())


def breaks(entries: Iterable[Entry]) -> list[str]:
    """Where a chain does not hold; empty where it does."""
    found, wanted, previous = [], 1, GENESIS
    for entry in entries:
        if entry.n != wanted:
            found.append(f"log entry {wanted} is missing")
        elif entry.previous != previous:
            found.append(f"log entry {entry.n} does not follow from the one before it")
        if entry.digest != entry.computed():
            found.append(f"log entry {entry.n} was changed after it was written")
        wanted, previous = entry.n + 1, entry.digest
    return found


class Mirror:
    """`log.jsonl`: the log as lines that any tool can read. The database is ahead of it, never behind."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._size = 0  # bytes of the file known to agree with the first `_n` entries
        self._n = 0

    def catch_up(self, entries_after: Callable[[int], Iterable[Entry]]) -> int:
        """Append what the file lacks, and finish a line that a crash cut short; the last entry's number.

        Call it while nobody else writes. Raises `Damaged` where the file says something else.
        """
        wanted = list(entries_after(self._n))
        lines = b"".join(entry.line() for entry in wanted)
        with writing_to(self.path):
            try:
                file = self.path.open("r+b")
            except FileNotFoundError:
                raise Damaged(_missing(self.path)) from None
            with file:
                file.seek(self._size)
                # A power cut can leave a length without its bytes: zeros, which no line holds.
                there = file.read().rstrip(b"\0")
                if not lines.startswith(there):
                    raise Damaged(_differs(self.path, self._n + 1 + _agreeing(lines, there)))
                if len(there) < len(lines):
                    file.seek(self._size + len(there))
                    file.write(lines[len(there) :])
                    file.truncate()
                    file.flush()
                    os.fsync(file.fileno())
        self._size += len(lines)
        self._n = wanted[-1].n if wanted else self._n
        return self._n

    def compare(self, entries: Iterable[Entry], written: int = 0) -> tuple[list[str], list[str]]:
        """Problems, and what the next `add` will put right by itself. Changes nothing.

        `written`: the number of the last entry that is known to have been in the file. A file that ends
        before it was cut by other hands; one that ends behind it, an interrupted command did not finish.
        """
        try:
            there = self.path.read_bytes()
        except FileNotFoundError:
            return [_missing(self.path)], []
        lines = b"".join(entry.line() for entry in entries)
        there = there.rstrip(b"\0")
        if not lines.startswith(there):
            return [_differs(self.path, 1 + _agreeing(lines, there))], []
        behind = lines.count(b"\n") - there.count(b"\n")
        if there.count(b"\n") < written:
            return [_cut_off(self.path, there.count(b"\n"), lines.count(b"\n"))], []
        if behind:
            return [], [f"{self.path.name} lacks the last {behind} entries; the next `add` appends them"]
        return [], []


def _agreeing(lines: bytes, there: bytes) -> int:
    """How many lines two texts share from their start."""
    pairs = zip(lines.splitlines(keepends=True), there.splitlines(keepends=True), strict=False)
    return sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))


def _missing(path: Path) -> str:
    return (
        f"{path} is missing. The database holds the same log: put the file back, or make an empty one of "
        "that name and the next `add` fills it."
    )


def _differs(path: Path, n: int) -> str:
    return (
        f"{path} differs from the database at entry {n}: one of them was changed by hand. "
        "Keep both as they are and compare them with a copy of the case from before."
    )


def _cut_off(path: Path, there: int, held: int) -> str:
    return (
        f"{path} ends after entry {there}, before what the database holds: {held} entries, and more of them "
        "had been written to the file. Its end was removed by hand; the next `add` writes it again."
    )
