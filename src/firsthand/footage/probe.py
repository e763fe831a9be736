"""The task `describe`: one file -> all that is said of a clip, part by part, as far as it goes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from firsthand.footage import probe_container as container_of
from firsthand.footage import probe_still as still_of
from firsthand.footage import provenance
from firsthand.footage.probe_stream import CodedPictures, Pace
from firsthand.footage.sandbox_work import Refused, Work
from firsthand.footage.shots import SAMPLES_S, Candidates, Samples, shots
from firsthand.footage.shots_pictures import PICTURE_PX, choose, jpeg, upright
from firsthand.schema import MetadataClaim

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.packet import Packet
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

SMALL = (96, 54)
"""Pixels of a frame that shots are found on."""
LONG_S = 3600.0
LARGE_PX = 1280 * 720
"""From this size on, frames that no other is made from are left out of long clips: a third of the work."""
LEAVE_OUT_FROM_S = 60.0
MOST_ERRORS = 400
"""Broken packets, after which the rest is not tried."""


def task(work: Work) -> None:
    """Describe a still or a video."""
    work.say("credentials", provenance.credentials(work.path, str(work.asked.get("suffix", ""))))
    image = still_of.still(work)
    if image is not None:
        describe_still(work, image)
    else:
        with container_of.opened(work) as container:
            describe_video(work, container)


def describe_still(work: Work, image: Any) -> None:
    """Say what a picture file is and claims."""
    with work.path.open("rb") as file:
        packets = tuple(still_of.xmp(file.read(4_000_000)))
    claims = (*still_of.exif(image), *packets)
    rotation = still_of.turned(image)
    work.say("claims", _claims(claims, still_of.exif_position(image)))
    about = {"kind": "still", "container": str(image.format).lower(), "codec": str(image.format).lower(),
             "width_px": image.width, "height_px": image.height, "rotation_deg": rotation}  # fmt: skip
    try:
        image.load()
    except (OSError, ValueError, SyntaxError, EOFError, IndexError) as error:
        raise Refused(f"is a broken picture ({container_of.clean(error)}).") from None
    work.say("about", about | {"stream_sha256": still_of.pixels_hash(image)})
    small = image.convert("RGB")
    small.thumbnail((PICTURE_PX, PICTURE_PX))
    if rotation:
        small = small.rotate(rotation, expand=True)
    work.say("pictures", [(0.0, jpeg(small))])


def _claims(claims: tuple[MetadataClaim, ...], gps: object) -> dict[str, object]:
    times = tuple(claim for claim in claims if container_of.tells_a_time(claim))
    return {"created": times, "metadata": tuple(c for c in claims if c not in times), "gps": gps}


def describe_video(work: Work, container: InputContainer) -> None:
    """Say what a video is and claims, then go through its pictures."""
    stream = container_of.pictures(container, work)
    claims = container_of.claims_of(container, stream)
    work.say("claims", _claims(claims, container_of.position(claims)))
    sound = next((s.codec_context.name for s in container.streams.audio if s.codec_context), None)
    about: dict[str, Any] = {
        "kind": "video", "container": container.format.name, "codec": stream.codec_context.name,
        "sound": sound, "width_px": stream.width, "height_px": stream.height,
    }  # fmt: skip
    work.say("about", about)
    watched = _Watched(work, stream, _said_length_s(container, stream))
    try:
        watched.through(container)
    finally:
        watched.tell(about)


def _said_length_s(container: InputContainer, stream: VideoStream) -> float | None:
    """How long the file says it is: good enough for a progress bar and no more."""
    if stream.duration and stream.time_base:
        return float(stream.duration * stream.time_base)
    return container.duration / 1e6 if container.duration else None


class _Watched:
    """One way through the pictures of a video: everything that needs them, at once."""

    def __init__(self, work: Work, stream: VideoStream, said_length_s: float | None) -> None:
        self._work, self._stream, self._said = work, stream, said_length_s
        self._pace, self._samples, self._candidates = Pace(), Samples(), Candidates()
        self._coded = CodedPictures(stream.codec_context.name, stream.codec_context.extradata)
        self._every_s = max(1.0, (said_length_s or 0.0) / LONG_S) / SAMPLES_S
        self._errors = 0
        self._decoded = 0
        self._rotation = 0
        self._next_s: float | None = None
        self._first_s: float | None = None
        self._ended: str | None = "it was not read to its end"
        self._size = work.path.stat().st_size
        if stream.width * stream.height >= LARGE_PX and (said_length_s or 0) > LEAVE_OUT_FROM_S:
            stream.codec_context.skip_frame = "NONREF"

    def through(self, container: InputContainer) -> None:
        """From the first packet to the last, or to where time, patience or the file ends."""
        from av.error import FFmpegError

        try:
            for packet in container.demux(self._stream):
                self._packet(packet)
                if self._work.over:
                    self._ended = "the time set for one file was up"
                    return
                if self._errors > MOST_ERRORS:
                    self._ended = "too much of it is broken"
                    return
        except (FFmpegError, OSError, EOFError) as error:
            self._ended = f"the file breaks off or is broken there ({container_of.clean(error)[:80]})"
            return
        self._ended = None

    def _packet(self, packet: Packet[Any]) -> None:
        if packet.size:
            self._coded.add(bytes(packet))
            base = packet.time_base
            self._pace.add(float(packet.pts * base) if packet.pts is not None and base else None)
            if packet.pos and self._size:
                self._work.progress(packet.pos / self._size)
        for frame in self._frames(packet):
            self._frame(frame)

    def _frames(self, packet: Packet[Any]) -> Iterator[VideoFrame]:
        from av.error import FFmpegError

        try:
            yield from packet.decode()
        except (FFmpegError, ValueError):
            self._errors += 1

    def _frame(self, frame: VideoFrame) -> None:
        self._decoded += 1
        if frame.width * frame.height > self._work.limits.video_px:
            raise Refused(f"has a frame of {frame.width} x {frame.height} pixels.")
        shown = frame.time if frame.time is not None else self._decoded / 25
        if self._first_s is None:
            self._first_s, self._rotation = shown, container_of.turn(frame)
        time_s = max(0.0, shown - self._first_s)
        if self._next_s is not None and self._next_s - 2 * LONG_S < time_s < self._next_s:
            return
        self._next_s = time_s + self._every_s * 0.9
        small = frame.reformat(width=SMALL[0], height=SMALL[1], format="rgb24").to_ndarray().astype("uint8")
        sharp = self._samples.add(time_s, small)
        if self._candidates.wanted(time_s, sharp):
            self._candidates.keep(time_s, sharp, jpeg(upright(frame, PICTURE_PX, self._rotation)))

    def tell(self, about: dict[str, Any]) -> None:
        """Say what was found up to here."""
        if not self._decoded:
            raise Refused(
                "holds no picture that can be decoded.", "It may be cut off or broken: look for another copy."
            )
        rate, uneven = self._pace.rate()
        last_s = self._samples.times[-1] if self._samples.times else 0.0
        length_s = max(
            last_s + (1 / rate if rate else 0.04), (self._pace.length_s() or 0.0) if not self._ended else 0
        )
        found, pictures = choose(shots(self._samples, length_s), self._candidates)
        notices = []
        if self._errors:
            few = (
                "1 packet is broken and was"
                if self._errors == 1
                else f"{self._errors} packets are broken and were"
            )
            notices.append(f"{few} left out")
        if self._said and self._ended is None and not 0.8 < length_s / self._said < 1.25:
            notices.append(f"the file says it lasts {self._said:.1f} s, its pictures last {length_s:.1f} s")
        self._work.say("about", about | {
            "stream_sha256": None if self._ended else self._coded.hexdigest(), "frames": self._pace.count,
            "frame_rate": rate, "variable_rate": uneven, "duration_s": round(length_s, 3),
            "rotation_deg": self._rotation, "shots": found,
            "read_to_s": round(last_s, 3) if self._ended else None,
        })  # fmt: skip
        self._work.say("notices", notices)
        self._work.say("pictures", pictures)
        if self._ended:
            with suppress(OSError):
                self._work.say("broke off", self._ended)
