"""Two tellings without a figure -> how far their words say the same."""

from __future__ import annotations

import re
from functools import lru_cache

from firsthand.corroborate.same_claim.happening import same_doer, same_name, share_a_name
from firsthand.corroborate.telling.values import Telling
from firsthand.resources.capitals import cased

NO_DEEDS = frozenset({"record", "arrive", "protest"})
"""Happenings that nobody is accused of."""

PLACE = 1.0
"""Weight of a place that both name."""

HELD = frozenset({"take", "keep"})
"""Happenings that are about a place itself."""

ENOUGH = 0.55
"""Share of the weighed words from which on two pieces say the same."""

WEIGHTS = {"matter": 2.0, "noun": 1.5, "name": 1.5, "term": 1.0}
"""What a word weighs: what happened most, a plain word least."""

INSIDE, NOT_LOST = 0.7, 0.3
"""A piece is inside another with this share of its words, if they are this share of the longer's."""

MOSTLY = 0.65
"""What two pieces must share where neither tells of a happening of the lexicon."""

LEAST_WITHOUT = 2.5
"""The same where no happening of the lexicon is shared."""

LEAST = 2.5
"""Weight that two pieces must share at least: one word alone is no proposition."""

AKIN = (
    frozenset({"strike", "attack", "explode", "shoot"}),
    frozenset({"burn", "explode"}),
    frozenset({"damage", "strike", "explode", "burn"}),
    frozenset({"take", "attack"}),
    frozenset({"responsible", "attack", "strike"}),
    frozenset({"kill", "shoot"}),
    frozenset({"withdraw", "flee"}),
)
"""Happenings of which one may be told for the other; they share half their weight."""


def alike(a: Telling, b: Telling) -> float:
    """How far two pieces say the same, 0 to 1: mean of the share of the shorter's words and of the longer's.

    0 also where what happened differs, or where they share too little to be a proposition.
    """
    matters = _matters(set(a.matters), set(b.matters))
    if a.matters and b.matters and matters == 0:
        return 0.0
    shared = matters + sum(
        WEIGHTS[sort] * len(one & other)
        for sort, one, other in (
            ("noun", set(a.nouns), set(b.nouns)),
            ("name", _words(a), _words(b)),
            ("term", set(a.terms), set(b.terms)),
        )
    )
    where = PLACE if share_a_name(a.places, b.places) else 0.0
    shared += where
    if shared < (LEAST if matters else LEAST_WITHOUT):
        return 1.0 if _identical(a, b) else 0.0
    first, second = _weight(a) + where, _weight(b) + where
    of_shorter, of_longer = shared / min(first, second), shared / max(first, second)
    mean = (of_shorter + of_longer) / 2
    if not matters:
        return mean if mean >= MOSTLY else 0.0
    return max(mean, ENOUGH) if of_shorter >= INSIDE and of_longer >= NOT_LOST else mean


def one_deed(a: Telling, b: Telling) -> bool:
    """Whether two pieces tell of the same sort of deed, or of two of which one may be told for the other."""
    first, second = set(a.matters) - NO_DEEDS, set(b.matters) - NO_DEEDS
    return bool(first & second) or any(first & row and second & row for row in AKIN)


def one_holder(a: Telling, b: Telling) -> bool:
    """Whether two pieces say of one place that it was taken, or that the same hands still hold it.

    Who took it is told by side or by unit ("the North group", "Rovania"), and seldom are there two.
    """
    if a.held is None or b.held is None or not same_name(a.held, b.held):
        return False
    both = set(a.matters) & set(b.matters)
    if "take" in both:
        return True
    return "keep" in both and any(same_doer(one, other) for one in holders(a) for other in holders(b))


def holders(telling: Telling) -> set[str]:
    """Who holds a place: the doer told, and the voice that speaks of "us"."""
    last = telling.chain[-1] if telling.chain else None
    if last is None or last.kind == "outlet":
        return set(telling.agent)
    return {
        *telling.agent,
        *(word.casefold() for word in last.name.split() if word[:1].isupper() or word[0].isdigit()),
    }


def _identical(a: Telling, b: Telling) -> bool:
    return " ".join(a.piece.casefold().split()) == " ".join(b.piece.casefold().split())


def _matters(a: set[str], b: set[str]) -> float:
    both = a & b
    left = any(a - both & row and b - both & row for row in AKIN) if not both else False
    return WEIGHTS["matter"] * (len(both) + (0.5 if left else 0.0))


def _words(telling: Telling) -> set[str]:
    """Words of the names, those left out that only say where: the happening is judged by them already."""
    where = () if set(telling.matters) & HELD else telling.places
    return {word for name in telling.names if name not in where for word in name.split()}


def _weight(telling: Telling) -> float:
    return (
        WEIGHTS["matter"] * len(telling.matters)
        + WEIGHTS["noun"] * len(telling.nouns)
        + WEIGHTS["name"] * len(_words(telling))
        + WEIGHTS["term"] * len(telling.terms)
    )


@lru_cache(maxsize=20_000)
def directions(piece: str) -> frozenset[tuple[str, str]]:
    """What has a point of the compass before it, with that point ("North Velia", "the southern gate")."""
    return frozenset((match[2].casefold(), match[1].casefold()) for match in COMPASS.finditer(piece))


def directions_apart(a: Telling, b: Telling) -> bool:
    """Whether one speaks of the north of what the other calls the south, or of North for South Velia."""
    first, second = directions(a.piece), directions(b.piece)
    both = {word for word, _ in first} & {word for word, _ in second}
    return any(
        {at for word, at in first if word == each} != {at for word, at in second if word == each}
        for each in both
    )


def weapons_apart(a: Telling, b: Telling) -> bool:
    """Whether each names one weapon, and another: an air strike may fire a missile, a car bomb no drone."""
    first, second = set(a.nouns) & WEAPONS, set(b.nouns) & WEAPONS
    if len(first) != 1 or len(second) != 1 or first == second:
        return False
    return (first | second) not in CONFUSED


def turns_apart(a: Telling, b: Telling) -> bool:
    """Whether only one speaks of a further time ("a second rocket"), or only one of what is yet to come."""
    return _turns(a.piece) != _turns(b.piece)


@lru_cache(maxsize=20_000)
def _turns(piece: str) -> tuple[bool, bool]:
    """Whether a piece speaks of a further time, and whether of what is yet to come."""
    return FURTHER.search(piece) is not None, TO_COME.search(piece) is not None


FURTHER = re.compile(
    r"\b(?:another|a (?:second|third|fourth)|for the (?:second|third|fourth) time)\b", re.IGNORECASE
)

TO_COME = re.compile(
    r"\b(?:plan(?:s|ned|ning)? to|intends? to|will|wants? to|(?:is|are) to|about to|"
    r"(?:is|are) expected to|vow(?:s|ed) to|promis(?:es|ed) to|threaten(?:s|ed) to|"
    r"prepar(?:es|ed|ing) to|(?:may|might|could) (?!have\b))",
    re.IGNORECASE,
)

COMPASS = cased(r"\b((?i:north|south|east|west)|Upper|Lower|Old|New|Great|Little)(?i:ern)?[ -]+([^\W\d_]+)")

WEAPONS = frozenset({"drone", "rocket", "round", "carbomb"})

CONFUSED = frozenset({frozenset({"rocket", "round"})})
"""Weapons that hands tell apart badly."""


def denials_apart(a: Telling, b: Telling) -> bool:
    """Whether two denials are of the deeds of two: that A's forces struck, and that a missile of B's did."""
    if a.stance != "-" or b.stance != "-":
        return False
    first, second = _whose(a), _whose(b)
    return bool(first and second) and not any(same_doer(one, other) for one in first for other in second)


def _whose(telling: Telling) -> set[str]:
    return {each for each in (*telling.agent, *telling.whose) if each not in NAMELESS}


NAMELESS = frozenset(
    re.findall(
        r"\w+",
        "people civilians children soldiers police fighters gunmen rescuers journalists force forces troops "
        "unit units army military",
    )
)
"""Doers of whom the words do not say whose they are."""


def agents_apart(a: Telling, b: Telling) -> bool:
    """Whether two pieces name doers that are not one: both named, no word in common."""
    return bool(a.agent and b.agent) and not any(
        same_doer(one, other) for one in a.agent for other in b.agent
    )
