"""A line of its own near the top that names a medium and a day: "Coastal Times, 13 March 2031"."""

from __future__ import annotations

import re
from typing import NamedTuple

from firsthand.ingest.published import iso
from firsthand.rules import Row, all_rules, lexicon
from firsthand.schema import Span, Spans

LEXICON = lexicon(__package__, "masthead.en.toml")
MEDIUM = LEXICON["medium"]

NEAR_TOP = 4
"""Paragraphs among which the line stands."""
LONGEST = 100

_NAME = r"(?P<name>[A-Z][\w'’&.-]*(?:\s(?:(?:of|the|and)\s)?[A-Z][\w'’&.-]*){0,5})"
_DAY = r"(?P<day>[\w.,]{1,12}(?:\s+[\w.,]{1,12}){2,3}|\d{4}-\d\d-\d\d)"
_LINE = re.compile(rf"{_NAME}(?:,|\s+[|–—·•-])\s+{_DAY}|{_DAY.replace('day', 'first')}"
                   rf"(?:,|\s+[|–—·•-])\s+{_NAME.replace('name', 'last')}")  # fmt: skip


class Masthead(NamedTuple):
    """Who published a text and when, by its own line; and the line with the word that tells it."""

    publisher: str
    published: str
    line: Span
    row: Row


def masthead(text: str, paragraphs: Spans) -> Masthead | None:
    """The medium and the day of such a line, where the name holds a medium's word and the day is clear."""
    for span in paragraphs[:NEAR_TOP]:
        match = _LINE.fullmatch(span.words(text).strip()) if span.end - span.start <= LONGEST else None
        if match is None:
            continue
        name = match["name"] or match["last"]
        published = iso(match["day"] or match["first"])
        row = next((row for word in name.split() if (row := MEDIUM.lookup(word))), None)
        if published and row is not None:
            return Masthead(name, published, span, row)
    return None


RULES = all_rules(LEXICON)
