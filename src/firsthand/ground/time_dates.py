"""Dates in their own right: days, months, seasons, quarters, years, decades, centuries, holidays."""

from __future__ import annotations

from dataclasses import replace

from firsthand.ground.time_calendar import Point, exists
from firsthand.ground.time_pieces import (
    CALENDAR,
    SUFFIXES,
    day_number,
    month,
    ordinal,
)
from firsthand.ground.time_sense import Found, Grammar, Sense
from firsthand.ground.time_stream import Stream, phrases, skip
from firsthand.ground.time_years import century, decade, decade_bc, quarter, season, with_year, year_alone
from firsthand.resources.parser import Token
from firsthand.rules import rule

_OF_2001 = {"attacks", "terrorist", "terror", "hijackers", "hijackings", "commission"}
_NAMED_AFTER = {
    "group", "movement", "brigade", "battalion", "division", "memorial", "martyrs", "organisation",
    "organization", "party", "street", "square", "avenue", "boulevard", "bridge", "airport", "hospital",
    "university", "stadium",
}  # fmt: skip


def _named_after(s: Stream, end: int) -> bool:
    return s.word(end) in _NAMED_AFTER


@rule(
    "time.iso_date",
    means="A date in figures, year first: ISO 8601.",
    fires="The video is dated [2031-02-14].",
    silent="The part number is 2031-200-14.",
    gives={"value": "2031-02-14"},
)
def iso_date(s: Stream, i: int) -> Found | None:
    """All three figures must stand without a space, and there must be such a day."""
    year = s.number(i)
    if year is None or len(s.word(i)) != 4 or not 1000 <= year <= 2199:
        return None
    mark = s.word(i + 1)
    if (
        mark not in {"-", "/", "."}
        or s.word(i + 3) != mark
        or not all(s.glued(k) for k in range(i + 1, i + 5))
    ):
        return None
    number, day = s.number(i + 2), s.number(i + 4)
    if number is None or day is None or len(s.word(i + 2)) != 2 or not exists(year, number, day):
        return None
    return Found(i, i + 5, Sense("date", Point("day", year, number, day)))


@rule(
    "time.slashed_date",
    means="A date in figures, year last. Whether the day or the month comes first, other dates tell.",
    fires="The video is dated [14/02/2031].",
    silent="They fired 7.62 rounds around the clock, 24/7.",
    gives={"value": "2031-02-14"},
)
def slashed_date(s: Stream, i: int) -> Found | None:
    """A date that can be read both ways is kept as one that may be turned round."""
    first, mark, second = s.number(i), s.word(i + 1), s.number(i + 2)
    if first is None or second is None or mark not in {"/", "."} or s.word(i + 3) != mark:
        return None
    year = s.number(i + 4)
    glued = all(s.glued(k) for k in range(i + 1, i + 5)) and not (s.glued(i) and s.word(i - 1) in {"/", "."})
    if (
        year is None
        or not glued
        or len(s.word(i + 4)) not in {2, 4}
        or (s.glued(i + 5) and s.word(i + 5) == mark)
    ):
        return None
    if len(s.word(i + 4)) == 2:
        if mark == ".":
            return None
        year += 2000 if year < 70 else 1900
    if max(first, second) > 31 or not (exists(year, second, first) or exists(year, first, second)):
        return None
    day, number = (first, second) if exists(year, second, first) else (second, first)
    both = first != second and exists(year, first, second) and exists(year, second, first)
    return Found(
        i, i + 5, Sense("date", Point("day", year, number, day), definite=day == first, swappable=both)
    )


@rule(
    "time.day_month",
    means="A day and its month, the day first, with its year where the text gives it.",
    fires=["The bridge fell on [14 February].", "The bridge fell on [the 14th of February 2029]."],
    silent="At least 14 February polls were held.",
    gives={"value": "2031-02-14"},
)
def day_month(s: Stream, i: int) -> Found | None:
    """`14 February`, `the 14th of February`, `14 Feb. 2029`."""
    at = skip(s, i, "the")
    day = day_number(s, at)
    if day is None:
        spelled = ordinal(s, at)
        day = spelled if spelled is not None and spelled.value <= 31 and at > i else None
    if day is None or s.word(at - 1) in {"least", "about", "than"}:
        return None
    name = month(s, skip(s, day.end, "of"))
    if name is None or not exists(None, name.value[0], day.value):
        return None
    found = Found(
        i, name.end, Sense("date", Point("day", None, name.value[0], day.value)), day.why + name.why
    )
    found = with_year(s, found)
    return (
        None
        if _named_after(s, found.end) and found.sense.point == Point("day", None, name.value[0], day.value)
        else found
    )


@rule(
    "time.month_day",
    means="A day and its month, the month first, with its year where the text gives it.",
    fires=["The bridge fell on [February 14].", "The bridge fell on [February 14, 2029]."],
    silent="The April 17 Brigade claimed the raid.",
    gives={"value": "2031-02-14"},
)
def month_day(s: Stream, i: int) -> Found | None:
    """`February 14`, `Feb. 14th, 2029`."""
    name = month(s, i)
    if name is None:
        return None
    day = day_number(s, skip(s, name.end, "the"))
    if day is None or not exists(None, name.value[0], day.value):
        return None
    if s.word(day.end) == ":" and s.glued(day.end) and s.number(day.end + 1) is not None:
        return None
    point = Point("day", None, name.value[0], day.value)
    found = with_year(s, Found(i, day.end, Sense("date", point), name.why))
    return None if _named_after(s, found.end) and found.sense.point == point else found


@rule(
    "time.month",
    means="A month, with its year where the text gives it.",
    fires=["The offensive began in [February].", "The offensive began in [February 2029]."],
    silent=["Later, Theresa May spoke.", "They joined the Long March."],
    gives={"value": "2031-02"},
)
def month_alone(s: Stream, i: int) -> Found | None:
    """A month cut short needs a year beside it; a name of a person is none."""
    name = month(s, i)
    if name is None:
        return None
    number, short = name.value
    found = with_year(s, Found(i, name.end, Sense("date", Point("month", None, number)), name.why))
    if found.end > name.end:
        return found
    token = s.token(i)
    if short or (token is not None and token.entity == "PERSON") or s.raw(i).islower():
        return None
    return None if _named_after(s, name.end) or _is_marching(s, i) else found


def _is_marching(s: Stream, i: int) -> bool:
    """`the Long March`, `the March on the capital`: a march. `the March offensive` is one of that month."""
    if s.word(i) != "march":
        return False
    token, before = s.token(i), s.token(i - 1)
    if token is not None and token.dep in {"compound", "nmod", "amod"} and token.head.i > token.i:
        return False
    named = before is not None and before.pos in {"PROPN", "ADJ"} and s.raw(i - 1)[:1].isupper()
    calendar = s.word(i - 1) in CALENDAR or s.word(i - 1) in {"early", "late", "mid", "in", "last", "next"}
    return (named and not calendar) or s.word(i - 1) in {"the", "a", "s", "his", "her", "their", "'"}


@rule(
    "time.holiday",
    means="A feast that falls on the same day every year.",
    fires="The barracks were struck on [New Year's Eve].",
    silent="The Christmas tree burned.",
)
def holiday(s: Stream, i: int) -> Found | None:
    """Only feasts with a fixed date; `Christmas` before another noun says what kind of a thing it is."""
    got = phrases("holiday").at(s, i)
    if got is None:
        return None
    row, word = got.value
    if s.raw(i).islower() and word != "the new year":
        return None
    token = s.token(got.end - 1)
    if (
        token is not None
        and token.dep in {"compound", "amod"}
        and token.head.i == token.i + 1
        and word == "christmas"
    ):
        return None
    point = Point("day", None, int(row["month"]), int(row["day"]))
    return with_year(s, Found(i, got.end, Sense("date", point), got.why))


@rule(
    "time.day_alone",
    means="A day of the month that the story is in, by its number.",
    fires="He was seized on 5 May 2029. On [the 9th] he was freed.",
    silent="The 95th Brigade held the road.",
    gives={"value": "2029-05-09"},
)
def day_alone(s: Stream, i: int) -> Found | None:
    """`the 9th`, where no noun follows that it would count."""
    if s.word(i - 1) not in {"on", "by", "until", "and", "to", "of", "since", "from", "-", "–", ",", "."}:
        return None
    return numbered_day(s, i)


def numbered_day(s: Stream, i: int) -> Found | None:
    """`the 9th`, wherever it stands, without the noun that it would count."""
    at = skip(s, i, "the")
    number = s.whole_number(at)
    if number is None or not 1 <= number <= 31 or s.word(at + 1) not in SUFFIXES or not s.glued(at + 1):
        return None
    after = s.token(at + 2)
    if at == i or (after is not None and s.word(at + 2).isalpha() and _counted_noun(after)):
        return None
    return Found(i, at + 2, Sense("date", Point("day", None, None, number)))


@rule(
    "time.september_11",
    means="A date that has become a name: the attacks of 11 September 2001.",
    fires=["The law was passed after the [Sept. 11] attacks.", "The law was passed after [9/11]."],
    silent=["Forty died in the Sept. 11 attack on Tarn.", "The clip is dated 9/11/2029."],
    gives={"value": "2001-09-11"},
)
def september_11(s: Stream, i: int) -> Found | None:
    """Only before `attacks`, `terrorist`, `hijackings` and the like, or in figures alone."""
    point = Point("day", 2001, 9, 11)
    if (
        s.word(i) == "9"
        and s.word(i + 1) == "/"
        and s.word(i + 2) == "11"
        and s.glued(i + 1)
        and s.glued(i + 2)
    ):
        alone = not s.glued(i) and not (s.glued(i + 3) and s.word(i + 3) in {"/", "-"})
        return Found(i, i + 3, Sense("date", point)) if alone else None
    found = month_day(s, i) or day_month(s, i)
    if found is None or found.sense.point != Point("day", None, 9, 11) or s.word(found.end) not in _OF_2001:
        return None
    return replace(found, sense=Sense("date", point))


def _counted_noun(after: Token) -> bool:
    """Whether a word is, or describes, what an ordinal before it counts."""
    return after.pos in {"NOUN", "PROPN", "ADJ", "NUM"} or after.tag in {"VBN", "VBG"}


DATES = Grammar(
    {
        september_11: ("0", "month"),
        iso_date: ("0",),
        slashed_date: ("0",),
        day_month: ("0", "the"),
        month_day: ("month",),
        month_alone: ("month",),
        year_alone: ("0", "the", "'", "’", "‘", "era"),
        decade: ("0", "the", "'", "’", "‘"),
        decade_bc: ("0", "the"),
        century: ("0", "the", "ordinal", "count"),
        season: ("0", "the", "season"),
        quarter: ("0", "the", "ordinal", "q", "h"),
        holiday: ("holiday",),
        day_alone: ("the",),
    }
)
"""Dates in their own right, in the order tried; the longest wins."""

DATE_OPENINGS = tuple(sorted(DATES.words()))


def date_at(s: Stream, i: int) -> Found | None:
    """The longest date that begins at an atom."""
    return DATES.at(s, i)
