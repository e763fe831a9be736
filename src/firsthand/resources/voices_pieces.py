"""Text -> word pieces with their offsets and what an uncased vocabulary cannot see, and windows over them.

Training and run time both read a text through this module, so that the two never differ.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from firsthand.schema import Span, Spans

Ints = NDArray[np.int64]

WORD = re.compile(r"\w+(?:[-'’.]\w+)*|\S")
"""What a mark may not cut in two: "don't", "air-dropped", "p.m", or one sign."""

SEPARATORS = frozenset(",;:–—-")

TRAITS = 32
"""Letter case (4) x place in a quotation (4) x first word of a paragraph (2)."""

_CLOSING = re.compile(r"(?<=\S)['’](?!\w)")
_DOUBLE = {'"': "", "“": "open", "„": "open", "«": "open", "”": "close", "»": "close"}


@dataclass(frozen=True, slots=True)
class Window:
    """A run of pieces read at once, `first` to `last` (exclusive)."""

    first: int
    last: int


@dataclass(frozen=True)
class Pieces:
    """The word pieces of a text's paragraphs, one row a piece, in text order."""

    ids: Ints
    starts: Ints
    """Code point in the whole text at which a piece starts."""
    ends: Ints
    traits: Ints
    words: Ints
    """Number of the word that a piece belongs to, counted over the whole text."""
    word_starts: Ints
    word_ends: Ints
    separators: NDArray[np.bool_]
    """Of each word, whether it is a mark that separates (comma, colon, dash) and so belongs to nobody."""

    def __len__(self) -> int:
        return len(self.ids)

    def part(self, window: Window) -> Pieces:
        """The pieces of a window; words keep their numbers."""
        at = slice(window.first, window.last)
        return replace(
            self, ids=self.ids[at], starts=self.starts[at], ends=self.ends[at], traits=self.traits[at],
            words=self.words[at],
        )  # fmt: skip


def by_paragraph(spans: Spans, paragraphs: Spans) -> Spans:
    """Spans cut where a paragraph ends, so that none holds what stands between two paragraphs."""
    found = []
    for span in spans:
        at = bisect_right(paragraphs, (span.start, float("inf"))) - 1
        while at < len(paragraphs) and paragraphs[at].start < span.end:
            found.append(Span(max(span.start, paragraphs[at].start), min(span.end, paragraphs[at].end)))
            at += 1
    return tuple(found)


def pieces(tokenizer: Any, text: str, paragraphs: Sequence[Span]) -> Pieces:
    """The word pieces of some paragraphs of `text`. Letters that the tokenizer drops have none."""
    rows: list[tuple[int, int, int, int, int]] = []
    words: list[tuple[int, int]] = []
    encodings = tokenizer.encode_batch([p.words(text) for p in paragraphs], add_special_tokens=False)
    for paragraph, encoding in zip(paragraphs, encodings, strict=True):
        part = paragraph.words(text)
        first = len(words)
        words.extend((paragraph.start + m.start(), paragraph.start + m.end()) for m in WORD.finditer(part))
        quoted = quotation_states(part)
        word = first
        for piece, (start, end) in zip(encoding.ids, encoding.offsets, strict=True):
            at = paragraph.start + start
            while word < len(words) - 1 and words[word][1] <= at:
                word += 1
            if first == len(words) or end <= start:
                continue
            low, high = words[word]
            trait = _case(text[low:high]) * 8 + quoted[start] * 2 + (word == first)
            rows.append((piece, at, paragraph.start + end, trait, word))
    table = np.array(rows, dtype=np.int64).reshape(-1, 5)
    edges = np.array(words, dtype=np.int64).reshape(-1, 2)
    signs = np.array([text[low:high] in SEPARATORS for low, high in words], dtype=np.bool_)
    ids, starts, ends, traits, numbers = (np.ascontiguousarray(column) for column in table.T)
    return Pieces(ids, starts, ends, traits, numbers, edges[:, 0].copy(), edges[:, 1].copy(), signs)


def quotation_states(part: str) -> bytearray:
    """For every character of a paragraph: 0 outside quotation marks, 1 opens, 2 inside, 3 closes.

    Straight and curly marks count alike; an apostrophe inside a word or after one is none.
    """
    states = bytearray(len(part))
    inside = ""
    for i, sign in enumerate(part):
        if sign in _DOUBLE and inside != "'":
            opens = _DOUBLE[sign] == "open" or (not _DOUBLE[sign] and not inside)
            states[i] = 1 if opens else 3
            inside = '"' if opens else ""
        elif sign in "'‘’" and inside != '"' and (turn := _single(part, i, inside)):
            states[i] = turn
            inside = "'" if turn == 1 else ""
        elif inside:
            states[i] = 2
    return states


def _single(part: str, i: int, inside: str) -> int:
    """1 where a single mark opens a quotation, 3 where it closes one, 0 for an apostrophe."""
    before, after = part[i - 1 : i], part[i + 1 : i + 2]
    if inside:
        return 3 if part[i] != "‘" and not before.isspace() and not after.isalnum() else 0
    opens = part[i] != "’" and (not before or before in " \t(—–[") and bool(after) and not after.isspace()
    return 1 if opens and _closes(part, i) else 0


def _closes(part: str, i: int) -> bool:
    """Whether a mark that may close follows within some hundred characters ("'tis" opens nothing)."""
    return _CLOSING.search(part, i + 2, i + 600) is not None


def _case(word: str) -> int:
    if word.islower() or not word[:1].isalpha():
        return 0
    if len(word) > 1 and word.isupper():
        return 2
    return 1 if word[:1].isupper() else 3


def windows(count: int, size: int, overlap: int) -> Iterator[Window]:
    """Windows of at most `size` pieces over `count` pieces, each sharing `overlap` with the one before.

    All of a text's windows are about equally long, so that no rest is read without its surroundings.
    """
    if count <= size:
        if count:
            yield Window(0, count)
        return
    number = -(-(count - overlap) // (size - overlap))
    width = -(-(count + (number - 1) * overlap) // number)
    for i in range(number):
        first = round(i * (count - width) / (number - 1))
        yield Window(first, first + width)
