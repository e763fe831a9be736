"""Of what was found to contradict: each quarrel once, by the groups that tell it best."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from firsthand.corroborate.contradiction.exclusive import denies
from firsthand.corroborate.contradiction.field import ANSWERED, PARTICULAR, Parted
from firsthand.corroborate.telling.values import Telling

WHOLLY_SURE = 0.85
"""Chance from which on a network alone is believed of another word of a quarrel, too."""


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
    """Each group once for each field: what one denies is told in several ways; it meets the most told.

    Who counts none (`counted`) contradicts who counts some, and is not said to deny besides. What rules find
    comes first, then what a network alone is surest of. What a single document tells, and a network alone
    finds, not wholly sure, to contradict a group, is mostly another word of a quarrel in which that group is
    `shown` already.
    """
    first = told_by(groups)

    def aside(each: tuple[str, str, Parted]) -> bool:
        a, b, found = each
        documents = (len({told.document for told in groups[name]}) for name in (a, b))
        return found.by_meaning is not None and found.by_meaning < WHOLLY_SURE and min(documents) == 1

    def clearest(each: tuple[str, str, Parted]) -> tuple[float, bool, bool, bool, tuple[int, int, int]]:
        a, b, found = each
        unsure = 0.0 if found.by_meaning is None else 2.0 - round(found.by_meaning, 1)
        return (
            unsure,
            aside(each),
            found.shared < ANSWERED,
            _deed_denied_elsewhere(found),
            first(a, b),
        )

    met: set[tuple[str, str]] = set(counted)
    quarrelling = set(shown)
    for a, b, found in sorted(parted, key=clearest):
        quarrel = {(found.field, found.about)} if found.about else set()
        if aside((a, b, found)) and not quarrelling.isdisjoint((a, b)):
            continue
        if met.isdisjoint({(found.field, a), (found.field, b)} | quarrel):
            met |= {(found.field, a), (found.field, b)} | quarrel
            quarrelling |= {a, b}
            yield a, b, found


__all__ = ["once", "told_by"]
