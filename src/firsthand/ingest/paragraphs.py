"""The running text of a document, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from firsthand.schema import Span, Spans

MAX_PARAGRAPH = 20_000
"""Characters. Longer ones are cut at white space: the parser's memory grows with the paragraph."""

WIDEST = 130
"""Characters. Lines that a program wrapped are narrower; lines wider than this are paragraphs."""

NARROWEST = 40
"""Characters. Narrower lines are headlines, items and addresses."""

WIDEST_PAIR, NARROWEST_PAIR = 90, 60
"""The same for a block of two lines, where less speaks for a wrap."""

LONGEST_WORD = 20
"""Characters. An address that did not fit its line says nothing of the width."""

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’»)\]]*\s*$")
_ITEM = re.compile(r"\s*(?:[-*•–—·>#|]|\d{1,3}[.)]\s)")
_LAST_BREAK = re.compile(r"\s(?=\S*$)")


def paragraphs(text: str) -> Spans:
    """The paragraphs of a text, in order, without the white space around them.

    A block between blank lines whose lines were wrapped at a width is one paragraph; otherwise every line
    is a paragraph of its own, as web pages and agencies write them.
    """
    found: list[Span] = []
    for block in _blocks(text):
        for first, last in _joined(text, block):
            found.extend(_cut(text, Span(block[first].start, block[last].end)))
    return tuple(found)


def _blocks(text: str) -> Iterator[list[Span]]:
    """Lines that hold more than white space, grouped where no blank line parts them."""
    block: list[Span] = []
    for match in _LINE.finditer(text):
        line = match.group().rstrip()
        if not line:
            continue
        if block and text.count("\n", block[-1].end, match.start()) > 1:
            yield block
            block = []
        block.append(Span(match.start(), match.start() + len(line)))
    if block:
        yield block


def _joined(text: str, lines: list[Span]) -> Iterator[tuple[int, int]]:
    """Index of the first and last line of each paragraph of a block."""
    wrapped = _wrapped(text, lines)
    first = 0
    for i in range(len(lines)):
        if i + 1 == len(lines) or not wrapped[i]:
            yield first, i
            first = i + 1


def _wrapped(text: str, lines: list[Span]) -> list[bool]:
    """For each line but the last, whether the text only wraps after it.

    A line is full where the next line's first word would not have fitted in the block's width. A block counts
    as wrapped when a third of its lines are full, at least half of these stop within a sentence, and no more
    short lines do: headlines of similar lengths pass the first test by chance, not the others. One such line
    alone counts only where the next begins with a small letter.
    """
    width = max(line.end - line.start for line in lines)
    none = [False] * len(lines)
    pair = len(lines) == 2
    narrowest, widest = (NARROWEST_PAIR, WIDEST_PAIR) if pair else (NARROWEST, WIDEST)
    if len(lines) == 1 or not narrowest <= width <= widest:
        return none
    full = [_is_full(text, line, after, width) for line, after in pairwise(lines)]
    within = [not _SENTENCE_END.search(line.words(text)[-8:]) for line in lines[:-1]]
    inside = [i for i, (is_full, open_) in enumerate(zip(full, within, strict=True)) if is_full and open_]
    short = sum(within) - len(inside)
    goes_on = [
        open_ and line.end - line.start >= _SHORTEST_RAGGED and text[after.start].islower()
        for open_, (line, after) in zip(within, pairwise(lines), strict=False)
    ]
    if 3 * sum(full) < len(full) or 2 * len(inside) < max(1, sum(full)) or short >= len(inside):
        return _ragged(text, lines, goes_on, width)
    wrapped = full if len(inside) > 1 or _goes_on(text, lines[inside[0] + 1]) else none
    return [one or other for one, other in zip(wrapped, goes_on, strict=False)]


def _ragged(text: str, lines: list[Span], goes_on: list[bool], width: int) -> list[bool]:
    """For each line but the last, whether the text wraps after it though the lines are of uneven length.

    So are those of a PDF or of a forwarded mail. A line that stops within a sentence, before one that begins
    with a small letter, goes on there. Where a third of the lines and at least two do, the block is running
    text, and every line that is not short against the widest wraps.
    """
    if sum(goes_on) < _FEWEST_RAGGED or 3 * sum(goes_on) < len(goes_on):
        return goes_on
    return [
        each or (line.end - line.start >= _FULL_SHARE * width and not _ITEM.match(after.words(text)))
        for each, (line, after) in zip(goes_on, pairwise(lines), strict=False)
    ]


_SHORTEST_RAGGED, _FEWEST_RAGGED, _FULL_SHARE = 30, 2, 0.7


def _is_full(text: str, line: Span, after: Span, width: int) -> bool:
    following = after.words(text)
    if _ITEM.match(following):
        return False
    first_word = following.split(None, 1)[0]
    return line.end - line.start + 1 + min(len(first_word), LONGEST_WORD) > width


def _goes_on(text: str, line: Span) -> bool:
    """Whether a line begins as if within a sentence."""
    first = line.words(text).lstrip()[0]
    return first.islower() or first.isdigit() or first in ",;("


def _cut(text: str, line: Span) -> Iterable[Span]:
    """A paragraph without the white space around it, in pieces of at most MAX_PARAGRAPH characters."""
    words = line.words(text)
    start, end = line.start + len(words) - len(words.lstrip()), line.start + len(words.rstrip())
    while end - start > MAX_PARAGRAPH:
        space = _LAST_BREAK.search(text[start : start + MAX_PARAGRAPH][-200:])
        piece = start + MAX_PARAGRAPH - (200 - space.start() if space else 0)
        yield Span(start, start + len(text[start:piece].rstrip()))
        start = piece + len(text[piece:end]) - len(text[piece:end].lstrip())
    yield Span(start, end)
