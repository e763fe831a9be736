"""Where no sentence can start, told to the parser before it reads: its small weights split too often there.

A word in small letters goes on with the sentence before it, unless a full stop or a dash stands between:
"at 11.30 p.m. | local time", "“We won!” | as some put it".
"""

from __future__ import annotations

from typing import Any

_ENDS = frozenset({".", "!", "?", "…", "...", ";", ":", "-", "–", "—", "•", "*", "|"})
"""Marks behind which the parser decides; an abbreviation's own stop is a part of its word."""


def held_together(doc: Any) -> Any:
    """A tokenized spaCy document, marked where none of its sentences starts."""
    before, gap = "", []
    for token in doc:
        word = token.text
        if word.isspace():
            gap.append(token)
            continue
        if before and before not in _ENDS and (word[0].islower() or word[0] in ",)%"):
            for each in (*gap, token):
                each.is_sent_start = False
        before, gap = word, []
    return doc
