"""Which dates and places in a claim's words are its own: not those of a clause that only says who is meant.

A ship bound for a country "which has had no government since 1991", a clerk "fired last week", a mayor
"elected in 2019": the date is told of the country, the clerk, the mayor, and not of the rest.
"""

from __future__ import annotations

import re

from firsthand.ground.claim_negation import main_verb
from firsthand.resources.parser import Parse, Token
from firsthand.schema import Event, Span, Spans

_HAPPENS = frozenset({"happen", "occur", "take", "begin", "start", "erupt"})
"""Verbs of a clause that only says when or where the noun before it came about."""
_LIES = "anchor be camp deploy dock gather lie live locate moor patrol sail situate stand station stay trap"
"""Verbs of a clause that says where a thing is, and so where it met with what is told of it."""
_MOST = frozenset({"first", "last", "only", "record"})
_THIS_WEEK = re.compile(
    r"(?i)\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:today|yesterday|tonight|overnight)\b"
)
_LYING = frozenset(_LIES.split())
_YEAR = re.compile(r"[12]\d{3}")


class Own:
    """Of which words of a claim its dates and places are told."""

    def __init__(self, event: Event | None, anchors: Spans, parse: Parse) -> None:
        self._parse = parse
        self._main = main_verb([token for span in anchors for token in parse.within(span)])
        trigger = _top(parse.within(event.trigger)) if event is not None else None
        self._spine = set() if trigger is None else {trigger.i, *(token.i for token in trigger.ancestors())}
        self._about = trigger

    def time(self, span: Span) -> bool:
        """Whether a date is the claim's own."""
        top = _top(self._parse.within(span))
        if top is None or self._main is None:
            return True
        if self._names_a_thing(top, span) or _is_measure(top):
            return False
        clause = self._clause(top)
        if clause is None or clause.lemma in _HAPPENS:
            return True
        bare = clause.dep == "acl" and not _after_comma(clause, self._parse)
        return bare and bool(_THIS_WEEK.search(span.words(self._parse.text)))

    def place(self, span: Span) -> bool:
        """Whether a place is the claim's own."""
        top = _top(self._parse.within(span))
        if top is None or self._main is None:
            return True
        clause = self._clause(top)
        if clause is None or clause.lemma in _HAPPENS or (clause.lemma in _LYING and not _is_party(clause)):
            return True
        if _after_comma(clause, self._parse):
            return False
        return clause.dep == "acl" or not any(t.lower in ("had", "'d") for t in clause.below("aux"))

    def _clause(self, token: Token) -> Token | None:
        """The verb of the clause around a word that describes a noun, where the claim is not about it."""
        found = None
        while token is not self._main and token.head is not token:
            if token.dep in ("relcl", "acl") and not any(t.tag == "TO" for t in token.below("aux")):
                if token.i in self._spine or token.head is self._about:
                    return None
                found = token
            token = token.head
        return found if token is self._main else None

    def _names_a_thing(self, top: Token, span: Span) -> bool:
        """Whether a year only says which thing is meant: the 2014 games, a 2029 report."""
        if not _YEAR.fullmatch(span.words(self._parse.text)):
            return False
        named = top.dep in ("nummod", "compound", "amod", "nmod") and top.head.pos in ("NOUN", "PROPN")
        return named and top.head.i > top.i and top.head is not self._about


def _top(inside: list[Token]) -> Token | None:
    return next((token for token in inside if token.head not in inside or token.head is token), None)


def _after_comma(clause: Token, parse: Parse) -> bool:
    """Whether a clause is set off from the noun that it describes."""
    first = clause.subtree()[0].i
    return any(parse.tokens[at].text in (",", "(", "–", "—") for at in (first - 1, first) if at > 0)


def _is_party(clause: Token) -> bool:
    """Whether a clause describes somebody, who need not be at home: a firm that is based in Oslo."""
    return clause.head.entity in ("PERSON", "ORG")


def _is_measure(top: Token) -> bool:
    """Whether a date only says since when something is the most: the worst flood since 1988."""
    if top.dep != "pobj" or top.head.lower != "since":
        return False
    above = top.head.head
    near = (above, *above.children) if above.pos != "VERB" else ()
    return any(token.tag in ("JJS", "RBS") or token.lower in _MOST for token in near) or any(
        token.tag in ("JJS", "RBS") or token.lower in _MOST
        for attr in (above.below("attr", "acomp") if above.lemma == "be" else ())
        for token in (attr, *attr.children)
    )


__all__ = ["Own"]
