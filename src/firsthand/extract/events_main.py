"""The main event of a sentence, and what a modal verb, a plan or a refusal makes of it."""

from __future__ import annotations

from firsthand.extract.event_forms import lemma
from firsthand.extract.events_headlines import third_person
from firsthand.extract.events_types import VERBS, Typed
from firsthand.extract.events_voice import dies
from firsthand.resources.parser import Token
from firsthand.schema import Reasons

# How far each relation takes an event away from what the sentence is about; the smallest sum is the main one.
DISTANCE = {
    "ROOT": 0.0, "xcomp": 1.0, "ccomp": 1.0, "conj": 1.6, "dobj": 1.2, "advcl": 2.5, "acl": 2.5, "relcl": 4.0,
    "prep": 1.0, "pobj": 1.2, "pcomp": 1.2, "agent": 0.6, "nsubj": 2.0, "nsubjpass": 1.2, "attr": 1.0,
    "appos": 4.0, "parataxis": 1.0, "amod": 3.0, "compound": 3.0, "acomp": 0.4, "poss": 3.0,
}  # fmt: skip
ELSEWHERE = 3.0
SAYING = 12.0
UNTYPED = 5.0
ASIDE = 4.0
BACKGROUND = frozenset(
    {
        "after",
        "before",
        "since",
        "despite",
        "amid",
        "following",
        "until",
        "unless",
        "if",
        "besides",
        "without",
        "while",
    }
)

EXPECTING = frozenset({"brace", "prepare", "wait", "search", "watch", "hope"})
"""Verbs whose "for" names what has not happened."""


def in_order(found: list[Typed]) -> list[Typed]:
    """The events of one sentence, the main one first, the others after it in text order."""
    if len(found) < 2:
        return found
    known: dict[int, float] = {}
    main = min(found, key=lambda event: (_cost(event, known), event.token.i))
    return [main, *(event for event in found if event is not main)]


def _cost(event: Typed, known: dict[int, float]) -> float:
    if any(reason.rule == third_person.rule.name for reason in event.because):
        return 0.0  # the headline's verb, wherever the parser hung it
    cost = _distance(event.token, known) + _aside(event.token)
    if event.type == "OTHER":
        cost += UNTYPED
        if is_report(event.token):
            cost += SAYING
    return cost


def _aside(token: Token) -> float:
    """How far a time, a condition or a description stands aside of what the sentence tells."""
    if token.dep == "amod":
        return ASIDE
    if token.dep == "pobj" and (token.head.lower in BACKGROUND or lemma(token.head.head) in EXPECTING):
        return ASIDE
    if token.dep == "advcl" and dies(token.head):
        return 0.0  # who dies when a mine goes off: the mine is what it is about
    marks = (child.lower for child in token.below("mark", "advmod"))
    return ASIDE if token.dep == "advcl" and any(mark in BACKGROUND for mark in marks) else 0.0


def _distance(token: Token, known: dict[int, float]) -> float:
    waiting = [token]
    while waiting[-1].i not in known and waiting[-1].head is not waiting[-1]:
        waiting.append(waiting[-1].head)
    for one in reversed(waiting):
        if one.i not in known:
            head = 0.0 if one.head is one else known[one.head.i]
            step = DISTANCE.get(one.dep, ELSEWHERE)
            if one.dep == "ccomp" and is_report(one.head):
                step = 0.0
            known[one.i] = head + step
    return known[token.i]


def said(event: Typed) -> Reasons:
    """The reason by which the event was told before the saying that it stands under."""
    above = event.token.head
    if event.token.dep not in ("ccomp", "parataxis") or not is_report(above):
        return ()
    row = VERBS["report"].lookup(lemma(above))
    return () if row is None else (row.because(above.span),)


def is_report(token: Token) -> bool:
    """Whether the token is a verb of saying or showing that carries a content."""
    if VERBS["report"].lookup(lemma(token)) is None:
        return False
    return (
        any(child.dep in ("ccomp", "parataxis", "advcl") for child in token.children)
        or token.dep == "parataxis"
    )
