"""Shots that are blended into one another, among cuts, movement and changes of light: drawn pictures."""

from __future__ import annotations

import pytest

np = pytest.importorskip("numpy")
cv2 = pytest.importorskip("cv2", reason="the footage extra is not installed")

from firsthand.footage.shots import Samples, shots  # noqa: E402
from firsthand.footage.shots_soft import blends  # noqa: E402

RATE = 12


def scene(seed, wide=32):
    rough = np.random.default_rng(seed).integers(10, 245, (5, wide // 4)).astype(np.uint8)
    return cv2.resize(rough, (wide, 18), interpolation=cv2.INTER_CUBIC).astype(np.float32)


def still(picture, seconds):
    return [picture] * round(seconds * RATE)


def mixed(first, last, seconds):
    count = round(seconds * RATE)
    return [first + (last - first) * (n + 1) / (count + 1) for n in range(count)]


def found(pictures):
    noise = np.random.default_rng(1).normal(0, 1.5, (len(pictures), 18, 32))
    grey = np.clip(np.array(pictures) + noise, 0, 255).astype(np.uint8)
    return blends(grey, np.arange(len(grey)) / RATE)


@pytest.mark.parametrize("seconds", [0.5, 1.0, 2.0, 2.6])
def test_a_blend_is_found_where_half_of_it_is_done(seconds):
    at = found(still(scene(1), 3) + mixed(scene(1), scene(2), seconds) + still(scene(2), 3))
    assert at == pytest.approx([3 + seconds / 2], abs=0.25)


def test_a_fade_to_black_and_out_of_it_is_found():
    black = np.full((18, 32), 8, np.float32)
    passage = mixed(scene(1), black, 1) + still(black, 2) + mixed(black, scene(2), 1)
    assert found(still(scene(1), 3) + passage + still(scene(2), 3)) == pytest.approx([3.5, 6.5], abs=0.3)


def panned(seed):
    wide = scene(seed, 200)
    return [wide[:, n * 2 : n * 2 + 32] for n in range(80)]


def zoomed(seed):
    wide = cv2.resize(scene(seed, 128), (320, 180))
    return [cv2.resize(wide[2 * n : 180 - 2 * n, 3 * n : 320 - 3 * n], (32, 18)) for n in range(40)]


@pytest.mark.parametrize(
    "pictures",
    [
        panned(3),
        zoomed(4),
        still(scene(1), 3) + still(scene(2), 3),
        [scene(5) * (0.4 + 0.6 * n / 40) for n in range(40)],
        still(scene(1), 3) + still(np.full((18, 32), 250, np.float32), 0.1) + still(scene(1), 3),
        still(np.zeros((18, 32), np.float32), 3),
        still(scene(1), 0.1),
        [],
    ],
    ids=["pan", "zoom", "cut", "light", "flash", "black", "two pictures", "none"],
)
def test_movement_light_cuts_and_flashes_are_no_blend(pictures):
    assert found(pictures) == [] if pictures else blends(np.zeros((0, 18, 32), np.uint8), np.zeros(0)) == []


def test_a_clip_with_a_cut_and_a_blend_has_three_shots_that_say_why():
    pictures = still(scene(1), 3) + still(scene(2), 3) + mixed(scene(2), scene(3), 1) + still(scene(3), 3)
    samples = Samples()
    for n, picture in enumerate(pictures):
        large = cv2.resize(picture.clip(0, 255).astype(np.uint8), (96, 54), interpolation=cv2.INTER_NEAREST)
        samples.add(n / RATE, np.stack([large, 255 - large, large], axis=2))
    got = shots(samples, 10.0)
    assert [shot.start_s for shot in got] == pytest.approx([0, 3, 6.5], abs=0.3)
    assert [shot.because[0].rule for shot in got] == ["footage.cut", "footage.cut", "footage.blend"]
