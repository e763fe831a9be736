"""Groups of tellings -> groups joined further where a network says that they mean the same.

Rules know words; "the corridor was bombed" and "a shell came through the ward's roof" share none. A small
language model (resources.meaning) says how likely two tellings are one claim. It never overrules what sets
tellings apart (a figure, a place, a day, a weapon), nor joins what it finds to quarrel, and every two
tellings of two groups are judged before the groups become one: a chain of likenesses merges nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import fsum
from typing import NamedTuple

import numpy as np

from firsthand.corroborate.contradiction.apart import causes_apart, taken_and_held
from firsthand.corroborate.same_claim.figure import compared, counted_apart, parties
from firsthand.corroborate.same_claim.grouped import rejected
from firsthand.corroborate.same_claim.happening import happening, only_a_midnight_apart
from firsthand.corroborate.same_claim.keys import told_over
from firsthand.corroborate.same_claim.words import alike, directions_apart, weapons_apart
from firsthand.corroborate.telling.measure import HUMAN
from firsthand.corroborate.telling.values import Telling
from firsthand.resources.meaning import JUDGED, Judged, MeaningModel, Told
from firsthand.schema import Because

Group = tuple[Telling, ...]

SURE = 0.76
"""Mean likeness in meaning from which on two groups are one, where documents tell few things each."""

SURER = 0.05
"""By how much more alike two must be for every time that documents tell twice as much."""

COUNTED = 0.9
"""Mean likeness from which on what is joined may add a first hand: too many hands are the worst defect."""

LEAST = 0.5
"""Likeness below which one pair of tellings keeps two groups apart."""

NEAREST = 12
"""Tellings near a telling that are judged; the more there are in a matter, the fewer of each."""

NEAR = 0.5
"""Cosine from which on a telling is near."""

ALL = 60_000
"""Pairs judged in one matter at most."""

QUARREL = 0.7
"""Chance that not both can hold from which on two tellings are no one claim."""

BLOCK = 1024
"""Tellings whose neighbours are looked for at once."""

ROUNDED = 0.001
"""What rounding may add to a likeness."""

KNOWN_BY = 8
"""Tellings of a group by which it is judged; the rest say the same."""


class Joined(NamedTuple):
    """The groups, and for each telling why its group was joined, by telling id."""

    groups: tuple[Group, ...]
    because: Mapping[str, tuple[Because, ...]]
    doubtful: frozenset[str] = frozenset()
    """Ids of tellings so little alike to the rest of their group that they add no first hand to it."""


def joined_by_meaning(groups: Sequence[Group], meaning: MeaningModel | None) -> Joined:
    """The groups of one matter, those joined that mean the same; in the order of their first telling.

    The same for any order of the documents; the groups as they are without the instrument.
    """
    if meaning is None or len(groups) < 2:
        return Joined(tuple(groups), {})
    joining = _Joining(sorted(groups, key=lambda group: _order(group[0])), meaning)
    found = joining.joined()
    groups = tuple(sorted(found, key=lambda group: _order(group[0])))
    return Joined(groups, joining.because, frozenset(joining.doubtful))


def _order(telling: Telling) -> tuple[str, str]:
    return telling.published or "", telling.id


class _Joining:
    """The groups of one matter, and what the network says of their tellings."""

    def __init__(self, groups: Sequence[Group], meaning: MeaningModel) -> None:
        self._groups: dict[int, Group] = dict(enumerate(groups))
        self._tellings = [each for group in groups for each in group[:KNOWN_BY]]
        self._number = {each.id: n for n, each in enumerate(self._tellings)}
        self._of = {each.id: n for n, group in enumerate(groups) for each in group[:KNOWN_BY]}
        self._meaning = meaning
        self._told = meaning.read([each.spoken(each.in_short) for each in self._tellings])
        self._judged: dict[tuple[int, int], Judged] = {}
        self._sure = SURE + SURER * told_over(self._tellings)
        self.because: dict[str, tuple[Because, ...]] = {}
        self.doubtful: set[str] = set()

    def joined(self) -> list[Group]:
        """The groups after the surest have been joined, one pair after another, until none is sure."""
        known = {n: [self._number[each.id] for each in group[:KNOWN_BY]] for n, group in self._groups.items()}
        pairs = self._candidates()
        pairs = [(one, other) for one, other in pairs if self._may_be_one(known[one], known[other])]
        self._judge({_pair(a, b) for one, other in pairs for a in known[one] for b in known[other]})
        sure = {pair: mean for pair in pairs if (mean := self._alike(known[pair[0]], known[pair[1]]))}
        while sure:
            one, other = min(sure, key=lambda pair: (-sure[pair], pair))
            self._explain(known[one], known[other])
            if sure[one, other] < COUNTED:
                lesser = min((one, other), key=lambda n: (len({t.document for t in self._groups[n]}), -n))
                self.doubtful.update(each.id for each in self._groups[lesser])
            known[one] += known.pop(other)
            self._groups[one] = tuple(sorted((*self._groups[one], *self._groups.pop(other)), key=_order))
            around = {n for pair in sure if {one, other} & set(pair) for n in pair} - {one, other}
            sure = {pair: mean for pair, mean in sure.items() if not {one, other} & set(pair)}
            for each in sorted(around):
                if not self._may_be_one(known[one], known[each]):
                    continue
                self._judge({_pair(a, b) for a in known[one] for b in known[each]})
                if mean := self._alike(known[one], known[each]):
                    sure[_pair(one, each)] = mean
        return list(self._groups.values())

    def _candidates(self) -> list[tuple[int, int]]:
        """Pairs of groups of which some tellings are near each other, and none are told apart."""
        found: dict[tuple[int, int], bool] = {}
        for a, b in nearest(self._told, [each.document for each in self._tellings]):
            one, other = self._of[self._tellings[a].id], self._of[self._tellings[b].id]
            if one != other and (pair := _pair(one, other)) not in found:
                found[pair] = all(
                    one_from(x, y) < NEVER
                    for x in self._groups[one][:KNOWN_BY]
                    for y in self._groups[other][:KNOWN_BY]
                )
        return sorted(pair for pair, open_ in found.items() if open_)

    def _judge(self, pairs: Iterable[tuple[int, int]]) -> None:
        new = sorted(pair for pair in pairs if pair not in self._judged)
        self._judged.update(zip(new, self._meaning.judge(self._told, new), strict=True))

    def _may_be_one(self, one: Sequence[int], other: Sequence[int]) -> bool:
        """Whether the most that could be said of two groups, as near as they are, would make them one."""
        most = self._told.near[list(one)].astype(np.float64) @ self._told.near[list(other)].T + JUDGED
        return bool(most.mean() >= self._sure - ROUNDED and most.min() >= LEAST - ROUNDED)

    def _alike(self, one: Sequence[int], other: Sequence[int]) -> float:
        """Mean likeness in meaning of the tellings of two groups, 0 where the groups stay two."""
        pairs = {(a, b): self._judged[_pair(a, b)].alike for a in one for b in other}
        mean = fsum(pairs.values()) / len(pairs)
        if mean < self._sure or min(pairs.values()) < LEAST:
            return 0.0
        if any(self._judged[_pair(a, b)].contradict >= QUARREL for a in one for b in other):
            return 0.0
        if any(said < one_from(self._tellings[a], self._tellings[b]) for (a, b), said in pairs.items()):
            return 0.0
        return mean

    def _explain(self, one: Sequence[int], other: Sequence[int]) -> None:
        """The surest pair of two groups that become one, as a reason of both its tellings."""
        a, b = max(
            (_pair(a, b) for a in one for b in other), key=lambda p: (self._judged[p].alike, -p[0], -p[1])
        )
        first, second = sorted((self._tellings[a], self._tellings[b]), key=_order)
        why = Because(
            rule="group.same_meaning",
            note=f"{first.document}: “{first.in_short}” — {second.document}: “{second.in_short}” "
            f"({self._judged[a, b].near:.2f})",
        )
        for each in (first, second):
            self.because[each.id] = (*self.because.get(each.id, ()), why)


def _pair(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)


def nearest(told: Told, documents: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Each telling with those of other documents that are nearest to it."""
    count = len(documents)
    most = max(2, min(NEAREST, ALL // max(1, count)))
    numbers = {name: n for n, name in enumerate(dict.fromkeys(documents))}
    of = np.array([numbers[each] for each in documents])
    for start in range(0, count, BLOCK):
        cosines = told.near[start : start + BLOCK] @ told.near.T
        cosines[of[start : start + BLOCK, None] == of[None, :]] = -1.0
        take = min(most, count)
        nearest = np.argpartition(-cosines, take - 1, axis=1)[:, :take]
        for row, columns in enumerate(nearest.tolist()):
            yield from ((start + row, each) for each in columns if cosines[row, each] >= NEAR)


NEVER = 2.0
"""A likeness that no two tellings reach: what parts them, no likeness outweighs."""

NEARLY = 0.86
"""Likeness from which on a toll and one who tells of the same dead without counting are one, and a toll told
as a part ("twelve of them") and told by itself."""

HARDLY = 0.88
"""Likeness from which on days on both sides of a midnight, or other words for who is counted, part nobody."""

CLEARLY = 1.0
"""Likeness from which on two are one though one figure stands beside other words for what befell those
counted ("were killed", "we have lost"), or beside nearly that figure; and though they name two causes."""

IN_MANY_WORDS = 0.5
"""Likeness in words from which on a denial denies what the other tells."""


def one_from(a: Telling, b: Telling) -> float:
    """The likeness from which on two tellings may be one claim, as far as their words part them: 0 where
    nothing does, `NEVER` where another figure, happening, weapon or direction does, or did and did not.

    Whether two name two doers or two sites, or say did and did not in other words, the network reads better
    than words tell: of such bars none made the groups better.
    """
    if directions_apart(a, b) or rejected(a, b) or weapons_apart(a, b) or taken_and_held(a, b):
        return NEVER
    other_day = happening(a, b).bar is not None
    if other_day and not only_a_midnight_apart(a, b):
        return NEVER
    if a.stance != b.stance and alike(a, b) >= IN_MANY_WORDS:
        return NEVER
    other_sites = bool(a.sites and b.sites) and not set(a.sites) & set(b.sites)
    parted = (HARDLY, other_day), (CLEARLY, other_sites or causes_apart(a, b, whole=True))
    return max((_figures_from(a, b), *(least for least, apart in parted if apart)))


def _figures_from(a: Telling, b: Telling) -> float:
    """The same for what they count: another figure parts them; what else is counted the network judges."""
    people = a.measure in HUMAN, b.measure in HUMAN
    if a.figure is None or b.figure is None:
        return NEARLY if any(people) else 0.0
    said = compared(a.figure, b.figure)
    if said == "apart" or {a.measure, b.measure} == FATES:
        return NEVER
    if said == "compatible":
        return CLEARLY
    if not all(people):
        return HARDLY if any(people) or a.part != b.part or parties(a, b) == "apart" else 0.0
    if a.measure != b.measure or counted_apart(a, b):
        return CLEARLY
    return NEARLY if a.part != b.part else 0.0


FATES = {"killed", "wounded"}
"""What is counted side by side of one happening: as many of the one as of the other is chance."""


__all__ = ["Joined", "joined_by_meaning", "nearest"]
