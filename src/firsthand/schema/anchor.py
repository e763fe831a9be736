"""Where words stand in a text."""

from __future__ import annotations

from typing import NamedTuple

import msgspec


class Value(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One of the values that travel between the rooms: frozen, named fields only, equal by content.

    What never changes cannot come to hold itself, so the garbage collector need not look at it: a case of
    thousands of documents opens many times faster.
    """


class Span(NamedTuple):
    """Words of one text, from `start` to `end` (exclusive), counted in Unicode code points.

    In JSON a span is the pair `[start, end]`.
    """

    start: int
    end: int

    def words(self, text: str) -> str:
        """The words that this span covers in `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]


def words(text: str, spans: Spans) -> str:
    """The words of several pieces, in their order, pieces joined by ' … '."""
    return " … ".join(span.words(text) for span in spans)


class Anchor(Value, frozen=True, kw_only=True):
    """The exact words in a document that something rests on. Code points, `end` exclusive."""

    document: str
    start: int
    end: int
