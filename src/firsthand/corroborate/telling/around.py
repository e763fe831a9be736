"""What stands around the words of a telling: the rest of its sentence, and the sentences on both sides."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from firsthand.schema import Span, Value

_ENDS = re.compile(r"(?<=[.!?”\"])\s+(?=[\"“A-Z0-9])|\n+")

MOST = 600
"""Characters of a sentence that are kept: a network reads no more of it."""


class Around(Value, frozen=True, kw_only=True):
    """The words around a telling, as they stand; empty where nothing does."""

    before: str = ""
    """The sentence before."""
    ahead: str = ""
    """What stands before it in its own sentence."""
    told: str = ""
    """Its own words."""
    behind: str = ""
    """What stands behind it in its sentence."""
    after: str = ""
    """The sentence after."""


class Sentences:
    """Where the sentences of one text begin, found once; plainly, as a network needs no more."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._cuts = [0, *(match.end() for match in _ENDS.finditer(text)), len(text)]

    def around(self, span: Span) -> Around:
        """What stands around some words of the text."""
        cuts, text = self._cuts, self._text
        first = bisect_right(cuts, span.start) - 1
        last = bisect_left(cuts, span.end)
        return Around(
            before=text[cuts[max(0, first - 1)] : cuts[first]][-MOST:],
            ahead=text[cuts[first] : span.start][-MOST:],
            told=text[span.start : span.end][:MOST],
            behind=text[span.end : cuts[last]][:MOST],
            after=text[cuts[last] : cuts[min(last + 1, len(cuts) - 1)]][:MOST],
        )
