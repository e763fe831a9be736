"""The thumbnails of two clips, laid over one another by a mapping, and how alike any two of them are.

Both are freed of their local brightness, so that exposure, tint and vignettes do not count. What comes out
are inner products: of every frame of the query with every frame of the clip, and of each with itself. From
them follows how alike two frames are, and how alike what changed between two frames is, without touching a
picture again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from firsthand.footage.fingerprint import Fingerprint
from firsthand.footage.match_geometry import Matrix

Table = NDArray[np.float32]


@dataclass
class Overlaid:
    """Two clips over one another. Times in seconds; the tables are inner products of frames."""

    query_s: NDArray[np.float64]
    clip_s: NDArray[np.float64]
    across: Table
    """Query frame by clip frame."""
    query: Table
    """Query frame by query frame."""
    clip: Table
    """Clip frame by clip frame."""
    matrix: Matrix
    """From the clip's picture to the query's, as they lie over one another here."""
    visible: float
    """The share of the clip's picture that the query shows."""
    pictures: tuple[Any, Any, Any]
    """The laid frames of query and clip, and the mask of what is visible."""

    def alike(self, floor: float = 0.0) -> Table:
        """How alike each two frames are: -1 to 1, 1 = the same picture.

        `floor`: grey levels below which structure is noise, so that two empty frames are alike.
        """
        blank = np.float32(floor * floor * self.pictures[2].sum())
        ours = np.sqrt(np.maximum(np.diag(self.query) + blank, 1e-3))
        theirs = np.sqrt(np.maximum(np.diag(self.clip) + blank, 1e-3))
        ratio: Table = (self.across + blank) / ours[:, None] / theirs[None, :]
        return ratio


class Looked:
    """The thumbnails of a query, decoded once and scaled as needed."""

    def __init__(self, query: Fingerprint, first_s: float, last_s: float) -> None:
        seconds = query.thumb_s.astype(np.float64)
        first, last = np.searchsorted(seconds, [first_s, last_s + 1e-6])
        self.print = query
        self.seconds = seconds[first:last]
        self._thumbs = query.thumbs(int(first), int(last))
        self._scaled: dict[int, Any] = {}

    def scaled(self, factor: float) -> tuple[Any, float]:
        """The thumbnails made smaller by about `factor`, and the factor in truth."""
        import cv2

        step = max(0, round(4 * float(np.log2(max(factor, 1e-3)))))
        true = float(2 ** (step / 4))
        if step not in self._scaled:
            if step == 0:
                self._scaled[step] = self._thumbs
            else:
                high, wide = self._thumbs.shape[1:]
                size = (max(8, round(wide / true)), max(8, round(high / true)))
                small = [cv2.resize(t, size, interpolation=cv2.INTER_AREA) for t in self._thumbs]
                self._scaled[step] = np.array(small, np.uint8).reshape(-1, size[1], size[0])
        return self._scaled[step], true


def overlaid(
    query: Looked, clip: Fingerprint, matrix: Matrix, first_s: float, last_s: float, *, bent: bool = False
) -> Overlaid | None:
    """The two over one another, over a stretch of the clip; None where too little of the clip is visible.

    The mapping is first drawn tighter on the two frames that it makes most alike (`bent`: as a perspective).
    """
    seconds = clip.thumb_s.astype(np.float64)
    first, last = np.searchsorted(seconds, [first_s, last_s + 1e-6])
    if last <= first or not len(query.seconds):
        return None
    theirs = clip.thumbs(int(first), int(last))
    laid = _Laid(query, clip, theirs, matrix)
    over = laid.compared(seconds[first:last])
    if over is None:
        return None
    tighter = _tightened(over, bent)
    if tighter is None:
        return over
    again = _Laid(query, clip, theirs, matrix, tighter).compared(seconds[first:last])
    better = again is not None and _likeness(again) > _likeness(over) + 0.005
    return again if better else over


def _likeness(over: Overlaid) -> float:
    best = over.alike().max(axis=1)
    return float(np.quantile(best, 0.8))


def _tightened(over: Overlaid, bent: bool) -> Matrix | None:
    """A small correction of the mapping, in the thumbnail of the clip (Evangelidis and Psarakis, 2008).

    Corners come from frames up to a quarter second apart; while a camera pans, that lays the pictures wrong.
    So frames around the most alike ones are tried too, and the correction that makes two frames most alike
    is taken: those are the same frame.
    """
    like = over.alike()
    top = float(like.max())
    if not 0.15 < top < 0.97:
        return None
    frames = sorted(range(like.shape[1]), key=lambda j: (-float(like[:, j].max()), j))
    tries = []
    for theirs in frames[:3] if top < 0.9 else frames[:1]:
        best = int(np.argmax(like[:, theirs]))
        around = range(-5, 6) if top < 0.9 and len(like) > 5 else (0,)
        tries += [(best + d, theirs) for d in around if 0 <= best + d < len(like)]
    found = [_fitted(over, ours, theirs, bent) for ours, theirs in tries]
    good = [f for f in found if f is not None]
    return max(good, key=lambda f: f[0])[1] if good else None


def _fitted(over: Overlaid, ours: int, theirs: int, bent: bool) -> tuple[float, Matrix] | None:
    import cv2

    a, b, mask = over.pictures
    start = np.eye(3, dtype=np.float32) if bent else np.eye(2, 3, dtype=np.float32)
    kind = cv2.MOTION_HOMOGRAPHY if bent else cv2.MOTION_AFFINE
    rule = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 30, 1e-4)
    shown = (mask * 255).astype(np.uint8)
    try:
        reached, found = cv2.findTransformECC(b[theirs], a[ours], start, kind, rule, shown, 5)
    except cv2.error:  # it says so when it does not converge
        return None
    moved: Matrix = np.asarray(found if bent else np.vstack([found, [0, 0, 1]]), np.float64)
    return (float(reached), moved) if np.abs(moved[:2, :2] - np.eye(2)).max() < 0.25 else None


class _Laid:
    """The frames of a query laid over those of a clip."""

    def __init__(
        self, query: Looked, clip: Fingerprint, theirs: Any, matrix: Matrix, correction: Matrix | None = None
    ) -> None:
        high, wide = theirs.shape[1:]
        ours, full = query.print.thumb_size, query.print.size
        to_clip = np.diag([clip.size[0] / wide, clip.size[1] / high, 1.0])
        to_query = np.diag([ours[0] / full[0], ours[1] / full[1], 1.0])
        whole = to_query @ matrix @ to_clip @ (np.eye(3) if correction is None else correction)
        self._matrix = np.linalg.inv(to_query) @ whole @ np.linalg.inv(to_clip)
        self._query_s = query.seconds
        self._thumbs, _ = query.scaled(float(np.sqrt(abs(np.linalg.det(whole[:2, :2])))))
        shrunk = np.diag([self._thumbs.shape[2] / ours[0], self._thumbs.shape[1] / ours[1], 1.0])
        self._by = shrunk @ whole
        self._theirs = theirs

    def compared(self, clip_s: Any) -> Overlaid | None:
        """The inner products; None where less than a twelfth of the clip's picture is visible."""
        import cv2

        high, wide = self._theirs.shape[1:]
        way = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        edge = np.full(self._thumbs.shape[1:], 255, np.uint8)
        shown = (cv2.warpPerspective(edge, self._by, (wide, high), flags=way) > 250).astype(np.uint8)
        mask = cv2.erode(shown, np.ones((3, 3), np.uint8), borderValue=0).astype(np.float32)
        if mask.mean() < 1 / 12:
            return None
        laid = [cv2.warpPerspective(t, self._by, (wide, high), flags=way) for t in self._thumbs]
        ours, theirs = flattened(np.array(laid, np.uint8), mask), flattened(self._theirs, mask)
        a, b = ours.reshape(len(ours), -1), theirs.reshape(len(theirs), -1)
        return Overlaid(
            query_s=self._query_s,
            clip_s=clip_s,
            across=a @ b.T,
            query=a @ a.T,
            clip=b @ b.T,
            matrix=self._matrix,
            visible=float(shown.mean()),
            pictures=(ours, theirs, mask),
        )


def flattened(pictures: Any, mask: Any) -> Any:
    """Pictures less their local brightness, nothing outside the mask, a pixel's noise smoothed away."""
    import cv2

    reach = 2 * (max(pictures.shape[1:]) // 12) + 1
    weight = cv2.blur(mask, (reach, reach)) + 1e-3
    laid = np.empty(pictures.shape, np.float32)
    for i, picture in enumerate(pictures):
        smooth = cv2.GaussianBlur(picture.astype(np.float32), (0, 0), 0.8)
        laid[i] = (smooth - cv2.blur(smooth * mask, (reach, reach)) / weight) * mask
    return laid
