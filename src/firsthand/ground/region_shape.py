"""Regions around a point or between two, and parts of areas: sectors of rings, corridors, halves."""

from __future__ import annotations

import math
from typing import Any

from firsthand.ground.place_geometry import EARTH, destination, distance_km
from firsthand.ground.region_plane import Plane, geojson

STEPS = 48
"""Corners of a full circle; an arc gets its share of them."""

LEAST_KM = 0.01
"""A hole or a sector smaller than this is below what six decimals of a degree can draw."""

FAR_KM = 2000.0
"""Beyond this a sector is no help on a map."""


def sector(
    lat: float, lon: float, reach_km: tuple[float, float], bearing_deg: tuple[float, float] | None
) -> dict[str, Any] | None:
    """A ring, or the sector of one, around a point; None where it has no extent or would be vast."""
    low, high = reach_km
    if not 0 <= low < high <= FAR_KM or high < LEAST_KM:
        return None
    low = low if low >= LEAST_KM else 0.0
    start, width = (
        (0.0, 360.0) if bearing_deg is None else (bearing_deg[0], (bearing_deg[1] - bearing_deg[0]) % 360)
    )
    count = max(2, math.ceil(STEPS * width / 360))
    # Corners stand a little further out, so that the straight sides between them do not cut the arc off.
    outer_km = high / math.cos(math.radians(width / count / 2))
    angles = [start + width * k / count for k in range(count + 1)]
    outer = [_corner(lat, lon, angle, outer_km) for angle in angles]
    if width >= 360:
        holes = [[_corner(lat, lon, angle, low) for angle in angles]] if low > 0 else []
        return _polygon(outer[::-1], *holes, near=lon)
    inner = [_corner(lat, lon, angle, low) for angle in reversed(angles)] if low > 0 else [(lon, lat)]
    return _polygon([*inner, *outer, inner[0]][::-1], near=lon)


def corridor(lat: float, lon: float, lat2: float, lon2: float) -> dict[str, Any] | None:
    """A lens between two points, a quarter as wide as long."""
    km = distance_km(lat, lon, lat2, lon2)
    if not 0 < km <= FAR_KM:
        return None
    way = _bearing(lat, lon, lat2, lon2)
    side = []
    for turn in (-1, 1):
        points = []
        for share in (0.0, 0.125, 0.25, 0.5, 0.75, 0.875, 1.0):
            here = destination(lat, lon, way, km * share)
            there = destination(
                *here, (way + turn * 90) % 360, km * 0.125 * math.sin(math.pi * share) + km * 0.02
            )
            points.append((there[1], there[0]))
        side.append(points)
    ring = [*side[1], *reversed(side[0])]
    return _polygon([*ring, ring[0]][::-1], near=lon)


def part(outline: Any, bearing_deg: tuple[float, float]) -> dict[str, Any] | None:
    """The part of an outline on one side: what lies beyond its middle in that direction."""
    import shapely

    middle = math.radians((bearing_deg[0] + ((bearing_deg[1] - bearing_deg[0]) % 360) / 2) % 360)
    centre = outline.centroid
    plane = Plane(centre.y, centre.x)
    flat = plane.flat(outline)
    west, south, east, north = flat.bounds
    size = max(east - west, north - south) * 2
    across, along = (math.cos(middle), -math.sin(middle)), (math.sin(middle), math.cos(middle))
    corners = [
        (across[0] * a * size + along[0] * b * size, across[1] * a * size + along[1] * b * size)
        for a, b in ((-1, 0), (1, 0), (1, 1), (-1, 1))
    ]
    return geojson(plane.round(flat.intersection(shapely.Polygon(corners))))


def _bearing(lat: float, lon: float, lat2: float, lon2: float) -> float:
    return float(EARTH.inv(lon, lat, lon2, lat2)[0]) % 360


def _corner(lat: float, lon: float, bearing_deg: float, km: float) -> tuple[float, float]:
    to_lat, to_lon = destination(lat, lon, bearing_deg % 360, km)
    return to_lon, to_lat


def _polygon(*rings: list[tuple[float, float]], near: float) -> dict[str, Any]:
    """GeoJSON with longitudes that run on over the date line, so that the ring does not jump round the
    globe."""

    def unwrapped(lon: float) -> float:
        return round(near + (lon - near + 540) % 360 - 180, 6)

    return {
        "type": "Polygon",
        "coordinates": [[[unwrapped(x), round(y, 6)] for x, y in ring] for ring in rings],
    }
