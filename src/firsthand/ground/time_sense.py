"""What an expression of time says before it is set on the calendar."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from firsthand.ground.time_calendar import Point, Stage
from firsthand.ground.time_stream import TABLES, Stream, Why, phrases
from firsthand.rules import Construction
from firsthand.schema import Because

Frame = Literal["published", "story", "either"]
Kind = Literal["date", "weekday", "step", "length", "repeat", "reference", "range"]


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour as read off a clock, and the clock's distance from UTC where the words tell it."""

    hour: int
    minute: int | None = None
    utc: str | None = None

    def words(self) -> str:
        """`05:40`; a bare hour is its first minute, as TIMEX3 writes it."""
        return f"{self.hour:02d}:{self.minute or 0:02d}"


@dataclass(frozen=True, slots=True)
class Sense:
    """The meaning of an expression, as far as its own words go."""

    kind: Kind
    point: Point | None = None
    """The date as the words give it, often without its year."""
    weekday: int | None = None
    """Monday is 0."""
    count: float | None = None
    """How many units: of a length, or away from the reference (negative for back)."""
    unit: str = ""
    frame: Frame = "either"
    """What a relative expression is counted from: the publication date, the story, or whichever fits."""
    definite: bool = False
    """Whether the story's own date is meant ("that year", "the following day")."""
    part: str = ""
    """TIMEX3's part of the day: MO, MI, AF, EV, NI, DT."""
    clock: Clock | None = None
    stage: Stage | None = None
    alike: bool = False
    """Whether the same month or quarter of another year is meant ("up from 40 a year earlier")."""
    about: str = ""
    """TIMEX3's modifier: APPROX, LESS_THAN, MORE_THAN; of an hour also BEFORE and AFTER."""
    value: str | None = None
    """The finished value of a repetition or a reference."""
    swappable: bool = False
    """Whether day and month could change places ("03/05/2021")."""
    of: tuple[Sense, ...] = ()
    """The ends of a range; the date that a step is counted from; the date that a length lies in."""


@dataclass(frozen=True, slots=True)
class Found:
    """An expression found: its atoms, what it says, the rows that it went by."""

    start: int
    end: int
    sense: Sense
    why: Why = ()
    rules: tuple[Because, ...] = ()
    """The constructions that it was read by, the widest first."""
    separate: tuple[Found, ...] = ()
    """The ends of a range as expressions of their own, where each can stand alone."""


Rules = Construction[[Stream, int], Found]


class Grammar:
    """Constructions by the words that they can open with; at each atom the longest reading wins."""

    def __init__(self, openings: Mapping[Rules, Iterable[str]]) -> None:
        """`openings`: kinds of rows, words, and "0" for any number in digits, for every construction."""
        self.openings = openings
        self.constructions = tuple(openings)
        by_word: dict[str, list[Rules]] = {}
        for construction, opens in openings.items():
            for word in dict.fromkeys(word for kind in opens for word in _words(kind)):
                by_word.setdefault(word, []).append(construction)
        self._by_word = {word: tuple(those) for word, those in by_word.items()}

    def words(self) -> frozenset[str]:
        """The words that an expression may open with."""
        return frozenset(self._by_word)

    def at(self, s: Stream, i: int) -> Found | None:
        """The longest expression that one of the constructions reads from an atom on; the first of equals."""
        word = s.word(i)
        those = self._by_word.get("0" if word.isdecimal() else word)
        if those is None:
            return None
        key = (id(self), i)
        if key not in s.memo:
            s.memo[key] = _longest(s, i, those)
        found = s.memo[key]
        return found if isinstance(found, Found) else None


def _words(kind: str) -> Iterable[str]:
    return phrases(kind).firsts() if kind in TABLES else (kind,)


def _longest(s: Stream, i: int, constructions: Sequence[Rules]) -> Found | None:
    best: Found | None = None
    by: Rules | None = None
    for construction in constructions:
        found = construction(s, i)
        if found is not None and (best is None or found.end > best.end):
            best, by = found, construction
    if best is None or by is None:
        return None
    return replace(best, rules=(by.because(s.span(best.start, best.end)), *best.rules))
