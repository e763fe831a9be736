"""Two documents' own words -> how much of the one stands in the other, and whether that is a copy.

What two reporters share who wrote of the same event: names, figures, the agency's stock phrases, runs of
five or six words. What they do not share: a run of nine words that are no names, or the same thoughts in
the same words from start to end. Calibrated on news clusters and on rewrites by hand: of the independent
pairs none passes, and the thresholds stand in the middle of the gaps. They belong together; do not move one
alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from firsthand.corroborate.reuse.passages import Passage, Run, passages, runs, telling
from firsthand.corroborate.reuse.words import SHINGLE, Words

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
PHRASE = 30
"""Words of the longest stock phrase."""
FORM_NUMBERS, FORM_AGREES = 4, 0.35
"""Numbers in the passages from which on they are compared, and how many of them a copy keeps."""
REWRITTEN, REWRITTEN_SHINGLES, REWRITTEN_WORDS = 0.28, 20, 60
"""A rewrite: least share of the pairs of telling words that stand near each other in both, over a whole
article."""
SAME, SAME_FEWEST, SAME_SHINGLES = 0.66, 12, 4
"""A short item retold: least share of all telling words of the longer text that stand in the shorter. Two who
write of one event for themselves choose other facts, and share up to 0.6 of them."""
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
    if shared < SAME_SHINGLES:
        return None
    found = runs(shorter, longer)
    both = passages(shorter, longer, found)
    if not both and same_words(shorter, longer) >= SAME:
        return _retold(shorter, longer, found)
    own = [passage for passage in both if not _is_tail(shorter, longer, passage)]
    if len(own) == 1 and _is_phrase(shorter, own[0]):
        own = []
    tail = sum(max(0, passage.agreeing - 2) for passage in both if passage not in own)
    evidence = Evidence(shorter, longer, found, own, shared - tail, max(1, shingles - tail))
    if not own or not evidence.proves or _is_form(shorter, longer, both):
        return None
    whole = sum(passage.end - passage.start for passage in both) / len(shorter)
    return Likeness(
        kind=_kind(shorter, longer, both, whole, shared / shingles),
        share=round(max(whole, _carrying(shorter, both)), 3),
        passages=tuple(both),
        whole=round(whole, 3),
        longest=max(passage.longest for passage in both),
    )


def _is_tail(shorter: Words, longer: Words, passage: Passage) -> bool:
    """A paragraph that closes both texts, word for word: a teaser, a masthead. It is no evidence."""
    length = passage.end - passage.start
    ends = len(shorter) - passage.end <= PLAIN_RUN and len(longer) - passage.of_end <= PLAIN_RUN
    return ends and passage.longest == length and 3 * length < 2 * len(shorter)


def _is_phrase(words: Words, passage: Passage) -> bool:
    """A sentence that names nobody, no place and no number: any outlet may have it in stock."""
    length = passage.end - passage.start - 1
    letter = words.word(passage.start)[0]
    cased = letter.lower() != letter.upper()  # other scripts do not show what is a name
    short = length <= min(PHRASE, 0.9 * len(words))
    return cased and short and _plain(words, passage.start + 1, length) == length


def _is_form(shorter: Words, longer: Words, both: Sequence[Passage]) -> bool:
    """Equal words around other numbers: a daily bulletin. The next issue is no copy of the last."""
    one = Counter(stem for p in both for stem in _numbers(shorter, p.start, p.end))
    other = Counter(stem for p in both for stem in _numbers(longer, p.of_start, p.of_end))
    fewer = min(one.total(), other.total())
    return fewer >= FORM_NUMBERS and (one & other).total() < FORM_AGREES * fewer


def _numbers(words: Words, start: int, end: int) -> Iterator[int]:
    return (words.stems[at] for at in range(start, end) if words.word(at)[0].isdigit())


@dataclass(frozen=True, slots=True)
class Evidence:
    """What two texts share, the paragraph that closes both set aside."""

    shorter: Words
    longer: Words
    runs: list[Run]
    passages: list[Passage]
    shared: int
    shingles: int

    @property
    def proves(self) -> bool:
        """Whether one was made from the other."""
        if self.shared < FEWEST_SHINGLES:
            return same_words(self.shorter, self.longer) >= SAME
        carried = self.shared / self.shingles
        return (
            carried >= CARRIED
            or (carried >= CARRIED_WITH_RUN and self.shared >= SHINGLES_WITH_RUN and self._has_plain_run)
            or any(self._is_paragraph(passage) for passage in self.passages)
            or (self.shared >= REWRITTEN_SHINGLES and self._is_retold)
            or same_words(self.shorter, self.longer) >= SAME
        )

    @property
    def _has_plain_run(self) -> bool:
        last = max(passage.end for passage in self.passages)
        return any(
            _plain(self.shorter, run.at, run.length) >= PLAIN_RUN for run in self.runs if run.at < last
        )

    def _is_paragraph(self, passage: Passage) -> bool:
        plain = _plain(self.shorter, passage.start, passage.end - passage.start)
        return passage.agreement >= PARAGRAPH_AGREES and plain >= PARAGRAPH

    @property
    def _is_retold(self) -> bool:
        if not REWRITTEN_WORDS <= len(self.shorter) <= MOST_WORDS_PAIRED:
            return False
        one, other = set(_pairs(self.shorter)), set(_pairs(self.longer))
        return len(one & other) >= REWRITTEN * max(1, min(len(one), len(other)))


def same_words(shorter: Words, longer: Words) -> float:
    """Share of the telling words of the longer text that stand in the shorter; 0 where too few to say."""
    if 2 * len(shorter) < len(longer):
        return 0.0
    one, other = set(_telling(shorter)), set(_telling(longer))
    both = len(one & other)
    return both / max(len(one), len(other)) if both >= SAME_FEWEST else 0.0


def _retold(shorter: Words, longer: Words, found: list[Run]) -> Likeness | None:
    """A short item of which no passage is left, but nearly all of its telling words."""
    kept = [
        Passage(run.at, run.at + run.length, run.of, run.of + run.length, run.length, run.length)
        for run in found
        if run.length >= SHINGLE
    ]
    if not kept or _is_form(shorter, longer, kept):
        return None
    whole = sum(passage.agreeing for passage in kept) / len(shorter)
    longest = max(passage.longest for passage in kept)
    share = round(same_words(shorter, longer), 3)
    return Likeness(kind="rewrite", share=share, passages=tuple(kept), whole=round(whole, 3), longest=longest)


def _plain(words: Words, start: int, length: int) -> int:
    """Words that begin no name and no number: neither a capital letter nor a digit in front."""
    firsts = (words.text[words.spans[at][0]] for at in range(start, start + length))
    return sum(not (first.isupper() or first.isdigit()) for first in firsts)


def _telling(words: Words) -> Iterator[int]:
    return (stem for at, stem in enumerate(words.stems) if telling(words, at))


def _pairs(words: Words) -> Iterator[tuple[int, int]]:
    """Telling words that stand near each other, whichever comes first."""
    kept = list(_telling(words))
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
    return inside / total if total else 0.5


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
