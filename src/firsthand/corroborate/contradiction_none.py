"""Two groups -> whether one says that there was none, or that it was not so, of what the other tells.

By whatever verb: "no soldiers were at the station" and "soldiers were at the station", "nobody slept in the
lorries" and "soldiers slept in the lorries". Nearly all of their words must be one, and what there was none
of must be told by the other.
"""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.corroborate.contradiction_exclusive import denies, told
from firsthand.corroborate.contradiction_field import AGAINST, HABIT, Parted
from firsthand.corroborate.contradiction_scope import Pair, of_one_scope, two_voices
from firsthand.corroborate.same_claim_figure import none_counted, party
from firsthand.corroborate.same_claim_words import agents_apart, alike, turns_apart, weapons_apart
from firsthand.corroborate.telling_terms import stem
from firsthand.corroborate.telling_values import Telling

NEARLY_ALL = 0.7
"""Likeness in words from which on two tellings say the same but for the "no"."""


def was_none(met: Sequence[Pair]) -> Parted | None:
    """What one says that there was none of, or was not so, told by the other in nearly the same words."""
    for pair in met:
        minus, plus = (pair.a, pair.b) if pair.a.stance in AGAINST else (pair.b, pair.a)
        if minus.stance not in AGAINST or plus.stance != "+" or not denies(minus):
            continue
        if _of_one_matter(minus, plus) and _tells_of_what_was_none(minus, plus):
            likeness = alike(minus, plus)
            if likeness >= NEARLY_ALL:
                return Parted("polarity", pair, likeness)
    return None


def _of_one_matter(minus: Telling, plus: Telling) -> bool:
    if "unknown" in (minus.certainty, plus.certainty) or HABIT.search(minus.piece) or not told(plus.piece):
        return False
    if minus.document == plus.document and not two_voices(minus, plus):
        return False
    apart = turns_apart(minus, plus) or agents_apart(minus, plus) or weapons_apart(minus, plus)
    return not apart and of_one_scope(minus, plus)


def _tells_of_what_was_none(minus: Telling, plus: Telling) -> bool:
    """Whether the other telling has the party or thing of which there was none; "nobody" is anybody."""
    if not none_counted(minus):
        return True
    noun = party(minus)
    return noun in (None, "people") or noun in {*plus.nouns, *plus.terms} or stem(str(noun)) in plus.terms
