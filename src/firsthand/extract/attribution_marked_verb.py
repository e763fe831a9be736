"""Quotation marks around a verb alone: 'she "totally rejected" the claim' is nobody's sentence."""

from __future__ import annotations

from firsthand.extract.quotes import Quotation
from firsthand.resources.parser import Parse

_MOST = 4
"""Words of such a quotation, with its marks."""


def only_a_verb(parse: Parse, quotation: Quotation) -> bool:
    """Whether marks hold a verb and its adverbs, whose subject stands before them and object behind them."""
    first = parse.first_from(quotation.inner.start)
    words = [t for t in parse.tokens[first : first + _MOST] if t.end <= quotation.inner.end]
    verb = words[-1] if words else None
    if verb is None or verb.pos != "VERB" or verb.end != quotation.inner.end:
        return False
    if any(t.pos not in ("ADV", "AUX", "PART", "VERB") for t in words):
        return False
    before = any(t.i < first for t in verb.below("nsubj"))
    return before and any(t.start >= quotation.span.end for t in verb.below("dobj", "ccomp"))
