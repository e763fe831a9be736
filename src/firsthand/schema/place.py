"""Where: a name put on the map, and a region that the words give."""

from __future__ import annotations

from typing import Any, Literal

from firsthand.schema.anchor import Span, Value
from firsthand.schema.because import Reasons

RegionKind = Literal[
    "distance_bearing",
    "distance",
    "bearing",
    "near",
    "between",
    "outskirts",
    "part_of",
    "near_border",
    "across_border",
    "inside_border",
    "along_road",
    "along_river",
    "opposite_bank",
    "off_coast",
    "side_of_line",
    "apposition",
    "travel_time",
    "axis",
]


class Candidate(Value, frozen=True, kw_only=True):
    """One place of the gazetteer that a name could mean."""

    geonames_id: int | None
    name: str
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    score: float
    """Share of the belief that this candidate holds, 0 to 1 over all candidates and "none of them"."""
    feature: str | None = None
    """GeoNames feature code (`PPL`, `ADM1`, `PCLI`)."""


class Place(Value, frozen=True, kw_only=True):
    """A place name in the text, and what it was found to mean. Unsettled where nothing decides."""

    id: str
    start: int
    end: int
    name: str
    kind: Literal["name", "demonym"] = "name"
    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None
    country: str | None = None
    """ISO 3166-1 alpha-2; may be settled where the point is not."""
    confidence: float = 0.0
    """Probability that the point given (or the country, where no point is) is the one meant, 0 to 1."""
    radius_km: float | None = None
    """The place is within this distance of the point in nine cases of ten, if the point is the right one."""
    candidates: tuple[Candidate, ...] = ()
    within: str | None = None
    """In words, the smallest settled area: of an open place, the state or country that it lies in (`Kursk
    Oblast`); of a settled state or district, its own name; of a demonym, the country. Else null."""
    because: Reasons = ()

    @property
    def span(self) -> Span:
        """The words of the name."""
        return Span(self.start, self.end)


class RegionAnchor(Value, frozen=True, kw_only=True):
    """A name that a region is measured from."""

    start: int
    end: int
    name: str
    place: str | None = None


class Region(Value, frozen=True, kw_only=True):
    """A region that the words give ("about 4 km south of K"): never a pin, never sharper than the words."""

    id: str
    start: int
    end: int
    kind: RegionKind
    anchors: tuple[RegionAnchor, ...] = ()
    distance_km: tuple[float, float] | None = None
    bearing_deg: tuple[float, float] | None = None
    """Clockwise from north, from the first to the second."""
    unit_check: Literal["consistent", "inconsistent"] | None = None
    """Whether "4 km (2.5 miles)" agree; null where only one figure is given."""
    resolvable: bool = True
    geometry: dict[str, Any] | None = None
    """GeoJSON in WGS 84 longitude and latitude; null while an anchor is unsettled, or where no line is known
    to draw it by: a reason says which."""
    because: Reasons = ()

    @property
    def span(self) -> Span:
        """The words of the expression."""
        return Span(self.start, self.end)
