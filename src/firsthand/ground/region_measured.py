"""Relative place with a stated distance: "4 km south of K", "25 miles from the border", "an hour's drive
from L"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from firsthand.ground.region_line import Anchored, Line
from firsthand.ground.region_measure import Bearing, Measure, bearing, lettered, number
from firsthand.rules import all_rules, rule
from firsthand.schema import Because, Region, RegionKind, Span

_SOURCES = frozenset(("from", "outside", "of", "away"))
_INTO = frozenset(("into", "inside", "within"))
_EDGES = frozenset(("edge", "outskirts", "suburbs", "border", "side", "limits"))


@dataclass(frozen=True)
class Draft:
    """A region before it gets its id and its shape."""

    kind: RegionKind
    first: int
    last: int
    found: tuple[Anchored, ...]
    because: tuple[Because, ...]
    distance_km: tuple[float, float] | None = None
    bearing_deg: tuple[float, float] | None = None
    unit_check: Literal["consistent", "inconsistent"] | None = None
    resolvable: bool = True

    def region(self, line: Line) -> Region:
        """The region without id and shape."""
        span = line.span(self.first, self.last)
        return Region(
            id="", start=span.start, end=span.end, kind=self.kind,
            anchors=tuple(anchor for each in self.found for anchor in each.anchors),
            distance_km=self.distance_km, bearing_deg=self.bearing_deg, unit_check=self.unit_check,
            resolvable=self.resolvable, because=self.because,
        )  # fmt: skip


@rule(
    "region.distance_bearing",
    means="A distance and a point of the compass from a name give a sector of a ring around it.",
    fires="A farm was hit [4 km (2.5 miles) south of Gao].",
    silent="Prices rose 4 km south of nothing.",
    gives={"kind": "distance_bearing", "unit_check": "consistent"},
)
def distance_bearing(line: Line, m: Measure) -> Draft | None:
    """The sector, where a bearing and "of" follow the measure and a name follows them."""
    way, after = _way(line, m.last)
    if way is None or line.lower(after) not in ("of", "from"):
        return None
    found = line.anchor_with_area(after + 1)
    if not found or found[0].border:
        return None
    return Draft(
        "distance_bearing", m.first, line.end_of(found[-1]), found, (*m.because, way.because),
        m.range_km(pointed=True), way.range_deg(), m.unit_check,
    )  # fmt: skip


def _way(line: Line, i: int) -> tuple[Bearing | None, int]:
    """The bearing at a token, over "to the" and "due", and the token after it."""
    while line.lower(i) in ("to", "the", "due", "further", "away"):
        i += 1
    way = (bearing(line, i) or lettered(line, i)) if i < len(line.tokens) else None
    return way, way.last if way else i


@rule(
    "region.near_border",
    means="A distance from a border gives a strip along it.",
    fires="Three villages [up to 5 km from the border with Chad] burned.",
    silent="Three villages up to 5 km from Gao burned.",
    gives={"kind": "near_border", "distance_km": (0.0, 5.0)},
)
def measured_border(line: Line, m: Measure) -> Draft | None:
    """The strip, where "from" or a bearing leads from the measure to a border."""
    way, after = _way(line, m.last)
    if line.lower(after) not in ("of", "from", "off"):
        return None
    found = line.anchor(after + 1)
    if found is None or not found.border:
        return None
    because = (*m.because, way.because) if way else m.because
    last = line.end_of(found)
    return Draft(
        "near_border", m.first, last, (found,), because, m.range_km(pointed=False), None, m.unit_check
    )


@rule(
    "region.distance",
    means="A distance from a name without a direction gives a ring around it.",
    fires="A depot [at least 45 km from Idlib] burned.",
    silent="A depot at least 45 km long burned near Idlib.",
    gives={"kind": "distance", "distance_km": (45.0, 67.5)},
)
def distance(line: Line, m: Measure) -> Draft | None:
    """The ring; a sector where an edge of the town is named ("from Bakhmut's eastern edge")."""
    after = m.last + (line.lower(m.last) == "away")
    if line.lower(after) not in _SOURCES or (line.lower(after) == "of" and line.lower(m.first) != "within"):
        return None
    found = line.anchor(after + 1)
    if found is None or found.border:
        return None
    way = (
        bearing(line, found.last + 1)
        if line.lower(found.last) in ("'s", "’s") and found.last + 2 < len(line.tokens)
        else None
    )
    if way and line.lower(way.last) in _EDGES:
        return Draft(
            "distance_bearing", m.first, way.last + 1, (found,), (*m.because, way.because),
            m.range_km(pointed=False), way.range_deg(45.0), m.unit_check,
        )  # fmt: skip
    last = found.last
    return Draft(
        "distance", m.first, last, (found,), m.because, m.range_km(pointed=False), None, m.unit_check
    )


@rule(
    "region.inside_border",
    means="A distance 'into' a country gives a strip inside its border.",
    fires="The unit drove [30 miles deep into Chad].",
    silent="The unit drove 30 miles from Chad.",
    gives={"kind": "inside_border"},
)
def inside_border(line: Line, m: Measure) -> Draft | None:
    """The strip, where "into" or "inside" leads from the measure to a name."""
    after = m.last + (line.lower(m.last) in ("deep", "deeper", "beyond"))
    if line.lower(after) not in _INTO and not (after > m.last and line.lower(after) == "in"):
        return None
    found = line.anchor(after + 1) or _soil(line, after + 1)
    if found is None:
        return None
    return Draft(
        "inside_border",
        m.first,
        line.end_of(found),
        (found,),
        m.because,
        m.range_km(pointed=False),
        None,
        m.unit_check,
    )


def _soil(line: Line, i: int) -> Anchored | None:
    """The country of "Malian territory"."""
    found = line.named(i)
    return found if found and found.place and line.lower(found.last) in _SOIL else None


_SOIL = frozenset(("territory", "soil", "airspace", "waters"))


@rule(
    "region.off_coast",
    means="'Off' a coastal place is at sea, within the stated distance or about 50 km.",
    fires="A boat sank [off the coast of Somalia].",
    silent="The crew took a day off in Somalia.",
    gives={"kind": "off_coast"},
)
def off_coast(line: Line, at: int, m: Measure | None) -> Draft | None:
    """The waters before a coast, where "off" stands before a name or its coast; behind a distance, before
    any name."""
    start = at + 1
    while line.lower(start) in ("the", "coast", "shore", "shores", "of"):
        start += 1
    found = line.anchor(start) if m or start > at + 1 else line.named(at + 1)
    if start == at + 1 + (line.lower(at + 1) == "the"):
        found = _coast(line, start) or found
    if found is None or not (m or (found.place and line.tokens[at].tag != "RP")):
        return None
    reach = m.range_km(pointed=False) if m else (0.0, 50.0)
    first, because = (m.first, m.because) if m else (at, ())
    return Draft("off_coast", first, found.last, (found,), because, reach, None, m.unit_check if m else None)


def _coast(line: Line, i: int) -> Anchored | None:
    """The country of "the Yemeni coast"."""
    found = line.named(i)
    return found if found and found.place and line.lower(found.last) in ("coast", "shore", "shores") else None


_HOUR_KM = (30.0, 100.0)
"""How far an hour by road takes, from a track under fire to a motorway."""


@rule(
    "region.travel_time",
    means="An hour by road is 30 to 100 km.",
    fires="The camp is [an hour's drive from Idlib].",
    silent="The camp was built an hour after the attack from Idlib.",
    gives={"kind": "travel_time", "distance_km": (30.0, 100.0)},
)
def travel_time(line: Line, at: int) -> Draft | None:
    """The ring, where a drive, walk or road is measured in hours or minutes "from" a name."""
    unit = line.lower(at)
    share = {"hour": 1.0, "hours": 1.0, "minute": 1 / 60, "minutes": 1 / 60}.get(unit)
    dashed = line.lower(at - 1) == "-"
    many = number(line.lower(at - 1 - dashed)) if at > dashed else None
    if share is None or many is None:
        return None
    after = at + 1
    while line.lower(after) in ("'s", "’s", "'", "’", "-", "drive", "by", "road", "car", "away", "driving"):
        after += 1
    if line.lower(after) != "from" or not {"drive", "road", "car", "driving"} & set(
        line.words(at, after).split()
    ):
        return None
    found = line.anchor(after + 1)
    if found is None:
        return None
    first = at - 1 - dashed
    first -= line.lower(first - 1) in ("a", "an")
    first -= line.lower(first - 1) in ("about", "some", "roughly", "around", "approximately")
    reach = (round(_HOUR_KM[0] * many * share, 1), round(_HOUR_KM[1] * many * share, 1))
    return Draft("travel_time", first, found.last, (found,), (), reach)


def whole(line: Line, draft: Draft) -> Span:
    """The words of a draft."""
    return line.span(draft.first, draft.last)


RULES = all_rules(distance_bearing, measured_border, distance, inside_border, off_coast, travel_time)
