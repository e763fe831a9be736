"""The claims of a document: each proposition with its chain of voices, its event, place, time and figures."""

from __future__ import annotations

from firsthand.resources.parser import Parse
from firsthand.rules import Rule
from firsthand.schema import Reading


def claims(reading: Reading, parse: Parse) -> Reading:
    """A reading with its claims, and its events tied to their places, times and figures."""
    return reading


RULES: tuple[Rule, ...] = ()
