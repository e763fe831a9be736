"""A paragraph as it is read, and where no sentence can start in it: the parser's weights split too often.


A word in small letters goes on with the sentence before it, unless a full stop or a dash stands between:
"at 11.30 p.m. | local time", "“We won!” | as some put it".
"""

from __future__ import annotations

import re
from typing import Any

_ENDS = frozenset({".", "!", "?", "…", "...", ";", ":", "-", "–", "—", "•", "*", "|"})
"""Marks behind which the parser decides; an abbreviation's own stop is a part of its word."""
_OF_THE_CLOCK = frozenset({"a.m.", "p.m."})
_DAYS_AND_ZONES = frozenset((
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
    "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan.",
    "feb.", "aug.", "sept.", "oct.", "nov.", "dec.", "gmt", "utc", "est", "edt", "cst", "cdt", "pst", "pdt",
    "bst", "cet", "cest", "eastern", "central", "pacific",
))  # fmt: skip
"""A day, a month or a zone behind the hour: "at 9:30 a.m. May 4 and last five days" is one sentence."""


def held_together(doc: Any) -> Any:
    """A tokenized spaCy document, marked where none of its sentences starts."""
    before, gap = "", []
    for token in doc:
        word = token.text
        if word.isspace():
            gap.append(token)
            continue
        continues = word[0].islower() or word[0] in ",)%"
        if (before and before not in _ENDS and continues) or (
            before in _OF_THE_CLOCK and word.lower() in _DAYS_AND_ZONES
        ):
            for each in (*gap, token):
                each.is_sent_start = False
        before, gap = word, []
    return doc


_GAP = re.compile(r"[^\S\n\r\v\f\x85\u2028\u2029]*[\n\r\v\f\x85\u2028\u2029]\s*|  +")
_COLUMN = 4


def flowing(words: str) -> tuple[str, list[int] | None]:
    """A paragraph as its reader sees it, and where each of its characters stands; None: where it stood.

    A line break with the blanks around it is where a program wrapped and indented the text, two or three
    blanks are where something was taken out: both are read as one space, for the weights take them for more.
    More blanks or a tab on a line stand between the columns of a table and stay.
    """
    if _GAP.search(words) is None:
        return words, None
    parts: list[str] = []
    places: list[int] = []
    done = 0
    for gap in _GAP.finditer(words):
        if gap.end() - gap.start() >= _COLUMN and not gap.group().strip(" "):
            continue
        parts += words[done : gap.start()], " "
        places.extend(range(done, gap.start() + 1))
        done = gap.end()
    parts.append(words[done:])
    places.extend(range(done, len(words) + 1))
    return "".join(parts), places
