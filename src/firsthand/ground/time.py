"""When."""

from __future__ import annotations

from firsthand.resources.parser import Parse
from firsthand.rules import Rule
from firsthand.schema import Document, Time


def times(document: Document, parse: Parse) -> tuple[Time, ...]:
    """The expressions of time in a document, in text order, settled as far as the text settles them."""
    return ()


RULES: tuple[Rule, ...] = ()
