"""Ctrl-C during a write is heard when the write is done."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def finish_first() -> Iterator[None]:
    """Put off SIGINT to the end of the block, so that what was counted as done is what was done.

    Only the main thread hears signals; in any other thread this does nothing. A block inside a block
    leaves the matter to the outer one.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard: list[tuple[int, FrameType | None]] = []
    before = signal.signal(signal.SIGINT, lambda number, frame: heard.append((number, frame)))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before if before is not None else signal.SIG_DFL)
        if heard and callable(before):
            before(*heard[0])
