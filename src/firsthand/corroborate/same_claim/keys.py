"""Keys that tellings of one happening share, so that only few pairs need be judged.

A key is what is told, a name that the happening goes by, and a fortnight: the one of publication, or that of
the day told, so that a report months later still meets the first ones. A handful of documents needs no keys.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations
from math import log2

from firsthand.corroborate.telling.values import Telling

HANDFUL = 12
"""So few documents are handed over because they are of one matter, and all their tellings are compared."""

FEW = 4
"""Tellings of a document that tells few things."""

LARGEST = 120
"""Items under one key beyond which the key is too common to say anything."""

LARGEST_WORD = 40
"""The same for a key by a plain word of the title or opening, which says less than a name."""

NAMED = 3
"""A document with so many names is found by them, without its other words."""

WEEK = 7

Key = tuple[Hashable, ...]


def a_handful(tellings: Iterable[Telling]) -> bool:
    """Whether the tellings come from so few documents that all of them are compared."""
    return len({each.document for each in tellings}) <= HANDFUL


def told_over(tellings: Collection[Telling]) -> float:
    """How many times over documents tell twice as much as `FEW` things each: 0 for few, 2 for sixteen.

    The more is told, the less likely it is that any two tellings are of one thing.
    """
    documents = len({each.document for each in tellings})
    return max(0.0, log2(len(tellings) / documents / FEW)) if documents else 0.0


def contexts(telling: Telling) -> Iterator[Key]:
    """Each name, place and telling word of a telling's document, with each fortnight it may belong to."""
    yield (telling.document,)
    weeks = _weeks(telling)
    for name in (*telling.places, *telling.setting):
        yield from (("@", name.lstrip("~")[:4], week) for week in weeks)
    names = [word for word in telling.topic if word.startswith("@")]
    for word in names if len(names) >= NAMED else telling.topic:
        yield from ((word, week) for week in weeks)


def _weeks(telling: Telling) -> list[int | None]:
    """The two fortnights that hold the day of publication, and those that hold the day told."""
    days = [telling.published, telling.days[0] if telling.days else None]
    found = {week for day in days if (week := _week(day)) is not None}
    return [*sorted({*found, *(week + 1 for week in found)})] if found else [None]


def _week(day: str | None) -> int | None:
    try:
        return date.fromisoformat((day or "")[:10]).toordinal() // WEEK
    except ValueError:
        return None


def pairs_by_key(
    items: Sequence[Sequence[Telling]], about: Callable[[Telling], Iterable[Hashable]], together: bool
) -> list[tuple[int, int]]:
    """The pairs of items (a telling or a group each) that share a key, by number; each once, in order."""
    blocks: dict[Key, list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        keys: set[Key] = set()
        for telling in item:
            told = list(about(telling))
            where = [("together",)] if together else contexts(telling)
            keys.update((what, *context) for context in where for what in told)
        for key in keys:
            blocks[key].append(number)
    return sorted(
        {
            pair
            for key, block in blocks.items()
            if 2 <= len(block) <= _largest(key, together)
            for pair in combinations(block, 2)
        }
    )


def _largest(key: Key, together: bool) -> int:
    if together:
        return 10**9
    return LARGEST if len(key) == 2 or str(key[1]).startswith("@") else LARGEST_WORD
