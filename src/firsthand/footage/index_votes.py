"""Which frames of a library are worth comparing with a looked-up clip: inverted files and votes.

Each corner of the library is filed under its word with its first 48 bits and the number of its frame. A
corner of the query votes for the frames that hold a corner of the same word with nearly the same bits; one
that finds itself everywhere counts little. Votes only choose what is compared in full: they decide nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np

from firsthand.footage.fingerprint import MIRRORED, Fingerprint
from firsthand.footage.fingerprint_points import vocabulary, words
from firsthand.footage.index_filed import Filed, signs

WINDOW_S = 60.0
"""Votes are gathered by stretches of a clip this long."""
NEAR_BITS = 11
"""Of 48: true pairs of corners differ in about 7 after recompression, chance pairs in 24."""
BEST = 6
"""So many stretches of clips are compared in more pairs of frames than the rest."""
NEAR_FIRST = 9
"""Of the first 32 of them: most chance pairs are told by these."""
AT_A_TIME = 2
"""Files that are gone through at once."""
AT_ONCE = 2_000_000
"""Comparisons that are made in one go; where there are more, they are made word by word."""


@dataclass(frozen=True, kw_only=True)
class Pair:
    """A frame of the query and a frame of a library clip that may show the same: their numbers."""

    clip: int
    query_frame: int
    clip_frame: int
    votes: float


class _Asks:
    """What the corners of a query ask the library: a word and 48 bits, for each word that they are near."""

    def __init__(self, query: Fingerprint, looks: Sequence[int]) -> None:
        self._looks = np.array(looks, np.int64)
        counts: list[int] = []
        word, corner, bits = [], [], []
        for look in looks:
            own = query.points(look)[1]
            near = words(own, 2 if query.point_part[look] % MIRRORED else 4)
            corner.append(np.repeat(np.arange(len(own)) + sum(counts), near.shape[1]))
            counts.append(len(own))
            word.append(near.ravel())
            bits.append(own)
        self._look_of = np.repeat(np.arange(len(looks)), counts)
        asked = np.concatenate(word).astype(np.int64)
        order = np.argsort(asked, kind="stable")
        self._word, self._corner = asked[order], np.concatenate(corner)[order]
        high, low = signs(np.concatenate(bits))
        self._high, self._low = high[self._corner], low[self._corner]
        self._start = np.searchsorted(self._word, np.arange(len(vocabulary()) + 1))

    def near(self, one: Filed) -> tuple[Any, Any]:
        """The corners that find a corner like themselves, and the frames in which they find it."""
        held = np.diff(one.start).astype(np.int64)
        at_once = int(held[self._word].sum()) <= AT_ONCE
        ask, at = self._at_once(one, held[self._word]) if at_once else self._word_by_word(one, held)
        far = np.bitwise_count(self._high[ask] ^ one.high[at])
        far += np.bitwise_count(self._low[ask] ^ one.low[at])
        close = far <= NEAR_BITS
        return self._corner[ask[close]], one.frame[at[close]].astype(np.int64)

    def _at_once(self, one: Filed, held: Any) -> tuple[Any, Any]:
        """What asks and what is found, where the first bits are near."""
        ask = np.repeat(np.arange(len(self._word)), held)
        at = np.repeat(one.start[self._word] - (np.cumsum(held) - held), held) + np.arange(held.sum())
        close = np.flatnonzero(np.bitwise_count(self._high[ask] ^ one.high[at]) <= NEAR_FIRST)
        return ask[close], at[close]

    def _word_by_word(self, one: Filed, held: Any) -> tuple[Any, Any]:
        """The same, for a file so large that its lists are gone through one by one."""
        asks, ats = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        words = np.flatnonzero((np.diff(self._start) > 0) & (held > 0))
        ours = zip(self._start[words].tolist(), self._start[words + 1].tolist(), strict=True)
        theirs = zip(one.start[words].tolist(), one.start[words + 1].tolist(), strict=True)
        for (first, last), (begin, end) in zip(ours, theirs, strict=True):
            far = np.bitwise_count(self._high[first:last, None] ^ one.high[begin:end])
            close = (far <= NEAR_FIRST).ravel().nonzero()[0]
            if len(close):
                ask, at = np.divmod(close, end - begin)
                asks.append(ask + first)
                ats.append(at + begin)
        return np.concatenate(asks), np.concatenate(ats)

    def votes(self, corner: Any, frame: Any, frames: int) -> tuple[Any, Any, Any]:
        """Look, frame and votes: the frames most voted for by each look, with at least a corner's worth."""
        # A corner that finds itself everywhere (a logo, a grille) says little about where.
        found = np.bincount(corner, minlength=len(self._look_of))
        worth = 1 / np.sqrt(np.maximum(1, found / 8))
        pair, place = np.unique(self._look_of[corner] * max(frames, 1) + frame, return_inverse=True)
        votes = np.bincount(place, weights=worth[corner], minlength=len(pair))
        pair, votes = pair[votes >= 1.0], votes[votes >= 1.0]
        look = pair // max(frames, 1)
        order = np.lexsort((pair, -votes, look))
        rank = np.arange(len(order)) - np.searchsorted(look[order], look[order])
        best = order[rank < 60]
        return self._looks[look[best]], pair[best] % max(frames, 1), votes[best]


class Postings:
    """The inverted files over the corners of many clips, which are numbered as in `keys`."""

    def __init__(self, filed: Sequence[Filed], keys: Sequence[str]) -> None:
        number = {key: n for n, key in enumerate(keys)}
        counts = np.zeros(len(keys), np.int64)
        seconds = [np.zeros(0, np.float32)] * len(keys)
        for one in filed:
            ends = np.cumsum(one.counts)
            for key, count, end in zip(one.keys, one.counts.tolist(), ends.tolist(), strict=True):
                if key in number and not counts[number[key]]:
                    counts[number[key]], seconds[number[key]] = count, one.seconds[end - count : end]
        self._first = np.concatenate([[0], np.cumsum(counts)])
        self._seconds = np.concatenate([np.zeros(0, np.float32), *seconds])
        self._filed: list[tuple[Filed, Any]] = []
        taken: set[str] = set()
        for one in filed:
            self._filed.append((one, self._numbers(one, number, taken)))
            taken |= set(one.keys)

    def _numbers(self, one: Filed, number: dict[str, int], taken: set[str]) -> Any:
        """The number over the whole library of each frame of a file; -1 for those that do not count."""
        spans = [
            np.arange(count) + self._first[number[key]]
            if key in number and key not in taken
            else np.full(count, -1)
            for key, count in zip(one.keys, one.counts.tolist(), strict=True)
        ]
        return np.concatenate([np.zeros(0, np.int64), *spans]).astype(np.int64)

    @classmethod
    def of(cls, prints: Sequence[Fingerprint]) -> Postings:
        """The inverted file over fingerprints, numbered in their order."""
        keys = [str(n) for n in range(len(prints))]
        return cls([Filed.of(zip(keys, prints, strict=True))], keys)

    def __len__(self) -> int:
        return sum(len(one) for one, _ in self._filed)

    def candidates(self, query: Fingerprint, *, most: int = 40, pairs_each: int = 10) -> list[Pair]:
        """The pairs of frames most voted for, best stretch of a clip first."""
        looks = _chosen(query)
        if not len(self) or not looks:
            return []
        asks = _Asks(query, looks)
        with ThreadPoolExecutor(AT_A_TIME) as pool:
            near = list(pool.map(asks.near, (one for one, _ in self._filed)))
        hits = [(ask, numbers[frame]) for (ask, frame), (_, numbers) in zip(near, self._filed, strict=True)]
        ask = np.concatenate([np.zeros(0, np.int64), *(a[f >= 0] for a, f in hits)])
        frame = np.concatenate([np.zeros(0, np.int64), *(f[f >= 0] for _, f in hits)])
        look, frame, votes = asks.votes(ask, frame, int(self._first[-1]))
        return self._ranked(query, look, frame, votes, most, pairs_each)

    def _ranked(
        self, query: Fingerprint, look: Any, frame: Any, votes: Any, most: int, pairs_each: int
    ) -> list[Pair]:
        clip = np.searchsorted(self._first, frame, side="right") - 1
        stretch = (self._seconds[frame] // WINDOW_S).astype(np.int64)
        mirrored = query.point_part[look] >= MIRRORED
        groups: dict[tuple[int, int, bool], dict[int, float]] = {}
        members: dict[tuple[int, int, bool], list[int]] = {}
        for i in range(len(look)):
            key = (int(clip[i]), int(stretch[i]), bool(mirrored[i]))
            best = groups.setdefault(key, {})
            best[int(look[i])] = max(best.get(int(look[i]), 0.0), float(votes[i]))
            members.setdefault(key, []).append(i)
        ranked = sorted(groups, key=lambda key: (-_weight(groups[key]), key))[:most]
        chosen = []
        for rank, key in enumerate(ranked):
            # Of the first few more is compared: while a camera pans, neighbouring seconds look alike too.
            several = 2 if rank < BEST else 1
            for i in _varied(members[key], votes, look, pairs_each * several, 1 + several):
                local = int(frame[i] - self._first[clip[i]])
                chosen.append(
                    Pair(clip=key[0], query_frame=int(look[i]), clip_frame=local, votes=float(votes[i]))
                )
        return chosen


def _weight(best: dict[int, float]) -> float:
    """How much a stretch is voted for: one strong look counts as much as several weak ones."""
    return sum(sorted(best.values(), reverse=True)[:12])


def _varied(members: list[int], votes: Any, look: Any, count: int, each: int) -> list[int]:
    """The most voted pairs, at most `each` for one look at the query."""
    used: dict[int, int] = {}
    chosen = []
    for i in sorted(members, key=lambda i: (-votes[i], i)):
        if used.get(look[i], 0) < each:
            used[look[i]] = used.get(look[i], 0) + 1
            chosen.append(i)
        if len(chosen) == count:
            break
    return chosen


def _chosen(query: Fingerprint) -> list[int]:
    """The looks that ask: the whole picture each second or rarer, its parts each third second or rarer.

    At most 60 and 12 moments: a long clip is asked about more sparsely, not longer. One of more than twelve
    seconds is asked about half as often as a mirror image, of which most clips are none.
    """
    length = float(query.head.seconds)
    whole = max(1.5 if length > 20 else 1.0, length / 60)
    wanted: set[tuple[bool, bool, float]] = set()
    for mirrored in (False, True):
        rarer = 2 if mirrored and length > 12 else 1
        for part, step in ((False, whole), (True, max(2.5, length / 12))):
            of = ((query.point_part >= MIRRORED) == mirrored) & ((query.point_part % MIRRORED > 0) == part)
            wanted |= {(mirrored, part, s) for s in _thinned(np.unique(query.point_s[of]), step * rarer)}
    return [
        i
        for i, (s, part) in enumerate(zip(query.point_s.tolist(), query.point_part.tolist(), strict=True))
        if (part >= MIRRORED, part % MIRRORED > 0, s) in wanted
    ]


def _thinned(moments: Any, step: float) -> set[float]:
    kept: list[float] = []
    for s in moments.tolist():
        if not kept or s - kept[-1] >= step - 0.1:
            kept.append(s)
    return set(kept)
