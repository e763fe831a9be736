"""Which frames of a library are worth comparing with a looked-up clip: an inverted file and votes.

Each corner of the library is filed under its word with its first 64 bits and the number of its frame. A
corner of the query votes for the frames that hold a corner of the same word with nearly the same bits; one
that finds itself everywhere counts little. Votes only choose what is compared in full: they decide nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from firsthand.footage.fingerprint import MIRRORED, Fingerprint
from firsthand.footage.fingerprint_points import words

WINDOW_S = 60.0
"""Votes are gathered by stretches of a clip this long."""
NEAR_BITS = 15
"""Of 64: true pairs of corners differ in about 9 after recompression, chance pairs in 32."""


@dataclass(frozen=True, kw_only=True)
class Pair:
    """A frame of the query and a frame of a library clip that may show the same: their numbers."""

    clip: int
    query_frame: int
    clip_frame: int
    votes: float


class Postings:
    """The inverted file over the corners of many clips."""

    def __init__(self, prints: Sequence[Fingerprint]) -> None:
        self._counts = np.array([len(p.point_s) for p in prints], np.int64)
        self._first = np.concatenate([[0], np.cumsum(self._counts)])
        self._seconds = np.concatenate([np.zeros(0, np.float32), *(p.point_s for p in prints)])
        word, sign, frame = _filed(prints, self._first)
        order = np.argsort(word, kind="stable")
        self._sign, self._frame = sign[order], frame[order]
        self._start = np.searchsorted(word[order], np.arange(65537)).astype(np.int64)

    def __len__(self) -> int:
        return len(self._frame)

    def candidates(self, query: Fingerprint, *, most: int = 40, pairs_each: int = 10) -> list[Pair]:
        """The pairs of frames most voted for, best stretch of a clip first."""
        looks = _chosen(query)
        if not len(self) or not looks:
            return []
        found = [self._votes(query, look) for look in looks]
        look = np.repeat(looks, [len(f) for f, _ in found])
        frame = np.concatenate([f for f, _ in found])
        votes = np.concatenate([v for _, v in found])
        return self._ranked(query, look, frame, votes, most, pairs_each)

    def _votes(self, query: Fingerprint, look: int) -> tuple[Any, Any]:
        """The frames that one look at the query votes for, with at least three corners' worth."""
        _, bits = query.points(look)
        near = words(bits, 2 if query.point_part[look] % MIRRORED else 4)
        start, end = self._start[near].ravel(), self._start[near.astype(np.int64) + 1].ravel()
        held = end - start
        corner = np.repeat(np.arange(len(bits)), near.shape[1])
        at = np.repeat(start - np.concatenate([[0], np.cumsum(held)[:-1]]), held) + np.arange(held.sum())
        asks = np.repeat(corner, held)
        sign = np.ascontiguousarray(bits[:, :8]).view(np.uint64).ravel()
        close = np.flatnonzero(np.bitwise_count(self._sign[at] ^ sign[asks]) <= NEAR_BITS)
        asks, frames = asks[close], self._frame[at[close]].astype(np.int64)
        # A corner that finds itself everywhere (a logo, a grille) says little about where.
        rarity = 1 / np.sqrt(np.maximum(1, np.bincount(asks, minlength=len(bits)) / 8))
        unique, place = np.unique(frames, return_inverse=True)
        votes = np.bincount(place, weights=rarity[asks], minlength=len(unique))
        best = np.argsort(-votes, kind="stable")[:60]
        best = best[votes[best] >= 1.0]
        return unique[best], votes[best]

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
        for key in ranked:
            for i in _varied(members[key], votes, look, pairs_each):
                local = int(frame[i] - self._first[clip[i]])
                chosen.append(
                    Pair(clip=key[0], query_frame=int(look[i]), clip_frame=local, votes=float(votes[i]))
                )
        return chosen


def _weight(best: dict[int, float]) -> float:
    """How much a stretch is voted for: one strong look counts as much as several weak ones."""
    return sum(sorted(best.values(), reverse=True)[:12])


def _varied(members: list[int], votes: Any, look: Any, count: int) -> list[int]:
    """The most voted pairs, at most two for one look at the query."""
    used: dict[int, int] = {}
    chosen = []
    for i in sorted(members, key=lambda i: (-votes[i], i)):
        if used.get(look[i], 0) < 2:
            used[look[i]] = used.get(look[i], 0) + 1
            chosen.append(i)
        if len(chosen) == count:
            break
    return chosen


def _chosen(query: Fingerprint) -> list[int]:
    """The looks that ask: the whole picture each second or rarer, its parts each third second or rarer.

    At most 60 and 12 moments: a long clip is asked about more sparsely, not longer.
    """
    part = query.point_part % MIRRORED
    length = float(query.head.seconds)
    whole = _thinned(np.unique(query.point_s[part == 0]), max(1.0, length / 60))
    parts = _thinned(np.unique(query.point_s[part > 0]), max(2.5, length / 12))
    return [
        i
        for i, (s, part) in enumerate(zip(query.point_s.tolist(), query.point_part.tolist(), strict=True))
        if s in (parts if part % MIRRORED else whole)
    ]


def _thinned(moments: Any, step: float) -> set[float]:
    kept: list[float] = []
    for s in moments.tolist():
        if not kept or s - kept[-1] >= step - 0.1:
            kept.append(s)
    return set(kept)


def _filed(prints: Sequence[Fingerprint], first: Any) -> tuple[Any, Any, Any]:
    """Word, first 64 bits and frame number over the whole library of each corner."""
    word, sign, frame = [np.zeros(0, np.uint16)], [np.zeros(0, np.uint64)], [np.zeros(0, np.uint32)]
    for number, held in enumerate(prints):
        own_word, bits, own_frame = held.point_words()
        word.append(own_word)
        sign.append(np.ascontiguousarray(bits[:, :8]).view(np.uint64).ravel())
        frame.append((own_frame + first[number]).astype(np.uint32))
    return np.concatenate(word), np.concatenate(sign), np.concatenate(frame)
