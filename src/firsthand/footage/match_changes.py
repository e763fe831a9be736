"""What was done to footage between two clips, read off the mapping, the line of time and the pictures.

Each change is named only where it is plain; what leaves no trace in small pictures (another codec, a little
noise) is not named at all.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from firsthand.footage.fingerprint import Fingerprint
from firsthand.footage.match_geometry import Mapping, Matrix, outline
from firsthand.footage.match_pictures import Looked, Overlaid
from firsthand.footage.match_time import Line


def changes(
    looked: Looked, clip: Fingerprint, mapping: Mapping, over: Overlaid, line: Line | None
) -> list[str]:
    """What was done, in words: `mirrored`, `cropped`, `sped up 1.25 times`. Empty where nothing is."""
    found = _turned(mapping.matrix)
    if mapping.perspective:
        found.append("filmed from a screen or seen aslant")
    if over.visible < 0.9:
        found.append("cropped")
    found += _framed(looked, clip, mapping.matrix)
    if line is None:
        return found
    if abs(line.pace - 1) > 0.06:
        found.append(f"{'sped up' if line.pace > 1 else 'slowed down'} {line.pace:.2f} times")
    if _covered(over, line):
        found.append("covered in part, as by a caption or logo")
    rest = (looked.seconds[-1] - looked.seconds[0]) - (line.query_s[1] - line.query_s[0])
    shown = over.alike().max(axis=1) > 0.5
    if rest > 1.5 and shown.mean() < 0.85:
        found.append("joined with other footage")
    return found


def _turned(matrix: Matrix) -> list[str]:
    plane = matrix[:2, :2] / matrix[2, 2]
    found = []
    if np.linalg.det(plane) < 0:
        found.append("mirrored")
        plane = plane @ np.diag([-1.0, 1.0])
    angle = float(np.degrees(np.arctan2(plane[1, 0] - plane[0, 1], plane[0, 0] + plane[1, 1])))
    if abs(angle) > 2:
        found.append(f"rotated by {abs(round(angle))} degrees")
    long, short = np.linalg.svd(plane, compute_uv=False)
    if long / max(short, 1e-9) > 1.12:
        found.append("squeezed")
    return found


def _framed(looked: Looked, clip: Fingerprint, matrix: Matrix) -> list[str]:
    """Whether the picture fills the query, lies between bars, or lies in another picture."""
    import cv2

    thumbs, _ = looked.scaled(1.0)
    high, wide = thumbs.shape[1:]
    full = looked.print.size
    unit = np.array([wide / full[0], high / full[1]])
    laid = outline(matrix, clip.size) * unit
    inside = np.zeros((high, wide), np.uint8)
    cv2.fillConvexPoly(inside, cv2.convexHull(np.rint(laid).astype(np.int32)), 255)
    grown = cv2.dilate(inside, np.ones((5, 5), np.uint8))
    if (inside > 0).mean() > 0.9 or not (grown == 0).any():
        return []
    middle = thumbs[len(thumbs) // 2].astype(np.float32)
    outside = middle[grown == 0]
    left, top = laid.min(axis=0)
    right, low = laid.max(axis=0)
    fills = (left < 0.03 * wide and right > 0.97 * wide) or (top < 0.03 * high and low > 0.97 * high)
    if float(np.percentile(outside, 95) - np.percentile(outside, 5)) < 12 or fills:
        return ["letterboxed"]
    return ["picture in picture"]


def _covered(over: Overlaid, line: Line) -> bool:
    """Whether a part of the picture follows the clip nowhere, while the rest does."""
    ours, theirs, mask = over.pictures
    step = max(4, mask.shape[1] // 24)
    frames = [j for j, s in enumerate(over.clip_s) if line.clip_s[0] <= s <= line.clip_s[1]]
    both = own = their = np.zeros((mask.shape[0] // step, mask.shape[1] // step), np.float32)
    for j in frames[:: max(1, len(frames) // 12)]:
        i = int(np.argmin(np.abs(line.pace * over.query_s + line.start - over.clip_s[j])))
        both = both + _blocks(ours[i] * theirs[j], step)
        own, their = own + _blocks(ours[i] ** 2, step), their + _blocks(theirs[j] ** 2, step)
    drawn = (their > 9 * step * step) | (own > 100 * step * step)
    like = both / np.sqrt(np.maximum(own * their, 1e-3))
    foreign = drawn & (like < 0.25) & (_blocks(mask, step) > 0.9 * step * step)
    good = float(np.median(like[drawn])) if drawn.any() else 0.0
    return bool(good > 0.7 and foreign.sum() > 0.03 * foreign.size)


def _blocks(picture: Any, step: int) -> Any:
    high, wide = picture.shape[0] // step * step, picture.shape[1] // step * step
    return picture[:high, :wide].reshape(high // step, step, wide // step, step).sum(axis=(1, 3))
