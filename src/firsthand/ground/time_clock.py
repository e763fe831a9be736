"""Times of the day: parts of a day and hours off a clock, with the day that they belong to."""

from __future__ import annotations

from dataclasses import replace

from firsthand.ground.time_dates import DATE_OPENINGS, date_at
from firsthand.ground.time_pieces import DASHES, clock, frame_of, part, stage, which
from firsthand.ground.time_relative import a_day, is_day
from firsthand.ground.time_sense import Found, Sense
from firsthand.ground.time_stream import Got, Stream, phrases, skip
from firsthand.ground.time_weekdays import day_part
from firsthand.rules import rule


@rule(
    "time.part_alone",
    means="A part of a day told from publication or from the story: this morning, the next morning.",
    fires=["The road was closed [this morning].", "The road was closed [last night]."],
    silent="They fought in the dark.",
    gives={"value": "2031-03-14TMO"},
)
def part_alone(s: Stream, i: int) -> Found | None:
    """`this morning`, `last night`, `early the next morning`: the day is a step from the reference."""
    staged = stage(s, i)
    at = staged.end if staged else i
    led = which(s, at)
    if led is None:
        return None
    got = part(s, led.end)
    if got is None or s.word(got.end) in DASHES:
        return None
    step = frame_of(s, at, led.value)
    days = step.count if got.value != "NI" or step.count != 0 else 0
    sense = replace(step, count=days, unit="day", part=got.value, stage=staged.value if staged else None)
    return Found(i, got.end, sense, (staged.why if staged else ()) + led.why + got.why)


@rule(
    "time.part_of_no_day",
    means="A part of the day, of no day named: at night, at dawn.",
    fires=["They moved [at night].", "Shells fell during [the daytime]."],
    silent="They shot at the night watch.",
)
def part_of_no_day(s: Stream, i: int) -> Found | None:
    """`at night` stays open; `the morning` and `at dawn` belong to the day that is being told of."""
    got = part(s, i)
    at = i
    if s.word(i) in {"at", "by"} or s.word(i) in {"the", "one"}:
        got, at = part(s, i + 1), i + 1
    if got is None or s.word(got.end) in DASHES or s.word(i - 1) in DASHES:
        return None
    if at == i and got.value != "DT":
        return None
    if s.word(i) == "the" and s.word(i - 1) not in {"in", "during", "through", "throughout", "into"}:
        return None
    after = s.token(got.end)
    if after is not None and after.pos in {"NOUN", "PROPN"} and s.word(got.end).isalpha():
        return None
    told = s.word(i) in {"the", "one"} or s.word(i + 1) in {"dawn", "dusk", "daybreak", "nightfall", "sunset"}
    sense = (
        Sense("step", count=0, unit="day", frame="either", part=got.value)
        if told
        else Sense("reference", part=got.value)
    )
    return Found(i, got.end, sense, got.why)


@rule(
    "time.part_of_day",
    means="A part of a day that is named: the night of 3 May, in the early hours of Thursday.",
    fires=["A depot burned in [the early hours of Thursday].", "A depot burned on [the night of 3 March]."],
    silent="The morning of the vote was calm.",
    gives={"value": "2031-03-13TMO"},
)
def part_of_day(s: Stream, i: int) -> Found | None:
    """The part first, the day after it."""
    staged = stage(s, i) if s.word(i) != "the" else None
    at = skip(s, staged.end if staged else i, "in")
    at = skip(s, at, "the")
    got = part(s, at)
    if got is None or at == i or s.word(got.end) not in {"of", "on"}:
        return None
    day = a_day(s, skip(s, got.end + 1, "the"))
    if day is None or day.sense.part:
        return None
    sense = replace(day.sense, part=got.value)
    return Found(i, day.end, sense, (staged.why if staged else ()) + got.why + day.why, day.rules)


@rule(
    "time.day_and_part",
    means="A date and the part of that day.",
    fires="A depot burned on [3 March in the evening].",
    silent="On 3 March they parted.",
    gives={"value": "2031-03-03TEV"},
)
def day_and_part(s: Stream, i: int) -> Found | None:
    """The day first, the part after it."""
    day = date_at(s, i)
    if day is None or not is_day(day.sense):
        return None
    got = day_part(s, skip(s, day.end, ","))
    return (
        None
        if got is None
        else Found(i, got.end, replace(day.sense, part=got.value), day.why + got.why, day.rules)
    )


@rule(
    "time.clock",
    means="An hour read off a clock, on the day that the words or the story give.",
    fires=["Police were called at [5:40am on Monday].", "The post came under fire at [0300 hours]."],
    silent=["They won 2:1.", "They fired 7.62 rounds."],
    gives={"value": "2031-03-10T05:40"},
)
def clock_time(s: Stream, i: int) -> Found | None:
    """The hour first or the day first; without a day it belongs to the day that is being told of."""
    beside = s.word(i + 1) if s.word(i) in {"shortly", "just", "soon"} else ""
    about = None if beside in {"after", "before"} else phrases("about").at(s, i)
    at = about.end if about else i
    got = clock(s, i + 2 if beside in {"after", "before"} else at)
    if got is None:
        return _day_then_clock(s, i) if at == i else None
    near = beside.upper() if about is None else about.value[0]["mod"]
    sense = Sense("step", count=0, unit="day", frame="either", clock=got.value, about=near)
    bare = Found(i, got.end, sense, (about.why if about else ()) + got.why)
    moment = part(s, skip(s, skip(s, got.end, "in"), "the")) if s.word(got.end) == "in" else None
    if moment is not None:
        bare = _with_part(bare, moment)
    day = a_day(s, skip(s, skip(s, bare.end, ","), "on"))
    if day is None:
        day = behind_the_place(s, bare.end)
        if day is not None and not day.sense.part:
            clocked = replace(day.sense, clock=bare.sense.clock, about=bare.sense.about)
            by = behind_the_place.because(s.span(day.start, day.end))
            return replace(bare, sense=clocked, why=bare.why + day.why, rules=(by, *day.rules))
    if day is None or day.sense.part:
        return bare
    sense = replace(day.sense, clock=bare.sense.clock, about=bare.sense.about)
    return Found(i, day.end, sense, bare.why + day.why, day.rules)


@rule(
    "time.hour-and-day",
    means="An hour and its day, with the place between them.",
    fires="The match began at 7 p.m. in Harbour on [Saturday].",
    silent="The match began at 7 p.m. and the guests left on Saturday.",
)
def behind_the_place(s: Stream, i: int) -> Found | None:
    """`7 p.m. in the town hall on Saturday`: the weekday, behind nothing but a place."""
    if s.word(i) not in {"in", "at", "near", "outside"}:
        return None
    for at in range(i + 1, i + _PLACE_WORDS):
        token = s.token(at)
        if s.word(at) == "on":
            return a_day(s, at + 1) if phrases("weekday").at(s, at + 1) is not None else None
        if token is None or (token.pos not in {"DET", "ADJ", "NOUN", "PROPN", "NUM"} and token.lower != "of"):
            return None
    return None


_PLACE_WORDS = 8
"""Words that may stand between an hour and its day, those of the place."""


def _with_part(found: Found, moment: Got[str]) -> Found:
    clocked = found.sense.clock
    if clocked is None or clocked.hour > 12 or moment.value not in {"AF", "EV", "NI"}:
        return replace(found, end=moment.end, why=found.why + moment.why)
    later = replace(clocked, hour=clocked.hour % 12 + 12)
    return replace(found, end=moment.end, sense=replace(found.sense, clock=later), why=found.why + moment.why)


def _day_then_clock(s: Stream, i: int) -> Found | None:
    day = a_day(s, i)
    if day is None:
        return None
    at = skip(s, skip(s, day.end, ","), "at", "around", "about")
    got = clock(s, at)
    return (
        None
        if got is None
        else Found(i, got.end, replace(day.sense, clock=got.value), day.why + got.why, day.rules)
    )


CLOCK = {
    part_alone: ("which", "stage", "the"),
    part_of_no_day: ("part", "at", "by", "the", "one"),
    part_of_day: ("the", "part", "stage"),
    day_and_part: DATE_OPENINGS,
    clock_time: (
        "about",
        "count",
        "oclock",
        "shortly",
        "just",
        "soon",
        "weekday",
        "day",
        "which",
        *DATE_OPENINGS,
    ),
}
"""The constructions, and the words that each can open with."""
