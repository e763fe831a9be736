"""Bring GeoNames' files into the user's own gazetteer, which is read beside the one that ships."""

from __future__ import annotations

import csv
import gc
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from firsthand.resources import gazetteer_areas
from firsthand.resources.gazetteer import SHIPPED, Gazetteer
from firsthand.resources.gazetteer_areas import link, note_codes, read_areas
from firsthand.resources.gazetteer_files import PLACE_COLUMNS, NotADump, digest, kind_of, lines
from firsthand.resources.gazetteer_names import fold
from firsthand.resources.gazetteer_spellings import read_spellings
from firsthand.resources.gazetteer_store import SCHEMA, city_radius_km, writable_name
from firsthand.schema.errors import CannotWrite

_BATCH = 25_000
_KEPT_CLASSES = frozenset("PAHLTSVUR")
_AREA_KM = {"PCLI": 500, "ADM1": 100, "ADM2": 30, "ADM3": 15, "ADM4": 8}
NO_COUNTRY = ""
"""Under this country stand files that bring no villages: spellings and codes of areas."""


def import_dump(path: Path, into: Path) -> int:
    """Read one of GeoNames' files (plain, gzip or zip) into a gazetteer file.

    A country extract or `allCountries` brings places, `alternateNamesV2` other spellings of places that are
    held, `admin1CodesASCII` and `admin2Codes` the states and districts that places lie in; in any order,
    though spellings of villages are kept only once the villages are there. Returns how many the file holds.

    Reading the same file again changes nothing. Everything of one file comes in at once or not at all, so
    that an interrupted import leaves the gazetteer as it was. Lines of another form are left out.
    """
    kind, name = kind_of(path), digest(path)
    _make(into.parent)
    try:
        with closing(sqlite3.connect(into, timeout=30)) as file:
            if not file.execute("SELECT 1 FROM sqlite_master WHERE name = 'place'").fetchone():
                file.executescript(SCHEMA)
            file.executescript(gazetteer_areas.SCHEMA + "PRAGMA cache_size = -65536;")
            known = file.execute("SELECT sum(places) FROM imported WHERE file = ?", (name,)).fetchone()[0]
            if known:
                return int(known)
            with file, _uncollected():
                return _read(path, kind, name, file)
    except sqlite3.OperationalError as error:
        raise CannotWrite(
            f"The gazetteer {into} could not be written ({error}). "
            "Close other imports, check the free space, then run the import again."
        ) from error
    except sqlite3.DatabaseError as error:
        raise CannotWrite(
            f"Your own gazetteer {into} is damaged ({error}). Move it away and import your lists again."
        ) from error


@contextmanager
def _uncollected() -> Iterator[None]:
    """Rows make no cycles, and the search for some would cost a fifth of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise CannotWrite(
            f"The folder {folder} for your own gazetteer cannot be made ({why}). "
            "FIRSTHAND_DATA names another one."
        ) from error


def _read(path: Path, kind: str, name: str, file: sqlite3.Connection) -> int:
    with lines(path) as found:
        if kind == "places":
            countries = _read_places(found, file)
        elif kind == "names":
            countries = Counter({NO_COUNTRY: read_spellings(file, found)})
        else:
            countries = Counter({NO_COUNTRY: read_areas(file, found)})
    if kind == "places" and not countries:
        raise NotADump(f"{path} holds no places with a position.")
    if kind != "names":
        link(file, Gazetteer(SHIPPED))
    file.executemany(
        "INSERT INTO imported VALUES (?,?,?)", [(c, name, n) for c, n in sorted(countries.items())]
    )
    return countries.total()


class _States:
    """The states that the shipped gazetteer draws: a place brought without its state gets the one it
    lies in."""

    def __init__(self) -> None:
        self._shipped = Gazetteer(SHIPPED)
        self._drawn: dict[str, tuple[list[int], Any]] = {}

    def of(self, country: str, points: list[tuple[float, float]]) -> list[int | None]:
        """The state that each point of a country lies in; None outside all outlines."""
        import shapely

        if country not in self._drawn:
            drawn = [
                (s.id, shape) for s in self._shipped.states(country) if (shape := self._shipped.shape(s.id))
            ]
            shapes = np.array([shape for _, shape in drawn], object)
            shapely.prepare(shapes)
            self._drawn[country] = ([number for number, _ in drawn], shapes)
        numbers, shapes = self._drawn[country]
        found: list[int | None] = [None] * len(points)
        # Outlines are prepared, points are not: so asked, each corner is not looked at for each point.
        pairs = shapely.STRtree(shapely.points(np.array(points))).query(shapes, predicate="contains")
        for state, point in pairs.T.tolist():
            found[point] = numbers[state]
        return found


def _read_places(found: Iterable[str], file: sqlite3.Connection) -> Counter[str]:
    """Take in places; gives how many of each country."""
    countries: Counter[str] = Counter()
    states = _States()
    batch: list[list[str]] = []
    for row in csv.reader(found, delimiter="\t", quoting=csv.QUOTE_NONE):
        if len(row) >= PLACE_COLUMNS and row[6] in _KEPT_CLASSES and _numbers(row):
            countries[row[8]] += 1
            batch.append(row)
            if len(batch) == _BATCH:
                _write(file, batch, states)
                batch = []
    _write(file, batch, states)
    return countries


def _numbers(row: list[str]) -> bool:
    try:
        int(row[0])
        return abs(float(row[4])) <= 90 and abs(float(row[5])) <= 180
    except ValueError:
        return False


def _write(file: sqlite3.Connection, batch: list[list[str]], states: _States) -> None:
    by_country: dict[str, list[list[str]]] = defaultdict(list)
    for row in batch:
        by_country[row[8]].append(row)
    for country, rows in by_country.items():
        inside = states.of(country, [(float(row[5]), float(row[4])) for row in rows])
        made = (_place(row, state) for row, state in zip(rows, inside, strict=True))
        file.executemany("INSERT OR REPLACE INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?)", made)
    note_codes(file, batch)
    # In the order of the table, which is kept by name.
    names = sorted(name for row in batch for name in _names(row))
    file.executemany("INSERT OR IGNORE INTO name VALUES (?,?,?)", names)


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
    own = [fold(row[1])]
    if row[2] and row[2] != row[1] and (plain := fold(row[2])) != own[0]:
        own.append(plain)
    for key in own:
        yield key, number, 0
    if row[3]:
        for key in {fold(name) for name in row[3].split(",") if writable_name(name)}.difference(own):
            yield key, number, 1
