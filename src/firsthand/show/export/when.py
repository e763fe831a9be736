"""When and how finely, of a group: the interval that holds everything its tellings say."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from firsthand.schema import Time

STEPS = ((1, "minute"), (60, "hour"), (24 * 60, "day"), (7 * 24 * 60, "week"), (31 * 24 * 60, "month"))
YEAR_MIN = 366 * 24 * 60


class Interval(NamedTuple):
    """First and last minute, local to the story, and how fine that is. Null where no telling settles it."""

    earliest: str | None = None
    latest: str | None = None
    precision: str = "unknown"
    """`minute`, `hour`, `day`, `week`, `month`, `year`, `longer`, or `unknown`."""


def interval(times: Iterable[Time]) -> Interval:
    """The interval from the first to the last minute of any of the times. Unsettled ones add nothing."""
    settled = [(time.earliest, time.latest) for time in times if time.earliest and time.latest]
    if not settled:
        return Interval()
    earliest, latest = min(first for first, _ in settled), max(last for _, last in settled)
    return Interval(earliest, latest, precision(earliest, latest))


def precision(earliest: str, latest: str) -> str:
    """How fine an interval is, in the smallest step that holds it."""
    try:
        minutes = (datetime.fromisoformat(latest) - datetime.fromisoformat(earliest)).total_seconds() / 60 + 1
    except (ValueError, TypeError):  # years beyond what a calendar of datetimes holds
        return "unknown"
    for length, name in STEPS:
        if minutes <= length:
            return name
    return "year" if minutes <= YEAR_MIN else "longer"
