"""What the tests of several rooms share: one set of instruments, and a way to read a sentence."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from collections.abc import Callable

import pytest
from hypothesis import settings

from firsthand.ingest import text_document
from firsthand.pipeline import read_document
from firsthand.resources import Instruments, default_instruments
from firsthand.schema import Hints, Reading

# A developer's own village lists must not change what the tests read.
os.environ["FIRSTHAND_DATA"] = tempfile.mkdtemp(prefix="firsthand-tests-")

# The same examples at every run, so that a change is judged by what it changed; `make laws` searches further.
settings.register_profile("steady", derandomize=True)
settings.register_profile("search", derandomize=False, max_examples=2000)
settings.load_profile("steady")

ReadText = Callable[..., Reading]


@pytest.fixture(scope="session")
def instruments() -> Instruments:
    return default_instruments()


@pytest.fixture(scope="session")
def read_text(instruments: Instruments) -> ReadText:
    """Read a text as published by Harbour Post on Friday 2031-03-14, unless said otherwise."""
    return reader(instruments)


@pytest.fixture(scope="session")
def read_by_rules() -> ReadText:
    """The same by the rules alone, without the encoder: what a rule does must not hide behind it."""
    return reader(default_instruments(frozenset({"voices"})))


def reader(instruments: Instruments) -> ReadText:
    def read(
        text: str, published: str | None = "2031-03-14", publisher: str | None = "Harbour Post"
    ) -> Reading:
        hints = Hints(name="d", published=published, publisher=publisher)
        return read_document(text_document(text, hints, id="d", language="en"), instruments)

    return read


@pytest.fixture(scope="session")
def dies_at_a_line() -> Callable[[Callable[[], object], str, int | None], tuple[int, int]]:
    """Do work in a process of its own that is killed at the nth line run in files of a name; `None` kills none.

    How the process ended (-9: killed), and how many such lines it came to where it lived.
    """
    return dying


def dying(work: Callable[[], object], files: str, at: int | None) -> tuple[int, int]:
    ours, theirs = os.pipe()
    pid = os.fork()
    if pid:
        os.close(theirs)
        with os.fdopen(ours, "rb") as told:
            lines = told.read()
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), int(lines or b"0")
    count = 0

    def trace(frame, event, _):
        nonlocal count
        if files not in frame.f_code.co_filename:
            return None
        count += event == "line"
        if count == at:
            os.kill(os.getpid(), signal.SIGKILL)
        return trace

    status = 1
    try:
        sys.settrace(trace)
        work()
        sys.settrace(None)
        os.write(theirs, str(count).encode())
        status = 0
    finally:
        os._exit(status)
