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
from firsthand.resources.spoken import MARKS, Row, Spoken, by_itself, in_place
from firsthand.resources.voices import TOKENIZER

__all__ = ["Judged", "MeaningModel", "Told", "default_meaning"]

WEIGHTS = Path(__file__).parent / "data" / "meaning.int8.onnx"
IN_PLACE = Path(__file__).parent / "data" / "in_place.int8.onnx"
NAME = "meaning 6"
"""Part of the name under which comparisons are remembered: new weights, a new name."""

JUDGED = 0.3
"""What the chance of "same" weighs beside the cosine, which tells strange stories better than it does."""
IN_PLACE_WEIGHS = 0.7
"""What a telling where it stands weighs beside its words alone, of one."""
TOGETHER = 16
"""Pairs judged in one call: of more the longest makes all longer."""

KEPT = 1024
"""Tellings that are kept as read: one matter is asked for several things, one after the other."""

Floats = NDArray[np.float32]
Pieces = NDArray[np.float16]
"""What is kept of a telling: half the room, and no chance changes by more than one in some thousand."""


class Told(NamedTuple):
    """Some tellings as read."""

    kept: tuple[tuple[Pieces, ...], ...]
    """By each network, what is kept of the pieces of each telling that are judged, one row a piece."""
    near: Floats
    """One row a telling, of length one: tellings of one meaning lie near each other."""
    spoken: tuple[Spoken, ...] = ()
    """The tellings."""


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
        """How alike they are in meaning, at most 1.3. What the networks say, weighed."""
        return self.near + JUDGED * self.same


Ids = NDArray[np.int64]


class _Reader(NamedTuple):
    """One network: a telling -> its row, a row -> what is kept of it, two of them -> scores."""

    row: Callable[[Spoken], Row]
    encode: Callable[[Ids, Ids, Ids], Sequence[Floats]]
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
        return Told(kept, near, tuple(tellings))

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

    def most_contradict(self, told: Told, pairs: Sequence[tuple[int, int]]) -> list[float]:
        """The greatest chance that not both can hold, whatever the other networks say than the first.

        The first is the quicker one: where it says little, the others need not be asked.
        """
        if not pairs:
            return []
        first, *others = self._weights
        chances = self._chances(0, told.kept[0], pairs)[:, 1]
        return [round(each, 3) for each in (first * chances + sum(others)).tolist()]

    def _chances(
        self, reader: int, kept: Sequence[Pieces], pairs: Sequence[tuple[int, int]]
    ) -> NDArray[np.float64]:
        """Of each pair the chances of same, contradict, other; by one network also of one hand, two, none.

        They are the same to the bit whatever else is asked. One pair in a call is summed up in another order
        than two are; so it is asked twice.
        """
        order = sorted(range(len(pairs)), key=lambda n: max(len(kept[each]) for each in pairs[n]))
        found = []
        for start in range(0, len(order), TOGETHER):
            some = order[start : start + TOGETHER]
            some = some * 2 if len(some) == 1 else some
            one, of_one = _stacked([kept[pairs[n][0]] for n in some])
            other, of_other = _stacked([kept[pairs[n][1]] for n in some])
            scores = self._readers[reader].judge(one, other, of_one, of_other).astype(np.float64)
            threes = scores.reshape(len(some), -1, 3)
            threes = np.exp(threes - threes.max(2, keepdims=True))
            found.append((threes / threes.sum(2, keepdims=True)).reshape(scores.shape))
        chances: NDArray[np.float64] = np.concatenate(found)[: len(order)][np.argsort(order)]
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

    def _read(self, spoken: Spoken) -> tuple[list[Pieces], Floats]:
        """One row at a time: the scale of int8 activations is that of the whole batch."""
        kept: list[Pieces] = []
        near: list[Floats] = []
        for reader in self._readers:
            row = reader.row(spoken)
            ids, told = np.array([row.pieces], dtype=np.int64), np.array([row.told], dtype=np.int64)
            pieces, position = reader.encode(ids, np.ones_like(ids), told)
            kept.append(pieces[0][np.array(row.judged, dtype=np.bool_)].astype(np.float16))
            near.append(position[0])
        parts = [each * np.float32(weight**0.5) for each, weight in zip(near, self._weights, strict=True)]
        found_by: Floats = np.concatenate(parts)
        return kept, found_by

    @property
    def _weights(self) -> tuple[float, ...]:
        """What each network weighs; of length one together, so that what is found by keeps its length."""
        return (1 - IN_PLACE_WEIGHS, IN_PLACE_WEIGHS) if len(self._readers) > 1 else (1.0,)


def _stacked(rows: Sequence[Pieces]) -> tuple[Floats, Floats]:
    """Rows of one length, each with room left over: the network finds nought there, among others too."""
    longest = 1 + max(map(len, rows))
    stacked = np.zeros((len(rows), longest, rows[0].shape[1]), np.float32)
    mask = np.zeros((len(rows), longest), np.float32)
    for n, row in enumerate(rows):
        stacked[n, : len(row)], mask[n, : len(row)] = row, 1.0
    return stacked, mask


_NONE = _Reader(
    lambda _spoken: Row([0], [1], [1]),
    lambda _ids, _mask, _told: (np.zeros((1, 1, 1), np.float32), np.zeros((1, 1), np.float32)),
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

    def row(spoken: Spoken) -> Row:
        return by_itself(spoken, pieces) if alone else in_place(spoken, pieces, marks)

    def encode(ids: Ids, mask: Ids, told: Ids) -> Sequence[Floats]:
        found: Sequence[Floats] = loaded.first.run(None, {"ids": ids, "mask": mask, "told": told})
        return found

    def judge(one: Floats, other: Floats, of_one: Floats, of_other: Floats) -> Floats:
        given: dict[str, Any] = {"one": one, "other": other, "of_one": of_one, "of_other": of_other}
        found: Floats = loaded.second.run(None, given)[0]
        return found

    return _Reader(row, encode, judge)
