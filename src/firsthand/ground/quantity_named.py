"""One person told of by name: "Mira Tolen was killed" is a loss of one, where no figure is given for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from firsthand.ground.quantity_fate import DEEDS
from firsthand.ground.quantity_figure import KINDS, word_list
from firsthand.ground.quantity_name_lists import listed
from firsthand.ground.quantity_single import MANY
from firsthand.resources.parser import Parse, Token
from firsthand.rules import all_rules, rule
from firsthand.schema import Because, Casualties, Event, LossKind, Reading, Span

_NAME_WORDS = 2
"""A first name and a family name; a single capitalised word may be a village or a group."""
_PRONOUNCING = ("pronounce", "declare")
_DEADLY = ("fatally", "mortally")
_NO_PERSON = word_list("no_single_person")


def losses(
    reading: Reading, parse: Parse, told: Iterable[tuple[str, int]], near: int
) -> Iterator[tuple[Event, Casualties]]:
    """The loss of one at each event that befell one named person.

    `told`: kind and sentence of the figures of the document. Where one of the same kind stands within `near`
    sentences, the named person may be among those counted, and nothing is added. Who is told of as "he" or
    "the man" is counted only where the document tells of nobody else who was killed.
    """
    figures = list(told)
    seen: set[tuple[str, str]] = set()
    later: tuple[Event, Casualties] | None = None
    killed = any(of == "killed" for of, _ in figures)
    for event in reading.events:
        trigger = parse.starting_at(event.trigger.start)
        if trigger is None or event.factuality != "+":
            continue
        if (found := _befallen(parse, trigger)) is None:
            if not killed and (who := _pointed_at(trigger)) and (reason := as_one(who.span, _dead(trigger))):
                later = later or (event, _loss("killed", 1, reading, reason))
            continue
        kind, names = found
        again = (kind, names[0].words(parse.text))
        counted = any(of == kind and abs(at - trigger.sentence) <= near for of, at in figures)
        reason = by_name(names[0]) if len(names) == 1 else by_names(*names)
        if again in seen or counted or reason is None:
            continue
        seen.add(again)
        killed = killed or kind == "killed"
        yield event, _loss(kind, len(names), reading, reason)
    if later is not None and not killed:
        yield later


def _loss(kind: LossKind, number: int, reading: Reading, reason: Because) -> Casualties:
    n = float(number)
    return Casualties(kind=kind, low=n, best=n, high=n, as_of=reading.document.published, because=(reason,))


@rule(
    "casualties.one-pointed-at",
    means="One person who is pronounced dead or killed, told of as he or the man, where no other is counted.",
    fires="Omar Gale was taken to a clinic, where [he] was pronounced [dead].",
    silent=[
        "Omar Gale was taken to a clinic, where he was pronounced fit.",
        "Four farmers died near the mill. Omar Gale said that the man was killed.",
    ],
)
def as_one(who: Span, dead: Span) -> Because | None:
    """The reason, anchored in the words for the person and for the death."""
    return as_one.because(who, dead)


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


def _pointed_at(verb: Token) -> Token | None:
    """The pronoun or the one person of whom a verb says that he was killed or is pronounced dead."""
    if verb.tag != "VBN" or not verb.below("auxpass") or verb.below("neg"):
        return None
    who = next(iter(verb.below("nsubjpass")), None)
    if who is None or not _killed(verb):
        return None
    if who.lower in ("he", "she"):
        return who if verb.lemma in _PRONOUNCING else None
    row = KINDS["noun"].lookup(who.lower)
    definite = any(child.lower == "the" for child in who.below("det")) and who.tag == "NN"
    person = row is not None and row["kind"] == "people" and who.lower not in MANY
    return who if definite and person and not who.below("conj") else None


def _killed(verb: Token) -> bool:
    """Whether a verb says death: killed, fatally shot, pronounced dead, shot and killed."""
    if verb.lemma in _PRONOUNCING:
        return _dead(verb) != verb.span
    row = DEEDS.lookup(verb.lemma)
    if row is None or row["role"] != "object":
        return False
    blow = row["kind"] in ("wounded", "casualties")
    if row["kind"] == "killed" or (blow and any(c.lower in _DEADLY for c in verb.below("advmod"))):
        return True
    joined = (c for c in verb.below("conj") if c.tag == "VBN" and not c.below("nsubj", "nsubjpass", "dobj"))
    return blow and any(_killed(c) for c in joined)


def _dead(verb: Token) -> Span:
    """The word for the death beside a verb: "dead" of "pronounced dead", else the verb itself."""
    dead = next((c for c in verb.below("oprd", "acomp", "xcomp", "advmod") if c.lower == "dead"), None)
    return verb.span if dead is None else dead.span


def _befallen(parse: Parse, verb: Token) -> tuple[LossKind, list[Span]] | None:
    """What befell named people by a verb, and their names."""
    row = DEEDS.lookup("pronounce dead" if verb.lemma in _PRONOUNCING and _killed(verb) else verb.lemma)
    if row is None or verb.pos != "VERB":
        return None
    kind: LossKind = "killed" if row["role"] == "object" and _killed(verb) else row["kind"]
    if kind not in ("killed", "wounded", "captured"):
        return None
    deps = ("nsubj",) if row["role"] == "subject" else ("nsubjpass", "dobj")
    if row["role"] == "object" and verb.lemma in ("free", "release", "exchange", "swap"):
        return None
    one = next(iter(verb.below(*deps)), None)
    if one is None:
        return None
    if len(names := listed(parse, verb, one.dep == "dobj")) > 1:
        return kind, names
    plural = any(child.lower in ("were", "are", "have") for child in verb.below("aux", "auxpass"))
    several = (plural and one.dep != "dobj") or _along_with(parse, verb)
    name = [] if several else _name(one)
    return (kind, [Span(name[0].start, name[-1].end)]) if name else None


def _along_with(parse: Parse, verb: Token) -> bool:
    """Whether the sentence tells of others, counted, who shared it: was arrested along with nine others."""
    sentence = parse.sentences[verb.sentence]
    words = parse.tokens[sentence.first : sentence.last]
    return any(
        one.lower in ("along", "together") and two.lower == "with" for one, two in pairwise(words)
    ) and any(token.tag == "CD" or token.lower in ("others", "several", "dozens") for token in words)


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


RULES = all_rules(by_name, by_names, as_one)
