"""Groups -> those of which not both can hold, by all that speaks for it weighed together.

Rules know figures, days and places, and who answers to whom. "All hatches stood open" and "nobody turned the
key" is a quarrel that no list foresees: there a network that read both tellings in their place is asked. What
it says of the surest two is not enough. Two groups that many documents tell are set against each other more
often than two asides, tellings that are about one thing rather than those that are far apart, and one hand
seldom against itself. How much each weighs was learned (logistic regression, training/contradictions) from
dossiers that the network had not learned from.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from math import exp, fsum, log
from typing import NamedTuple, cast

import numpy as np
from numpy.typing import NDArray

from firsthand.corroborate.contradiction.field import Field, Parted
from firsthand.corroborate.contradiction.scope import KNOWN_BY, Pair, can_quarrel, comparable
from firsthand.corroborate.same_claim.figure import compared
from firsthand.corroborate.same_claim.keys import a_handful, told_over
from firsthand.corroborate.same_claim.meaning import nearest
from firsthand.corroborate.telling.values import Telling
from firsthand.resources.meaning import MeaningModel, Told
from firsthand.resources.parted_in import PartedIn, parted_in

TOLD_FROM = 0.5
"""Chance from which on two groups are told to contradict each other."""

NEAR = 0.25
"""Cosine below which two tellings have nothing to do with each other."""

ALL_IN_ALL = 0.3
"""Mean chance of all pairs of two groups that is asked: one odd telling makes no contradiction."""

BASE = -2.449
SURE, ALL_SURE = 0.53, 0.314
NEARNESS = 2.475
ONE_HAND = -0.81
ONE_OFTEN, BOTH_OFTEN = 0.263, 0.835
TOLD_OVER = -0.4
"""What each piece of `Evidence` weighs: by how much it raises the logarithm of the odds."""

LEAST, MOST = 0.002, 0.998
"""Between these a chance is taken for what it says."""

Groups = Mapping[str, Sequence[Telling]]
Names = tuple[str, str]
Numbers = tuple[int, int]


class Evidence(NamedTuple):
    """What is known of two groups, of which perhaps not both can hold."""

    surest: float
    """The network's chance of the surest two tellings, 0 to 1."""
    all_in_all: float
    """The mean of its chances of every two tellings."""
    near: float
    """Cosine of the two tellings that are nearest."""
    one_hand: bool
    """Whether one hand stands behind both."""
    often: int
    """How many of the two are told by more than one document: none, one or both."""
    told_over: float = 0.0
    """How many times twice as much the documents tell as a few lines do: of many pairs some look like a
    quarrel."""

    @property
    def chance(self) -> float:
        """Chance, 0 to 1, that not both can hold and that it is worth telling."""
        if self.all_in_all < ALL_IN_ALL:
            return 0.0
        odds = (
            BASE
            + SURE * log_odds(self.surest)
            + ALL_SURE * log_odds(self.all_in_all)
            + NEARNESS * self.near
            + ONE_HAND * self.one_hand
            + (0.0, ONE_OFTEN, BOTH_OFTEN)[self.often]
            + TOLD_OVER * self.told_over
        )
        return 1 / (1 + exp(-odds))


def log_odds(chance: float) -> float:
    """The logarithm of the odds of a chance, no surer than `LEAST` and `MOST`."""
    chance = min(MOST, max(LEAST, chance))
    return log(chance / (1 - chance))


class Weighed(NamedTuple):
    """Two groups, what is known of them, and the two tellings that show it."""

    a: str
    b: str
    evidence: Evidence
    pair: Pair
    parted_in: tuple[Field, float | None]
    """In what they part, and the chance of it where words do not tell."""


def weighed(
    groups: Groups,
    unsettled: Callable[[str, str], bool],
    one_hand: Callable[[str, str], bool],
    meaning: MeaningModel,
    least: float = TOLD_FROM,
) -> Iterator[Weighed]:
    """The pairs of groups whose chance is `least` or more, in the order of the groups.

    `unsettled` tells whether two groups may contradict each other and no rule has said how they stand;
    `one_hand` whether one hand stands behind both.
    """
    every = [each for group in groups.values() for each in group]
    known = [(name, each) for name, group in groups.items() for each in group[:KNOWN_BY]]
    read = meaning.read([each.spoken(each.as_meant) for _, each in known])
    judging = _Judging(read, meaning, known, groups, one_hand)
    for a, b in judging.worth(_close(read, known, alone=a_handful(every)), least):
        pairs = [(x, y) for x in groups[a][:KNOWN_BY] for y in groups[b][:KNOWN_BY]]
        if not unsettled(a, b):
            continue
        if not any(_said_outright(x, y) for x, y in pairs):
            continue
        evidence, sure = judging.evidence(a, b)
        if evidence.chance >= least:
            surest = sorted(sure, key=lambda two: (-sure[two], two))
            x, y = next(two for two in surest if _said_outright(known[two[0]][1], known[two[1]][1]))
            pair = _pair(known[x][1], known[y][1])
            yield Weighed(a, b, evidence, pair, field_of(pair, parted_in(), read.near[x], read.near[y]))


class _Judging:
    """What a network says of the tellings of some groups."""

    def __init__(
        self,
        read: Told,
        meaning: MeaningModel,
        known: Sequence[tuple[str, Telling]],
        groups: Groups,
        one_hand: Callable[[str, str], bool],
    ) -> None:
        self._read, self._meaning, self._one_hand = read, meaning, one_hand
        self._numbers: dict[str, list[int]] = defaultdict(list)
        for number, (name, _) in enumerate(known):
            self._numbers[name].append(number)
        self._told_by = {name: len({each.document for each in group}) for name, group in groups.items()}
        self._over = told_over([each for group in groups.values() for each in group])

    def worth(self, close: Sequence[tuple[Names, Numbers]], least: float) -> list[Names]:
        """The groups that may reach the chance, if what the quicker network says is the most there can be.

        It says no of most, and what it said is remembered.
        """
        order = {name: n for n, name in enumerate(self._numbers)}
        most: dict[Names, list[float]] = defaultdict(list)
        chances = self._meaning.most_contradict(self._read, [two for _, two in close])
        for (names, _), chance in zip(close, chances, strict=True):
            most[names].append(chance)
        return sorted(
            (each for each, some in most.items() if self._at_most(each, max(some)) >= least),
            key=lambda each: (order[each[0]], order[each[1]]),
        )

    def _at_most(self, names: Names, surest: float) -> float:
        return Evidence(surest, surest, self._near(*names), False, self._often(*names), self._over).chance

    def evidence(self, a: str, b: str) -> tuple[Evidence, Mapping[Numbers, float]]:
        """What is known of two groups, and the chance of every two tellings."""
        two = [(x, y) for x in self._numbers[a] for y in self._numbers[b]]
        sure = dict(zip(two, (each.contradict for each in self._meaning.judge(self._read, two)), strict=True))
        return Evidence(
            max(sure.values()),
            fsum(sure.values()) / len(sure),
            self._near(a, b),
            self._one_hand(a, b),
            self._often(a, b),
            self._over,
        ), sure

    def _near(self, a: str, b: str) -> float:
        first, second = (self._read.near[self._numbers[name]].astype(np.float64) for name in (a, b))
        return round(float((first @ second.T).max()), 3)

    def _often(self, a: str, b: str) -> int:
        return sum(self._told_by[name] > 1 for name in (a, b))


def _close(read: Told, known: Sequence[tuple[str, Telling]], *, alone: bool) -> list[tuple[Names, Numbers]]:
    """The tellings of two groups that are about one thing, with their groups: in a handful of documents all
    that are near each other at all, in more only the nearest."""
    if alone:
        found: list[list[int]] = np.argwhere(np.triu(read.near @ read.near.T >= NEAR, 1)).tolist()
        pairs = [(x, y) for x, y in found]
    else:
        pairs = sorted({(min(two), max(two)) for two in nearest(read, [each.document for _, each in known])})
    return [((known[x][0], known[y][0]), (x, y)) for x, y in pairs if known[x][0] != known[y][0]]


def _said_outright(a: Telling, b: Telling) -> bool:
    """Whether two tellings could be of one deed, by two voices, and neither only says that it may be."""
    return comparable(a, b) and can_quarrel(_pair(a, b)) and "possible" not in (a.certainty, b.certainty)


def _pair(a: Telling, b: Telling) -> Pair:
    return Pair(a, b, 0.0, a.document == b.document)


def _other_figures(a: Telling, b: Telling) -> bool:
    """Whether both count, and not the same."""
    return a.figure is not None and b.figure is not None and compared(a.figure, b.figure) == "apart"


def field_of(
    pair: Pair, reading: PartedIn | None, one: NDArray[np.float32], other: NDArray[np.float32]
) -> tuple[Field, float | None]:
    """In what two tellings part: two figures by the words, all else by what the encoders make of them.

    Of 238 contradictions told in dossiers that it had not learned from 187 were named rightly; words for
    denials, weapons and doers had named 71 of 247. "identity" where there is no such reading.
    """
    if _other_figures(pair.a, pair.b):
        return "number", None
    read = reading and reading.of(one, other)
    return (cast("Field", read[0]), read[1]) if read else ("identity", None)


def as_parted(found: Weighed) -> Parted:
    """What is weighed, as what two groups part in."""
    chance = found.evidence.chance
    return Parted(found.parted_in[0], found.pair, chance, by_meaning=chance, named_by=found.parted_in[1])


__all__ = ["Evidence", "Weighed", "as_parted", "field_of", "log_odds", "weighed"]
