"""A text -> its quotations: which words stand between quotation marks, however the marks are set.

Straight, typographic and angle marks, singles inside doubles, a mark opened again at each paragraph of a long
quotation, marks that never close. An apostrophe is no mark. Never raises; one pass over the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.schema import Span, Spans

_MARK = re.compile(r"[\"“”„‟«»‘’'‚‹›]|``|''")
_DOUBLE = frozenset('"“”„‟«»') | {"``", "''"}
_OPENS = frozenset("“„‟«‘‚‹") | {"``"}
_CLOSES = frozenset("”»›") | {"''"}
_DEEPEST = 8
"""More open marks than this are a broken text, not a quotation in a quotation."""
_ELISION = re.compile(r"['’](?:\d\ds?|em|til|tis|twas|cause|n|round|bout)\b", re.IGNORECASE)


_Mark = tuple[str, bool, int, int]
"""A mark, whether it opens, its start and its end."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words between two marks, marks included; `depth` 0 stands in no other quotation."""

    span: Span
    depth: int
    closed: bool
    """False where the paragraph ends before a closing mark, as in a long quotation but for its last."""
    paragraph: int
    opened: bool = True
    """False where it goes on from the paragraph before without a mark, or where its first mark is lost."""

    @property
    def inner(self) -> Span:
        """What stands between the marks."""
        return Span(self.span.start + self.opened, self.span.end - self.closed)


def quotations(text: str, paragraphs: Spans) -> tuple[Quotation, ...]:
    """The quotations of a text in the order of their opening marks.

    >>> [q.span.words('He said: "Go."') for q in quotations('He said: "Go."', (Span(0, 14),))]
    ['"Go."']
    """
    found: list[Quotation] = []
    held: list[tuple[int, Span]] = []
    """Paragraphs without a mark behind a quotation that its paragraph leaves open."""
    left_open = False
    for number, paragraph in enumerate(paragraphs):
        marks = list(_marks(text, paragraph))
        here = _in_paragraph(text, marks, paragraph, number)
        closing = _first_closing(marks)
        if closing is not None and left_open:
            found += [Quotation(span, 0, False, of, opened=False) for of, span in held]
            found.append(Quotation(Span(paragraph.start, closing), 0, True, number, opened=False))
        elif closing is not None and (lost := _mark_lost(text, paragraph, closing)) is not None:
            found.append(Quotation(lost, 0, True, number, opened=False))
            here = [q for q in here if not q.span.overlaps(lost)]
        found += here
        if marks or len(held) >= _MOST_HELD:
            left_open, held = _is_left_open(text, here, paragraph), []
        elif left_open:
            held.append((number, paragraph))
    return tuple(sorted(found, key=lambda q: (q.span.start, -q.span.end)))


_MOST_HELD = 8
"""Paragraphs without a mark over which a quotation may go on until it closes."""
_LONGEST_LOST = 400
"""Characters that may stand between a lost first mark and the last one."""
_ENDS = re.compile(r"[.!?][\"”’']?\s+(?=\w)")


def _first_closing(marks: list[_Mark]) -> int | None:
    """Where the first double mark of a paragraph ends, if it closes what no mark of the paragraph opens."""
    first = next((mark for mark in marks if mark[0] in _DOUBLE), None)
    return first[3] if first is not None and not first[1] else None


def _is_left_open(text: str, here: list[Quotation], paragraph: Span) -> bool:
    end = len(text[paragraph.start : paragraph.end].rstrip()) + paragraph.start
    return any(q.depth == 0 and not q.closed and q.span.end == end for q in here)


def _mark_lost(text: str, paragraph: Span, closing: int) -> Span | None:
    """The words before a mark that closes nothing, `Not before," he said`: the sentence that it ends."""
    if closing > paragraph.end - 2 or text[closing - 2 : closing - 1] != "," or not text[closing].isspace():
        return None
    ends = [m.end() for m in _ENDS.finditer(text, max(paragraph.start, closing - _LONGEST_LOST), closing)]
    start = ends[-1] if ends else paragraph.start
    return Span(start, closing) if 0 < closing - start <= _LONGEST_LOST else None


def _in_paragraph(text: str, marks: list[_Mark], paragraph: Span, number: int) -> list[Quotation]:
    shut: list[Quotation] = []
    waiting: list[tuple[str, int]] = []
    for mark, opens, start, end in marks:
        if opens and len(waiting) < _DEEPEST:
            waiting.append((mark, start))
            continue
        at = _partner(waiting, mark)
        if at is None:
            continue
        shut.append(Quotation(Span(waiting[at][1], end), at, True, number))
        del waiting[at:]
    return _left_open(text, waiting, shut, paragraph, number)


def _left_open(
    text: str, waiting: list[tuple[str, int]], shut: list[Quotation], paragraph: Span, number: int
) -> list[Quotation]:
    """What a double mark that never closes holds: up to where the next opens, else the rest of its paragraph.

    A second mark without a closing one between goes on in a new paragraph that the text has lost. A single
    mark that never closes was no mark at all.
    """
    never = [start for mark, start in waiting if mark in _DOUBLE]
    opened = sorted({*never, *(q.span.start for q in shut if _is_double(text, q.span.start))})
    held = []
    for start in never:
        next_one = bisect_right(opened, start)
        end = opened[next_one] if next_one < len(opened) else paragraph.end
        held.append(Span(start, start + len(text[start:end].rstrip())))
    spans = {**{q.span: True for q in shut}, **dict.fromkeys(held, False)}
    found: list[Quotation] = []
    around: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        while around and around[-1].end <= span.start:
            around.pop()
        if around and around[-1].end < span.end:
            continue  # a single mark that opened in one quotation and closed in another
        found.append(Quotation(span, len(around), spans[span], number))
        around.append(span)
    return found


def _is_double(text: str, start: int) -> bool:
    return text[start] in _DOUBLE or text[start : start + 2] in _DOUBLE


def _partner(waiting: list[tuple[str, int]], mark: str) -> int | None:
    """Index of the open mark that this closing mark closes, the nearest of its kind."""
    double = mark in _DOUBLE
    for at in range(len(waiting) - 1, -1, -1):
        if (waiting[at][0] in _DOUBLE) == double:
            return at
    return None


def _marks(text: str, paragraph: Span) -> Iterator[tuple[str, bool, int, int]]:
    """Marks with whether they open, start and end; apostrophes and inches left out."""
    double_open = single_open = False
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        mark, start, end = match.group(), match.start(), match.end()
        before = text[start - 1] if start > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        if mark in _DOUBLE:
            opens = _double_opens(mark, before, after, double_open)
            if opens is not None:
                double_open = opens
                yield mark, opens, start, end
        else:
            opens = _single_opens(text, mark, start, before, after, single_open)
            if opens is not None:
                single_open = opens
                yield mark, opens, start, end


def _double_opens(mark: str, before: str, after: str, is_open: bool) -> bool | None:
    if mark in _OPENS:
        # behind a word it closes, as in „so“
        return not (is_open and mark == "“" and (before.isalnum() or before in ".,!?…"))
    if mark in _CLOSES:
        return False
    if is_open:
        # a mark that follows space and leans on a word opens again: the old one never closed
        return before.isspace() and after.isalnum()
    if before.isdigit() and not after.isalnum():
        return None
    return not (
        before in ".,!?" and after.isspace()
    )  # a mark that leans on the words before it opens nothing


def _single_opens(text: str, mark: str, start: int, before: str, after: str, is_open: bool) -> bool | None:
    if mark in "‹‚‘":
        return True
    if mark == "›":
        return False
    if before.isalnum() and after.isalnum():
        return None
    leans = (before.isspace() or before in '([—–-"“«') and not after.isspace()
    if leans and mark == "'":
        return None if _ELISION.match(text, start) else True
    if leans:
        return None
    return False if is_open and not after.isalnum() else None
