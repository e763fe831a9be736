"""Small pictures of a clip -> where one shot is blended into the next, or fades to black or white.

While two shots are blended, every picture is a mixture of the first and the last one, and the last one's
share only grows (after Fernando, Canagarajah and Bull, 1999). What moves, a camera's above all, gives
pictures that are no such mixture; a change of light gives a last picture that looks like the first.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

LENGTHS_S = (0.35, 0.5, 0.75, 1.0, 1.4, 2.0, 2.8)
"""How long a blend may take: windows that are tried."""
CHANGE = 14.0
"""The least mean change, of 255, from the first to the last picture."""
OUTSIDE = 0.22
"""The largest part of the change that a picture between may have outside the mixture."""
UNLIKE = 0.4
"""How alike first and last picture may be, brightness apart, 0 to 1."""
SHARES = ((0.25, 0.04, 0.5), (0.5, 0.25, 0.75), (0.75, 0.5, 0.96))
"""At these parts of the window, the least and the largest share of the last picture."""
_AT_ONCE = 4000

Pictures = NDArray[np.float32]


class _Blend(NamedTuple):
    """A window of samples that looks like a blend."""

    outside: float
    first: int
    last: int
    middle: float
    """The sample at which half is blended."""


def blends(grey: NDArray[np.uint8], times: NDArray[np.float64]) -> list[float]:
    """The seconds at which half of a blend is done, in order. `grey`: pictures of one size, any number."""
    pictures = grey.reshape(len(grey), int(np.prod(grey.shape[1:])))
    found: list[_Blend] = []
    step = float(np.median(np.diff(times))) if len(times) > 1 else 0.0
    for wide in sorted({round(length / step) for length in LENGTHS_S} if step > 0 else ()):
        for at in range(0, len(pictures) - wide, _AT_ONCE) if wide >= 4 else ():
            found += _windows(pictures[at : at + _AT_ONCE + wide].astype(np.float32), wide, at)
    chosen: list[_Blend] = []
    for each in sorted(found):
        if all(each.last < other.first or each.first > other.last for other in chosen):
            chosen.append(each)
    return sorted(float(np.interp(each.middle, np.arange(len(times)), times)) for each in chosen)


def _windows(pictures: Pictures, wide: int, offset: int) -> list[_Blend]:
    """The windows of one length that are blends."""
    first, last = pictures[:-wide], pictures[wide:]
    change = last - first
    good = (np.abs(change).mean(axis=1) >= CHANGE) & _unlike(first, last)
    if not good.any():
        return []
    at = np.flatnonzero(good)
    change = change[at]
    power = np.maximum((change * change).sum(axis=1), 1e-3)
    worst, shares = np.zeros(len(at), np.float32), []
    for part, least, most in SHARES:
        between = pictures[at + round(part * wide)] - pictures[at]
        share = (between * change).sum(axis=1) / power
        rest = between - share[:, None] * change
        worst = np.maximum(worst, np.sqrt((rest * rest).sum(axis=1) / power))
        worst[(share < least) | (share > most)] = np.inf
        shares.append(share)
    rises = np.minimum(shares[1] - shares[0], shares[2] - shares[1]) > 0.1
    fits = np.flatnonzero(rises & (worst <= OUTSIDE))
    return [
        _Blend(
            float(worst[i]), offset + int(at[i]), offset + int(at[i]) + wide, offset + float(at[i]) + wide / 2
        )
        for i in fits
    ]


def _unlike(first: Pictures, last: Pictures) -> NDArray[np.bool_]:
    """Whether two pictures show different things; a black or white one shows nothing that could be alike."""
    a, b = (each - each.mean(axis=1, keepdims=True) for each in (first, last))
    spread = np.sqrt((a * a).mean(axis=1)), np.sqrt((b * b).mean(axis=1))
    alike = (a * b).mean(axis=1) / np.maximum(spread[0] * spread[1], 1e-3)
    drawn = (spread[0] > 8) & (spread[1] > 8)
    plain: NDArray[np.bool_] = _plain(first, spread[0]) ^ _plain(last, spread[1])
    different: NDArray[np.bool_] = (drawn & (alike < UNLIKE)) | plain
    return different


def _plain(pictures: Pictures, spread: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Whether pictures are black or white all over."""
    mean = pictures.mean(axis=1)
    plain: NDArray[np.bool_] = (spread < 4) & ((mean < 24) | (mean > 235))
    return plain
