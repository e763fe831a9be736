"""Frames -> shots, and the pictures that stand for them.

A cut is a step between two samples that is large, stands out from the steps around it, changes the colours,
and does not go back (a flash goes back). The measure of change and the comparison with its surroundings are
those of PySceneDetect's content and adaptive detectors, on twelve samples a second of 32 x 18 pixels. Where
one shot is blended into the next, or fades, is found by `shots_soft`.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import numpy as np

from firsthand.footage.shots_soft import blends
from firsthand.schema import Because, Shot

if TYPE_CHECKING:
    from numpy.typing import NDArray

SAMPLES_S = 12.0
"""Samples a second; fewer in clips of more than an hour."""
WIDE, HIGH = 32, 18
STEP = 11.0
"""The least mean change, of 255, that can be a cut. On the joined development clips cuts lie above 19."""
STANDS_OUT = 3.0
"""How many times the change around it."""
COLOURS = 0.18
"""The least part of the pixels that change their colour (of 64)."""
PLAIN = 32.0
"""A change so large that colours need not change."""
_AROUND = 8
"""Samples on each side that a step is compared with."""
_BACK = 5
"""Samples within which a flash has gone back."""
_BACK_BY = 0.45

CUT = Because(rule="footage.cut", note="the picture changes at once and does not go back")
BLEND = Because(rule="footage.blend", note="the picture is blended into another one, or fades")
WHOLE = Because(rule="footage.no_cut", note="no cut was found from its start to its end")


class Samples:
    """What is kept of the frames that are looked at: tiny pictures and their colours."""

    def __init__(self) -> None:
        self.times: list[float] = []
        self._tiny: list[NDArray[np.uint8]] = []
        self._colours: list[NDArray[np.float32]] = []

    def add(self, time_s: float, small: NDArray[np.uint8]) -> float:
        """A frame of 96 x 54 RGB pixels; gives how sharp it is."""
        self.times.append(time_s)
        self._tiny.append(small.reshape(HIGH, 3, WIDE, 3, 3).mean(axis=(1, 3)).astype(np.uint8))
        bins = (small >> 6).astype(np.uint8)
        code = bins[..., 0] * 16 + bins[..., 1] * 4 + bins[..., 2]
        self._colours.append((np.bincount(code.ravel(), minlength=64) / code.size).astype(np.float32))
        grey = small.mean(axis=2)
        return float(np.abs(np.diff(grey, axis=0)).mean() + np.abs(np.diff(grey, axis=1)).mean())

    def cuts(self) -> list[float]:
        """The seconds at which a new shot begins, without the first."""
        if len(self.times) < 2:
            return []
        tiny = np.stack(self._tiny)
        step = np.array([_change(a, b) for a, b in itertools.pairwise(tiny)])
        colour = np.array([np.abs(a - b).sum() / 2 for a, b in itertools.pairwise(self._colours)])
        found: list[float] = []
        for i in np.flatnonzero(step >= STEP):
            if self._is_cut(int(i), tiny, step, colour) and self.times[i + 1] - (found or [-1.0])[-1] > 0.25:
                found.append(self.times[i + 1])
        return found

    def blends(self) -> list[float]:
        """The seconds at which half of a slow passage from one shot to the next is done."""
        if len(self.times) < 2:
            return []
        grey = np.stack(self._tiny).mean(axis=3).astype(np.uint8)
        return blends(grey, np.array(self.times))

    def _is_cut(
        self, i: int, tiny: NDArray[np.uint8], step: NDArray[np.float64], colour: NDArray[np.float32]
    ) -> bool:
        if colour[i] < COLOURS and step[i] < PLAIN:
            return False
        around = np.concatenate([step[max(0, i - _AROUND) : i], step[i + 1 : i + 1 + _AROUND]])
        if around.size and step[i] < STANDS_OUT * (float(np.median(around)) + 1.0):
            return False
        later = tiny[i + 2 : i + 2 + _BACK]
        earlier = tiny[max(0, i - _BACK) : i]
        return not any(_change(tiny[i], each) < _BACK_BY * step[i] for each in later) and not any(
            _change(tiny[i + 1], each) < _BACK_BY * step[i] for each in earlier
        )


def _change(a: NDArray[np.uint8], b: NDArray[np.uint8]) -> float:
    return float(np.abs(a.astype(np.int16) - b.astype(np.int16)).mean())


class Candidates:
    """Pictures that may stand for a shot: the sharpest of each second, thinned where there are many."""

    MOST = 2400

    def __init__(self) -> None:
        self.every_s = 1.0
        self._kept: dict[int, tuple[float, float, Any]] = {}

    def wanted(self, time_s: float, sharp: float) -> bool:
        """Whether a frame is better than the one kept of its second."""
        kept = self._kept.get(int(time_s / self.every_s))
        return kept is None or sharp > kept[0] * 1.1

    def keep(self, time_s: float, sharp: float, picture: Any) -> None:
        """Keep a picture for its second."""
        self._kept[int(time_s / self.every_s)] = (sharp, time_s, picture)
        if len(self._kept) > self.MOST:
            self.every_s *= 2
            before, self._kept = self._kept, {}
            for each in before.values():
                if self.wanted(each[1], each[0]):
                    self._kept[int(each[1] / self.every_s)] = each

    def best(self, start_s: float, end_s: float) -> tuple[float, Any] | None:
        """The sharpest picture of some seconds, not at their very edge if it can be helped."""
        inside = [each for each in self._kept.values() if start_s <= each[1] < end_s]
        calm = [each for each in inside if each[1] - start_s > 0.2 and end_s - each[1] > 0.2]
        sharp = max(calm or inside, key=lambda each: (each[0], -each[1]), default=None)
        return (sharp[1], sharp[2]) if sharp else None


def shots(samples: Samples, length_s: float) -> tuple[Shot, ...]:
    """The shots of a clip, in their order, without a gap."""
    cuts = [t for t in samples.cuts() if 0 < t < length_s]
    soft: list[float] = []
    for t in samples.blends():
        # A fade to black and the fade out of it are one passage; a cut within it was found already.
        if 0.3 < t < length_s - 0.3 and all(abs(t - other) > 1.0 for other in (*cuts, *soft[-1:])):
            soft.append(t)
    edges = [0.0, *sorted(cuts + soft), length_s]
    found = []
    for start, end in itertools.pairwise(edges):
        reason = WHOLE if len(edges) == 2 else BLEND if (start or end) in soft else CUT
        middle = (start + end) / 2
        found.append(
            Shot(start_s=round(start, 3), end_s=round(end, 3), key_s=round(middle, 3), because=(reason,))
        )
    return tuple(found)
