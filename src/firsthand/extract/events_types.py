"""What kind of event a word names: token -> PLOVER type, by verb, particle, object and the object's class."""

from __future__ import annotations

from dataclasses import dataclass, replace

from firsthand.extract.event_forms import lemma
from firsthand.extract.events_definitions import definition
from firsthand.extract.events_nouns import (
    BEFORE_NOUN,
    CLASSES,
    NOUNS,
    OBJECTS,
    classes,
    doers_behind,
    loads,
    noun_row,
    objects,
)
from firsthand.extract.events_unarmed import unarmed_row
from firsthand.resources.parser import Token
from firsthand.rules import Rule, lexicon, rule
from firsthand.schema import Because, EventType, Reasons

VERBS = lexicon(__package__, "events.en.toml")

PARTICLES = frozenset({"prt", "prep", "advmod", "dative"})
LIGHT_PREPOSITIONS = frozenset({"in", "under", "with", "on"})
FORCE = frozenset({"ASSAULT", "COERCE"})
"""What a participle before a noun tells as an event of its own ("the captured town")."""
NOT_EVENTS = frozenset({"aux", "auxpass", "punct", "prep", "mark", "case"})
GOING_ON = frozenset({"aid", "trade", "line"})
"""Classes of subjects that somebody else brings, runs or does."""
REACHING = frozenset({"reach", "enter", "cross"})
"""Verbs that have the place they come to as their object."""
BETWEEN = frozenset({"from", "between"})


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
    suffered: bool = False
    """Whether it is done to the subject ("suffered an attack", "went on trial")."""


OTHER = Rule(
    name="event.verb",
    means=f"A verb that no row knows. {definition('type', 'OTHER')}",
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
    if (event := mistagged(token)) is not None:
        return event
    row = noun_row(token) if token.pos == "NOUN" and token.dep not in BEFORE_NOUN else None
    if row is None or "type" not in row.fields:
        return None
    if not row.get("alone", True) and not _somebodys(token):
        return None
    return Typed(token, row["type"], row.get("mode"), (row.because(token.span),))


@rule(
    "event.mistagged",
    means="A word behind 'to', a modal verb or 'who' is a verb, whatever the parser takes it for.",
    fires="Workers will [down] tools.",
    silent="Workers went down.",
    gives={"type": "OTHER"},
)
def mistagged(token: Token) -> Typed | None:
    """The event of a word that carries an auxiliary and is not tagged as a verb."""
    if token.tag[:2] == "VB" or token.pos == "AUX" or not token.text.isalpha():
        return None
    who = token.dep == "relcl" and any(
        child.lower in ("who", "that", "which") for child in token.below("nsubj")
    )
    if not who and not token.below("aux"):
        return None
    known = _by_word(token, (lemma(token),))
    told = () if known is None else known.because
    by = (*told, mistagged.because(token.span))
    return Typed(token, "OTHER", because=by) if known is None else replace(known, because=by)


def _somebodys(noun: Token) -> bool:
    """Whether the words say whose it is and what of: "a plea by the mayor", "Orvan's refusal to talk"."""
    if noun.dep in ("pobj", "appos", "conj"):
        return False
    whose = doers_behind(noun) or any(
        (child.dep == "prep" and child.lower in BETWEEN) or (child.dep == "poss" and child.tag[:2] == "NN")
        for child in noun.children
    )
    about = noun.head is noun or noun.dep in ("nsubj", "nsubjpass")
    return bool(whose) and about


def _verb(token: Token) -> Typed | None:
    """The longest key of the lexicon that the verb fits: with its object, with its particle, alone."""
    if (by := unarmed(token)) is not None:
        return Typed(token, "OTHER", because=(by,))
    word = _prefixed(token)
    around = _around(token, word)
    about = objects(token)
    if (ended := _put_an_end(token)) is not None:
        word, around, about = "stop", ["stop"], [("", ended)]
    whole = [f"{word} {child.lower}" for child in token.below("prt")]
    plain = [one for one in about if not one[0]]
    behind = [one for one in about if one[0]]
    return (
        _by_object(token, word, around, about, own=True)
        or _by_word(token, _told_of_object(token, word))
        or _by_object(token, word, around, plain)
        or _by_word(token, tuple(whole) if plain else ())
        or _by_object(token, word, around, behind)
        or _by_subject(token, word, around)
        or _by_light_verb(token, (*around, word), about)
        or _by_word(token, (*around, *([] if _has_object(token) else [f"{word} alone"]), word))
        or _other(token)
    )


def _told_of_object(token: Token, word: str) -> tuple[str, ...]:
    """The verb with what it says of its object: "held the rebels responsible"."""
    behind = [inner for thing in token.below("dobj") for inner in thing.below("amod") if inner.i > thing.i]
    behind += [child for child in token.below("oprd", "acomp", "ccomp", "xcomp") if child.pos == "ADJ"]
    return tuple(f"{word} {one.lower}" for one in behind)


def _says_where(preposition: Token) -> bool:
    """ "Taken into custody in Tessa", "fired its chief on Monday": where and when, no part of the verb."""
    dated = ("DATE", "TIME")
    said = dated if preposition.lower == "on" else ("GPE", "LOC", *dated)
    if preposition.lower not in ("in", "at", "near", "on"):
        return False
    return any(noun.entity in said for noun in preposition.below("pobj"))


def _put_an_end(token: Token) -> Token | None:
    """ "Called a halt to its offensive", "put an end to the strike": what was stopped."""
    if lemma(token) not in ("call", "put", "bring"):
        return None
    for thing in token.below("dobj"):
        if lemma(thing) in ("halt", "end", "stop"):
            for child in (*thing.below("prep"), *token.below("prep", "dative")):
                if child.lower == "to" and (ended := child.below("pobj")):
                    return ended[0]
    return None


def _prefixed(token: Token) -> str:
    """ "Test-fired": a word joined to the verb by a hyphen is a part of it."""
    for child in token.children:
        if child.i == token.i - 2 and child.end + 1 == token.start and child.pos != "PUNCT":
            return f"{child.lower}-{lemma(token)}"
    return lemma(token)


def _around(token: Token, word: str) -> list[str]:
    """The verb with the small words that go with it, the longest first: "stand up for", "stand up"."""
    small = [
        child
        for child in token.children
        if (child.dep in PARTICLES and not _says_where(child))
        or (child.pos == "ADJ" and child.dep in ("oprd", "acomp", "ccomp", "xcomp"))
    ]
    pairs = [(one.lower, two.lower) for i, one in enumerate(small) for two in small[i + 1 : i + 4]]
    pairs += [(one.lower, inner.lower) for one in small for inner in one.below("prep")]
    for thing in token.below("dobj", "intj"):
        pairs += [(lemma(thing), one.lower) for one in (*small, *thing.below("prep"))]
    pairs += [("go", "") for child in token.below("ccomp", "xcomp") if child.lower == "go"]
    return [f"{word} {one} {two}".rstrip() for one, two in pairs] + [f"{word} {one.lower}" for one in small]


def _by_object(
    token: Token, word: str, around: list[str], about: list[tuple[str, Token]], own: bool = False
) -> Typed | None:
    """The row of verb and noun; `own` goes by the very nouns ("take to court"), else by their classes."""
    small = [child.lower for child in token.below("prt", "advmod")]
    for preposition, thing in about:
        verbs = (*around, word)
        if preposition:
            verbs = (*(f"{word} {one} {preposition}" for one in small), f"{word} {preposition}")
        for kind, because in classes(thing):
            if own and (because or kind in CLASSES):
                continue
            for verb in verbs:
                if (found := VERBS["verb"].lookup(f"{verb} {kind}")) is not None:
                    if preposition and found.get("done_to", False):
                        continue
                    if found.get("intransitive", False) and token.below("dobj", "nsubjpass"):
                        continue
                    row = noun_row(thing)
                    same = row is not None and row.get("type") == found["type"]
                    reasons = (found.because(token.span), *because)
                    suffered = found.get("suffers", False)
                    noun = thing if same else None
                    return Typed(token, found["type"], found.get("mode"), reasons, noun, suffered=suffered)
    return None


def _by_subject(token: Token, word: str, around: list[str]) -> Typed | None:
    """ "Shells fell", "peacekeepers arrived": a verb without an object, by the class of its subject."""
    if _has_object(token) and word not in REACHING:
        return None
    for noun in token.below("nsubj"):
        carried = loads(noun) if _has_object(token) or noun_row(noun) is not None else []
        for thing in (noun, *carried):
            for kind, because in classes(thing):
                for verb in (*around, word):
                    if (found := VERBS["verb"].lookup(f"{verb} by {kind}")) is not None:
                        reasons = (found.because(token.span), *because)
                        itself = noun if thing is noun and kind in GOING_ON else None
                        return Typed(token, found["type"], found.get("mode"), reasons, itself)
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
            suffered = bool(light.get("suffers", False)) and row["class"] in SUFFERED
            return Typed(token, row["type"], row.get("mode"), because, thing, suffered=suffered)
    return None


_SUFFERED = "attack repression sanction complaint investigation ultimatum support protest rejection aid"
SUFFERED = frozenset(_SUFFERED.split())
"""What is done to those who suffer, face or receive it."""


def _by_word(token: Token, words: tuple[str, ...]) -> Typed | None:
    for word in words:
        if (found := VERBS["verb"].lookup(word)) is not None:
            if found.get("by_somebody", False) and not _somebody_does(token):
                continue
            because = (found.because(token.span),)
            return Typed(
                token, found["type"], found.get("mode"), because, suffered=found.get("suffers", False)
            )
    return None


def _somebody_does(verb: Token) -> bool:
    """Whether a person, a side or a name is told of as the one who does it, not a happening."""
    done_to = verb.tag == "VBN" and not verb.below("dobj")
    doing = [noun for by in verb.below("agent") for noun in by.below("pobj")]
    if not done_to:
        doing += verb.below("nsubj")
        if verb.dep == "conj" and not doing:
            doing = verb.head.below("nsubj")
    return any("type" not in row.fields if (row := noun_row(noun)) else True for noun in doing)


def _other(token: Token) -> Typed | None:
    return Typed(token, "OTHER", because=(OTHER.because(token.span),)) if OTHER.active else None


def unarmed(verb: Token) -> Because | None:
    """Why what the verb says is no act of anybody: a video captures, a storm strikes."""
    doing = verb.below("nsubj")[-1:]
    if doing and doing[0].tag in ("WDT", "WP") and verb.dep == "relcl":
        doing = [verb.head]
    for child in verb.below("agent"):
        doing += child.below("pobj")
    for noun in doing:
        if (row := unarmed_row(noun)) is not None:
            return row.because(noun.span)
    return None


def _has_object(verb: Token) -> bool:
    return any(child.dep in OBJECTS for child in verb.children)
