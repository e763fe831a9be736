"""The encoder of meaning, asked only what it was not asked before: of a new document, its tellings and pairs.

What a network says of two tellings depends on nothing but these two, so it is kept between comparisons: each
telling as read, and under each telling what was said of it beside others.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np

from firsthand.corroborate.remembered import Remembered, content
from firsthand.resources.meaning import Floats, Judged, MeaningModel, Pieces, Told
from firsthand.resources.spoken import Spoken
from firsthand.schema import Value

NAME = 8
"""Bytes by which a telling is known among those of one matter."""

Pair = tuple[int, int]
Said = dict[bytes, tuple[float, ...]]
"""What was said of one telling beside others, by their names and what was asked."""


class _Read(Value, frozen=True):
    """One telling as read: by each network the length of its rows and the rows, and what it is found by."""

    pieces: tuple[tuple[int, bytes], ...]
    near: bytes


class MeaningRemembered(MeaningModel):
    """An encoder with what it said before, for the length of one matter; `keep` keeps what it said now."""

    def __init__(self, asked: MeaningModel, remembered: Remembered) -> None:
        super().__init__(asked.name, tuple)
        self._asked = asked
        self._remembered = remembered
        self._names: dict[Spoken, bytes] = {}
        self._as_read: dict[bytes, tuple[tuple[Pieces, ...], Floats]] = {}
        self._before: dict[bytes, Said] = {}
        self._now: dict[bytes, Said] = {}

    def read(self, tellings: Sequence[Spoken]) -> Told:
        """The tellings as read, now or before."""
        if not tellings:
            return self._asked.read(tellings)
        found = [self._telling(each) for each in tellings]
        return Told(
            tuple(zip(*(kept for kept, _ in found), strict=True)),
            np.stack([near for _, near in found]),
            tuple(tellings),
        )

    def judge(self, told: Told, pairs: Sequence[Pair], near_from: float = -1.0) -> list[Judged]:
        """What the two tellings of each pair are to each other, by their numbers."""

        def asked(new: list[Pair]) -> list[tuple[float, ...]]:
            judged = self._asked.judge(told, new, near_from)
            return [tuple(each) if each.near >= near_from else (each.near,) for each in judged]

        said = self._said(told, pairs, "judged", asked, lambda each: len(each) > 1 or each[0] < near_from)
        return [Judged(*each) if each[0] >= near_from else Judged(each[0], 0.0, 0.0) for each in said]

    def most_contradict(self, told: Told, pairs: Sequence[Pair]) -> list[float]:
        """The greatest chance that not both can hold which the first network leaves open."""

        def asked(new: list[Pair]) -> list[tuple[float, ...]]:
            return [(each,) for each in self._asked.most_contradict(told, new)]

        return [most for (most,) in self._said(told, pairs, "most", asked)]

    def keep(self) -> None:
        """Keep what was said now, in place of what was said before."""
        for name, said in self._now.items():
            if not said.items() <= self._before[name].items():
                self._remembered.replace(self._made_from(b"said", name), said)

    def _said(
        self,
        told: Told,
        pairs: Sequence[Pair],
        about: str,
        ask: Callable[[list[Pair]], Sequence[tuple[float, ...]]],
        enough: Callable[[tuple[float, ...]], bool] = bool,
    ) -> list[tuple[float, ...]]:
        """What is said of each pair; only those are asked of which not `enough` was said before."""
        names = [self._name(each) for each in told.spoken]
        keys = [(names[a], names[b] + about.encode()) for a, b in pairs]
        known = [self._now_of(name).get(key) or self._before[name].get(key) for name, key in keys]
        old = [said if said is not None and enough(said) else None for said in known]
        new = [pair for pair, said in zip(pairs, old, strict=True) if said is None]
        answers = iter(ask(new) if new else ())
        found = [next(answers) if said is None else said for said in old]
        for (name, key), said in zip(keys, found, strict=True):
            self._now[name][key] = said
        return found

    def _now_of(self, name: bytes) -> Said:
        """What is said of a telling in this comparison; what was before is at hand from then on."""
        if name not in self._before:
            self._before[name] = self._remembered.value(Said, self._made_from(b"said", name), dict)
            self._now[name] = {}
        return self._now[name]

    def _telling(self, spoken: Spoken) -> tuple[tuple[Pieces, ...], Floats]:
        name = self._name(spoken)
        if name not in self._as_read:
            made_from = self._made_from(b"read", name)
            read = self._remembered.value(_Read, made_from, partial(self._read_now, spoken), large=True)
            kept = [np.frombuffer(rows, np.float16).reshape(-1, long) for long, rows in read.pieces]
            self._as_read[name] = tuple(kept), np.frombuffer(read.near, np.float32)
        return self._as_read[name]

    def _read_now(self, spoken: Spoken) -> _Read:
        told = self._asked.read([spoken])
        rows = (kept for (kept,) in told.kept)
        return _Read(tuple((each.shape[1], each.tobytes()) for each in rows), told.near[0].tobytes())

    def _name(self, spoken: Spoken) -> bytes:
        if spoken not in self._names:
            self._names[spoken] = content(spoken)[:NAME]
        return self._names[spoken]

    def _made_from(self, what: bytes, name: bytes) -> tuple[bytes, ...]:
        return what, self.name.encode(), name


__all__ = ["MeaningRemembered"]
