"""What the encoder says of each word piece -> voices: cues first, then what belongs to each cue."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from firsthand.resources.voices_pieces import Ints, Pieces
from firsthand.schema import Certainty, Polarity, Span, Spans

Floats = NDArray[np.float32]
Kind = Literal["report", "other"]

REACH = 160
"""Pieces to either side of a cue among which its source and content are looked for; in the training articles
no voice reaches farther."""
TOGETHER = 32
"""Cues looked at in one call."""
CUE = 0.5
ROLE = 0.5

Pairs = Callable[[Floats, Floats, Ints], Floats]
"""(asks, answers around each cue, signed distances) -> logits (cue, piece, nothing | source | content)."""

_KINDS: tuple[Kind, ...] = ("report", "other")
_CERTAINTIES: tuple[Certainty, ...] = ("certain", "probable", "possible", "unknown")


@dataclass(frozen=True, slots=True)
class MarkedVoice:
    """One voice as the encoder marks it. Spans are code points of the document's text."""

    content: Spans
    """What is attributed; never empty, in pieces where the cue or the source stands between them."""
    cue: Spans
    """The words that attribute; empty for a quotation or a headline without a verb."""
    source: Spans
    """Who or what says, thinks or shows; empty where nobody is named."""
    parent: int | None
    """Index, in the same tuple, of the voice inside whose content this one stands."""
    kind: Kind
    polarity: Polarity
    certainty: Certainty
    """`unknown` also where the voice neither affirms nor denies ("could not confirm")."""
    score: float
    """0 to 1: how sure the encoder is that this is a voice and that this is its content."""


@dataclass(frozen=True)
class Read:
    """What the encoder gave for a run of pieces, one row a piece."""

    cue: Floats
    """Logits: outside, first piece of a cue, inside a cue, anchor of a voice without a cue."""
    classes: Floats
    """Logits: kind (2), polarity (3), certainty (4)."""
    asks: Floats
    answers: Floats


def softmax(logits: Floats) -> Floats:
    """Probabilities along the last axis."""
    grown = np.exp(logits - logits.max(-1, keepdims=True))
    found: Floats = grown / grown.sum(-1, keepdims=True)
    return found


def voices(
    cut: Pieces, read: Read, pairs: Pairs, least: float = 0.0, taken: NDArray[np.bool_] | None = None
) -> list[tuple[int, MarkedVoice]]:
    """The voices of a run of pieces with the piece that each hangs on, parents not yet known.

    Cues that no content could lift to `least`, and those that stand in `taken` code points, are passed over.
    """
    if not len(cut):
        return []
    firsts = np.flatnonzero(np.diff(cut.words, prepend=-1))
    cues = [
        cue for cue in _cues(softmax(read.cue), firsts, len(cut)) if _worth_asking(cut, cue, least, taken)
    ]
    found = []
    for i in range(0, len(cues), TOGETHER):
        some = cues[i : i + TOGETHER]
        for cue, (low, chances) in zip(some, _around(some, read, pairs), strict=True):
            voice = _voice(cut, cue, low, chances, read.classes[cue.first : cue.last].mean(0))
            if voice:
                found.append((cue.first, voice))
    return found


def _worth_asking(cut: Pieces, cue: Cue, least: float, taken: NDArray[np.bool_] | None) -> bool:
    """Whether a cue may come out as a voice: its score is the geometric mean of its own and its content's."""
    if cue.chance < least * least - 1e-3:
        return False
    if taken is None or cue.bare:
        return True
    start, end = cut.word_starts[cut.words[cue.first]], cut.word_ends[cut.words[cue.last - 1]]
    return not taken[start:end].any()


def _around(cues: Sequence[Cue], read: Read, pairs: Pairs) -> Iterator[tuple[int, Floats]]:
    """For each cue, the first piece looked at and the chances (nothing, source, content) from there on."""
    count = len(read.answers)
    distance = np.arange(-REACH, REACH + 1)[None].repeat(len(cues), axis=0)
    at = distance + np.array([cue.first for cue in cues])[:, None]
    inside = (at >= 0) & (at < count)
    answers = read.answers[at.clip(0, count - 1)] * inside[:, :, None]
    asks = np.stack([read.asks[cue.first : cue.last].mean(0) for cue in cues])
    for row, chances, known in zip(at, softmax(pairs(asks, answers, distance)), inside, strict=True):
        yield int(row[known][0]), chances[known]


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue found: its pieces, end exclusive."""

    first: int
    last: int
    chance: float
    bare: bool
    """Only an anchor: the voice has no cue."""


def _cues(chances: Floats, firsts: Ints, count: int) -> Iterator[Cue]:
    """The cues of a run of pieces, from the chances of each piece and the first piece of each word."""
    sizes = np.diff(firsts, append=count)
    inside = np.add.reduceat(chances[:, 1] + chances[:, 2], firsts) / sizes
    begins, goes_on, bare = chances[firsts, 1], chances[firsts, 2], chances[firsts, 3]
    run: list[int] = []
    for word in [*np.flatnonzero((inside > CUE) | (bare > CUE)).tolist(), -1]:
        joins = word > 0 and bool(run) and word == run[-1] + 1 and goes_on[word] > begins[word]
        if run and not joins:
            last = int(firsts[run[-1]] + sizes[run[-1]])
            yield Cue(int(firsts[run[0]]), last, float(inside[run].max()), bare=False)
            run = []
        if word >= 0 and bare[word] > CUE:
            yield Cue(int(firsts[word]), int(firsts[word] + 1), float(bare[word]), bare=True)
        elif word >= 0:
            run.append(word)


def _voice(cut: Pieces, cue: Cue, low: int, chances: Floats, classes: Floats) -> MarkedVoice | None:
    """The voice of one cue, or None where nothing is attributed."""
    words = cut.words[low : low + len(chances)]
    starts = np.flatnonzero(np.diff(words, prepend=-1))
    sizes = np.diff(starts, append=len(words))
    mean = (np.add.reduceat(chances, starts, axis=0) / sizes[:, None]).astype(np.float32)
    numbers = words[starts]
    if not cue.bare:
        mean[(numbers >= cut.words[cue.first]) & (numbers <= cut.words[cue.last - 1])] = (1, 0, 0)
    source = _best(_runs(mean[:, 1] > ROLE), mean[:, 1])
    contents = _worth(_runs(mean[:, 2] > ROLE), mean[:, 2])
    content = [s for run in contents if (s := _span(cut, numbers[run[0]], numbers[run[1] - 1]))]
    if not content:
        return None
    held = np.concatenate([mean[a:b, 2] for a, b in contents])
    kind, polarity, certainty = classes[:2].argmax(), classes[2:5].argmax(), classes[5:9].argmax()
    return MarkedVoice(
        content=tuple(content),
        cue=() if cue.bare else _spans(cut, cut.words[cue.first], cut.words[cue.last - 1]),
        source=_spans(cut, numbers[source[0]], numbers[source[1] - 1]) if source else (),
        parent=None,
        kind=_KINDS[kind],
        polarity="-" if polarity == 1 else "+",
        certainty="unknown" if polarity == 2 else _CERTAINTIES[certainty],
        score=round(float(np.sqrt(cue.chance * held.mean())), 4),
    )


def _runs(on: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Stretches of True, end exclusive."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], on.astype(np.int8), [0]))))
    return [(int(a), int(b)) for a, b in edges.reshape(-1, 2)]


def _best(runs: list[tuple[int, int]], chance: Floats) -> tuple[int, int] | None:
    return max(runs, key=lambda run: float(chance[run[0] : run[1]].sum()), default=None)


def _worth(runs: list[tuple[int, int]], chance: Floats) -> list[tuple[int, int]]:
    """The stretches of a content: gaps of one word closed, stray words beside a long stretch dropped."""
    joined: list[tuple[int, int]] = []
    for run in runs:
        if joined and run[0] - joined[-1][1] <= 1 and chance[joined[-1][1]] > 0.1:
            joined[-1] = (joined[-1][0], run[1])
        else:
            joined.append(run)
    longest = max((b - a for a, b in joined), default=0)
    return [(a, b) for a, b in joined if b - a >= 0.1 * longest or chance[a:b].mean() > 0.8]


def _spans(cut: Pieces, first: int, last: int) -> Spans:
    span = _span(cut, first, last)
    return (span,) if span else ()


def _span(cut: Pieces, first: int, last: int) -> Span | None:
    """From the start of one word to the end of another, separating marks at the edges left out."""
    signs = cut.separators
    while first <= last and signs[first]:
        first += 1
    while last >= first and signs[last]:
        last -= 1
    if first > last:
        return None
    return Span(int(cut.word_starts[first]), int(cut.word_ends[last]))


def with_parents(found: Sequence[MarkedVoice]) -> tuple[MarkedVoice, ...]:
    """The voices in text order, each with the smallest content around it as its parent."""
    ordered = sorted(found, key=lambda v: (_first(v), -_size(v.content)))
    contents = sorted(
        ((span, _size(voice.content), i) for i, voice in enumerate(ordered) for span in voice.content),
        key=lambda row: (row[0].start, -row[1]),
    )
    marks = sorted((_mark(voice), i) for i, voice in enumerate(ordered))
    parents: dict[int, int] = {}
    open_: list[tuple[Span, int, int]] = []
    at = 0
    for mark, i in marks:
        while at < len(contents) and contents[at][0].start <= mark.start:
            open_.append(contents[at])
            at += 1
        open_ = [row for row in open_ if row[0].end > mark.start]
        own = _size(ordered[i].content)
        around = [(size, j) for span, size, j in open_ if j != i and span.holds(mark) and size > own]
        if around:
            parents[i] = min(around)[1]
    return tuple(replace(voice, parent=parents.get(i)) for i, voice in enumerate(ordered))


def _mark(voice: MarkedVoice) -> Span:
    """The words that a voice hangs on."""
    return (voice.cue or voice.source or voice.content)[0]


def _first(voice: MarkedVoice) -> int:
    return min(span.start for span in (*voice.content, *voice.cue, *voice.source))


def _size(spans: Spans) -> int:
    return sum(end - start for start, end in spans)
