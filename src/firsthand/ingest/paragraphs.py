"""The running text of a document, paragraph by paragraph."""

from __future__ import annotations

import re

from firsthand.schema import Span, Spans

_LINE = re.compile(r"[^\n]*\S[^\n]*")


def paragraphs(text: str) -> Spans:
    """Every line that holds more than white space, from its first to its last character that is none."""
    found = []
    for match in _LINE.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        found.append(Span(start, start + len(line.strip())))
    return tuple(found)
