"""Strips along borders, coasts and rivers: what lies within some kilometres of a line.

Lines are cut into short pieces, and each is widened on a plane of its own, so that a strip along 4,000 km of
border is as wide at its ends as in the middle.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np

from firsthand.ground.place_geometry import distance_km
from firsthand.ground.region_plane import Plane

PIECE_KM = 250.0
"""So far from its centre a plane is used: lengths there are true to a thousandth."""

MOST_PIECES = 400
"""A line of more pieces is no place any more, and would take seconds to widen."""

FAR_APART_KM = 60.0
"""Lines of one name whose nearest ends lie further apart are two rivers."""


def widened(lines: Sequence[Any], reach_km: tuple[float, float]) -> Any:
    """What lies between two distances of lines (arrays of longitude and latitude); None for too long ones."""
    import shapely

    low, high = reach_km
    plain = [shapely.LineString(line).simplify(max(0.002, high / 2500)) for line in lines if len(line) > 1]
    pieces = [piece for line in plain for piece in _pieces(np.asarray(line.coords))]
    if not pieces or len(pieces) > MOST_PIECES:
        return None
    whole = shapely.union_all([_around(piece, high) for piece in pieces])
    if low > 0:
        whole = whole.difference(shapely.union_all([_around(piece, low) for piece in pieces]))
    west, south, east, north = whole.bounds
    # A fiftieth of its width, and more for a strip of thousands of kilometres, which nobody draws finely.
    return whole.simplify(max(0.0005, high / 5500) + 0.0003 * max(east - west, north - south))


def _pieces(points: Any) -> Iterator[Any]:
    """A line in pieces that fit on a plane; a long straight stretch is given corners first."""
    steps = np.hypot(*np.diff(points, axis=0).T)
    most = PIECE_KM / 2 / 111.0
    if len(steps) and steps.max() > most:
        counts = np.maximum(1, np.ceil(steps / most).astype(int))
        shares = [np.linspace(0, 1, n, endpoint=False)[:, None] for n in counts]
        parts = [a + (b - a) * s for a, b, s in zip(points, points[1:], shares, strict=False)]
        points = np.concatenate([*parts, points[-1:]])
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    number = np.floor(along / (PIECE_KM / 111.0)).astype(int)
    for at in range(int(number[-1]) + 1):
        inside = np.flatnonzero(number == at)
        if len(inside):
            yield points[inside[0] : inside[-1] + 2]


def _around(points: Any, km: float) -> Any:
    import shapely

    plane = Plane(*_middle(points))
    line = shapely.LineString(points if len(points) > 1 else np.repeat(points, 2, axis=0))
    return plane.round(plane.flat(line).buffer(km, quad_segs=6))


def _middle(points: Any) -> tuple[float, float]:
    return float(points[:, 1].mean()), float(points[:, 0].mean())


def disc(lat: float, lon: float, km: float) -> Any:
    """What lies within some kilometres of a point."""
    import shapely

    return Plane(lat, lon).round(shapely.Point(0, 0).buffer(km, quad_segs=12))


def nearest_km(lat: float, lon: float, lines: Iterable[Any]) -> float:
    """How far the nearest of some lines is from a point; infinity where there is none."""
    import shapely

    plane, centre = Plane(lat, lon), shapely.Point(0, 0)
    found = [shapely.LineString(plane.to_plane(line)).distance(centre) for line in lines if len(line) > 1]
    return min(found, default=float("inf"))


def one_river(rivers: Sequence[Sequence[Any]]) -> bool:
    """Whether rivers of one name are stretches of one: each begins or ends near another."""
    ends = [[line[k] for line in river for k in (0, -1)] for river in rivers]
    joined, waiting = ends[:1], ends[1:]
    while waiting:
        near = next((w for w in waiting if any(_close(w, each) for each in joined)), None)
        if near is None:
            return False
        waiting.remove(near)
        joined.append(near)
    return True


def _close(one: Sequence[Any], other: Sequence[Any]) -> bool:
    return any(distance_km(a[1], a[0], b[1], b[0]) <= FAR_APART_KM for a in one for b in other)


def other_side(town: tuple[float, float], river: Sequence[Any], reach_km: float) -> Any:
    """What lies across a river from a town, within some kilometres of it; None where no bank can be told.

    The river must part the land around the town; of the parts, the town's own is left out.
    """
    import shapely

    plane = Plane(*town)
    lines = shapely.MultiLineString([plane.to_plane(line) for line in river if len(line) > 1])
    around = shapely.Point(0, 0).buffer(reach_km + lines.distance(shapely.Point(0, 0)), quad_segs=12)
    noded = shapely.union_all([around.boundary, lines.intersection(around)])
    parts = [g for g in shapely.polygonize([noded]).geoms if around.buffer(0.1).contains(g)]
    own = min(parts, key=lambda part: part.distance(shapely.Point(0, 0)), default=None)
    beyond = shapely.union_all([part for part in parts if part is not own])
    near = beyond.intersection(lines.buffer(reach_km)) if len(parts) > 1 else None
    return plane.round(near) if near is not None and not near.is_empty else None
