"""A document -> its words for comparing: what it says itself, with quotations and furniture set aside.

Two reports that quote the same statement share its words, and neither took them from the other. So the
words between quotation marks are no evidence of copying. Words are compared as stems: their first six
letters, any case, so that an inflected form still agrees, in Cyrillic as in Latin script. Nothing is looked
up and nothing is parsed; one pass over the text. Never raises.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from firsthand.schema import Document, Span

Hashes = NDArray[np.uint64]

# Scripts written without spaces: each sign counts as a word of its own.
_UNSPACED = "\u0e00-\u0edf\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
_MARK = re.compile(r"[\"“”„‟«»‘]|’(?!\w)|``|''|(?<=\s)'(?=[^\W\d_])|(?<=[.,!?…])'(?!\w)")
_QUOTES = frozenset("\"“”„‟«»‘`'")
_CLOSING = {
    mark: frozenset(partners)
    for mark, partners in {
        '"': ['"', "”", "''"],
        "“": ["”", '"', "‟"],
        "„": ["“", "”", "‟", '"'],
        "‟": ["”", '"'],
        "«": ["»"],
        "»": ["«"],
        "‘": ["’"],
        "``": ["''", '"'],
        "'": ["'"],
    }.items()
}
"""What a mark that opens is closed by: writers and machines mix the styles."""
_DOUBLE = frozenset('"“„‟«')
STEM = 6
"""Letters of a word that count. Six keep "shelled" and "shelling" together and "militants" and "military"
apart."""
SHINGLE = 3
"""Words of a shingle. Three find a rewrite that left no five words as they were; two meet by chance."""


class _Stems(dict[str, int]):
    """The number of each word's stem, the same in every process and on every machine."""

    def __missing__(self, word: str) -> int:
        folded = word if word.isascii() else unicodedata.normalize("NFKC", word)
        stem = folded.casefold()[:STEM].encode("utf-8", "surrogatepass")
        number = int.from_bytes(blake2b(stem, digest_size=8).digest(), "little")
        if len(self) < 1_000_000:  # a hostile text must not fill the memory
            self[word] = number
        return number


_STEMS = _Stems()


@dataclass(frozen=True, eq=False)
class Words:
    """The own words of a document, in their order: `stems[i]` is the word at `spans[i]`."""

    text: str
    stems: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]
    pieces: tuple[int, ...]
    """Number of the stretch between two quotations that a word stands in: no passage runs across a
    quotation."""

    def __len__(self) -> int:
        return len(self.stems)

    def word(self, at: int) -> str:
        """The word as written."""
        start, end = self.spans[at]
        return self.text[start:end]


def own_words(document: Document, quoted: Sequence[Span] | None = None) -> Words:
    """The words of a document that are its own, each with its place. `quoted`: spans known to be
    quotations."""
    stems: list[int] = []
    spans: list[tuple[int, int]] = []
    pieces: list[int] = []
    for number, (start, end) in enumerate(own_stretches(document, quoted)):
        for match in WORD.finditer(document.text, start, end):
            stems.append(_STEMS[match.group()])
            spans.append(match.span())
            pieces.append(number)
    return Words(document.text, tuple(stems), tuple(spans), tuple(pieces))


def shingles(document: Document, quoted: Sequence[Span] | None = None) -> tuple[Hashes, int]:
    """The distinct shingles of a document's own words, sorted, and how many own words it has."""
    kept: list[Hashes] = []
    count = 0
    for start, end in own_stretches(document, quoted):
        found = WORD.findall(document.text, start, end)
        count += len(found)
        if len(found) >= SHINGLE:
            kept.append(_shingled(np.fromiter(map(_STEMS.__getitem__, found), np.uint64, len(found))))
    if not kept:
        return np.empty(0, np.uint64), count
    return np.unique(kept[0] if len(kept) == 1 else np.concatenate(kept)), count


def _shingled(stems: Hashes) -> Hashes:
    mixed = stems[:-2] * np.uint64(0x9E3779B97F4A7C15) + stems[1:-1]
    mixed = mixed * np.uint64(0xC2B2AE3D27D4EB4F) + stems[2:]
    return mixed ^ (mixed >> np.uint64(29))


def whole(document: Document) -> bytes:
    """A digest of all words of a document, quotations too: equal where only marks, case or spacing differ."""
    digest = blake2b(digest_size=16)
    for start, end in running_text(document):
        folded = document.text[start:end].casefold()
        digest.update(" ".join([*WORD.findall(folded), ""]).encode("utf-8", "surrogatepass"))
    return digest.digest()


def running_text(document: Document) -> Sequence[tuple[int, int]]:
    """Where the text of a document runs: its paragraphs, or all of it but its furniture."""
    if document.paragraphs:
        return document.paragraphs
    edges = [0, *(edge for span in sorted(document.furniture) for edge in span), len(document.text)]
    return [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end]


def own_stretches(document: Document, quoted: Sequence[Span] | None = None) -> Iterator[tuple[int, int]]:
    """The running text without what stands in quotation marks."""
    text = document.text
    if quoted is None and _QUOTES.isdisjoint(text):
        yield from running_text(document)
        return
    for start, end in running_text(document):
        inside = quotations(text, start, end) if quoted is None else _within(quoted, start, end)
        after = start
        for opened, closed in inside:
            if after < opened:
                yield after, opened
            after = max(after, closed)
        if after < end:
            yield after, end


def _within(quoted: Sequence[Span], start: int, end: int) -> list[tuple[int, int]]:
    return sorted((max(start, s), min(end, e)) for s, e in quoted if s < end and e > start)


def quotations(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where quotations stand between `start` and `end`, outermost only, from left to right, marks included.

    A mark that opens again before the last one closed begins the next paragraph of a long quotation; one that
    never closes holds the rest of its line.

    >>> list(quotations('He said: "Go." She went.', 0, 24))
    [(9, 14)]
    """
    opened, closing = -1, frozenset[str]()
    for match in _MARK.finditer(text, start, end):
        mark, at, after = match.group(), match.start(), match.end()
        if opened >= 0 and mark in closing and not _leans_right(text, at, after):
            yield opened, after
            opened = -1
        elif mark in _CLOSING and (opened < 0 or mark in _DOUBLE) and not _leans_left(text, at, after):
            if opened >= 0:
                yield opened, _line_end(text, opened, at)
            opened, closing = at, _CLOSING[mark]
    if opened >= 0 and text[opened] not in "'‘":
        yield opened, _line_end(text, opened, end)


def _leans_right(text: str, start: int, end: int) -> bool:
    """A mark after a space and before a word: it can only open."""
    return text[start - 1 : start].isspace() and text[end : end + 1].isalnum()


def _leans_left(text: str, start: int, end: int) -> bool:
    """A mark after a word or a stop and before a space: it can only close."""
    before = text[start - 1 : start]
    return (
        bool(before) and not before.isspace() and before not in "([—–-:" and not text[end : end + 1].isalnum()
    )


def _line_end(text: str, start: int, end: int) -> int:
    found = text.find("\n", start, end)
    return end if found < 0 else found
