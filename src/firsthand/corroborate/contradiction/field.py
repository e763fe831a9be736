"""Two groups, no figures in play -> whether they cannot both hold: did or did not, who, where, when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from firsthand.corroborate.contradiction.exclusive import denies
from firsthand.corroborate.contradiction.scope import KNOWN_BY, Pair, Tellings, of_one_scope, two_voices
from firsthand.corroborate.same_claim.figure import compared, parties, same_measure
from firsthand.corroborate.same_claim.happening import (
    TOLLS,
    days_between,
    happening,
    same_doer,
    same_name,
    share_a_name,
)
from firsthand.corroborate.same_claim.words import holders, one_deed
from firsthand.corroborate.telling.terms import happenings
from firsthand.corroborate.telling.values import Telling

Field = Literal["number", "polarity", "agent", "weapon", "victim", "identity", "place", "time"]

SAME_DAYS = 3
"""Two that claim one place contradict each other if told within so many days; later it may have changed."""

DOER = 3.0
"""What it counts that a denial is of the deed of the same doer, beside 1 for a thing, a half for a word."""

VIOLENT = frozenset({"attack", "strike", "kill", "explode", "shoot", "burn", "loot", "abduct", "wound"})
"""Deeds that somebody is accused of."""

DENIABLE = VIOLENT | {"take", "keep", "down", "deploy", "damage", "withdraw", "prisoner", "cover", "abandon"}
"""Deeds whose denial contradicts who tells of them."""

PARTICULAR = frozenset({"cover", "abandon"})
"""Deeds that few happenings have: who denies one denies that of this happening."""

ENOUGH_SHARED = 1.0
"""Of doer, things and words, what a denial must share with a claim to be of the same deed."""

GENERIC = frozenset({"people", "settlement"})
"""Parties and things that two denials of different things may have in common."""


HABIT = re.compile(
    r"\b(?:do|does)(?: not|n['’]t)\b"
    r"|\b(?:never|always)\b(?! (?:happened|took place|occurred|reached|hit|struck))"
    r"|\bno (?:intention|plans?|wish|interest|reason)\b",
    re.IGNORECASE,
)
"""Words of what somebody says never to do at all: it denies no single deed."""


class Parted(NamedTuple):
    """The field in which two groups part, the tellings that show it, and how much they share besides."""

    field: Field
    pair: Pair
    shared: float
    about: str = ""
    """What the quarrel is about, where a rule knows: one quarrel is told once."""
    by_meaning: float | None = None
    """The chance by which a network alone found it; null where a rule names what the two part in."""
    named_by: float | None = None
    """The chance by which the encoders name the field; null where words do."""


def denied(met: Sequence[Pair]) -> Parted | None:
    """A denial and what it denies: one happening, the same sort of deed, the same doer or the same target."""
    for pair in met:
        minus, plus = (pair.a, pair.b) if pair.a.stance in AGAINST else (pair.b, pair.a)
        if minus.stance not in AGAINST or plus.stance != "+" or not denies(minus):
            continue
        if minus.answers == plus.id:
            return Parted("polarity", pair, ANSWERED)
        shared = _deed_shared(minus, plus)
        particular = set(minus.matters) & set(plus.matters) & PARTICULAR
        if shared >= ENOUGH_SHARED and (particular or of_one_scope(minus, plus)):
            return Parted("polarity", pair, shared)
    return None


AGAINST = ("-", "no evidence")
"""Stances that stand against what is told: it was not so, or nothing was found of it."""

ANSWERED = 10.0
"""What a denial shares with the very words that it answers to."""


def _deed_shared(minus: Telling, plus: Telling) -> float:
    """How much a denial and a claim share: 0 where the deed differs, or neither doer nor target is one."""
    if (
        minus.certainty == "unknown"
        or HABIT.search(minus.piece)
        or not one_deed(minus, plus)
        or not set(minus.matters) & DENIABLE
        or ("footage" in minus.nouns and "footage" not in plus.nouns)
    ):
        return 0.0
    if minus.document == plus.document and not two_voices(minus, plus):
        return 0.0
    doer = any(same_doer(one, other) for one in _doers(minus) for other in {*plus.agent, *_name_words(plus)})
    if OWN.match(minus.piece) and not plus.agent and "responsible" not in plus.matters:
        return 0.0
    if not doer and ((minus.agent and plus.agent) or not set(minus.matters) & set(plus.matters)):
        return 0.0
    things = (set(minus.nouns) & set(plus.nouns)) - GENERIC
    terms = set(minus.terms) & set(plus.terms)
    place = 0.5 if share_a_name(_named(minus), _named(plus)) else 0.0
    if set(minus.matters) & set(plus.matters) & PARTICULAR:
        return ENOUGH_SHARED + place
    return len(things) + 0.5 * len(terms) + place + (DOER if doer else 0.0)


OWN = re.compile(r"\W*(?:that\s+)?(?:its|our|his|their) ", re.IGNORECASE)
"""How a denial begins that is of who did it, not of the deed."""


def _named(telling: Telling) -> list[str]:
    """The places that a telling names itself, no country or region."""
    return [name for name in telling.places if not name.startswith("~")]


def _doers(telling: Telling) -> set[str]:
    return {*telling.agent, *_speaker(telling)}


def _speaker(telling: Telling) -> set[str]:
    """The words of the voice, where it is a force or a government speaking of itself."""
    last = telling.chain[-1] if telling.chain else None
    if last is None or last.kind not in ("force", "government"):
        return set()
    return {word.casefold() for word in last.name.split() if word[:1].isupper()}


def _name_words(telling: Telling) -> set[str]:
    return {word for name in telling.names for word in name.split()}


def held_by_both(met: Sequence[Pair]) -> Parted | None:
    """One says that a place was taken, another that it is still held, by different hands, within days."""
    for pair in met:
        matters = (set(pair.a.matters), set(pair.b.matters))
        if not (
            ("take" in matters[0] and "keep" in matters[1]) or ("keep" in matters[0] and "take" in matters[1])
        ):
            continue
        if pair.a.held is None or pair.b.held is None or not same_name(pair.a.held, pair.b.held):
            continue
        if pair.a.polarity != "+" or pair.b.polarity != "+" or not _within_days(pair):
            continue
        one, other = holders(pair.a), holders(pair.b)
        if any(same_doer(x, y) for x in one for y in other):
            continue
        return Parted("agent", pair, 1.0)
    return None


def done_by_another(met: Sequence[Pair]) -> Parted | None:
    """One happening laid at two doors: each says outright who did it, and no name is shared."""
    for pair in met:
        if not _accuses(pair.a) or not _accuses(pair.b):
            continue
        if any(same_doer(one, other) for one in pair.a.agent for other in pair.b.agent):
            continue
        if of_one_scope(pair.a, pair.b) and _within_days(pair) and not set(pair.a.agent) & GENERIC:
            return Parted("agent", pair, 0.5)
    return None


def dead_were_others(met: Sequence[Pair]) -> Parted | None:
    """The dead were fighters by one, and none by another."""
    for pair in met:
        first, second = set(pair.a.dead_were), set(pair.b.dead_were)
        parted = first and second and (first <= ARMED) != (second <= ARMED) and not first & second
        if parted and pair.a.polarity == pair.b.polarity == "+":
            return Parted("victim", pair, 1.0)
    return None


ARMED = frozenset({"fighters", "gunmen", "soldiers", "police"})
"""Parties that fight."""


def _accuses(telling: Telling) -> bool:
    """Whether a telling lays a deed of violence at somebody's door."""
    deed = {matter for term in (telling.sentence,) for matter in happenings(term)} & VIOLENT
    return "responsible" in telling.matters and telling.polarity == "+" and bool(telling.agent and deed)


def _within_days(pair: Pair) -> bool:
    first, second = _day(pair.a.published), _day(pair.b.published)
    return first is None or second is None or abs((first - second).days) <= SAME_DAYS


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat((written or "")[:10])
    except ValueError:
        return None


def elsewhere(a: Tellings, b: Tellings) -> Parted | None:
    """The same toll on the same day in two places whose names are forms of one: a place told wrongly."""
    for one in a[:KNOWN_BY]:
        for other in b[:KNOWN_BY]:
            if one.figure is None or other.figure is None or (one.figure.max or 0) < SEVERAL:
                continue
            if (
                one.measure not in TOLLS
                or not same_measure(one, other)
                or compared(one.figure, other.figure) != "same"
            ):
                continue
            if parties(one, other) == "apart" or not _mistakable(one, other) or _days_part(one, other):
                continue
            return Parted("place", Pair(one, other, 0.0, False), 1.0)
    return None


def _mistakable(a: Telling, b: Telling) -> bool:
    """Whether the places named are not one, but one name begins as the other."""
    if not a.places or not b.places or share_a_name(a.places, b.places):
        return False
    one, other = a.places[0], b.places[0]
    short, long = sorted((one, other), key=len)
    return len(short) >= LONG_ENOUGH and long.startswith(short) and long[len(short)] in " -"


SEVERAL = 3
"""A toll below this is common to many happenings."""

LONG_ENOUGH = 5
"""Letters that a name must have to be mistaken for a longer one that begins with it."""


def _days_part(a: Telling, b: Telling) -> bool:
    first, second = a.days or a.days_setting, b.days or b.days_setting
    return first is not None and second is not None and days_between(first, second) > 1


def at_another_time(a: Tellings, b: Tellings) -> Parted | None:
    """One happening on two days: the report published later tells of the earlier day.

    A place is hit day after day, each day reported on the next: then the later report tells of the later day.
    """
    for one in a[:KNOWN_BY]:
        for other in b[:KNOWN_BY]:
            if one.days is None or other.days is None or not share_a_name(one.places, other.places):
                continue
            if one.figure is not None or other.figure is not None or one.polarity != other.polarity:
                continue
            if not set(one.matters) & set(other.matters) or not of_one_scope(one, other):
                continue
            if (
                0 < days_between(one.days, other.days) <= 2
                and _crossed(one, other)
                and _told_alike(one, other)
            ):
                return Parted("time", Pair(one, other, 0.0, False), 1.0)
    return None


def _crossed(a: Telling, b: Telling) -> bool:
    """Whether the later publication tells of the earlier day."""
    if a.days is None or b.days is None or not a.published or not b.published:
        return False
    early, late = (a, b) if a.published[:10] < b.published[:10] else (b, a)
    return a.published[:10] != b.published[:10] and (late.days or ("",))[0] < (early.days or ("",))[0]


def _told_alike(a: Telling, b: Telling) -> bool:
    """Whether their documents are about the same, apart from the day."""
    shared = a.topic & b.topic
    return sum(1.0 if word.startswith("@") else 0.5 for word in shared) >= ABOUT_THE_SAME


ABOUT_THE_SAME = 2.0
"""Points for names (1) and words (a half) that two documents share, to be about one happening on two days."""

__all__ = ["Parted", "at_another_time", "denied", "elsewhere", "happening", "held_by_both"]
