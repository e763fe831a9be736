"""Shingles of many documents -> the pairs worth comparing, with how many shingles they share.

One sorted column of (shingle, document): documents that share a shingle stand beside each other in it. A
shingle in very many documents would give a pair for every two of them; beyond a limit each is paired with
the earliest only, so that the pairs grow with the documents and not with their square. Rare shingles come
first: the limit is as high as the number of pairs allows. Nothing is drawn at random: the same documents
give the same pairs.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from firsthand.corroborate.reuse.words import Hashes

Numbers = NDArray[np.int64]

PAIRS_PER_DOCUMENT = 100
"""How many (pair, shingle) meetings are looked at, as a multiple of the documents."""
PAIRS_AT_LEAST = 4_000_000
"""A case of some thousand documents is compared without any limit."""
WIDEST = 100
"""Documents that may hold a shingle and still be paired each with each."""
FEWEST, SHARE, PLENTY = 4, 0.1, 15
"""What a pair must share to be looked at: this many shingles, and this share of the text that has fewer, or
plenty. A little under what `reuse.judgement` asks, for what stands in very many documents is not counted."""


def candidates(columns: Sequence[Hashes], only: int | None = None) -> Numbers:
    """Pairs (first < second, one row each) that share enough shingles to be looked at.

    `columns[i]` are the distinct shingles of document i, documents in their order of time. `only`: pairs of
    that document alone, the same as they are among all pairs.
    """
    shingles = np.concatenate([*columns, np.empty(0, np.uint64)])
    owners = np.repeat(np.arange(len(columns), dtype=np.int32), [len(column) for column in columns])
    order = np.argsort(shingles, kind="stable")
    owners, shingles = owners[order], shingles[order]
    del order
    starts = (
        np.flatnonzero(np.concatenate([[True], shingles[1:] != shingles[:-1]])) if len(shingles) else _none()
    )
    sizes = np.diff(np.append(starts, len(shingles)))
    del shingles
    limit = _limit(sizes, len(columns))
    kept = sizes > 1
    if only is not None:
        holds = np.zeros(len(sizes), bool)
        holds[np.searchsorted(starts, np.flatnonzero(owners == only), side="right") - 1] = True
        kept &= holds
    narrow = np.bincount(owners[np.repeat(sizes <= limit, sizes)], minlength=len(columns))
    pairs, counts = _counted(owners, starts[kept], sizes[kept], limit, len(columns))
    enough = (counts >= FEWEST) & ((counts >= SHARE * narrow[pairs].min(axis=1)) | (counts >= PLENTY))
    if only is not None:
        enough &= (pairs == only).any(axis=1)
    found: Numbers = pairs[enough]
    return found


def _none() -> Numbers:
    return np.empty(0, np.int64)


def _limit(sizes: Numbers, documents: int) -> int:
    """The widest shingle whose documents are paired each with each."""
    wide = np.bincount(np.minimum(sizes, WIDEST + 1), minlength=WIDEST + 2)[: WIDEST + 1].astype(np.int64)
    number = np.arange(WIDEST + 1, dtype=np.int64)
    meetings = np.cumsum(wide * (number * (number - 1) // 2))
    allowed = max(PAIRS_AT_LEAST, PAIRS_PER_DOCUMENT * documents)
    return max(2, int(np.searchsorted(meetings, allowed, side="right")) - 1)


def _counted(
    owners: NDArray[np.int32], starts: Numbers, sizes: Numbers, limit: int, documents: int
) -> tuple[Numbers, Numbers]:
    """Pairs that meet in a shingle, and in how many."""
    keys: list[Numbers] = []
    for size in np.unique(sizes):
        at = starts[sizes == size]
        if size <= limit:
            first, second = np.triu_indices(int(size), 1)
        else:
            first, second = np.zeros(size - 1, np.int64), np.arange(1, size)
        keys.extend(
            (
                owners[part[:, None] + first].astype(np.int64) * documents + owners[part[:, None] + second]
            ).ravel()
            for part in np.array_split(at, max(1, len(at) * len(first) // 1_000_000))
        )
    found, counts = np.unique(np.concatenate([*keys, _none()]), return_counts=True)
    return np.stack(np.divmod(found, max(1, documents)), axis=1), counts
