"""All reports of a case on one map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from firsthand.schema import Reading
from firsthand.show.map.drawing import map_svg
from firsthand.show.map.scene import Scene, Subject, merged, scene


def one_scene(readings: Sequence[Reading], title: str) -> Scene:
    """The surfaces of all readings, each once; what several reports name weighs more."""
    subjects: list[Subject] = []
    left_off: list[str] = []
    for reading in readings:
        shown = scene(reading)
        left_off += shown.left_off
        subjects += (replace(each, told=()) for each in shown.subjects)
    return Scene(title=title, subjects=merged(subjects), left_off=list(dict.fromkeys(left_off)))


def case_map(readings: Sequence[Reading], title: str) -> tuple[Markup, Scene] | None:
    """The map as inline SVG with what it shows; null where no report names a place."""
    made = one_scene(readings, title)
    if not made.subjects:
        return None
    return Markup(map_svg(made)), made  # noqa: S704 - escaped where it is made
