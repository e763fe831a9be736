"""Bring places in GeoNames' dump format into the user's own gazetteer, which is read beside the one that
ships."""

from __future__ import annotations

import csv
import gzip
import hashlib
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import IO, Any

from firsthand.resources.gazetteer import SHIPPED, Gazetteer
from firsthand.resources.gazetteer_names import fold
from firsthand.resources.gazetteer_store import SCHEMA, city_radius_km, writable_name
from firsthand.schema.errors import CannotWrite, FirsthandError

COLUMNS = 19
"""Columns of GeoNames' table `geoname`, in the order of its readme."""

_BATCH = 5_000
_KEPT_CLASSES = frozenset("PAHLTSVUR")
_AREA_KM = {"PCLI": 500, "ADM1": 100, "ADM2": 30, "ADM3": 15, "ADM4": 8}


class NotADump(FirsthandError):
    """The file holds no places in GeoNames' dump format."""


def import_dump(path: Path, into: Path) -> int:
    """Read a country extract or `allCountries.txt` (plain or gzip) into a gazetteer file.

    Returns how many places the file holds. Reading the same file again changes nothing. Everything of one
    file comes in at once or not at all, so that an interrupted import leaves the gazetteer as it was. Lines
    that hold no place (too few columns, no coordinates) are left out.
    """
    digest = _digest(path)
    states = _States()
    into.parent.mkdir(parents=True, exist_ok=True)
    try:
        with closing(sqlite3.connect(into, timeout=30)) as file:
            if not file.execute("SELECT 1 FROM sqlite_master WHERE name = 'place'").fetchone():
                file.executescript(SCHEMA)
            known = file.execute("SELECT sum(places) FROM imported WHERE file = ?", (digest,)).fetchone()[0]
            if known:
                return int(known)
            with file:
                return _read(path, digest, file, states)
    except sqlite3.OperationalError as error:
        raise CannotWrite(
            f"The gazetteer {into} could not be written ({error}). "
            "Close other imports, check the free space, then run the import again."
        ) from error


class _States:
    """The states that the shipped gazetteer draws: a place brought without its state gets the one it
    lies in."""

    def __init__(self) -> None:
        self._shipped = Gazetteer(SHIPPED)
        self._trees: dict[str, tuple[list[int], Any]] = {}

    def of(self, country: str, points: list[tuple[float, float]]) -> list[int | None]:
        """The state that each point of a country lies in; None outside all outlines."""
        import shapely

        if country not in self._trees:
            drawn = [
                (s.id, shape) for s in self._shipped.states(country) if (shape := self._shipped.shape(s.id))
            ]
            self._trees[country] = (
                [number for number, _ in drawn],
                shapely.STRtree([shape for _, shape in drawn]),
            )
        numbers, tree = self._trees[country]
        found: list[int | None] = [None] * len(points)
        for point, state in tree.query(shapely.points(points), predicate="within").T.tolist():
            found[point] = numbers[state]
        return found


def _read(path: Path, digest: str, file: sqlite3.Connection, states: _States) -> int:
    countries: Counter[str] = Counter()
    batch: list[list[str]] = []
    for row in _rows(path):
        countries[row[8]] += 1
        batch.append(row)
        if len(batch) == _BATCH:
            _write(file, batch, states)
            batch = []
    _write(file, batch, states)
    if not countries:
        raise NotADump(
            f"{path} holds no places. Give a file in GeoNames' dump format: {COLUMNS} columns apart by tabs, "
            "such as UA.txt out of UA.zip."
        )
    file.executemany(
        "INSERT INTO imported VALUES (?,?,?)", [(c, digest, n) for c, n in sorted(countries.items())]
    )
    return countries.total()


def _rows(path: Path) -> Iterator[list[str]]:
    """The lines that hold a place."""
    with _opened(path) as lines:
        for row in csv.reader(_clean(lines), delimiter="\t", quoting=csv.QUOTE_NONE):
            if len(row) >= COLUMNS and row[6] in _KEPT_CLASSES and _numbers(row):
                yield row


def _clean(lines: Iterable[str]) -> Iterator[str]:
    return (line.replace("\0", "") for line in lines)


def _numbers(row: list[str]) -> bool:
    try:
        int(row[0])
        return abs(float(row[4])) <= 90 and abs(float(row[5])) <= 180
    except ValueError:
        return False


def _opened(path: Path) -> IO[str]:
    with path.open("rb") as start:
        zipped = start.read(2) == b"\x1f\x8b"
    if zipped:
        return gzip.open(path, "rt", encoding="utf-8", errors="replace", newline="\n")
    return path.open(encoding="utf-8", errors="replace", newline="\n")


def _digest(path: Path) -> str:
    with path.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()


def _write(file: sqlite3.Connection, batch: list[list[str]], states: _States) -> None:
    by_country: dict[str, list[list[str]]] = defaultdict(list)
    for row in batch:
        by_country[row[8]].append(row)
    for country, rows in by_country.items():
        inside = states.of(country, [(float(row[5]), float(row[4])) for row in rows])
        made = (_place(row, state) for row, state in zip(rows, inside, strict=True))
        file.executemany("INSERT OR REPLACE INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?)", made)
    file.executemany(
        "INSERT OR IGNORE INTO name VALUES (?,?,?)", (name for row in batch for name in _names(row))
    )


def _place(row: list[str], state: int | None) -> tuple[object, ...]:
    people = int(row[14]) if row[14].isdigit() else 0
    radius = _AREA_KM.get(row[7]) or round(city_radius_km(people))
    return (
        int(row[0]), row[1], row[7] or row[6], row[8] or None, state, None, round(float(row[4]) * 1e5),
        round(float(row[5]) * 1e5), people, radius, None,
    )  # fmt: skip


def _names(row: list[str]) -> Iterator[tuple[str, int, int]]:
    """The folded names of a row: its own and its ASCII name first, then the other spellings."""
    number = int(row[0])
    own = {fold(name) for name in row[1:3] if name}
    for key in own:
        yield key, number, 0
    for key in {fold(name) for name in row[3].split(",") if writable_name(name)} - own:
        yield key, number, 1
