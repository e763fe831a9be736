"""What the tests of several rooms share: one set of instruments, and a way to read a sentence."""

from __future__ import annotations

import os
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
