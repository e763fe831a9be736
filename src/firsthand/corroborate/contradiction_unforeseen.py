"""Groups of a few documents -> those of which a network finds that not both can hold, where no rule says why.

Rules know the quarrels of every war; "all hatches stood open" and "nobody turned the key" is one that no list
foresees. Here the network must be much surer than where a rule proposes, and whatever else may explain that
two tellings differ (one hand, another day or village, a doubt, a habit, another figure) is asked first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from math import fsum

import numpy as np
from numpy.typing import NDArray

from firsthand.corroborate.contradiction_exclusive import denies
from firsthand.corroborate.contradiction_field import HABIT, Field, Parted
from firsthand.corroborate.contradiction_proposed import NOT_SAID, comparable
from firsthand.corroborate.contradiction_scope import KNOWN_BY, Pair
from firsthand.corroborate.same_claim_keys import a_handful
from firsthand.corroborate.telling_values import Telling
from firsthand.resources.meaning import Judged, MeaningModel, Told

CERTAIN = 0.8
"""Chance, of the surest two tellings, from which on the networks alone tell a contradiction."""

ALL_IN_ALL = 0.3
"""Mean chance of all pairs of two groups: one odd telling makes no contradiction."""

CLOSE = 0.45
"""Cosine below which two tellings are not about one thing."""

FEWEST = 3
"""Words below which a telling says too little to be set against another."""

Groups = Mapping[str, Sequence[Telling]]


def unforeseen(
    groups: Groups, met: Callable[[str, str], Sequence[Pair]], meaning: MeaningModel
) -> Iterator[tuple[str, str, Parted]]:
    """Pairs of groups with the two tellings that are set against each other, for a handful of documents.

    `met` gives the pairs of tellings of one happening of two groups, none where the two are settled already.
    """
    if not a_handful(each for group in groups.values() for each in group):
        return
    known = [(name, each) for name, group in groups.items() for each in group[:KNOWN_BY] if outright(each)]
    read = meaning.read([each.spoken(each.as_meant) for _, each in known])
    number = {each.id: n for n, (_, each) in enumerate(known)}
    asked: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for a, b in _near(read.near, [name for name, _ in known]):
        found = [
            pair
            for pair in met(a, b)
            if pair.a.id in number and pair.b.id in number and comparable(pair.a, pair.b)
        ]
        if found:
            asked[a, b] = found
    asked = _worth_asking(asked, number, read, meaning)
    numbers = [(number[pair.a.id], number[pair.b.id]) for found in asked.values() for pair in found]
    said = dict(zip(numbers, meaning.judge(read, numbers, CLOSE), strict=True))
    for (a, b), found in asked.items():
        judged = [(said[number[pair.a.id], number[pair.b.id]], pair) for pair in found]
        close = [each for each in judged if each[0].near >= CLOSE]
        if close and _sure([each for each, _ in close]):
            surest, pair = max(close, key=lambda each: (each[0].contradict, each[1].a.id, each[1].b.id))
            yield a, b, Parted(_field(pair), pair, surest.contradict, by_meaning=surest.contradict)


def _worth_asking(
    asked: Mapping[tuple[str, str], list[Pair]], number: Mapping[str, int], read: Told, meaning: MeaningModel
) -> dict[tuple[str, str], list[Pair]]:
    """Those of two groups of which some pair may reach the chance that is asked."""
    numbers = [(number[pair.a.id], number[pair.b.id]) for found in asked.values() for pair in found]
    may = dict(zip(numbers, meaning.may_contradict(read, numbers, CERTAIN), strict=True))
    return {
        both: found
        for both, found in asked.items()
        if any(may[number[pair.a.id], number[pair.b.id]] for pair in found)
    }


def _sure(judged: Sequence[Judged]) -> bool:
    """Whether two groups contradict each other by what is said of the pairs of their tellings."""
    chances = [each.contradict for each in judged]
    return max(chances) >= CERTAIN and fsum(chances) / len(chances) >= ALL_IN_ALL


def _near(rows: NDArray[np.float32], names: Sequence[str]) -> list[tuple[str, str]]:
    """The groups of which a telling of each are about one thing, in the order of the groups."""
    order = {name: n for n, name in enumerate(dict.fromkeys(names))}
    close = np.argwhere(np.triu(rows @ rows.T >= CLOSE, 1)).tolist()
    found = {(names[i], names[j]) for i, j in close if names[i] != names[j]}
    return sorted(
        {(a, b) if order[a] < order[b] else (b, a) for a, b in found},
        key=lambda p: (order[p[0]], order[p[1]]),
    )


def outright(telling: Telling) -> bool:
    """Whether a telling says outright that something was so or was not: no doubt, habit or silence."""
    return (
        telling.certainty not in ("unknown", "possible")
        and telling.unconfirmed is None
        and len(telling.piece.split()) >= FEWEST
        and HABIT.search(telling.piece) is None
        and NOT_SAID.search(telling.piece) is None
    )


def _field(pair: Pair) -> Field:
    return "polarity" if denies(pair.a) != denies(pair.b) else "identity"


__all__ = ["outright", "unforeseen"]
