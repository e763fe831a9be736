"""What the tests of several rooms share: one set of instruments, and a way to read a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from firsthand.ingest import text_document
from firsthand.pipeline import read_document
from firsthand.resources import Instruments, default_instruments
from firsthand.schema import Hints, Reading

ReadText = Callable[..., Reading]


@pytest.fixture(scope="session")
def instruments() -> Instruments:
    return default_instruments()


@pytest.fixture(scope="session")
def read_text(instruments: Instruments) -> ReadText:
    """Read a text as published by Harbour Post on Friday 2031-03-14, unless said otherwise."""

    def read(
        text: str, published: str | None = "2031-03-14", publisher: str | None = "Harbour Post"
    ) -> Reading:
        hints = Hints(name="d", published=published, publisher=publisher)
        return read_document(text_document(text, hints, id="d", language="en"), instruments)

    return read
