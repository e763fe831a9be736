"""Documents -> which of them are copies or rewrites of which: verbatim, lightly edited, in part, retold.

`reuse.words` takes a document's own words, quotations set aside; `reuse.candidates` finds the pairs worth
comparing; `reuse.passages` finds what both carry; `reuse.judgement` says whether that is a copy;
`reuse.credit` says of whom. Shingling as Broder ("On the resemblance and containment of documents", 1997);
the passages by seed and extension, as in text alignment since the PAN workshops.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache, partial
from itertools import chain, combinations, product

import numpy as np

from firsthand.corroborate.remembered import Remembered, content
from firsthand.corroborate.reuse.candidates import candidates
from firsthand.corroborate.reuse.credit import direction
from firsthand.corroborate.reuse.judgement import Kind, Likeness, likeness
from firsthand.corroborate.reuse.words import WORD, Hashes, Words, own_words, running_text, shingles, whole
from firsthand.schema import Because, Copy, Document, Span, Spans, Value

Quad = tuple[int, int, int, int]
"""Start and end in the one text, start and end in the other."""
TWINS = 400
"""Pairs of equal documents that are written out; of more, each is paired with the earliest."""
WORDS_KEPT = 2_000
"""Documents whose words are held while they are compared."""
SHORTEST_TWIN = 5
"""Words of the shortest text that can be a copy: two reports may both be "No change."."""


def copies(
    documents: Iterable[Document],
    quotations: Mapping[str, Spans] | None = None,
    remembered: Remembered | None = None,
) -> tuple[Copy, ...]:
    """Every pair of documents of which one is a copy of the other, in the order of their ids.

    `quotations`: what stands in quotation marks, by document id, where known; else it is found here.
    `remembered`: shingles and judgements of earlier comparisons.
    The order of the documents changes nothing. Of several documents with one id the last counts.
    """
    index = CopyIndex(quotations, remembered)
    index.add(*documents)
    return index.copies()


class _Cut(Value, frozen=True):
    """A document's shingles, sorted, eight bytes each, and the digest of all its words."""

    shingles: bytes
    whole: bytes


def _cut(document: Document, quoted: Spans | None) -> _Cut:
    return _Cut(shingles(document, quoted).tobytes(), whole(document))


class CopyIndex:
    """Documents ready to be compared. Kept, it answers for one more document without comparing the others
    again."""

    def __init__(
        self, quotations: Mapping[str, Spans] | None = None, remembered: Remembered | None = None
    ) -> None:
        self._quotations = quotations or {}
        self._remembered = remembered or Remembered()
        self._contents: dict[str, bytes] = {}
        self._documents: dict[str, Document] = {}
        self._shingles: dict[str, Hashes] = {}
        self._digests: dict[str, bytes] = {}
        self._words = lru_cache(WORDS_KEPT)(self._own_words)

    def __len__(self) -> int:
        return len(self._documents)

    def add(self, *documents: Document) -> None:
        """Take documents in. One whose id is known replaces the one that had it."""
        for document in documents:
            self._documents[document.id] = document
            quoted = self._quotations.get(document.id)
            self._contents[document.id] = content((document, quoted))
            made_from = (b"shingles", self._contents[document.id])
            kept = self._remembered.value(_Cut, made_from, partial(_cut, document, quoted))
            self._shingles[document.id] = np.frombuffer(kept.shingles, np.uint64)
            self._digests[document.id] = kept.whole
        self._words.cache_clear()

    def copies(self) -> tuple[Copy, ...]:
        """Every pair, sorted by the ids of the copy and of its model."""
        return self._found(None)

    def copies_of(self, id_: str) -> tuple[Copy, ...]:
        """The pairs that one document is in, as among `copies()`. KeyError for an unknown id."""
        return self._found(self._documents[id_].id)

    def _found(self, only: str | None) -> tuple[Copy, ...]:
        made = (
            self._remembered.value(
                Copy | None,
                (b"copy", self._contents[one], self._contents[other]),
                partial(self._judged, one, other),
            )
            for one, other in sorted(self._pairs(only))
        )
        return tuple(sorted((c for c in made if c is not None), key=lambda c: (c.document, c.of)))

    def _pairs(self, only: str | None) -> set[tuple[str, str]]:
        """Pairs of ids to compare, the smaller id first."""
        twins = self._twins()
        firsts = sorted(twins)
        place = {first: number for number, first in enumerate(firsts)}
        heads = [ids[0] for _, ids in sorted(twins.items())]
        first_of = next((key for key, ids in twins.items() if only in ids), None) if only else None
        found = candidates(
            [self._shingles[head] for head in heads], place[first_of] if first_of is not None else None
        )
        groups = [ids for _, ids in sorted(twins.items())]
        pairs = {
            (min(pair), max(pair))
            for first, second in found.tolist()
            for pair in _between(groups[first], groups[second])
        }
        pairs |= {(min(pair), max(pair)) for ids in groups for pair in _among(ids)}
        return {pair for pair in pairs if only is None or only in pair}

    def _twins(self) -> dict[tuple[str, str], list[str]]:
        """Documents with the same words, earliest first; the groups by the date and id of their earliest."""
        by_digest: dict[bytes, list[str]] = {}
        for id_ in sorted(self._documents, key=self._when):
            by_digest.setdefault(self._digests[id_], []).append(id_)
        return {self._when(ids[0]): ids for ids in by_digest.values()}

    def _when(self, id_: str) -> tuple[str, str]:
        return self._documents[id_].published or "9999", id_

    def _own_words(self, id_: str) -> Words:
        return own_words(self._documents[id_], self._quotations.get(id_))

    def _judged(self, one: str, other: str) -> Copy | None:
        if self._digests[one] == self._digests[other]:
            return _twin(self._documents[one], self._documents[other])
        shorter, longer = sorted((one, other), key=lambda id_: (len(self._words(id_)), id_))
        a, b = self._shingles[shorter], self._shingles[longer]
        shared = len(np.intersect1d(a, b, assume_unique=True))
        alike = likeness(self._words(shorter), self._words(longer), shared, min(len(a), len(b)))
        if alike is None:
            return None
        spans = _spans(alike, self._words(shorter), self._words(longer))
        return _alike(self._documents[shorter], self._documents[longer], alike, spans)


def _among(ids: list[str]) -> Iterator[tuple[str, str]]:
    return combinations(ids, 2) if len(ids) * len(ids) <= 2 * TWINS else ((ids[0], id_) for id_ in ids[1:])


def _between(ids: list[str], others: list[str]) -> Iterator[tuple[str, str]]:
    if len(ids) * len(others) <= TWINS:
        return product(ids, others)
    return chain(product(ids, others[:1]), product(ids[:1], others[1:]))


def _spans(alike: Likeness, one: Words, other: Words) -> list[Quad]:
    """The passages in code points, as they stand in the first and in the second."""
    return [
        (
            one.spans[p.start][0],
            one.spans[p.end - 1][1],
            other.spans[p.of_start][0],
            other.spans[p.of_end - 1][1],
        )
        for p in alike.passages
    ]


def _twin(one: Document, other: Document) -> Copy | None:
    """Of two documents with the same words; None where they are too few to come from each other."""
    count = sum(1 for start, end in running_text(one) for _ in WORD.finditer(one.text, start, end))
    if count < SHORTEST_TWIN:
        return None
    places = [running_text(document) for document in (one, other)]
    if one.text != other.text or len(places[0]) != len(places[1]):
        places = [[(place[0][0], place[-1][1])] for place in places]
    spans = [(*place, *of) for place, of in zip(*places, strict=True)]
    return _told(one, other, "verbatim", 1.0, spans, f"all {count} words are the same, in the same order")


def _alike(one: Document, other: Document, alike: Likeness, spans: list[Quad]) -> Copy:
    passages = f"{len(spans)} passages" if len(spans) > 1 else "one passage"
    note = (
        f"{alike.whole:.0%} of the shorter one's own words stand in {passages} of both, "
        f"the longest {alike.longest} words without a change"
    )
    return _told(one, other, alike.kind, alike.share, spans, note)


def _told(one: Document, other: Document, kind: Kind, share: float, spans: list[Quad], how: str) -> Copy:
    """The copy and its model, whichever of the two it is."""
    way = direction(one, other)
    if not way.first_is_copy:
        one, other = other, one
        spans = [(of_start, of_end, start, end) for start, end, of_start, of_end in spans]
    spans.sort()
    reasons = [
        Because(rule=f"copies.{kind}", anchors=_separate(spans), note=how),
        Because(rule=f"copies.{way.rule}", anchors=(way.credit,) if way.credit else (), note=way.note),
    ]
    return Copy(
        document=one.id, of=other.id, kind=kind, share=share, spans=tuple(spans), because=tuple(reasons)
    )


def _separate(spans: list[Quad]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end, _, _ in spans)
