"""All reports of a case on one map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from firsthand.schema import Reading
from firsthand.show.map.drawing import map_svg
from firsthand.show.map.scene import Scene, Subject, scene


def one_scene(readings: Sequence[Reading], title: str) -> Scene:
    """The surfaces of all readings, each once; what several reports name weighs more."""
    kept: dict[tuple[str, str, bytes], Subject] = {}
    left_off: list[str] = []
    for reading in readings:
        shown = scene(reading)
        left_off += shown.left_off
        for each in shown.subjects:
            key = (each.status, each.label, each.shape.wkb)
            before = kept[key].weight if key in kept else 0.0
            kept[key] = replace(each, weight=each.weight + before)
    return Scene(title=title, subjects=list(kept.values()), left_off=list(dict.fromkeys(left_off)))


def case_map(readings: Sequence[Reading], title: str) -> tuple[Markup, Scene] | None:
    """The map as inline SVG with what it shows; null where no report names a place."""
    made = one_scene(readings, title)
    if not made.subjects:
        return None
    return Markup(map_svg(made)), made  # noqa: S704 - escaped where it is made
