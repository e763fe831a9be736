"""Groups -> which of them cannot both hold, and which replace an earlier one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from firsthand.corroborate.contradiction_deed import (
    blew_up_by_itself,
    by_fire,
    by_itself,
    done_otherwise,
    who_they_are,
)
from firsthand.corroborate.contradiction_field import (
    PARTICULAR,
    VIOLENT,
    Parted,
    at_another_time,
    dead_were_others,
    denied,
    done_by_another,
    elsewhere,
    held_by_both,
)
from firsthand.corroborate.contradiction_number import Numbers, numbers
from firsthand.corroborate.contradiction_scope import KNOWN_BY, Pair, by_two_hands, pairs
from firsthand.corroborate.same_claim_keys import a_handful, pairs_by_key
from firsthand.corroborate.same_claim_words import AKIN, directions, directions_apart
from firsthand.corroborate.telling_values import Telling
from firsthand.schema import Anchor, Because, Contradiction, Update

OF_ONE_HAPPENING: tuple[Callable[[Sequence[Pair]], Parted | None], ...] = (
    denied,
    held_by_both,
    done_by_another,
    dead_were_others,
    done_otherwise,
    blew_up_by_itself,
    who_they_are,
)
"""What two groups may part in that tell of one happening, in the order tried."""


def contradictions(
    groups: Mapping[str, Sequence[Telling]], origin_of: Mapping[str, str | None]
) -> tuple[tuple[Contradiction, ...], tuple[Update, ...]]:
    """The contradictions and the updates among the groups, by their ids; `origin_of` by telling id."""
    against: list[Contradiction] = []
    updates: list[Update] = []
    parted: list[tuple[str, str, Parted]] = []
    beside = _beside(groups)
    for a, b in candidates(groups):
        one, other = groups[a], groups[b]
        met = tuple(pairs(one, other))
        found = numbers(met, one, other, beside, origin_of)
        if found is not None:
            _of_numbers(a, b, found, groups, against, updates)
            continue
        field = _field(met, one, other)
        if field is not None and (by_two_hands(one, other, origin_of) or _passed_on_otherwise(field)):
            parted.append((a, b, field))
    against += [_contradiction(a, b, each.field, each.pair) for a, b, each in _once(parted, groups)]
    return tuple(sorted(against, key=_order)), tuple(sorted(updates, key=lambda each: (each.from_, each.to)))


def _passed_on_otherwise(found: Parted) -> bool:
    """Whether two publishers tell did and did not of one deed that both have from one hand."""
    a, b = found.pair.a, found.pair.b
    if found.field != "polarity" or not (a.chain and b.chain) or a.chain[0].name == b.chain[0].name:
        return False
    return bool(set(a.matters) & set(b.matters) & PARTICULAR)


def _field(met: Sequence[Pair], a: Sequence[Telling], b: Sequence[Telling]) -> Parted | None:
    """The field in which two groups part, besides their figures."""
    found = (part(met) for part in OF_ONE_HAPPENING) if met else iter(())
    return (
        next((each for each in found if each is not None), None) or elsewhere(a, b) or at_another_time(a, b)
    )


def _beside(groups: Mapping[str, Sequence[Telling]]) -> dict[tuple[str, str], list[Telling]]:
    """The figures by document and measure, among which parts of a sum are looked for."""
    found: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    for group in groups.values():
        for each in group:
            if each.measure is not None:
                found[each.document, each.measure].append(each)
    return found


def _once(
    parted: Sequence[tuple[str, str, Parted]], groups: Mapping[str, Sequence[Telling]]
) -> Iterator[tuple[str, str, Parted]]:
    """Each group once for each field: what one denies is told in several ways; it meets the clearest."""

    def clearest(each: tuple[str, str, Parted]) -> tuple[float, int, str, str]:
        a, b, found = each
        return -found.shared, -len(groups[a]) - len(groups[b]), a, b

    met: set[tuple[str, str]] = set()
    for a, b, found in sorted(parted, key=clearest):
        if (found.field, a) not in met and (found.field, b) not in met:
            met |= {(found.field, a), (found.field, b)}
            yield a, b, found


def _order(found: Contradiction) -> tuple[str, str, str]:
    return found.a, found.b, found.field


def candidates(groups: Mapping[str, Sequence[Telling]]) -> list[tuple[str, str]]:
    """Pairs of groups that could contradict each other, each once."""
    names = list(groups)
    together = a_handful(each for group in groups.values() for each in group)
    found = pairs_by_key([groups[name][:KNOWN_BY] for name in names], _about, together)
    return [(names[a], names[b]) for a, b in found if _could_part(groups[names[a]], groups[names[b]])]


def _about(telling: Telling) -> Iterator[str]:
    """What is told or counted."""
    if telling.measure is not None:
        yield "hurt" if telling.measure in ("killed", "wounded", "casualties") else telling.measure
    yield from telling.matters
    yield from (word for word, _ in sorted(directions(telling.piece)))
    yield from (f"akin{number}" for number, row in enumerate(AKIN) if row & set(telling.matters))
    if {"take", "keep"} & set(telling.matters):
        yield "held"
    if telling.dead_were:
        yield "dead were"


def _could_part(a: Sequence[Telling], b: Sequence[Telling]) -> bool:
    """Whether two groups are of sorts that can contradict each other at all."""
    one, other = a[0], b[0]
    both = set(one.matters) & set(other.matters)
    return (
        one.polarity != other.polarity
        or (one.figure is not None and other.figure is not None)
        or directions_apart(one, other)
        or bool((one.dead_were and other.dead_were) or both & {*VIOLENT, "responsible"})
        or (by_itself(one) and by_fire(other))
        or (by_itself(other) and by_fire(one))
        or bool(one.held and other.held)
        or bool(one.days and other.days and both)
    )


def _of_numbers(
    a: str,
    b: str,
    found: Numbers,
    groups: Mapping[str, Sequence[Telling]],
    against: list[Contradiction],
    updates: list[Update],
) -> None:
    if found.standing != "update":
        against.append(_contradiction(a, b, found.standing, found.pair))
        return
    first, second = (a, b) if any(each.id == found.pair.a.id for each in groups[a]) else (b, a)
    updates.append(
        Update(from_=first, to=second, field="number", because=_because("update.number", found.pair))
    )


def _contradiction(a: str, b: str, field: str, pair: Pair) -> Contradiction:
    return Contradiction(
        a=a,
        b=b,
        field=field,  # type: ignore[arg-type]
        anchors=tuple(
            Anchor(document=each.document, start=s, end=e) for each in pair[:2] for s, e in each.anchors[:1]
        ),
        because=_because(f"contradiction.{field}", pair),
    )


def _because(rule: str, pair: Pair) -> tuple[Because, ...]:
    """The two words set side by side, each with the document that they stand in."""
    return (
        Because(
            rule=rule,
            note=f"{pair.a.document}: “{pair.a.piece}” — {pair.b.document}: “{pair.b.piece}”",
        ),
    )
