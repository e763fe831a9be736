"""Quotation marks at the ends of a claim's words: both or none.

A quotation of several sentences is cut into claims, so that the first keeps only its opening mark and the
last only its closing one. A mark without its other half says nothing and cannot be printed.
"""

from __future__ import annotations

from firsthand.schema import Span, Spans

_OPENING, _CLOSING, _EITHER = "“«„", "”»", '"'
_MARKS = frozenset(_OPENING + _CLOSING + _EITHER)


def without_lone_marks(anchors: Spans, text: str) -> Spans:
    """Words without a mark at an end that has no other half in them, nor the comma before a lone last one.

    A lone mark inside the words, such as the sign for inches, stays.
    """
    lone = _lone(anchors, text)
    if not lone:
        return anchors
    made = []
    for span in anchors:
        start, end = span.start, span.end
        while start < end and (start in lone or text[start].isspace()):
            start += 1
        if end - 1 in lone:
            end -= 1
            while end > start and text[end - 1] in ", ":
                end -= 1
        if start < end:
            made.append(Span(start, end))
    return tuple(made) or anchors


def _lone(anchors: Spans, text: str) -> set[int]:
    """Where the marks stand that have no other half."""
    opened: list[int] = []
    lone: set[int] = set()
    for span in anchors:
        for at in range(span.start, span.end):
            mark = text[at]
            if mark not in _MARKS:
                continue
            if mark in _OPENING or (mark in _EITHER and not (opened and text[opened[-1]] in _EITHER)):
                opened.append(at)
            elif opened:
                opened.pop()
            else:
                lone.add(at)
    return lone.union(opened)
