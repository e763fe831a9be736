"""Two figures that no rule explains -> those of which a network finds that not both can hold.

What they count is told in words that rules do not know for one ("employees of the guard", "guards"). Whether
it is the same a network may judge; whether an update, a part or a sum explains it, rules have asked before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from firsthand.corroborate.contradiction.field import Parted
from firsthand.corroborate.contradiction.scope import Pair
from firsthand.resources.meaning import MeaningModel

SURE, SURER, MOST = 0.7, 0.15, 0.9
"""Chance from which on the network is believed, what is asked beside for every time that documents tell twice
as much, and the most that is asked: of many pairs some look like a quarrel."""

SHARE = 0.95
"""Part of that chance which those must have by whom a quarrel is shown; they are the most told."""

JUDGED = 400
"""Pairs of tellings judged for one quarrel at most."""


class Counted(NamedTuple):
    """Two groups, and two of their tellings whose figures may contradict each other."""

    a: str
    b: str
    pair: Pair


def confirmed(
    found: Sequence[Counted],
    meaning: MeaningModel,
    told_by: Callable[[str, str], tuple[int, int, int]],
    told_over: float,
) -> Iterator[tuple[str, str, Parted]]:
    """Of every two figures that the network confirms, the two groups that most documents tell.

    `told_over`: how many times twice as much the documents tell as a few lines do.
    """
    least = min(MOST, SURE + SURER * told_over)
    quarrels: dict[tuple[str, ...], list[Counted]] = defaultdict(list)
    for each in sorted(found, key=lambda each: (told_by(each.a, each.b), each.pair.a.id, each.pair.b.id)):
        quarrels[_figures(each.pair)].append(each)
    for _, quarrel in sorted(quarrels.items()):
        some = quarrel[:JUDGED]
        told = meaning.read([each.spoken(each.as_meant) for one in some for each in one.pair[:2]])
        said = meaning.judge(told, [(2 * n, 2 * n + 1) for n in range(len(some))])
        chances = [each.contradict for each in said]
        if max(chances) >= least:
            sure = zip(some, chances, strict=True)
            best, chance = min(
                ((one, chance) for one, chance in sure if chance >= SHARE * least),
                key=lambda one: (told_by(one[0].a, one[0].b), -one[1], one[0].pair.a.id),
            )
            yield best.a, best.b, Parted("number", best.pair, chance)


def _figures(pair: Pair) -> tuple[str, ...]:
    return tuple(sorted(f"{each.figure.min}-{each.figure.max}" for each in pair[:2] if each.figure))


__all__ = ["Counted", "confirmed"]
