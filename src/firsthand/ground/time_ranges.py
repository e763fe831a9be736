"""From when to when: both ends of a stretch, and dates told with early, late, around."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from firsthand.ground.time_calendar import SEASON_MONTHS, Point
from firsthand.ground.time_clock import clock_time, part_of_day
from firsthand.ground.time_dates import DATE_OPENINGS, date_at
from firsthand.ground.time_pieces import DASHES, clock, day_number, full_year, month, stage
from firsthand.ground.time_relative import a_day
from firsthand.ground.time_sense import Clock, Found, Sense
from firsthand.ground.time_stream import Stream, phrases, skip
from firsthand.rules import rule

_JOINS = {"between": ("and",), "from": ("to", "until", "till", "through")}


@rule(
    "time.staged",
    means="The early, middle or late part of a month, season, year, decade or century.",
    fires=["The town was retaken in [early February].", "The town was retaken in [mid-February].",
           "The depot was emptied at [the end of February 2029]."],
    silent="An early warning came in February.",
    gives={"edtf": "2031-02-01~/2031-02-10~"},
)  # fmt: skip
def staged(s: Stream, i: int) -> Found | None:
    """The value stays that of the whole; the interval is the part."""
    got = stage(s, skip(s, i, "the")) if s.word(i) == "the" and stage(s, i) is None else stage(s, i)
    if got is None:
        return None
    found = date_at(s, got.end) or date_at(s, skip(s, got.end, "the"))
    if found is None or found.sense.point is None or found.sense.point.grain == "day":
        return None
    return Found(i, found.end, replace(found.sense, stage=got.value), got.why + found.why, found.rules)


@rule(
    "time.approximate",
    means="A date that is not exact.",
    fires="The wall was built in [around 2029].",
    silent="They stood around 40 tanks.",
    gives={"edtf": "2029~"},
)
def approximate(s: Stream, i: int) -> Found | None:
    """The value stays; EDTF marks it with `~`."""
    got = phrases("about").at(s, i)
    if got is None or not got.value[0]["mod"]:
        return None
    found = staged(s, got.end) or date_at(s, skip(s, got.end, "the"))
    if found is None or found.sense.kind != "date":
        return None
    return Found(
        i, found.end, replace(found.sense, about=got.value[0]["mod"]), got.why + found.why, found.rules
    )


def one_end(s: Stream, i: int) -> Found | None:
    """What can stand at an end of a range."""
    at = skip(s, i, "the") if date_at(s, i) is None else i
    options = [staged(s, i), date_at(s, at), clock_time(s, i), part_of_day(s, i), a_day(s, i)]
    return max((f for f in options if f is not None), key=lambda f: f.end, default=None)


def _short_end(s: Stream, i: int) -> tuple[Sense, int] | None:
    """An end that borrows from the other: the `6` of `6 and 19 August`, the `2` of `2 and 4 a.m.`."""
    day = day_number(s, skip(s, i, "the"))
    return None if day is None else (Sense("date", Point("day", None, None, day.value)), day.end)


def _borrowed(short: Sense, whole: Found) -> Sense | None:
    """The short first end with the month, or the half of the day, of the whole second one."""
    point, day = whole.sense.point, short.point
    if whole.sense.clock is not None and day is not None and day.day is not None:
        hour = day.day if whole.sense.clock.hour < 12 or day.day > 12 else day.day + 12
        return None if hour > 24 else replace(whole.sense, clock=Clock(hour, None, whole.sense.clock.utc))
    if point is None or point.grain != "day" or point.month is None or day is None or day.day is None:
        return None
    return None if day.day >= (point.day or 0) else replace(whole.sense, point=replace(point, day=day.day))


@rule(
    "time.range",
    means="From one time to another, both ends held.",
    fires=[
        "Bodies were found [between 6 and 10 March].",
        "The siege lasted [from late 2022 until May 2023].",
    ],
    silent="They walked between 6 and 10 kilometres.",
    gives={"value": "2031-03-06/2031-03-10"},
)
def framed_range(s: Stream, i: int) -> Found | None:
    """`between 6 and 10 March`, `from late 2022 until May 2023`; a short end borrows from the other."""
    joins = _JOINS.get(s.word(i))
    if joins is None:
        return None
    first = one_end(s, i + 1)
    if first is not None and s.word(first.end) in joins:
        second = one_end(s, first.end + 1)
        if second is not None:
            return _whole(i, first, second)
        bare = day_number(s, first.end + 1)
        if bare is not None and first.sense.point is not None and first.sense.point.day is not None:
            return _tailed(s, i, first, bare.value, bare.end)
    short = _short_end(s, i + 1)
    if short is None or s.word(short[1]) not in joins:
        return None
    return _shortened(s, i, short, one_end(s, short[1] + 1))


def _whole(i: int, first: Found, second: Found) -> Found | None:
    """Two ends that could stand alone; a first end without its year takes that of the second."""
    if {first.sense.kind, second.sense.kind} & {"length", "repeat", "reference", "range"}:
        return None
    one, two = first.sense, second.sense
    if (one.clock is None) != (two.clock is None):
        return None
    if one.clock is not None and one.kind == "step" and one.frame == "either":
        one = replace(two, clock=one.clock)
    if (
        one.point is not None
        and two.point is not None
        and one.point.year is None
        and two.point.year is not None
        and not one.of
    ):
        year = two.point.year
        if one.point.month is not None and two.point.month is not None and one.point.month > two.point.month:
            year -= 1
        one = replace(one, point=replace(one.point, year=year))
    elif one.point is not None and two.point is not None and two.point.year is None and _in_order(one, two):
        two = replace(two, of=(one,)) if two.point.grain != "year" else two
    sense = Sense("range", of=(one, two))
    apart = (replace(first, sense=one), replace(second, sense=replace(two, of=second.sense.of)))
    return Found(i, second.end, sense, first.why + second.why, first.rules + second.rules, apart)


def _in_order(one: Sense, two: Sense) -> bool:
    """Whether the second end may take its year from the first: `Dec. 31-Jan. 2` may not."""
    if two.of or one.point is None or two.point is None:
        return False
    return one.point.year is not None or (one.point.month or 0) <= (two.point.month or 0)


def _shortened(s: Stream, i: int, short: tuple[Sense, int], whole: Found | None) -> Found | None:
    sense = _borrowed(short[0], whole) if whole is not None else None
    if whole is None or sense is None:
        return None
    start = short[1] - 1 if s.word(short[1] - 1).isdecimal() else short[1] - 2
    apart = (Found(start, short[1], sense, (), whole.rules), whole)
    return Found(i, whole.end, Sense("range", of=(sense, whole.sense)), whole.why, whole.rules, apart)


def _tailed(s: Stream, i: int, first: Found, day: int, end: int) -> Found | None:
    """`6 May to 9`, `April 6-7`: the second end borrows month and year from the first."""
    point = first.sense.point
    if point is None or point.day is None or day <= point.day or s.word(end) in {"%", ":", "km", "people"}:
        return None
    second = replace(first.sense, point=replace(point, day=day))
    begin = end - 1 if s.word(end - 1).isdecimal() else end - 2
    year = full_year(s, skip(s, end, ","))
    if year is not None and point.year is None:
        first = replace(first, sense=replace(first.sense, point=replace(point, year=year.value)))
        second, end = replace(second, point=replace(point, day=day, year=year.value)), year.end
    apart = (first, Found(begin, end, second, (), first.rules))
    return Found(i, end, Sense("range", of=(first.sense, second)), first.why, first.rules, apart)


@rule(
    "time.dashed_range",
    means="Two times with a dash or `to` between them.",
    fires=["Clashes on [6-7 March] left eleven dead.", "He ruled the town ([2011-2019])."],
    silent="The score was 6-7 in March.",
    gives={"value": "2031-03-06/2031-03-07"},
)
def dashed_range(s: Stream, i: int) -> Found | None:
    """`6-7 March`, `April 6-7`, `2011-2019`, `2 and 4 a.m.`"""
    first = date_at(s, i)
    if first is not None and (s.word(first.end) in DASHES or s.word(first.end) in {"to", "and"}):
        found = _after_dash(s, i, first, s.word(first.end))
        if found is not None:
            return found
    short = _short_end(s, i)
    if short is None or not (s.word(short[1]) in DASHES or s.word(short[1]) in {"to", "and", "or"}):
        return None
    named = month(s, skip(s, short[1] + 2, "of"))
    clocked = clock(s, short[1] + 1) is not None
    if named is None and not clocked:
        return None
    return _shortened(s, i, short, one_end(s, short[1] + 1))


def _after_dash(s: Stream, i: int, first: Found, join: str) -> Found | None:
    at = first.end + 1
    second = date_at(s, at)
    if second is not None and join != "and":
        alike = (first.sense.point is None) == (second.sense.point is None)
        return _whole(i, first, second) if alike else None
    point = first.sense.point
    number, bare = s.whole_number(at), day_number(s, at)
    if point is not None and point.grain == "year" and point.year and number is not None and join in DASHES:
        whole = point.year // 100 * 100 + number
        if len(s.word(at)) != 2 or whole <= point.year:
            return None
        two = Found(at, at + 1, Sense("date", Point("year", whole)), (), first.rules)
        return Found(
            i, at + 1, Sense("range", of=(first.sense, two.sense)), first.why, first.rules, (first, two)
        )
    if (
        bare is not None
        and point is not None
        and point.grain == "day"
        and (join != "and" or bare.end > at + 1)
    ):
        return _tailed(s, i, first, bare.value, bare.end)
    return None


@rule(
    "time.night_between",
    means="The night between two days, which begins on the first.",
    fires="Two drones fell on [the night of 2 to 3 March].",
    silent="Two drones fell on the night of the vote.",
    gives={"value": "2031-03-02TNI"},
)
def night_between(s: Stream, i: int) -> Found | None:
    """Its value is the night of the first day."""
    at = skip(s, i, "the")
    if s.word(at) not in {"night", "nights"} or s.word(at + 1) not in {"of", "between", "from"}:
        return None
    found = dashed_range(s, at + 2) or framed_range(s, at + 1)
    if found is None or len(found.sense.of) != 2:
        return None
    sense = replace(found.sense.of[0], part="NI")
    night = phrases("part").at(s, at)
    return Found(i, found.end, sense, (night.why if night else ()) + found.why, found.rules)


RANGES = {
    staged: ("stage", "the"),
    approximate: ("about",),
    framed_range: tuple(_JOINS),
    dashed_range: DATE_OPENINGS,
    night_between: ("the", "night", "nights"),
}
"""The constructions, and the words that each can open with."""

_SHARING = {"and", "or", ",", "to", "through", "until", "till", "-", "–", "—", "and the", "to the", "and in"}


def shared_years(s: Stream, found: Sequence[Found]) -> Iterator[Found]:
    """Dates joined to one with a year share it: `in April and June 1955`, `from October to March 1945`."""
    ahead: Found | None = None
    shared: list[Found] = []
    for one in reversed(found):
        if ahead is not None and " ".join(s.words[one.end : ahead.start]) in _SHARING:
            ahead = _with_year_of(one, ahead)
        else:
            ahead = one
        shared.append(ahead)
    return reversed(shared)


def _with_year_of(one: Found, ahead: Found) -> Found:
    point, later = one.sense.point, ahead.sense.point
    if point is None or later is None or later.year is None or later.grain not in {"day", "month", "season"}:
        return one
    bare = one.sense.count is None and not one.sense.of and one.sense.kind == "date"
    if (
        point.year is not None
        or point.grain not in {"day", "month", "season"}
        or not bare
        or not _begin(point)
    ):
        return one
    year = later.year - (_begin(point) > _begin(later))
    return replace(one, sense=replace(one.sense, point=replace(point, year=year)))


def _begin(point: Point) -> int:
    return point.month or SEASON_MONTHS.get(point.season, 0)
