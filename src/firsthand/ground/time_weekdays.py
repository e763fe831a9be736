"""Weekdays, alone and with the date that they fell on."""

from __future__ import annotations

from dataclasses import replace

from firsthand.ground.time_dates import date_at, numbered_day
from firsthand.ground.time_pieces import frame_of, is_name, part, stage, which
from firsthand.ground.time_sense import Found, Sense
from firsthand.ground.time_stream import Got, Stream, Why, phrases, skip
from firsthand.rules import rule

_PAPERS = {
    "herald",
    "times",
    "telegraph",
    "mirror",
    "express",
    "mail",
    "post",
    "school",
    "mass",
    "prayers",
    "agreement",
}


def weekday_name(s: Stream, i: int) -> Got[int] | None:
    """Monday is 0."""
    got = phrases("weekday").at(s, i)
    if got is None or (s.word(got.end) in _PAPERS and s.raw(got.end)[:1].isupper()):
        return None
    if is_name(s, i) or (s.raw(i).islower() and s.word(i) in {"sun", "sat"}):
        return None
    row, word = got.value
    return Got(row.words.index(word), got.end, got.why)


def day_part(s: Stream, i: int) -> Got[str] | None:
    """A part of the day after a day: `Tuesday night`, `Tuesday at dawn`, `Tuesday's early hours`."""
    at = skip(s, i, "at", "in")
    at = skip(s, at, "the") if at > i else at
    return part(s, at)


@rule(
    "time.weekday",
    means="A weekday: the last one up to publication, or the next one where the verb is of the future.",
    fires=[
        "Rockets hit the station on [Tuesday].",
        "Talks will resume on [Tuesday].",
        "It rained [last Friday].",
    ],
    silent="The Sunday Herald printed it.",
    gives={"value": "2031-03-11"},
)
def weekday(s: Stream, i: int) -> Found | None:
    """With `last`, `next`, `early`, and the part of the day that follows it. `A Sunday` is any Sunday."""
    led = which(s, i)
    staged = None if led else stage(s, i)
    at = led.end if led else (staged.end if staged else i)
    day = weekday_name(s, at)
    if day is None:
        return None
    sense = Sense("weekday", weekday=day.value, stage=staged.value if staged else None)
    if led is None and s.word(i - 1) == "a":
        sense = replace(sense, value="OPEN")  # it was a Sunday
    why: Why = (led.why if led else ()) + (staged.why if staged else ()) + day.why
    if led is not None:
        step = frame_of(s, i, led.value)
        sense = replace(sense, count=step.count, frame=step.frame, definite=step.definite)
    when = day_part(s, day.end)
    if when is not None:
        return Found(i, when.end, replace(sense, part=when.value), why + when.why)
    return Found(i, day.end, sense, why)


@rule(
    "time.weekday_and_date",
    means="A weekday and the date that it fell on.",
    fires=[
        "Rockets hit the station on [Tuesday, 11 March].",
        "Rockets hit the station on [Thursday the 6th].",
    ],
    silent="Rockets hit the station on Tuesday, 11 people said.",
    gives={"value": "2031-03-11"},
)
def weekday_and_date(s: Stream, i: int) -> Found | None:
    """The date decides; the weekday adds nothing to it."""
    day = weekday_name(s, i)
    if day is None:
        return None
    when = part(s, day.end)
    at = when.end if when else day.end
    found = date_at(s, skip(s, skip(s, at, ",", "."), "the", "of")) or numbered_day(s, skip(s, at, ","))
    if found is None or found.sense.point is None or found.sense.point.day is None or found.sense.of:
        return None
    sense = replace(found.sense, weekday=day.value, part=when.value if when else "")
    return Found(i, found.end, sense, day.why + found.why + (when.why if when else ()), found.rules)
