"""Two groups on who did it -> whether the accused denies it, or lays it at another's door.

What is denied need not be told in the accuser's words: who is accused and says "we had no part in it", "not
one round was fired by our forces" or "it was their own missile" contradicts the accusation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from firsthand.corroborate.contradiction.apart import HELPED, ON_THE_ROAD
from firsthand.corroborate.contradiction.exclusive import denies, told
from firsthand.corroborate.contradiction.field import ANSWERED, HABIT, VIOLENT, Parted
from firsthand.corroborate.contradiction.scope import Pair, of_one_scope
from firsthand.corroborate.contradiction.sides import PARTIES, UNNAMED, Sides
from firsthand.corroborate.same_claim.happening import same_doer, share_a_name
from firsthand.corroborate.same_claim.words import WEAPONS, one_deed, turns_apart
from firsthand.corroborate.telling.terms import stem
from firsthand.corroborate.telling.values import Telling

ACCUSING = VIOLENT | {"responsible", "down", "damage"}
"""Deeds that two sides lay at each other's doors."""

DEEDS = ACCUSING - {"responsible"}

INVOLVED = re.compile(
    r"\b(?:involvement|involved|responsibility|responsible|complicity)\b"
    r"|\b(?:any|no|its|the) (?:role|part|hand|link|connection) (?:in|to|with)\b"
    r"|\b(?:being|was|were|is|are|stood|stands) (?:not )?behind\b|\bnothing to do with\b",
    re.IGNORECASE,
)
"""Words of having had a part in what was done, which say no more of it."""

DISMISSED = re.compile(
    r"\b(?:call(?:s|ed|ing)?|brand(?:s|ed)|describ(?:es|ed)|dismiss(?:es|ed)|reject(?:s|ed)|label(?:s|led))\b"
    r"[^.;]{0,40}\b(?:accusations?|allegations?|charges?|claims?|reports?|this|that|it|them|version)\b"
    r"(?:[^.;]{0,25}\b(?:lies?|fictions?|inventions?|nonsense|fabricat\w+|fake|tales?|baseless|unfounded|untrue|"
    r"false|absurd|slander|propaganda|rumours?|provocation)\b)?",
    re.IGNORECASE,
)
FALSE = re.compile(
    r"\b(?:lies?|fictions?|inventions?|nonsense|fabricat\w+|fake|tales?|baseless|unfounded|untrue|false|absurd|"
    r"slander|propaganda)\b|\b(?:reject|dismiss)",
    re.IGNORECASE,
)
"""Words that call an accusation untrue."""

UNTRUE = re.compile(
    r"\b(?:accusations?|allegations?|charges?|claims?|reports?|version|this|that|it)\b (?:[^.;,]{0,30} )?"
    r"(?:is|are|was|were) (?:an? |\w+ ){0,2}(?:lies?|fictions?|invention|nonsense|fabricat\w+|fake|baseless|"
    r"unfounded|untrue|absurd|slander|propaganda)\b",
    re.IGNORECASE,
)
"""The same, said by the voice itself."""

FIRED = re.compile(r"\b(?:fir(?:e|ed|es|ing)|shots?|rounds?|shells?|missiles?|guns?|bombs?)\b", re.IGNORECASE)
"""Words of what is fired."""


def answered_by_the_accused(met: Sequence[Pair], sides: Sides) -> Parted | None:
    """A deed laid at somebody's door, and its denial by that very party."""
    for pair in met:
        for minus, plus in ((pair.a, pair.b), (pair.b, pair.a)):
            if not accuses(plus) or not answers(minus):
                continue
            if not sides.is_of(minus, plus.agent) and not _ours_named(minus, plus):
                continue
            if sides.is_of(plus, plus.agent) or _one_voice(minus, plus) or turns_apart(minus, plus):
                continue
            if of_one_scope(minus, plus) and _of_that_deed(minus, plus):
                return Parted("polarity", pair, ANSWERED)
    return None


def of_the_denier(found: Parted, sides: Sides) -> bool:
    """Whether who denies a part in it is named by what he denies, as far as both are named."""
    a, b = found.pair.a, found.pair.b
    for minus, plus in ((a, b), (b, a)):
        if minus.stance == "+" or not INVOLVED.search(minus.piece) or not sides.of(minus):
            continue
        if set(plus.agent) - UNNAMED - PARTIES and not sides.is_of(minus, plus.agent):
            return False
    return True


def laid_at_another_door(met: Sequence[Pair], sides: Sides) -> Parted | None:
    """A deed laid at somebody's door, and laid at another's by that very party."""
    for pair in met:
        for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
            if not (accuses(one) and accuses(other)) or _one_voice(one, other):
                continue
            first, second = set(one.agent) - UNNAMED, set(other.agent) - {"people"}
            if not second or any(same_doer(x, y) for x in first for y in second):
                continue
            if not sides.is_of(other, first) or sides.is_of(other, second) or sides.is_of(one, first):
                continue
            if turns_apart(one, other) or not of_one_scope(one, other) or not _one_target(one, other):
                continue
            return Parted("agent", pair, 2.0, min(first)[:ALIKE])
    return None


def accuses(telling: Telling) -> bool:
    """Whether it says that a named party did a deed of violence."""
    return (
        telling.stance == "+"
        and not denies(telling)
        and telling.certainty != "unknown"
        and bool(set(telling.matters) & ACCUSING)
        and bool(set(telling.agent) - UNNAMED)
        and told(telling.piece)
        and (set(telling.matters) & DEEDS or BLAMED.search(telling.piece) is not None)
        and not (HELPED.search(telling.piece) or ON_THE_ROAD.search(telling.piece))
    )


BLAMED = re.compile(
    r"\b(?:blam\w+|accus\w+|behind|carried out|the work of|fault|guilty|to blame|responsible for the)\b",
    re.IGNORECASE,
)
"""Words that lay something at somebody's door; "responsible for sales" lays nothing there."""


def answers(telling: Telling) -> bool:
    """Whether it says of a deed that it was not, that the speaker had no part in it, or that it is untrue."""
    if telling.certainty == "unknown" or HABIT.search(telling.piece):
        return False
    if (DISMISSED.search(telling.piece) and FALSE.search(telling.piece)) or UNTRUE.search(telling.piece):
        return True
    return telling.stance == "-" and denies(telling)


def _of_that_deed(minus: Telling, plus: Telling) -> bool:
    if minus.answers == plus.id:
        return True
    if DISMISSED.search(minus.piece) or UNTRUE.search(minus.piece) or INVOLVED.search(minus.piece):
        return not minus.figure
    fired = FIRED.search(minus.piece) is not None and bool({"strike", "shoot", "attack"} & set(plus.matters))
    return one_deed(minus, plus) or fired or bool(set(minus.nouns) & set(plus.nouns) & WEAPONS)


def _one_target(a: Telling, b: Telling) -> bool:
    """Whether both tell of one deed, at one place, or on one thing."""
    if not one_deed(a, b) and "responsible" not in {*a.matters, *b.matters}:
        return False
    things = (set(a.nouns) & set(b.nouns)) - WEAPONS - UNNAMED - {"weapon"}
    return bool(
        things
        or set(a.sites) & set(b.sites)
        or share_a_name(a.places or a.setting, b.places or b.setting)
        or a.document == b.document
    )


def _ours_named(minus: Telling, plus: Telling) -> bool:
    """Whether "our navy" is in the same document the navy that another voice accuses."""
    if minus.document != plus.document or len(minus.chain) < BOTH or len(plus.chain) < BOTH:
        return False
    ours = {stem(match[1]) for match in OURS.finditer(minus.piece)} & OF_FORCES
    return bool(ours & {stem(word) for word in re.findall(r"\w+", plus.piece)})


OURS = re.compile(r"\bour (\w+)", re.IGNORECASE)
OF_FORCES = frozenset(
    map(stem, ("navy", "army", "troops", "artillery", "drones", "pilots", "aircraft", "gunners", "missiles"))
)
BOTH = 2
ALIKE = 5
"""Letters that the names of one doer begin with."""


def _one_voice(a: Telling, b: Telling) -> bool:
    return bool(a.chain and b.chain) and a.chain[-1].name.casefold() == b.chain[-1].name.casefold()
