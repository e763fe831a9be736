"""Stretches of the calendar: what they are called (TIMEX3, EDTF), where they begin and end, what lies beside them.

A `Point` is as wide as the words: a day, a week, a spring, a century. Years before Christ are negative and are
counted as the words count them (there is no year 0). What the words leave open is None and stays None.
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
"""First month of each season of the northern half, as ISO-TimeML's readers take it; each lasts three months."""
_EDTF_SEASON = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}


@dataclass(frozen=True, slots=True)
class Point:
    """A stretch of the calendar, as far as words give it."""

    grain: Grain
    year: int | None = None
    month: int | None = None
    day: int | None = None
    n: int | None = None
    """Number of the century (18 for the 1800s), decade (187), half, quarter or ISO week; 1 for a winter that is
    named by the year in which it ends."""
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
    if point.grain in {"century", "decade"}:
        n = point.n or 0
        width = 2 if point.grain == "century" else 3
        return f"{n:0{width}d}" if n >= 0 else f"BC{-n - 1:0{width}d}"
    year = _year_words(point.year)
    match point.grain:
        case "year":
            return year
        case "half":
            return f"{year}-H{point.n}"
        case "quarter":
            return f"{year}-Q{point.n}"
        case "season":
            return f"{year}-{point.season}"
        case "week" | "weekend":
            week = "WXX" if point.n is None else f"W{point.n:02d}"
            return f"{year}-{week}" + ("-WE" if point.grain == "weekend" else "")
    month = "XX" if point.month is None else f"{point.month:02d}"
    if point.grain == "month":
        return f"{year}-{month}"
    return f"{year}-{month}-" + ("XX" if point.day is None else f"{point.day:02d}")


def edtf(point: Point) -> str | None:
    """The point in EDTF (ISO 8601-2): weeks as intervals, seasons and quarters by their level 2 codes."""
    if point.grain in {"century", "decade"}:
        n = point.n or 0
        return None if n < 0 else value(point) + ("XX" if point.grain == "century" else "X")
    if point.grain in {"week", "weekend"}:
        held = bounds(point)
        return f"{held[0].isoformat()}/{held[1].isoformat()}" if held else None
    year = "XXXX" if point.year is None else f"{point.year:04d}"
    if point.year is not None and point.year < 0:
        year = f"-{-point.year - 1:04d}"  # EDTF has a year 0
    match point.grain:
        case "year":
            return year
        case "half":
            return f"{year}-{39 + (point.n or 1)}"
        case "quarter":
            return f"{year}-{32 + (point.n or 1)}"
        case "season" if point.n and point.year is not None and point.year > 1:
            return f"{point.year - 1:04d}-12/{point.year:04d}-02"
        case "season":
            return f"{year}-{_EDTF_SEASON[point.season]}"
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
    if point.year is None or point.year < 1:
        return None
    year = point.year
    match point.grain:
        case "year":
            return _years(year, 1)
        case "half":
            return _months(year, n * 6 - 5, 6)
        case "quarter":
            return _months(year, n * 3 - 2, 3)
        case "season":
            return _months(year - n, SEASON_MONTHS[point.season], 3)
        case "week":
            monday = date.fromisocalendar(year, n, 1)
            return monday, monday + timedelta(days=6)
        case "weekend":
            return date.fromisocalendar(year, n, 6), date.fromisocalendar(year, n, 7)
    if point.month is None:
        return None
    if point.grain == "month":
        return _months(year, point.month, 1)
    return None if point.day is None else (date(year, point.month, point.day),) * 2


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
    """The stretch of one unit that holds a day."""
    match unit:
        case "day":
            return day_point(day)
        case "week" | "weekend":
            year, week, _ = day.isocalendar()
            return Point("weekend" if unit == "weekend" else "week", year, n=week)
        case "month":
            return Point("month", day.year, day.month)
        case "quarter":
            return Point("quarter", day.year, n=(day.month + 2) // 3)
        case "year":
            return Point("year", day.year)
        case "decade":
            return Point("decade", n=day.year // 10)
        case "century":
            return Point("century", n=day.year // 100)
    return None


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
    if here.year is not None and here.year < 1:
        return None
    held = bounds(here)
    if held is None:
        return None
    if unit in {"month", "quarter"}:
        step = count * (3 if unit == "quarter" else 1)
        year, month = divmod(held[0].year * 12 + held[0].month - 1 + step, 12)
        return around(date(year, month + 1, 1), unit) if MINYEAR <= year <= MAXYEAR else None
    day = days_from(held[0], count * (1 if unit == "day" else 7))
    return None if day is None else around(day, unit)


def year_after(year: int, count: int) -> int:
    """The year so many years later, where 1 BC (-1) comes right before AD 1."""
    later = year + count
    return later + (1 if year < 0 <= later else -1 if year > 0 >= later else 0)


def nearest_year(point: Point, reference: date, lean: int) -> Point:
    """The point, its year chosen so that it lies nearest to a day.

    `lean` is how many days of the past (negative) or future (positive) are taken to be as near as the day itself.
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
