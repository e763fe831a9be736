"""An opened container -> what it says of itself: codec, size, turn, times of making, positions.

Nothing but the one file is opened: a playlist, or a file that names other files, gets none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any, Literal

from firsthand.footage.sandbox_work import Refused, Work
from firsthand.schema import GpsClaim, MetadataClaim

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video.stream import VideoStream

LONGEST_VALUE = 500
"""Characters of a metadata value that are kept."""
_TIMES = re.compile(r"creation|date|(?<!e)time$|modify", re.IGNORECASE)
_POSITION = re.compile(
    r"(?P<lat>[+-]\d{2}(?:\.\d+)?)(?P<lon>[+-]\d{3}(?:\.\d+)?)(?:[+-]\d+(?:\.\d+)?)?(?:CRS.*)?/?$"
)
_OWN = (
    "encoder",
    "handler_name",
    "vendor_id",
    "language",
    "major_brand",
    "minor_version",
    "compatible_brands",
)


def _no_other_file(url: str, flags: int, options: object) -> IO[bytes]:
    raise OSError(f"{url} is another file (asked with {flags}, {options})")


@contextmanager
def opened(work: Work) -> Iterator[InputContainer]:
    """The file as a container of pictures. Raises `Refused` where it is none."""
    import av

    av.logging.set_level(None)
    with work.path.open("rb") as file:
        try:
            container: Any = av.open(
                file, metadata_errors="replace", buffer_size=1 << 18, io_open=_no_other_file,
                container_options={"probesize": "10000000", "analyzeduration": "10000000"},
            )  # fmt: skip
        except (av.error.FFmpegError, OSError, ValueError, MemoryError) as error:
            raise Refused(
                f"is no video or picture that can be read ({_told(error)}).",
                "If a player shows it, save it anew from there and add that too.",
            ) from None
        with container:
            yield container


def _told(error: Exception) -> str:
    return str(getattr(error, "strerror", None) or error or type(error).__name__).lower()[:120]


def pictures(container: InputContainer, work: Work) -> VideoStream:
    """The stream that holds the moving picture. Raises `Refused` where there is none, or one too large."""
    if not container.streams.video:
        heard = bool(container.streams.audio)
        raise Refused("holds sound but no picture." if heard else "holds no picture.")
    stream = max(container.streams.video, key=lambda s: (_px(s), -s.index))
    if stream.codec_context is None or not stream.codec_context.codec:
        raise Refused("its pictures are in a code that is not known here.")
    if _px(stream) > work.limits.video_px:
        raise Refused(
            f"is {stream.width} x {stream.height} pixels; videos of more than "
            f"{work.limits.video_px // 1_000_000} million pixels a frame are not decoded.",
            "Scale it down, and keep this one as the original.",
        )
    stream.codec_context.thread_count = 1
    return stream


def _px(stream: VideoStream) -> int:
    context = stream.codec_context
    return (context.width or 0) * (context.height or 0) if context else 0


def claims_of(container: InputContainer, stream: VideoStream) -> tuple[MetadataClaim, ...]:
    """What the container and the stream say of themselves, the trivial left out."""
    found = [*_claims(container.metadata, "container"), *_claims(stream.metadata, "stream")]
    return tuple(dict.fromkeys(found))


def _claims(tags: Mapping[str, str], where: Literal["container", "stream"]) -> Iterator[MetadataClaim]:
    for name, value in sorted(tags.items())[:200]:
        if name.lower() not in _OWN or name.lower() == "encoder":
            yield MetadataClaim(name=clean(name), value=clean(value), where=where)


def clean(value: object) -> str:
    """A metadata value as it may be shown: one line, no control characters, not endless."""
    text = str(value).encode("utf-8", "replace").decode("utf-8", "replace")
    return " ".join("".join(c if c.isprintable() else " " for c in text[: 2 * LONGEST_VALUE]).split())[
        :LONGEST_VALUE
    ]


def tells_a_time(claim: MetadataClaim) -> bool:
    """Whether a claim is about when the file was made."""
    return bool(_TIMES.search(claim.name)) and any(c.isdigit() for c in claim.value)


def position(claims: tuple[MetadataClaim, ...]) -> GpsClaim | None:
    """The position in the ISO 6709 notation of QuickTime files: `+49.5883+034.5514/`."""
    for claim in claims:
        match = _POSITION.match(claim.value) if "location" in claim.name.lower() else None
        if match:
            lat, lon = float(match["lat"]), float(match["lon"])
            if abs(lat) <= 90 and abs(lon) <= 180:
                return GpsClaim(lat=lat, lon=lon, where="container")
    return None


def turn(frame: Any) -> int:
    """By how much a player turns a frame, counter-clockwise, in degrees from 0 to 359."""
    return round(getattr(frame, "rotation", 0) or 0) % 360
