"""Which district a village lies in, by GeoNames' codes: from its own rows, or from its tables of codes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from firsthand.resources.gazetteer import Gazetteer
from firsthand.resources.gazetteer_names import fold

SCHEMA = """
CREATE TABLE IF NOT EXISTS coded (place INTEGER PRIMARY KEY, admin1 TEXT, admin2 TEXT);
CREATE TABLE IF NOT EXISTS area (code TEXT PRIMARY KEY, place INTEGER NOT NULL, name TEXT, ascii TEXT)
  WITHOUT ROWID;
"""
"""The codes that each place was brought with (`UA.05`, `UA.05.231`), and the place that each code is of."""

_AREA_KM = {1: 100, 2: 30}
_BATCH = 5_000


def note_codes(file: sqlite3.Connection, rows: Iterable[list[str]]) -> None:
    """Keep the codes of places, and of the states and districts among them which code is theirs."""
    coded, areas = [], []
    for row in rows:
        first = f"{row[8]}.{row[10]}" if row[8] and row[10] else None
        second = f"{first}.{row[11]}" if first and row[11] else None
        coded.append((int(row[0]), first, second))
        own = {"ADM1": first, "ADM2": second}.get(row[7])
        if own:
            areas.append((own, int(row[0]), row[1], row[2]))
    file.executemany("INSERT OR REPLACE INTO coded VALUES (?,?,?)", coded)
    file.executemany("INSERT OR IGNORE INTO area VALUES (?,?,?,?)", areas)


def read_areas(file: sqlite3.Connection, lines: Iterable[str]) -> int:
    """Take in `admin1CodesASCII` or `admin2Codes`; gives how many areas it names."""
    count = 0
    for line in lines:
        row = line.rstrip("\r\n").split("\t")
        if len(row) == 4 and row[3].removeprefix("-").isdigit():
            count += 1
            file.execute(
                "INSERT OR REPLACE INTO area VALUES (?,?,?,?)", (row[0], int(row[3]), row[1], row[2])
            )
    return count


def link(file: sqlite3.Connection, shipped: Gazetteer) -> None:
    """Tie the places brought to their areas. An area that neither gazetteer holds lies amid its places.

    The state that the shipped outlines give goes before the code's: names of states lead to those.
    """
    held = {number for (number,) in file.execute("SELECT id FROM place")}
    missing = [row for row in file.execute("SELECT code, place, name, ascii FROM area") if row[1] not in held]
    for i in range(0, len(missing), _BATCH):
        part = missing[i : i + _BATCH]
        known = shipped.places([row[1] for row in part])
        for code, number, name, plain in part:
            if number not in known:
                _amid(file, code, number, name, plain)
    file.execute(
        "UPDATE place SET admin2 = (SELECT area.place FROM coded JOIN area ON area.code = coded.admin2 "
        "WHERE coded.place = place.id) WHERE id IN (SELECT place FROM coded WHERE admin2 IS NOT NULL)"
    )
    file.execute(
        "UPDATE place SET admin1 = (SELECT area.place FROM coded JOIN area ON area.code = coded.admin1 "
        "WHERE coded.place = place.id) WHERE admin1 IS NULL "
        "AND id IN (SELECT place FROM coded WHERE admin1 IS NOT NULL)"
    )


def _amid(file: sqlite3.Connection, code: str, number: int, name: str, plain: str) -> None:
    """Put an area in the middle of the places that have its code; nowhere where there are none."""
    level = code.count(".")
    lat, lon, people, state = file.execute(
        "SELECT avg(lat), avg(lon), sum(population), max(place.admin1) FROM place "  # noqa: S608
        f"WHERE id IN (SELECT place FROM coded WHERE admin{level} = ?)",
        (code,),
    ).fetchone()
    if lat is None:
        return
    country = code.partition(".")[0]
    row = (number, name, f"ADM{level}", country, state, None, round(lat), round(lon), people, _AREA_KM[level])
    file.execute("INSERT OR REPLACE INTO place VALUES (?,?,?,?,?,?,?,?,?,?,NULL)", row)
    names = {(key, number, 0) for key in _keys(name, plain)}
    file.executemany("INSERT OR IGNORE INTO name VALUES (?,?,?)", sorted(names))


def _keys(*names: str) -> Iterator[str]:
    yield from (fold(name) for name in names if name)
