"""Where another picture may be shown in a picture: drawn scenes, with and without one."""

from __future__ import annotations

import pytest

np = pytest.importorskip("numpy")
cv2 = pytest.importorskip("cv2", reason="the footage extra is not installed")

from firsthand.footage.insets import Borders, Box  # noqa: E402


def scene(seed, wide=480, high=270):
    """A soft picture: patches of brightness without a straight line."""
    rng = np.random.default_rng(seed)
    rough = rng.integers(20, 235, (high // 45, wide // 45)).astype(np.uint8)
    return cv2.resize(rough, (wide, high), interpolation=cv2.INTER_CUBIC)


def boxes(frames):
    borders = Borders()
    for frame in frames:
        borders.add(frame)
    return borders.boxes()


def inset(seed, at, size):
    """Frames with another picture at a place: what both show goes on moving."""
    for n in range(8):
        frame = np.roll(scene(seed), (5 * n, 9 * n), axis=(0, 1))
        wide, high = size
        shown = np.roll(scene(seed + 100, 720, 405), (8 * n, 15 * n), axis=(0, 1))
        frame[at[1] : at[1] + high, at[0] : at[0] + wide] = cv2.resize(
            shown, size, interpolation=cv2.INTER_AREA
        )
        yield frame


@pytest.mark.parametrize(
    ("at", "size"),
    [((12, 12), (160, 90)), ((300, 150), (160, 90)), ((200, 60), (240, 136)), ((0, 180), (160, 90))],
)
def test_an_inset_picture_is_where_its_borders_are(at, size):
    wanted = Box(at[0] / 480, at[1] / 270, (at[0] + size[0]) / 480, (at[1] + size[1]) / 270)
    found = boxes(inset(3, at, size))
    assert any(np.abs(np.array(box) - np.array(wanted)).max() < 0.02 for box in found)


def test_one_picture_without_another_has_no_borders():
    assert boxes(np.roll(scene(5), (5 * n, 9 * n), axis=(0, 1)) for n in range(8)) == []


@pytest.mark.parametrize("size", [(1, 1), (3, 900), (900, 3), (40, 40)])
def test_blank_and_odd_frames_have_none_and_do_no_harm(size):
    frames = [np.full(size, tone, np.uint8) for tone in (0, 255, 90)]
    assert boxes(frames) == []
    assert boxes([*frames, scene(1), np.zeros((7, 7), np.uint8)]) == []


def test_no_frame_has_none():
    assert boxes([]) == []
