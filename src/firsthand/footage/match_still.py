"""One picture and a clip -> the second that the picture shows, or only the scene.

A still has no movement. What tells its second is what is on the picture and not on the clip's seconds before
and after: a car on a road, or, where the camera moves, nearly all of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from firsthand.footage.match_pictures import Overlaid

AROUND_S = 4.0
"""How far around a second its background is taken from."""


@dataclass(frozen=True)
class Instant:
    """The second of the clip that a still shows, and how surely."""

    clip_s: float
    agrees: float
    """What sets that second apart from those around it, in the still and in the clip: -1 to 1."""
    else_where: float
    alike: float


def instant(over: Overlaid) -> Instant | None:
    """The one second that the still shows; None where it shows none more than others."""
    like = over.alike()[0]
    if len(over.clip_s) == 1:
        return Instant(float(over.clip_s[0]), _everywhere(over), 0.0, float(like[0]))
    values = np.array([_apart(over, j) if like[j] > 0.4 else 0.0 for j in range(len(like))])
    best = int(np.argmax(values))
    far = np.abs(over.clip_s - over.clip_s[best]) > 1.5
    return Instant(
        float(over.clip_s[best]),
        float(values[best]),
        float(values[far].max()) if far.any() else 0.0,
        float(like[best]),
    )


def _apart(over: Overlaid, j: int) -> float:
    ours, theirs, mask = over.pictures
    near = np.abs(over.clip_s - over.clip_s[j])
    others = theirs[(near > 0.6) & (near <= AROUND_S)]
    if len(others) < 3:
        return 0.0
    ground = np.median(others, axis=0)
    gain = float((ours[0] * ground).sum() / max(1e-3, float((ground * ground).sum())))
    change, shown = theirs[j] - ground, ours[0] - gain * ground
    moves = float((change * change).sum()) / max(1.0, float(mask.sum()))
    # Below a grey level and a half, what changes is the codec's noise.
    return _correlated(change, shown) if moves > 2.25 else 0.0


def _everywhere(over: Overlaid) -> float:
    """How alike two stills are in the least alike tenth of their parts."""
    ours, theirs, mask = over.pictures
    high, wide = mask.shape
    values = []
    for rows in np.array_split(np.arange(high), 6):
        for columns in np.array_split(np.arange(wide), 6):
            a, b = ours[0][np.ix_(rows, columns)], theirs[0][np.ix_(rows, columns)]
            if mask[np.ix_(rows, columns)].mean() > 0.8 and (b * b).mean() > 9:
                values.append(_correlated(a, b))
    return float(np.quantile(values, 0.1)) if len(values) >= 6 else 0.0


def _correlated(a: Any, b: Any) -> float:
    return float((a * b).sum() / np.sqrt(max(1e-3, float((a * a).sum()) * float((b * b).sum()))))
