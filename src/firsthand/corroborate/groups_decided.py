"""Groups of tellings as they were found -> groups as people say that they are.

Somebody who says that two groups tell one claim, or that one group holds two, is obeyed: what is found anew
never overwrites it. Decisions are taken in the order given. Each names the tellings that the person saw, with
their words: a telling that is gone, or that has other words today, is left where it was found.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from firsthand.corroborate.telling.values import Telling
from firsthand.schema import Because, Findings, Reading, Regrouped, words

RULE = "decision"

Group = tuple[Telling, ...]


class Decided(msgspec.Struct, frozen=True):
    """The groups by their ids, and why those are as they are that somebody decided about."""

    groups: Mapping[str, Group]
    because: Mapping[str, tuple[Because, ...]]


def as_decided(
    groups: Sequence[Group], regrouped: Iterable[Regrouped], readings: Iterable[Reading]
) -> Decided:
    """The groups after what people decided. A group keeps its number; of groups made one, the lowest is kept,
    and what was taken out of a group is numbered after all others."""
    sorting = _Sorting(groups, {reading.document.id: reading.document.text for reading in readings})
    for each in regrouped:
        sorting.take(each)
    found = {number: group for number, group in sorted(sorting.groups.items()) if group}
    return Decided(
        groups={f"g{number}": group for number, group in found.items()},
        because={f"g{number}": tuple(sorting.because.get(number, ())) for number in found},
    )


def told(found: Findings, decided: Decided) -> Findings:
    """Findings whose groups say which person made them what they are."""
    if not any(decided.because.values()):
        return found
    return msgspec.structs.replace(
        found,
        groups=tuple(
            msgspec.structs.replace(group, because=(*decided.because.get(group.id, ()), *group.because))
            for group in found.groups
        ),
    )


class _Sorting:
    """Tellings in their groups, while decisions are taken one after the other."""

    def __init__(self, groups: Sequence[Group], texts: Mapping[str, str]) -> None:
        self.groups = dict(enumerate(groups, 1))
        self.because: dict[int, list[Because]] = {}
        self._at = {telling.id: number for number, group in self.groups.items() for telling in group}
        self._telling = {telling.id: telling for group in groups for telling in group}
        self._texts = texts
        self._next = len(self.groups) + 1

    def take(self, decided: Regrouped) -> None:
        """One decision, as far as its tellings are there with the words that the person saw."""
        stay = [name for name in decided.tellings if self._is_there(name, decided)]
        others = [name for name in decided.others if self._is_there(name, decided)]
        if not stay or not others:
            return
        if decided.same:
            self._join(stay, others, decided)
        else:
            self._part(stay, others, decided)

    def _is_there(self, name: str, decided: Regrouped) -> bool:
        telling = self._telling.get(name)
        if telling is None:
            return False
        said = decided.words.get(name)
        return said is None or said == words(self._texts.get(telling.document, ""), telling.anchors[:1])

    def _join(self, one: Sequence[str], other: Sequence[str], decided: Regrouped) -> None:
        numbers = sorted({self._at[name] for name in (*one, *other)})
        if len(numbers) > 1:
            first = numbers[0]
            self._put(first, [each for number in numbers for each in self.groups.pop(number)])
            kept = [reason for number in numbers for reason in self.because.pop(number, [])]
            self.because[first] = kept
        self._tell(numbers[0], f"{decided.by} decided on {decided.at[:10]} that these tell one claim")

    def _part(self, stay: Sequence[str], out: Sequence[str], decided: Regrouped) -> None:
        mixed = {self._at[name] for name in stay}
        leaving = [name for name in out if self._at[name] in mixed]
        if not leaving:
            return
        note = f"{decided.by} decided on {decided.at[:10]} that another claim was told among these"
        for number in sorted({self._at[name] for name in leaving}):
            self._tell(number, note)
        for number in {self._at[name] for name in leaving}:
            self.groups[number] = tuple(each for each in self.groups[number] if each.id not in leaving)
        self._put(self._next, [self._telling[name] for name in leaving])
        note = f"{decided.by} decided on {decided.at[:10]} that these tell a claim of their own"
        self._tell(self._next, note)
        self._next += 1

    def _put(self, number: int, members: Iterable[Telling]) -> None:
        group = tuple(sorted(members, key=lambda each: (each.published or "", each.id)))
        self.groups[number] = group
        self._at |= {telling.id: number for telling in group}

    def _tell(self, number: int, note: str) -> None:
        self.because.setdefault(number, []).append(Because(rule=RULE, note=note))
