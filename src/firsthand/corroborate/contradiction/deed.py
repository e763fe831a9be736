"""Two groups that tell of one deed on one target -> whether they name another doer, or another weapon.

Only what two voices say outright, each with its target, is set against each other; "gunmen" names nobody, and
an air strike may be flown by a drone or fire a missile.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from firsthand.corroborate.contradiction.apart import HELPED, ON_THE_ROAD
from firsthand.corroborate.contradiction.field import VIOLENT, Parted
from firsthand.corroborate.contradiction.scope import Pair, of_one_scope
from firsthand.corroborate.same_claim.happening import same_doer
from firsthand.corroborate.same_claim.words import (
    WEAPONS,
    alike,
    directions_apart,
    turns_apart,
    weapons_apart,
)
from firsthand.corroborate.telling.values import Telling

NAMELESS = frozenset(
    {"people", "gunmen", "civilians", "children", "force", "forces", "troops", "unit", "units"}
)
"""Doers of whom no more is said."""

SIDES = frozenset({"soldiers", "police", "fighters"})
"""Parties that are doers by themselves; a name may belong to any of them."""

OF_FORCES = frozenset({"attack", "shoot", "burn", "loot", "abduct", "explode"})
"""Deeds that bodies lay at each other's doors; cars hit and kill as well."""

DESTROYED = frozenset({"damage", "down", "explode", "burn"})
"""Ends that one thing comes to, by many words: blown up, brought down, destroyed."""

BODIES = ("force", "government", "organisation")


def done_otherwise(met: Sequence[Pair]) -> Parted | None:
    """The same deed on the same target, by another doer or with another weapon, by two voices."""
    for pair in met:
        one, other = pair.a, pair.b
        if one.polarity != "+" or other.polarity != "+" or one.document == other.document:
            continue
        if any(HELPED.search(each.piece) or ON_THE_ROAD.search(each.piece) for each in (one, other)):
            continue
        if (
            turns_apart(one, other)
            or not _same_target(one, other)
            or not of_one_scope(one, other)
            or _said_alone(one, other)
        ):
            continue
        if _doers_apart(one, other):
            return Parted("agent", pair, 0.5)
        if weapons_apart(one, other):
            return Parted("weapon", pair, 0.4)
    return None


def blew_up_by_itself(met: Sequence[Pair]) -> Parted | None:
    """A blast laid to what was stored on the spot by one, and to a strike by another."""
    for pair in met:
        if pair.a.polarity != "+" or pair.b.polarity != "+" or pair.a.document == pair.b.document:
            continue
        for stored, struck in ((pair.a, pair.b), (pair.b, pair.a)):
            if by_itself(stored) and by_fire(struck) and of_one_scope(stored, struck):
                return Parted("weapon", pair, 0.6)
    return None


def by_itself(telling: Telling) -> bool:
    """Whether a piece says that what was stored blew up, and of no strike on it."""
    fired = {"strike", "attack", "shoot"} & set(telling.matters)
    return "explode" in telling.matters and not fired and STORED.search(telling.piece) is not None


def by_fire(telling: Telling) -> bool:
    """Whether a piece tells of a strike with a weapon, on anything but a store of arms."""
    struck = {"strike", "attack"} & set(telling.matters)
    return bool(struck and FIRED.search(telling.piece)) and STORED.search(telling.piece) is None


STORED = re.compile(
    r"\b(?:ammunition|munitions?|arms|weapons?|explosives?|gas|fuel|oxygen)\s+"
    r"(?:depot|dump|stores?|cache|warehouse|stockpile|cylinders?|tanks?|bottles?|pipes?|leak)\b",
    re.IGNORECASE,
)
FIRED = re.compile(
    r"\b(?:air[ -]?(?:strike|raid)s?|missiles?|rockets?|shell(?:s|ed|ing)?|drones?|bomb(?:s|ed|ing|ardment)?"
    r"|war ?planes?|jets?|artillery)\b",
    re.IGNORECASE,
)


def who_they_are(met: Sequence[Pair]) -> Parted | None:
    """The same in the same words, but for a point of the compass: "they are North Velian", "South"."""
    for pair in met:
        one, other = pair.a, pair.b
        told_alike = one.figure is other.figure is None and one.polarity == other.polarity
        if told_alike and directions_apart(one, other) and alike(one, other) >= NEARLY:
            return Parted("identity", pair, 1.0)
    return None


NEARLY = 0.7
"""Likeness from which on two pieces say the same but for one word."""


def _same_target(a: Telling, b: Telling) -> bool:
    """Whether both tell of one deed of violence, and of one thing or site that it was done to."""
    both = set(a.matters), set(b.matters)
    if not both[0] & both[1] & VIOLENT and not all(each & DESTROYED for each in both):
        return False
    things = (set(a.nouns) & set(b.nouns)) - WEAPONS - SIDES - NAMELESS - {"settlement", "aircraft", "weapon"}
    return bool(things or set(a.sites) & set(b.sites))


def _said_alone(a: Telling, b: Telling) -> bool:
    """Whether one of the two is the publisher's own: it may only leave out what the other says."""
    return len(a.chain) < 2 or len(b.chain) < 2


def _doers_apart(a: Telling, b: Telling) -> bool:
    first, second = set(a.agent) - NAMELESS, set(b.agent) - NAMELESS
    if not first or not second or any(same_doer(one, other) for one in first for other in second):
        return False
    sides = first & SIDES, second & SIDES
    if sides[0] and sides[1]:
        return True
    named = bool(first - SIDES and second - SIDES) and set(a.matters) & set(b.matters) & OF_FORCES
    return bool(named) and all(each.chain[-1].kind in BODIES for each in (a, b))
