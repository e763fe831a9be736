"""Groups of tellings -> groups joined further where they share the words that few other tellings have.

The lexicon knows the happenings of war and disaster; much else is told in words that it does not hold ("an
avalanche closed the road", "the road is shut because of an avalanche"). What such tellings have in common are
words scarce in their matter. Weighed by how scarce they are (inverse document frequency, Spärck Jones 1972,
with a telling for a document), they join groups that nothing told sets apart, each with the nearest one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from math import fsum, log, sqrt

from firsthand.corroborate.same_claim.figure import compared
from firsthand.corroborate.same_claim.grouped import barred
from firsthand.corroborate.same_claim.happening import ENOUGH, TOGETHER, happening
from firsthand.corroborate.same_claim.words import agents_apart, turns_apart
from firsthand.corroborate.telling.measure import HUMAN
from firsthand.corroborate.telling.terms import stem
from firsthand.corroborate.telling.values import Telling

NEAR = 0.33
"""Mean cosine of the weighed words from which on two groups are one."""

LEAST = 2
"""Words that two tellings must share: one scarce word alone is no proposition."""

WEIGHT = 1.0
"""What the shared words must weigh in sum, where a word that only one telling has weighs one."""

KNOWN = 40
"""Tellings that have a word, beyond which it is not looked for: what all tell of parts nothing."""

LIGHT = frozenset(
    map(
        stem,
        re.findall(
            r"\w+",
            "be become begin bring call come do find get give go have hear keep know leave like look make "
            "mean put say see seem set show speak start stop take tell thing think try turn use want way "
            "work",
        ),
    )
)
"""Words that stand in tellings of anything, however seldom: they are not counted."""

Group = tuple[Telling, ...]
Words = frozenset[str]


def joined_by_scarce_words(groups: Sequence[Group]) -> tuple[Group, ...]:
    """The groups of one matter, those joined that share scarce words; in the order of their first telling.

    The same for any order of the documents.
    """
    return tuple(sorted(_Matter(groups).joined(), key=lambda group: _order(group[0])))


def _order(telling: Telling) -> tuple[str, str]:
    return telling.published or "", telling.id


def words_of(telling: Telling) -> Words:
    """The words of a telling that may be scarce: what happened, to whom and what, and the rest; no places."""
    where = {*telling.places, *telling.setting}
    return frozenset(
        (
            *(f"={each}" for each in telling.matters),
            *(f"-{each}" for each in telling.nouns),
            *(each for each in telling.terms if each not in LIGHT),
            *(f"@{word}" for name in telling.names if name not in where for word in name.split()),
        )
    )


class _Matter:
    """The groups of one matter, with their words weighed by how scarce they are in it."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self._groups: dict[int, Group] = dict(enumerate(groups))
        told = [telling for group in groups for telling in group]
        self._words = {telling.id: words_of(telling) for telling in told}
        self._held = Counter(word for words in self._words.values() for word in words)
        self._weight = {
            word: (log((len(told) + 1) / held) / log(len(told) + 1)) ** 2 for word, held in self._held.items()
        }
        self._size = {key: self._sum(words) for key, words in self._words.items()}
        self._one: dict[tuple[str, str], bool] = {}

    def joined(self) -> list[Group]:
        """The groups after the nearest have been joined, round by round, until none is near enough."""
        near = {pair: score for pair in sorted(self._candidates()) if (score := self._near(*pair)) > 0}
        beside: dict[int, set[int]] = defaultdict(set)
        for one, other in near:
            beside[one].add(other)
            beside[other].add(one)
        while pairs := _mutual(near):
            for one, other in pairs:
                self._groups[one] = tuple(sorted((*self._groups[one], *self._groups.pop(other)), key=_order))
                around = (beside[one] | beside.pop(other)) - {one, other}
                beside[one] = set()
                del near[one, other]
                for each in sorted(around):
                    for was in (one, other):
                        near.pop((min(was, each), max(was, each)), None)
                        beside[each].discard(was)
                    pair = (min(one, each), max(one, each))
                    if (score := self._near(*pair)) > 0:
                        near[pair] = score
                        beside[one].add(each)
                        beside[each].add(one)
        return list(self._groups.values())

    def _candidates(self) -> set[tuple[int, int]]:
        """Pairs of groups that share a word which few tellings have."""
        having: dict[str, set[int]] = defaultdict(set)
        for number, group in self._groups.items():
            for telling in group:
                for word in self._words[telling.id]:
                    if self._held[word] <= KNOWN:
                        having[word].add(number)
        return {pair for numbers in having.values() for pair in combinations(sorted(numbers), 2)}

    def _near(self, one: int, other: int) -> float:
        """Mean likeness of the tellings of two groups, 0 where they stay two."""
        pairs = [(a, b) for a in self._groups[one] for b in self._groups[other]]
        likeness = fsum(self._cosine(a, b) for a, b in pairs) / len(pairs)
        if likeness < NEAR or len({each.document for pair in pairs for each in pair}) < 2:
            return 0.0
        return likeness if all(self._judged(a, b) for a, b in pairs) else 0.0

    def _judged(self, a: Telling, b: Telling) -> bool:
        """Whether two tellings may be one, judged once however often their groups are compared."""
        pair = (a.id, b.id) if a.id < b.id else (b.id, a.id)
        if pair not in self._one:
            self._one[pair] = self._may_be_one(a, b)
        return self._one[pair]

    def _cosine(self, a: Telling, b: Telling) -> float:
        both = self._words[a.id] & self._words[b.id]
        shared = self._sum(both)
        if len(both) < LEAST or shared < WEIGHT:
            return 0.0
        return shared / sqrt(self._size[a.id] * self._size[b.id])

    def _sum(self, words: Iterable[str]) -> float:
        return fsum(self._weight[word] for word in words)

    def _may_be_one(self, a: Telling, b: Telling) -> bool:
        """Whether nothing told sets two tellings apart, and enough speaks for one happening."""
        if a.document == b.document and not barred(a, b):
            return True
        return not (barred(a, b) or told_apart(a, b)) and TOGETHER + happening(a, b).points >= ENOUGH


def told_apart(a: Telling, b: Telling) -> bool:
    """Whether two tellings tell of other happenings, doers or figures, or only one of them has a figure."""
    if a.figure is None or b.figure is None:
        figures = a.figure is not b.figure
    else:
        human = a.measure in HUMAN or b.measure in HUMAN
        figures = human or a.part != b.part or compared(a.figure, b.figure) != "same"
    matters = bool(a.matters and b.matters) and not set(a.matters) & set(b.matters)
    return figures or matters or turns_apart(a, b) or agents_apart(a, b)


def _mutual(near: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """The pairs each of which is the nearest of the other, so that none is joined to a second best."""
    best: dict[int, tuple[float, tuple[int, int]]] = {}
    for pair in sorted(near):
        for each in pair:
            if each not in best or near[pair] > best[each][0]:
                best[each] = (near[pair], pair)
    return [pair for pair in sorted(near) if all(best[each][1] == pair for each in pair)]
