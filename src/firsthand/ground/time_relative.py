"""Times that are told from another time: weekdays, yesterday, last week, two days later."""

from __future__ import annotations

from dataclasses import replace

from firsthand.ground.time_dates import date_at
from firsthand.ground.time_pieces import (
    DASHES,
    count,
    frame_of,
    month,
    part,
    stage,
    unit,
    which,
)
from firsthand.ground.time_sense import Found, Grammar, Sense
from firsthand.ground.time_stream import Got, Stream, phrases, skip
from firsthand.ground.time_weekdays import day_part, weekday, weekday_and_date
from firsthand.rules import Row, rule


@rule(
    "time.named_day",
    means="A day named from the day of publication.",
    fires=["The station was struck [yesterday].", "Talks will start [the day after tomorrow]."],
    silent="The Yesterdays played.",
    gives={"value": "2031-03-13"},
)
def named_day(s: Stream, i: int) -> Found | None:
    """`earlier today`, `yesterday morning`, `the day before yesterday`, `overnight`."""
    at, extra, why = i, 0, ()
    if s.word(skip(s, i, "the")) == "day" and s.word(skip(s, i, "the") + 1) in {"before", "after"}:
        at = skip(s, i, "the") + 2
        extra = -1 if s.word(at - 1) == "before" else 1
        if s.word(at) not in {"yesterday", "tomorrow"}:
            return None
    elif s.word(i) in {"earlier", "later", "early", "late"}:
        at = i + 1
    got = phrases("day").at(s, at)
    if got is None:
        return None
    row = got.value[0]
    days = row["days"] + extra
    sense = Sense("step", count=days, unit="day", frame="published", part=row.get("part", ""))
    if row.rule.name == "time.overnight":
        sense = replace(sense, frame="either")
        joined = s.word(at + 1) in DASHES or s.word(at - 1) in DASHES
        return None if at > i or joined else Found(i, got.end, sense, got.why)
    when = day_part(s, skip(s, got.end, "'", "’"))
    if when is not None:
        return Found(i, when.end, replace(sense, part=when.value), why + got.why + when.why)
    return Found(i, got.end, sense, why + got.why)


@rule(
    "time.which_unit",
    means="The last, this or the next day, week, month or year.",
    fires=["The road was closed [last week].", "The road was closed [earlier this month]."],
    silent="They crossed this bridge last.",
    gives={"value": "2031-W10"},
)
def which_unit(s: Stream, i: int) -> Found | None:
    """`the last week` is a length and is left to the lengths; `the last day` too."""
    at = skip(s, i, "earlier", "later", "early", "late")
    staged = stage(s, i)
    at = max(at, skip(s, staged.end, "in") if staged else at)
    led = which(s, at)
    if led is None:
        return None
    got = unit(s, led.end)
    if got is None or got.value in {"second", "minute", "hour", "fortnight"} or _plural(s, got.end - 1):
        return None
    if s.word(got.end) in DASHES and s.glued(got.end) and s.glued(got.end + 1):
        return None
    if (
        led.value["frame"] == "published"
        and led.value["step"] != 0
        and s.word(at) == "the"
        and s.word(at + 1) in {"last", "past"}
    ):
        return None
    step = frame_of(s, at, led.value)
    step = replace(step, unit=got.value, stage=staged.value if staged else None)
    return Found(i, got.end, step, (staged.why if staged else ()) + led.why + got.why)


def _plural(s: Stream, i: int) -> bool:
    return s.word(i).endswith("s")


@rule(
    "time.stage_of_unit",
    means="The beginning, middle or end of the month, year or other stretch that is being told of.",
    fires="The bridge will open by [the end of the month].",
    silent="They reached the end of the road.",
    gives={"value": "2031-03"},
)
def stage_of_unit(s: Stream, i: int) -> Found | None:
    """`the end of the month`, `month's end`."""
    staged = stage(s, i)
    if staged is None or s.word(staged.end) != "the":
        return _units_end(s, i)
    got = unit(s, staged.end + 1) or _season_unit(s, staged.end + 1)
    if got is None or got.value in {"second", "minute", "hour", "fortnight"} or _plural(s, got.end - 1):
        return None
    sense = Sense("step", count=0, unit=got.value, frame="either", stage=staged.value)
    return Found(i, got.end, sense, staged.why + got.why)


def _units_end(s: Stream, i: int) -> Found | None:
    """`month's end`, `the year's end`, `year-end`."""
    got = unit(s, skip(s, i, "the"))
    if got is not None and s.word(got.end) in DASHES and s.word(got.end + 1) == "end" and s.glued(got.end):
        return Found(i, got.end + 2, Sense("step", unit=got.value, count=0, stage="END"), got.why)
    if (
        got is None
        or s.word(got.end) not in {"'", "’"}
        or s.word(got.end + 1) != "s"
        or s.word(got.end + 2) != "end"
    ):
        return None
    sense = Sense("step", count=0, unit=got.value, frame="either", stage="END")
    return Found(i, got.end + 3, sense, got.why)


def _season_unit(s: Stream, i: int) -> Got[str] | None:
    return None if s.word(i) != "decade" else Got("decade", i + 1)


@rule(
    "time.the_weekend",
    means="The weekend that is being told of: the last one for what happened, the next for what is to come.",
    fires="Strikes hit two hospitals over [the weekend].",
    silent="The weekend market burned.",
    gives={"value": "2031-W10-WE"},
)
def the_weekend(s: Stream, i: int) -> Found | None:
    """The words, unless they say which kind of a thing follows."""
    got = unit(s, i + 1)
    if s.word(i) != "the" or got is None or got.value != "weekend" or _plural(s, i + 1):
        return None
    token = s.token(i + 1)
    if token is not None and token.dep == "compound" and token.head.i == token.i + 1:
        return None
    return Found(i, got.end, Sense("step", count=0, unit="weekend", frame="either"), got.why)


@rule(
    "time.which_month",
    means="The last or next month or season of a name, told from publication or from the story.",
    fires=["He was freed [last April].", "He was freed [last summer]."],
    silent="He was freed at last. April rains fell.",
    gives={"value": "2030-04"},
)
def which_month(s: Stream, i: int) -> Found | None:
    """`last April`, `next summer`, `the previous May`."""
    led = which(s, i)
    if led is None:
        return None
    name = month(s, led.end)
    step = frame_of(s, i, led.value)
    if name is not None and (found := date_at(s, led.end)) is not None:
        if found.sense.point is None or found.sense.point.year is not None or found.sense.of:
            return None
        sense = replace(found.sense, count=step.count, frame=step.frame, definite=step.definite)
        return Found(i, found.end, sense, led.why + found.why)
    got = phrases("season").at(s, led.end)
    found = date_at(s, led.end) if got is not None else None
    if found is None or found.sense.point is None or found.sense.point.grain != "season":
        return None
    sense = replace(found.sense, count=step.count, frame=step.frame, definite=step.definite)
    return Found(i, found.end, sense, led.why + found.why)


@rule(
    "time.counted_away",
    means="So many days, weeks or years before or after another time.",
    fires=["The station was struck [two days ago].", "Talks will start [two days from now]."],
    silent="The station was struck two days.",
    gives={"value": "2031-03-12"},
)
def counted_away(s: Stream, i: int) -> Found | None:
    """A vague count leaves only the direction; `two days after the vote` leaves nothing."""
    about = phrases("about").at(s, i)
    n = count(s, about.end if about else i)
    at = n.end if n else (about.end if about else i)
    got = unit(s, at)
    joined = got is not None and n is None and s.word(got.end) in DASHES and s.glued(got.end)
    if got is None or (n is None and not joined and not _plural(s, at)) or got.value == "weekend":
        return None
    away = phrases("away").at(s, got.end + 1 if joined else got.end)
    if away is None:
        return None
    if s.word(i - 1) == "of" and s.word(i - 2) == "age":
        return None  # died at the age of 17 months after a fall
    if s.word(i - 1) == "for" and s.word(away.end - 1) in {"before", "after"}:
        return None  # in office for ten years before he fled: a length
    row = away.value[0]
    why = (about.why if about else ()) + (n.why if n else ()) + got.why + away.why
    far = row["step"] if joined else None if n is None or n.value is None else n.value * row["step"]
    sense = Sense("step", count=far, unit=got.value, frame=row["frame"], definite=row["frame"] == "story")
    if far == -1 and got.value == "year" and row["frame"] == "story" and s.word(away.end - 1) == "earlier":
        sense = replace(sense, alike=True)
    if far is None:
        sense = replace(sense, value="PAST_REF" if row["step"] < 0 else "FUTURE_REF")
    if about is not None:
        sense = replace(sense, about=about.value[0]["mod"])
    return told_twice(s, Found(i, away.end, sense, why)) or _from_date(s, Found(i, away.end, sense, why), row)


@rule(
    "time.told_twice",
    means="A distance and the date that it comes to, in apposition: the date decides.",
    fires="[Two days earlier], on 9 March, a drone hit the depot.",
    silent="Two days earlier a drone hit the depot on 9 March.",
    gives={"value": "2031-03-09"},
)
def told_twice(s: Stream, found: Found) -> Found | None:
    """`two days earlier, on 9 March,`: both are the ninth."""
    if s.word(found.end) != "," or found.sense.unit not in {"day", "week"}:
        return None
    told = date_at(s, skip(s, found.end + 1, "on"))
    if told is None or told.sense.point is None or told.sense.point.day is None or told.sense.of:
        return None
    by = told_twice.because(s.span(found.start, found.end))
    return replace(found, sense=told.sense, why=found.why + told.why, rules=(by, *told.rules))


def _from_date(s: Stream, found: Found, row: Row) -> Found | None:
    """`two days after 3 May` counts from that date; after anything else than a date it stays open."""
    last = s.word(found.end - 1)
    if last not in {"before", "after"}:
        return found
    whole = date_at(s, found.end) or date_at(s, skip(s, found.end, "the"))
    if whole is not None and row["frame"] == "story" and not _modifies(s, whole):
        sense = replace(found.sense, of=(whole.sense,), frame="either", definite=False)
        return Found(found.start, whole.end, sense, found.why + whole.why, whole.rules)
    stop = s.word(found.end)
    if stop in {",", ".", ";", ":", ")", "\n", "and", "", "but"}:
        return found
    return replace(found, sense=replace(found.sense, value="OPEN"))


def _modifies(s: Stream, found: Found) -> bool:
    """`before the October offensive` is counted from the offensive, not from October."""
    token = s.token(found.end - 1)
    wide = found.sense.point is not None and found.sense.point.day is None
    return (
        wide
        and token is not None
        and token.dep in {"compound", "nmod", "amod", "nummod"}
        and token.head.i > token.i
    )


@rule(
    "time.day_beside",
    means="The day before or after something; the date only where the story has one for it.",
    fires="He was seized on 5 May 2029. [The day before], a bridge had fallen.",
    silent="They worked the day through.",
    gives={"value": "2029-05-04"},
)
def day_beside(s: Stream, i: int) -> Found | None:
    """`the day before`, `the night after the vote`."""
    if s.word(i) != "the" or s.word(i + 1) not in {"day", "night", "week", "month", "year"}:
        return None
    got = unit(s, i + 1) or part(s, i + 1)
    away = phrases("away").at(s, i + 2)
    if got is None or away is None or s.word(i + 2) not in {"before", "after"}:
        return None
    sense = Sense(
        "step",
        count=away.value[0]["step"],
        unit="day" if got.value == "NI" else got.value,
        frame="story",
        definite=True,
    )
    if got.value == "NI":
        sense = replace(sense, part="NI")
    return _from_date(s, Found(i, i + 3, sense, got.why + away.why), away.value[0])


def a_day(s: Stream, i: int) -> Found | None:
    """A day, by any of its names."""
    options = [_DAYS.at(s, i), date_at(s, i)]
    days = [found for found in options if found is not None and is_day(found.sense)]
    return max(days, key=lambda found: found.end, default=None)


def is_day(sense: Sense) -> bool:
    """Whether the words name a single day."""
    if sense.kind == "weekday" or (sense.kind == "step" and sense.unit == "day"):
        return True
    return sense.point is not None and sense.point.grain == "day"


@rule(
    "time.week_of",
    means="The week that holds a day.",
    fires="The raids began in [the week of 3 March].",
    silent="The week of raids began.",
    gives={"value": "2031-W10"},
)
def week_of(s: Stream, i: int) -> Found | None:
    """The week from Monday to Sunday that holds the day."""
    at = skip(s, i, "the")
    got = unit(s, at)
    if (
        got is None
        or got.value not in {"week", "weekend"}
        or s.word(got.end) not in {"of", "beginning", "starting", "ending"}
    ):
        return None
    day = a_day(s, skip(s, got.end + 1, "on"))
    if day is None:
        return None
    sense = Sense("step", count=0, unit=got.value, of=(day.sense,))
    return Found(i, day.end, sense, got.why + day.why, day.rules)


RELATIVE = {
    weekday: ("weekday", "which", "stage", "the"),
    weekday_and_date: ("weekday",),
    named_day: ("day", "the", "earlier", "later", "early", "late"),
    which_unit: ("which", "stage", "the", "earlier", "later"),
    stage_of_unit: ("stage", "unit", "the"),
    the_weekend: ("the",),
    which_month: ("which", "the"),
    counted_away: ("0", "about", "count", "vague", "unit", "a", "the", "only", "half"),
    day_beside: ("the",),
    week_of: ("the", "unit"),
}
"""The constructions, and the words that each can open with."""

_DAYS = Grammar({c: RELATIVE[c] for c in (weekday_and_date, weekday, named_day, which_unit)})
