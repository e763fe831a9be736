"""The sheet: which part of the Earth a map shows, how large, and where its points lie on paper."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from firsthand.ground.place_geometry import distance_km
from firsthand.ground.region_plane import Plane
from firsthand.resources.gazetteer_lines import Box
from firsthand.show.map.scene import Subject

WIDTH_PX, HEIGHT_PX = 960.0, 680.0
LEAST_KM = 60.0
"""No map is narrower: closer up, lines that are true to a kilometre would look exact."""
MARGIN = 0.28
FAR_KM = 900.0
"""Surfaces further than this from all others go on no common map."""


NAMESAKES_KM = 3500.0
"""Namesakes go on one map as far as it can hold them: showing only those nearby would choose among them."""


@dataclass(frozen=True)
class Frame:
    """A sheet of 960 by 680 around a centre; distances from the centre are true, north is up there."""

    plane: Plane
    px_per_km: float

    def to_px(self, points: Any) -> Any:
        """Longitudes and latitudes -> places on the sheet."""
        import numpy as np

        flat = self.plane.to_plane(points)
        return np.column_stack([
            WIDTH_PX / 2 + flat[:, 0] * self.px_per_km, HEIGHT_PX / 2 - flat[:, 1] * self.px_per_km,
        ])  # fmt: skip

    def drawn(self, geometry: Any) -> Any:
        """A shape on the sheet, cut a little outside its edges."""
        import shapely

        flat = shapely.transform(geometry, self.to_px)
        if geometry.geom_type.endswith("Polygon"):
            flat = shapely.make_valid(flat)
        return shapely.clip_by_rect(flat, -6, -6, WIDTH_PX + 6, HEIGHT_PX + 6)

    @cached_property
    def width_km(self) -> float:
        """How far it is from the left edge to the right one."""
        return WIDTH_PX / self.px_per_km

    @cached_property
    def box(self) -> Box:
        """The longitudes and latitudes that the sheet covers, and a little more."""
        import numpy as np

        half = np.array([WIDTH_PX, HEIGHT_PX]) / 2 / self.px_per_km
        grid = np.array([(x, y) for x in np.linspace(-1, 1, 13) for y in np.linspace(-1, 1, 13)]) * half
        globe = self.plane.to_globe(grid)
        (west, south), (east, north) = globe.min(axis=0), globe.max(axis=0)
        for pole in (-90.0, 90.0):
            x, y = self.plane.to_plane(np.array([(self.plane.lon, pole)]))[0]
            if abs(x) <= half[0] and abs(y) <= half[1]:
                west, east = self.plane.lon - 180, self.plane.lon + 180
                south, north = (pole, north) if pole < 0 else (south, pole)
        spare_x, spare_y = (east - west) / 40, (north - south) / 40
        return (
            float(west - spare_x), float(max(-90.0, south - spare_y)),
            float(east + spare_x), float(min(90.0, north + spare_y)),
        )  # fmt: skip


@dataclass
class Together:
    """Surfaces that fit on one sheet."""

    subjects: list[Subject] = field(default_factory=list)

    @property
    def weight(self) -> float:
        """What the claims say of them together."""
        return sum(each.weight for each in self.subjects)


def one_sheet(subjects: Sequence[Subject]) -> list[Subject]:
    """The surfaces near each other of which the report says most; the others lie too far from them."""
    groups: list[Together] = []
    for each in subjects:
        near = [g for g in groups if any(_near(each, other) for other in g.subjects)]
        groups = [g for g in groups if g not in near]
        groups.append(Together([s for g in near for s in g.subjects] + [each]))
    best = max(groups, key=lambda group: group.weight, default=Together())
    return [each for each in subjects if each in best.subjects]


def _near(one: Subject, other: Subject) -> bool:
    a, b = one.shape.centroid, other.shape.centroid
    reach = (_half_km(one) + _half_km(other)) / 2
    namesakes = one.status == other.status == "namesake" and one.name == other.name
    return distance_km(a.y, a.x, b.y, b.x) - reach <= (NAMESAKES_KM if namesakes else FAR_KM)


def _half_km(subject: Subject) -> float:
    west, south, east, north = subject.shape.bounds
    return min(1500.0, distance_km(max(-90.0, south), west, min(90.0, north), east) / 2)


def framed(subjects: Sequence[Subject]) -> Frame:
    """The sheet around surfaces, with a margin, and never closer up than the base map allows.

    A surface much wider than all that is smaller (a strip along a whole river) is cut by the edge.
    """
    by_size = sorted(subjects, key=_half_km)
    frame = _around(by_size[:1])
    for count in range(2, len(by_size) + 1):
        if _half_km(by_size[count - 1]) > max(_CUT_FROM_KM, _CUT_FROM * frame.width_km / 2):
            break
        frame = _around(by_size[:count])
    return frame


_CUT_FROM, _CUT_FROM_KM = 1.2, 400.0


def _around(subjects: Sequence[Subject]) -> Frame:
    boxes = [each.shape.bounds for each in subjects]
    lon0 = boxes[0][0]
    turned = [(lon0 + (w - lon0 + 540) % 360 - 180, e - w, s, n) for w, s, e, n in boxes]
    west, east = min(t[0] for t in turned), max(t[0] + t[1] for t in turned)
    south, north = min(t[2] for t in turned), max(t[3] for t in turned)
    rough = Plane((south + north) / 2, (west + east) / 2)
    x0, y0, x1, y1 = _extent(rough, subjects)
    centre = rough.to_globe(_point((x0 + x1) / 2, (y0 + y1) / 2))[0]
    plane = Plane(float(centre[1]), float(centre[0]))
    x0, y0, x1, y1 = _extent(plane, subjects)
    half_x, half_y = max(abs(x0), abs(x1), 1.0), max(abs(y0), abs(y1), 1.0)
    scale = min(WIDTH_PX / (2 * half_x), HEIGHT_PX / (2 * half_y)) / (1 + MARGIN)
    return Frame(plane, min(scale, WIDTH_PX / LEAST_KM))


def _point(x: float, y: float) -> Any:
    import numpy as np

    return np.array([(x, y)])


def _extent(plane: Plane, subjects: Sequence[Subject]) -> tuple[float, float, float, float]:
    import shapely

    flat = [shapely.transform(each.shape, plane.to_plane).bounds for each in subjects]
    return (
        min(b[0] for b in flat), min(b[1] for b in flat), max(b[2] for b in flat), max(b[3] for b in flat),
    )  # fmt: skip


def round_km(width_km: float) -> float:
    """The length of a scale bar: 1, 2 or 5 times a power of ten, about a fifth of the sheet."""
    rough = width_km / 5
    power = 10 ** math.floor(math.log10(rough))
    return float(max(step * power for step in (1, 2, 5) if step * power <= rough))
