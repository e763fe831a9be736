"""What kind of event a word names: token -> PLOVER type, by verb, particle, object and the object's class."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.extract.event_forms import lemma
from firsthand.resources.parser import Token
from firsthand.rules import Row, Rule, lexicon
from firsthand.schema import Because, EventType, Reasons

VERBS = lexicon(__package__, "events.en.toml")
NOUNS = lexicon(__package__, "events_nouns.en.toml")

OBJECTS = frozenset({"dobj", "nsubjpass", "attr", "dative"})
PARTICLES = frozenset({"prt", "prep", "advmod", "dative"})
CARRIERS = frozenset(
    {
        "program",
        "programme",
        "delivery",
        "package",
        "shipment",
        "supply",
        "effort",
        "process",
        "project",
        "flow",
        "regime",
    }
)
"""Nouns whose class is that of the noun before them ("aid program")."""
BEFORE_NOUN = frozenset({"compound", "amod", "nmod"})
LIGHT_PREPOSITIONS = frozenset({"in", "under", "with"})
NAMES_OF_PLACES = frozenset({"GPE", "LOC", "FAC"})
NAMES_OF_PEOPLE = frozenset({"PERSON", "NORP", "ORG"})
FORCE = frozenset({"ASSAULT", "COERCE"})
"""What a participle before a noun tells as an event of its own ("the captured town")."""
NOT_EVENTS = frozenset({"aux", "auxpass", "punct", "prep", "mark", "case"})


@dataclass(frozen=True, slots=True)
class Typed:
    """A word that names an event: its type, why, and the noun that a light verb goes with."""

    token: Token
    type: EventType
    mode: str | None = None
    because: Reasons = ()
    noun: Token | None = None
    """The noun that says what happens, where the verb says little by itself ("launched an attack")."""
    actors: tuple[Token, ...] = ()
    """Who does it, where a construction has settled that already."""
    recipients: tuple[Token, ...] = ()


OTHER = Rule(
    name="event.verb",
    means="A verb that no row knows names a happening of no PLOVER type.",
    fires=("Residents [danced] in the square.",),
    silent=("Guns shelled the depot.",),
    gives={"type": "OTHER"},
)


def typed(token: Token) -> Typed | None:
    """What kind of event the token names; OTHER for a verb that no row knows, None where it names none."""
    if token.dep in NOT_EVENTS:
        return None
    if token.tag[:2] == "VB" and (token.pos != "AUX" or token.lemma in ("do", "have")):
        event = _verb(token)
        return event if event is None or token.dep != "amod" or event.type in FORCE else None
    row = noun_row(token) if token.pos == "NOUN" and token.dep not in BEFORE_NOUN else None
    if row is None or "type" not in row.fields or not row.get("alone", True):
        return None
    return Typed(token, row["type"], row.get("mode"), (row.because(token.span),))


def noun_row(noun: Token) -> Row | None:
    """The row of a noun, by its compound ("hunger strike") before the noun alone."""
    word, table = lemma(noun), NOUNS["noun"]
    for child in reversed(noun.children):
        if child.i < noun.i and child.dep in BEFORE_NOUN:
            row = table.lookup(f"{child.lower} {word}") or table.lookup(f"{lemma(child)} {word}")
            if row is not None:
                return row
    of = [inner for child in noun.below("prep") if child.lower == "of" for inner in child.below("pobj")]
    if of and (row := table.lookup(f"{word} of {lemma(of[0])}")) is not None:
        return row
    return table.lookup(word) or (table.lookup(noun.lower) if noun.lower != word else None)


def _verb(token: Token) -> Typed | None:
    """The longest key of the lexicon that the verb fits: with its object, with its particle, alone."""
    if (by := unarmed(token)) is not None:
        return Typed(token, "OTHER", because=(by,))
    word = lemma(token)
    around = [f"{word} {child.lower}" for child in token.children if child.dep in PARTICLES]
    about = objects(token)
    return (
        _by_object(token, word, around, about)
        or _by_subject(token, word)
        or _by_light_verb(token, (*around, word), about)
        or _by_word(token, (*around, *([] if _has_object(token) else [f"{word} alone"]), word))
        or _other(token)
    )


def _by_object(token: Token, word: str, around: list[str], about: list[tuple[str, Token]]) -> Typed | None:
    for preposition, thing in about:
        verbs = (f"{word} {preposition}",) if preposition else (*around, word)
        for kind, rows in _classes(thing):
            for verb in verbs:
                if (found := VERBS["verb"].lookup(f"{verb} {kind}")) is not None:
                    because = (found.because(token.span), *(row.because(thing.span) for row in rows))
                    same = any(row.get("type") == found["type"] for row in rows)
                    return Typed(token, found["type"], found.get("mode"), because, thing if same else None)
    return None


def _by_subject(token: Token, word: str) -> Typed | None:
    """ "Shells fell", "peacekeepers arrived": a verb without an object, by the class of its subject."""
    if _has_object(token):
        return None
    for noun in token.below("nsubj"):
        for kind, rows in _classes(noun):
            if (found := VERBS["verb"].lookup(f"{word} by {kind}")) is not None:
                because = (found.because(token.span), *(row.because(noun.span) for row in rows))
                return Typed(token, found["type"], found.get("mode"), because)
    return None


def _by_light_verb(token: Token, words: tuple[str, ...], about: list[tuple[str, Token]]) -> Typed | None:
    light = next((row for word in words if (row := NOUNS["light"].lookup(word)) is not None), None)
    if light is None:
        return None
    for preposition, thing in about:
        row = noun_row(thing)
        if (
            row is not None
            and "type" in row.fields
            and (not preposition or preposition in LIGHT_PREPOSITIONS)
        ):
            because = (light.because(token.span), row.because(thing.span))
            return Typed(token, row["type"], row.get("mode"), because, thing)
    return None


def _by_word(token: Token, words: tuple[str, ...]) -> Typed | None:
    for word in words:
        if (found := VERBS["verb"].lookup(word)) is not None:
            return Typed(token, found["type"], found.get("mode"), (found.because(token.span),))
    return None


def _other(token: Token) -> Typed | None:
    return Typed(token, "OTHER", because=(OTHER.because(token.span),)) if OTHER.active else None


def unarmed(verb: Token) -> Because | None:
    """Why what the verb says is no act of anybody: a video captures, a storm strikes."""
    doing = verb.below("nsubj")
    if doing and doing[0].tag in ("WDT", "WP") and verb.dep == "relcl":
        doing = [verb.head]
    for child in verb.below("agent"):
        doing += child.below("pobj")
    for noun in doing:
        if (row := NOUNS["unarmed"].lookup(lemma(noun))) is not None:
            return row.because(noun.span)
    return None


def _has_object(verb: Token) -> bool:
    return any(child.dep in OBJECTS for child in verb.children)


def objects(verb: Token) -> list[tuple[str, Token]]:
    """The nouns that a verb is about, each with its preposition; an object has none."""
    near = [("", child) for child in verb.children if child.dep in OBJECTS or _doing(child)]
    if not near and verb.dep == "acl" and verb.tag == "VBN":
        near = [("", verb.head)]
    for child in verb.children:
        if child.dep in ("prep", "agent", "dative"):
            near += [(child.lower, noun) for noun in child.below("pobj")]
    return [(word, inner) for word, thing in near for inner in (thing, *_inside(thing))]


def _doing(child: Token) -> bool:
    """ "Stopped shelling": what somebody stops or starts doing."""
    return child.dep == "xcomp" and child.tag == "VBG"


def _inside(thing: Token) -> list[Token]:
    """ "Part of a programme", "a series of raids": what a group consists of."""
    if NOUNS["group"].lookup(lemma(thing)) is None:
        return []
    return [noun for child in thing.children if child.lower == "of" for noun in child.below("pobj")]


def _classes(thing: Token) -> list[tuple[str, tuple[Row, ...]]]:
    """The classes of a noun, each with the rows that say so; a name's class comes from the parser."""
    found: list[tuple[str, tuple[Row, ...]]] = []
    row = noun_row(thing)
    if row is not None:
        found += [(row[kind], (row,)) for kind in ("class", "also") if kind in row.fields]
    elif lemma(thing) in CARRIERS:
        for child in reversed(thing.children):
            if child.dep == "compound" and (inner := noun_row(child)) is not None:
                found.append((inner["class"], (inner,)))
                break
    if thing.entity in NAMES_OF_PLACES and thing.pos == "PROPN":
        found += [("ground", ()), ("place", ())]
    if thing.entity in NAMES_OF_PEOPLE or (row is None and thing.tag == "NNPS"):
        found.append(("people", ()))
    if thing.pos == "PROPN":
        found.append(("name", ()))
    if (word := lemma(thing)) not in CLASSES:
        found.insert(0, (word, ()))
    return found


CLASSES = frozenset(
    row[kind] for row in NOUNS["noun"].rows for kind in ("class", "also") if kind in row.fields
)
