"""The other end of `sandbox`: sets its own limits, does one task on one file, says what it finds, ends.

python -I -m firsthand.footage.sandboxed < order.json > messages
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path

import msgspec

from firsthand.footage.sandbox import Limits
from firsthand.footage.sandbox_work import Refused, Work

TASKS = {
    "describe": "firsthand.footage.probe",
    "fingerprint": "firsthand.footage.sandbox_fingerprint",
    "stills": "firsthand.footage.stills",
    "text": "firsthand.footage.text_on_screen",
}
"""Each task, and the module whose function `task` does it."""


def main() -> None:
    """Do what standard input orders."""
    # Libraries print what they like to the standard streams; the messages go out by a way of their own.
    out = os.dup(1)
    os.dup2(2, 1)
    order = msgspec.json.decode(sys.stdin.buffer.read())
    limits = msgspec.convert(order["limits"], Limits)
    _confine(limits)
    work = Work(Path(order["path"]), order["asked"], limits, out)
    task: Callable[[Work], None] = import_module(TASKS[order["task"]]).task
    try:
        task(work)
    except Refused as error:
        work.say("refused", error.args)
    except MemoryError:
        work.say("broke off", "it wanted more memory than it is given")
    except Exception as error:  # noqa: BLE001 - whatever a stranger's bytes make a library do
        work.say("broke off", f"it could not be decoded further ({type(error).__name__})")
    work.say("done", None)


def _confine(limits: Limits) -> None:
    """Set the limits that the operating system knows: memory, processor time, no files written."""
    try:
        import resource
    except ImportError:  # Windows: only the time is limited there
        return
    seconds = int(limits.wall_s) + 30
    for what, most in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 64),
    ):
        with suppress(OSError, ValueError):  # macOS does not know all of them
            resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    main()
