"""Two overlaid clips -> the line of time on which they show the same seconds, and how surely.

On the line `clip second = pace x query second + start`, what changes in the query between two moments is
correlated with what changes in the clip between the two moments that belong to them. Copies give about 0.9,
another moment of the same fixed camera about 0, whatever the background. The same is computed for every other
start: the true one must stand out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from firsthand.footage.match_pictures import Overlaid

LAGS = (1, 2, 4)
"""Over how many frames of the clip (half seconds) change is looked at."""
PACES = tuple(float(round(p, 3)) for p in np.geomspace(0.5, 2.0, 37))
SAME_PICTURE = 0.3
"""Frames less alike than this say nothing of the line: the query shows something else there."""

NOISE = 4.0
"""Grey levels. An empty road is as good as no picture; two of them do not speak against a line."""

STILL = 0.4
"""Grey levels: less than this is no change."""


@dataclass(frozen=True)
class Line:
    """A line of time: `clip second = pace x query second + start`."""

    pace: float
    start: float
    motion: float
    """How what changes agrees along the line, -1 to 1."""
    else_where: float
    """The highest agreement on any other start, more than 1.5 s away."""
    query_s: tuple[float, float]
    clip_s: tuple[float, float]
    alike: float
    """The median likeness of the frames on the line."""
    fixed: bool
    """Whether the camera stood still."""
    covers: float
    """Of the query's free frames that show this scene at all, the share that the line explains."""
    weakest: float
    """The agreement in the weakest quarter of its two-second stretches in which something changes."""


@dataclass(frozen=True)
class _Trial:
    value: float
    pace: float
    start: float


def best_line(over: Overlaid, paces: Sequence[float], free: NDArray[np.bool_]) -> Line | None:
    """The line along which what changes agrees best, over the `free` frames of the query."""
    sums = _Sums(over, free)
    tried = [_scan(sums, pace) for pace in paces]
    best = max((t for t, _ in tried), key=lambda t: t.value, default=None)
    if best is None or best.value <= 0.05:
        return None
    if len(over.clip_s) <= 700:
        more = [_scan(sums, pace)[0] for pace in PACES]
        rival = max(more, key=lambda t: t.value)
        best = rival if rival.value > best.value + 0.03 else best
    best = _refined(sums, best)
    return _line(sums, best)


class _Sums:
    """Agreement of what changes, from inner products."""

    def __init__(self, over: Overlaid, free: NDArray[np.bool_]) -> None:
        self.over = over
        self.free = free
        self.like = over.alike(NOISE)
        self._own = np.diag(over.query)
        self._their = np.diag(over.clip)
        self._least = np.float32(STILL * STILL * over.pictures[2].sum())
        gaps = np.diff(over.query_s)
        self.slack = max(0.09, 0.55 * float(np.median(gaps))) if len(gaps) else 0.09

    def frames(self, pace: float, starts: NDArray[np.float64]) -> tuple[Any, Any, Any]:
        """For each start: frames of the clip in step with the query, the query's frames, which are valid."""
        over = self.over
        length = pace * float(over.query_s[-1] - over.query_s[0]) + 1.0
        count = min(len(over.clip_s), int(2.1 * length) + 2)
        first = np.searchsorted(over.clip_s, starts + pace * over.query_s[0] - 0.1)
        theirs = first[:, None] + np.arange(count)[None, :]
        inside = theirs < len(over.clip_s)
        theirs = np.minimum(theirs, len(over.clip_s) - 1)
        wanted = (over.clip_s[theirs] - starts[:, None]) / pace
        ours = self.nearest(wanted)
        valid = inside & (np.abs(over.query_s[ours] - wanted) <= self.slack) & self.free[ours]
        valid &= self.like[ours, theirs] > SAME_PICTURE
        return ours, theirs, valid

    def nearest(self, wanted: Any) -> Any:
        """The query's frames nearest to these seconds."""
        seconds = self.over.query_s
        right = np.clip(np.searchsorted(seconds, wanted), 1, max(1, len(seconds) - 1))
        right = np.minimum(right, len(seconds) - 1)
        left = np.maximum(right - 1, 0)
        return np.where(np.abs(seconds[left] - wanted) <= np.abs(seconds[right] - wanted), left, right)

    def terms(self, ours: Any, theirs: Any, valid: Any, lag: int) -> tuple[Any, Any, Any]:
        """Agreement, and the two energies, of each change over a lag."""
        over = self.over
        a, b, c, d = ours[..., lag:], ours[..., :-lag], theirs[..., lag:], theirs[..., :-lag]
        good = valid[..., lag:] & valid[..., :-lag]
        both = over.across[a, c] - over.across[a, d] - over.across[b, c] + over.across[b, d]
        own = self._own[a] + self._own[b] - 2 * over.query[a, b]
        their = self._their[c] + self._their[d] - 2 * over.clip[c, d]
        zero, least = np.float32(0), self._least
        return (
            np.where(good, both, zero),
            np.where(good, own + least, zero),
            np.where(good, their + least, zero),
        )

    def agreement(self, pace: float, starts: NDArray[np.float64]) -> tuple[Any, Any]:
        """For each start: how what changes agrees, and how many frames of the clip bear on it."""
        ours, theirs, valid = self.frames(pace, starts)
        both = own = their = np.zeros(len(starts), np.float32)
        for lag in LAGS:
            if ours.shape[1] > lag:
                x, y, z = self.terms(ours, theirs, valid, lag)
                both, own, their = both + x.sum(axis=1), own + y.sum(axis=1), their + z.sum(axis=1)
        ratio = both / np.sqrt(np.maximum(own * their, 1e-6))
        return ratio, valid.sum(axis=1)


def _scan(sums: _Sums, pace: float) -> tuple[_Trial, Any]:
    over = sums.over
    first = over.clip_s[0] - pace * over.query_s[-1]
    starts = np.arange(first, over.clip_s[-1] - pace * over.query_s[0] + 0.1, 0.1)
    values = np.zeros(len(starts))
    for at in range(0, len(starts), 4000):
        ratio, count = sums.agreement(pace, starts[at : at + 4000])
        values[at : at + 4000] = _weighed(ratio, count / pace)
    best = int(np.argmax(values))
    return _Trial(float(values[best]), pace, float(starts[best])), (starts, values)


def _weighed(ratio: Any, count: Any) -> Any:
    """Agreement, held down where few frames bear on it: over a second or two, chance gives any of it."""
    return ratio * count / (count + 3.0)


def _refined(sums: _Sums, trial: _Trial) -> _Trial:
    """The same line drawn more finely: the pace in steps of 0.25 %, the start in hundredths."""
    middle = float(np.mean(sums.over.query_s))
    best = trial
    for width, step in ((0.03, 0.01), (0.0075, 0.0025)):
        centre, hold = best.pace, best.pace * middle + best.start
        for pace in np.arange(centre - width, centre + width + 1e-9, step):
            starts = hold - pace * middle + np.arange(-0.2, 0.21, 0.04)
            ratio, count = sums.agreement(float(pace), starts)
            values = _weighed(ratio, count / pace)
            # Of starts that do equally well, the middle one.
            top = np.flatnonzero(values >= values.max() - 1e-4)
            pick = int(top[len(top) // 2])
            if values[pick] > best.value + 0.002:
                best = _Trial(float(values[pick]), float(pace), float(starts[pick]))
    return _unhurried(sums, best, middle)


def _unhurried(sums: _Sums, best: _Trial, middle: float) -> _Trial:
    """The plain pace of 1, unless another fits clearly better: few clips are sped up by one percent."""
    if best.pace == 1 or not 0.87 < best.pace < 1.15:
        return best
    starts = best.pace * middle + best.start - middle + np.arange(-0.3, 0.31, 0.02)
    ratio, count = sums.agreement(1.0, starts)
    values = _weighed(ratio, count)
    top = np.flatnonzero(values >= values.max() - 0.003)
    pick = int(top[len(top) // 2])
    if values[pick] < best.value - 0.02:
        return best
    return _Trial(float(values[pick]), 1.0, float(starts[pick]))


def _line(sums: _Sums, trial: _Trial) -> Line | None:
    ours, theirs, valid = sums.frames(trial.pace, np.array([trial.start]))
    ours, theirs, valid = ours[0], theirs[0], valid[0]
    run = _longest(sums, ours, theirs, valid)
    if run is None:
        return None
    keep = np.zeros(len(valid), bool)
    keep[run[0] : run[1] + 1] = True
    keep &= valid
    motion, weakest = _agreement_on(sums, ours, theirs, keep)
    _, (starts, values) = _scan(sums, trial.pace)
    other = values[np.abs(starts - trial.start) > 1.5]
    query_s, clip_s = _ends(sums, trial, theirs, run)
    return Line(
        pace=trial.pace,
        start=trial.start,
        motion=motion,
        else_where=float(other.max()) if len(other) else 0.0,
        query_s=query_s,
        clip_s=clip_s,
        alike=float(np.median(sums.like[ours[keep], theirs[keep]])),
        weakest=weakest,
        fixed=_fixed(sums.over, theirs[keep]),
        covers=_covered(sums, trial, query_s),
    )


def _fixed(over: Overlaid, frames: Any) -> bool:
    """Whether what is drawn in the scene stays in its place, over these frames and five seconds around.

    Where hardly anything is drawn it cannot be told, and the camera counts as fixed: the stricter bar.
    """
    theirs, mask = over.pictures[1], over.pictures[2]
    shown = theirs[max(0, int(frames[0]) - 10) : int(frames[-1]) + 11][:, mask > 0]
    shown = shown[:: max(1, len(shown) // 40)]
    ground = np.median(shown, axis=0)
    drawn = np.abs(ground) > 5
    if drawn.mean() < 0.02:
        return True
    stays = np.abs(shown[:, drawn] - ground[drawn]) < 0.4 * np.abs(ground[drawn]) + 2
    # Of fixed cameras .8 and more stays, of one held in the hand .65.
    return bool(np.median(stays.mean(axis=1)) > 0.7)


def _covered(sums: _Sums, trial: _Trial, query_s: tuple[float, float]) -> float:
    """The share of the frames that show this scene, and whose seconds the clip holds, within `query_s`."""
    over = sums.over
    shows = sums.free & (sums.like.max(axis=1) > 0.5)
    laid = trial.pace * over.query_s + trial.start
    shows &= (laid >= over.clip_s[0] - 0.2) & (laid <= over.clip_s[-1] + 0.2)
    inside = (over.query_s >= query_s[0] - 0.1) & (over.query_s <= query_s[1] + 0.1)
    return float((shows & inside).sum() / max(1, shows.sum()))


def _longest(sums: _Sums, ours: Any, theirs: Any, valid: Any) -> tuple[int, int] | None:
    """The longest run of frames that are alike, with holes of at most 1.5 s: first and last."""
    good = np.flatnonzero(valid)
    if not len(good):
        return None
    like = sums.like[ours[good], theirs[good]]
    good = good[like > max(SAME_PICTURE, 0.55 * float(np.quantile(like, 0.8)))]
    if not len(good):
        return None
    parts = np.split(good, np.flatnonzero(np.diff(good) > 3) + 1)
    best = max(parts, key=len)
    return int(best[0]), int(best[-1])


def _agreement_on(sums: _Sums, ours: Any, theirs: Any, keep: Any) -> tuple[float, float]:
    """Agreement over the kept frames, and over the weakest quarter of their two-second stretches."""
    both, own, their = (np.zeros(len(keep)) for _ in range(3))
    for lag in LAGS:
        if len(keep) > lag:
            x, y, z = sums.terms(ours, theirs, keep, lag)
            both[lag:] += x
            own[lag:] += y
            their[lag:] += z
    whole = float(both.sum() / np.sqrt(max(own.sum() * their.sum(), 1e-6)))
    stretches = []
    floor = 0.25 * their[keep].mean() if keep.any() else 0.0
    for at in range(0, len(keep) - 3, 2):
        part = slice(at, at + 4)
        if keep[part].sum() >= 3 and their[part].mean() > floor:
            stretches.append(both[part].sum() / np.sqrt(max(own[part].sum() * their[part].sum(), 1e-6)))
    weakest = float(np.quantile(stretches, 0.25)) if stretches else whole
    return whole, weakest


def _ends(sums: _Sums, trial: _Trial, theirs: Any, run: tuple[int, int]) -> Any:
    """First and last second in the query and in the clip, half a step beyond the frames seen alike."""
    over = sums.over
    half = 0.25
    first, last = over.clip_s[theirs[run[0]]] - half, over.clip_s[theirs[run[1]]] + half
    begins, ends = over.query_s[0], over.query_s[-1] + sums.slack / 1.1
    query = [(first - trial.start) / trial.pace, (last - trial.start) / trial.pace]
    if query[0] < begins + 0.6 / trial.pace:
        query[0] = begins
    if query[1] > ends - 0.6 / trial.pace:
        query[1] = ends
    clip = [max(0.0, trial.pace * q + trial.start) for q in query]
    return (round(float(query[0]), 2), round(float(query[1]), 2)), (
        round(float(clip[0]), 2),
        round(float(clip[1]), 2),
    )
