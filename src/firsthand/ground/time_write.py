"""A settled expression -> Time: its TIMEX3 value, its interval, its reasons."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple

from firsthand.ground.time_anchor import ahead
from firsthand.ground.time_calendar import Bounds, Point, bounds, days_from, edtf, shifted, staged, value
from firsthand.ground.time_lengths import period
from firsthand.ground.time_sense import Found, Sense
from firsthand.ground.time_settle import Settled, Settler
from firsthand.ground.time_stream import Got, Stream, Why, phrases
from firsthand.rules import Row
from firsthand.schema import Because, Time

_HOURS = {"MO": (0, 12), "MI": (12, 13), "AF": (12, 18), "EV": (18, 22), "NI": (18, 30), "DT": (6, 18)}
"""First and last hour of the parts of the day; the night runs into the next day."""
_NEAR_HOUR = {"BEFORE": (-30, -1), "AFTER": (1, 30), "APPROX": (-30, 30), "LESS_THAN": (-30, -1)}
"""Minutes from the hour within which "shortly before", "shortly after" and "around" it are taken to lie."""


class Shape(NamedTuple):
    """What is written of an expression: type, TIMEX3 value, EDTF, first and last minute."""

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str | None
    edtf: str | None = None
    first: datetime | None = None
    last: datetime | None = None


def write(stream: Stream, settler: Settler, found: Found) -> Time | None:
    """The expression as a Time, and the story led on by it."""
    settled = settler.settle(found)
    shape, why = _shape(settler, found, settled)
    opened = _opened(stream, settler, found, settled, shape)
    if opened is not None:
        shape, reason = opened
        why = [*why, *reason]
    span = stream.span(found.start, found.end)
    leads = found.sense.kind != "reference" and not found.sense.alike
    if settled.point is not None and settled.point.settled and leads:
        settler.remember(found, settled.point)
    return Time(
        id="t", start=span.start, end=span.end, type=shape.type, value=shape.value, edtf=shape.edtf,
        earliest=_minute(shape.first), latest=_minute(shape.last),
        because=tuple(_unique([*found.rules, *_rows(found.why), *why])),
    )  # fmt: skip


def _minute(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat(timespec="minutes")


def _rows(why: Why) -> list[Because]:
    return [row.because(span) for row, span in why]


def _unique(reasons: Iterable[Because]) -> list[Because]:
    return list(dict.fromkeys(reasons))


def _shape(settler: Settler, found: Found, settled: Settled) -> tuple[Shape, list[Because]]:
    sense = found.sense
    match sense.kind:
        case "repeat":
            return Shape("SET", sense.value), []
        case "reference":
            return _reference(sense), []
        case "length":
            return _length(settler, found, sense)
        case "range":
            return _range(settler, found)
    return _dated(sense, settled.point), settled.why


def _reference(sense: Sense) -> Shape:
    return Shape("TIME", f"XXXX-XX-XXT{sense.part}") if sense.part else Shape("DATE", sense.value)


def _from_midnight(day: date, hours: float) -> datetime | None:
    try:
        return datetime(day.year, day.month, day.day) + timedelta(minutes=round(hours * 60))  # noqa: DTZ001 - local to the story
    except OverflowError:
        return None


def _whole(held: Bounds | None) -> tuple[datetime | None, datetime | None]:
    if held is None:
        return None, None
    last = _from_midnight(held[1], 23)
    return _from_midnight(held[0], 0), None if last is None else last + timedelta(minutes=59)


def _dated(sense: Sense, point: Point | None) -> Shape:
    timed = bool(sense.part or sense.clock)
    if point is None:
        return _open_value(sense, timed)
    if timed and point.grain == "day":
        return _hour(sense, point)
    written, words = value(point), edtf(point)
    held = bounds(point)
    if sense.stage is not None and point.grain != "day":
        held = staged(point, sense.stage)
        words = f"{held[0].isoformat()}~/{held[1].isoformat()}~" if held else words
    elif sense.about and words is not None and "/" not in words:
        words += "~"
    return Shape("DATE", written, words, *_whole(held))


def _open_value(sense: Sense, timed: bool) -> Shape:
    """What can be said without a reference: the weekday, the part of the day, the hour."""
    if sense.swappable and sense.point is not None and sense.point.year is not None:
        point = sense.point
        other = Point("day", point.year, point.day, point.month)
        return Shape("DATE", None, "[" + ",".join(sorted((edtf(point) or "", edtf(other) or ""))) + "]")
    hour = f"T{sense.clock.words()}" if sense.clock else f"T{sense.part}" if sense.part else ""
    if sense.kind == "weekday":
        return Shape("TIME" if timed else "DATE", f"XXXX-WXX-{(sense.weekday or 0) + 1}{hour}")
    if timed:
        return Shape("TIME", f"XXXX-XX-XX{hour}")
    if sense.unit in {"second", "minute", "hour"}:
        return Shape("TIME", sense.value if sense.value != "OPEN" else None)
    return Shape("DATE", sense.value if sense.value != "OPEN" else None)


def _hour(sense: Sense, point: Point) -> Shape:
    held = bounds(point)
    day = value(point)
    if sense.clock is not None:
        clock = sense.clock
        zone = f"{clock.words()}:00{clock.utc}" if clock.utc else clock.words()
        moment = _from_midnight(held[0], clock.hour + (clock.minute or 0) / 60) if held else None
        written = f"{day}T{clock.words()}" + ("Z" if clock.utc == "Z" else "")
        if held is not None and sense.about in _NEAR_HOUR:
            minutes = (clock.hour * 60 + (clock.minute or 0) + off for off in _NEAR_HOUR[sense.about])
            early, late = (_from_midnight(held[0], at / 60) for at in minutes)
            return Shape("TIME", written, f"{_minute(early)}/{_minute(late)}", early, late)
        return Shape("TIME", written, f"{day}T{zone}", moment, moment)
    first, last = _HOURS[sense.part]
    words = edtf(point)
    if held is not None and sense.part == "NI" and (next_day := days_from(held[0], 1)) is not None:
        words = f"{words}/{next_day.isoformat()}"
    start = _from_midnight(held[0], first) if held else None
    end = _from_midnight(held[0], last) if held else None
    return Shape(
        "TIME", f"{day}T{sense.part}", words, start, None if end is None else end - timedelta(minutes=1)
    )


def _range(settler: Settler, found: Found) -> tuple[Shape, list[Because]]:
    one, two = found.sense.of
    why: list[Because] = []
    shapes = []
    for sense in (one, two):
        settled = settler.settle(Found(found.start, found.end, sense))
        shapes.append(_dated(sense, settled.point))
        why.extend(settled.why)
        if settled.point is not None and settled.point.settled:
            settler.remember(found, settled.point)
    first, last = shapes
    if first.first is not None and last.first is not None and first.first > last.first and _yearless(one):
        if _in_one_year(first.first, last.first) and _yearless(two):
            return Shape(first.type, None), why  # told as past, and its end lies ahead: cannot tell the year
        point = (
            Point(one.point.grain, last.first.year - 1, one.point.month, one.point.day) if one.point else None
        )
        first = _dated(one, point)
    if first.first is not None and last.last is not None and first.first > last.last:
        return Shape(first.type, None), why
    joined = f"{first.edtf}/{last.edtf}" if _plain(first.edtf) and _plain(last.edtf) else None
    written = f"{first.value}/{last.value}" if first.value and last.value else None
    if first.first is not None and last.last is not None and joined is None:
        joined = f"{first.first.date().isoformat()}/{last.last.date().isoformat()}"
    if first.type == "TIME":
        written = first.value
    elif joined and (one.stage or two.stage):
        written = _months(shapes)
    return Shape(first.type, written, joined, first.first, last.last), why


def _in_one_year(first: datetime, last: datetime) -> bool:
    """Whether two days follow each other within a year: 7 and 11 November, not 28 December and 3 January."""
    return (first.month, first.day) <= (last.month, last.day)


def _yearless(sense: Sense) -> bool:
    return sense.kind == "date" and sense.point is not None and sense.point.year is None and not sense.of


def _months(shapes: list[Shape]) -> str | None:
    """Ends told as early or late are written by their months: late 2022 begins in September."""
    first, last = shapes[0].first, shapes[1].last
    if first is None or last is None:
        return None
    return f"{first.date().isoformat()[:7]}/{last.date().isoformat()[:7]}"


def _plain(words: str | None) -> bool:
    return words is not None and "/" not in words and "[" not in words


def _length(settler: Settler, found: Found, sense: Sense) -> tuple[Shape, list[Because]]:
    written = period(sense.count, sense.unit)
    if sense.of:
        settled = settler.settle(Found(found.start, found.end, sense.of[0]))
        held = _end_of(bounds(settled.point) if settled.point else None, sense)
        return Shape("DURATION", written, _interval(held), *_whole(held)), settled.why
    if sense.value in {"before", "after"} and sense.frame == "published":
        why: list[Because] = []
        cue = ahead(settler.stream, found) if sense.value == "after" else None
        if sense.value == "after" and cue is None:
            return Shape("DURATION", written), []  # told as past: the next two years of the story
        day = settler.publication(found, why)
        held = _running(day, sense) if day is not None else None
        why += [cue] if cue is not None else []
        return Shape("DURATION", written, _interval(held), *_whole(held)), why if held else []
    return Shape("DURATION", written), []


def _interval(held: Bounds | None) -> str | None:
    return None if held is None else f"{held[0].isoformat()}/{held[1].isoformat()}"


def _days(count: float, unit: str) -> float | None:
    each = {"day": 1, "week": 7, "fortnight": 14, "hour": 1 / 24}.get(unit)
    return None if each is None else count * each


def _end_of(held: Bounds | None, sense: Sense) -> Bounds | None:
    """The first or last days, weeks or months of a stretch; None where it is not that long."""
    if held is None or sense.count is None:
        return None
    days = _days(sense.count, sense.unit)
    if days is None:
        return _months_of(held, sense)
    step = max(1, round(days)) - 1
    cut = days_from(held[1], -step) if sense.stage == "END" else days_from(held[0], step)
    if cut is None or not held[0] <= cut <= held[1]:
        return None
    return (cut, held[1]) if sense.stage == "END" else (held[0], cut)


def _months_of(held: Bounds, sense: Sense) -> Bounds | None:
    count = int(sense.count or 0)
    if sense.unit not in {"month", "year"} or count < 1 or count != sense.count or count > 1200:
        return None
    end = sense.stage == "END"
    near = held[1] if end else held[0]
    here = Point("day", near.year, near.month, near.day)
    far = shifted(here, (1 - count) if end else count - 1, sense.unit)
    reach = bounds(far) if far is not None else None
    if reach is None:
        return None
    whole = (reach[0], held[1]) if end else (held[0], reach[1])
    return whole if held[0] <= whole[0] and whole[1] <= held[1] else None


def _running(day: date, sense: Sense) -> Bounds | None:
    """The days up to publication, or from it on, that a running length covers."""
    if sense.count is None or sense.count > 10_000:
        return None
    days = _days(sense.count, sense.unit) or sense.count * {
        "month": 30.44,
        "year": 365.25,
        "decade": 3652.5,
    }.get(sense.unit, 0)
    if not days:
        return None
    far = days_from(day, round(days) * (-1 if sense.value == "before" else 1))
    if far is None:
        return None
    return (far, day) if far <= day else (day, far)


def _opened(
    stream: Stream, settler: Settler, found: Found, settled: Settled, shape: Shape
) -> tuple[Shape, list[Because]] | None:
    """The interval that `since`, `until`, `before` or `after` makes of a date."""
    at = found.start - 1
    got = phrases("open").at(stream, at) or phrases("open").at(stream, at - 1)
    if got is None or got.end != found.start:
        got = _since_what_began(stream, found)
    if got is None or shape.type not in {"DATE", "TIME"} or settled.point is None:
        return None
    if found.sense.stage is not None and got.value[0].rule.name == "time.since" and not found.sense.of:
        shape = shape._replace(edtf=(shape.edtf or "").partition("/")[0] or None)
    if shape.first is None or shape.last is None or shape.edtf is None or "/" in shape.edtf or found.sense.of:
        return None
    row = got.value[0]
    reason = [row.because(span) for _, span in got.why]
    return _one_sided(row.rule.name, settler, shape), reason


def _since_what_began(stream: Stream, found: Found) -> Got[tuple[Row, str]] | None:
    """ "Since the start of the offensive on 3 May": the word, where no comma stands between."""
    if stream.word(found.start - 1) not in {"on", "in", "of", "from"}:
        return None
    for at in range(found.start - 2, max(-1, found.start - 10), -1):
        if stream.word(at) in {",", ";", ".", ":", "\n", "(", '"'}:
            return None
        if stream.word(at) == "since":
            return phrases("open").at(stream, at)
    return None


def _one_sided(name: str, settler: Settler, shape: Shape) -> Shape:
    day = settler.clues.published if not settler.clues.narrative else None
    closed = day is not None and shape.first is not None and shape.first.date() <= day
    last = _whole((day, day))[1] if closed and day is not None else None
    end = day.isoformat() if closed and day is not None else ".."
    if shape.first is not None and shape.first == shape.last:  # an hour, not its day
        name = {"time.before": "time.until", "time.after": "time.since"}.get(name, name)
    match name:
        case "time.since":
            return shape._replace(edtf=f"{shape.edtf}/{end}", last=last)
        case "time.until":
            return shape._replace(edtf=f"../{shape.edtf}", first=None)
        case "time.before":
            before = days_from(shape.first.date(), -1) if shape.first else None
            if before is None:
                return shape
            return shape._replace(
                edtf=f"../{before.isoformat()}", first=None, last=_whole((before, before))[1]
            )
    after = days_from(shape.last.date(), 1) if shape.last else None
    if after is None or (closed and day is not None and after > day):
        return shape
    return shape._replace(edtf=f"{after.isoformat()}/{end}", first=_whole((after, after))[0], last=last)
