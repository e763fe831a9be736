"""What a person types to name something in a case, and what it names in a reading.

`d3` is the third document that came into the case, `d3.c4` the claim `c4` of its reading. A document's
number never changes. The part after the dot belongs to the reading: another version of Firsthand may count
its claims differently, therefore a decision keeps the words that it was made on.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from firsthand.schema import Reading, Value
from firsthand.schema.errors import UnknownOption

_SHAPE = re.compile(r"d(?P<number>[1-9][0-9]{0,17})(?:\.(?P<value>\w+))?", re.ASCII)

KINDS = {
    "attributions": "attribution",
    "times": "time",
    "places": "place",
    "regions": "region",
    "quantities": "quantity",
    "events": "event",
    "footage": "footage",
    "claims": "claim",
}
"""The lists of a reading, and what one of their values is called."""


class Address(NamedTuple):
    """A document, or a value in its reading."""

    number: int
    value: str | None = None

    def __str__(self) -> str:
        return f"d{self.number}" + (f".{self.value}" if self.value else "")


def address(typed: str) -> Address:
    """What a person typed, understood. Raises `UnknownOption` where it names nothing."""
    match = _SHAPE.fullmatch(typed.strip())
    if match is None:
        raise UnknownOption(
            f"{typed!r} names nothing: a document is named like d3, a claim or another value in it "
            "like d3.c4. `firsthand claims CASE` lists them."
        )
    return Address(int(match["number"]), match["value"])


def find(reading: Reading, value: str) -> tuple[str, Value] | None:
    """The kind of a value ("claim") and the value, by its id in a reading."""
    for field, kind in KINDS.items():
        for item in getattr(reading, field):
            if item.id == value:
                return kind, item
    return None
