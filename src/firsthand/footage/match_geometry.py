"""Pairs of frames -> where the picture of a library clip lies in the picture of the query.

Corners are compared in full, and a mapping of the plane is sought that many of them obey (RANSAC). Copies
keep one mapping all along, so the pairs that agree on it are pooled and the mapping is drawn from all of
them: an affine one, or a perspective where that explains clearly more corners, as when a screen was filmed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from firsthand.footage.fingerprint import Fingerprint
from firsthand.footage.index_votes import Pair

Matrix = NDArray[np.float64]
AGREE = 7
"""Corners that must obey one mapping before two frames count as a pair. Chance gives up to about 5."""


@dataclass(frozen=True)
class Support:
    """A pair of frames that a mapping joins: its seconds, and the corners that obey it."""

    query_s: float
    clip_s: float
    corners: int


@dataclass(frozen=True)
class Mapping:
    """The place of a clip's picture in the query's, and the pairs of frames that say so."""

    clip: int
    matrix: Matrix
    """From the clip's picture to the query's, both with a longer side of 400."""
    perspective: bool
    supports: tuple[Support, ...]
    spread: float
    """The share of the clip's visible picture over which the corners lie, 0 to 1."""

    @property
    def corners(self) -> int:
        """All corners that obey it, over all pairs."""
        return sum(s.corners for s in self.supports)


@dataclass
class _Joined:
    pair: Pair
    matrix: Matrix
    query_xy: Any
    clip_xy: Any


def mappings(
    query: Fingerprint, prints: Sequence[Fingerprint], pairs: Sequence[Pair], *, each: int = 3
) -> list[Mapping]:
    """The mappings that pairs of frames agree on, at most `each` for a clip, the best supported first."""
    joined: dict[int, list[_Joined]] = {}
    for pair in pairs:
        one = _join(query, prints[pair.clip], pair)
        if one is not None:
            joined.setdefault(pair.clip, []).append(one)
    found = []
    for clip, members in sorted(joined.items()):
        own = [_pooled(query, prints[clip], group) for group in _grouped(prints[clip], members)]
        found += sorted(own, key=lambda m: -m.corners)[:each]
    return sorted(found, key=lambda m: (-m.corners, m.clip))


def outline(matrix: Matrix, size: tuple[float, float]) -> Matrix:
    """Where the four corners of a picture come to lie."""
    wide, high = size
    edges = np.array([[0, 0, 1], [wide, 0, 1], [wide, high, 1], [0, high, 1]], np.float64)
    laid = edges @ matrix.T
    depth = np.where(np.abs(laid[:, 2:]) < 1e-6, 1e-6, laid[:, 2:])
    where: Matrix = laid[:, :2] / depth
    return where


def _join(query: Fingerprint, clip: Fingerprint, pair: Pair) -> _Joined | None:
    import cv2

    query_xy, query_bits = query.points(pair.query_frame)
    clip_xy, clip_bits = clip.points(pair.clip_frame)
    ours, theirs = _alike(query_bits, clip_bits)
    if len(ours) < AGREE:
        return None
    matrix, obeys = cv2.estimateAffine2D(
        clip_xy[theirs], query_xy[ours], method=cv2.RANSAC, ransacReprojThreshold=5.0, maxIters=800
    )
    if matrix is None:
        return None
    kept = obeys.ravel() > 0
    whole = np.vstack([matrix, [0, 0, 1]])
    distinct = len(np.unique(np.rint(clip_xy[theirs][kept] / 6), axis=0)) if kept.any() else 0
    if distinct < AGREE or not plausible(whole):
        return None
    return _Joined(pair, whole, query_xy[ours][kept], clip_xy[theirs][kept])


def _alike(one: Any, other: Any) -> tuple[Any, Any]:
    """Pairs of descriptors that are each other's nearest, near enough."""
    import cv2

    if len(one) < AGREE or len(other) < AGREE:
        return np.zeros(0, int), np.zeros(0, int)
    matches = cv2.BFMatcher(cv2.NORM_HAMMING, crossCheck=True).match(one, other)
    kept = [m for m in matches if m.distance <= 68]
    return np.array([m.queryIdx for m in kept], int), np.array([m.trainIdx for m in kept], int)


def plausible(matrix: Matrix) -> bool:
    """Whether somebody could have made a picture so: scale, squeeze and slant within reason."""
    if not np.isfinite(matrix).all():
        return False
    long, short = np.linalg.svd(matrix[:2, :2], compute_uv=False)
    return bool(short > 0.12 and long < 8.0 and long / max(short, 1e-9) < 2.4)


def _grouped(clip: Fingerprint, members: list[_Joined]) -> list[list[_Joined]]:
    """Pairs that lay the clip's picture on nearly the same place."""
    groups: list[tuple[Matrix, list[_Joined]]] = []
    for one in sorted(members, key=lambda j: (-len(j.clip_xy), j.pair.query_frame, j.pair.clip_frame)):
        laid = outline(one.matrix, clip.size)
        reach = 0.18 * float(np.abs(laid - laid.mean(axis=0)).max()) + 6
        for centre, group in groups:
            if np.abs(laid - centre).max() < reach:
                group.append(one)
                break
        else:
            groups.append((laid, [one]))
    return [group for _, group in groups]


def _pooled(query: Fingerprint, clip: Fingerprint, group: list[_Joined]) -> Mapping:
    import cv2

    theirs = np.concatenate([j.clip_xy for j in group])
    ours = np.concatenate([j.query_xy for j in group])
    matrix, perspective = group[0].matrix, False
    affine, obeys = cv2.estimateAffine2D(
        theirs, ours, method=cv2.RANSAC, ransacReprojThreshold=3.5, maxIters=1500
    )
    obeying = 0 if affine is None else int(obeys.sum())
    if affine is not None and plausible(np.vstack([affine, [0, 0, 1]])):
        matrix = np.vstack([affine, [0, 0, 1]])
    if len(theirs) >= 24:
        bent, holds = cv2.findHomography(theirs, ours, cv2.RANSAC, 3.5, maxIters=1500)
        if (
            bent is not None
            and int(holds.sum()) > 1.12 * obeying + 3
            and _gentle(np.asarray(bent, np.float64), clip.size)
        ):
            matrix, perspective = np.asarray(bent, np.float64), True
    supports = tuple(
        Support(
            float(query.point_s[j.pair.query_frame]), float(clip.point_s[j.pair.clip_frame]), len(j.clip_xy)
        )
        for j in group
    )
    return Mapping(group[0].pair.clip, matrix, perspective, supports, _spread(query, clip, matrix, theirs))


def _gentle(matrix: Matrix, size: tuple[float, float]) -> bool:
    """Whether a perspective is one of a screen seen aslant: no horizon, no folding."""
    import cv2

    wide, high = size
    depth = np.array([[0, 0, 1], [wide, 0, 1], [wide, high, 1], [0, high, 1]]) @ matrix[2]
    if depth.min() <= 0.5 * depth.max():
        return False
    return bool(cv2.isContourConvex(outline(matrix, size).astype(np.float32)))


def _spread(query: Fingerprint, clip: Fingerprint, matrix: Matrix, xy: Any) -> float:
    """Of the cells of the clip's picture that the query can show, the share that hold a corner."""
    wide, high = clip.size
    cells = np.stack(np.meshgrid((np.arange(6) + 0.5) * wide / 6, (np.arange(6) + 0.5) * high / 6), axis=-1)
    laid = np.concatenate([cells.reshape(-1, 2), np.ones((36, 1))], axis=1) @ matrix.T
    place = laid[:, :2] / laid[:, 2:]
    shown = ((place >= 0) & (place <= np.array(query.size))).all(axis=1).reshape(6, 6)
    held = np.zeros((6, 6), bool)
    column = np.clip((xy[:, 0] * 6 / max(wide, 1)).astype(int), 0, 5)
    row = np.clip((xy[:, 1] * 6 / max(high, 1)).astype(int), 0, 5)
    held[row, column] = True
    return float((held & shown).sum() / max(1, shown.sum()))
