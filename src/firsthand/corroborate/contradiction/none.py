"""Two groups -> whether one says that there was none, or that it was not so, of what the other tells.

By whatever verb: "no soldiers were at the station" and "soldiers were at the station", "nobody slept in the
lorries" and "soldiers slept in the lorries". Nearly all of their words must be one, and what there was none
of must be told by the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from firsthand.corroborate.contradiction.exclusive import denies, told
from firsthand.corroborate.contradiction.field import AGAINST, ARMED, HABIT, OWN, Parted
from firsthand.corroborate.contradiction.scope import Pair, of_one_scope, two_voices
from firsthand.corroborate.same_claim.figure import none_counted, party
from firsthand.corroborate.same_claim.words import agents_apart, alike, turns_apart, weapons_apart
from firsthand.corroborate.telling.terms import stem, terms
from firsthand.corroborate.telling.values import Telling

NOT_THERE = re.compile(
    r"\bno\s+(?P<who>\w+)\s+(?:were|was|had been|have been)\s+(?:there|present|at|in|near|inside|behind|on)\b"
    r"|\bthere\s+(?:were|was|had been|have been)\s+no\s+(?P<whom>\w+)\b",
    re.IGNORECASE,
)
"""Words that say that nobody of some sort was there."""

WERE = re.compile(
    r"\W*(?:that\s+)?(?:(?:the|some|about|\d+|several|many|armed)\s+)*(?P<who>\w+)\s+"
    r"(?:were|was|had been|have been)\s+(?:\w+\s+)?(?:there|present|at|in|near|inside|behind|on)\b",
    re.IGNORECASE,
)
"""Words that say that some of a sort were there, or did something there."""

NEARLY_ALL = 0.7
"""Likeness in words from which on two tellings say the same but for the "no"."""


def was_none(met: Sequence[Pair]) -> Parted | None:
    """What one says that there was none of, or was not so, told by the other in nearly the same words."""
    for pair in met:
        minus, plus = (pair.a, pair.b) if pair.a.stance in AGAINST else (pair.b, pair.a)
        if minus.stance not in AGAINST or plus.stance != "+" or not denies(minus):
            continue
        if _of_one_matter(minus, plus) and _tells_of_what_was_none(minus, plus):
            likeness = NEARLY_ALL if _were_there(minus, plus) else alike(minus, plus)
            if likeness >= NEARLY_ALL:
                return Parted("polarity", pair, likeness)
    return None


def _were_there(minus: Telling, plus: Telling) -> bool:
    """Whether none of an armed party were there, and some of it were: "soldiers were asleep in them"."""
    none, some = NOT_THERE.search(minus.piece), WERE.match(plus.piece)
    if (
        none is None
        or minus.matters
        or some is None
        or (minus.sites and plus.sites and not set(minus.sites) & set(plus.sites))
    ):
        return False
    parties = [{term.key for term in terms(word)} for word in (none["who"] or none["whom"], some["who"])]
    return bool(parties[0] & parties[1] & ARMED)


def _of_one_matter(minus: Telling, plus: Telling) -> bool:
    if "unknown" in (minus.certainty, plus.certainty) or HABIT.search(minus.piece) or not told(plus.piece):
        return False
    if minus.document == plus.document and not two_voices(minus, plus):
        return False
    if OWN.match(minus.piece) and not plus.agent:
        return False
    apart = turns_apart(minus, plus) or agents_apart(minus, plus) or weapons_apart(minus, plus)
    return not apart and of_one_scope(minus, plus)


def _tells_of_what_was_none(minus: Telling, plus: Telling) -> bool:
    """Whether the other telling has the party or thing of which there was none; "nobody" is anybody."""
    if not none_counted(minus):
        return True
    noun = party(minus)
    return noun in (None, "people") or noun in {*plus.nouns, *plus.terms} or stem(str(noun)) in plus.terms
