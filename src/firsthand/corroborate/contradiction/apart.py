"""Two tellings -> whether their words part them: causes, weapons, doers, a place taken and held."""

from __future__ import annotations

import re

from firsthand.corroborate.contradiction.exclusive import causes, weapons
from firsthand.corroborate.contradiction.field import VIOLENT
from firsthand.corroborate.same_claim.happening import same_doer
from firsthand.corroborate.same_claim.words import one_deed
from firsthand.corroborate.telling.values import Telling

NAMELESS = frozenset({"people", "civilians", "children", "force", "forces", "troops", "unit", "units"})
"""Doers of whom no more is said."""


def taken_and_held(a: Telling, b: Telling) -> bool:
    """Whether one says that a place was taken, and the other, or those who held it, that it is held still."""
    return any(
        "take" in one.matters
        and one.measure != "held"
        and "take" not in other.matters
        and ("keep" in other.matters or HOLDING.search(other.piece) is not None)
        and not any(same_doer(x, y) for x in set(one.agent) - NAMELESS for y in set(other.agent) - NAMELESS)
        for one, other in ((a, b), (b, a))
    )


HOLDING = re.compile(
    r"\b(?:hold(?:s|ing)?|held|under (?:\w+ ){0,3}control|in (?:our|their|the) hands|in the hands of|"
    r"control(?:s|led)?|defend(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
"""Words of who holds a place."""


def causes_apart(a: Telling, b: Telling, *, whole: bool = False) -> bool:
    """Whether one lays it to a mishap or the own side, and the other to an attack.

    `whole` reads the whole claim, of which a telling may be a piece ("collapses | after an air strike").
    """
    one_says, other_says = (each.text if whole else each.piece for each in (a, b))
    first, second = causes(one_says), causes(other_says)
    if not {"mishap", "own"} & (first | second):
        return False
    if any(FENDED.search(words) or ON_THE_ROAD.search(words) for words in (one_says, other_says)):
        return False
    for one, other in ((first, second), (second, first)):
        if (
            "mishap" in one
            and not one & {"attack", "own"}
            and other & {"attack", "own"}
            and "mishap" not in other
        ):
            return True
        aimed = b if one is first else a
        if "own" in one and "own" not in other and "attack" in other and _by_another(a, b, aimed):
            return True
    return False


def weapons_apart(a: Telling, b: Telling) -> bool:
    """Whether each names a weapon or more, and none in common, nor one that may be told for the other."""
    first, second = weapons(a.piece), weapons(b.piece)
    if not first or not second or first & second:
        return False
    if any(REPELLED.search(each.piece) or SEIZED.search(each.piece) for each in (a, b)):
        return False
    return not any(frozenset({one, other}) in MAY_BE_ONE for one in first for other in second)


MAY_BE_ONE = frozenset(
    frozenset(pair)
    for pair in (
        ("flying", "drone"),
        ("flying", "missile"),
        ("flying", "aircraft"),
        ("flying", "cluster"),
        ("flying", "gas"),
        ("aircraft", "missile"),
        ("aircraft", "drone"),
        ("aircraft", "cluster"),
        ("tube", "cluster"),
        ("missile", "cluster"),
        ("bomber", "mine"),
    )
)
"""Sorts of weapon of which one may be told for the other, or bear the other."""


def _by_another(a: Telling, b: Telling, aimed: Telling) -> bool:
    """Whether the attack is laid to somebody, and not to those of whom the other speaks."""
    named = set(aimed.agent) - NAMELESS
    others = {*(b if aimed is a else a).agent} - NAMELESS
    return bool(named) and not any(same_doer(one, other) for one in named for other in others)


FENDED = re.compile(
    r"\b(?:repel\w*|fend\w* off|beat(?:en)? off|intercepted|missile (?:troops|units|forces))\b", re.IGNORECASE
)
"""Words of those who stop what is fired at them."""

ON_THE_ROAD = re.compile(
    r"\b(?:drivers?|driving|drove|motorists?|pedestrians?|hit[- ]and[- ]run|run accident|traffic|vehicular|"
    r"intoxicated|manslaughter|collision|heading (?:north|south|east|west)|crosswalk|DWI|DUI|stop sign|"
    r"parked cars|"
    r"scene of (?:the|an) accident|(?:car|truck|lorry|van|SUV|sedan|vehicle) (?:that )?(?:struck|hit|ran "
    r"over))\b",
    re.IGNORECASE,
)
"""Words of what happens in traffic, where "struck" tells of no attack."""

SEIZED = re.compile(r"\b(?:seiz\w+|confiscat\w+|recovered|impounded|cache|haul|hoard)\b", re.IGNORECASE)
"""Words of weapons that were found, and not fired."""

REPELLED = re.compile(
    r"\b(?:repel\w*|intercept\w*|air[ -]defen[cs]es?|anti-aircraft|jamm\w+)\b", re.IGNORECASE
)
"""Words of those who fire at what is fired at them: two weapons, and both were there."""


def doers_apart(a: Telling, b: Telling) -> bool:
    """Whether each names who did one deed of violence, and they are not one."""
    if not (set(a.matters) & ACCUSING and set(b.matters) & ACCUSING) or not one_deed(a, b):
        return False
    first, second = _did(a), _did(b)
    return bool(first and second) and not any(same_doer(x, y) for x in first for y in second)


def _did(telling: Telling) -> set[str]:
    """Who did it by the piece, whoever lays it at his door left out."""
    if any(each.search(telling.piece) for each in (EACH_OTHER, REPELLED, HELPED)):
        return set()
    if not set(telling.matters) & ACCUSING - {"kill", "wound", "take", "damage"} and not DID.search(
        telling.piece
    ):
        return set()
    accuser = BLAMES.match(telling.piece)
    said = {word.casefold() for word in re.findall(r"\w+", accuser[1])} if accuser else set()
    return {
        each for each in telling.agent if each not in NAMELESS and not any(same_doer(each, x) for x in said)
    }


BLAMES = re.compile(
    r"(.{0,80}?)\b(?:blam(?:es?|ed|ing)|accus(?:es?|ed|ing)|alleg(?:es?|ed)|claim(?:s|ed)|heard|hears|"
    r"tells?|told|saw|reports?|reported|says?|said)\b",
    re.IGNORECASE,
)
"""A piece that begins with who accuses or tells."""

HELPED = re.compile(
    r"\b(?:rescu\w+|thwart\w*|foil\w*|arrest\w*|charged with|suspects?|investigat\w+|"
    r"expect\w+ to die|to (?:his|her|their) death|accident)\b",
    re.IGNORECASE,
)
"""Words of those who help, arrest or look into what was done, or of a death that nobody brought about."""

DID = re.compile(
    r"\b(?:kill(?:ed|s|ing)|murder\w*|massacr\w*|execut(?:ed|ing)|wounded|injured|captur\w+|seiz\w+|took|"
    r"taken|"
    r"retook|recaptur\w+|destroy\w*|damag\w+|ruin\w*|demolish\w*|blew up|wreck\w*)\b",
    re.IGNORECASE,
)
"""Words of what somebody does, beside those of what befalls ("died")."""

EACH_OTHER = re.compile(r"\b(?:each other|one another|both sides)\b", re.IGNORECASE)

ACCUSING = VIOLENT | {"responsible", "down", "damage", "take"}
"""Deeds that two sides lay at each other's doors."""
