"""How many, as a range with what was counted."""

from __future__ import annotations

from typing import Literal

from firsthand.schema.anchor import Span, Value
from firsthand.schema.because import Reasons

QuantityKind = Literal[
    "killed",
    "wounded",
    "casualties",
    "captured",
    "missing",
    "displaced",
    "people",
    "vehicles",
    "weapons",
    "munitions",
    "buildings",
    "distance",
    "area",
    "money",
    "share",
    "other",
]


class Quantity(Value, frozen=True, kw_only=True):
    """A figure and what it counts. "Up to 88,000 troops" is at most 88,000; an open end is null."""

    id: str
    start: int
    end: int
    of: str | None = None
    """What is counted, in the text's own words: "troops" of "88,000 troops".

    Of a share, the whole that it is a part of ("exports" of "a third of Orvan's exports"). Null where the
    text names nothing beside the figure.
    """
    kind: QuantityKind = "other"
    min: float | None = None
    max: float | None = None
    approx: bool = False
    because: Reasons = ()

    @property
    def span(self) -> Span:
        """The words of the figure with its hedge ("at least three")."""
        return Span(self.start, self.end)
