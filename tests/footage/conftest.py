"""Clips made on the spot: a moving square over a coloured ground, with a cut wherever the ground changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

av = pytest.importorskip("av", reason="the footage extra is not installed")
np = pytest.importorskip("numpy")

GROUNDS = [(200, 60, 40), (30, 90, 200), (40, 160, 60), (230, 220, 210), (20, 20, 24)]


def scene(ground: int, step: int, width: int = 160, height: int = 96) -> np.ndarray:
    """One frame: a ground with a pattern of its own, and a square that moves over it."""
    y, x = np.mgrid[0:height, 0:width]
    wave = (np.sin(x / (5 + 3 * ground)) + np.cos(y / (4 + 2 * ground))) * 20
    frame = np.clip(np.array(GROUNDS[ground])[None, None, :] + wave[..., None], 0, 255).astype(np.uint8)
    left = (step * 3) % (width - 20)
    frame[height // 3 : height // 3 + 20, left : left + 20] = (250, 240, 90)
    return frame


@pytest.fixture(scope="session")
def make_clip() -> Callable[..., Path]:
    """Write a video: the grounds in their order, so many frames each."""

    def make(
        path: Path, grounds=(0, 1), frames=24, rate=12, codec="libx264", options=None, metadata=None, pts=None,
        size=(160, 96), rotate=0, pix_fmt="yuv420p",
    ) -> Path:  # fmt: skip
        with av.open(str(path), "w", options={"movflags": "use_metadata_tags"}) as out:
            out.metadata.update(metadata or {})
            stream = out.add_stream(codec, rate=rate, options=options or {})
            stream.width, stream.height, stream.pix_fmt = *size, pix_fmt
            if rotate:
                stream.set_display_rotation(rotate)
            n = 0
            for ground in grounds:
                for _ in range(frames):
                    frame = av.VideoFrame.from_ndarray(scene(ground, n, *size), format="rgb24")
                    frame.pts = pts(n) if pts else n
                    out.mux(stream.encode(frame))
                    n += 1
            out.mux(stream.encode(None))
        return path

    return make


@pytest.fixture(scope="session")
def plain_clip(make_clip, tmp_path_factory) -> Path:
    return make_clip(tmp_path_factory.mktemp("clips") / "plain.mp4")


def remux(source: Path, target: Path) -> Path:
    """The same coded pictures in another container."""
    with av.open(str(source)) as given, av.open(str(target), "w") as out:
        video = given.streams.video[0]
        stream = out.add_stream_from_template(video)
        for packet in given.demux(video):
            if packet.dts is not None:
                packet.stream = stream
                out.mux(packet)
    return target


@pytest.fixture(scope="session")
def made() -> SimpleNamespace:
    """What tests make their own files with."""
    return SimpleNamespace(remux=remux, scene=scene, av=av, np=np)
