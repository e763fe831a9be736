"""Two tellings -> whether their words part them: causes, and a place taken and held."""

from __future__ import annotations

import re

from firsthand.corroborate.contradiction.exclusive import causes
from firsthand.corroborate.same_claim.happening import same_doer
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

HELPED = re.compile(
    r"\b(?:rescu\w+|thwart\w*|foil\w*|arrest\w*|charged with|suspects?|investigat\w+|"
    r"expect\w+ to die|to (?:his|her|their) death|accident)\b",
    re.IGNORECASE,
)
"""Words of those who help, arrest or look into what was done, or of a death that nobody brought about."""
