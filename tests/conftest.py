"""What the tests of several rooms share: one set of instruments, and a way to read a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from firsthand.ingest.paragraphs import paragraphs
from firsthand.pipeline import read_document
from firsthand.resources import Instruments, default_instruments
from firsthand.schema import Document, Reading

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
        document = Document(
            id="d", sha256="0" * 64, text=text, publisher=publisher, published=published, language="en",
            paragraphs=paragraphs(text),
        )  # fmt: skip
        return read_document(document, instruments)

    return read
