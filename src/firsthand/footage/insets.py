"""Frames -> the rectangles in which another picture may be shown: a picture in the picture.

What is inset keeps its place, so its borders are straight lines on which the brightness jumps in frame after
frame, while what either picture shows comes and goes. A rectangle of four such borders is a guess: it says
where to look more closely, and nothing else.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from firsthand.footage.frames import Grey

SIDE = 320
"""The longer side of the picture on which borders are sought."""
JUMP = 24.0
"""Grey levels: a larger jump counts no more than this, so that one bright edge is no border."""
LINES = 16
"""Straight lines that are tried each way."""
CLEAR = 5.0
"""Grey levels by which the jump on the weakest of the four sides must surpass that beside it."""
SMALLEST, LARGEST = 0.03, 0.55
"""The share of the picture that an inset takes."""


class Box(NamedTuple):
    """A part of the picture: its edges as shares of width and height."""

    left: float
    top: float
    right: float
    bottom: float


class Borders:
    """Jumps of brightness, added up over frames."""

    def __init__(self) -> None:
        self._across: Any = None
        self._down: Any = None
        self._frames = 0

    def add(self, grey: Grey) -> None:
        """A frame; those of another size than the first are passed over."""
        import cv2

        scale = min(1.0, SIDE / max(grey.shape))
        size = (max(8, round(grey.shape[1] * scale)), max(8, round(grey.shape[0] * scale)))
        small = cv2.resize(grey, size, interpolation=cv2.INTER_AREA).astype(np.float32)
        across = np.minimum(np.abs(np.diff(small, axis=1)), JUMP)
        down = np.minimum(np.abs(np.diff(small, axis=0)), JUMP)
        if self._across is None:
            self._across, self._down = across, down
        elif self._across.shape == across.shape:
            self._across += across
            self._down += down
        else:
            return
        self._frames += 1

    def boxes(self, most: int = 3) -> list[Box]:
        """The likeliest rectangles, the clearest first; none where nothing is bordered."""
        if not self._frames:
            return []
        across, down = (
            _standing_out(self._across / self._frames),
            _standing_out((self._down / self._frames).T),
        )
        columns, rows = _lines(across), _lines(down)
        high, wide = across.shape[0] - 1, down.shape[0] - 1
        x, y = _pairs(columns, wide), _pairs(rows, high)
        if not len(x) or not len(y):
            return []
        clear = _clearest(across, down, x, y)
        area = np.outer(np.diff(x, axis=1), np.diff(y, axis=1)) / (wide * high)
        ratio = np.diff(x, axis=1) / np.diff(y, axis=1).T
        clear[(area < SMALLEST) | (area > LARGEST) | (ratio > 3) | (ratio < 0.4)] = 0
        found: list[Box] = []
        for at in np.argsort(-clear, axis=None, kind="stable")[:200]:
            i, j = np.unravel_index(at, clear.shape)
            if clear[i, j] < CLEAR or len(found) == most:
                break
            box = Box(
                float(x[i, 0] / wide), float(y[j, 0] / high), float(x[i, 1] / wide), float(y[j, 1] / high)
            )
            if all(_shared(box, other) < 0.6 for other in found):
                found.append(box)
        return found


def _standing_out(jump: NDArray[np.float32]) -> NDArray[np.float32]:
    """How much the jump between two columns surpasses those near it, three columns away; sums down each."""
    beside = np.full(jump.shape, JUMP, np.float32)
    beside[:, 3:-3] = (jump[:, :-6] + jump[:, 6:]) / 2
    more = np.clip(jump - beside, -JUMP / 2, JUMP / 2)
    summed: NDArray[np.float32] = np.vstack(
        [np.zeros((1, more.shape[1]), np.float32), np.cumsum(more, axis=0)]
    )
    return summed


def _lines(summed: NDArray[np.float32]) -> NDArray[np.int64]:
    """The columns with the clearest line of at least a sixth of the picture's height."""
    reach = max(8, (len(summed) - 1) // 6)
    best = (summed[reach:] - summed[:-reach]).max(axis=0) / reach
    chosen: list[int] = []
    for column in np.argsort(-best, kind="stable"):
        if best[column] < CLEAR or len(chosen) == LINES:
            break
        if all(abs(int(column) - other) > 2 for other in chosen):
            chosen.append(int(column))
    return np.array(sorted(chosen), np.int64)


def _pairs(lines: NDArray[np.int64], size: int) -> NDArray[np.int64]:
    """Every two lines, as the first and the last column between them; the picture's edges are lines too."""
    edges = np.unique(np.concatenate([[0], lines + 1, [size]]))
    first, last = np.triu_indices(len(edges), 1)
    pairs: NDArray[np.int64] = np.stack([edges[first], edges[last]], axis=1)
    return pairs


def _clearest(across: Any, down: Any, x: Any, y: Any) -> Any:
    """For each pair of columns and of rows: how clear the weakest side is.

    The edge of the picture is a side that is barely clear: a line beside it is preferred.
    """
    clear = np.full((len(x), len(y)), JUMP, np.float32)
    for side in (0, 1):
        clear = np.minimum(clear, _side(across, x[:, side], y))
        clear = np.minimum(clear, _side(down, y[:, side], x).T)
    return clear


def _side(summed: Any, line: Any, span: Any) -> Any:
    """How clear each line is over each span."""
    inside = (line > 0) & (line <= summed.shape[1])
    held = summed[:, np.clip(line - 1, 0, summed.shape[1] - 1)]
    mean = (held[span[:, 1]] - held[span[:, 0]]) / (span[:, 1] - span[:, 0])[:, None]
    return np.where(inside[:, None], mean.T, np.float32(CLEAR))


def _shared(one: Box, other: Box) -> float:
    """Intersection over union."""
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    if wide <= 0 or high <= 0:
        return 0.0
    areas = [(b.right - b.left) * (b.bottom - b.top) for b in (one, other)]
    return wide * high / (sum(areas) - wide * high)
