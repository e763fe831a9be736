"""Two figures -> whether the lower counts only some of those that the higher counts.

"Three Filipino sailors", "eleven of its people", "ten in the old people's home": whoever tells them may know
of no more, and contradicts nobody who tells of all.
"""

from __future__ import annotations

import re

from firsthand.corroborate.same_claim.figure import party
from firsthand.corroborate.telling.values import Telling
from firsthand.resources.capitals import cased

_PEOPLE = (
    r"(?:supporters|members|followers|activists|colleagues|staff|employees|workers|men|soldiers|troops|"
    r"fighters|"
    r"officers|guards|citizens|nationals|people|pupils|students|volunteers|parishioners|lorries|vehicles|"
    r"ships)"
)
OWN_PEOPLE = re.compile(
    rf"\W*(?:[\d,.]+|\w+) of (?:its|our|their|his|her|my) (?:own )?{_PEOPLE}\b", re.IGNORECASE
)
"""Those of one body ("nineteen of its supporters"), who are all of whom it tells."""

OWN = re.compile(
    rf"\bof (?:its|our|their|his|her|my) (?:own )?{_PEOPLE}\b|['’]s own\b|\b(?:its|our|my|their) own \w+ "
    rf"{_PEOPLE}\b",
    re.IGNORECASE,
)
"""Words of those who belong to whoever counts them."""

SORT = re.compile(
    r"\b(?:wom[ae]n|girls?|boys?|child(?:ren)?|babies|infants|toddlers|teenagers|minors|elderly|"
    r"pensioners|mothers|"
    r"widows|daughters|sons|brothers?|sisters?|cousins?|nephews?|nieces?|uncles?|aunts?|parents|relatives|"
    r"neighbours?|neighbors?|colleagues|friends)\b",
    re.IGNORECASE,
)
"""Words of the sex, the age or the kin of those counted."""

NARROW = re.compile(
    r"\b(?:street|lane|alley|avenue|ward|floor|cellar|carriage|wagon|old people['’]s home|nursing home|"
    r"household|family|"
    r"one house|battalion|regiment|company|platoon|squad|section|shift|class|crew of)\b",
    re.IGNORECASE,
)
"""A spot or a unit that is part of a greater one."""

ARRIVED = re.compile(
    r"\b(?:dead on arrival|(?:arrived|brought in|admitted|were|already) dead(?: at| to| on| when)|"
    r"died (?:on the (?:way|spot)|at the scene|instantly|of their (?:wounds|injuries)|"
    r"in (?:the )?(?:ambulance|surgery|hospital|intensive care))|"
    r"(?:bodies|dead) (?:in|lay in|lie in|at) (?:its|our|the) (?:mortuary|morgue))\b",
    re.IGNORECASE,
)
"""Words of those who died in one way or were brought to one house: others may have died otherwise."""

NATION = cased(
    r"(?:\b(?:[\d,.]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|"
    r"\w+ty(?:-\w+)?))\s+"
    r"(?-i:([A-Z][a-z]+(?:an|ian|ese|ish|ino|ch|i|ic|en|er)))\b",
    re.IGNORECASE,
)
"""A number before the name of a people."""

ARMED = ("fighters", "gunmen", "soldiers", "police")


def some_of_all(low: Telling, high: Telling) -> bool:
    """Whether the words of the lower figure narrow what it counts, and those of the higher do not."""
    if any(_only_low(pattern, low, high) for pattern in (SORT, NARROW, ARRIVED)):
        return True
    if OWN.search(low.piece) and not OWN.search(high.piece):
        return party(high) not in ARMED and ENEMY.search(high.piece) is None
    nation = NATION.search(low.piece)
    return nation is not None and nation[1][:ALIKE] not in high.sentence


FOUND = re.compile(
    r"\b(?:bodies|corpses|remains)\b[^.;]{0,40}\b(?:found|recovered|retrieved|identified|pulled|brought|"
    r"counted)\b"
    r"|\b(?:found|recovered|retrieved|identified|pulled out|counted)\b[^.;]{0,30}\b"
    r"(?:bodies|corpses|remains)\b",
    re.IGNORECASE,
)
"""What has been found so far is no whole toll: more may lie there."""

CARRIED = re.compile(
    r"\b(?:took in|took|taken|carried|drove|driven|brought|transported|evacuated|moved|treated|treating|"
    r"received|"
    r"admitted|bandaged|operated on)\b[^.;,]{0,40}\b"
    r"(?:wounded|injured|casualties|patients|dead|bodies|people|hurt)\b"
    r"|\b(?:wounded|injured|casualties|patients|dead|bodies|people)\b[^.;,]{0,30}\b"
    r"(?:taken|carried|driven|brought|transported|evacuated|moved|treated|admitted)\b"
    r"|\bburied\b|\b(?:laid|lowered|put)\b[^.;,]{0,30}\b(?:in(?:to)? the (?:ground|earth)|to rest)\b"
    r"|\b(?:hospital|clinic|infirmary|morgue|mortuary)\b[^.;,]{0,20}\b(?:has|had|holds|held|counts|counted)\b[^.;,]{0,30}"
    r"\b(?:dead|bodies|deaths|killed|wounded|injured|casualties)\b"
    r"|\b(?:died|dead|deaths|killed)\s+(?:there|here)\b",
    re.IGNORECASE,
)
"""Whom some hands carried, treated or buried are some of the whole: there may be more."""

ENEMY = re.compile(
    r"\b(?:of the |the |an? )?(?:enemy|enemies|adversary|aggressors?|invaders|occupiers)\b"
    r"(?! (?:fire|shell|mortar|drone|aircraft))",
    re.IGNORECASE,
)
"""Words of one side for the other: its dead are those whom the other counts as its own."""

ALIKE = 4
"""Letters that the name of a country and that of its people share."""


def _only_low(pattern: re.Pattern[str], low: Telling, high: Telling) -> bool:
    return pattern.search(low.piece) is not None and pattern.search(high.piece) is None
