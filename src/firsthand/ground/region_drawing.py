"""Which shape a region gets on the map, and where it gets none, why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any

from firsthand.ground import region_shape, region_strip
from firsthand.ground.region_plane import geojson
from firsthand.resources.gazetteer import Entry, Gazetteer
from firsthand.resources.gazetteer_lines import default_basemap
from firsthand.schema import Place, Region

Drawing = tuple[dict[str, Any] | None, str | None]
"""GeoJSON or nothing, and in words why there is nothing, or what the shape leaves out."""


@dataclass(frozen=True)
class Site:
    """A place that a region is measured from, settled."""

    place: Place
    gazetteer: Gazetteer

    @cached_property
    def entry(self) -> Entry | None:
        """What the gazetteer holds of it: the country itself for a demonym."""
        if self.place.lat is None:
            return self.gazetteer.country(self.place.country) if self.place.kind == "demonym" else None
        for each, _ in self.gazetteer.lookup(self.place.name):
            if (each.lat, each.lon) == (self.place.lat, self.place.lon):
                return each
        return self.gazetteer.place(self.place.geonames_id)

    @property
    def point(self) -> tuple[float, float]:
        """Latitude and longitude."""
        entry = self.entry
        return (entry.lat, entry.lon) if entry else (self.place.lat or 0.0, self.place.lon or 0.0)

    @property
    def country(self) -> bool:
        """Whether it is a country."""
        return self.entry is not None and self.entry.feature.startswith("PCL")

    @property
    def outline(self) -> Any:
        """Its outline; None where it is none or not known."""
        return self.gazetteer.shape(self.entry.id) if self.entry else None


@dataclass(frozen=True)
class Asked:
    """A region, its own words in lower case, and the places that it is measured from."""

    region: Region
    words: str
    places: Sequence[Place | None]
    gazetteer: Gazetteer

    @cached_property
    def sites(self) -> list[Site]:
        """Those of the places that are settled."""
        return [Site(place, self.gazetteer) for place in self.places if place and _settled(place)]

    @property
    def reach_km(self) -> tuple[float, float] | None:
        """The distances that the words allow."""
        return self.region.distance_km


def drawn(asked: Asked) -> Drawing:
    """The shape of a region between its settled places."""
    region = asked.region
    if not region.resolvable or not region.anchors:
        return None, None
    # Of "K, in the north of Y" it is Y that gives the shape; K may be a village that no list holds.
    if region.kind == "apposition":
        asked = replace(asked, places=asked.places[-1:])
    if region.kind == "side_of_line":
        return None, "not drawn: a whole side of a river has no extent"
    if region.kind in _RIVERS:
        return _RIVERS[region.kind](asked)
    if len(asked.sites) < len(asked.places):
        return None, "not drawn: what it is measured from is not settled"
    return _KINDS.get(region.kind, _around)(asked)


def _settled(place: Place) -> bool:
    return place.lat is not None or (place.kind == "demonym" and place.country is not None)


def _around(asked: Asked) -> Drawing:
    """A sector of a ring around a point; a side of an area."""
    site, outline = asked.sites[0], asked.sites[0].outline
    whole = asked.region.kind in ("part_of", "apposition") and asked.reach_km is None
    if whole and asked.region.bearing_deg and outline is not None:
        return region_shape.part(outline, asked.region.bearing_deg), None
    if whole and outline is not None and asked.words.startswith(("somewhere", "elsewhere", "parts")):
        return geojson(outline), None
    if asked.reach_km and site.place.lat is not None:
        return region_shape.sector(*site.point, asked.reach_km, asked.region.bearing_deg), None
    return None, "not drawn: the words give no extent"


def _corridor(asked: Asked) -> Drawing:
    """A corridor between two towns; at a stated distance from one of them, that stretch of it."""
    if len(asked.sites) < 2:
        return None, "not drawn: the other end of the road is not said"
    shape = region_shape.corridor(*asked.sites[0].point, *asked.sites[1].point)
    if shape is None or asked.reach_km is None or asked.region.kind == "between":
        return shape, "the road's course is not known: a corridor between its ends" if shape else None
    if not asked.words.rpartition(" from ")[2].endswith(asked.sites[-1].place.name.lower()):
        return shape, "the whole corridor: from which end the distance is measured is not said"
    return _stretch(
        shape, asked.sites[-1].point, asked.reach_km
    ), "a stretch of the corridor between the ends"


def _stretch(corridor: dict[str, Any], origin: tuple[float, float], reach_km: tuple[float, float]) -> Any:
    from shapely.geometry import shape

    ring = region_shape.sector(*origin, reach_km, None)
    return geojson(shape(corridor).intersection(shape(ring))) if ring else None


def _near_border(asked: Asked) -> Drawing:
    """A strip on both sides of a border."""
    if asked.reach_km is None:
        return None, "not drawn: the words give no extent"
    if len(asked.sites) > 1 and not all(site.country for site in asked.sites[:2]):
        return None, "not drawn: the border of these two is not known"
    if not asked.sites[0].country:
        return _along_outline(asked.sites[0], asked.reach_km)
    codes = [site.entry.country or "" for site in asked.sites[:2] if site.entry]
    shape = _border_strip(*codes[:1], codes[1] if len(codes) > 1 else None, asked.reach_km)
    return (shape, None) if shape else (None, "not drawn: the base map has no such land border")


def _along_outline(site: Site, reach_km: tuple[float, float]) -> Drawing:
    outline = site.outline
    if outline is None:
        return None, "not drawn: its outline is not known"
    rings = [ring for g in getattr(outline, "geoms", [outline]) for ring in (g.exterior, *g.interiors)]
    strip = region_strip.widened([_corners(ring) for ring in rings], reach_km)
    return (geojson(strip), None) if strip is not None else (None, "not drawn: the outline is too long")


def _corners(ring: Any) -> Any:
    import numpy as np

    return np.asarray(ring.coords)[:, :2]


@lru_cache(maxsize=64)
def _border_strip(one: str, other: str | None, reach_km: tuple[float, float]) -> dict[str, Any] | None:
    strip = region_strip.widened(default_basemap().border(one, other), reach_km)
    return geojson(strip) if strip is not None else None


def _inside(asked: Asked) -> Drawing:
    """The strip inside the border of a country, or of an area, at a distance from it."""
    site, outline = asked.sites[0], asked.sites[0].outline
    if outline is None or asked.reach_km is None:
        return None, "not drawn: its outline is not known"
    if not site.country:
        whole, why = _along_outline(site, asked.reach_km)
    else:
        whole, why = (
            _border_strip(site.entry.country or "", None, asked.reach_km) if site.entry else None,
            None,
        )
    if whole is None:
        return None, why or "not drawn: the base map has no land border of it"
    return _with(whole, outline, keep=True), None


def _with(strip: dict[str, Any], outline: Any, *, keep: bool) -> dict[str, Any] | None:
    """What of a strip lies in an outline, or outside it."""
    from shapely.geometry import shape

    one = shape(strip)
    return geojson(one.intersection(outline) if keep else one.difference(outline))


def _across_border(asked: Asked) -> Drawing:
    """Beyond the border: of the country named, or of the country of the town named."""
    reach = asked.reach_km or (0.0, 15.0)
    site, outline = asked.sites[0], asked.sites[0].outline
    if not site.country:
        return _beyond_town(site, reach[1])
    strip = _border_strip(site.entry.country or "", None, reach) if site.entry else None
    if strip is None or outline is None:
        return None, "not drawn: the base map has no land border of it"
    if " in " in asked.words:
        return _with(strip, outline, keep=True), None
    if " from " in asked.words:
        return _with(strip, outline, keep=False), None
    return strip, "both sides: which one is meant is not said"


def _beyond_town(site: Site, reach_km: float) -> Drawing:
    """The far side of the border nearest to a town, as wide as the town is far from it and the reach."""
    code = site.entry.country if site.entry else site.place.country
    land = site.gazetteer.country(code)
    if code is None or land is None or (own := site.gazetteer.shape(land.id)) is None:
        return None, "not drawn: its country's outline is not known"
    away = region_strip.nearest_km(*site.point, default_basemap().border(code))
    if away > _MOST_FROM_BORDER_KM:
        return None, "not drawn: no land border is near it"
    around = region_strip.disc(*site.point, away + reach_km)
    return geojson(around.difference(own.buffer(-_OUTLINE_DEG))), None


_OUTLINE_DEG = 0.02
"""Outlines are true to about 2 km: what may lie beyond the border is not left out."""

_MOST_FROM_BORDER_KM = 60.0
"""A town further from every border has none to be across from."""


def _off_coast(asked: Asked) -> Drawing:
    """The waters before the coast of a country, an area or a town."""
    site, reach = asked.sites[0], asked.reach_km or (0.0, 50.0)
    if site.entry is not None and site.outline is not None:
        return _before_outline(site.entry.id, reach, site.gazetteer)
    if site.place.lat is None:
        return None, "not drawn: its outline is not known"
    return _sea(region_strip.disc(*site.point, reach[1]), reach[1])


@lru_cache(maxsize=64)
def _before_outline(number: int, reach_km: tuple[float, float], gazetteer: Gazetteer) -> Drawing:
    outline = gazetteer.shape(number)
    # An islet that is small beside the strip changes little of it, and there are thousands off Norway.
    least = (reach_km[1] / 1110) ** 2
    parts = [part for n, part in enumerate(_mainland(outline)) if n == 0 or part.area > least]
    wide = region_strip.widened([_corners(part.exterior) for part in parts], reach_km)
    if wide is None:
        return None, "not drawn: the coast is too long"
    return _sea(wide.difference(outline), reach_km[1])


def _sea(wide: Any, reach_km: float) -> Drawing:
    sea = wide.difference(default_basemap().surface("land", wide.bounds)).simplify(reach_km / 5500)
    found = geojson(sea)
    return (found, None) if found else (None, "not drawn: the base map has no coast there")


def _mainland(outline: Any) -> list[Any]:
    """The largest part of a country with what lies around it: "off the coast of France" is not at Cayenne."""
    parts = sorted(getattr(outline, "geoms", [outline]), key=lambda part: -part.area)
    return [p for p in parts if p.area > parts[0].area / 10 or p.distance(parts[0]) < _AROUND_DEG]


_AROUND_DEG = 5.0


def _river_lines(name: str) -> tuple[list[Any], str | None]:
    rivers = default_basemap().rivers(name)
    if not rivers:
        return [], "not drawn: the base map has no such river"
    if not region_strip.one_river([river.parts for river in rivers]):
        return [], "not drawn: several rivers of this name are known"
    return [part for river in rivers for part in river.parts], None


@lru_cache(maxsize=64)
def _river_strip(name: str, reach_km: tuple[float, float]) -> Drawing:
    lines, why = _river_lines(name)
    strip = region_strip.widened(lines, reach_km) if lines else None
    return (geojson(strip), None) if strip is not None else (None, why or "not drawn: the river is too long")


def _along_river(asked: Asked) -> Drawing:
    """A strip on both banks of the whole river."""
    return _river_strip(asked.region.anchors[0].name, asked.reach_km or (0.0, 5.0))


def _bank(asked: Asked) -> Drawing:
    """The bank across from a town where one is named; else both banks, as the base map knows no flow."""
    reach = asked.reach_km or (0.0, 10.0)
    if "across the river from" in asked.words:
        return None, "not drawn: which river is not said"
    town = next((p for p in asked.places[1:] if p and p.lat is not None and p.lon is not None), None)
    if town is None:
        shape, why = _river_strip(asked.region.anchors[0].name, reach)
        return shape, why or "both banks: which one is meant is not told apart on the map"
    lines, why = _river_lines(asked.region.anchors[0].name)
    point = (town.lat or 0.0, town.lon or 0.0)
    away = region_strip.nearest_km(*point, lines)
    if away > _TOWN_AT_RIVER_KM:
        return None, why or "not drawn: the town is not on this river"
    if away > _BANK_TOLD_KM and (beyond := region_strip.other_side(point, lines, reach[1])) is not None:
        return geojson(beyond), None
    strip = region_strip.widened(lines, reach)
    both = strip.intersection(region_strip.disc(*point, away + reach[1])) if strip is not None else None
    return (
        geojson(both) if both is not None else None
    ), "both banks: the town lies too near the river's line"


_TOWN_AT_RIVER_KM = 25.0
_BANK_TOLD_KM = 2.0
"""A town nearer to the line than this may stand on either side of the true river."""


_KINDS: dict[str, Callable[[Asked], Drawing]] = {
    "between": _corridor,
    "along_road": _corridor,
    "near_border": _near_border,
    "inside_border": _inside,
    "across_border": _across_border,
    "off_coast": _off_coast,
}
_RIVERS: dict[str, Callable[[Asked], Drawing]] = {
    "along_river": _along_river,
    "opposite_bank": _bank,
}
