"""How many."""

from __future__ import annotations

from firsthand.resources.parser import Parse
from firsthand.rules import Rule
from firsthand.schema import Quantity, Time


def quantities(parse: Parse, times: tuple[Time, ...]) -> tuple[Quantity, ...]:
    """The figures of a document with what they count, in text order; never one inside a date."""
    return ()


RULES: tuple[Rule, ...] = ()
