"""Shapes of countries, states and counties out of the files that hold them, and their size on the ground."""

from __future__ import annotations

import itertools
import json
import math
import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry import MultiPolygon, Polygon, shape
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

from firsthand.resources.gazetteer_lines import QUANTUM_DEG

EARTH_KM = 6371.0088


def area_km2(geometry: BaseGeometry) -> float:
    """Area on the sphere, by Lambert's cylindrical equal-area projection."""

    def flat(points: np.ndarray) -> np.ndarray:
        return np.column_stack([np.radians(points[:, 0]), np.sin(np.radians(points[:, 1]))]) * EARTH_KM

    return float(shapely.transform(geometry, flat).area)


def radius_km(geometry: BaseGeometry) -> int:
    """Radius of a disc a quarter wider than the shape's area: nine tenths of most shapes lie within it."""
    return max(1, round(1.25 * math.sqrt(area_km2(geometry) / math.pi)))


def packed(geometry: BaseGeometry, tolerance: float) -> bytes:
    """The shape with fewer corners, as steps from corner to corner."""
    plain = shapely.make_valid(shapely.set_precision(geometry.simplify(tolerance), QUANTUM_DEG))
    surface = [g for g in getattr(plain, "geoms", [plain]) if g.geom_type.endswith("Polygon")]
    return stepped(shapely.union_all(surface) if surface else geometry.envelope)


def stepped(geometry: BaseGeometry) -> bytes:
    """Count of lines, their lengths, then the steps of all corners: whole quanta, seven bits a byte.

    Outer rings run against the clock, holes with it.
    """
    if geometry.geom_type.endswith("Polygon"):
        turned = [orient(g) for g in getattr(geometry, "geoms", [geometry])]
        rings = [r for g in turned for r in (g.exterior, *g.interiors)]
    else:
        rings = list(getattr(geometry, "geoms", [geometry]))
    parts = []
    for ring in rings:
        steps = np.rint(np.asarray(ring.coords)[:, :2] / QUANTUM_DEG).astype(np.int64)
        keep = np.concatenate([[True], np.any(np.diff(steps, axis=0) != 0, axis=1)])
        if len(steps[keep]) >= (4 if geometry.geom_type.endswith("Polygon") else 2):
            parts.append(steps[keep])
    if not parts:
        return b""
    corners = np.concatenate(parts)
    deltas = np.diff(corners, axis=0, prepend=np.zeros((1, 2), np.int64)).ravel()
    numbers = [len(parts), *map(len, parts), *((deltas << 1) ^ (deltas >> 63)).tolist()]
    out = bytearray()
    for number in numbers:
        rest = number
        while rest > 127:
            out.append(rest & 127 | 128)
            rest >>= 7
        out.append(rest)
    return bytes(out)


def natural_earth_countries(archive: Path) -> Iterator[tuple[dict[str, str], BaseGeometry]]:
    """Rows and shapes of a Natural Earth shapefile that stands in a zip."""
    with zipfile.ZipFile(archive) as outer:
        inner = next(name for name in outer.namelist() if name.endswith(".zip"))
        with zipfile.ZipFile(outer.open(inner)) as files:
            found = {Path(name).suffix: files.read(name) for name in files.namelist()}
    yield from zip(_dbf(found[".dbf"]), _shp(found[".shp"]), strict=True)


def _dbf(data: bytes) -> Iterator[dict[str, str]]:
    count, header, width = struct.unpack("<IHH", data[4:12])
    fields, at = [], 32
    while data[at] != 13:
        fields.append((data[at : at + 11].split(b"\0")[0].decode(), data[at + 16]))
        at += 32
    for i in range(count):
        record, at, row = data[header + i * width : header + (i + 1) * width], 1, {}
        for name, length in fields:
            row[name] = record[at : at + length].decode("utf-8", "replace").strip("\0 ")
            at += length
        yield row


def _shp(data: bytes) -> Iterator[BaseGeometry]:
    at = 100
    while at < len(data):
        length = struct.unpack(">I", data[at + 4 : at + 8])[0] * 2
        body = data[at + 8 : at + 8 + length]
        parts, points = struct.unpack("<II", body[36:44])
        starts = [*struct.unpack(f"<{parts}I", body[44 : 44 + 4 * parts]), points]
        xy = np.frombuffer(body, "<f8", points * 2, 44 + 4 * parts).reshape(-1, 2)
        rings = [xy[a:b] for a, b in itertools.pairwise(starts)]
        yield _rings(rings)
        at += 8 + length


def _rings(rings: list[np.ndarray]) -> BaseGeometry:
    """Rings by their direction: clockwise ones are outer rings, the others holes in them."""
    outer = [Polygon(r) for r in rings if not shapely.LinearRing(r).is_ccw]
    holes = [Polygon(r) for r in rings if shapely.LinearRing(r).is_ccw]
    whole = shapely.unary_union([shapely.make_valid(p) for p in outer])
    return whole.difference(shapely.unary_union(holes)) if holes else whole


def geojson(data: bytes) -> Iterator[tuple[dict[str, Any], BaseGeometry]]:
    """Properties and shapes of a GeoJSON collection."""
    for feature in json.loads(data)["features"]:
        if feature["geometry"]:
            yield feature["properties"], shapely.make_valid(shape(feature["geometry"]))


def topojson(data: bytes, layer: str) -> Iterator[tuple[str, BaseGeometry]]:
    """Ids and shapes of a layer of a quantised TopoJSON file."""
    whole = json.loads(data)
    scale, shift = whole["transform"]["scale"], whole["transform"]["translate"]
    arcs = [np.cumsum(np.array(arc), axis=0) * scale + shift for arc in whole["arcs"]]

    def ring(indexes: list[int]) -> np.ndarray:
        return np.concatenate([arcs[i] if i >= 0 else arcs[~i][::-1] for i in indexes])

    for item in whole["objects"][layer]["geometries"]:
        polygons = item.get("arcs") or []
        polygons = [polygons] if item["type"] == "Polygon" else polygons
        drawn = [[r for r in map(ring, p) if len(r) > 3] for p in polygons]
        made = [Polygon(p[0], p[1:]) for p in drawn if p]
        yield item["id"], shapely.make_valid(MultiPolygon(made))
