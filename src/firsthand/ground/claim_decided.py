"""Acts that are no statements: who rejects a motion or retracts a testimony does it, and denies nothing told.

What is told is the act, so that it is a claim of whoever tells it, and stands for its words.
"""

from __future__ import annotations

from firsthand.resources.parser import Parse, Token
from firsthand.rules import lexicon
from firsthand.schema import Attribution, Because, Spans

DECIDED = lexicon(__package__, "claims.en.toml")["decided"]


def decided(attribution: Attribution | None, anchors: Spans, parse: Parse) -> Because | None:
    """The reason why a voice is no voice of a claim: it rejects something put to it, as the words say.

    Where the words are only what is denied ("denied that it had fired"), the voice denies them.
    """
    if attribution is None or attribution.polarity != "-" or not attribution.source:
        return None
    if not all(any(span.holds(cue) for span in anchors) for cue in attribution.cue):
        return None
    cue = [token for span in attribution.cue for token in parse.within(span)]
    verb = next((token for token in reversed(cue) if token.pos == "VERB"), None)
    thing = _thing(verb, attribution, parse) if verb is not None else None
    row = DECIDED.lookup(thing.lemma.lower()) if thing is not None else None
    return row.because(verb.span) if row is not None and verb is not None else None


def _thing(verb: Token, attribution: Attribution, parse: Parse) -> Token | None:
    """What is rejected: the object of the verb, inside the content."""
    things = verb.below("dobj") or [
        token.head
        for span in attribution.content
        for token in parse.within(span)[:1]
        if token.head.pos == "NOUN"
    ]
    held = (thing for thing in things if any(span.holds(thing.span) for span in attribution.content))
    return next(held, None)
