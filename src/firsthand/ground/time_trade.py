"""The calendar of business news: last year's third quarter, the year-earlier period, the quarter."""

from __future__ import annotations

from firsthand.ground.time_pieces import DASHES, unit, which
from firsthand.ground.time_sense import Found, Sense
from firsthand.ground.time_stream import Stream, phrases, skip
from firsthand.ground.time_years import quarter
from firsthand.rules import rule

_STRETCHES = frozenset({"quarter", "period", "half", "month", "year"})


@rule(
    "time.years_quarter",
    means="A quarter or a half of last, this or next year.",
    fires="Exports fell in [last year's second quarter].",
    silent="Exports fell in the second quarter.",
    gives={"value": "2030-Q2"},
)
def years_quarter(s: Stream, i: int) -> Found | None:
    """The year told from publication, the quarter behind its possessive."""
    led = which(s, i)
    got = unit(s, led.end) if led is not None else None
    if led is None or got is None or got.value != "year":
        return None
    if s.word(got.end) not in {"'", "’"} or s.word(got.end + 1) != "s":
        return None
    part = quarter(s, got.end + 2)
    if part is None or part.sense.point is None or part.sense.point.year is not None:
        return None
    year = Sense("step", count=led.value["step"], unit="year", frame=led.value["frame"])
    sense = Sense("date", part.sense.point, of=(year,))
    return Found(i, part.end, sense, led.why + got.why + part.why)


@rule(
    "time.year_earlier",
    means="The same month or quarter of the year before the one that is being told of.",
    fires="Sales rose in the second quarter of 2029 from [the year-earlier period].",
    silent="Sales rose in the second quarter of 2029 from the earlier period.",
    gives={"value": "2028-Q2"},
)
def year_earlier(s: Stream, i: int) -> Found | None:
    """`the year-earlier quarter`, `the year-ago period`."""
    at = skip(s, i, "the")
    got = unit(s, at)
    if got is None or got.value != "year" or s.word(got.end) not in DASHES or not s.glued(got.end):
        return None
    away = phrases("away").at(s, got.end + 1)
    if away is None or away.value[0]["step"] > 0 or s.word(away.end) not in _STRETCHES:
        return None
    sense = Sense("step", count=-1, unit="year", frame="story", definite=True, alike=True)
    return Found(i, away.end + 1, sense, got.why + away.why)


@rule(
    "time.the_quarter",
    means="The quarter that is being told of.",
    fires="Sales fell in the second quarter of 2029. Exports rose in [the quarter].",
    silent="Sales fell in the quarter of the bakers.",
    gives={"value": "2029-Q2"},
)
def the_quarter(s: Stream, i: int) -> Found | None:
    """`for the quarter`; a quarter of a town has a name or an "of" beside it."""
    if s.word(i) != "the" or s.word(i + 1) != "quarter" or s.word(i - 1) not in {"in", "for", "during"}:
        return None
    after = s.token(i + 2)
    if s.word(i + 2) in {"of", "-"} or (after is not None and after.pos in {"NOUN", "PROPN"}):
        return None
    return Found(i, i + 2, Sense("step", count=0, unit="quarter", frame="story", definite=True))


TRADE = {years_quarter: ("which",), year_earlier: ("the", "unit"), the_quarter: ("the",)}
"""The constructions, and the words that each can open with."""
