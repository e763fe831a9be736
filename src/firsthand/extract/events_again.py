"""A deed that is told again: "the attack", three sentences on, is the one that was told before."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from firsthand.extract.events_nouns import noun_row
from firsthand.resources.parser import Parse, Token
from firsthand.rules import Rule, rule
from firsthand.schema import Because, Event, Responsibility, Span

DEFINITE = frozenset({"the", "this", "that"})
OWN = frozenset({"amod", "nummod", "prep", "acl", "relcl", "poss"})
"""What says of a deed which it is, so that it need not be the one told before."""
BACK = 6
"""Sentences back in which the deed is looked for that "the attack" means."""
DONE = frozenset({"destroy", "abduct", "beat"})
"""Modes of coercion that "the attack" can mean."""


def told_again(parse: Parse, events: Sequence[Event], held: dict[int, list[Responsibility]]) -> None:
    """Hold those who are blamed for "the attack" responsible at the words that first told of it, too."""
    told = [
        (token, n) for n, e in enumerate(events) if _deed(e) and (token := parse.starting_at(e.trigger.start))
    ]
    meant = {n: noun for token, n in told if (noun := _meant(token)) is not None}
    first: dict[int, int] = {}
    for token, n in told:
        if n not in meant and events[n].factuality == "+":
            first[token.sentence] = min(n, first.get(token.sentence, n))
    for number, noun in sorted(meant.items()):
        before = [first[s] for s in range(noun.sentence - BACK, noun.sentence) if s in first]
        if held.get(number) and len(before) == 1 and (reason := same_deed(noun)) is not None:
            _carry(held, number, before[0], reason)


def _carry(held: dict[int, list[Responsibility]], number: int, told: int, reason: Because) -> None:
    own = held.setdefault(told, [])
    for entry in held[number]:
        if not any(entry.actor.overlaps(known.actor) for known in own):
            own.append(msgspec.structs.replace(entry, because=(*entry.because, reason)))


def _deed(event: Event) -> bool:
    """Whether "the attack" can mean an event: force, or a destroying of something, not that a roof burned."""
    done = event.mode in DONE and bool(event.recipients or event.actors)
    return event.type == "ASSAULT" or (event.type == "COERCE" and done)


def _meant(token: Token) -> Token | None:
    """The noun of "the attack" or "carried out the attack", where nothing says which attack."""
    nouns = [token] if token.tag[:2] == "NN" else token.below("dobj")
    for noun in nouns:
        row = noun_row(noun)
        if row is None or row["class"] != "attack":
            continue
        own = [child for child in noun.children if child.dep in OWN and not _dated(child)]
        if not own and any(child.lower in DEFINITE for child in noun.below("det")):
            return noun
    return None


def _dated(child: Token) -> bool:
    """ "On Tuesday" says when, and is often when somebody was blamed."""
    return child.dep == "prep" and any(noun.entity in ("DATE", "TIME") for noun in child.below("pobj"))


@rule(
    "responsibility.deed-again",
    means="Who is blamed for 'the attack' is blamed for the one deed told just before.",
    fires="A bomb wrecked the depot on Monday. The army blamed the Hill Guard for [the attack].",
    silent=(
        "A bomb wrecked the depot on Monday. The army blamed the Hill Guard for an attack.",
        "A bomb wrecked the depot. Shells hit a mill. The army blamed the Hill Guard for the attack.",
    ),
)
def same_deed(noun: Token) -> Because | None:
    """The reason for holding somebody responsible where the deed was first told."""
    opening = min((child.start for child in noun.below("det")), default=noun.start)
    return same_deed.because(Span(opening, noun.end))


RULES: tuple[Rule, ...] = (same_deed.rule,)
