"""Who puts the blame on whom: "held the rebels responsible for", "was blamed on", and where that ends."""

from __future__ import annotations

from firsthand.extract.attribution_cues import CUES
from firsthand.extract.attribution_found import Found, spans_of, trimmed
from firsthand.extract.attribution_grammar import (
    VERBAL,
    Scene,
    comma_before,
    noun_phrase,
    own_subject,
    verb_group,
)
from firsthand.resources.parser import Token
from firsthand.rules import Row, rule
from firsthand.schema import Span

_VERBS = CUES["verb"]
_ACCUSING = frozenset({"cue.accuse", "cue.blame"})
_BLAMED = frozenset({"blame", "attribute", "ascribe"})
_RESPONSIBLE = frozenset({"responsible", "accountable", "liable"})
_FAR = 12
"""Words between "held" and "responsible"."""


def with_blame(scene: Scene, found: list[Found]) -> list[Found]:
    """The attributions with those that put the blame on somebody; what he answers is not part of it."""
    taken = {one.verb.i for one in found if one.verb is not None}
    row = _VERBS.lookup("blame")
    made = []
    for token in scene.tokens if row is not None else ():
        if row is None or token.i in taken or token.tag not in VERBAL:
            continue
        if token.lemma == "hold":
            one = held_responsible(scene, token, row)
        else:
            one = blamed_on(scene, token, row) if token.lemma in _BLAMED else None
        made += [one] if one is not None else []
    every = [*found, *made]
    for one in every:
        if one.row is not None and one.row.rule.name in _ACCUSING:
            _without_answer(scene, one, every)
    return every


@rule(
    "attribution.held_responsible",
    means="somebody holds somebody responsible for something",
    fires="The minister held [the rebels responsible for the fire].",
    silent="The rebels held the responsible officer.",
    gives={"source_name": "The minister"},
)
def held_responsible(scene: Scene, verb: Token, row: Row) -> Found | None:
    """Who is held responsible, and for what, as the subject's words."""
    voice = own_subject(verb)
    high = scene.bounds(verb)[1]
    behind = scene.tokens[verb.i + 1 : min(high, verb.i + _FAR)]
    named = next(
        (t for t in behind if t.lower in _RESPONSIBLE and not (t.dep == "amod" and t.head.i > t.i)), None
    )
    if voice is None or named is None or voice.i > verb.i or verb.below("auxpass") or not named.children:
        return None
    if not any(c.lower == "for" for c in (*named.children, *verb.children)):
        return None
    return _found(scene, verb, row, voice, verb.i + 1, held_responsible.rule.name)


@rule(
    "attribution.blamed_on",
    means="something is blamed on somebody, and nobody is named who does so",
    fires="[The fire was blamed on the rebels].",
    silent="The fire was blamed on the rebels by the mayor.",
    gives={"certainty": "possible"},
)
def blamed_on(scene: Scene, verb: Token, row: Row) -> Found | None:
    """The whole clause: the deed, and on whom it is laid."""
    subject = next(iter(verb.below("nsubjpass")), None)
    laid = any(p.lower in ("on", "to", "for") for p in verb.below("prep"))
    if subject is None or not laid or verb.below("agent", "neg") or verb.dep not in ("ROOT", "conj"):
        return None
    first = min(scene.left(subject), subject.i)
    return _found(scene, verb, row, None, first, blamed_on.rule.name)


def _found(scene: Scene, verb: Token, row: Row, voice: Token | None, first: int, name: str) -> Found | None:
    low, high = scene.bounds(verb)
    end = min(max(scene.right(verb), verb.i + 1), high)
    content = trimmed(scene.parse, max(first, low), end)
    if content is None:
        return None
    source = noun_phrase(scene, voice, low, verb.i) if voice is not None else []
    construction = held_responsible if name == held_responsible.rule.name else blamed_on
    cue = spans_of(verb_group(verb))
    return Found(
        (content,), cue, spans_of(source), row, (row.because(verb.span), construction.because(content)),
        verb, voice, passive=voice is None,
    )  # fmt: skip


def _without_answer(scene: Scene, one: Found, found: list[Found]) -> None:
    """Cut what the accused answers: "blamed the navy, which denied it"."""
    for other in found:
        verb = other.verb
        if other is one or verb is None or verb.dep != "relcl" or not one.content[-1].holds(verb.span):
            continue
        which = scene.tokens[scene.left(verb)]
        if which.lower not in ("which", "who") or not comma_before(scene, which):
            continue
        start = one.content[-1].start
        words = scene.parse.within(Span(start, which.start))
        kept = trimmed(scene.parse, words[0].i, words[-1].i + 1) if words else None
        if kept is not None:
            one.content = (*one.content[:-1], kept)
