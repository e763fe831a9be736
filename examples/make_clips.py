"""Makes the two clips of the example case: a drawn "drone video" with a caption, and its mirrored re-post.

    python examples/make_clips.py [FOLDER] [--font FONT.ttf]

Nothing in them is real: fields, a wood, a road and three boxes that drive away, drawn from a fixed seed. The
font must hold Cyrillic letters; DejaVu Sans does.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont, ImageOps

HERE = Path(__file__).parent / "sovna-footage"
WIDE, HIGH, RATE = 640, 360, 12
FIRST_S, SECOND_S = 10, 6
"""Seconds of the two shots."""
FONTS = ("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "/Library/Fonts/Arial Unicode.ttf")
CAPTION = "9-Я РЕЧНАЯ БРИГАДА   11.03.2031"
CHANNEL = "@tarn_watch"


def ground(seed: int) -> Image.Image:
    """A landscape from above, twice as large as a frame: fields, hedges, a wood, a road with its verges."""
    chance = np.random.default_rng(seed)
    land = Image.new("RGB", (WIDE * 2, HIGH * 2), (150, 140, 105))
    pen = ImageDraw.Draw(land)
    for _ in range(60):
        x, y = int(chance.integers(0, WIDE * 2)), int(chance.integers(0, HIGH * 2))
        w, h = (int(v) for v in chance.integers(60, 220, 2))
        shade = tuple(int(v) for v in chance.integers((105, 110, 65), (190, 180, 130)))
        pen.polygon(
            [(x, y), (x + w, y + 12), (x + w - 20, y + h), (x - 12, y + h - 8)],
            fill=shade,
            outline=(90, 95, 60),
        )
    for _ in range(700):
        x, y = chance.normal((WIDE * 0.55, HIGH * 0.7), (110, 90))
        r = float(chance.uniform(3, 11))
        shade = tuple(int(v) for v in chance.integers((35, 60, 30), (75, 105, 60)))
        pen.ellipse([x - r, y - r, x + r, y + r], fill=shade)
    pen.line([(0, HIGH * 1.35), (WIDE, HIGH * 1.1), (WIDE * 2, HIGH * 0.85)], fill=(185, 178, 160), width=16)
    for _ in range(120):
        x, y = float(chance.uniform(0, WIDE * 2)), float(chance.uniform(0, HIGH * 2))
        pen.ellipse([x, y, x + 3, y + 3], fill=(60, 55, 45))
    return land.filter(ImageFilter.GaussianBlur(0.8))


def scene(land: Image.Image, second: float, length_s: float, *, near: bool) -> Image.Image:
    """A frame: the camera glides, three boxes drive along the road, small figures follow."""
    part = second / length_s
    left, top = (300 + 90 * part, 250 - 40 * part) if near else (120 + 160 * part, 110 + 60 * part)
    whole = land.copy()
    pen = ImageDraw.Draw(whole)
    for n in range(3):
        x = WIDE * 0.55 + 46 * n + (520 if near else 380) * part
        y = HIGH * 1.1 - (x - WIDE) * 0.25 * HIGH / WIDE * 1.6
        pen.rectangle([x, y - 8, x + 26, y + 6], fill=(62, 70, 48), outline=(25, 28, 20))
        pen.rectangle([x + 8, y - 5, x + 17, y + 2], fill=(84, 92, 66))
    for n in range(8):
        x = WIDE * 0.5 + 9 * n + (150 + 6 * n) * part
        y = HIGH * 1.06 + (n % 3) * 7 + 5 * np.sin(second * 5 + n)
        pen.ellipse([x, y, x + 4, y + 6], fill=(40, 38, 34))
    size = (WIDE * 0.6, HIGH * 0.6) if near else (WIDE, HIGH)
    return whole.resize((WIDE, HIGH), Image.Resampling.BILINEAR, (left, top, left + size[0], top + size[1]))


def original(font: ImageFont.FreeTypeFont) -> Iterator[Image.Image]:
    """The frames of the first clip: a far shot, a near one, the caption on both."""
    for seed, length_s, near in ((7, FIRST_S, False), (11, SECOND_S, True)):
        land = ground(seed)
        for n in range(length_s * RATE):
            frame = scene(land, n / RATE, length_s, near=near)
            pen = ImageDraw.Draw(frame)
            pen.rectangle([0, HIGH - 34, WIDE, HIGH], fill=(15, 18, 22))
            pen.text((14, HIGH - 30), CAPTION, font=font, fill=(245, 245, 240))
            yield frame


def repost(frames: list[Image.Image], font: ImageFont.FreeTypeFont) -> Iterator[Image.Image]:
    """The frames of the second clip: from second 2 to 12, mirrored, cropped, with a channel's name."""
    for frame in frames[2 * RATE : 12 * RATE]:
        cut = frame.crop((60, 10, WIDE - 30, HIGH - 38))
        again = ImageOps.mirror(cut).resize((560, 302), Image.Resampling.BILINEAR)
        ImageDraw.Draw(again).text(
            (380, 12), CHANNEL, font=font, fill=(255, 230, 80), stroke_width=2, stroke_fill="black"
        )
        yield again


def write(path: Path, frames: list[Image.Image], crf: int, made: str) -> None:
    """The frames as H.264 in MP4."""
    with av.open(str(path), "w") as out:
        out.metadata["creation_time"] = made
        stream = out.add_stream(
            "libx264", rate=RATE, options={"crf": str(crf), "preset": "slow", "threads": "1"}
        )
        stream.width, stream.height = frames[0].size
        stream.pix_fmt = "yuv420p"
        for n, image in enumerate(frames):
            frame = av.VideoFrame.from_image(image)
            frame.pts = n
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    print(f"{path}: {path.stat().st_size // 1000} kB")


def main() -> None:
    """Write both clips."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("folder", nargs="?", type=Path, default=HERE)
    asked.add_argument("--font", default=next((name for name in FONTS if Path(name).exists()), None))
    given = asked.parse_args()
    if given.font is None:
        asked.error("name a font that holds Cyrillic letters: --font DejaVuSans.ttf")
    font = ImageFont.truetype(given.font, 21)
    given.folder.mkdir(parents=True, exist_ok=True)
    frames = list(original(font))
    write(given.folder / "brigade-video.mp4", frames, 30, "2031-03-11T16:20:00Z")
    write(given.folder / "tarn-watch-repost.mp4", list(repost(frames, font)), 32, "2031-03-12T08:05:00Z")


if __name__ == "__main__":
    main()
