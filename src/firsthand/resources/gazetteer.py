"""The gazetteer: place names -> places, from SQLite files that are only ever read.

The one that ships knows countries, states, counties, well-known regions and waters, and settlements of about
500 people and more. What a user imports (villages of one country, say) lies in a second file beside it.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from firsthand.resources.gazetteer_lines import surface_of, unpacked
from firsthand.resources.gazetteer_names import fold
from firsthand.resources.gazetteer_store import OWN_IDS
from firsthand.schema.errors import MissingInstrument

SHIPPED = Path(__file__).parent / "data" / "gazetteer.sqlite"
_AT_ONCE = 400
_KEPT = 50_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the gazetteer."""

    id: int
    name: str
    feature: str
    """GeoNames feature code: `PCLI` country, `ADM1` state, `ADM2` county, `PPL` settlement, `STM` river."""
    country: str | None
    admin1: int | None
    """Id of the state it lies in; its own for a state."""
    admin2: int | None
    lat: float
    lon: float
    population: int
    radius_km: float
    """Rough reach from the point."""
    note: str | None = None
    """Said of disputed places: by whom."""

    @property
    def geonames_id(self) -> int | None:
        """GeoNames' own id; null for places that it does not list, or whose id is not known."""
        return self.id if 0 < self.id < OWN_IDS else None

    @property
    def settlement(self) -> bool:
        """A city, town or village."""
        return self.feature.startswith("PPL")

    @property
    def area(self) -> bool:
        """A country, state or county."""
        return self.feature.startswith(("ADM", "PCL"))


Named = tuple[Entry, bool]
"""A place that bears a name, and whether it bears it only as an alternate name."""

_BY_ID = """SELECT id, name, feature, country, admin1, admin2, lat, lon, population, radius_km, note
  FROM place WHERE id IN"""
_STATES = """SELECT id, name, feature, country, admin1, admin2, lat, lon, population, radius_km, note
  FROM place WHERE feature = 'ADM1' AND country = ?"""
_TOWNS = """SELECT id, name, feature, country, admin1, admin2, lat, lon, population, radius_km, note
  FROM place WHERE feature LIKE 'PPL%' AND lat BETWEEN ? AND ? AND lon BETWEEN ? AND ?
  ORDER BY population DESC, id LIMIT ?"""
_BY_NAME = """SELECT p.id, p.name, p.feature, p.country, p.admin1, p.admin2, p.lat, p.lon, p.population,
  p.radius_km, p.note, n.key, n.alternate FROM name n JOIN place p ON p.id = n.place WHERE n.key IN"""


def _entry(row: Sequence[Any]) -> Entry:
    number, name, feature, country, admin1, admin2, lat, lon, population, radius_km, note = row[:11]
    return Entry(
        number, name, feature, country, admin1, admin2, lat / 1e5, lon / 1e5, population, radius_km, note
    )


class Gazetteer:
    """Names of places in Latin, Cyrillic and Arabic script, with what each could mean. Safe over threads."""

    def __init__(self, *paths: Path) -> None:
        self._paths = paths
        self._local = threading.local()
        self._names: dict[str, tuple[Named, ...]] = {}
        self._places: dict[int, Entry | None] = {}
        self._shapes: dict[int, Any] = {}

    def named(self, keys: Iterable[str]) -> dict[str, tuple[Named, ...]]:
        """What each of several folded names could mean, the most populous first; () where it is unknown."""
        wanted = list(dict.fromkeys(keys))
        missing = [key for key in wanted if key not in self._names]
        if missing:
            if len(self._names) > _KEPT:
                self._names = {}
                missing = wanted
            self._names |= self._read_names(missing)
        return {key: self._names[key] for key in wanted}

    def lookup(self, name: str) -> tuple[Named, ...]:
        """What one name could mean."""
        key = fold(name)
        return self.named([key])[key]

    def place(self, number: int | None) -> Entry | None:
        """The place with an id, null where there is none."""
        return None if number is None else self.places([number]).get(number)

    def places(self, numbers: Iterable[int]) -> dict[int, Entry]:
        """The places with some ids."""
        wanted = list(dict.fromkeys(numbers))
        missing = [number for number in wanted if number not in self._places]
        if missing:
            if len(self._places) > _KEPT:
                self._places = {}
                missing = wanted
            self._places |= dict.fromkeys(missing)
            for row in self._select(_BY_ID, missing):
                self._places[row[0]] = _entry(row)
        return {number: place for number in wanted if (place := self._places[number]) is not None}

    def country(self, code: str | None) -> Entry | None:
        """The country of an ISO 3166-1 alpha-2 code."""
        return self._countries.get(code or "")

    def states(self, country: str) -> list[Entry]:
        """The states and provinces of a country."""
        return [_entry(row) for row in self._all(_STATES, country)]

    def largest_towns(self, box: tuple[float, float, float, float], most: int) -> list[Entry]:
        """The most populous settlements within west, south, east, north; east may pass the date line."""
        west, south, east, north = (round(edge * 1e5) for edge in box)
        found: dict[int, Entry] = {}
        for turn in (-36_000_000, 0, 36_000_000):
            rows = self._all(_TOWNS, south, north, west - turn, east - turn, most)
            found |= {row[0]: _entry(row) for row in rows}
        return sorted(found.values(), key=lambda town: (-town.population, town.id))[:most]

    def demonym(self, word: str) -> Entry | None:
        """The country whose people or things a word names ("Malian"); null where it names none."""
        return self._demonyms.get(fold(word))

    def shape(self, number: int) -> Any:
        """The outline of a country or state, in longitude and latitude, to about 1 km; null where not known.

        Outlines ship; the lists that a user brings hold none. A state of less than a square kilometre has
        none.
        """
        if number not in self._shapes:
            query = "SELECT outline FROM shape WHERE place = ?"
            rows = self._files[0].execute(query, (number,)).fetchall()
            self._shapes[number] = surface_of(unpacked(rows[0][0])) if rows and rows[0][0] else None
        return self._shapes[number]

    def knows_villages(self, country: str | None) -> bool:
        """Whether the user brought a list of places of this country, so that even hamlets should be in it."""
        return country in self._imported

    @property
    def _files(self) -> list[sqlite3.Connection]:
        if not hasattr(self._local, "files"):
            self._local.files = [_opened(path) for path in self._paths]
        files: list[sqlite3.Connection] = self._local.files
        return files

    def _select(self, query: str, values: Sequence[Any]) -> list[Any]:
        found = []
        for file in self._files:
            for i in range(0, len(values), _AT_ONCE):
                part = values[i : i + _AT_ONCE]
                found += file.execute(f"{query} ({','.join('?' * len(part))})", part).fetchall()
        return found

    def _read_names(self, keys: Sequence[str]) -> dict[str, tuple[Named, ...]]:
        found: dict[str, dict[int, Named]] = {key: {} for key in keys}
        for row in self._select(_BY_NAME, keys):
            found[row[11]].setdefault(row[0], (_entry(row), bool(row[12])))
        ranked = {key: sorted(all_.values(), key=_rank) for key, all_ in found.items()}
        return {key: tuple(all_) for key, all_ in ranked.items()}

    @cached_property
    def _countries(self) -> dict[str, Entry]:
        codes = self._all("SELECT code, place FROM country")
        found = self.places([number for _, number in codes])
        return {code: found[number] for code, number in codes if number in found}

    @cached_property
    def _demonyms(self) -> dict[str, Entry]:
        words = self._all("SELECT key, place FROM demonym")
        found = self.places([number for _, number in words])
        return {word: found[number] for word, number in words if number in found}

    @cached_property
    def _imported(self) -> frozenset[str]:
        return frozenset(code for (code,) in self._all("SELECT country FROM imported"))

    def _all(self, query: str, *values: str | int) -> list[Any]:
        return [row for file in self._files for row in file.execute(query, values)]


def _rank(named: Named) -> tuple[bool, int, int]:
    """Own name before alternate name, then by population; the id makes the order the same everywhere."""
    place, alternate = named
    return alternate, -place.population, place.id


def _opened(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        raise MissingInstrument(
            f"The gazetteer {path} is not there. Install Firsthand again: it ships with the package."
        )
    # Nothing writes to the file while it is open, so it may be read without locks by any number of threads.
    return sqlite3.connect(
        f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
    )


def data_folder() -> Path:
    """Where the user's own data lies: FIRSTHAND_DATA, else the place that the platform has for it."""
    if said := os.environ.get("FIRSTHAND_DATA"):
        return Path(said)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "firsthand"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "firsthand"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "firsthand"


def user_gazetteer() -> Path:
    """The file that `gazetteer_import.import_dump` writes to, and that is read beside the one that ships."""
    return data_folder() / "gazetteer.sqlite"


@lru_cache(maxsize=1)
def default_gazetteer() -> Gazetteer:
    """The gazetteer that ships, and the user's own where there is one; opened once."""
    own = user_gazetteer()
    return Gazetteer(SHIPPED, own) if own.is_file() else Gazetteer(SHIPPED)
