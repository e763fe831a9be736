"""Of what was found to contradict: each quarrel once, by the groups that tell it best."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from firsthand.corroborate.contradiction.exclusive import denies
from firsthand.corroborate.contradiction.field import ANSWERED, PARTICULAR, Parted
from firsthand.corroborate.telling.values import Telling

WHOLLY_SURE = 0.75
"""Chance from which on what was weighed is told of a group that quarrels already: mostly it is another word
of one quarrel."""


def told_by(groups: Mapping[str, Sequence[Telling]]) -> Callable[[str, str], tuple[int, int, int]]:
    """For two groups what comes first: those that more documents tell, then those told earlier."""
    order = {name: number for number, name in enumerate(groups)}
    documents = {name: len({each.document for each in group}) for name, group in groups.items()}

    def first(a: str, b: str) -> tuple[int, int, int]:
        early, late = sorted((order[a], order[b]))
        return -documents[a] - documents[b], early, late

    return first


def _deed_denied_elsewhere(found: Parted) -> bool:
    """Whether a denial of a deed that few happenings have stands against one that does not tell that deed."""
    minus, plus = found.pair[:2] if denies(found.pair.a) else found.pair[1::-1]
    return found.field == "polarity" and bool(set(minus.matters) & PARTICULAR - set(plus.matters))


def once(
    parted: Sequence[tuple[str, str, Parted]],
    groups: Mapping[str, Sequence[Telling]],
    counted: Collection[tuple[str, str]],
    shown: Collection[str],
) -> Iterator[tuple[str, str, Parted]]:
    """Of what rules find, each group once for each field: what one denies is told in several ways; it meets
    the most told. Of what was weighed, the surest first, each group once, unless wholly sure.

    Who counts none (`counted`) contradicts who counts some, and is not said to deny besides. Groups that are
    `shown` quarrel already.
    """
    first = told_by(groups)

    def clearest(each: tuple[str, str, Parted]) -> tuple[bool, bool, tuple[int, int, int]]:
        a, b, found = each
        return found.shared < ANSWERED, _deed_denied_elsewhere(found), first(a, b)

    met: set[tuple[str, str]] = set(counted)
    quarrelling = set(shown)
    for a, b, found in sorted((each for each in parted if each[2].by_meaning is None), key=clearest):
        quarrel = {(found.field, found.about)} if found.about else set()
        if met.isdisjoint({(found.field, a), (found.field, b)} | quarrel):
            met |= {(found.field, a), (found.field, b)} | quarrel
            quarrelling |= {a, b}
            yield a, b, found
    weighed = [(each[2].by_meaning, each) for each in parted if each[2].by_meaning is not None]
    for chance, (a, b, found) in sorted(weighed, key=lambda each: (-each[0], first(*each[1][:2]))):
        if chance >= WHOLLY_SURE or quarrelling.isdisjoint((a, b)):
            quarrelling |= {a, b}
            yield a, b, found


__all__ = ["once", "told_by"]
