"""When, as an interval with the words it came from."""

from __future__ import annotations

from typing import Literal

from firsthand.schema.anchor import Span, Value
from firsthand.schema.because import Reasons


class Time(Value, frozen=True, kw_only=True):
    """One expression of time. What the words leave open stays open: never a padded date."""

    id: str
    start: int
    end: int
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str | None = None
    """TIMEX3 value (ISO-TimeML); null where the text does not settle it."""
    edtf: str | None = None
    """Extended Date/Time Format level 1 or 2 (ISO 8601-2); `XXXX-10-30` for a day of an unknown year."""
    earliest: str | None = None
    latest: str | None = None
    """First and last minute of the interval, `YYYY-MM-DDTHH:MM`, local to the story."""
    because: Reasons = ()

    @property
    def span(self) -> Span:
        """The words of the expression."""
        return Span(self.start, self.end)
