"""Make `src/firsthand/footage/words.npy`: the vocabulary of corners by which clips are looked up.

    python training/footage_words.py

No picture of the world goes in: the corners come from "dead leaves" (discs, slabs and letters of all sizes
that cover one another, each with a texture of its own), whose statistics are close to those of photographs
(Lee, Mumford and Huang, 2001). The vocabulary only says where to look; what is found is compared in full.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import cv2
import faiss
import numpy as np

from firsthand.footage.fingerprint_points import key_points

WORDS = 16384
SCENES = 1600
ROUNDS = 4
TARGET = Path(__file__).parent.parent / "src/firsthand/footage/words.npy"


def texture(rng: np.random.Generator, high: int, wide: int) -> Any:
    """Noise whose power falls with frequency, like bark, gravel or cloud."""
    rows, columns = np.fft.fftfreq(high)[:, None], np.fft.rfftfreq(wide)[None, :]
    power = np.hypot(rows, columns)
    power[0, 0] = 1.0
    noise = np.fft.rfft2(rng.standard_normal((high, wide))) / power ** rng.uniform(0.6, 1.6)
    picture = np.fft.irfft2(noise, s=(high, wide))
    return (picture - picture.mean()) / (picture.std() + 1e-9)


def leaf(rng: np.random.Generator, picture: Any, patterns: list[Any]) -> None:
    """One more shape, over what is there."""
    high, wide = picture.shape
    size = float(np.clip(6 * rng.pareto(1.3) + 4, 4, 160))
    x, y = int(rng.uniform(0, wide)), int(rng.uniform(0, high))
    mask = np.zeros(picture.shape, np.uint8)
    kind = rng.integers(4)
    if kind == 0:
        cv2.ellipse(
            mask, (x, y), (int(size), int(size * rng.uniform(0.3, 1))), rng.uniform(0, 180), 0, 360, 255, -1
        )
    elif kind == 1:
        box = cv2.boxPoints(
            ((x, y), (2 * size, size * rng.uniform(0.2, 2)), rng.uniform(-90, 90) * (rng.random() < 0.4))
        )
        cv2.fillConvexPoly(mask, box.astype(np.int32), 255)
    elif kind == 2:
        corners = np.array([x, y]) + rng.normal(0, size, (int(rng.integers(3, 7)), 2))
        cv2.fillPoly(mask, [corners.astype(np.int32)], 255)
    else:
        letters = "".join(chr(int(c)) for c in rng.integers(48, 91, 6))
        cv2.putText(
            mask, letters, (x - 40, y), int(rng.integers(0, 8)), size / 40 + 0.3, 255, int(rng.integers(1, 4))
        )
    tone, depth = rng.uniform(10, 245), rng.uniform(0, 25)
    filled = tone + depth * patterns[int(rng.integers(len(patterns)))]
    picture[mask > 0] = filled[mask > 0]


def scene(rng: np.random.Generator) -> Any:
    """A picture of leaves, as a camera and a codec would leave it."""
    high, wide = 225, 400
    patterns = [texture(rng, high, wide) for _ in range(4)]
    picture = 128 + 40 * patterns[0]
    for _ in range(int(rng.integers(40, 260))):
        leaf(rng, picture, patterns)
    picture = cv2.GaussianBlur(picture, (0, 0), rng.uniform(0.4, 1.6)) + rng.normal(
        0, rng.uniform(0, 5), picture.shape
    )
    grey = np.clip(picture, 0, 255).astype(np.uint8)
    _, stored = cv2.imencode(".jpg", grey, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(25, 95))])
    return cv2.imdecode(stored, cv2.IMREAD_GRAYSCALE)


def main() -> None:
    """Gather corners, and draw the words towards their middles a few times."""
    rng = np.random.default_rng(7)
    bits = np.concatenate([key_points(scene(rng), 200, 60)[1] for _ in range(SCENES)])
    words = bits[rng.choice(len(bits), WORDS, replace=False)]
    ones = np.unpackbits(bits, axis=1).astype(np.int32)
    for _ in range(ROUNDS):
        table = faiss.IndexBinaryFlat(256)
        table.add(words)
        nearest = table.search(bits, 1)[1][:, 0]
        order = np.argsort(nearest, kind="stable")
        starts = np.flatnonzero(np.diff(nearest[order], prepend=-1))
        sums = np.add.reduceat(ones[order], starts, axis=0)
        counts = np.diff(np.append(starts, len(order)))[:, None]
        words[nearest[order][starts]] = np.packbits(2 * sums > counts, axis=1)
    np.save(TARGET, words, allow_pickle=False)
    print(len(bits), "corners,", len(words), "words")


if __name__ == "__main__":
    main()
