"""Where the names stand: as near to what they name as they can without covering one another."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from firsthand.show.map.frame import HEIGHT_PX, WIDTH_PX

BOLD = 1.07
"""How much wider than a plain one a bold name runs."""

Rect = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True)
class Label:
    """A name on the sheet: its lower left corner, and the end of the line that leads to what it names."""

    text: str
    x: float
    y: float
    size: float
    led: tuple[float, float] | None = None


_NARROW = frozenset("iljtfr.,:;'|()[]-“”‘’ ")


def width_px(text: str, size: float) -> float:
    """About how wide a name runs: no font is known for certain, so rather too wide."""
    units = 0.0
    for letter in text:
        if unicodedata.combining(letter):
            continue
        if unicodedata.east_asian_width(letter) in "WF":
            units += 1.0
        elif letter in _NARROW:
            units += 0.4
        else:
            units += 0.78 if letter.isupper() or letter in "mw@%" else 0.64
    return units * size


@dataclass
class Lettering:
    """What is taken on the sheet so far."""

    taken: list[Rect] = field(default_factory=list)

    def block(self, rect: Rect) -> None:
        """Keep a part of the sheet free of names."""
        self.taken.append(rect)

    def place(self, text: str, at: tuple[float, float], away: float, size: float) -> Label | None:
        """Put a name beside a point: `away` pixels from it, or further off with a line to it.

        None where there is no room.
        """
        wide, high = width_px(text, size) * BOLD, size * 1.15
        for x, y, led in _spots(at, away, wide, high):
            rect = (x - 2, y - high, x + wide + 2, y + 3)
            if _inside(rect) and not any(_overlap(rect, other) for other in self.taken):
                self.taken.append(rect)
                return Label(text, x, y, size, led)
        return None

    def centre(self, text: str, at: tuple[float, float], size: float) -> Label | None:
        """Put a name right on a point, or nowhere."""
        wide, high = width_px(text, size) * BOLD, size * 1.15
        rect = (at[0] - wide / 2 - 2, at[1] - high / 2, at[0] + wide / 2 + 2, at[1] + high / 2)
        if not _inside(rect) or any(_overlap(rect, other) for other in self.taken):
            return None
        self.taken.append(rect)
        return Label(text, at[0] - wide / 2, at[1] + size * 0.35, size)


def _spots(
    at: tuple[float, float], away: float, wide: float, high: float
) -> Iterator[tuple[float, float, tuple[float, float] | None]]:
    """Right, left, above, below, the corners; then rings further out, with a leading line."""
    x, y = at
    near = away + 4
    yield x + near, y + high * 0.3, None
    yield x - near - wide, y + high * 0.3, None
    yield x - wide / 2, y - near, None
    yield x - wide / 2, y + near + high * 0.8, None
    for sx in (1, -1):
        for sy in (-1, 1):
            left = x + sx * near * 0.75 if sx > 0 else x - near * 0.75 - wide
            yield left, y + sy * near * 0.75 + (high * 0.8 if sy > 0 else 0), None
    for ring in (28, 52, 84, 124, 170, 220):
        for step in range(16):
            angle = step * math.tau / 16
            cx, cy = x + math.cos(angle) * (away + ring), y + math.sin(angle) * (away + ring)
            left = cx if math.cos(angle) >= 0 else cx - wide
            yield left, cy + high * 0.3, (cx, cy)


def _inside(rect: Rect) -> bool:
    return rect[0] >= 4 and rect[1] >= 4 and rect[2] <= WIDTH_PX - 4 and rect[3] <= HEIGHT_PX - 4


def _overlap(one: Rect, other: Rect) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
