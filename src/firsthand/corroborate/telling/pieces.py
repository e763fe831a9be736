"""A claim's words cut into pieces, so that each tells one thing.

"Eight officers were killed and twelve wounded in an assault" is two pieces. A cut is made only where both
sides have a head (a happening of the lexicon, or a figure), so that no piece is left that tells nothing.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from firsthand.schema import Span, Spans

CUT = re.compile(
    r"[,;:–—(]+\s+(?:(?:and|but|while|when|after|before|as|which|who|where|with)\s+)?"
    r"|\s+(?=(?:and|but|while|when|after|before|because|which|that|without|killing|wounding|injuring)\s)",
    re.IGNORECASE,
)
"""Where one piece may end and the next begin: a stop and what follows it, or before a joining word."""

MARKS = " \t\r\n,;:–—()"


def pieces(text: str, anchors: Spans, heads: Sequence[Span], whole: Sequence[Span]) -> tuple[Span, ...]:
    """The pieces of a claim, in text order; the anchors themselves where nothing tells of two things.

    `heads` are all words that tell of a happening or give a figure; `whole` those that are never cut: figures
    ("ten or, at most, eleven") and phrases ("killed and wounded").
    """
    found: list[Span] = []
    for anchor in anchors:
        cuts = [anchor.start, *_cuts(text, anchor, whole), anchor.end]
        parts = [Span(first, last) for first, last in itertools.pairwise(cuts)]
        found += [trimmed for part in _headed(parts, heads) if (trimmed := _trimmed(text, part)) is not None]
    return tuple(found)


def second_clauses(text: str, anchors: Spans, triggers: Sequence[Span]) -> list[Span]:
    """What heads a clause that is told for itself: the first happening behind "and that", whatever its type.

    "Jihadists attacked the village and that troops intervened" tells of two things, though no word list knows
    what stepping in does.
    """
    found: list[Span] = []
    for anchor in anchors:
        for match in TOLD_TOO.finditer(text, anchor.start, anchor.end):
            behind = [
                each for each in triggers if match.end() <= each.start < min(anchor.end, match.end() + NEAR)
            ]
            plain = STATE.search(text, match.end(), min(anchor.end, match.end() + NEAR))
            if (blamed := BLAMED.search(text, anchor.start, match.start())) is not None:
                found.append(Span(*blamed.span()))
            before = [each for each in triggers if anchor.start <= each.start < match.start()]
            if before and behind:
                found.append(before[-1])
            if behind:
                found.append(behind[0])
            elif plain is not None and match.group().strip().lower() != "when":
                found.append(Span(*plain.span()))
        of_another = OF_ANOTHER.finditer(text, anchor.start, anchor.end)
        found.extend(Span(*match.span("verb")) for match in of_another)
    return found


TOLD_TOO = re.compile(r"\s(?:and|but)\s+that\s|\s(?:when|after|where|because)\s", re.IGNORECASE)
"""What opens a second clause of what somebody tells."""
OF_ANOTHER = re.compile(
    r"\s(?:and|but)\s+(?:(?:the|an?|its|their|his|her|our|some|all|many|no|\d+|two|three|four|five|six|seven|eight|nine|ten)"
    r"\s+(?:[\w’'-]+\s+){1,4}?|[a-z-]+s\s+)(?P<verb>(?:had|have|has|was|were|is|are)\s+(?:to\s+)?\w+)",
    re.IGNORECASE,
)
"""A second clause of another subject: "twelve died and the firemen had to break the locks"."""
STATE = re.compile(r"\b(?:was|were|is|are|had been|has been)\s+(?:also\s+)?\w+")
BLAMED = re.compile(r"\b(?:was|were|is|are|had been|has been)\s+(?:responsible|to blame|behind)\b")
"""What a first clause can say without a happening: who did it."""
NEAR = 80
"""Characters behind it in which its verb stands."""


def _cuts(text: str, anchor: Span, whole: Sequence[Span]) -> list[int]:
    inside = (match.end() for match in CUT.finditer(text, anchor.start, anchor.end))
    return [
        at
        for at in inside
        if anchor.start < at < anchor.end and not any(each.start < at < each.end for each in whole)
    ]


def _headed(parts: Sequence[Span], heads: Sequence[Span]) -> list[Span]:
    """Parts joined until each has a head: what has none belongs to the part before, the first to the next."""
    joined: list[Span] = []
    open_from: int | None = None
    for part in parts:
        start = part.start if open_from is None else open_from
        if any(start <= head.start < part.end for head in heads):
            joined.append(Span(start, part.end))
            open_from = None
        elif joined:
            joined[-1] = Span(joined[-1].start, part.end)
        else:
            open_from = start
    return joined or [Span(parts[0].start, parts[-1].end)]


JOINT = re.compile(r"[,;]?\s+(?:and|but)$", re.IGNORECASE)
LONGEST_JOINT = 8


def _trimmed(text: str, span: Span) -> Span | None:
    start, end = span
    while start < end and text[start] in MARKS:
        start += 1
    while end > start and text[end - 1] in MARKS:
        end -= 1
    if (joint := JOINT.search(text, max(start, end - LONGEST_JOINT), end)) is not None:
        end = joint.start()
    return Span(start, end) if start < end else None
