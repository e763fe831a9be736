"""The encoder of meaning, as one instrument: two tellings -> how alike, whether both can hold, and whose.

Two small language models (MiniLM-L6, fine-tuned on the project's own stories and dossiers, see
training/same_claim) read each telling once: one by itself, one where it stands. Smaller networks lay the
pieces of two tellings beside each other. It needs onnxruntime and the weights; without either there is no
such instrument, and the rules join claims alone.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from firsthand.resources.onnx_networks import networks
from firsthand.resources.spoken import MARKS, Spoken, by_itself, in_place
from firsthand.resources.voices import TOKENIZER

__all__ = ["Judged", "MeaningModel", "Told", "default_meaning"]

WEIGHTS = Path(__file__).parent / "data" / "meaning.int8.onnx"
IN_PLACE = Path(__file__).parent / "data" / "in_place.int8.onnx"
NAME = "meaning 4"
"""Part of the name under which comparisons are remembered: new weights, a new name."""

JUDGED = 0.1
"""What the judging network weighs beside the cosine, which tells strange stories better than it does."""
IN_PLACE_WEIGHS = 0.5
"""What a telling where it stands weighs beside its words alone, of one; more joins remarks of one breath."""
TOGETHER = 128
"""Pairs judged in one call."""

KEPT = 1024
"""Tellings that are kept as read: one matter is asked for several things, one after the other."""

Floats = NDArray[np.float32]


class Told(NamedTuple):
    """Some tellings as read."""

    kept: tuple[tuple[Floats, ...], ...]
    """By each network, what is kept of the pieces of each telling, one row a piece."""
    near: Floats
    """One row a telling, of length one: tellings of one meaning lie near each other."""


class Judged(NamedTuple):
    """What two tellings are to each other."""

    near: float
    """Cosine of what the two are found by, -1 to 1."""
    same: float
    """Chance, 0 to 1, that they say the same."""
    contradict: float
    """Chance that not both can hold."""
    two_hands: float = 0.5
    """Chance that two stand behind them at first hand, should they say the same."""

    @property
    def alike(self) -> float:
        """How alike they are in meaning, at most 1.1. What the networks say, weighed."""
        return self.near + JUDGED * self.same


Row = NDArray[np.int64]


class _Reader(NamedTuple):
    """One network: a telling -> its row, a row -> what is kept of it, two of them -> scores."""

    row: Callable[[Spoken], list[int]]
    encode: Callable[[Row, Row], Sequence[Floats]]
    judge: Callable[[Floats, Floats, Floats, Floats], Floats]


class MeaningModel:
    """Tellings -> what they are to each other, whichever comes first and whatever else is read.

    The weights are read when the first telling is.
    """

    def __init__(self, name: str, load: Callable[[], Sequence[_Reader]]) -> None:
        self.name = name
        self._load = load
        self._loaded: Sequence[_Reader] | None = None
        self._known = lru_cache(maxsize=KEPT)(self._read)

    def read(self, tellings: Sequence[Spoken]) -> Told:
        """The tellings as read, each by itself, so that none changes how another is read."""
        found = [self._known(each) for each in tellings]
        kept = tuple(tuple(each[0][n] for each in found) for n in range(len(self._readers)))
        near = np.stack([each[1] for each in found]) if found else np.zeros((0, 1), np.float32)
        return Told(kept, near)

    def judge(self, told: Told, pairs: Sequence[tuple[int, int]], near_from: float = -1.0) -> list[Judged]:
        """What the two tellings of each pair are to each other, by their numbers, to three decimals.

        Of two that are less near than `near_from` no more is asked: nothing is said of them but how near.
        """
        near = [round(float(told.near[a].astype(np.float64) @ told.near[b]), 3) for a, b in pairs]
        found = [Judged(each, 0.0, 0.0) for each in near]
        asked = [n for n, each in enumerate(near) if each >= near_from]
        if not asked:
            return found
        chances = [
            self._chances(n, kept, [pairs[each] for each in asked]) for n, kept in enumerate(told.kept)
        ]
        claims = np.average([each[:, :3] for each in chances], axis=0, weights=self._weights)
        hands = next((each[:, 4] for each in chances if each.shape[1] > 3), np.full(len(asked), 0.5))
        for n, (same, contradict, _), two in zip(asked, claims.tolist(), hands.tolist(), strict=True):
            found[n] = Judged(near[n], round(same, 3), round(contradict, 3), round(two, 3))
        return found

    def may_contradict(
        self, told: Told, pairs: Sequence[tuple[int, int]], contradict_from: float
    ) -> list[bool]:
        """Whether the chance that not both can hold may reach a figure, as far as the first network tells.

        It is the quicker one: a pair of which it says no is not worth asking the other.
        """
        if not pairs:
            return []
        first, *others = self._weights
        least = (contradict_from - sum(others)) / first
        return [bool(each >= least) for each in self._chances(0, told.kept[0], pairs)[:, 1]]

    def _chances(
        self, reader: int, kept: Sequence[Floats], pairs: Sequence[tuple[int, int]]
    ) -> NDArray[np.float64]:
        """Of each pair the chances of same, contradict, other; by one network also of one hand, two, none."""
        order = sorted(range(len(pairs)), key=lambda n: max(len(kept[each]) for each in pairs[n]))
        found = []
        for start in range(0, len(order), TOGETHER):
            some = order[start : start + TOGETHER]
            one, of_one = _stacked([kept[pairs[n][0]] for n in some])
            other, of_other = _stacked([kept[pairs[n][1]] for n in some])
            scores = self._readers[reader].judge(one, other, of_one, of_other).astype(np.float64)
            threes = scores.reshape(len(some), -1, 3)
            threes = np.exp(threes - threes.max(2, keepdims=True))
            found.append((threes / threes.sum(2, keepdims=True)).reshape(scores.shape))
        chances: NDArray[np.float64] = np.concatenate(found)[np.argsort(order)]
        return chances

    @property
    def _readers(self) -> Sequence[_Reader]:
        if self._loaded is None:
            try:
                self._loaded = self._load()
            except Exception as why:  # noqa: BLE001  a broken installation must not stop the rules
                logging.getLogger(__name__).warning("no encoder of meaning: %s", why)
                self._loaded = (_NONE,)
        return self._loaded

    def _read(self, spoken: Spoken) -> tuple[list[Floats], Floats]:
        """One row at a time: the scale of int8 activations is that of the whole batch."""
        kept: list[Floats] = []
        near: list[Floats] = []
        for reader in self._readers:
            row = np.array([reader.row(spoken)], dtype=np.int64)
            pieces, position = reader.encode(row, np.ones_like(row))
            kept.append(pieces[0])
            near.append(position[0])
        parts = [each * np.float32(weight**0.5) for each, weight in zip(near, self._weights, strict=True)]
        found_by: Floats = np.concatenate(parts)
        return kept, found_by

    @property
    def _weights(self) -> tuple[float, ...]:
        """What each network weighs; of length one together, so that what is found by keeps its length."""
        return (1 - IN_PLACE_WEIGHS, IN_PLACE_WEIGHS) if len(self._readers) > 1 else (1.0,)


def _stacked(rows: Sequence[Floats]) -> tuple[Floats, Floats]:
    """Rows of one length, each with room left over: the network finds nought there, among others too."""
    longest = 1 + max(map(len, rows))
    stacked = np.zeros((len(rows), longest, rows[0].shape[1]), np.float32)
    mask = np.zeros((len(rows), longest), np.float32)
    for n, row in enumerate(rows):
        stacked[n, : len(row)], mask[n, : len(row)] = row, 1.0
    return stacked, mask


_NONE = _Reader(
    lambda _spoken: [0],
    lambda _ids, _mask: (np.zeros((1, 1, 1), np.float32), np.zeros((1, 1), np.float32)),
    lambda one, _other, _of_one, _of_other: np.zeros((len(one), 3), np.float32),
)
"""A network that finds nothing near anything: what broken weights are read as."""


@lru_cache(maxsize=1)
def default_meaning() -> MeaningModel | None:
    """The instrument that ships; None where onnxruntime, tokenizers or the weights are missing."""
    missing = [each for each in ("onnxruntime", "tokenizers") if find_spec(each) is None]
    missing += [each.name for each in (WEIGHTS, IN_PLACE, TOKENIZER) if not each.is_file()]
    if missing:
        logging.getLogger(__name__).info("no encoder of meaning: %s missing", ", ".join(missing))
        return None
    return MeaningModel(NAME, _load)


def _load(
    weights: Path = WEIGHTS, in_their_place: Path = IN_PLACE, vocabulary: Path = TOKENIZER
) -> tuple[_Reader, ...]:
    """The networks from their files, on one thread."""
    return _reader(weights, vocabulary, alone=True), _reader(in_their_place, vocabulary, alone=False)


def _reader(weights: Path, vocabulary: Path, *, alone: bool) -> _Reader:
    loaded = networks(weights, vocabulary, "judge")

    def pieces(text: str) -> list[int]:
        found: list[int] = loaded.tokenizer.encode(text, add_special_tokens=False).ids
        return found

    marks = [loaded.tokenizer.token_to_id(mark) for mark in MARKS]

    def row(spoken: Spoken) -> list[int]:
        return by_itself(spoken, pieces) if alone else in_place(spoken, pieces, marks)

    def encode(ids: Row, mask: Row) -> Sequence[Floats]:
        found: Sequence[Floats] = loaded.first.run(None, {"ids": ids, "mask": mask})
        return found

    def judge(one: Floats, other: Floats, of_one: Floats, of_other: Floats) -> Floats:
        given: dict[str, Any] = {"one": one, "other": other, "of_one": of_one, "of_other": of_other}
        found: Floats = loaded.second.run(None, given)[0]
        return found

    return _Reader(row, encode, judge)
