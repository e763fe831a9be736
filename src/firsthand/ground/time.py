"""When: the expressions of time in a document, set on the calendar as far as the text settles them.

Values are TIMEX3's (ISO-TimeML, as in TempEval-3), with the interval in EDTF (ISO 8601-2) and by its first
and last minute. An expression that the text leaves open keeps its open value (`XXXX-10-30`) or none.
"""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.ground import (
    time_anchor,
    time_aside,
    time_clock,
    time_dates,
    time_lengths,
    time_ranges,
    time_relative,
    time_scheduled,
    time_trade,
)
from firsthand.ground.time_anchor import clues
from firsthand.ground.time_ranges import shared_years
from firsthand.ground.time_relative import told_twice
from firsthand.ground.time_sense import Found, Grammar
from firsthand.ground.time_settle import Settler
from firsthand.ground.time_stream import LEXICON, Stream, phrases
from firsthand.ground.time_write import write
from firsthand.resources.parser import Parse
from firsthand.rules import Rule, all_rules
from firsthand.schema import Document, Time

GRAMMAR = Grammar(
    time_ranges.RANGES
    | time_clock.CLOCK
    | time_relative.RELATIVE
    | dict(time_dates.DATES.openings)
    | time_lengths.LENGTHS
    | time_trade.TRADE
)
_REACH = 8
"""How many atoms before a word of time an expression may begin ("from late in the year 2022 until")."""
_CORES = ("month", "weekday", "season", "part", "oclock", "unit", "day", "ref", "often", "holiday", "era")
_CORE_WORDS = frozenset(word for kind in _CORES for word in phrases(kind).firsts()) | frozenset(
    time_lengths.PLURALS
)


def times(document: Document, parse: Parse) -> tuple[Time, ...]:
    """The expressions of time in a document, in text order, settled as far as the text settles them."""
    stream = Stream(document, parse)
    found = tuple(expressions(stream))
    told = clues(document, found)
    if told.narrative:
        # In a narrative each end of a range is a date of its own, from which the story goes on.
        found = tuple(one for f in found for one in (f.separate or (f,)))
    found = tuple(shared_years(stream, found))
    settler = Settler(stream, told)
    made = (time for f in found if (time := write(stream, settler, f)) is not None)
    ordered = sorted(made, key=lambda time: (time.start, time.end))
    return tuple(_numbered(ordered))


def _numbered(made: list[Time]) -> Iterator[Time]:
    for number, time in enumerate(made, 1):
        yield Time(
            id=f"t{number}", start=time.start, end=time.end, type=time.type, value=time.value, edtf=time.edtf,
            earliest=time.earliest, latest=time.latest, because=time.because,
        )  # fmt: skip


def expressions(stream: Stream) -> Iterator[Found]:
    """The expressions found, from left to right, none inside another; at each place the longest."""
    done = 0
    for core in _cores(stream):
        if core < done:
            continue
        for start in range(max(done, core - _REACH), core + 1):
            found = GRAMMAR.at(stream, start)
            if found is not None and found.end > core:
                yield found
                done = found.end
                break


def _cores(stream: Stream) -> Iterator[int]:
    """The atoms that an expression cannot do without: words of time, and numbers that may be dates."""
    for i, word in enumerate(stream.words):
        if word in _CORE_WORDS or (word.isdecimal() and (len(word) <= 4 or stream.glued(i))):
            yield i


RULES: tuple[Rule, ...] = all_rules(
    *GRAMMAR.constructions,
    time_anchor.FROM_PUBLICATION,
    time_anchor.FROM_STORY,
    time_anchor.present_ahead,
    time_anchor.until_ahead,
    time_scheduled.coming,
    time_scheduled.prepared_for,
    time_clock.behind_the_place,
    told_twice,
    time_aside.said_on,
    LEXICON,
)
