"""Media bytes -> frames as grey pictures, within bounds that no file can push.

Nothing of a file is trusted: its formats are a closed list (a play list that names other files or addresses
is none of them), its frames are measured before and after they are decoded, and reading ends at a bound on
seconds, frames, bytes and working time. What was read until then is kept, and the reason is said.
"""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]

# Pixel formats whose first plane is the brightness, eight bits a pixel.
LUMA_FIRST = {"yuv420p", "yuvj420p", "yuv422p", "yuvj422p", "yuv444p", "yuvj444p", "nv12", "gray"}

# What a camera, a phone, a messenger or an archive writes. Left out on purpose: every format that names
# other files or addresses (play lists, concat, image sequences).
FORMATS = (
    "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpeg,mpegts,mpegvideo,h264,hevc,m4v,flv,asf,ogg,ivf,mxf,dv,nut,"
    "yuv4mpegpipe,gif,apng,mjpeg,png_pipe,jpeg_pipe,jpegls_pipe,webp_pipe,bmp_pipe,tiff_pipe,j2k_pipe,av1,obu"
)


@dataclass(frozen=True, kw_only=True)
class Limits:
    """How far a file is read. Past a bound, reading stops and says so; it never raises."""

    seconds: float = 12 * 3600.0
    """Of media."""
    frames: int = 3_000_000
    """Decoded."""
    side_px: int = 8704
    """Width or height of a frame."""
    pixels: int = 40_000_000
    """Of a frame."""
    file_bytes: int = 64 * 2**30
    working_s: float = 4 * 3600.0
    """Of this process, by the clock."""
    broken: int = 200
    """Packets in a row that give no frame because they are damaged."""


@dataclass(frozen=True, kw_only=True)
class Frame:
    """One frame: the seconds since the first, and its brightness."""

    seconds: float
    grey: Grey


class _Unfit(Exception):
    """A frame or file beyond the limits; the text is the reason."""


class FrameReader:
    """Frames of a clip or still, at most `rate_hz` a second, at most `long_side_px` on their longer side.

    Iterate once. Then `stopped` is None where the file was read to its end, or the reason in words;
    `width_px` and `height_px` are those of the picture as it is shown (a rotation that the container asks
    for is applied); `read_s` is the time of the last frame seen. A file that cannot be read gives no
    frame and a reason. `quick` leaves out frames that no other frame needs: a third to a half of the time, a
    frame then lies up to about 0.1 s from the second asked for.
    """

    def __init__(
        self,
        source: Path | str | bytes,
        *,
        rate_hz: float,
        long_side_px: int = 800,
        quick: bool = False,
        limits: Limits | None = None,
    ) -> None:
        self.stopped: str | None = None
        self.width_px = 0
        self.height_px = 0
        self.read_s = 0.0
        self._source = source
        self._rate = rate_hz
        self._side = long_side_px
        self._quick = quick
        self._limits = limits or Limits()

    def __iter__(self) -> Iterator[Frame]:
        import av

        av.logging.set_level(None)  # the decoder's own complaints: ours are in `stopped`
        try:
            with self._opened() as file, _container(av, file) as container:
                yield from self._frames(container)
        except _Unfit as reason:
            self.stopped = str(reason)
        except (av.FFmpegError, OSError, ValueError, EOFError, MemoryError, IndexError) as error:
            self.stopped = f"the file cannot be read on: {_plain(error)}"

    def _opened(self) -> io.BufferedIOBase:
        # Always a file object, never a name: a name may be an address or a pattern to the library.
        if isinstance(self._source, bytes):
            size = len(self._source)
            opened: io.BufferedIOBase = io.BytesIO(self._source)
        else:
            path = Path(self._source)
            if not path.is_file():
                raise _Unfit("there is no such file")
            size = path.stat().st_size
            opened = path.open("rb")
        if size == 0 or size > self._limits.file_bytes:
            opened.close()
            raise _Unfit("the file is empty" if size == 0 else f"the file has {size} bytes, too many")
        return opened

    def _frames(self, container: Any) -> Iterator[Frame]:
        if not container.streams.video:
            raise _Unfit("the file holds no pictures")
        stream = container.streams.video[0]
        self._check(stream.codec_context.width, stream.codec_context.height)
        stream.codec_context.thread_count = 1
        if self._quick:
            stream.codec_context.skip_frame = "NONREF"
        clock = _Clock(stream, self._rate)
        begun, broken, seen = time.monotonic(), 0, 0
        for packet in container.demux(stream):
            decoded, damaged = _decode(packet)
            broken = broken + 1 if damaged else (0 if decoded else broken)
            for frame in decoded:
                seen += 1
                self._check(frame.width, frame.height)
                due = clock.due(frame)
                self.read_s = clock.seconds
                if due:
                    yield Frame(seconds=clock.seconds, grey=self._grey(frame))
            self._bounds(time.monotonic() - begun, seen, broken)
        if not seen:
            raise _Unfit("the file holds no frame that can be decoded")

    def _bounds(self, working_s: float, seen: int, broken: int) -> None:
        limits = self._limits
        if self.read_s > limits.seconds:
            raise _Unfit(f"read as far as {limits.seconds:.0f} s of the clip")
        if seen > limits.frames:
            raise _Unfit(f"read as far as {limits.frames} frames")
        if working_s > limits.working_s:
            raise _Unfit(f"read as far as {self.read_s:.0f} s of the clip, which took {working_s:.0f} s")
        if broken > limits.broken:
            raise _Unfit(f"damaged from {self.read_s:.0f} s on")

    def _check(self, width: int, height: int) -> None:
        if max(width, height) > self._limits.side_px or width * height > self._limits.pixels:
            raise _Unfit(f"frames of {width} x {height} pixels are larger than those that are read")

    def _grey(self, frame: Any) -> Grey:
        import cv2

        grey: Any = _luma(frame)
        wanted = min(1.0, self._side / max(grey.shape))
        size = (max(1, round(grey.shape[1] * wanted)), max(1, round(grey.shape[0] * wanted)))
        way = cv2.INTER_AREA
        while grey.shape[1] >= 2 * size[0] and grey.shape[0] >= 2 * size[1] > 2:
            # By halves it takes a tenth of the time.
            grey = cv2.resize(grey, (grey.shape[1] // 2, grey.shape[0] // 2), interpolation=cv2.INTER_AREA)
            way = cv2.INTER_LINEAR
        if grey.shape != size[::-1]:
            grey = cv2.resize(grey, size, interpolation=way)
        turns = round(frame.rotation / 90) % 4
        shown = (frame.width, frame.height)
        self.width_px, self.height_px = shown[::-1] if turns % 2 else shown
        turned: Grey = np.ascontiguousarray(np.rot90(grey, turns))
        return turned


class _Clock:
    """Seconds since the first frame, for files that say them and for files that do not."""

    def __init__(self, stream: Any, rate_hz: float) -> None:
        rate = float(stream.average_rate or 0) or 25.0
        self.seconds = 0.0
        self._step = 1 / min(max(rate, 1.0), 240.0)
        self._first: float | None = None
        self._next = 0.0
        self._period = 1 / rate_hz

    def due(self, frame: Any) -> bool:
        """Whether this frame is wanted; its time is then in `seconds`. Time never runs back."""
        said = frame.time
        if said is None:
            self.seconds += self._step if self._first is not None else 0.0
            self._first = self._first if self._first is not None else 0.0
        else:
            self._first = said if self._first is None else self._first
            self.seconds = max(self.seconds, said - self._first)
        if self.seconds + 1e-6 < self._next:
            return False
        # After a hole in the stream the grid goes on from where the stream goes on.
        self._next = max(self._next + self._period, self.seconds + 0.5 * self._period)
        return True


def _container(av: Any, file: io.BufferedIOBase) -> Any:
    options = {"format_whitelist": FORMATS, "protocol_whitelist": "none", "probesize": "8000000"}
    return av.open(file, mode="r", options=options, metadata_errors="replace")


def _decode(packet: Any) -> tuple[list[Any], bool]:
    """The frames of a packet, and whether it is damaged."""
    import av

    try:
        return packet.decode(), False
    except av.EOFError:
        return [], False
    except av.FFmpegError:
        return [], True


def _luma(frame: Any) -> Grey:
    """Brightness of a frame, without conversion where the decoder already holds it as a plane of its own."""
    if frame.format.name in LUMA_FIRST:
        plane = frame.planes[0]
        rows = np.frombuffer(plane, np.uint8)
        return rows[: plane.line_size * plane.height].reshape(plane.height, plane.line_size)[:, : plane.width]
    scale = min(1.0, 1600 / max(frame.width, frame.height))
    width, height = max(1, round(frame.width * scale)), max(1, round(frame.height * scale))
    grey: Grey = frame.reformat(width=width, height=height, format="gray").to_ndarray()
    return grey


def _plain(error: BaseException) -> str:
    text = str(error).split("]", 1)[-1].strip() or type(error).__name__
    return text[:120]
