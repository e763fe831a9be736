"""Shots -> the small pictures that show them: one a shot, more for a long one, as JPEG."""

from __future__ import annotations

import io
from typing import Any

import msgspec

from firsthand.footage.shots import Candidates
from firsthand.schema import Shot

PICTURE_PX = 480
"""Width, or height where that is more, of a picture."""
MOST = 120
"""Pictures of one clip."""
LONG_S = 10.0
"""A shot gets a picture for each of these seconds."""

Picture = tuple[float, bytes]
"""The second that it shows, and its JPEG bytes."""


def choose(shots: tuple[Shot, ...], candidates: Candidates) -> tuple[tuple[Shot, ...], list[Picture]]:
    """The shots with their key frames, and the pictures in the order of time."""
    keyed, chosen = [], {}
    for shot in shots:
        best = candidates.best(shot.start_s, shot.end_s)
        if best:
            shot = msgspec.structs.replace(shot, key_s=round(best[0], 3))  # noqa: PLW2901
            chosen[shot.key_s] = best[1]
        keyed.append(shot)
    for shot in shots:
        parts = int((shot.end_s - shot.start_s) // LONG_S)
        for n in range(parts if len(chosen) < MOST else 0):
            width = (shot.end_s - shot.start_s) / parts
            best = candidates.best(shot.start_s + n * width, shot.start_s + (n + 1) * width)
            if best and len(chosen) < MOST:
                chosen.setdefault(round(best[0], 3), best[1])
    times = sorted(chosen)
    thinned = times if len(times) <= MOST else [times[i * len(times) // MOST] for i in range(MOST)]
    return tuple(keyed), [(time_s, chosen[time_s]) for time_s in thinned]


def upright(frame: Any, longest_px: int, rotation: int) -> Any:
    """A decoded frame as an RGB picture of Pillow, turned as a player would, at most so large."""
    scale = min(1.0, longest_px / max(frame.width, frame.height))
    size = (max(2, round(frame.width * scale)), max(2, round(frame.height * scale)))
    image = frame.reformat(width=size[0], height=size[1], format="rgb24").to_image()
    return image.rotate(rotation, expand=True) if rotation else image


def jpeg(image: Any, quality: int = 80) -> bytes:
    """A picture as JPEG bytes, without metadata."""
    out = io.BytesIO()
    image.convert("RGB").save(out, "JPEG", quality=quality)
    return out.getvalue()


def contact_sheet(pictures: list[Picture], across: int = 5, width_px: int = 240) -> bytes:
    """All pictures as one, in rows, each with its second below it, as JPEG."""
    from PIL import Image, ImageDraw

    images = [(time_s, Image.open(io.BytesIO(data)).convert("RGB")) for time_s, data in pictures]
    for _, image in images:
        image.thumbnail((width_px, width_px))
    high = max((image.height for _, image in images), default=10)
    rows = -(-len(images) // across) or 1
    cell_w, cell_h = width_px + 8, high + 22
    sheet = Image.new("RGB", (across * cell_w + 8, rows * cell_h + 8), "white")
    pen = ImageDraw.Draw(sheet)
    for n, (time_s, image) in enumerate(images):
        left, top = 8 + n % across * cell_w, 8 + n // across * cell_h
        sheet.paste(image, (left, top))
        pen.text((left, top + image.height + 2), clock(time_s), fill="black")
    return jpeg(sheet, 85)


def clock(time_s: float) -> str:
    """Seconds as a person reads them from a player: `1:02:07.5`."""
    whole, tenth = divmod(round(time_s * 10), 10)
    hours, rest = divmod(whole, 3600)
    ahead = f"{hours}:{rest // 60:02d}" if hours else f"{rest // 60}"
    return f"{ahead}:{rest % 60:02d}.{tenth}"
