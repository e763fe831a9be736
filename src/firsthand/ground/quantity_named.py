"""One person told of by name: "Mira Tolen was killed" is a loss of one, where no figure is given for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from firsthand.ground.quantity_fate import DEEDS
from firsthand.ground.quantity_figure import word_list
from firsthand.ground.quantity_name_lists import listed
from firsthand.resources.parser import Parse, Token
from firsthand.rules import all_rules, rule
from firsthand.schema import Because, Casualties, Event, LossKind, Reading, Span

_NAME_WORDS = 2
"""A first name and a family name; a single capitalised word may be a village or a group."""
_NO_PERSON = word_list("no_single_person")


def losses(
    reading: Reading, parse: Parse, told: Iterable[tuple[str, int]], near: int
) -> Iterator[tuple[Event, Casualties]]:
    """The loss of one at each event that befell one named person.

    `told`: kind and sentence of the figures of the document. Where one of the same kind stands within `near`
    sentences, the named person may be among those counted, and nothing is added.
    """
    figures = list(told)
    seen: set[tuple[str, str]] = set()
    for event in reading.events:
        trigger = parse.starting_at(event.trigger.start)
        if trigger is None or event.factuality != "+" or (found := _befallen(parse, trigger)) is None:
            continue
        kind, names = found
        again = (kind, names[0].words(parse.text))
        counted = any(of == kind and abs(at - trigger.sentence) <= near for of, at in figures)
        reason = by_name(names[0]) if len(names) == 1 else by_names(*names)
        if again in seen or counted or reason is None:
            continue
        seen.add(again)
        n = float(len(names))
        yield (
            event,
            Casualties(kind=kind, low=n, best=n, high=n, as_of=reading.document.published, because=(reason,)),
        )


@rule(
    "casualties.one-by-name",
    means="One person who is told of by name, and of whom no figure is given, is a loss of one.",
    fires="[Mira Tolen] was killed near the mill.",
    silent=["Mira Tolen was seen near the mill.", "Four farmers died near the mill. Mira Tolen was killed."],
)
def by_name(named: Span) -> Because | None:
    """The reason, anchored in the name."""
    return by_name.because(named)


@rule(
    "casualties.several-by-name",
    means="Several people who are told of by name, and of whom no figure is given, are a loss of as many.",
    fires="[Mira Tolen], Jon Velk and Ada Morrow were killed near the mill.",
    silent="Mira Tolen, Jon Velk and Ada Morrow were seen near the mill.",
)
def by_names(*named: Span) -> Because | None:
    """The reason, anchored in each name."""
    return by_names.because(*named)


def _befallen(parse: Parse, verb: Token) -> tuple[LossKind, list[Span]] | None:
    """What befell named people by a verb, and their names."""
    row = DEEDS.lookup(verb.lemma)
    if row is None or row["kind"] not in ("killed", "wounded", "captured") or verb.pos != "VERB":
        return None
    deps = ("nsubj",) if row["role"] == "subject" else ("nsubjpass", "dobj")
    if row["role"] == "object" and verb.lemma in ("free", "release", "exchange", "swap"):
        return None
    one = next(iter(verb.below(*deps)), None)
    if one is None:
        return None
    if len(names := listed(parse, verb, one.dep == "dobj")) > 1:
        return row["kind"], names
    plural = any(child.lower in ("were", "are", "have") for child in verb.below("aux", "auxpass"))
    name = _name(one) if not (plural and one.dep != "dobj") else []
    return (row["kind"], [Span(name[0].start, name[-1].end)]) if name else None


def _name(last: Token) -> list[Token]:
    """The words of one person's full name that ends in a token; empty where it is no such name."""
    if (
        last.tag != "NNP"
        or last.lower in _NO_PERSON
        or any(c.dep in ("det", "conj", "poss") for c in last.children)
    ):
        return []
    words = [child for child in last.children if child.dep == "compound" and child.i < last.i]
    whole = [*words, last]
    together = [token.i for token in whole] == list(range(last.i - len(words), last.i + 1))
    capital = all(
        token.tag == "NNP" and token.text[:1].isupper() and not token.text.isupper() for token in whole
    )
    return whole if together and capital and len(whole) >= _NAME_WORDS else []


RULES = all_rules(by_name, by_names)
