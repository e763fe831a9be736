"""Coded pictures -> one hash that a new container does not change, and how they follow each other in time.

A container carries H.264 and HEVC in two notations (lengths or start codes) and repeats headers where it
likes. Therefore only the slices of the pictures are hashed (ITU-T H.264 table 7-1, H.265 table 7-1), in their
order, each after its length. For other codecs the packets are hashed as they are.
"""

from __future__ import annotations

import hashlib
import itertools
import re
from array import array
from collections.abc import Iterator
from statistics import median

_START = re.compile(rb"\x00\x00\x01")
MOST_TIMES = 2_000_000
"""Pictures whose times are kept: 18 hours at 30 a second."""


class CodedPictures:
    """The hash over the coded pictures of a stream, packet by packet."""

    def __init__(self, codec: str, header: bytes | None) -> None:
        self._digest = hashlib.sha256()
        self._codec = codec
        self._length = _length_size(codec, header or b"")

    def add(self, packet: bytes) -> None:
        """The next packet, in the order of the file."""
        for piece in self._pieces(packet):
            self._digest.update(len(piece).to_bytes(8, "big") + piece)

    def hexdigest(self) -> str:
        """SHA-256 over all so far."""
        return self._digest.hexdigest()

    def _pieces(self, packet: bytes) -> Iterator[bytes]:
        if self._codec == "av1":
            yield packet.removeprefix(b"\x12\x00")  # the temporal delimiter, which only some containers keep
        elif self._codec not in ("h264", "hevc"):
            yield packet
        else:
            units = list(_by_length(packet, self._length) if self._length else _by_start_code(packet))
            yield from (unit for unit in units if self._is_slice(unit)) if units else (packet,)

    def _is_slice(self, unit: bytes) -> bool:
        if not unit:
            return False
        return 1 <= unit[0] & 0x1F <= 5 if self._codec == "h264" else (unit[0] >> 1) & 0x3F < 32


def _length_size(codec: str, header: bytes) -> int:
    """How many bytes each length takes; 0 where pictures are told apart by start codes."""
    at = {"h264": 4, "hevc": 21}.get(codec)
    if at is None or len(header) <= at or header[0] != 1:
        return 0
    return (header[at] & 3) + 1


def _by_length(packet: bytes, size: int) -> Iterator[bytes]:
    at = 0
    while at + size <= len(packet):
        length = int.from_bytes(packet[at : at + size], "big")
        yield packet[at + size : at + size + length].rstrip(b"\0")
        at += size + length


def _by_start_code(packet: bytes) -> Iterator[bytes]:
    ends = [match.span() for match in _START.finditer(packet)]
    for (_, start), (end, _) in zip(ends, [*ends[1:], (len(packet), 0)], strict=True):
        yield packet[start:end].rstrip(b"\0")


class Pace:
    """When each picture is shown, in seconds."""

    def __init__(self) -> None:
        self._times = array("d")
        self.count = 0

    def add(self, time_s: float | None) -> None:
        """A picture, in any order; null where its packet names no time."""
        self.count += 1
        if time_s is not None and len(self._times) < MOST_TIMES:
            self._times.append(time_s)

    def rate(self) -> tuple[float | None, bool | None]:
        """Pictures a second (the middle one), and whether they come unevenly; null where nothing tells.

        Uneven: one step in twenty differs from the middle step by more than a quarter.
        """
        times = sorted(self._times)
        steps = [b - a for a, b in itertools.pairwise(times) if b > a]
        if not steps:
            return None, None
        middle = median(steps)
        odd = sum(abs(step - middle) > middle / 4 for step in steps)
        return round(1 / middle, 3), len(steps) >= 4 and odd > len(steps) / 20

    def length_s(self) -> float | None:
        """From the first picture's time to the end of the last one."""
        if not self._times:
            return None
        rate = self.rate()[0]
        return max(self._times) - min(self._times) + (1 / rate if rate else 0.0)

    def first_s(self) -> float:
        """The time of the first picture."""
        return min(self._times, default=0.0)
