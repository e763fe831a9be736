"""Of what rules find to contradict: what a network that read both tellings in their place does not rule out.

A rule knows that "no one was hurt" and "three were wounded" cannot both hold; it does not see that the one is
said of the crew and the other of the passengers. What the network is sure can both hold is not told.
"""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.corroborate.contradiction.field import PARTICULAR
from firsthand.corroborate.contradiction.scope import Pair
from firsthand.corroborate.same_claim.happening import days_between, share_a_name
from firsthand.resources.meaning import MeaningModel

LEAST = {"number": 0.22, "weapon": 0.25, "time": 0.0, "place": 0.0}
"""Chance of a contradiction below which a rule that finds one in this field is not believed: figures, arms,
days and places are compared more surely by what they are than by how they are told."""

ELSE = 0.4
"""The same for the other fields."""


def believed(found: Sequence[tuple[str, Pair]], meaning: MeaningModel) -> list[bool]:
    """For each field with two tellings that part in it, whether the network leaves it possible."""
    told = meaning.read([each.spoken(each.as_meant) for _, pair in found for each in pair[:2]])
    said = meaning.judge(told, [(2 * n, 2 * n + 1) for n in range(len(found))])
    return [
        each.contradict >= LEAST.get(field, ELSE) or _of_one_deed(field, pair) or _of_one_day(field, pair)
        for (field, pair), each in zip(found, said, strict=True)
    ]


def _of_one_deed(field: str, pair: Pair) -> bool:
    """Whether did and did not are told of a deed that few happenings have: there words are surer."""
    return field == "polarity" and bool(set(pair.a.matters) & set(pair.b.matters) & PARTICULAR)


def _of_one_day(field: str, pair: Pair) -> bool:
    """Whether two figures are told of one day, and of one place by its name: there words are surer, too."""
    a, b = pair.a, pair.b
    one, other = a.days or a.days_setting, b.days or b.days_setting
    if field != "number" or one is None or other is None or days_between(one, other) != 0:
        return False
    return share_a_name(a.places, b.places)


__all__ = ["believed"]
