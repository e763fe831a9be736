"""SVG, written by hand: elements, paths and text. All that comes from a report is escaped here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import Any

# What XML 1.0 cannot hold at all, not even escaped.
_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WAYWARD = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the direction of all that follows."""


def safe(text: str) -> str:
    """Text as an element or an attribute may hold it."""
    return escape(_WAYWARD.sub("", _FORBIDDEN.sub("", text)), quote=True)


def element(name: str, attributes: Mapping[str, str], inner: str = "") -> str:
    """One element; `inner` is markup already."""
    said = "".join(f' {key}="{safe(value)}"' for key, value in attributes.items())
    return f"<{name}{said}>{inner}</{name}>" if inner else f"<{name}{said}/>"


def text_of(
    text: str, x: float, y: float, size: float, kind: str, *, middle: bool = False, key: str = ""
) -> str:
    """A line of text; `key` is what a page calls it, written where it is given."""
    attributes = {"class": kind, "x": f"{x:.1f}", "y": f"{y:.1f}", "font-size": f"{size:g}"}
    if middle:
        attributes["text-anchor"] = "middle"
    if key:
        attributes["data-key"] = key
    return element("text", attributes, safe(text))


def path_of(geometry: Any) -> str:
    """Lines and surfaces on the sheet as the data of a path, to a tenth of a pixel."""
    import shapely

    plain = geometry.simplify(0.35) if not geometry.is_empty else geometry
    written = []
    for part in shapely.get_parts(plain):
        rings = (part.exterior, *part.interiors) if part.geom_type == "Polygon" else (part,)
        if part.geom_type not in ("Polygon", "LineString"):
            continue
        for ring in rings:
            corners = shapely.get_coordinates(ring)
            closed = part.geom_type == "Polygon"
            steps = "L".join(f"{x:.1f} {y:.1f}" for x, y in corners[: -1 if closed else None])
            written.append(f"M{steps}{'Z' if closed else ''}")
    return "".join(written)
