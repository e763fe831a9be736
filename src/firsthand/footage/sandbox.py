"""Media bytes are read in a process of their own, with limits; what it says comes back message by message.

A decoder is a large C program that is given bytes from strangers. Here it may crash, hang or ask for all the
memory there is, and the command that asked goes on: it gets what was found up to then, and why it ended. The
process reads one file, opens no other, writes none, and is killed when its time is over.
"""

from __future__ import annotations

import os
import selectors
import struct
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec

from firsthand.schema import Value
from firsthand.schema.errors import MissingInstrument

LARGEST_MESSAGE = 900 * 2**20
"""A process that wants to say more than this in one message is out of its mind."""
_GRACE_S = 20.0
"""How long a process may go on after its own deadline, before it is killed."""
_HEAD = struct.Struct(">I")


class Limits(Value, frozen=True, kw_only=True):
    """How much one reading of one file may cost."""

    wall_s: float = 3600.0
    """After this the reading ends by itself with what it has; a little later it is killed."""
    memory_bytes: int = 4 * 2**30
    video_px: int = 8192 * 4608
    """The largest frame of a video, in pixels: a little more than 8K."""
    still_px: int = 150_000_000


@dataclass
class Outcome:
    """What came back from a process: the named parts it got done, and what ended it early."""

    parts: dict[str, Any] = field(default_factory=dict)
    refused: tuple[str, str | None] | None = None
    """Why the file is not read, and what to do."""
    broke_off: str | None = None
    """Why the reading ended before its end; what is in `parts` is good."""


Progress = Callable[[float], None]
"""Told the part done, 0 to 1."""


def missing() -> str | None:
    """What must be installed before footage can be read; None where all is there."""
    for module in ("av", "PIL", "numpy"):
        if find_spec(module) is None:
            return "footage is not read here: the part that decodes it is not installed"
    return None


def run(
    task: str,
    path: Path,
    asked: dict[str, Any] | None = None,
    *,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> Outcome:
    """Let a process of its own do a task (`describe`, `stills`, `text`) on a file.

    Raises `MissingInstrument` where the decoders are not installed, and nothing for any content of the file.
    """
    lacking = missing()
    if lacking:
        raise MissingInstrument(f"{lacking}. pip install 'firsthand[footage]'")
    limits = limits or Limits()
    order = msgspec.json.encode(
        {"task": task, "path": str(path.resolve()), "asked": asked or {}, "limits": limits}
    )
    process = subprocess.Popen(
        [sys.executable, "-I", "-B", "-m", "firsthand.footage.sandboxed"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        start_new_session=True,
    )
    try:
        return _listen(process, order, limits.wall_s + _GRACE_S, progress)
    finally:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()


def _environment() -> dict[str, str]:
    # Threads of number libraries would each set memory aside, out of the little that is allowed.
    one = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "OMP_THREAD_LIMIT"), "1")
    kept = ("PATH", "SYSTEMROOT", "TESSDATA_PREFIX", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
    return {name: os.environ[name] for name in kept if name in os.environ} | one


def _listen(
    process: subprocess.Popen[bytes], order: bytes, patience_s: float, progress: Progress | None
) -> Outcome:
    outcome = Outcome()
    assert process.stdin is not None  # noqa: S101 - asked for above
    try:
        process.stdin.write(order)
        process.stdin.close()
    except OSError:
        outcome.broke_off = _died(process)
        return outcome
    pipe = _Pipe(process, time.monotonic() + patience_s)
    while True:
        said = pipe.message()
        if isinstance(said, str):
            outcome.broke_off = said
            return outcome
        kind, what = said
        if kind == "done":
            return outcome
        if kind == "refused":
            outcome.refused = (what[0], what[1])
            return outcome
        if kind == "broke off":
            outcome.broke_off = what
        elif kind == "progress":
            if progress:
                progress(what)
        else:
            outcome.parts[kind] = what


class _Pipe:
    """Whole messages out of what a process writes, until a moment after which it is not waited for."""

    def __init__(self, process: subprocess.Popen[bytes], until: float) -> None:
        assert process.stdout is not None  # noqa: S101 - asked for by `run`
        self._process, self._until = process, until
        self._out = process.stdout.fileno()
        self._waiting = selectors.DefaultSelector()
        self._waiting.register(self._out, selectors.EVENT_READ)

    def message(self) -> tuple[str, Any] | str:
        """The next message, or why there is none."""
        head = self._exactly(_HEAD.size)
        if isinstance(head, str):
            return head
        (size,) = _HEAD.unpack(head)
        if size > LARGEST_MESSAGE:
            return "the decoder went out of its mind"
        body = self._exactly(size)
        if isinstance(body, str):
            return body
        kind, what = msgspec.msgpack.decode(body)
        return kind, what

    def _exactly(self, size: int) -> bytes | str:
        got = bytearray()
        while len(got) < size:
            left = self._until - time.monotonic()
            if left <= 0 or not self._waiting.select(left):
                return "it took too long and was stopped"
            piece = os.read(self._out, min(size - len(got), 1 << 20))
            if not piece:
                return _died(self._process)
            got += piece
        return bytes(got)


def _died(process: subprocess.Popen[bytes]) -> str:
    try:
        status = process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        return "the decoder stopped answering"
    return f"the decoder crashed on it (status {status})"
