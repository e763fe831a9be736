"""Who is blamed for a deed, suspected of it, or claims it, by the words that say so.

A cue ("blamed", "claimed responsibility") names an actor and a deed; the deed is an event of the same text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.extract.event_forms import lemma
from firsthand.extract.events_roles import PRONOUNS
from firsthand.extract.events_voice import is_passive
from firsthand.resources.parser import Token
from firsthand.rules import Rule, lexicon, rule
from firsthand.schema import Because, ResponsibilityLevel

WORDS = lexicon(__package__, "events_responsibility.en.toml")
ANSWERABLE = frozenset({"responsibility", "credit", "blame"})
RESPONSIBLE = frozenset({"responsible", "accountable", "liable"})
ON = frozenset({"on", "upon", "to"})
FOR = frozenset({"for", "of", "with", "in"})
PUT_ON = frozenset({"blame", "attribute", "pin", "ascribe"})
"""Verbs that can have the deed as their object: "blamed the blast on the rebels"."""
NOBODY = frozenset({"no", "nobody", "none", "neither"})


@dataclass(frozen=True, slots=True)
class Blame:
    """Somebody held responsible by a cue: the actor's nouns, the deed's word, and who says so."""

    actors: list[Token]
    deed: Token
    level: ResponsibilityLevel
    by: list[Token]
    because: Because
    cue: Token | None = None
    """The verb of the cue, where it names the deed itself ("admitted the killing")."""
    before: bool = False
    """Whether the deed was told before, and `deed` is only the word of blame."""


def blames(verb: Token) -> Iterator[Blame]:
    """Whom a verb holds responsible for what; nothing where it is negated or names nobody."""
    if verb.tag[:2] != "VB" or denied(verb):
        return
    for read in (_taken, _admitted, _charged, _supposed):
        found = read(verb)
        if found is not None and found.actors:
            yield found
            return


def denied(verb: Token) -> bool:
    """Whether a verb is negated, or nobody does it."""
    if any(child.dep == "neg" for child in verb.children):
        return True
    doing = verb.below("nsubj", "nsubjpass")
    return any(noun.lower in NOBODY or any(c.lower in NOBODY for c in noun.children) for noun in doing)


def _taken(verb: Token) -> Blame | None:
    row = WORDS["taking"].lookup(lemma(verb))
    if row is None:
        return None
    for thing in verb.below("dobj"):
        if lemma(thing) in ANSWERABLE:
            deed = behind((thing, verb), FOR)
        else:
            deed = thing if lemma(verb) == "claim" else None
        if deed is not None:
            doing = subjects(verb)
            return Blame(doing, deed, "claimed", doing, row.because(verb.span))
    return None


def _admitted(verb: Token) -> Blame | None:
    word = lemma(verb)
    smalls = verb.below("prep", "prt")
    row = next((r for s in smalls if (r := WORDS["admitting"].lookup(f"{word} {s.lower}")) is not None), None)
    row = row or WORDS["admitting"].lookup(word)
    if row is None:
        return None
    if is_passive(verb):  # admitted to hospital
        return None
    deeds = verb.below("dobj", "xcomp") + [n for s in smalls for n in s.below("pobj", "pcomp")]
    if not deeds:
        return None
    doing = subjects(verb)
    return Blame(doing, deeds[0], "claimed", doing, row.because(verb.span), verb)


def _charged(verb: Token) -> Blame | None:
    row = WORDS["charging"].lookup(lemma(verb))
    if row is None:
        return None
    done_to = verb.below("nsubjpass") if is_passive(verb) else verb.below("dobj")
    by = agents(verb)
    because = row.because(verb.span)
    if lemma(verb) in PUT_ON and done_to:
        # "blamed the bombing of the depot on the rebels": the parser may hang the "on" deeper
        put_on = [w for w in (verb, *done_to[0].subtree()) for p in w.below("prep") if p.lower in ON
                  for w in p.below("pobj")]  # fmt: skip
        if put_on:
            return Blame(put_on[-1:], done_to[0], "accused", by, because)
    answerable = [w for thing in (verb, *done_to) for w in thing.children if w.lower in RESPONSIBLE]
    if lemma(verb) == "hold" and not answerable:
        return None
    deed = behind((*answerable, verb, *done_to), FOR)
    return None if deed is None else Blame(done_to, deed, "accused", by, because)


def _supposed(verb: Token) -> Blame | None:
    """ "Are suspected of bombing", "is believed to have bombed", "police suspect that rebels bombed"."""
    row = WORDS["supposing"].lookup(lemma(verb))
    if row is None:
        return None
    because = row.because(verb.span)
    if is_passive(verb):
        deed = next(iter(verb.below("xcomp")), None) or behind((verb,), FOR)
        if deed is None or (deed.dep == "xcomp" and not _perfect(deed)):
            return None
        return Blame(verb.below("nsubjpass"), deed, "suspected", agents(verb), because)
    for clause in verb.below("ccomp"):
        if clause.tag in ("VBD", "VBN") and clause.lemma != "be":
            doing = agents(clause)
            return Blame(doing, clause, "suspected", subjects(verb), because)
    things = verb.below("dobj")
    deed = behind((verb, *things), FOR) if lemma(verb) == "suspect" else None
    return None if deed is None else Blame(things, deed, "suspected", subjects(verb), because)


@rule(
    "responsibility.behind",
    means="Who is said to be behind a deed is said to have done it.",
    fires="Police say that the Hill Guard was [behind] the bombing.",
    silent="Police say that the Hill Guard stood behind the depot.",
)
def behind_it(preposition: Token) -> Blame | None:
    """The subject of "was behind the attack": accused by a voice, suspected under a supposing, else told."""
    copula = preposition.head
    if preposition.lower != "behind" or copula.lemma != "be" or denied(copula):
        return None
    deeds, doing = preposition.below("pobj"), copula.below("nsubj")
    if not deeds or not doing:
        return None
    above = copula.head
    level: ResponsibilityLevel = "fact"
    by: list[Token] = []
    if copula.dep in ("ccomp", "xcomp") and above is not copula:
        level = "suspected" if WORDS["supposing"].lookup(lemma(above)) is not None else "accused"
        by = subjects(above)
    return Blame(doing, deeds[0], level, by, behind_it.because(preposition.span))


def subjects(verb: Token) -> list[Token]:
    """The subject of a verb, or of the verb that it is joined to; no pronoun."""
    for _ in range(4):
        found = verb.below("nsubj", "nsubjpass")
        if found or verb.dep not in ("conj", "xcomp") or verb.head is verb:
            return [noun for noun in found if noun.tag not in PRONOUNS]
        verb = verb.head
    return []


def agents(verb: Token) -> list[Token]:
    """Who does what a verb says, in the active or the passive."""
    if not is_passive(verb):
        return subjects(verb)
    return [noun for by in verb.below("agent") for noun in by.below("pobj")]


def behind(words: tuple[Token, ...], prepositions: frozenset[str]) -> Token | None:
    """The first word that stands behind one of the prepositions of some words."""
    for word in words:
        for child in word.below("prep"):
            if child.lower in prepositions and (deeds := child.below("pobj", "pcomp")):
                return deeds[0]
    return None


def _perfect(verb: Token) -> bool:
    return any(child.dep == "aux" and child.lemma == "have" for child in verb.children)


RULES: tuple[Rule, ...] = (*WORDS.rules, behind_it.rule)
