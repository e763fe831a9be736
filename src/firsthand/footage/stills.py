"""The task `stills`: a file and seconds -> the pictures shown at those seconds, as JPEG."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from firsthand.footage import probe_container as container_of
from firsthand.footage import probe_still as still_of
from firsthand.footage.sandbox import Limits, run
from firsthand.footage.sandbox_work import Work
from firsthand.footage.shots_pictures import Picture, jpeg, upright

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

WHOLE_PX = 100_000
"""As large as it is."""


def stills(
    path: Path, times_s: list[float], *, longest_px: int = 640, limits: Limits | None = None
) -> list[Picture]:
    """The pictures shown at some seconds, each with the second it was really taken at.

    Fewer than asked where the clip ends before, or cannot be decoded there. Raises `MissingInstrument`.
    """
    outcome = run("stills", path, {"times_s": sorted(times_s), "longest_px": longest_px}, limits=limits)
    return [(float(t), bytes(data)) for t, data in outcome.parts.get("pictures", [])]


def task(work: Work) -> None:
    """Give out the pictures that are asked for."""
    longest = int(work.asked["longest_px"])
    found: list[Picture] = []
    try:
        for time_s, image in images(work, [float(t) for t in work.asked["times_s"]], longest):
            found.append((time_s, jpeg(image)))
            work.progress(len(found) / len(work.asked["times_s"]))
    finally:
        work.say("pictures", found)


def images(work: Work, times_s: list[float], longest_px: int = WHOLE_PX) -> Iterator[tuple[float, Any]]:
    """The pictures at some seconds in rising order, upright, as Pillow's. A still is shown at each second."""
    image = still_of.still(work)
    if image is not None:
        rotation = still_of.turned(image)
        picture = image.convert("RGB")
        picture.thumbnail((longest_px, longest_px))
        yield 0.0, picture.rotate(rotation, expand=True) if rotation else picture
        return
    with container_of.opened(work) as container:
        stream = container_of.pictures(container, work)
        for time_s, frame in _frames(work, container, stream, times_s):
            yield time_s, upright(frame, longest_px, container_of.turn(frame))


def _frames(
    work: Work, container: InputContainer, stream: VideoStream, times_s: list[float]
) -> Iterator[tuple[float, VideoFrame]]:
    """The frame shown at each second: the last one that begins at or before it."""
    from av.error import FFmpegError

    first_s = _first_s(stream)
    for wanted in times_s:
        shown: VideoFrame | None = None
        try:
            if stream.time_base:
                container.seek(int((wanted + first_s) / stream.time_base), stream=stream, backward=True)
            for frame in container.decode(stream):
                if frame.width * frame.height > work.limits.video_px or work.over:
                    return
                if frame.time is not None and frame.time - first_s > wanted + 0.001 and shown is not None:
                    break
                shown = frame
        except (FFmpegError, OSError, EOFError, ValueError):
            pass
        if shown is not None:
            yield max(0.0, (shown.time or first_s) - first_s), shown


def _first_s(stream: VideoStream) -> float:
    return float(stream.start_time * stream.time_base) if stream.start_time and stream.time_base else 0.0
