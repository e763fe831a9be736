"""The lines of the base map: land, lakes, rivers and borders of Natural Earth, from a file that is only read.

Coasts and borders are true to about 1 km, rivers and borders of states to about 1.5 km: enough to see where
something lies, too little to measure by.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from firsthand.resources.gazetteer_names import fold
from firsthand.schema.errors import MissingInstrument

BASEMAP = Path(__file__).parent / "data" / "basemap.sqlite"

QUANTUM_DEG = 0.002
"""Corners are kept to this part of a degree, about 200 m."""

SCHEMA = """
CREATE TABLE line (id INTEGER PRIMARY KEY, layer TEXT NOT NULL, name TEXT, one TEXT, other TEXT,
  west REAL NOT NULL, south REAL NOT NULL, east REAL NOT NULL, north REAL NOT NULL, path BLOB NOT NULL);
CREATE TABLE river (key TEXT NOT NULL, line INTEGER NOT NULL, PRIMARY KEY (key, line)) WITHOUT ROWID;
CREATE TABLE credit (source TEXT NOT NULL, version TEXT NOT NULL);
"""

POINT_OF_VIEW = "Natural Earth, German point of view"
"""Whose view of the borders of countries is drawn, and who says which are disputed."""

Box = tuple[float, float, float, float]
"""West, south, east, north, in degrees; west and east may run on over the date line."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One row of the base map."""

    layer: str
    """`land`, `lake`, `river`, `border` of countries, `state` for a border inside one, `disputed`; `undrawn`
    is a border of countries that runs along a disputed line, for measuring only."""
    name: str | None
    countries: tuple[str, ...]
    """ISO 3166-1 alpha-2 of the countries on its sides."""
    parts: tuple[Any, ...]
    """Corners of each line or ring, as arrays of longitude and latitude."""


class Basemap:
    """Lines by where they are, by the countries they part, and rivers by name. Safe over threads."""

    def __init__(self, path: Path = BASEMAP) -> None:
        self._path = path
        self._local = threading.local()

    def within(self, layer: str, box: Box) -> list[Drawn]:
        """What of a layer may lie in a box, moved over the date line where the box is."""
        west, south, east, north = box
        found = []
        for turn in (-360.0, 0.0, 360.0):
            where = "layer = ? AND west <= ? AND east >= ? AND south <= ? AND north >= ?"
            values = (layer, east - turn, west - turn, north, south)
            found += [_drawn(row, turn) for row in self._rows(where, values)]
        return found

    def surface(self, layer: str, box: Box) -> Any:
        """Land or lakes in a box, in one shape."""
        import shapely

        return shapely.box(*box).intersection(
            shapely.union_all([surface_of(row.parts) for row in self.within(layer, box)])
        )

    def border(self, one: str, other: str | None = None) -> list[Any]:
        """The land border of a country, or of two with each other, disputed stretches included."""
        layers = "layer IN ('border', 'undrawn')"
        if other is None:
            rows = self._rows(f"{layers} AND (one = ? OR other = ?)", (one, one))
        else:
            rows = self._rows(f"{layers} AND one = ? AND other = ?", tuple(sorted((one, other))))
        return [part for row in rows for part in _drawn(row).parts]

    def rivers(self, name: str) -> list[Drawn]:
        """The rivers of a name; several where several are called so."""
        key = fold(name).removesuffix(" river").removeprefix("river ").removeprefix("the ")
        return [_drawn(row) for row in self._rows("id IN (SELECT line FROM river WHERE key = ?)", (key,))]

    @cached_property
    def credits(self) -> dict[str, str]:
        """Sources and their versions."""
        return dict(self._file.execute("SELECT source, version FROM credit").fetchall())

    def _rows(self, where: str, values: Sequence[object]) -> Iterator[Any]:
        query = f"SELECT layer, name, one, other, path FROM line WHERE {where} ORDER BY id"  # noqa: S608
        yield from self._file.execute(query, values)

    @property
    def _file(self) -> sqlite3.Connection:
        if not hasattr(self._local, "file"):
            if not self._path.is_file():
                raise MissingInstrument(
                    f"The base map {self._path} is not there. "
                    "Install Firsthand again: it ships with the package."
                )
            address = f"{self._path.resolve().as_uri()}?mode=ro&immutable=1"
            self._local.file = sqlite3.connect(address, uri=True, check_same_thread=False)
        found: sqlite3.Connection = self._local.file
        return found


def _drawn(row: Sequence[Any], turn: float = 0.0) -> Drawn:
    layer, name, one, other, path = row
    return Drawn(layer, name, tuple(code for code in (one, other) if code), unpacked(path, turn))


def unpacked(data: bytes, turn: float = 0.0) -> tuple[Any, ...]:
    """The lines of a row: count, lengths and steps in whole quanta, seven bits a byte, least first."""
    raw = np.frombuffer(data, np.uint8)
    last = np.flatnonzero(raw < 128)
    first = np.concatenate([[0], last[:-1] + 1])
    shift = np.arange(len(raw)) - np.repeat(first, last - first + 1)
    numbers = np.add.reduceat((raw & 127).astype(np.int64) << (7 * shift), first)
    count = int(numbers[0])
    steps = numbers[1 + count :]
    corners = np.cumsum(((steps >> 1) ^ -(steps & 1)).reshape(-1, 2), axis=0) * QUANTUM_DEG
    corners[:, 0] += turn
    return tuple(np.split(corners, np.cumsum(numbers[1:count])))


def surface_of(rings: Sequence[Any]) -> Any:
    """The surface of some rings: an outer one, against the clock, comes before its holes."""
    import shapely

    found: list[tuple[Any, list[Any]]] = []
    for ring in rings:
        line = shapely.linearrings(ring)
        if line.is_ccw or not found:
            found.append((line, []))
        else:
            found[-1][1].append(line)
    return shapely.make_valid(shapely.multipolygons([shapely.Polygon(r, holes) for r, holes in found]))


@lru_cache(maxsize=1)
def default_basemap() -> Basemap:
    """The base map that ships; opened once."""
    return Basemap()
