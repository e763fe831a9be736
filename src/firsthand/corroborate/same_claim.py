"""Tellings -> groups of tellings that say the same thing of the same happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from firsthand.corroborate.telling import Telling


def same_claims(tellings: Sequence[Telling]) -> tuple[tuple[Telling, ...], ...]:
    """The tellings in groups: one group for each proposition, in the order of their first telling."""
    groups: dict[tuple[object, ...], list[Telling]] = defaultdict(list)
    for telling in sorted(tellings, key=lambda each: (each.published or "", each.id)):
        groups[_proposition(telling)].append(telling)
    return tuple(tuple(group) for group in groups.values())


def _proposition(telling: Telling) -> tuple[object, ...]:
    figure = telling.figure
    if figure is None:
        return ("words", " ".join(telling.text.casefold().split()))
    return ("figure", figure.kind, figure.min, figure.max)
