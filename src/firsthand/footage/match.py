"""A fingerprint and a library -> where the query was seen before: the three answers, kept apart.

*Same seconds*: the picture lies in the picture, and what changes in the one changes in the other, on one line
of time and on no other. *Same scene*: the picture lies in the picture, but the moment is not shown to be the
same: another moment of the same fixed camera, or nothing moves by which to tell. No match: an empty answer.

A false "this is old footage" destroys a true report, so each step may only take away: corners without a
common mapping, mappings under which the frames are not alike, lines that do not stand out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from firsthand.footage.fingerprint import Fingerprint
from firsthand.footage.index_votes import Pair
from firsthand.footage.match_geometry import Mapping, mappings
from firsthand.footage.match_pictures import Looked, Overlaid, overlaid
from firsthand.footage.match_still import instant
from firsthand.footage.match_time import Line, best_line

STRETCH_S = 300.0
"""Of a long clip, at most this much around the frames voted for is compared in full."""
SURE_MOTION = 0.58
"""What changes must agree at least so much. Copies through a filmed screen give .7 and more."""
SURE_MOTION_FIXED = 0.88
"""The same where the camera stood still: there copies give .9 and more, and one car that takes the lane and
the pace of another gave .79, or .85 where the pace of time was fitted to it."""
SURE_MOTION_PACE = 0.8
"""The same where time is told to run at more than 1.6 times the pace, or less than a 1.6th of it."""
SURE_MOTION_AGAIN = 0.95
"""The same where other seconds of the query were found to show these seconds of the clip already."""
MOST_MAPPINGS = 14


@dataclass(frozen=True)
class Seen:
    """One finding: the clip's number, its seconds, and everything by which it was judged."""

    clip: int
    answer: str
    score: float
    query_s: tuple[float, float]
    clip_s: tuple[float, float]
    mapping: Mapping
    line: Line | None
    over: Overlaid
    reason: str = ""
    """Why it is no more than this, where no line says it."""


def seen_before(query: Fingerprint, prints: Sequence[Fingerprint], pairs: Sequence[Pair]) -> list[Seen]:
    """What of the query is in the library, the surest first. Empty where nothing is.

    `pairs`: the frames worth comparing, `Postings.candidates`.
    """
    if not len(query.thumb_s) or not len(query.point_s):
        return []
    looked = Looked(query, 0.0, float(query.thumb_s[-1]))
    found: list[Seen] = []
    for mapping in mappings(query, prints, pairs)[:MOST_MAPPINGS]:
        found += _judged(looked, prints[mapping.clip], mapping)
    return _distinct(found)


def _judged(looked: Looked, clip: Fingerprint, mapping: Mapping) -> list[Seen]:
    over = _over(looked, clip, mapping)
    if over is None:
        return []
    if len(over.query_s) == 1 or len(over.clip_s) == 1:
        found = _still(mapping, over)
        return [found] if found else []
    return _video(mapping, over)


def _video(mapping: Mapping, over: Overlaid) -> list[Seen]:
    free = np.ones(len(over.query_s), bool)
    found: list[Seen] = []
    for _ in range(3):
        line = best_line(over, _paces(mapping), free)
        if line is None or not _sure(line):
            break
        found.append(_same_seconds(mapping, line, over))
        taken = (over.query_s >= line.query_s[0] - 0.3) & (over.query_s <= line.query_s[1] + 0.3)
        free &= ~taken
        if free.sum() < 15:
            break
    if found:
        return found
    scene = _same_scene(mapping, over)
    return [scene] if scene else []


def _still(mapping: Mapping, over: Overlaid) -> Seen | None:
    """A picture in a clip, or two pictures: sure only where something sets its second apart."""
    if len(over.query_s) == 1 and (shown := instant(over)) is not None:
        apart = shown.agrees - shown.else_where
        if shown.agrees >= 0.6 and shown.alike >= 0.5 and apart >= 0.2 and mapping.corners >= 16:
            at = (round(shown.clip_s, 2), round(shown.clip_s, 2))
            reason = f"what sets this second apart from those around it agrees to {shown.agrees:.2f}"
            score = round(1 + shown.agrees * shown.alike**0.5 * 0.8, 4)
            return Seen(mapping.clip, "same seconds", score, (0.0, 0.0), at, mapping, None, over, reason)
    return _same_scene(mapping, over)


def _over(looked: Looked, clip: Fingerprint, mapping: Mapping) -> Overlaid | None:
    """The two over one another around the seconds that support the mapping."""
    length = min(float(looked.seconds[-1] - looked.seconds[0]), 120.0)
    seconds = sorted(s.clip_s for s in mapping.supports for _ in range(s.corners))
    middle = seconds[len(seconds) // 2]
    reach = STRETCH_S / 2 + length
    first = max(min(seconds) - 2 * length - 5, middle - reach)
    last = min(max(seconds) + 2 * length + 5, middle + reach)
    return overlaid(looked, clip, mapping.matrix, first, last, bent=mapping.perspective)


def _paces(mapping: Mapping) -> tuple[float, ...]:
    """1, and the pace that the pairs of frames themselves suggest."""
    pairs = sorted({(s.query_s, s.clip_s) for s in mapping.supports})
    rises = [(d - b) / (c - a) for i, (a, b) in enumerate(pairs) for c, d in pairs[i + 1 :] if c - a >= 2.0]
    fair = [r for r in rises if 0.4 < r < 2.5]
    return (1.0, float(np.median(fair))) if len(fair) >= 3 else (1.0,)


def _sure(line: Line) -> bool:
    """Whether the line shows the same seconds: enough changes alike, everywhere, and on no other line."""
    frames = (line.clip_s[1] - line.clip_s[0]) * 2
    if frames < 3 or line.alike < 0.4 or line.motion - line.else_where < 0.2:
        return False
    plain = abs(line.pace - 1) < 0.06
    least = SURE_MOTION
    # Over a second or so, thousands of alignments give some agreement by chance.
    if line.query_s[1] - line.query_s[0] < 2:
        least = 0.8
    if line.fixed:
        least = SURE_MOTION_FIXED if plain else SURE_MOTION_FIXED + 0.04
    elif not 0.62 < line.pace < 1.6:
        # Such a pace is what frames give that were laid wrong over one another; true copies reach .9.
        least = max(least, SURE_MOTION_PACE)
    if line.covers < 0.8:
        # Where the scene goes on but the line does not, a car may merely have driven like another.
        least = max(least, 0.8) + 0.04 + (0 if plain else 0.06)
        return frames >= 6 and line.motion >= least and line.weakest >= 0.6
    return line.motion >= least and line.weakest >= 0.6 * least


def _same_seconds(mapping: Mapping, line: Line, over: Overlaid) -> Seen:
    length = line.clip_s[1] - line.clip_s[0]
    stands_out = min(1.0, max(0.0, line.motion - line.else_where) / 0.5)
    score = 1 + line.motion * line.alike**0.5 * stands_out * length / (length + 1.0)
    return Seen(
        mapping.clip, "same seconds", round(float(score), 4), line.query_s, line.clip_s, mapping, line, over
    )


def _same_scene(mapping: Mapping, over: Overlaid) -> Seen | None:
    """The same place from the same viewpoint: many corners over the whole picture, frames that are alike."""
    like = over.alike()
    best = like.max(axis=1)
    seconds = over.query_s[best > max(0.4, 0.8 * float(best.max()))]
    strong = max(s.corners for s in mapping.supports)
    if not len(seconds) or strong < 10 or mapping.corners < 16 or mapping.spread < 0.2:
        return None
    near = like.max(axis=0)
    held = over.clip_s[near > max(0.4, 0.8 * float(near.max()))]
    weight = mapping.spread * min(1.0, mapping.corners / 100)
    score = float(best.max()) * (0.5 + 0.5 * weight)
    query_s = (round(float(seconds[0]), 2), round(float(seconds[-1]), 2))
    clip_s = (round(float(held[0]), 2), round(float(held[-1]), 2))
    reason = "what moves does not agree on any one alignment, or nothing moves by which to tell the moment"
    return Seen(
        mapping.clip, "same scene", round(score * 0.99, 4), query_s, clip_s, mapping, None, over, reason
    )


def _distinct(found: list[Seen]) -> list[Seen]:
    """One finding for the same seconds of the same clip: the surest. A scene only where nothing surer is."""
    kept: list[Seen] = []
    for one in sorted(found, key=lambda s: (-s.score, s.clip, s.query_s)):
        rivals = [k for k in kept if k.clip == one.clip]
        if one.answer == "same scene" and rivals:
            continue
        if any(_overlap(one.query_s, k.query_s) > 0.3 for k in rivals):
            continue
        if any(_overlap(one.clip_s, k.clip_s) > 0.3 for k in rivals) and not _again(one):
            continue
        kept.append(one)
    return kept


def _again(one: Seen) -> bool:
    """Whether it is sure that a clip's seconds are shown a second time: what moves may just move on alike."""
    return one.line is None or (one.line.motion >= SURE_MOTION_AGAIN and one.line.weakest >= SURE_MOTION)


def _overlap(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The share of the first that the second covers; a still's one moment is covered or is not."""
    if one[1] - one[0] < 1e-3:
        return float(other[0] - 1e-3 <= one[0] <= other[1] + 1e-3)
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0.0, shared) / (one[1] - one[0])
