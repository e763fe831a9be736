"""What earlier comparisons of a case made, in a file of its own that may be removed at any time.

It is no part of the case: it holds nothing that is not made again from the readings and the decisions, it
is not archived, and no error of it reaches anybody. A folder that may not be written to is compared all the
same.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

FILE = "compared.db"
WAIT_S = 0.5
"""Seconds to wait for another process that writes; after that nothing is kept this time."""
SPARE = 3
"""How many times the bytes that were used may lie in the file before what was not used is removed."""


class Remembering:
    """Bytes by a name and the version of the code that made them, for the length of a `with`."""

    def __init__(self, folder: Path, version: str) -> None:
        self._path = folder / FILE
        self._version = version
        self._used: set[str] = set()
        self._held: dict[str, bytes] = {}
        self._made: dict[str, bytes] = {}
        self._file: sqlite3.Connection | None = None

    def __enter__(self) -> Self:
        try:
            self._open()
        except sqlite3.DatabaseError:
            with suppress(OSError, sqlite3.Error):  # damaged, or another's layout: begin anew
                self._close()
                self._path.unlink(missing_ok=True)
                self._open()
        return self

    def __exit__(
        self, error: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(sqlite3.Error):
            self._write()
        self._close()

    def read(self, name: str) -> bytes | None:
        """What this version of the code kept under a name."""
        self._used.add(name)
        return self._held.get(name)

    def keep(self, name: str, made: bytes) -> None:
        """Keep bytes under a name; they are written when the `with` ends."""
        self._made[name] = made

    def _open(self) -> None:
        self._file = sqlite3.connect(self._path, timeout=WAIT_S, isolation_level=None)
        self._file.execute(
            "CREATE TABLE IF NOT EXISTS remembered "
            "(version TEXT, name TEXT, made BLOB, PRIMARY KEY (version, name)) STRICT"
        )
        question = "SELECT name, made FROM remembered WHERE version = ?"
        self._held = dict(self._file.execute(question, (self._version,)))

    def _write(self) -> None:
        if self._file is None or not self._made:
            return
        self._file.execute("BEGIN IMMEDIATE")
        rows = ((self._version, name, made) for name, made in self._made.items())
        self._file.executemany("INSERT OR REPLACE INTO remembered VALUES (?, ?, ?)", rows)
        (held,) = self._file.execute("SELECT sum(length(made)) FROM remembered").fetchone()
        now = self._held | self._made
        if held > SPARE * sum(len(now.get(name, b"")) for name in self._used):
            self._file.execute("CREATE TEMP TABLE used (name TEXT PRIMARY KEY)")
            self._file.executemany("INSERT INTO used VALUES (?)", ((name,) for name in self._used))
            gone = "DELETE FROM remembered WHERE version != ? OR name NOT IN (SELECT name FROM used)"
            self._file.execute(gone, (self._version,))
        self._file.execute("COMMIT")

    def _close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
