"""Between the ellipsoid and a plane on which distances and directions from the centre are true."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from firsthand.ground.place_geometry import EARTH

DECIMALS_DEG = 0.0001
"""Strips and parts of areas are given to about 10 m: their lines are known to no better than a kilometre."""


@dataclass(frozen=True)
class Plane:
    """The azimuthal equidistant plane around a point, in kilometres east and north of it.

    Made of the geodesics of the ellipsoid themselves. Within 300 km of the centre lengths are true to a
    thousandth in every direction.
    """

    lat: float
    lon: float

    def flat(self, geometry: Any) -> Any:
        """A shape of longitudes and latitudes on the plane."""
        import shapely

        return shapely.make_valid(shapely.transform(geometry, self.to_plane))

    def round(self, geometry: Any) -> Any:
        """A shape of the plane in longitudes and latitudes, running on over the date line."""
        import shapely

        return shapely.make_valid(shapely.transform(geometry, self.to_globe))

    def to_plane(self, points: Any) -> Any:
        """Longitudes and latitudes -> kilometres east and north."""
        start = np.full(len(points), self.lon), np.full(len(points), self.lat)
        way, _, metres = EARTH.inv(*start, points[:, 0], points[:, 1])
        way = np.radians(way)
        return np.column_stack([np.sin(way) * metres, np.cos(way) * metres]) / 1000

    def to_globe(self, points: Any) -> Any:
        """Kilometres east and north -> longitudes near the centre's, and latitudes."""
        way = np.degrees(np.arctan2(points[:, 0], points[:, 1]))
        metres = np.hypot(points[:, 0], points[:, 1]) * 1000
        start = np.full(len(points), self.lon), np.full(len(points), self.lat)
        lon, lat, _ = EARTH.fwd(*start, way, metres)
        return np.column_stack([self.lon + (np.asarray(lon) - self.lon + 540) % 360 - 180, lat])


def geojson(geometry: Any) -> dict[str, Any] | None:
    """The surfaces of a shape as GeoJSON, outer rings against the clock; None where it has none."""
    import shapely
    from shapely.geometry import mapping
    from shapely.geometry.polygon import orient

    plain = shapely.set_precision(geometry, DECIMALS_DEG)
    parts = [g for g in getattr(plain, "geoms", [plain]) if g.geom_type == "Polygon" and not g.is_empty]
    if not parts:
        return None
    turned = [orient(each) for each in parts]
    found: dict[str, Any] = mapping(turned[0] if len(turned) == 1 else shapely.MultiPolygon(turned))
    return found
