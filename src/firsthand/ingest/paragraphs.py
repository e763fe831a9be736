"""The running text of a document, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

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
_ITEM = re.compile(r"\s*(?:[-*•–—·>#|]|\d{1,3}[.)]\s|[a-z][.)]\s|\([a-z\d]{1,3}\)\s)")
_COLUMNS = re.compile(r"\S(?: {3}|\t)")
_LAST_BREAK = re.compile(r"\s(?=\S*$)")
_FEWEST_OF_PAGE, _FEWEST_OF_VERSE = 3, 4


class Line(NamedTuple):
    """A line without the white space around it, and by how many characters it is indented."""

    start: int
    end: int
    indent: int
    opens: bool
    """Whether it is indented as the first line of its block is, and the line before is not so far."""

    @property
    def width(self) -> int:
        """Characters, the indentation left out."""
        return self.end - self.start

    def words(self, text: str) -> str:
        """The line."""
        return text[self.start : self.end]


class Width(NamedTuple):
    """The width of a wrapped text, with the indentation of its lines and without."""

    whole: int
    bare: int


def paragraphs(text: str) -> Spans:
    """The paragraphs of a text, in order, without the white space around them.

    A block between blank lines whose lines were wrapped at a width is one paragraph, however they are
    indented; otherwise every line is a paragraph of its own, as web pages and agencies write them. A block
    too short to tell is wrapped at the width of the others.
    """
    blocks = list(_blocks(text))
    wrapped = [_wrapped(text, block) for block in blocks]
    page = _page_width(text, blocks, wrapped)
    found: list[Span] = []
    for block, wraps in zip(blocks, wrapped, strict=True):
        for first, last in _joined(_like_page(text, block, wraps, page) if page else wraps):
            found.extend(_cut(text, Span(block[first].start, block[last].end)))
    return tuple(found)


def _blocks(text: str) -> Iterator[list[Line]]:
    """Lines that hold more than white space, grouped where no blank line parts them."""
    block: list[Line] = []
    for match in _LINE.finditer(text):
        line = match.group().rstrip()
        if not line:
            continue
        if block and text.count("\n", block[-1].end, match.start()) > 1:
            yield block
            block = []
        indent = len(line) - len(line.lstrip())
        opens = bool(block) and block[-1].indent < indent == block[0].indent
        block.append(Line(match.start() + indent, match.start() + len(line), indent, opens))
    if block:
        yield block


def _joined(wrapped: list[bool]) -> Iterator[tuple[int, int]]:
    """Index of the first and last line of each paragraph of a block."""
    first = 0
    for i, goes_on in enumerate([*wrapped, False]):
        if not goes_on:
            yield first, i
            first = i + 1


def _wrapped(text: str, lines: list[Line]) -> list[bool]:
    """For each line but the last, whether the text only wraps after it.

    A line is full where the next line's first word would not have fitted in the block's width. A block counts
    as wrapped when a third of its lines are full, at least half of these stop within a sentence, and no more
    short lines do: headlines of similar lengths pass the first test by chance, not the others. One such line
    alone counts only where the next begins with a small letter.
    """
    width = _width(lines)
    none = [False] * (len(lines) - 1)
    pair = len(lines) == 2
    narrowest, widest = (NARROWEST_PAIR, WIDEST_PAIR) if pair else (NARROWEST, WIDEST)
    if len(lines) == 1 or not narrowest <= width.bare <= widest:
        return none
    full = [_is_full(text, line, after, width) for line, after in pairwise(lines)]
    within = [_is_open(text, line) for line in lines[:-1]]
    inside = [i for i, (is_full, open_) in enumerate(zip(full, within, strict=True)) if is_full and open_]
    short = sum(within) - len(inside)
    goes_on = [
        open_ and line.width >= _SHORTEST_RAGGED and _begins_small(text, line, after)
        for open_, (line, after) in zip(within, pairwise(lines), strict=True)
    ]
    if 3 * sum(full) < len(full) or 2 * len(inside) < max(1, sum(full)) or short >= len(inside):
        return _ragged(text, lines, goes_on, width)
    if _verse(text, lines):
        return none
    wrapped = full if len(inside) > 1 or _goes_on(text, lines[inside[0] + 1]) else none
    return [one or other for one, other in zip(wrapped, goes_on, strict=True)]


def _ragged(text: str, lines: list[Line], goes_on: list[bool], width: Width) -> list[bool]:
    """For each line but the last, whether the text wraps after it though the lines are of uneven length.

    So are those of a PDF or of a forwarded mail. A line that stops within a sentence, before one that begins
    with a small letter, goes on there. Where a third of the lines and at least two do, the block is running
    text, and every line that is not short against the widest wraps.
    """
    if sum(goes_on) < _FEWEST_RAGGED or 3 * sum(goes_on) < len(goes_on):
        return goes_on
    return [
        each or (line.width >= _FULL_SHARE * width.bare and not _stands_alone(text, line, after))
        for each, (line, after) in zip(goes_on, pairwise(lines), strict=True)
    ]


_SHORTEST_RAGGED, _FEWEST_RAGGED, _FULL_SHARE = 30, 2, 0.7


def _page_width(text: str, blocks: list[list[Line]], wrapped: list[list[bool]]) -> Width | None:
    """The width at which a text was wrapped: that of its wrapped blocks, or of all where they are full."""
    several = [line for block in blocks if len(block) > 1 for line in block]
    if several and _NARROWEST_PAGE <= (width := _width(several)).bare <= WIDEST:
        breaks = [pair for block in blocks for pair in pairwise(block)]
        full = [line for line, after in breaks if _is_full(text, line, after, width)]
        inside = sum(_is_open(text, line) for line in full)
        fewest = _FEWEST_INSIDE if width.bare >= NARROWEST else _FEWEST_NARROW
        if inside >= fewest and 2 * inside >= len(full) and len(full) >= _NEARLY_ALL * len(breaks):
            return width
    lines = [
        line
        for block, wraps in zip(blocks, wrapped, strict=True)
        if sum(wraps) > 1
        for line, wraps_here in zip(block, wraps, strict=False)
        if wraps_here
    ]
    return _width(lines) if len(lines) >= _FEWEST_OF_PAGE else None


_FEWEST_INSIDE, _FEWEST_NARROW, _NEARLY_ALL, _NARROWEST_PAGE = 2, 6, 0.9, 25


def _like_page(text: str, lines: list[Line], wrapped: list[bool], page: Width) -> list[bool]:
    """The same for a block of a text that was wrapped at a known width: its full lines wrap as well."""
    if all(wrapped) or _verse(text, lines):
        return wrapped
    return [
        each or (_is_full(text, line, after, page) and line.width <= page.bare + _SLACK)
        for each, (line, after) in zip(wrapped, pairwise(lines), strict=True)
    ]


_SLACK = 4
"""Characters by which a line may be wider than the other wrapped ones and still be wrapped with them."""


def _width(lines: list[Line]) -> Width:
    return Width(max(line.indent + line.width for line in lines), max(line.width for line in lines))


def _is_full(text: str, line: Line, after: Line, width: Width) -> bool:
    """Whether the next word did not fit, be the text indented before it was wrapped or after."""
    if _stands_alone(text, line, after):
        return False
    first_word = after.words(text).split(None, 1)[0]
    wanted = line.width + 1 + min(len(first_word), LONGEST_WORD)
    return wanted > width.bare or line.indent + wanted > width.whole


def _is_open(text: str, line: Line) -> bool:
    """Whether a line stops within a sentence."""
    return not _SENTENCE_END.search(text[max(line.start, line.end - 8) : line.end])


def _stands_alone(text: str, line: Line, after: Line) -> bool:
    """Whether the second of two lines opens an item, a paragraph with its indentation or a row of a table."""
    if _ITEM.match(after.words(text)):
        return True
    if after.opens and not _is_open(text, line):
        return True
    return _rows(text, line, after)


def _rows(text: str, *lines: Line) -> bool:
    """Whether some lines are rows of a table."""
    return all(_COLUMNS.search(line.words(text)) for line in lines)


def _verse(text: str, lines: list[Line]) -> bool:
    """Whether every one of some lines begins with a capital letter, as verses and headlines do."""
    return len(lines) >= _FEWEST_OF_VERSE and all(
        line.words(text).lstrip("\"'“‘(")[:1].isupper() for line in lines
    )


def _begins_small(text: str, line: Line, after: Line) -> bool:
    """Whether the second of two lines begins with a small letter, and neither an item nor a row."""
    return text[after.start].islower() and not (_ITEM.match(after.words(text)) or _rows(text, line, after))


def _goes_on(text: str, line: Line) -> bool:
    """Whether a line begins as if within a sentence."""
    first = text[line.start]
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
