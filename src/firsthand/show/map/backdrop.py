"""What lies under a report's surfaces: sea and land, rivers, borders, the names of countries, some towns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from firsthand.resources.gazetteer import Entry, Gazetteer
from firsthand.resources.gazetteer_lines import Basemap
from firsthand.show.map.frame import HEIGHT_PX, WIDTH_PX, Frame
from firsthand.show.map.lettering import Lettering
from firsthand.show.map.markup import element, path_of, text_of

STATES_BELOW_KM = 1400.0
"""On a wider sheet the borders of states are a tangle."""
STATE_NAMES_BELOW_KM = 1200.0
MOST_TOWNS = 9
APART_PX = 70.0


@dataclass(frozen=True)
class Backdrop:
    """The base map of one sheet."""

    frame: Frame
    basemap: Basemap
    gazetteer: Gazetteer

    def lines(self) -> Iterator[str]:
        """Surfaces and lines, the lowest first."""
        frame, box = self.frame, self.frame.box
        yield element("path", {"class": "land", "d": path_of(frame.drawn(self.basemap.surface("land", box)))})
        yield element(
            "path", {"class": "water", "d": path_of(frame.drawn(self.basemap.surface("lake", box)))}
        )
        yield self._layer("river")
        if frame.width_km < STATES_BELOW_KM:
            yield self._layer("state")
        yield self._layer("border")
        yield self._layer("disputed")

    def _layer(self, layer: str) -> str:
        import shapely

        parts = [p for row in self.basemap.within(layer, self.frame.box) for p in row.parts if len(p) > 1]
        whole = shapely.MultiLineString(parts) if parts else shapely.MultiLineString()
        drawn = self.frame.drawn(whole)
        return element("path", {"class": layer, "d": path_of(drawn)}) if not drawn.is_empty else ""

    @property
    def disputes(self) -> bool:
        """Whether a disputed border crosses the sheet."""
        return bool(self._layer("disputed"))

    def names(self, lettering: Lettering, busy: frozenset[str]) -> Iterator[str]:
        """Names of countries, then of states, where there is room; not those that the report's labels say."""
        wide = self.frame.width_km
        lands = self._countries()
        for land in lands:
            yield from self._name(land, lettering, "country", 15 if wide < 4000 else 12, busy)
        if wide < STATE_NAMES_BELOW_KM:
            for land in lands:
                for state in self.gazetteer.states(land.country or ""):
                    yield from self._name(state, lettering, "statename", 11, busy)

    def _countries(self) -> list[Entry]:
        codes = {code for row in self.basemap.within("border", self.frame.box) for code in row.countries}
        codes |= {e.country for e in self._towns(1) if e.country}
        found = [self.gazetteer.country(code) for code in sorted(codes)]
        return sorted((e for e in found if e), key=lambda e: (-e.population, e.id))

    def _name(
        self, area: Entry, lettering: Lettering, kind: str, size: float, busy: frozenset[str]
    ) -> Iterator[str]:
        import shapely

        outline, box = self.gazetteer.shape(area.id), shapely.box(*self.frame.box)
        if outline is None or _bare(area.name) in busy or not box.intersects(outline):
            return
        seen = self.frame.drawn(outline.intersection(box.buffer(1)))
        parts = [g for g in getattr(seen, "geoms", [seen]) if g.geom_type == "Polygon"]
        largest = max(parts, key=lambda g: g.area, default=None)
        if largest is None or largest.area < 0.02 * WIDTH_PX * HEIGHT_PX:
            return
        written = area.name.upper() if kind == "country" else area.name
        spaced = size * (1.25 if kind == "country" else 1.0)
        for point in _middles(largest):
            if lettering.centre(written, point, spaced):
                x, y = point
                yield text_of(written, x, y + size * 0.35, size, kind, middle=True)
                return

    def towns(self, lettering: Lettering, busy: frozenset[str]) -> Iterator[str]:
        """Some of the largest towns, apart from each other, to find one's way by; none named anyway."""
        import numpy as np

        kept: list[tuple[float, float]] = []
        for town in self._towns(60):
            x, y = (float(v) for v in self.frame.to_px(np.array([(town.lon, town.lat)]))[0])
            if _bare(town.name) in busy or not (10 < x < WIDTH_PX - 10 and 10 < y < HEIGHT_PX - 10):
                continue
            if any(abs(x - a) < APART_PX and abs(y - b) < APART_PX for a, b in kept):
                continue
            label = lettering.place(town.name, (x, y), 3, 11)
            if label is None or label.led:
                continue
            kept.append((x, y))
            lettering.block((x - 4, y - 4, x + 4, y + 4))
            yield element("circle", {"class": "town", "cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": "2.2"})
            yield text_of(town.name, label.x, label.y, 11, "townname")
            if len(kept) == MOST_TOWNS:
                return

    def _towns(self, most: int) -> list[Entry]:
        return self.gazetteer.largest_towns(self.frame.box, most)


def _bare(name: str) -> str:
    """A name without the word for its kind: "Kursk Oblast" is not lettered beside "Kursk"."""
    for kind in (" Oblast", " oblast", " Region", " Province", " Governorate"):
        name = name.removesuffix(kind)
    return name


def _middles(surface: Any) -> list[tuple[float, float]]:
    """Points well inside a surface, the roomiest first."""
    import shapely

    circle = shapely.maximum_inscribed_circle(surface, 8)
    first = circle.coords[0]
    point = surface.representative_point()
    around = [(first[0] + dx, first[1] + dy) for dx in (0, -60, 60) for dy in (-40, 40)]
    inside = [p for p in around if surface.contains(shapely.Point(p))]
    return [(first[0], first[1]), (point.x, point.y), *inside]
