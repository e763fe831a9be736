"""Stretches of the calendar: their names in TIMEX3 and EDTF, where they begin and end, what lies beside them.

A `Point` is as wide as the words: a day, a week, a spring, a century. Years before Christ are negative and
are counted as the words count them (there is no year 0). What the words leave open is None and stays None.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Literal

Grain = Literal[
    "century", "decade", "year", "half", "quarter", "season", "month", "week", "weekend", "day", "minute"
]
Stage = Literal["START", "MID", "END"]
Bounds = tuple[date, date]

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each season, by the calendar of the northern half; each lasts three months."""
_EDTF_SEASON = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}


@dataclass(frozen=True, slots=True)
class Point:
    """A stretch of the calendar, as far as words give it."""

    grain: Grain
    year: int | None = None
    month: int | None = None
    day: int | None = None
    n: int | None = None
    """Number of the century (18 for the 1800s), decade (187), half, quarter or ISO week; 1 for a winter that
    is named by the year in which it ends."""
    season: str = ""

    @property
    def settled(self) -> bool:
        """Whether the point stands on the calendar."""
        return self.year is not None or self.grain in {"century", "decade"}


def day_point(day: date) -> Point:
    """The day as a point."""
    return Point("day", day.year, day.month, day.day)


def days_from(day: date, days: int) -> date | None:
    """The date so many days away; None beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def exists(year: int | None, month: int, day: int) -> bool:
    """Whether there is such a day; 29 February exists in an unknown year."""
    if not 1 <= month <= 12 or day < 1:
        return False
    if year is None or year < 1:
        return day <= (29 if month == 2 else calendar.monthrange(2024, month)[1])
    return day <= calendar.monthrange(year, month)[1]


def _year_words(year: int | None) -> str:
    if year is None:
        return "XXXX"
    return f"{year:04d}" if year > 0 else f"BC{-year:04d}"


def value(point: Point) -> str:
    """The TIMEX3 value of a point. Open fields are X: `XXXX-10-30`."""
    n = point.n or 0
    if point.grain in {"century", "decade"}:
        width = 2 if point.grain == "century" else 3
        return f"{n:0{width}d}" if n >= 0 else f"BC{-n - 1:0{width}d}"
    week = "WXX" if point.n is None else f"W{n:02d}"
    month = "XX" if point.month is None else f"{point.month:02d}"
    day = "XX" if point.day is None else f"{point.day:02d}"
    tails = {
        "year": "", "half": f"-H{n}", "quarter": f"-Q{n}", "season": f"-{point.season}", "week": f"-{week}",
        "weekend": f"-{week}-WE", "month": f"-{month}",
    }  # fmt: skip
    return _year_words(point.year) + tails.get(point.grain, f"-{month}-{day}")


def edtf(point: Point) -> str | None:
    """The point in EDTF (ISO 8601-2): weeks as intervals, seasons and quarters by their level 2 codes."""
    n = point.n or 0
    if point.grain in {"century", "decade"}:
        return None if n < 0 else value(point) + ("XX" if point.grain == "century" else "X")
    if point.grain in {"week", "weekend"}:
        held = bounds(point)
        return f"{held[0].isoformat()}/{held[1].isoformat()}" if held else None
    if point.grain == "season" and n and point.year is not None and point.year > 1:
        return f"{point.year - 1:04d}-12/{point.year:04d}-02"
    year = _year_words(point.year)
    if point.year is not None and point.year < 0:
        year = f"-{-point.year - 1:04d}"  # EDTF has a year 0
    codes = {"half": 39 + n, "quarter": 32 + n, "season": _EDTF_SEASON.get(point.season, 0)}
    if point.grain in codes:
        return f"{year}-{codes[point.grain]}"
    return year + value(replace(point, year=None))[4:]


def _months(year: int, first: int, count: int) -> Bounds:
    last_year, last = year + (first + count - 2) // 12, (first + count - 2) % 12 + 1
    return date(year, first, 1), date(last_year, last, calendar.monthrange(last_year, last)[1])


def _years(first: int, count: int) -> Bounds:
    return date(max(first, MINYEAR), 1, 1), date(first + count - 1, 12, 31)


def bounds(point: Point) -> Bounds | None:
    """First and last day; None where a part is open, before Christ, or beyond the calendar."""
    try:
        return _bounds(point)
    except (ValueError, OverflowError):
        return None


def _bounds(point: Point) -> Bounds | None:
    n = point.n or 0
    if point.grain in {"century", "decade"}:
        count = 100 if point.grain == "century" else 10
        return _years(n * count, count) if n >= 0 else None
    year, month = point.year, point.month
    if year is None or year < 1:
        return None
    if point.grain in {"week", "weekend"}:
        first = date.fromisocalendar(year, n, 6 if point.grain == "weekend" else 1)
        return first, date.fromisocalendar(year, n, 7)
    if point.grain == "season":
        return _months(year - n, SEASON_MONTHS[point.season], 3)
    spans = {"year": (1, 12), "half": (n * 6 - 5, 6), "quarter": (n * 3 - 2, 3), "month": (month or 0, 1)}
    if point.grain in spans:
        return _months(year, *spans[point.grain])
    return None if month is None or point.day is None else (date(year, month, point.day),) * 2


def staged(point: Point, stage: Stage) -> Bounds | None:
    """The early, middle or late part: thirds of a month by days 1-10, 11-20 and 21 on, else thirds of it."""
    held = bounds(point)
    if held is None:
        return None
    which = ("START", "MID", "END").index(stage)
    if point.grain == "month":
        first, last = held[0].replace(day=1 + 10 * which), held[1]
        return first, last if which == 2 else held[0].replace(day=10 + 10 * which)
    if point.grain == "year":
        return _months(held[0].year, 1 + 4 * which, 4)
    if point.grain == "decade":
        start = held[0].year + (0, 4, 7)[which]
        return _years(start, (4, 3, 3)[which])
    third = (held[1] - held[0]).days / 3
    return held[0] + timedelta(days=round(third * which)), held[0] + timedelta(
        days=round(third * (which + 1))
    )


def around(day: date, unit: str) -> Point | None:
    """The stretch of one unit that holds a day; None for a unit shorter than a day."""
    year, week, _ = day.isocalendar()
    made: dict[str, Point] = {
        "day": day_point(day),
        "week": Point("week", year, n=week),
        "weekend": Point("weekend", year, n=week),
        "month": Point("month", day.year, day.month),
        "quarter": Point("quarter", day.year, n=(day.month + 2) // 3),
        "year": Point("year", day.year),
        "decade": Point("decade", n=day.year // 10),
        "century": Point("century", n=day.year // 100),
    }
    return made.get(unit)


def widened(point: Point, unit: str) -> Point | None:
    """The stretch of one unit that holds a point; None where the point is too wide or open."""
    if point.year is not None and point.year < 1:
        return _widened_bc(point, unit)
    held = bounds(point)
    if held is None:
        return Point("year", point.year) if unit == "year" and point.year else None
    first = around(held[0], unit)
    if point.grain == "season" and unit == "year":
        return first
    return first if first is not None and first == around(held[1], unit) else None


def _widened_bc(point: Point, unit: str) -> Point | None:
    year = point.year or 0
    match unit:
        case "month":
            return Point("month", year, point.month) if point.month else None
        case "year":
            return Point("year", year)
        case "decade":
            return Point("decade", n=-(-year // 10) - 1)
        case "century":
            return Point("century", n=-(-year // 100) - 1)
    return None


def shifted(point: Point, count: int, unit: str) -> Point | None:
    """The stretch of one unit that lies `count` units after the one that holds the point."""
    here = widened(point, unit)
    if here is None:
        return None
    if unit == "year" and here.year is not None:
        return Point("year", year_after(here.year, count))
    if unit in {"decade", "century"}:
        return Point(here.grain, n=(here.n or 0) + count)
    held = bounds(here)
    day = _stepped(held[0], count, unit) if held is not None else None
    return None if day is None else around(day, unit)


def _stepped(day: date, count: int, unit: str) -> date | None:
    """The day so many units on; from a month or quarter, the first day of the one it falls in."""
    if unit not in {"month", "quarter"}:
        return days_from(day, count * (1 if unit == "day" else 7))
    year, month = divmod(day.year * 12 + day.month - 1 + count * (3 if unit == "quarter" else 1), 12)
    return date(year, month + 1, 1) if MINYEAR <= year <= MAXYEAR else None


def year_after(year: int, count: int) -> int:
    """The year so many years later, where 1 BC (-1) comes right before AD 1."""
    later = year + count
    return later + (1 if year < 0 <= later else -1 if year > 0 >= later else 0)


def nearest_year(point: Point, reference: date, lean: int) -> Point:
    """The point, its year chosen so that it lies nearest to a day.

    `lean`: how many days ahead (behind, if negative) a date may lie and count as near as the day itself.
    """
    best, distance = point, float("inf")
    for year in (reference.year - 1, reference.year, reference.year + 1):
        held = bounds(replace(point, year=year))
        if held is None:
            continue
        away = 0
        if not held[0] <= reference <= held[1]:
            away = (held[0] - reference).days if held[0] > reference else (held[1] - reference).days
        if abs(away - lean) < distance:
            best, distance = replace(point, year=year), abs(away - lean)
    return best


def last_before(point: Point, reference: date) -> Point:
    """The latest year in which the point has begun by a day."""
    return _first_that(
        point, range(reference.year, reference.year - 9, -1), lambda held: held[0] <= reference
    )


def next_after(point: Point, reference: date) -> Point:
    """The first year in which the point is not over on a day."""
    return _first_that(point, range(reference.year, reference.year + 9), lambda held: held[1] >= reference)


def _first_that(point: Point, years: range, holds: Callable[[Bounds], bool]) -> Point:
    for year in years:
        held = bounds(replace(point, year=year))
        if held is not None and holds(held):
            return replace(point, year=year)
    return point


def weekday_near(weekday: int, reference: date, direction: int) -> date | None:
    """The last (-1) or first (1) such weekday, the reference day itself included. Monday is 0."""
    if direction < 0:
        return days_from(reference, -((reference.weekday() - weekday) % 7))
    return days_from(reference, (weekday - reference.weekday()) % 7)
