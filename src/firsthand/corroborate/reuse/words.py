"""A document -> its words for comparing: what it says itself, with quotations and furniture set aside.

Two reports that quote the same statement share its words, and neither took them from the other. So the
words between quotation marks are no evidence of copying. Words are compared as stems: their first six
letters, any case, so that an inflected form still agrees, in Cyrillic as in Latin script. Nothing is looked
up and nothing is parsed; one pass over the text. Never raises.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
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
_MARK = re.compile(
    r"[\"“”„‟«»‘’`']"  # first, so that the search skips to the next of them
    r"(?:(?<=[\"“”„‟«»‘])|(?<=’)(?!\w)|(?<=`)`|(?<=')'|(?<=\s')(?=[^\W\d_])|(?<=[.,!?…]')(?!\w))"
)
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
    text, stems, spans, pieces = document.text, [], [], []
    for number, piece in enumerate(own_stretches(document, quoted)):
        found = [match.span() for start, end in piece for match in WORD.finditer(text, start, end)]
        spans += found
        stems += [_STEMS[text[start:end]] for start, end in found]
        pieces += [number] * len(found)
    return Words(text, tuple(stems), tuple(spans), tuple(pieces))


def shingles(document: Document, quoted: Sequence[Span] | None = None) -> Hashes:
    """The distinct shingles of a document's own words, sorted."""
    kept: list[Hashes] = [np.empty(0, np.uint64)]
    for piece in own_stretches(document, quoted):
        found = [word for start, end in piece for word in WORD.findall(document.text, start, end)]
        if len(found) >= SHINGLE:
            kept.append(_shingled(np.fromiter(map(_STEMS.__getitem__, found), np.uint64, len(found))))
    made = np.concatenate(kept)
    made.sort()
    return made[np.concatenate([[True], made[1:] != made[:-1]])] if len(made) else made


def _shingled(stems: Hashes) -> Hashes:
    mixed = stems[:-2] * np.uint64(0x9E3779B97F4A7C15) + stems[1:-1]
    mixed = mixed * np.uint64(0xC2B2AE3D27D4EB4F) + stems[2:]
    return mixed ^ (mixed >> np.uint64(29))


def whole(document: Document) -> bytes:
    """A digest of all that a document says, quotations too: equal where only case or spacing differ."""
    text = " ".join(document.text[start:end] for start, end in running_text(document))
    return blake2b(
        " ".join(text.casefold().split()).encode("utf-8", "surrogatepass"), digest_size=16
    ).digest()


def running_text(document: Document) -> Sequence[tuple[int, int]]:
    """Where the text of a document runs: its paragraphs, or all of it but its furniture."""
    if document.paragraphs:
        return document.paragraphs
    edges = [0, *(edge for span in sorted(document.furniture) for edge in span), len(document.text)]
    return [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end]


def own_stretches(
    document: Document, quoted: Sequence[Span] | None = None
) -> Iterator[Sequence[tuple[int, int]]]:
    """The running text without quotations: what stands between two of them, together."""
    text = document.text
    if quoted is None and _MARK.search(text) is None:
        yield running_text(document)
        return
    known = None if quoted is None else _outermost(quoted)
    piece: list[tuple[int, int]] = []
    for start, end in running_text(document):
        after = start
        for opened, closed in quotations(text, start, end) if known is None else _within(known, start, end):
            if after < opened:
                piece.append((after, opened))
            yield piece
            piece, after = [], max(after, closed)
        if after < end:
            piece.append((after, end))
    yield piece


def _outermost(quoted: Sequence[Span]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, end in sorted(quoted):
        if kept and start <= kept[-1][1]:
            kept[-1] = kept[-1][0], max(end, kept[-1][1])
        else:
            kept.append((start, end))
    return kept


def _within(spans: Sequence[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    """What of separate, sorted spans lies between `start` and `end`."""
    at = bisect_right(spans, start, key=lambda span: span[1])
    while at < len(spans) and spans[at][0] < end:
        yield max(start, spans[at][0]), min(end, spans[at][1])
        at += 1


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
