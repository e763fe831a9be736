"""Groups -> the pairs of them that could contradict each other, found by keys, so that few are judged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence

from firsthand.corroborate.contradiction.blame import ALIKE, accuses, answers
from firsthand.corroborate.contradiction.deed import DESTROYED, by_fire, by_itself
from firsthand.corroborate.contradiction.exclusive import denied_terms, denies, has_not, told_terms
from firsthand.corroborate.contradiction.field import VIOLENT
from firsthand.corroborate.contradiction.presence import presence
from firsthand.corroborate.contradiction.scope import KNOWN_BY
from firsthand.corroborate.contradiction.sides import Sides
from firsthand.corroborate.same_claim.keys import LARGEST_WORD, a_handful, contexts, pairs_by_key
from firsthand.corroborate.same_claim.words import AKIN, directions, directions_apart
from firsthand.corroborate.telling.values import Telling

Groups = Mapping[str, Sequence[Telling]]


def candidates(groups: Groups, sides: Sides) -> list[tuple[str, str]]:
    """Pairs of groups that could contradict each other, each once."""
    names = list(groups)
    known = [groups[name][:KNOWN_BY] for name in names]
    together = a_handful(each for group in groups.values() for each in group)
    met = {
        pair for pair in pairs_by_key(known, _about, together) if _could_part(known[pair[0]], known[pair[1]])
    }
    return [
        (names[a], names[b])
        for a, b in sorted(met.union(_denied(known, together), _accused(known, together, sides)))
    ]


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
    if DESTROYED & set(telling.matters):
        yield "destroyed"
    yield from presence(telling)


def _could_part(a: Sequence[Telling], b: Sequence[Telling]) -> bool:
    """Whether two groups are of sorts that can contradict each other at all."""
    one, other = a[0], b[0]
    both = set(one.matters) & set(other.matters)
    return (
        one.stance != other.stance
        or (any(each.figure for each in a) and any(each.figure for each in b))
        or directions_apart(one, other)
        or bool((one.dead_were and other.dead_were) or both & {*VIOLENT, "responsible"})
        or all(DESTROYED & set(each.matters) for each in (one, other))
        or (by_itself(one) and by_fire(other))
        or (by_itself(other) and by_fire(one))
        or bool(one.held and other.held)
        or bool(one.days and other.days and both)
        or any(map(denies, a)) != any(map(denies, b))
    )


def _denied(known: Sequence[Sequence[Telling]], together: bool) -> Iterator[tuple[int, int]]:
    """Groups that deny something with those that tell of it, by number."""
    denying: dict[tuple[Hashable, ...], set[int]] = defaultdict(set)
    telling_of: dict[tuple[Hashable, ...], set[int]] = defaultdict(set)
    for number, group in enumerate(known):
        for each in group:
            minus = denies(each)
            turned = denied_terms(each.piece) if minus and has_not(each.piece) else told_terms(each.piece)
            where = [()] if together else list(contexts(each))
            for key in ((term, *context) for term in turned for context in where):
                (denying if minus else telling_of)[key].add(number)
    for key, minuses in denying.items():
        pluses = telling_of.get(key, set())
        if together or len(pluses) + len(minuses) <= LARGEST_WORD:
            yield from ((min(a, b), max(a, b)) for a in minuses for b in pluses if a != b)


def _accused(known: Sequence[Sequence[Telling]], together: bool, sides: Sides) -> Iterator[tuple[int, int]]:
    """Groups that lay a deed at somebody's door with those in which that party answers, by number."""
    accusing: dict[tuple[Hashable, ...], set[int]] = defaultdict(set)
    answering: dict[tuple[Hashable, ...], set[int]] = defaultdict(set)
    for number, group in enumerate(known):
        for each in group:
            accused = each.agent if accuses(each) else ()
            if not accused and not answers(each):
                continue
            where = [()] if together else list(contexts(each))
            for context in where:
                for word in accused:
                    accusing[(word[:ALIKE], *context)].add(number)
                for word in sides.of(each):
                    answering[(word[:ALIKE], *context)].add(number)
    for key, accusers in accusing.items():
        answered = answering.get(key, set())
        if together or len(accusers) + len(answered) <= LARGEST_WORD:
            yield from ((min(a, b), max(a, b)) for a in accusers for b in answered if a != b)
