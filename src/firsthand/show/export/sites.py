"""Where, of a group: surfaces as wide as the words allow, and names that stay open."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from firsthand.ground import region_strip
from firsthand.resources.gazetteer import Gazetteer, default_gazetteer
from firsthand.schema import Place, Reading, Region

Precision = Literal["settlement", "district or state", "country", "region", "wide", "unsettled"]
"""`region`: a surface that words give ("4 km south of K"); `wide`: a sea, a river, a range; `unsettled`: a
name that nothing settles."""

AREAS = ("ADM", "RGN")
WIDE_KM = 25.0
"""A place that reaches farther from its point is no settlement, and its point says nothing."""


class Site(NamedTuple):
    """One place or region that a telling names."""

    name: str
    precision: Precision
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    """Middle of a settled settlement; null for everything else."""
    radius_km: float | None = None
    confidence: float | None = None
    geometry: dict[str, Any] | None = None
    """GeoJSON surface, in longitude and latitude; null where unsettled or without a known outline."""
    within: str | None = None
    value: str = ""
    """Id of the place or region in the case: `d3.p2`."""


ORDER: tuple[Precision, ...] = (
    "region", "settlement", "district or state", "country", "wide", "unsettled",
)  # fmt: skip
"""The narrowest first."""


def sites(reading: Reading, names: Iterable[str], gazetteer: Gazetteer | None = None) -> list[Site]:
    """The places and regions of a reading with some ids, the narrowest first."""
    held = gazetteer or default_gazetteer()
    wanted = set(names)
    found = [_region(each, reading) for each in reading.regions if each.id in wanted]
    found += [_place(each, reading, held) for each in reading.places if each.id in wanted]
    return sorted(found, key=lambda site: ORDER.index(site.precision))


def _region(region: Region, reading: Reading) -> Site:
    words = " ".join(region.span.words(reading.document.text).split())
    precision: Precision = "region" if region.geometry is not None else "unsettled"
    return Site(words, precision, geometry=region.geometry, value=f"{reading.document.id}.{region.id}")


def _place(place: Place, reading: Reading, held: Gazetteer) -> Site:
    value = f"{reading.document.id}.{place.id}"
    if place.lat is None or place.lon is None:
        return Site(place.name, "unsettled", place.country, within=place.within, value=value)
    feature, number = _feature(place, held)
    known = (place.name, place.country, place.confidence, value)
    if feature.startswith("PCL"):
        return _area("country", known, _outline(number, held))
    if feature.startswith(AREAS):
        return _area("district or state", known, _outline(number, held))
    reach = place.radius_km or 2.0
    if not feature.startswith(("PPL", "S", "")) or reach > WIDE_KM:
        return _area("wide", known, None)
    disc = _disc(place.lat, place.lon, reach)
    return Site(
        place.name, "settlement", place.country, place.lat, place.lon, round(reach, 1), place.confidence,
        disc, place.within, value,
    )  # fmt: skip


def _area(
    precision: Precision, known: tuple[str, str | None, float, str], shape: dict[str, Any] | None
) -> Site:
    name, country, confidence, value = known
    return Site(name, precision, country, confidence=confidence, geometry=shape, value=value)


def _feature(place: Place, held: Gazetteer) -> tuple[str, int | None]:
    """GeoNames' feature code of a settled place, and its number; a populated place where nobody says."""
    for each in place.candidates:
        if each.geonames_id == place.geonames_id and each.feature:
            return each.feature, each.geonames_id
    entry = held.place(place.geonames_id)
    return (entry.feature, entry.id) if entry is not None else ("PPL", None)


@lru_cache(maxsize=4096)
def _disc(lat: float, lon: float, km: float) -> dict[str, Any]:
    return _plain(region_strip.disc(lat, lon, km))


@lru_cache(maxsize=256)
def _outline(number: int | None, held: Gazetteer) -> dict[str, Any] | None:
    shape = held.shape(number) if number is not None else None
    return _plain(shape) if shape is not None else None


def _plain(shape: Any) -> dict[str, Any]:
    """A surface as GeoJSON: rings in the order that RFC 7946 wants, to about a metre."""
    import shapely
    from shapely.geometry.polygon import orient

    parts = [orient(part) for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]

    def rings(part: Any) -> list[list[list[float]]]:
        each = (part.exterior, *part.interiors)
        corners = (shapely.get_coordinates(ring).tolist() for ring in each)
        return [[[round(x, 5), round(y, 5)] for x, y in ring] for ring in corners]

    if len(parts) == 1:
        return {"type": "Polygon", "coordinates": rings(parts[0])}
    return {"type": "MultiPolygon", "coordinates": [rings(part) for part in parts]}
