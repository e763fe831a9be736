"""Corners of a grey picture and what is around each, in a form that survives crops, scaling and captions.

ORB (Rublee et al., 2011) on two sizes of the picture: fine detail, and what is left after heavy compression.
The strongest corners of a picture are often the letters of a caption, so corners are taken in turn from the
cells of a grid.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from firsthand.footage.frames import Grey

Points = tuple[NDArray[np.float32], NDArray[np.uint8]]
"""Positions (x, y) and descriptors (32 bytes each)."""

SIDE = 400.0
"""Positions are told in a picture whose longer side is this long."""
SIZES = (400, 150)
CELLS = 5


@cache
def _orb() -> Any:
    import cv2

    cv2.setNumThreads(1)
    make: Any = getattr(cv2, "ORB_create")  # noqa: B009  # the stubs know only ORB.create, older versions only this
    return make(nfeatures=1500, nlevels=5, fastThreshold=7, edgeThreshold=19)


def key_points(grey: Grey, many: int, few: int, *, enlarge: bool = False) -> Points:
    """At most `many` corners of the picture at 400 px and `few` at 150 px; none where nothing is drawn.

    A smaller picture is not made larger, unless `enlarge` asks for it. Positions are those of the picture
    with a longer side of 400.
    """
    import cv2

    long = max(grey.shape)
    places: list[NDArray[np.float32]] = []
    bits: list[NDArray[np.uint8]] = []
    for side, count in zip(SIZES, (many, few), strict=True):
        scale = side / long if enlarge else min(1.0, side / long)
        size = (round(grey.shape[1] * scale), round(grey.shape[0] * scale))
        if min(size) < 40 or not count:
            continue
        way = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
        place, bit = _described(cv2.resize(grey, size, interpolation=way), count)
        places.append(place * np.float32(SIDE / max(size)))
        bits.append(bit)
    if not places:
        return np.zeros((0, 2), np.float32), np.zeros((0, 32), np.uint8)
    return np.concatenate(places), np.concatenate(bits)


def _described(picture: Any, count: int) -> Points:
    found = _orb().detect(picture, None)
    chosen = [found[i] for i in _spread(found, picture.shape, count)]
    kept, bits = _orb().compute(picture, chosen) if chosen else ((), None)
    if bits is None:
        return np.zeros((0, 2), np.float32), np.zeros((0, 32), np.uint8)
    return np.array([k.pt for k in kept], np.float32).reshape(-1, 2), bits


def _spread(found: Any, shape: tuple[int, ...], count: int) -> list[int]:
    """The strongest of each cell of a grid, then the second of each, until there are enough."""
    if not found:
        return []
    place = np.array([k.pt for k in found])
    strength = np.array([k.response for k in found])
    column = np.minimum(place[:, 0] * CELLS // shape[1], CELLS - 1)
    row = np.minimum(place[:, 1] * CELLS // shape[0], CELLS - 1)
    cell = (row * CELLS + column).astype(int)
    order = np.lexsort((place[:, 0], place[:, 1], -strength, cell))
    ordered = cell[order]
    starts = np.searchsorted(ordered, ordered)
    rank = np.arange(len(order)) - starts
    turn = order[np.lexsort((-strength[order], rank))]
    return [int(i) for i in turn[:count]]


@cache
def vocabulary() -> NDArray[np.uint8]:
    """The fixed vocabulary: descriptors, of which each corner has the nearest one as its word."""
    held: NDArray[np.uint8] = np.load(Path(__file__).with_name("words.npy"), allow_pickle=False)
    return held


@cache
def _table() -> Any:
    """The vocabulary in faiss, which is six times as fast; None where faiss is not installed."""
    try:
        import faiss
    except ImportError:
        return None
    faiss.omp_set_num_threads(1)  # a second thread only waits: a frame has too few corners to share
    table = faiss.IndexBinaryFlat(256)
    table.add(vocabulary())
    return table


def words(bits: NDArray[np.uint8], nearest: int = 1) -> NDArray[np.uint16]:
    """The words of a fixed vocabulary that each descriptor is nearest to: shape (descriptors, nearest)."""
    import cv2

    if not len(bits):
        return np.zeros((0, nearest), np.uint16)
    bits = np.ascontiguousarray(bits)
    if _table() is not None:
        _, found = _table().search(bits, nearest)
    else:
        kind: Any = cv2.CV_32S
        _, found = cv2.batchDistance(bits, vocabulary(), kind, normType=cv2.NORM_HAMMING, K=nearest)
    chosen: NDArray[np.uint16] = np.asarray(found).astype(np.uint16).reshape(len(bits), nearest)
    return chosen
