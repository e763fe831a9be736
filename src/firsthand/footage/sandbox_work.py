"""What a task inside the sandbox is given, and the way it speaks."""

from __future__ import annotations

import os
import struct
import time
from pathlib import Path
from typing import Any

import msgspec

from firsthand.footage.sandbox import Limits


class Refused(Exception):
    """The file is not read. Why, and what to do."""

    def __init__(self, why: str, advice: str | None = None) -> None:
        super().__init__(why, advice)


class Work:
    """What a task is given: the file, what is asked, its limits, and a way to speak."""

    def __init__(self, path: Path, asked: dict[str, Any], limits: Limits, out: int) -> None:
        self.path, self.asked, self.limits = path, asked, limits
        self._until = time.monotonic() + limits.wall_s
        self._out = out
        self._last = 0.0

    def say(self, kind: str, what: object) -> None:
        """Give out a named part: it is safe from then on, whatever happens here."""
        body = msgspec.msgpack.encode((kind, what))
        with os.fdopen(os.dup(self._out), "wb") as pipe:
            pipe.write(struct.pack(">I", len(body)) + body)

    def progress(self, part: float) -> None:
        """Say how much is done, five times a second at most."""
        now = time.monotonic()
        if now - self._last > 0.2:
            self._last = now
            self.say("progress", max(0.0, min(1.0, part)))

    @property
    def over(self) -> bool:
        """Whether the time is up."""
        return time.monotonic() > self._until
