"""The author that a text names in a line of its own."""

from __future__ import annotations

import re

from firsthand.rules import all_rules, rule
from firsthand.schema import Span, Spans

_NAME = r"[A-Z][\w'’.-]{0,30}(?:\s+(?:(?:al|bin|de|del|der|di|la|le|van|von|el)\s+)?[A-Z][\w'’.-]{0,30}){1,3}"
_BYLINE = re.compile(
    rf"(?:[Bb]y|BY)\s+({_NAME}(?:(?:,\s+{_NAME}){{0,3}},?\s+and\s+{_NAME})?)"
    r"(?:\s*[,|–—-]\s*[A-Z][^.!?]{0,60})?"
)


@rule(
    "ingest.byline",
    means='A line of its own near the top, "By" and names, gives the author.',
    fires="Soldiers leave the village\n\n[By Jane Roe]\n\nThe last soldiers left on Monday, residents said.",
    silent="The village was taken.\n\nBy Monday Morning the last soldiers had left, residents said.",
    gives={"author": "Jane Roe"},
)
def author(text: str, paragraphs: Spans) -> tuple[str, Span] | None:
    """The names in a byline among the first six paragraphs, and where the line stands; else None."""
    for span in paragraphs[:6]:
        if span.end - span.start <= 120 and (match := _BYLINE.fullmatch(span.words(text))):
            return match[1], span
    return None


RULES = all_rules(author)
