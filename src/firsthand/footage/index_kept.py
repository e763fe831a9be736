"""A library's inverted files on disk: added to clip by clip, mended by itself, never the truth of anything.

Each file in the folder holds some clips and says which, so there is no list of files that could be wrong.
Before a question is asked the folder is brought up to the library: what is missing is filed, what is damaged
or of another version is removed and filed anew. Small files are merged into larger ones, so that there are
few; the merged one is in its place before the small ones go. Killed at any moment, the next question finds
whole files, some of them perhaps twice, and goes on from there. Where nothing can be written, the same is
done in memory.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import overload

from firsthand.footage.fingerprint import Fingerprint
from firsthand.footage.index_filed import ENDING, UNFINISHED, Filed

MOST = 12_000_000
"""Corners in one file, about thirty hours: merging them takes some 400 MB of memory."""
GROWS = 3
"""A file is merged with those that it is not more than this many times as large as."""
ABANDONED_S = 3600.0
"""A file that was not finished within this time never will be."""
IN_HAND = 256_000_000
"""Bytes of fingerprints that are held at once while clips are compared in full."""

Load = Callable[[str], bytes | None]
"""The fingerprint of a key; null where there is none any more."""


def brought_up(folder: Path, keys: Collection[str], load: Load) -> list[Filed]:
    """The inverted files over the fingerprints of some keys, kept in a folder for the next time."""
    filed = _there(folder, keys)
    held = {key for one, _ in filed for key in one.keys}
    for news in _filed_anew(sorted(set(keys) - held), load):
        filed = _with(folder, filed, news, keys)
    return [one for one, _ in filed]


class Prints(Sequence[Fingerprint]):
    """The fingerprints of a library by their numbers, read when they are needed, a few held at once."""

    def __init__(self, keys: Sequence[str], load: Load) -> None:
        self._keys, self._load = keys, load
        self._held: dict[int, tuple[Fingerprint, int]] = {}

    def __len__(self) -> int:
        return len(self._keys)

    @overload
    def __getitem__(self, number: int) -> Fingerprint: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Fingerprint]: ...
    def __getitem__(self, number: int | slice) -> Fingerprint | Sequence[Fingerprint]:
        if isinstance(number, slice):
            return [self[n] for n in range(*number.indices(len(self)))]
        held = self._held.pop(number, None) or self._read(number)
        self._held[number] = held  # used last, dropped last
        return held[0]

    def holds(self, number: int, frame: int) -> bool:
        """Whether a fingerprint can be read and has a frame: its bytes may have been damaged since."""
        try:
            return frame < len(self[number].point_s)
        except (ValueError, KeyError, TypeError):
            return False

    def _read(self, number: int) -> tuple[Fingerprint, int]:
        stored = self._load(self._keys[number])
        if stored is None:
            raise ValueError("the fingerprint is gone")
        while self._held and sum(size for _, size in self._held.values()) + len(stored) > IN_HAND:
            self._held.pop(next(iter(self._held)))
        return Fingerprint.from_bytes(stored), len(stored)


_Held = list[tuple[Filed, Path | None]]


def _there(folder: Path, keys: Collection[str]) -> _Held:
    """The whole files of a folder that still say something, the largest first; the others are removed."""
    found: list[tuple[Filed, Path]] = []
    for path in sorted(folder.glob(f"*{ENDING}")):
        try:
            found.append((Filed.open(path), path))
        except (ValueError, KeyError, TypeError):
            _remove(path)
        except OSError:  # another process has merged it away, or it may not be read: it is filed anew
            continue
    for path in folder.glob(f"*{UNFINISHED}"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > ABANDONED_S:
                _remove(path)
    kept: _Held = []
    seen: set[str] = set()
    for one, path in sorted(found, key=lambda each: (-len(each[0]), each[1])):
        if set(one.keys) & set(keys) <= seen:  # left over from a merger, or of clips that are gone
            _remove(path)
            continue
        seen |= set(one.keys)
        kept.append((one, path))
    return kept


def _filed_anew(keys: Sequence[str], load: Load) -> Iterator[Filed]:
    """The fingerprints of keys, filed; what cannot be used is filed as empty, so that nobody asks again."""
    batch: list[tuple[str, Fingerprint | None]] = []
    corners = 0
    for key in keys:
        held = None
        with suppress(ValueError, KeyError, TypeError):
            stored = load(key)
            held = Fingerprint.from_bytes(stored) if stored is not None else None
        batch.append((key, held))
        corners += 0 if held is None else held.head.sizes.get("bits", 0) // 32
        if corners > MOST // 2:
            yield Filed.of(batch)
            batch, corners = [], 0
    if batch:
        yield Filed.of(batch)


def _with(folder: Path, filed: _Held, news: Filed, keys: Collection[str]) -> _Held:
    """The files with a new one, which takes in those that are not much larger."""
    rest = sorted(filed, key=lambda each: -len(each[0]))
    taken: _Held = []
    size = len(news)
    while rest and len(rest[-1][0]) <= GROWS * size and len(rest[-1][0]) + size <= MOST:
        taken.append(rest.pop())
        size += len(taken[-1][0])
    whole = Filed.merged([news, *(one for one, _ in taken)], set(keys)) if taken else news
    path = None
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        path = whole.write(folder)
    if path is not None:
        for _, old in taken:
            if old is not None and old != path:
                _remove(old)
    return [*rest, (whole, path)]


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
