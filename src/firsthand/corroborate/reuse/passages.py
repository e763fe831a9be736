"""Two documents -> the passages that both carry: runs of equal words, and what was reworded between them.

Seeds are pairs of neighbouring words that stand in both texts; each is followed as far as the words agree,
and runs that lie close together on both sides are one passage. Quotations are no words of either
(`reuse.words`). Time grows with the length of the texts, not with their product: a pair of words that
stands in many places is looked up in the first few only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from firsthand.corroborate.reuse.words import Words

PLACES = 8
"""How many places of a pair of words are tried. More cost time and found no further passage in news."""
GAP = 6
"""Reworded words that a passage may hold between two runs, on either side."""
AGREE = 0.5
"""Least share of a passage's words, on its longer side, that stand in the other text."""
FEWEST_WORDS, FEWEST_TELLING = 5, 3
"""What a passage must hold at least: "in the Gulf of Riga" is the name of a place, not a passage."""
TELLING = 4
"""Letters of the shortest word that says something by itself: what is shorter joins words in most
languages."""


@dataclass(frozen=True, slots=True)
class Run:
    """Equal words: `length` of them from word `at` of the one and word `of` of the other text."""

    at: int
    of: int
    length: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of words that stands in both texts: first and last word (exclusive) in each, and how many
    agree."""

    start: int
    end: int
    of_start: int
    of_end: int
    agreeing: int
    longest: int
    """Words of its longest run."""

    @property
    def agreement(self) -> float:
        """Share of the words of its longer side that agree, 0 to 1."""
        return self.agreeing / max(self.end - self.start, self.of_end - self.of_start)


def runs(one: Words, other: Words) -> list[Run]:
    """Equal words in both texts, from left to right in `one`, none overlapping there; at least two words
    each."""
    places: dict[tuple[int, int], list[int]] = {}
    for at, pair in enumerate(pairwise(other.stems)):
        found = places.setdefault(pair, [])
        if len(found) < PLACES:
            found.append(at)
    made: list[Run] = []
    at, last, expected = 0, len(one) - 1, 0
    while at < last:
        of, length = _longest(one, other, at, places.get((one.stems[at], one.stems[at + 1]), ()), expected)
        if length > 1:
            made.append(Run(at, of, length))
            at, expected = at + length, of + length
        else:
            at += 1
    return made


def _longest(
    one: Words, other: Words, at: int, places: list[int] | tuple[()], expected: int
) -> tuple[int, int]:
    """The place where most words agree; of equals, the one nearest to where the last run ended."""
    best = (0, 0, 0)
    for of in places:
        length = _equal(one, other, at, of)
        best = max(best, (length, -abs(of - expected), of))
        if at + length == len(one):
            break  # no longer one: keeps a text of one word repeated linear
    return best[2], best[0]


def _equal(one: Words, other: Words, at: int, of: int) -> int:
    length, limit = 0, min(len(one) - at, len(other) - of)
    piece, of_piece = one.pieces[at], other.pieces[of]
    while (
        length < limit
        and one.stems[at + length] == other.stems[of + length]
        and one.pieces[at + length] == piece
        and other.pieces[of + length] == of_piece
    ):
        length += 1
    return length


def passages(one: Words, other: Words, found: list[Run]) -> list[Passage]:
    """Runs that lie close together in both texts, joined, where enough words agree; in the order of `one`."""
    made = []
    for group in _neighbours(one, other, found):
        first, last = group[0], group[-1]
        passage = Passage(
            first.at,
            last.at + last.length,
            first.of,
            last.of + last.length,
            sum(run.length for run in group),
            max(run.length for run in group),
        )
        says = sum(telling(one, at) for run in group for at in range(run.at, run.at + run.length))
        if passage.agreement >= AGREE and passage.agreeing >= FEWEST_WORDS and says >= FEWEST_TELLING:
            made.append(passage)
    return made


def _neighbours(one: Words, other: Words, found: list[Run]) -> Iterator[list[Run]]:
    group: list[Run] = []
    for run in found:
        if group and not _close(one, other, group[-1], run):
            yield group
            group = []
        group.append(run)
    if group:
        yield group


def _close(one: Words, other: Words, last: Run, run: Run) -> bool:
    if one.pieces[last.at] != one.pieces[run.at] or other.pieces[last.of] != other.pieces[run.of]:
        return False  # a quotation stands between them
    return run.at - last.at - last.length <= GAP and 0 <= run.of - last.of - last.length <= GAP


def telling(words: Words, at: int) -> bool:
    """Whether a word says something by itself: a number, or no short word."""
    start, end = words.spans[at]
    return end - start >= TELLING or words.text[start].isdigit()
