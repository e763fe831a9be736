"""Two documents' own words -> how much of the one stands in the other, and whether that is a copy.

What two reporters share who wrote of the same event: names, figures, the agency's stock phrases, runs of
five or six words. What they do not share: a run of nine words that are no names, or the same thoughts in
the same words from start to end. Calibrated on news clusters and on rewrites by hand: of the independent
pairs none passes, and the thresholds stand in the middle of the gaps. They belong together; do not move one
alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from firsthand.corroborate.reuse_passages import Passage, Run, passages, runs, telling
from firsthand.corroborate.reuse_words import Words

Kind = Literal["verbatim", "light", "partial", "rewrite"]

FEWEST_SHINGLES = 6
"""Fewer shared shingles than this prove nothing: one sentence on one event shares up to five."""
CARRIED = 0.28
"""Least share of the shorter text's shingles that is a copy by itself."""
PLAIN_RUN = 9
"""Words in a row that are no names and no numbers; independent reports of one event share up to seven or
eight."""
CARRIED_WITH_RUN, SHINGLES_WITH_RUN = 0.12, 12
"""What must be shared beside such a run: a stock phrase ("did not immediately respond to ...") stands
alone."""
PARAGRAPH, PARAGRAPH_AGREES = 25, 0.8
"""Plain words of a passage that is a copied paragraph, however long the rest, and how many of them agree."""
REWRITTEN, REWRITTEN_SHINGLES, REWRITTEN_WORDS = 0.28, 20, 60
"""A rewrite: least share of the pairs of telling words that stand near each other in both, over a whole
article."""
NEAR = 4
"""Telling words that make a pair: each with the next three."""
MOST_WORDS_PAIRED = 20_000


@dataclass(frozen=True, slots=True)
class Likeness:
    """What of the shorter text stands in the longer: passages in the order of the shorter."""

    kind: Kind
    share: float
    passages: tuple[Passage, ...]
    whole: float
    """Share of all own words of the shorter text that stand in the passages, 0 to 1."""
    longest: int


def likeness(shorter: Words, longer: Words, shared: int, shingles: int) -> Likeness | None:
    """How alike two texts are; None where a shared event, statement or phrase explains what they share.

    `shared`: distinct shingles that stand in both, `shingles`: those of the text that has fewer.
    """
    if shared < FEWEST_SHINGLES:
        return None
    found = runs(shorter, longer)
    both = passages(shorter, longer, found)
    if not both or not _is_copy(shorter, longer, found, both, shared, shared / shingles):
        return None
    whole = sum(passage.end - passage.start for passage in both) / len(shorter)
    return Likeness(
        kind=_kind(shorter, longer, both, whole, shared / shingles),
        share=round(max(whole, _carrying(shorter, both)), 3),
        passages=tuple(both),
        whole=round(whole, 3),
        longest=max(passage.longest for passage in both),
    )


def _is_copy(
    shorter: Words, longer: Words, found: list[Run], both: list[Passage], shared: int, carried: float
) -> bool:
    if carried >= CARRIED:
        return True
    beside = carried >= CARRIED_WITH_RUN and shared >= SHINGLES_WITH_RUN
    if beside and any(_plain(shorter, run.at, run.length) >= PLAIN_RUN for run in found):
        return True
    if any(_is_paragraph(shorter, longer, passage) for passage in both):
        return True
    if shared < REWRITTEN_SHINGLES or not REWRITTEN_WORDS <= len(shorter) <= MOST_WORDS_PAIRED:
        return False
    return _told_alike(shorter, longer) >= REWRITTEN


def _plain(words: Words, start: int, length: int) -> int:
    """Words that begin no name and no number: neither a capital letter nor a digit in front."""
    firsts = (words.text[words.spans[at][0]] for at in range(start, start + length))
    return sum(not (first.isupper() or first.isdigit()) for first in firsts)


def _is_paragraph(shorter: Words, longer: Words, passage: Passage) -> bool:
    """A paragraph taken over; not the one that closes both texts, which is what an outlet says of itself."""
    length = passage.end - passage.start
    if passage.agreement < PARAGRAPH_AGREES or _plain(shorter, passage.start, length) < PARAGRAPH:
        return False
    return not (
        _closes(shorter, passage.start, passage.end) and _closes(longer, passage.of_start, passage.of_end)
    )


def _closes(words: Words, start: int, end: int) -> bool:
    return start > 0 and len(words) - end <= PLAIN_RUN


def _told_alike(shorter: Words, longer: Words) -> float:
    one, other = set(_pairs(shorter)), set(_pairs(longer))
    return len(one & other) / max(1, min(len(one), len(other)))


def _pairs(words: Words) -> Iterator[tuple[int, int]]:
    """Telling words that stand near each other, whichever comes first."""
    kept = [stem for at, stem in enumerate(words.stems) if telling(words, at)]
    for at, stem in enumerate(kept):
        for near in kept[at + 1 : at + NEAR]:
            if near != stem:
                yield min(stem, near), max(stem, near)


def _kind(shorter: Words, longer: Words, both: Sequence[Passage], whole: float, carried: float) -> Kind:
    agreeing = sum(passage.agreeing for passage in both)
    if agreeing >= 0.95 * len(longer):
        return "verbatim"
    if whole < 0.6 or len(shorter) < len(longer) / 2:
        in_long = sum(passage.agreeing for passage in both if passage.longest >= PLAIN_RUN)
        return "partial" if in_long >= agreeing / 2 else "rewrite"
    return "light" if carried >= CARRIED else "rewrite"


def _carrying(words: Words, both: Sequence[Passage]) -> float:
    """Of the sentences that are mostly carried over: the share of their words in passages; at least a
    half."""
    covered = bytearray(len(words))
    for passage in both:
        covered[passage.start : passage.end] = b"\1" * (passage.end - passage.start)
    inside = total = 0
    for start, end in _sentences(words):
        carried = sum(covered[start:end])
        if 2 * carried >= end - start:
            inside, total = inside + carried, total + end - start
    return inside / total if total else max(passage.agreement for passage in both)


def _sentences(words: Words) -> Iterator[tuple[int, int]]:
    """Stretches of words between full stops, quotations or line ends."""
    start = 0
    for at in range(1, len(words)):
        between = words.text[words.spans[at - 1][1] : words.spans[at][0]]
        if words.pieces[at] != words.pieces[at - 1] or any(sign in between for sign in ".!?…\n。"):
            yield start, at
            start = at
    if len(words):
        yield start, len(words)
