"""A clip or still -> its fingerprint: what is needed to find it again, about 25 MB an hour.

Once a second, the corners of the picture (`fingerprint_points`); twice a second, the picture itself as a
thumbnail, because two moments of one fixed camera are told apart only by what moves. A clip that is looked
up (`closely`) is described more densely, also mirrored and in parts, so that a picture in the picture is
found. The same bytes give the same fingerprint.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from firsthand.footage.fingerprint_points import SIDE, key_points, words
from firsthand.footage.frames import FrameReader, Grey, Limits
from firsthand.footage.insets import Borders, Box

VERSION = 1
MIRRORED = 128
"""Added to the part of the picture whose corners were taken from its mirror image."""
WHOLE = Box(0.0, 0.0, 1.0, 1.0)
PARTS = tuple(
    Box(left, top, left + 0.5, top + 0.5)
    for left, top in ((0, 0), (0.5, 0), (0, 0.5), (0.5, 0.5), (0.25, 0.25))
)
"""Parts that are looked at by themselves whatever the picture shows; after them come those of `insets`."""
CLOSE_BORDERS_S = 60.0
"""So many seconds are searched for the borders of an inset picture twice a second, the rest more sparsely."""
THUMB_AREA = 11_664
"""Pixels of a thumbnail: 144 x 81."""
FIELDS = (
    ("thumb_s", "<f4"),
    ("thumb_end", "<u4"),
    ("thumbs", "u1"),
    ("point_s", "<f4"),
    ("point_part", "u1"),
    ("point_end", "<u4"),
    ("place", "<u2"),
    ("bits", "u1"),
    ("word", "<u2"),
)


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """What a fingerprint says of its clip."""

    version: int
    width_px: int
    height_px: int
    seconds: float
    stopped: str | None
    closely: bool
    thumb: tuple[int, int]
    sizes: dict[str, int]


class Fingerprint:
    """A clip's fingerprint: `to_bytes` and `from_bytes` (which copies nothing: a mapped file will do)."""

    def __init__(self, head: Head, fields: dict[str, NDArray[Any]]) -> None:
        self.head = head
        self.thumb_s: NDArray[np.float32] = fields["thumb_s"]
        self.point_s: NDArray[np.float32] = fields["point_s"]
        self.point_part: NDArray[np.uint8] = fields["point_part"]
        self._fields = fields

    def to_bytes(self) -> bytes:
        """The same for the same clip, on any machine with the same libraries."""
        head = msgspec.json.encode(self.head)
        parts = [self._fields[name].astype(kind, copy=False).tobytes() for name, kind in FIELDS]
        return b"".join([b"FHFP", len(head).to_bytes(4, "little"), head, *parts])

    @classmethod
    def from_bytes(cls, stored: bytes | memoryview) -> Fingerprint:
        """A stored fingerprint. ValueError where the bytes are none, or of another version."""
        view = memoryview(stored)
        if bytes(view[:4]) != b"FHFP":
            raise ValueError("these bytes are no fingerprint")
        at = 8 + int.from_bytes(view[4:8], "little")
        try:
            head = msgspec.json.decode(view[8:at], type=Head)
        except msgspec.MsgspecError as error:
            raise ValueError("the fingerprint is damaged") from error
        if head.version != VERSION:
            raise ValueError(f"a fingerprint of version {head.version}; this is version {VERSION}")
        fields: dict[str, NDArray[Any]] = {}
        for name, kind in FIELDS:
            count, width = head.sizes.get(name, 0), np.dtype(kind).itemsize
            if count < 0 or at + count * width > len(view):
                raise ValueError("the fingerprint is cut off")
            fields[name] = np.frombuffer(view[at : at + count * width], kind)
            at += count * width
        return cls(head, fields)

    def points(self, index: int) -> tuple[NDArray[np.float32], NDArray[np.uint8]]:
        """Positions and descriptors of one frame's corners, in a picture whose longer side is 400."""
        span = self._span("point_end", index)
        place = self._fields["place"].reshape(-1, 2)[span].astype(np.float32) * np.float32(1 / 128)
        return place, self._fields["bits"].reshape(-1, 32)[span]

    def point_words(self) -> tuple[NDArray[np.uint16], NDArray[np.uint8], NDArray[np.int64]]:
        """Of all corners: word, descriptor, and the number of the frame it is in."""
        ends = self._fields["point_end"].astype(np.int64)
        frame = np.repeat(np.arange(len(ends)), np.diff(ends, prepend=0))
        bits = self._fields["bits"].reshape(-1, 32)
        word = self._fields["word"]
        # One made for looking up carries none: it is asked for nearer ones then.
        return (word if len(word) == len(bits) else words(bits).ravel()), bits, frame

    def thumbs(self, first: int = 0, last: int | None = None) -> NDArray[np.uint8]:
        """The thumbnails from `first` up to `last`: shape (n, height, width). A damaged one is black."""
        import cv2

        last = len(self.thumb_s) if last is None else last
        wide, high = self.thumb_size
        pictures = np.zeros((max(0, last - first), high, wide), np.uint8)
        for i in range(first, last):
            stored = self._fields["thumbs"][self._span("thumb_end", i)]
            picture = cv2.imdecode(stored, cv2.IMREAD_GRAYSCALE) if len(stored) else None
            if picture is not None and picture.shape == (high, wide):
                pictures[i - first] = picture
        return pictures

    @property
    def thumb_size(self) -> tuple[int, int]:
        """Width and height of the thumbnails."""
        return self.head.thumb

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the picture in which corners have their places: the longer side is 400."""
        scale = SIDE / max(self.head.width_px, self.head.height_px, 1)
        return self.head.width_px * scale, self.head.height_px * scale

    def _span(self, ends: str, index: int) -> slice:
        end = self._fields[ends]
        return slice(int(end[index - 1]) if index else 0, int(end[index]))


def fingerprint(
    source: Path | str | bytes, *, closely: bool = False, limits: Limits | None = None
) -> Fingerprint:
    """The fingerprint of a clip or still, for keeping; `closely` for looking it up.

    Never raises on any bytes: of a file that cannot be read the fingerprint is empty, and `head.stopped`
    says why. `closely` reads at most ten minutes.
    """
    if closely and limits is None:
        limits = Limits(seconds=600.0, working_s=900.0)
    rate = 15.0 if closely else 2.0
    reader = FrameReader(source, rate_hz=rate, quick=not closely, limits=limits)
    made = _Made(closely=closely)
    for frame in reader:
        made.add(frame.seconds, frame.grey)
    return made.whole(reader)


class _Made:
    """The fingerprint while it is made."""

    def __init__(self, *, closely: bool) -> None:
        self._closely = closely
        self._tick = _Due(0.5 if closely else 1.0)
        # The longer a clip is, the more sparsely it is asked about: `index_votes` takes no more than these.
        self._whole, self._parts = _Due(1.0, 60), _Due(2.5, 12)
        self._borders = Borders()
        self._held: list[tuple[float, Grey]] = []
        self._shape: tuple[int, ...] = ()
        self._kept: dict[str, list[Any]] = {name: [] for name, _ in FIELDS}
        self._last: tuple[float, Any] = (-9.0, None)

    def add(self, seconds: float, grey: Grey) -> None:
        """One frame more. A frame of another shape than the first is brought to the first's."""
        import cv2

        self._shape = self._shape or grey.shape
        if grey.shape != self._shape:
            grey = cv2.resize(grey, self._shape[::-1], interpolation=cv2.INTER_AREA)  # type: ignore[assignment]
        thumb = self._thumb(seconds, grey)
        if self._tick.now(seconds):
            self._corners(seconds, grey, thumb)

    def whole(self, reader: FrameReader) -> Fingerprint:
        """What was made, as a fingerprint."""
        self._insets()
        kept = self._kept
        fields = {
            "thumb_s": np.array(kept["thumb_s"], "<f4"),
            "thumb_end": np.cumsum([len(t) for t in kept["thumbs"]], dtype="<u4"),
            "thumbs": np.frombuffer(b"".join(t.tobytes() for t in kept["thumbs"]), "u1"),
            "point_s": np.array(kept["point_s"], "<f4"),
            "point_part": np.array(kept["point_part"], "u1"),
            "point_end": np.cumsum([len(p) for p in kept["place"]], dtype="<u4"),
            "place": np.concatenate([np.zeros((0, 2), "<u2"), *kept["place"]]).ravel(),
            "bits": np.concatenate([np.zeros((0, 32), "u1"), *kept["bits"]]).ravel(),
            "word": np.zeros(0, "<u2"),
        }
        if not self._closely:
            fields["word"] = words(fields["bits"].reshape(-1, 32)).ravel()
        head = Head(
            version=VERSION,
            width_px=reader.width_px,
            height_px=reader.height_px,
            seconds=round(reader.read_s, 3),
            stopped=reader.stopped,
            closely=self._closely,
            thumb=_thumb_size(*reversed(self._shape or (1, 1)), closely=self._closely),
            sizes={name: len(fields[name]) for name, _ in FIELDS},
        )
        return Fingerprint(head, fields)

    def _thumb(self, seconds: float, grey: Grey) -> Any:
        import cv2

        size = _thumb_size(grey.shape[1], grey.shape[0], closely=self._closely)
        thumb = cv2.resize(grey, size, interpolation=cv2.INTER_AREA)
        quality = 85 if self._closely else 55
        _, stored = cv2.imencode(".jpg", thumb, [cv2.IMWRITE_JPEG_QUALITY, quality])
        self._kept["thumb_s"].append(seconds)
        self._kept["thumbs"].append(stored)
        return thumb

    def _corners(self, seconds: float, grey: Grey, thumb: Any) -> None:
        if not self._closely:
            # A picture that stands still is described every third second: more says nothing new.
            last_s, last = self._last
            if last is not None and seconds - last_s < 2.9 and _alike(thumb, last):
                return
            self._last = (seconds, thumb)
            self._keep(seconds, 0, key_points(grey, 100, 40), grey.shape)
            return
        whole, parts = self._whole.now(seconds), self._parts.now(seconds)
        if whole or seconds < CLOSE_BORDERS_S:
            self._borders.add(grey)
        if parts:
            self._held.append((seconds, grey))
        numbered = list(enumerate((WHOLE, *PARTS)))
        self._look(seconds, grey, numbered[0 if whole else 1 : None if parts else 1])

    def _insets(self) -> None:
        """Corners of what may be another picture in the picture."""
        boxes = list(enumerate(self._borders.boxes(), 1 + len(PARTS)))
        for seconds, grey in self._held if boxes else ():
            self._look(seconds, grey, boxes)

    def _look(self, seconds: float, grey: Grey, boxes: Sequence[tuple[int, Box]]) -> None:
        """Corners of some parts of a picture, and of their mirror images; places are those in the whole."""
        high, wide = grey.shape
        unit = SIDE / max(high, wide)
        for number, box in boxes:
            y, x = int(box.top * high), int(box.left * wide)
            shown = grey[y : math.ceil(box.bottom * high), x : math.ceil(box.right * wide)]
            many, few = (220, 80) if box == WHOLE else (110, 40) if number <= len(PARTS) else (140, 80)
            for turn in (0, MIRRORED):
                part = np.ascontiguousarray(shown[:, ::-1] if turn else shown)
                place, bits = key_points(part, many, few, enlarge=box != WHOLE)
                scale = np.float32(max(part.shape) / SIDE * unit)
                place = place * scale if box != WHOLE else place
                if turn:
                    place = np.stack([part.shape[1] * unit - place[:, 0], place[:, 1]], axis=1)
                self._keep(
                    seconds,
                    number + turn,
                    (place + np.array([x * unit, y * unit], np.float32), bits),
                    grey.shape,
                )

    def _keep(self, seconds: float, part: int, points: Any, shape: tuple[int, ...]) -> None:
        place, bits = points
        if not len(bits) and self._kept["point_s"] and shape:
            return
        self._kept["point_s"].append(seconds)
        self._kept["point_part"].append(part)
        self._kept["place"].append(np.clip(np.rint(place * 128), 0, 65535).astype("<u2"))
        self._kept["bits"].append(bits)


class _Due:
    """A grid of seconds, `every` apart; after `times` of them ever further apart."""

    def __init__(self, every: float, times: float = math.inf) -> None:
        self._every, self._times, self._next = every, times, 0.0

    def now(self, seconds: float) -> bool:
        """Whether a second is due. After a hole in the stream the grid goes on from where the stream does."""
        if seconds + 0.05 < self._next:
            return False
        step = max(self._every, seconds / self._times)
        self._next = max(self._next + step, seconds + 0.5 * step)
        return True


def _alike(one: Any, other: Any) -> bool:
    """Whether two thumbnails show the same but for noise and something small that moves."""
    difference = np.abs(one.astype(np.int16) - other.astype(np.int16))
    return bool(difference.mean() < 4.0)


def _thumb_size(width: int, height: int, *, closely: bool) -> tuple[int, int]:
    area = THUMB_AREA * (4 if closely else 1)
    ratio = min(6.0, max(1 / 6, width / max(height, 1)))
    return max(16, round((area * ratio) ** 0.5)), max(16, round((area / ratio) ** 0.5))
