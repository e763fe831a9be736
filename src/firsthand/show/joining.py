"""What came after somebody split a claim in two, and may tell either half, waits until a person says which.

A telling of a later document is never counted in a half on the machine's word alone. Only one that has the
very words of a telling that the person saw goes with that one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import msgspec

from firsthand.schema import Because, Findings, Group, Reading, Regrouped
from firsthand.show.decided import STATUS, Decisions
from firsthand.show.decided_groups import telling_words

RULE = "decision"
OURS = "\u2060firsthand"
"""Who holds a telling out, where comparing asks for a name: nobody's, and never shown."""


class Joining(NamedTuple):
    """Tellings of the same words that wait, and the two halves that they may tell, by a telling of each."""

    tellings: tuple[str, ...]
    halves: tuple[str, str]
    by: str
    """Who split the claim."""


def compared(
    compare: Callable[[Sequence[Regrouped]], Findings],
    regrouped: Sequence[Regrouped],
    decisions: Decisions,
    readings: Iterable[Reading],
) -> tuple[Findings, tuple[Joining, ...]]:
    """Findings with what people decided of groups, and what waits to be told which half it joins."""
    splits = [each for each in regrouped if not each.same]
    if not splits:
        return compare(regrouped), ()
    found = compare(splits)
    texts = {reading.document.id: reading.document.text for reading in readings}
    words = {claim.id: telling_words(claim, texts) for claim in found.claims}
    held = _held(splits, found.groups, words)
    if not held:
        return (found if len(splits) == len(regrouped) else compare(regrouped)), ()
    found = compare([step for each in regrouped for step in (each, *(s for s, _ in held.get(id(each), ())))])
    answered = {name for each in regrouped for name in (*each.tellings, *each.others)}
    answered |= {name for name, fields in decisions.items() if STATUS in fields}
    asked = [each for steps in held.values() for _, each in steps if each is not None]
    waiting = tuple(each for each in asked if answered.isdisjoint(each.tellings))
    return _told(found, waiting), waiting


_Steps = list[tuple[Regrouped, Joining | None]]


def _held(splits: Sequence[Regrouped], groups: Sequence[Group], words: dict[str, str]) -> dict[int, _Steps]:
    """What is to be done after each split: tellings taken out of both halves, or put to their own words."""
    at = {name: group for group in groups for name in group.claims}
    known = {name for each in splits for name in each.words}
    made: dict[int, _Steps] = {}
    for each in splits:
        sides = [[name for name in side if name in at] for side in (each.tellings, each.others)]
        if not all(sides):
            continue
        halves = list({at[name].id: at[name] for side in sides for name in side}.values())
        later = sorted((words[name], name) for half in halves for name in half.claims if name not in known)
        known |= {name for _, name in later}
        steps = [
            step
            for said, same in groupby(later, key=lambda pair: pair[0])
            for step in _taken(said, tuple(name for _, name in same), sides, each, words)
        ]
        if steps:
            made[id(each)] = steps
    return made


def _taken(
    said: str, names: tuple[str, ...], sides: list[list[str]], split: Regrouped, words: dict[str, str]
) -> Iterator[tuple[Regrouped, Joining | None]]:
    """Tellings of the same words out of both halves; where one half has these very words, into that one."""
    ours = {"words": {}, "by": OURS, "at": ""}
    seen = (*sides[0], *sides[1])
    alike = [[name for name in side if words.get(name) == said] for side in sides]
    own = [side for side in alike if side]
    asks = None if len(own) == 1 else Joining(names, (sides[0][0], sides[1][0]), split.by)
    yield msgspec.convert({"same": False, "tellings": seen, "others": names, **ours}, Regrouped), asks
    if len(own) == 1:
        yield (
            msgspec.convert({"same": True, "tellings": own[0][:1], "others": names, **ours}, Regrouped),
            None,
        )


def _told(found: Findings, waiting: Sequence[Joining]) -> Findings:
    """The groups without our own reasons; those that wait say so."""
    asked = {name: each for each in waiting for name in each.tellings}

    def because(group: Group) -> tuple[Because, ...]:
        kept = tuple(each for each in group.because if not (each.note or "").startswith(OURS))
        mine = next((asked[name] for name in group.claims if name in asked), None)
        if mine is None:
            return kept
        note = f"came after {mine.by} split a claim in two; nobody has said yet which of the two it tells"
        return (Because(rule=RULE, note=note), *kept)

    groups = tuple(msgspec.structs.replace(each, because=because(each)) for each in found.groups)
    return msgspec.structs.replace(found, groups=groups)
