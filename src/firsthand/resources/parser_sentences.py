"""Where no sentence can start, told to the parser before it reads: its small weights split too often there.

A word in small letters goes on with the sentence before it, unless a full stop or a dash stands between:
"at 11.30 p.m. | local time", "“We won!” | as some put it".
"""

from __future__ import annotations

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
