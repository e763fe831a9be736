"""A reading -> what a map shows of it: surfaces with labels, and what is left off, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

from firsthand.ground import region_shape, region_strip
from firsthand.resources.gazetteer import Entry, Gazetteer, default_gazetteer
from firsthand.schema import Candidate, Place, Reading, Region

Status = Literal["place", "area", "region", "namesake", "somewhere"]
"""A settled town or area; a region that words give; one of several namesakes; no more than the area."""

WIDEST_KM = 1500.0
"""A region or sea wider than this has no outline on a map of one report; countries neither."""

MOST_NAMESAKES = 6
LONGEST_LABEL = 44
LEAST_SHARE = 0.01
"""A namesake with less of the belief is not drawn."""


@dataclass(frozen=True)
class Subject:
    """One surface of the map. Never a point: a town is a disc as wide as its radius."""

    status: Status
    label: str
    shape: Any
    """Shapely surface in longitude and latitude."""
    said: str
    """The same in a sentence, for the list below the map and for a screen reader."""
    weight: float = 1.0
    """How many claims are located by it, plus a little for being named at all."""
    name: str = ""
    """The name alone, where the label says more."""
    told: tuple[str, ...] = ()
    """Ids of the places or regions of the reading that it stands for."""
    key: str = ""
    """What a page that lets one choose surfaces calls it; nothing is written where it is empty."""


@dataclass
class Scene:
    """What a map shows of a report."""

    title: str
    subjects: list[Subject] = field(default_factory=list)
    left_off: list[str] = field(default_factory=list)
    """In a sentence each, what is named and not drawn."""


def scene(reading: Reading, gazetteer: Gazetteer | None = None) -> Scene:
    """What of a reading goes on a map. Countries are left to the base map unless nothing smaller is named."""
    held = gazetteer or default_gazetteer()
    document = reading.document
    # Of a file only its name: where it lies on somebody's disk is nobody else's business.
    made = Scene(title=document.title or Path(document.name or "").name or document.id)
    weigh = _Weights(reading)
    for region in reading.regions:
        before = len(made.subjects)
        _add_region(made, region, reading, held, weigh)
        _stand_for(made, before, (region.id,))
    rivers = {a.place for r in reading.regions if r.kind in _OF_RIVERS for a in r.anchors[:1]}
    for place in _first_of_each(tuple(p for p in reading.places if p.id not in rivers)):
        before = len(made.subjects)
        _add_place(made, place, held, weigh)
        _stand_for(made, before, weigh.same(place))
    made.subjects = merged(made.subjects)
    made.left_off = list(dict.fromkeys(made.left_off))
    return made


def _stand_for(made: Scene, before: int, told: tuple[str, ...]) -> None:
    made.subjects[before:] = [replace(each, told=told) for each in made.subjects[before:]]


_OF_RIVERS = ("along_river", "opposite_bank", "side_of_line")
"""What these are measured from is a river, though a town may have its name."""


class _Weights:
    """How many claims each place or region locates."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._where = [each for claim in reading.claims for each in claim.where]

    def of_region(self, region: Region) -> float:
        return 1.0 + self._where.count(region.id)

    def same(self, place: Place) -> tuple[str, ...]:
        """Ids of all mentions of a place: the same name for the same point."""
        return tuple(p.id for p in self._reading.places if p.name == place.name and p.lat == place.lat)

    def of_place(self, place: Place) -> float:
        same = set(self.same(place))
        return 0.2 + sum(each in same for each in self._where)


def _first_of_each(places: tuple[Place, ...]) -> Iterator[Place]:
    """The first mention of each name and meaning; adjectives of countries name no place."""
    seen = set()
    for place in places:
        key = (place.name, place.lat, place.lon)
        if place.kind == "name" and key not in seen:
            seen.add(key)
            yield place


def _add_place(made: Scene, place: Place, held: Gazetteer, weigh: _Weights) -> None:
    weight = weigh.of_place(place)
    if place.lat is None or place.lon is None:
        _add_open(made, place, held, weight)
        return
    entry = _entry(place, held)
    feature = entry.feature if entry else "PPL"
    reach = place.radius_km or 2.0
    sure = f"confidence {place.confidence:.2f}"
    if note := next((each.note for each in place.because if each.rule == "gazetteer" and each.note), None):
        sure += f"; {note}"
    if feature.startswith("PCL"):
        return
    outline = held.shape(entry.id) if entry and entry.area else None
    if outline is not None:
        made.subjects.append(Subject("area", place.name, outline, f"{place.name}: an area, {sure}", weight))
    elif feature in ("STM", "CONT", "OCN", "SEA") or reach > WIDEST_KM / 2:
        made.left_off.append(f"{place.name}: too wide to be drawn as a place")
    else:
        said = f"{place.name}: within about {reach:.0f} km of its point, {sure}"
        status: Status = "area" if feature.startswith(("ADM", "RGN")) else "place"
        disc = region_strip.disc(place.lat, place.lon, reach)
        made.subjects.append(Subject(status, place.name, disc, said, weight))


def _add_open(made: Scene, place: Place, held: Gazetteer, weight: float) -> None:
    """A name that nothing settles: its namesakes, or the area that is settled, or a line below the map."""
    namesakes = _namesakes(place, held)
    why = next((each.note for each in place.because if each.note), None)
    for each in namesakes:
        disc = region_strip.disc(each.lat, each.lon, 4.0)
        said = f"{place.name}: not settled; this is one of {len(namesakes)} places of the name"
        label = f"{place.name}? ({each.admin1 or each.country})"
        made.subjects.append(Subject("namesake", label, disc, said, weight / len(namesakes), place.name))
    if namesakes:
        return
    area = _area(place.within, place.country, held)
    inside = f", somewhere in {place.within}" if place.within else ""
    because = f" ({why})" if why else ""
    if area is not None and not area.feature.startswith("PCL"):
        said = f"{place.name}: not settled{inside}{because}"
        shape = held.shape(area.id)
        if shape is not None:
            made.subjects.append(Subject("somewhere", f"{place.name}: somewhere here", shape, said, weight))
            return
    made.left_off.append(f"{place.name}: not settled{inside}{because}")


def _add_region(made: Scene, region: Region, reading: Reading, held: Gazetteer, weigh: _Weights) -> None:
    from shapely.geometry import shape

    words = " ".join(region.span.words(reading.document.text).split())
    label = words if len(words) <= LONGEST_LABEL else words[: LONGEST_LABEL - 1].rstrip() + "…"
    note = next((each.note for each in region.because if each.rule == "map" and each.note), None)
    weight = weigh.of_region(region)
    if region.geometry is not None:
        said = f"“{words}”" + (f": {note}" if note else "")
        made.subjects.append(Subject("region", label, shape(region.geometry), said, weight))
        return
    if not region.resolvable:
        return
    around = list(_around_namesakes(region, reading, held))
    for each, drawn in around:
        said = f"“{words}”: one of {len(around)}, as the place it is measured from is not settled"
        where = f"{label}? ({each.admin1 or each.country})"
        made.subjects.append(Subject("namesake", where, shape(drawn), said, weight / len(around), label))
    if not around:
        made.left_off.append(f"“{words}”: {(note or 'its extent is not known').removeprefix('not drawn: ')}")


def _around_namesakes(region: Region, reading: Reading, held: Gazetteer) -> Iterator[tuple[Candidate, Any]]:
    """The region around each place that its anchor could mean."""
    anchor = next((p for p in reading.places if p.id == region.anchors[0].place), None)
    if anchor is None or anchor.lat is not None or not region.distance_km:
        return
    for each in _namesakes(anchor, held):
        drawn = region_shape.sector(each.lat, each.lon, region.distance_km, region.bearing_deg)
        if drawn is not None:
            yield each, drawn


def _namesakes(place: Place, held: Gazetteer) -> list[Candidate]:
    """The places that an open name could mean, without those outside the area or country that is settled."""
    area = _area(place.within, place.country, held)
    found = [each for each in place.candidates if each.score >= LEAST_SHARE]
    if area is not None and not area.feature.startswith("PCL"):
        found = [each for each in found if each.admin1 == area.name]
    elif place.country is not None:
        found = [each for each in found if each.country == place.country]
    return found[:MOST_NAMESAKES]


def _area(within: str | None, country: str | None, held: Gazetteer) -> Entry | None:
    named = [entry for entry, _ in held.lookup(within)] if within else []
    return next((e for e in named if e.area and e.country == country), None)


@lru_cache(maxsize=512)
def _entry(place: Place, held: Gazetteer) -> Entry | None:
    """What the gazetteer holds of a settled place."""
    for each, _ in held.lookup(place.name):
        if (each.lat, each.lon) == (place.lat, place.lon):
            return each
    return held.place(place.geonames_id)


def merged(subjects: Iterable[Subject]) -> list[Subject]:
    """Each surface once: what is said of it several times counts together, LUSK of a dateline as Lusk."""
    kept: dict[str, Subject] = {}
    for each in subjects:
        key = drawn_as(each)
        before = kept.get(key)
        shown = before if before and each.label.partition("?")[0].isupper() else each
        weight = each.weight + (before.weight if before else 0.0)
        told = (*(before.told if before else ()), *each.told)
        kept[key] = replace(shown, weight=weight, told=tuple(dict.fromkeys(told)))
    return list(kept.values())


def drawn_as(subject: Subject) -> str:
    """The same for the same surface on every sheet."""
    drawn = f"{subject.status} {subject.label.casefold()} ".encode() + subject.shape.wkb
    return f"s{sha256(drawn).hexdigest()[:10]}"
