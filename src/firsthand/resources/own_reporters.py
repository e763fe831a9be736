"""Where a text sets its own reporter on the spot: "Our reporter Mina Sorel is at the gate"."""

from __future__ import annotations

from functools import lru_cache

from firsthand.resources.capitals import cased
from firsthand.schema import Span, Spans

_REPORTER = r"(?:reporter|correspondent|photographer|journalist|colleague|team|crew|envoy|man|woman)s?"
_PAPER = r"(?:paper|newspaper|station|site|agency|programme|channel|magazine)"
_IS_THERE = (
    r"(?:is|are|was|were|has\s+been|have\s+been|stands?|stood)\s+(?:now\s+|still\s+|standing\s+|on\s+)?"
    r"(?:at|in|on|outside|inside|near|by|to|among|there)\b|(?:has\s+|have\s+)?(?:visited|reached)\b"
)
_THERE = cased(
    rf"\b(?:[Oo]ur\s+(?:own\s+)?(?:\w+\s+){{0,2}}?{_REPORTER}\b(?:,?\s+[A-Z][\w’'-]+){{0,3}},?|"
    rf"[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){{0,2}},?\s+of\s+this\s+{_PAPER},?)\s+(?:{_IS_THERE})"
)


@lru_cache(maxsize=4)
def own_reporters(text: str) -> Spans:
    """Where a text sets a reporter of its own on the spot, up to the word behind which the place stands."""
    return tuple(Span(*match.span()) for match in _THERE.finditer(text))
