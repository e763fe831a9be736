"""What was made once for the same content is not made again: adding a document costs what it touches.

A value is kept under a digest of everything that it was made from. Nothing is ever brought up to date:
content that changes has another digest. What keeps the bytes is given from outside, and may forget.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import lru_cache
from hashlib import blake2b
from typing import Any, Protocol, TypeVar

import msgspec

T = TypeVar("T")

ROOM = 64_000_000
"""Bytes that are kept at most, in one comparison, of what is large and of use to the next document only."""


class Memory(Protocol):
    """Keeps bytes by a name. What it has forgotten is made anew; it never raises."""

    def read(self, name: str) -> bytes | None:
        """What was kept under a name, null where nothing is."""

    def keep(self, name: str, made: bytes) -> None:
        """Keep bytes under a name."""


class Remembered:
    """Values made before, where a memory is given; else each is made when it is asked for."""

    def __init__(self, memory: Memory | None = None) -> None:
        self._memory = memory
        self._room = ROOM

    def value(
        self, kind: Any, made_from: Iterable[bytes], make: Callable[[], T], *, large: bool = False
    ) -> T:
        """The value of a kind (a type that msgspec reads) for what it is made from.

        One that is `large` is kept as long as there is room for such.
        """
        if self._memory is None:
            return make()
        name = digest(*made_from)
        kept = self._memory.read(name)
        if kept is not None:
            with suppress(msgspec.DecodeError):  # another's bytes, or cut off: as if forgotten
                found: T = _decoder(kind).decode(kept)
                return found
        made = make()
        encoded = msgspec.msgpack.encode(made)
        self._room -= len(encoded) if large else 0
        if not large or self._room >= 0:
            self._memory.keep(name, encoded)
        return made

    def replace(self, made_from: Iterable[bytes], made: object) -> None:
        """Keep a value in place of the one that was kept for the same."""
        if self._memory is not None:
            self._memory.keep(digest(*made_from), msgspec.msgpack.encode(made))


def digest(*parts: bytes) -> str:
    """A name for some bytes in their order: other parts, another name."""
    found = blake2b(digest_size=20)
    for part in parts:
        found.update(len(part).to_bytes(8, "big") + part)
    return found.hexdigest()


def content(value: Any) -> bytes:
    """A digest of all that a value holds."""
    return blake2b(msgspec.msgpack.encode(value, order="deterministic"), digest_size=20).digest()


@lru_cache
def _decoder(kind: Any) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(kind)
