"""Other spellings of places out of GeoNames' `alternateNamesV2`, for places that either gazetteer holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from firsthand.resources.gazetteer import SHIPPED
from firsthand.resources.gazetteer_names import fold
from firsthand.resources.gazetteer_store import writable_name

_NO_LANGUAGES = frozenset(
    ("link", "wkdt", "post", "phon", "piny", "iata", "icao", "faac", "fr_1793", "unlc", "tcid", "abbr")
)
"""What the column of languages holds besides languages: links, codes, revolutionary names."""

_BATCH = 20_000
Name = tuple[str, int, int]


def read_spellings(file: sqlite3.Connection, lines: Iterable[str]) -> int:
    """Take in the spellings that are not known yet; gives how many the file has for places that are held.

    A shipped place that gets a new spelling is copied beside it, as names lie with their places.
    """
    shipped = sqlite3.connect(f"{SHIPPED.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        held = {number for (number,) in file.execute("SELECT id FROM place")}
        ships = {number for (number,) in shipped.execute("SELECT id FROM place")}
        count, rows = 0, _rows(lines, held | ships)
        while batch := list(islice(rows, _BATCH)):
            count += len(batch)
            copied = sorted({number for _, number, _ in batch} & ships - held)
            held |= set(_copy(file, shipped, copied, batch))
        return count
    finally:
        shipped.close()


def _rows(lines: Iterable[str], held: set[int]) -> Iterator[Name]:
    for line in lines:
        row = line.rstrip("\r\n").split("\t")
        if len(row) < 4 or not row[1].isdigit() or int(row[1]) not in held:
            continue
        if row[2] not in _NO_LANGUAGES and writable_name(row[3]):
            yield fold(row[3]), int(row[1]), 1


def _copy(
    file: sqlite3.Connection, shipped: sqlite3.Connection, numbers: list[int], batch: list[Name]
) -> list[int]:
    """Write the names that the shipped file lacks, with the places that they need."""
    keys = sorted({key for key, _, _ in batch})
    known = set(_in(shipped, "SELECT key, place FROM name WHERE key IN", keys))
    new = [row for row in batch if row[:2] not in known]
    needed = sorted({number for _, number, _ in new} & set(numbers))
    rows = _in(shipped, "SELECT * FROM place WHERE id IN", needed)
    file.executemany("INSERT OR IGNORE INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?)", rows)
    file.executemany("INSERT OR IGNORE INTO name VALUES (?,?,?)", new)
    return needed


def _in(base: sqlite3.Connection, query: str, values: Sequence[object]) -> Iterator[Any]:
    for i in range(0, len(values), _AT_ONCE):
        part = values[i : i + _AT_ONCE]
        yield from base.execute(f"{query} ({','.join('?' * len(part))})", part)


_AT_ONCE = 400
