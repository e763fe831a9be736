"""Tellings of one matter -> groups of tellings that say the same thing of the same happening.

Candidates are found by keys (what is counted and about how many, or what happened; and a name that both
have), judged pair by pair, and joined only where no pair across two groups is barred and most of them say the
same: a chain of likenesses merges nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import floor, log

from firsthand.corroborate.contradiction.apart import causes_apart
from firsthand.corroborate.same_claim.figure import (
    compared,
    counted_apart,
    none_counted,
    parties,
    same_measure,
    telling_number,
)
from firsthand.corroborate.same_claim.happening import ENOUGH, TOGETHER, happening
from firsthand.corroborate.same_claim.keys import a_handful, pairs_by_key
from firsthand.corroborate.same_claim.words import (
    AKIN,
    agents_apart,
    alike,
    denials_apart,
    directions_apart,
    one_deed,
    one_holder,
    turns_apart,
    weapons_apart,
)
from firsthand.corroborate.same_claim.words import ENOUGH as WORDS_ENOUGH
from firsthand.corroborate.telling.measure import HUMAN, PARTIES
from firsthand.corroborate.telling.values import Telling

HALF_COUNTED = 0.9
"""Likeness is less where only one of the two says how many ("on some thirty motorbikes", "on motorbikes")."""

ODD = 0.5
"""What a number that is neither small nor round says for one happening, in points."""

EXACT = 20
"""Up to here a figure without a hedge is no rounding of another."""

STEP = log(1.2)
"""Figures within one step of each other share a key."""


def same_claims(tellings: Sequence[Telling]) -> tuple[tuple[Telling, ...], ...]:
    """The tellings in groups: one group for each proposition, in the order of their first telling."""
    ordered = sorted(tellings, key=lambda each: (each.published or "", each.id))
    edges = [
        (score, first, second)
        for first, second in candidates(ordered)
        if (score := likeness(ordered[first], ordered[second])) > 0
    ]
    return tuple(tuple(ordered[n] for n in group) for group in _joined(ordered, edges))


def candidates(tellings: Sequence[Telling]) -> list[tuple[int, int]]:
    """The pairs that share a key, by their numbers; each once, in order."""
    return pairs_by_key([[each] for each in tellings], _about, a_handful(tellings))


def _about(telling: Telling) -> Iterator[str]:
    figure = telling.figure
    if figure is not None:
        what = ":people" if (telling.measure or "")[1:] in PARTIES else telling.measure
        size = figure.max if figure.max is not None else figure.min
        if size == 0:
            yield "none"
        yield f"{what}={size}"
        if size and (size > EXACT or figure.approx or figure.min != figure.max):
            step = floor(log(size) / STEP)
            yield from (f"{what}:{step}", f"{what}:{step + 1}")
        if telling.measure in HUMAN:
            return
    yield from (f"{telling.stance}{matter}" for matter in telling.matters)
    if telling.dead_were:
        yield "dead were"
    if telling.answers:
        yield from (
            f"{telling.stance}{matter}" for row in AKIN if row & set(telling.matters) for matter in row
        )
    if not telling.matters:
        yield from (f"{telling.stance}{term}" for term in telling.terms)


def likeness(a: Telling, b: Telling) -> float:
    """How sure it is that two tellings of one matter are one claim, 0 where not."""
    if a.stance != b.stance or directions_apart(a, b) or rejected(a, b) or denials_apart(a, b):
        return 0.0
    if a.document == b.document and _one_denial(a, b):
        return 1.0
    if a.figure is not None and b.figure is not None:
        said = _figures(a, b)
    elif a.measure in HUMAN or b.measure in HUMAN:
        said = 0.0
    else:
        said = _words(a, b) * (1.0 if a.figure is b.figure else HALF_COUNTED)
    if said == 0 or causes_apart(a, b, whole=True):
        return 0.0
    shared = happening(a, b)
    points = TOGETHER + shared.points + (ODD if telling_number(a, b) else 0.0)
    return said + points / 10 if shared.bar is None and points >= ENOUGH else 0.0


def _one_denial(a: Telling, b: Telling) -> bool:
    """A bare denial ("rejected the allegation") and the same one spelled out beside it in the document."""
    return a.polarity == b.polarity == "-" and bool(a.answers or b.answers) and one_deed(a, b)


def rejected(a: Telling, b: Telling) -> bool:
    """Whether one of two denials rejects what the voice of the other says: the two stand on two sides."""
    return any(
        one.polarity == "-"
        and one.rejects is not None
        and bool(other.chain)
        and other.chain[-1].name == one.rejects
        for one, other in ((a, b), (b, a))
    )


def _figures(a: Telling, b: Telling) -> float:
    if a.figure is None or b.figure is None or a.part != b.part:
        return 0.0
    if none_counted(a) and none_counted(b) and same_measure(a, b):
        return 1.0
    standing = parties(a, b)
    if not same_measure(a, b) or counted_apart(a, b) or compared(a.figure, b.figure) != "same":
        return 0.0
    return 1.0 if standing == "same" else 0.7


def _words(a: Telling, b: Telling) -> float:
    if one_holder(a, b):
        return 1.0
    if a.dead_were and b.dead_were:
        return 1.0 if set(a.dead_were) & set(b.dead_were) else 0.0
    if agents_apart(a, b) or weapons_apart(a, b) or turns_apart(a, b):
        return 0.0
    score = alike(a, b)
    return score if score >= WORDS_ENOUGH else 0.0


def _joined(tellings: Sequence[Telling], edges: Sequence[tuple[float, int, int]]) -> list[list[int]]:
    """Groups by the surest edge first; two groups become one only if most of their pairs say the same."""
    said = {(first, second): score for score, first, second in edges}
    group_of = {number: [number] for number in range(len(tellings))}
    for _, first, second in sorted(edges, key=lambda edge: (-edge[0], edge[1], edge[2])):
        left, right = group_of[first], group_of[second]
        if left is right:
            continue
        pairs = [(min(a, b), max(a, b)) for a in left for b in right]
        alike_pairs = sum(1 for pair in pairs if pair in said)
        if 2 * alike_pairs < len(pairs) or any(
            pair not in said and barred(tellings[pair[0]], tellings[pair[1]]) for pair in pairs
        ):
            continue
        merged = sorted(left + right)
        for number in merged:
            group_of[number] = merged
    groups = {id(group): group for group in group_of.values()}
    return sorted(groups.values(), key=lambda group: group[0])


def barred(a: Telling, b: Telling) -> bool:
    """Whether two tellings cannot stand in one group, whatever stands between them."""
    if (
        a.stance != b.stance
        or directions_apart(a, b)
        or rejected(a, b)
        or denials_apart(a, b)
        or happening(a, b).bar is not None
    ):
        return True
    if a.figure is not None and b.figure is not None:
        return compared(a.figure, b.figure) == "apart" or counted_apart(a, b)
    return weapons_apart(a, b) or (agents_apart(a, b) and not one_holder(a, b))
