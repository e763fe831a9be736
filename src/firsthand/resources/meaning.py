"""The encoder of meaning, as one instrument: two tellings -> how alike they are in meaning.

A small language model (MiniLM-L6, fine-tuned on the project's own stories, see training/same_claim) reads
each telling once; a second, smaller network lays the pieces of two tellings beside each other. It needs
onnxruntime and the weights; without either there is no such instrument, and the rules join claims alone.
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
from firsthand.resources.voices import TOKENIZER

__all__ = ["Judged", "MeaningModel", "Told", "default_meaning"]

WEIGHTS = Path(__file__).parent / "data" / "meaning.int8.onnx"
NAME = "meaning 3"
"""Part of the name under which comparisons are remembered: new weights, a new name."""

LONGEST = 48
"""Pieces of a telling that are read; trained on so many."""
JUDGED = 0.1
"""What the judging network weighs beside the cosine, which tells strange stories better than it does."""
TOGETHER = 128
"""Pairs judged in one call."""
_CLS, _SEP = 101, 102

Floats = NDArray[np.float32]


class Told(NamedTuple):
    """Some tellings as read."""

    kept: tuple[Floats, ...]
    """Of each telling, what is kept of its pieces, one row a piece."""
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

    @property
    def alike(self) -> float:
        """How alike they are in meaning, at most 1.1. What the two networks say, weighed."""
        return self.near + JUDGED * self.same


class _Networks(NamedTuple):
    tokenizer: Any
    encode: Callable[[NDArray[np.int64], NDArray[np.int64]], Sequence[Floats]]
    judge: Callable[[Floats, Floats, Floats, Floats], Floats]


class MeaningModel:
    """Tellings -> what they are to each other, whichever comes first and whatever else is read.

    The weights are read when the first telling is.
    """

    def __init__(self, name: str, load: Callable[[], _Networks]) -> None:
        self.name = name
        self._load = load
        self._networks: _Networks | None = None

    def read(self, texts: Sequence[str]) -> Told:
        """The tellings as read, each by itself, so that none changes how another is read."""
        known: dict[str, tuple[Floats, Floats]] = {}
        for text in texts:
            if text not in known:
                known[text] = self._read(text)
        kept = tuple(known[text][0] for text in texts)
        near = np.stack([known[text][1] for text in texts]) if texts else np.zeros((0, 1), np.float32)
        return Told(kept, near)

    def judge(self, told: Told, pairs: Sequence[tuple[int, int]]) -> list[Judged]:
        """What the two tellings of each pair are to each other, by their numbers, to three decimals."""
        order = sorted(range(len(pairs)), key=lambda n: max(len(told.kept[each]) for each in pairs[n]))
        found = [Judged(0.0, 0.0, 0.0)] * len(pairs)
        for start in range(0, len(order), TOGETHER):
            some = order[start : start + TOGETHER]
            one, of_one = _stacked([told.kept[pairs[n][0]] for n in some])
            other, of_other = _stacked([told.kept[pairs[n][1]] for n in some])
            scores = self._ready.judge(one, other, of_one, of_other).astype(np.float64)
            chances = np.exp(scores - scores.max(1, keepdims=True))
            chances /= chances.sum(1, keepdims=True)
            for n, (same, contradict, _) in zip(some, chances.tolist(), strict=True):
                a, b = pairs[n]
                near = float(told.near[a].astype(np.float64) @ told.near[b])
                found[n] = Judged(round(near, 3), round(same, 3), round(contradict, 3))
        return found

    @property
    def _ready(self) -> _Networks:
        if self._networks is None:
            try:
                self._networks = self._load()
            except Exception as why:  # noqa: BLE001  a broken installation must not stop the rules
                logging.getLogger(__name__).warning("no encoder of meaning: %s", why)
                self._networks = _NONE
        return self._networks

    def _read(self, text: str) -> tuple[Floats, Floats]:
        """One row at a time: the scale of int8 activations is that of the whole batch."""
        ids = self._ready.tokenizer.encode(text, add_special_tokens=False).ids[:LONGEST] or [_SEP]
        row = np.array([[_CLS, *ids, _SEP]], dtype=np.int64)
        kept, near = self._ready.encode(row, np.ones_like(row))
        return kept[0], near[0]


def _stacked(rows: Sequence[Floats]) -> tuple[Floats, Floats]:
    """Rows of one length, each with room left over: the network finds nought there, among others too."""
    longest = 1 + max(map(len, rows))
    stacked = np.zeros((len(rows), longest, rows[0].shape[1]), np.float32)
    mask = np.zeros((len(rows), longest), np.float32)
    for n, row in enumerate(rows):
        stacked[n, : len(row)], mask[n, : len(row)] = row, 1.0
    return stacked, mask


class _Letters(NamedTuple):
    ids: list[int]


class _NoTokenizer:
    def encode(self, _text: str, *, add_special_tokens: bool) -> _Letters:  # noqa: ARG002
        return _Letters([])


_NONE = _Networks(
    _NoTokenizer(),
    lambda _ids, _mask: (np.zeros((1, 1, 1), np.float32), np.zeros((1, 1), np.float32)),
    lambda one, _other, _of_one, _of_other: np.zeros((len(one), 3), np.float32),
)
"""Networks that find nothing near anything: what broken weights are read as."""


@lru_cache(maxsize=1)
def default_meaning() -> MeaningModel | None:
    """The instrument that ships; None where onnxruntime, tokenizers or the weights are missing."""
    missing = [each for each in ("onnxruntime", "tokenizers") if find_spec(each) is None]
    missing += [each.name for each in (WEIGHTS, TOKENIZER) if not each.is_file()]
    if missing:
        logging.getLogger(__name__).info("no encoder of meaning: %s missing", ", ".join(missing))
        return None
    return MeaningModel(NAME, _load)


def _load(weights: Path = WEIGHTS, vocabulary: Path = TOKENIZER) -> _Networks:
    """The networks from their files, on one thread."""
    loaded = networks(weights, vocabulary, "judge")

    def encode(ids: NDArray[np.int64], mask: NDArray[np.int64]) -> Sequence[Floats]:
        found: Sequence[Floats] = loaded.first.run(None, {"ids": ids, "mask": mask})
        return found

    def judge(one: Floats, other: Floats, of_one: Floats, of_other: Floats) -> Floats:
        given = {"one": one, "other": other, "of_one": of_one, "of_other": of_other}
        found: Floats = loaded.second.run(None, given)[0]
        return found

    return _Networks(loaded.tokenizer, encode, judge)
