"""Dates told in passing, from which a narrative does not go on."""

from __future__ import annotations

from datetime import date

from firsthand.ground.quantity_traps import SPEAKING
from firsthand.ground.time_anchor import Mention
from firsthand.ground.time_calendar import weekday_near
from firsthand.ground.time_sense import Found
from firsthand.ground.time_stream import Stream
from firsthand.resources.parser import Token
from firsthand.rules import rule
from firsthand.schema import Because

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

LEADING_CHARS = 16
"""A year that opens its sentence ("By late 1911, ...") moves the story; one in passing does not."""


def is_aside(
    stream: Stream, before: tuple[Mention | None, Mention | None], found: Found, told: Mention
) -> bool:
    """Whether a narrative does not go on from a date: years in passing, years already reached, brackets.

    `before`: the date that the story has reached, and the one last told in passing.
    """
    story, aside = before
    point = told.point
    if point.grain in {"decade", "century"} or found.sense.value is not None:
        return story is not None
    here = story.point if story is not None else point
    if point.year is None or here.year is None:
        return False
    bracketed = _bracketed(stream, found.start)
    if aside is not None and aside.sentence != told.sentence and aside.point.year == point.year:
        return point.grain == "year" and bracketed  # the second sentence that tells of that year
    if point.grain != "year":
        return bracketed and abs(point.year - here.year) > 1
    if point.year == here.year:
        return here.grain != "year"
    return bracketed or not _leads(stream, found, told.sentence)


def night_told_on(stream: Stream, found: Found, day: date | None, why: list[Because]) -> date | None:
    """The day that "overnight" is counted from: that on which somebody told of it, else `day`."""
    token = stream.token(found.start)
    if day is None or token is None or token.lower != "overnight":
        return day
    for verb in token.ancestors():
        if verb.lemma in SPEAKING and (told := _weekday(verb)) is not None:
            there = weekday_near(_WEEKDAYS.index(told.lower), day, -1)
            if there is not None and there != day and (reason := said_on(told)) is not None:
                why.append(reason)
                return there
    return day


@rule(
    "time.night-told-on",
    means="Overnight, told on a named day, is the night before that day, whenever it is published.",
    fires="Shelling killed two people overnight, the mayor said on [Wednesday].",
    silent="Shelling killed two people overnight, the mayor said.",
)
def said_on(weekday: Token) -> Because | None:
    """The reason, anchored in the day of the telling."""
    return said_on.because(weekday.span)


def _weekday(verb: Token) -> Token | None:
    """The weekday on which something was said."""
    days = [day for on in verb.below("prep") if on.lower == "on" for day in on.below("pobj")]
    return next((each for each in (*days, *verb.below("npadvmod")) if each.lower in _WEEKDAYS), None)


def opens_a_stretch(stream: Stream, told: Mention) -> bool:
    """Whether a date only opens a stretch that lasts: they have been fighting since April 2023."""
    first = stream.parse.starting_at(told.span.start)
    return first is not None and first.i > 0 and stream.parse.tokens[first.i - 1].lower == "since"


def _leads(stream: Stream, found: Found, sentence: int) -> bool:
    """Whether the words stand at the beginning of their sentence."""
    first = stream.parse.sentences[sentence].span.start if sentence >= 0 else 0
    return stream.starts[found.start] - first <= LEADING_CHARS


def _bracketed(stream: Stream, at: int) -> bool:
    """Whether an atom stands in round brackets."""
    for i in range(at - 1, max(at - 15, -1), -1):
        word = stream.words[i]
        if word in {")", "\n"}:
            return False
        if word == "(":
            return True
    return False
