"""An inverted file: every corner of some clips under its word, in memory or mapped from a file.

A file on disk is derived from fingerprints and can always be made again. It is written beside its place and
then renamed, so that it is there whole or not at all; it tells what it was made with, and its check sum is
looked at when it is opened.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import zlib
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, Self

import msgspec
import numpy as np
from numpy.typing import NDArray

from firsthand.footage import fingerprint, fingerprint_points
from firsthand.footage.fingerprint import Fingerprint

FORMAT = 1
ENDING = ".filed"
UNFINISHED = ".part"
_MAGIC = b"FHIF"
_PREFIX = 16
"""Bytes before the head: the mark, the head's length, its check sum."""
_ARRAYS = (("seconds", "<f4"), ("start", "<u4"), ("high", "<u4"), ("frame", "<u4"), ("low", "<u2"))


class _Head(msgspec.Struct, frozen=True, kw_only=True):
    """What a file says of itself."""

    format: int
    made_with: str
    keys: tuple[str, ...]
    counts: tuple[int, ...]
    sizes: dict[str, int]
    check: int
    """CRC-32 of everything after the head."""


class Filed:
    """The corners of some clips by their words.

    `keys` and `counts`: each clip's key and how many frames of it are here, in the order of their numbers.
    `seconds`: of each frame. The corners of word `w` are those from `start[w]` to `start[w + 1]`: the first
    48 bits of what is around each (`high`, `low`), and the number of its `frame` here.
    """

    def __init__(self, keys: tuple[str, ...], counts: Sequence[int], arrays: dict[str, NDArray[Any]]) -> None:
        self.keys = keys
        self.counts = np.asarray(counts, np.int64)
        self.seconds: NDArray[np.float32] = arrays["seconds"]
        self.start: NDArray[np.uint32] = arrays["start"]
        self.high: NDArray[np.uint32] = arrays["high"]
        self.low: NDArray[np.uint16] = arrays["low"]
        self.frame: NDArray[np.uint32] = arrays["frame"]

    def __len__(self) -> int:
        return len(self.frame)

    @classmethod
    def of(cls, prints: Iterable[tuple[str, Fingerprint | None]]) -> Self:
        """The fingerprints of some clips, by their keys; null counts as one without a corner."""
        keys, counts, seconds = [], [], [np.zeros(0, np.float32)]
        parts: list[tuple[Any, Any, Any]] = []
        frames = 0
        for key, held in prints:
            keys.append(key)
            counts.append(0 if held is None else len(held.point_s))
            if held is not None:
                word, bits, frame = held.point_words()
                parts.append((word.astype(np.uint16), _signs(bits), (frame + frames).astype(np.uint32)))
                seconds.append(np.array(held.point_s))
                frames += counts[-1]
        word = np.concatenate([np.zeros(0, np.uint16), *(p[0] for p in parts)])
        sign = np.concatenate([np.zeros((0, 3), np.uint16), *(p[1] for p in parts)])
        frame = np.concatenate([np.zeros(0, np.uint32), *(p[2] for p in parts)])
        return cls(tuple(keys), counts, _sorted(word, *split(sign), frame, np.concatenate(seconds)))

    @classmethod
    def merged(cls, filed: Sequence[Filed], alive: Collection[str]) -> Self:
        """Several as one; clips that are not `alive`, and second copies of one key, are left out."""
        keys: dict[str, int] = {}
        parts: list[tuple[Any, ...]] = []
        seconds = [np.zeros(0, np.float32)]
        frames = 0
        for one in filed:
            kept = [key in alive and key not in keys for key in one.keys]
            keys |= {
                key: int(count) for key, count, keep in zip(one.keys, one.counts, kept, strict=True) if keep
            }
            stays = np.repeat(kept, one.counts)
            number = (np.cumsum(stays) - 1 + frames).astype(np.uint32)
            frames += int(stays.sum())
            seconds.append(one.seconds[stays])
            corner = np.flatnonzero(stays[one.frame])
            word = np.repeat(np.arange(len(one.start) - 1, dtype=np.uint16), np.diff(one.start))
            parts.append((word[corner], one.high[corner], one.low[corner], number[one.frame[corner]]))
        word, high, low, frame = (np.concatenate(column) for column in zip(*parts, strict=True))
        arrays = _sorted(word, high, low, frame, np.concatenate(seconds))
        return cls(tuple(keys), list(keys.values()), arrays)

    def write(self, folder: Path) -> Path:
        """Put it into a folder, whole or not at all; its name follows from its keys. Raises `OSError`."""
        arrays = [getattr(self, name).astype(kind, copy=False) for name, kind in _ARRAYS]
        check = 0
        for array in arrays:
            check = zlib.crc32(array.data, check)
        head = msgspec.json.encode(_Head(
            format=FORMAT, made_with=made_with(), keys=self.keys, counts=tuple(self.counts.tolist()),
            sizes={name: len(array) for (name, _), array in zip(_ARRAYS, arrays, strict=True)}, check=check,
        ))  # fmt: skip
        head += b" " * (-len(head) % 8)  # the arrays after it are read in place
        name = hashlib.sha256("\n".join(self.keys).encode()).hexdigest()[:24]
        unfinished = folder / f"{name}-{secrets.token_hex(4)}{UNFINISHED}"
        try:
            with unfinished.open("wb") as file:
                file.write(
                    _MAGIC + b"".join(n.to_bytes(4, "little") for n in (len(head), zlib.crc32(head), 0))
                )
                file.write(head)
                for array in arrays:
                    file.write(array.data)
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(folder / f"{name}{ENDING}")
        except BaseException:
            with suppress(OSError):
                unfinished.unlink()
            raise
        return folder / f"{name}{ENDING}"

    @classmethod
    def open(cls, path: Path) -> Self:
        """A file, mapped. Raises `ValueError` where it is damaged or of another version, or `OSError`."""
        if path.stat().st_size < _PREFIX:
            raise ValueError("the file is cut off")
        mapped: Any = np.memmap(path, np.uint8, mode="r")
        view = memoryview(mapped)
        at = _PREFIX + int.from_bytes(view[4:8], "little")
        if bytes(view[:4]) != _MAGIC or zlib.crc32(view[_PREFIX:at]) != int.from_bytes(view[8:12], "little"):
            raise ValueError("this is no inverted file")
        head = msgspec.json.decode(view[_PREFIX:at], type=_Head)
        if (head.format, head.made_with) != (FORMAT, made_with()):
            raise ValueError("it was made by another version")
        if zlib.crc32(view[at:]) != head.check:
            raise ValueError("it is damaged")
        arrays = {}
        for name, kind in _ARRAYS:
            end = at + head.sizes[name] * np.dtype(kind).itemsize
            arrays[name] = np.frombuffer(view[at:end], kind)
            at = end
        return cls(head.keys, head.counts, arrays)


@cache
def made_with() -> str:
    """What an inverted file depends on: the version of fingerprints and the vocabulary."""
    words = hashlib.sha256(fingerprint_points.vocabulary().tobytes()).hexdigest()[:16]
    return f"{fingerprint.VERSION} {words}"


def _signs(bits: NDArray[np.uint8]) -> NDArray[np.uint16]:
    """The first 48 bits of each descriptor."""
    return np.ascontiguousarray(bits[:, :6]).view("<u2").reshape(-1, 3)


def split(sign: NDArray[np.uint16]) -> tuple[NDArray[np.uint32], NDArray[np.uint16]]:
    """48 bits as 32 and 16."""
    high = np.ascontiguousarray(sign[:, :2]).view("<u4").reshape(-1)
    return high, np.ascontiguousarray(sign[:, 2])


def signs(bits: NDArray[np.uint8]) -> tuple[NDArray[np.uint32], NDArray[np.uint16]]:
    """The first 32 and the next 16 bits of each descriptor."""
    return split(_signs(bits))


def _sorted(word: Any, high: Any, low: Any, frame: Any, seconds: Any) -> dict[str, NDArray[Any]]:
    order = np.argsort(word, kind="stable")
    counts = np.bincount(word, minlength=len(fingerprint_points.vocabulary()))
    start = np.concatenate([[0], np.cumsum(counts)]).astype(np.uint32)
    return {
        "seconds": seconds, "start": start, "high": high[order], "low": low[order], "frame": frame[order],
    }  # fmt: skip
