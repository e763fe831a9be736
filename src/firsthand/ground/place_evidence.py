"""What a document says about where it plays: countries, states and towns that need no deciding."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from firsthand.ground.place_geometry import distance_km
from firsthand.ground.place_words import Mention
from firsthand.resources.gazetteer import Entry, Gazetteer
from firsthand.schema import Span

CELL_DEG = 2.0
"""Settled places are kept by squares of this size, so that looking for a near one never walks the whole
list."""

Said = tuple[Span, str]
"""Words, and the folded name that they are."""

K = TypeVar("K")


MOST_IN_CELL = 30
"""Settled places kept of one square: a neighbour is a neighbour, and a long list of towns stays quick."""


@dataclass
class Evidence:
    """Countries and states of the document with the words that name them, and what is settled so far."""

    countries: dict[str, list[Said]] = field(default_factory=dict)
    weight: Counter[str] = field(default_factory=Counter)
    """How often each country is named, by its name or its people's."""
    states: dict[int, list[Said]] = field(default_factory=dict)
    publisher_country: str | None = None
    settled: dict[tuple[int, int], list[tuple[Entry, Span, str]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    holds: dict[str | int, list[Said]] = field(default_factory=dict)
    """By country code and state id, the first settled places that lie in it."""

    def name_country(self, code: str | None, said: Said) -> None:
        """Note that the words name a country or something of it."""
        if code:
            _note(self.countries, code, said)
            self.weight[code] += 1

    def country(self, code: str | None, key: str) -> Span | None:
        """The first words of another name that name a country or something of it."""
        return _other(self.countries.get(code or "", ()), key)

    def state(self, number: int | None, key: str) -> Span | None:
        """The first words of another name that name a state."""
        return _other(self.states.get(number or 0, ()), key)

    def share(self, code: str | None) -> float:
        """The share of all naming of countries that falls to one."""
        return self.weight[code] / self.weight.total() if code and code in self.weight else 0.0

    def settle(self, place: Entry, span: Span, key: str) -> None:
        """Note a place that is decided."""
        here = self.settled[_cell(place.lat, place.lon)]
        if len(here) < MOST_IN_CELL:
            here.append((place, span, key))
        for area in (place.country, place.admin1):
            if area is not None:
                _note(self.holds, area, (span, key))

    def inside(self, area: Entry, key: str) -> Span | None:
        """The words of a settled place of another name that lies in a country or state."""
        return _other(self.holds.get((area.country or "") if area.feature == "PCLI" else area.id, ()), key)

    def near(self, place: Entry, key: str, within_km: float = 200.0) -> Span | None:
        """The words of a settled place of another name that is near."""
        row, column = _cell(place.lat, place.lon)
        best: tuple[float, Span] | None = None
        for i in (row - 1, row, row + 1):
            for j in (column - 1, column, column + 1):
                for other, span, other_key in self.settled.get((i, j), ()):
                    if other_key == key:
                        continue
                    away = distance_km(place.lat, place.lon, other.lat, other.lon)
                    if away <= within_km and (best is None or away < best[0]):
                        best = (away, span)
        return best[1] if best else None


def _note(kept: dict[K, list[Said]], place: K, said: Said) -> None:
    """Keep the first two names that speak for a place: one may be the very name that is asked about."""
    known = kept.setdefault(place, [])
    if len(known) < 2 and all(key != said[1] for _, key in known):
        known.append(said)


def _other(known: Sequence[Said], key: str) -> Span | None:
    return next((span for span, own in known if own != key), None)


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return math.floor(lat / CELL_DEG), math.floor(lon / CELL_DEG)


# Second-level domains that are sold to anyone, wherever they are.
_SOLD = frozenset(("co", "tv", "me", "io", "fm", "ai", "gg", "cc", "ws", "to", "la", "ly", "am", "st"))


def gather(mentions: list[Mention], gazetteer: Gazetteer, publisher: str | None) -> Evidence:
    """The evidence that the unmistakable names of a document give."""
    found = Evidence(publisher_country=_country_of(publisher, gazetteer))
    for m in mentions:
        if m.demonym:
            land = gazetteer.demonym(m.key)
            found.name_country(land.country if land else None, (m.span, m.key))
            continue
        countries = [place for place, alternate in m.named if place.feature == "PCLI" and not alternate]
        states = [place for place, alternate in m.named if place.feature == "ADM1" and not alternate]
        if countries and not states:
            found.name_country(countries[0].country, (m.span, m.key))
        elif len(states) == 1 and not countries and states[0].population >= max(
            (place.population for place, alt in m.named if not alt), default=0
        ):  # fmt: skip
            _note(found.states, states[0].id, (m.span, m.key))
            found.name_country(states[0].country, (m.span, m.key))
    return found


def _country_of(publisher: str | None, gazetteer: Gazetteer) -> str | None:
    """The country of a web address's ending (`.lb`), where the ending is not sold all over the world."""
    host, dot, ending = (publisher or "").strip().lower().rpartition(".")
    if not (host and dot and len(ending) == 2) or ending in _SOLD or " " in host:
        return None
    code = {"uk": "GB"}.get(ending, ending.upper())
    return code if gazetteer.country(code) else None
