"""Traced groups -> the same, with what a network reads of whose tellings they are, where words do not tell.

The rules know a voice by its words. "The officer on duty" may be the sergeant of another report, and a post
without any voice may be a relief group's own. A small language model reads each telling where it stands, and
says of two whether two first hands stand behind them. It is asked last, within one group, and only in three
things, in which it was right more often than the rules were: two hands that it reads as one are counted once;
what no rule could trace is counted where it reads as nobody's of those who are known; and so is a voice that
was only taken for another as no word tells the two apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from math import fsum

from firsthand.corroborate.independence.likeness import APART, DOUBT, MAY_BE, likeness
from firsthand.corroborate.names.described import Described
from firsthand.corroborate.origins.trace import Traced
from firsthand.corroborate.same_claim.keys import a_handful
from firsthand.corroborate.telling.values import Telling
from firsthand.resources.meaning import MeaningModel
from firsthand.schema import Because, Origin, Reasons

ONE = 0.42
"""Chance that two hands stand behind two tellings, below which they are counted as one."""

ONE_UNNAMED = 0.85
"""The same where neither is known by a name, nor words tell two bodies apart: descriptions say little."""

ONE_BY_WORDS = 0.95
"""The same where words say that one description may be of the other: these the rules left two for what other
voices are like them."""

ANOTHER = 0.7
"""Chance from which on a telling that no rule traces is counted beside all that are traced."""

KNOWN_BY = 12
"""Tellings of a group that are read; where more tell it, the rules count alone."""

ANOTHER_BY_WORDS = 0.8
"""The same of a telling whose voice may be one of those who are known, and of a publisher's bare word that an
earlier document has from somebody: often its voice stands in another sentence, and was not seen."""

NEVER_COUNTED = frozenset({"origin.media_reports", "origin.not_confirmed", "origin.circle"})
"""Why a telling is not traced that no reading outweighs: it says itself that nobody is known."""

HOUSES = frozenset(
    {
        "armed_group",
        "church",
        "city",
        "embassy",
        "hospital",
        "justice",
        "mosque",
        "police",
        "rescue",
        "school",
    }
)
"""Bodies none of which is a part of another, by words that mean no other: a mayor is no hospital."""

FOES = {"military", "armed_group"}
"""The army, and those it fights."""

MAYBE_KNOWN, TAKEN_UP = "origin.not_surely_same", "origin.told_before"


def as_read(groups: Mapping[str, Sequence[Telling]], traced: Traced, meaning: MeaningModel | None) -> Traced:
    """The origins of a handful of documents, each group by itself; unchanged without the network."""
    if meaning is None or not a_handful(each for group in groups.values() for each in group):
        return traced
    reading = _Reading(traced, meaning)
    for group in groups.values():
        if len({each.document for each in group}) > 1 and len(group) <= KNOWN_BY:
            reading.of_one(group)
    return reading.found()


class _Reading:
    """The origins of all tellings, changed group by group."""

    def __init__(self, traced: Traced, meaning: MeaningModel) -> None:
        self._origins = {each.id: each for each in traced.origins}
        self._of = dict(traced.of)
        self._because: dict[str, Reasons] = dict(traced.because)
        self._voices = traced.voices
        self._people: dict[str, list[Described]] = {}
        for telling, origin in traced.of.items():
            voice = traced.voices.get(telling)
            if origin is not None and voice is not None and voice.person:
                self._people.setdefault(origin, []).append(voice)
        self._meaning = meaning
        self._order = {each.id: n for n, each in enumerate(traced.origins)}

    def of_one(self, group: Sequence[Telling]) -> None:
        """Two hands that read as one joined in this group, then untraced tellings that read as another's."""
        told = self._meaning.read([each.spoken(each.in_short) for each in group])
        pairs = list(combinations(range(len(group)), 2))
        said = [each.two_hands for each in self._meaning.judge(told, pairs)]
        two = dict(zip(pairs, said, strict=True))
        self._join(group, two)
        self._count(group, two)

    def _join(self, group: Sequence[Telling], two: Mapping[tuple[int, int], float]) -> None:
        while True:
            held: dict[str, list[int]] = {}
            for n, each in enumerate(group):
                if (origin := self._of[each.id]) is not None:
                    held.setdefault(origin, []).append(n)
            chances = {
                pair: fsum(two[min(a, b), max(a, b)] for a in held[pair[0]] for b in held[pair[1]])
                / (len(held[pair[0]]) * len(held[pair[1]]))
                for pair in combinations(sorted(held, key=self._order.__getitem__), 2)
                if not self._one_is_footage(*pair)
                and not self._other_people(*pair)
                and not any(
                    self._surely_two(group[a], group[b]) for a in held[pair[0]] for b in held[pair[1]]
                )
            }
            open_ = [each for each in chances if chances[each] < self._one_below(group, held, *each)]
            pair = min(open_, key=lambda each: (chances[each], each), default=None)
            if pair is None:
                return
            first, second = pair
            note = (
                f"{self._origins[second].name} is read as {self._origins[first].name} ({chances[pair]:.2f})"
            )
            for n in held[second]:
                self._set(group[n], first, Because(rule="independence.read_as_one", note=note))

    def _one_below(
        self, group: Sequence[Telling], held: Mapping[str, Sequence[int]], one: str, other: str
    ) -> float:
        """The chance of two hands below which two origins are one, by how their voices are told of."""
        pairs = (
            (self._voices.get(group[a].id), self._voices.get(group[b].id))
            for a in held[one]
            for b in held[other]
        )
        voices = [(a, b) for a, b in pairs if a and b]
        if any(likeness(a, b) >= MAY_BE for a, b in voices):
            return ONE_BY_WORDS
        told = any(a.person or b.person or self._two_bodies(a, b) for a, b in voices)
        return ONE if told else ONE_UNNAMED

    def _one_is_footage(self, one: str, other: str) -> bool:
        """Whether one hand is what a clip shows, and the other is not."""
        return (self._origins[one].kind == "footage") != (self._origins[other].kind == "footage")

    def _other_people(self, one: str, other: str) -> bool:
        """Whether people speak for both hands, here or elsewhere, and none of the one is one of the other."""
        two = [(a, b) for a in self._people.get(one, ()) for b in self._people.get(other, ())]
        return bool(two) and all(likeness(a, b) == APART for a, b in two)

    def _surely_two(self, one: Telling, other: Telling) -> bool:
        """Whether two voices are people of two names, or of two houses: whatever is read, they are two."""
        a, b = self._voices.get(one.id), self._voices.get(other.id)
        if a is None or b is None:
            return False
        houses = self._two_bodies(a, b) and ({a.body, b.body} <= HOUSES or {a.body, b.body} == FOES)
        return houses or (bool(a.person and b.person) and likeness(a, b) == APART)

    def _two_bodies(self, a: Described, b: Described) -> bool:
        """Whether words tell two bodies apart, which may yet be one.

        "The brigade" is the fire brigade, and what a ministry passes on is its laboratory's (of 57 that read
        as one, 42 were).
        """
        return None not in (a.body, b.body) and a.body != b.body and likeness(a, b) == APART

    def _count(self, group: Sequence[Telling], two: Mapping[tuple[int, int], float]) -> None:
        for n, each in enumerate(group):
            why = {because.rule for because in self._because[each.id]}
            traced = self._of[each.id] is not None
            doubted = traced and self._taken_for_one_in_doubt(group, n)
            if (traced and TAKEN_UP not in why and not doubted) or why & NEVER_COUNTED:
                continue
            known = [m for m, other in enumerate(group) if m != n and self._of[other.id] is not None]
            if not known or any(group[m].document == each.document for m in known):
                continue
            least = min(two[min(n, m), max(n, m)] for m in known)
            taken_up = (traced and not doubted) or MAYBE_KNOWN in why
            if least >= (ANOTHER_BY_WORDS if taken_up else ANOTHER):
                origin = self._new(each)
                note = f"{origin.name} reads as another than those known ({least:.2f})"
                self._set(each, origin.id, Because(rule="independence.read_as_another", note=note))

    def _taken_for_one_in_doubt(self, group: Sequence[Telling], n: int) -> bool:
        """Whether a voice was only taken for those it stands beside, as no word tells them apart."""
        own = self._voices.get(group[n].id)
        beside = [
            self._voices.get(each.id)
            for each in group
            if each.id != group[n].id and self._of[each.id] == self._of[group[n].id]
        ]
        return (
            own is not None
            and bool(beside)
            and all(other is not None and likeness(own, other) == DOUBT for other in beside)
        )

    def _new(self, telling: Telling) -> Origin:
        """The hand of a telling that no rule traces, called by the voice or the publisher that tells it."""
        last = telling.chain[-1].name if telling.chain else telling.document
        number = 1 + max((int(each[1:]) for each in self._origins), default=0)
        origin = Origin(id=f"o{number}", name=last, kind="unnamed", party_to_conflict=None, because=())
        self._origins[origin.id] = origin
        self._order[origin.id] = len(self._order)
        return origin

    def _set(self, telling: Telling, origin: str, why: Because) -> None:
        self._of[telling.id] = origin
        self._because[telling.id] = (*self._because[telling.id], why)

    def found(self) -> Traced:
        """The origins that still stand behind something, with what was changed and why."""
        held = {each for each in self._of.values() if each is not None}
        return Traced(
            origins=tuple(each for each in self._origins.values() if each.id in held),
            of=self._of,
            because=self._because,
        )


__all__ = ["as_read"]
