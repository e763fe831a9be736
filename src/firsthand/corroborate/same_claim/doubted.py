"""Groups that the rules made -> groups parted where a network says that they do not tell one claim.

Words alone take "officers used nothing but rubber bullets" and "the police used real bullets on the crowd"
for one: they share nearly all. Where the encoder of meaning (resources.meaning) says of two tellings that not
both can hold, or that they are hardly alike, they do not stay in one group by their words. The same figure of
the same thing, or the same place taken, says more than it does.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from firsthand.corroborate.same_claim.figure import compared
from firsthand.corroborate.same_claim.meaning import KNOWN_BY, QUARREL, Group
from firsthand.corroborate.same_claim.words import one_holder
from firsthand.corroborate.telling.values import Telling
from firsthand.resources.meaning import Judged, MeaningModel

UNLIKE = 0.6
"""Likeness below which two tellings of two documents are none either."""


def parted_by_meaning(groups: Sequence[Group], meaning: MeaningModel | None) -> tuple[Group, ...]:
    """The groups of one matter, those parted that are not one claim; the tellings keep their order."""
    if meaning is None:
        return tuple(groups)
    return tuple(part for group in groups for part in _parts(group, meaning))


def _parts(group: Group, meaning: MeaningModel) -> Sequence[Group]:
    """A group as it is, or in parts: its first tellings, the most alike together, and each other beside the
    nearest of these."""
    if len({each.document for each in group}) < 2:
        return (group,)
    told = meaning.read([each.spoken(each.in_short) for each in group])
    judged_by = range(min(len(group), KNOWN_BY))
    pairs = [(a, b) for b in judged_by for a in range(b)]
    judged = dict(zip(pairs, meaning.judge(told, pairs), strict=True))
    if not any(_apart(group[a], group[b], judged[a, b]) for a, b in pairs):
        return (group,)
    parts = [{number} for number in judged_by]
    for a, b in sorted(pairs, key=lambda pair: (-judged[pair].alike, pair)):
        one, other = (next(part for part in parts if number in part) for number in (a, b))
        if one is other or any(
            _apart(group[x], group[y], judged[min(x, y), max(x, y)]) for x in one for y in other
        ):
            continue
        one |= other
        parts.remove(other)
    for number in range(len(judged_by), len(group)):
        nearest = int(np.argmax(told.near[: len(judged_by)] @ told.near[number]))
        next(part for part in parts if nearest in part).add(number)
    return [tuple(group[number] for number in sorted(part)) for part in sorted(parts, key=min)]


def _apart(a: Telling, b: Telling, said: Judged) -> bool:
    if a.document == b.document or one_holder(a, b):
        return False
    if a.figure is not None and b.figure is not None:
        return compared(a.figure, b.figure) == "same" and said.contradict >= QUARREL
    return said.contradict >= QUARREL or said.alike < UNLIKE


__all__ = ["parted_by_meaning"]
