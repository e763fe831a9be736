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

from firsthand.corroborate.contradiction.asked import NEAR, asked
from firsthand.corroborate.contradiction.exclusive import denies
from firsthand.corroborate.contradiction.field import HABIT, Field, Parted
from firsthand.corroborate.contradiction.proposed import NOT_SAID, comparable
from firsthand.corroborate.contradiction.scope import KNOWN_BY, Pair
from firsthand.corroborate.same_claim.keys import a_handful, told_over
from firsthand.corroborate.telling.values import Telling
from firsthand.resources.meaning import Judged, MeaningModel, Told

CERTAIN, SURER = 0.7, 0.22
"""Chance, of the surest two tellings, from which on the networks alone tell a contradiction, and what is
asked beside for every time that documents tell twice as much: of many pairs some look like a quarrel."""

MOST_CERTAIN = 0.9
"""No more is asked, however much is told."""

ALL_IN_ALL = 0.4
"""Mean chance of all pairs of two groups: one odd telling makes no contradiction."""

UNPLACED = 0.9
"""The same where too little is told of place and day to say that it is one happening."""

FEWEST = 3
"""Words below which a telling says too little to be set against another."""

Groups = Mapping[str, Sequence[Telling]]
Numbers = tuple[int, int]
"""Two tellings by their numbers, the smaller first."""


def unforeseen(
    groups: Groups, met: Callable[[str, str], Sequence[Pair]], meaning: MeaningModel
) -> Iterator[tuple[str, str, Parted]]:
    """Pairs of groups with the two tellings that are set against each other, for a handful of documents.

    `met` gives the pairs of tellings of two groups that may be of one happening, none where the two are
    settled already.
    """
    every = [each for group in groups.values() for each in group]
    if not a_handful(every):
        return
    certain = asked(CERTAIN, SURER, MOST_CERTAIN, told_over(every))
    known = [(name, each) for name, group in groups.items() for each in group[:KNOWN_BY] if outright(each)]
    read = meaning.read([each.spoken(each.as_meant) for _, each in known])
    number = {each.id: n for n, (_, each) in enumerate(known)}
    worth = _worth_asking(read, known, meaning, certain)
    open_: dict[tuple[str, str], dict[Numbers, Pair]] = {}
    for a, b in worth:
        found = {
            (number[pair.a.id], number[pair.b.id]): pair
            for pair in met(a, b)
            if pair.a.id in number and pair.b.id in number and comparable(pair.a, pair.b)
        }
        if worth[a, b] & found.keys():
            open_[a, b] = found
    for (a, b), judged in _judged(open_, worth, read, meaning, certain).items():
        close = [each for each in judged if each[0].near >= NEAR]
        needed = certain if any(pair.placed for _, pair in close) else max(certain, UNPLACED)
        if close and _sure([each for each, _ in close], needed):
            surest, pair = max(close, key=lambda each: (each[0].contradict, each[1].a.id, each[1].b.id))
            yield a, b, Parted(_field(pair), pair, surest.contradict, by_meaning=surest.contradict)


def _worth_asking(
    read: Told, known: Sequence[tuple[str, Telling]], meaning: MeaningModel, certain: float
) -> dict[tuple[str, str], set[Numbers]]:
    """The groups, in their order, of which two tellings are about one thing and may reach the chance that is
    asked, with these. `known`: each telling with its group.

    The quicker network is asked before most rules: it says no of most, and what it said is remembered.
    """
    names = [name for name, _ in known]
    order = {name: n for n, name in enumerate(dict.fromkeys(names))}
    close: list[list[int]] = np.argwhere(np.triu(read.near @ read.near.T >= NEAR, 1)).tolist()
    pairs = [(i, j) for i, j in close if names[i] != names[j] and comparable(known[i][1], known[j][1])]
    worth: dict[tuple[str, str], set[Numbers]] = defaultdict(set)
    for (i, j), most in zip(pairs, meaning.most_contradict(read, pairs), strict=True):
        if most >= certain:
            worth[names[i], names[j]].add((i, j))
    return dict(sorted(worth.items(), key=lambda each: (order[each[0][0]], order[each[0][1]])))


def _judged(
    open_: Mapping[tuple[str, str], Mapping[Numbers, Pair]],
    worth: Mapping[tuple[str, str], set[Numbers]],
    read: Told,
    meaning: MeaningModel,
    certain: float,
) -> dict[tuple[str, str], list[tuple[Judged, Pair]]]:
    """What is said of all pairs of two groups, where one of those worth asking reaches the chance."""
    first = [pair for both, found in open_.items() for pair in found if pair in worth[both]]
    said = dict(zip(first, meaning.judge(read, first, NEAR), strict=True))
    sure = {
        both: found
        for both, found in open_.items()
        if any(said[pair].contradict >= certain for pair in found if pair in said)
    }
    others = [pair for found in sure.values() for pair in found if pair not in said]
    said.update(zip(others, meaning.judge(read, others, NEAR), strict=True))
    return {both: [(said[each], pair) for each, pair in found.items()] for both, found in sure.items()}


def _sure(judged: Sequence[Judged], certain: float) -> bool:
    """Whether two groups contradict each other by what is said of the pairs of their tellings."""
    chances = [each.contradict for each in judged]
    return max(chances) >= certain and fsum(chances) / len(chances) >= ALL_IN_ALL


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
