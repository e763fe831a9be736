"""What was done to footage between two clips, read off the mapping, the line of time and the pictures.

Each change is named only where it is plain; what leaves no trace in small pictures (another codec, a little
noise) is not named at all.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from firsthand.footage.fingerprint import Fingerprint
from firsthand.footage.match_geometry import Matrix, outline
from firsthand.footage.match_pictures import Looked, Overlaid
from firsthand.footage.match_time import Line
from firsthand.footage.match_words import BARS, CROPPED, FASTER, INSET, JOINED, SCREEN, SLOWER, WIDER

ASLANT = 0.03
"""Of the outline's diagonal. Copies that nobody filmed lie within .02."""
BORDER = 4.0
"""Grey levels. Pictures inset give 8 to 18; a picture cut out of a wider one lies there without a border."""


def changes(looked: Looked, clip: Fingerprint, over: Overlaid, line: Line | None) -> list[str]:
    """What was done, in words: `mirrored`, `cropped`, `sped up 1.25 times`. Empty where nothing is."""
    aslant = _aslant(over.matrix, clip.size) > ASLANT
    found = _turned(over.matrix, aslant=aslant)
    if aslant:
        found.append(SCREEN)
    if over.visible < 0.9:
        found.append(CROPPED)
    found += _framed(looked, clip, over.matrix, line.query_s if line else (0.0, np.inf))
    if line is None:
        return found
    if abs(line.pace - 1) > 0.06 and line.alike > 0.7:
        way = FASTER if line.pace > 1 else SLOWER
        found.append(f"{way} {max(line.pace, 1 / line.pace):.2f} times")
    if _covered(over, line):
        found.append("covered in part, as by a caption or logo")
    rest = (looked.seconds[-1] - looked.seconds[0]) - (line.query_s[1] - line.query_s[0])
    shown = over.alike().max(axis=1) > 0.5
    if rest > 1.5 and shown.mean() < 0.85 and any(_cut_at(looked, at) for at in line.query_s):
        found.append(JOINED)
    return found


def _aslant(matrix: Matrix, size: tuple[float, float]) -> float:
    """How far the laid outline is from a parallelogram, as a share of its longer diagonal."""
    a, b, c, d = outline(matrix, size)
    long = max(float(np.linalg.norm(a - c)), float(np.linalg.norm(b - d)), 1e-6)
    return float(np.linalg.norm(a - b + c - d)) / long


def _turned(matrix: Matrix, *, aslant: bool) -> list[str]:
    plane = matrix[:2, :2] / matrix[2, 2]
    found = []
    if np.linalg.det(plane) < 0:
        found.append("mirrored")
        plane = plane @ np.diag([-1.0, 1.0])
    angle = abs(float(np.degrees(np.arctan2(plane[1, 0] - plane[0, 1], plane[0, 0] + plane[1, 1]))))
    quarter = 90 * round(angle / 90)
    # Who films a screen turns it a little and squeezes it: that goes without saying.
    if abs(angle - quarter) <= (20 if aslant else 2):
        angle = quarter
    if angle > 2:
        found.append(f"rotated by {round(angle)} degrees")
    long, short = np.linalg.svd(plane, compute_uv=False)
    if not aslant and long / max(short, 1e-9) > 1.12:
        found.append("squeezed")
    return found


def _framed(looked: Looked, clip: Fingerprint, matrix: Matrix, span: tuple[float, float]) -> list[str]:
    """Whether the picture fills the query, lies between bars, lies in another one, or was cut out of it."""
    import cv2

    thumbs, _ = looked.scaled(1.0)
    shown = thumbs[(looked.seconds >= span[0]) & (looked.seconds <= span[1])]
    thumbs = shown if len(shown) else thumbs
    high, wide = thumbs.shape[1:]
    full = looked.print.size
    laid = outline(matrix, clip.size) * np.array([wide / full[0], high / full[1]])
    inside = np.zeros((high, wide), np.uint8)
    cv2.fillConvexPoly(inside, cv2.convexHull(np.rint(laid).astype(np.int32)), 255)
    grown = cv2.dilate(inside, np.ones((5, 5), np.uint8))
    if (inside > 0).mean() > 0.9 or not (grown == 0).any():
        return []
    outside = thumbs[len(thumbs) // 2].astype(np.float32)[grown == 0]
    if float(np.percentile(outside, 95) - np.percentile(outside, 5)) < 12:
        return [BARS]
    if _bordered(thumbs[:: max(1, len(thumbs) // 8)], laid) < BORDER:
        return [WIDER]
    left, top = laid.min(axis=0)
    right, low = laid.max(axis=0)
    fills = (left < 0.03 * wide and right > 0.97 * wide) or (top < 0.03 * high and low > 0.97 * high)
    return [BARS if fills else INSET]


def _bordered(thumbs: Any, laid: Any) -> float:
    """Grey levels by which the brightness jumps across a side of the outline more than it does beside it."""
    import cv2

    high, wide = thumbs.shape[1:]
    reach, along = np.arange(-8.0, 9.0), np.linspace(0.1, 0.9, 40)[:, None]
    found = []
    for a, b in zip(laid, np.roll(laid, -1, axis=0), strict=True):
        x, y = (a + b) / 2
        if not (0.04 * wide < x < 0.96 * wide and 0.04 * high < y < 0.96 * high):
            continue
        away = np.array([b[1] - a[1], a[0] - b[0]]) / max(1e-6, float(np.linalg.norm(b - a)))
        at = ((a * (1 - along) + b * along)[:, None, :] + reach[None, :, None] * away).astype(np.float32)
        at = at[((at >= 0) & (at <= np.array([wide - 1, high - 1]))).all(axis=(1, 2))]
        if len(at) >= 10:
            lines = [cv2.remap(t, at[..., 0], at[..., 1], cv2.INTER_LINEAR) for t in thumbs]
            jump = np.minimum(np.abs(np.diff(np.array(lines, np.float32), axis=2)), 24).mean(axis=(0, 1))
            found.append(float(jump[5:11].max() - np.median(jump)))
    return float(np.median(found)) if found else 0.0


def _cut_at(looked: Looked, second: float) -> bool:
    """Whether the picture changes at once near a second; a piece cut out of a shot ends in no cut."""
    near = np.flatnonzero(np.abs(looked.seconds - second) <= 0.7)
    thumbs, _ = looked.scaled(4.0)
    pictures = thumbs[near].astype(np.float32).reshape(len(near), -1)
    if len(pictures) < 3:
        return False
    jumps = np.abs(np.diff(pictures, axis=0)).mean(axis=1)
    return bool(jumps.max() > 8 and jumps.max() > 4 * np.median(jumps))


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
