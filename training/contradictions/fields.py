"""Marked dossiers -> in what two contradicting tellings part: `fields.py FILES --out parted_in.npz`.

Needs `PYTHONPATH=src`. Of every two groups of each dossier that tell a marked contradiction, the two tellings
that a network is surest of: the sum of their vectors, and the field that is marked. Multinomial logistic
regression with a ridge, by gradient descent (Adam), on vectors of mean nought and spread one. To be learned
anew whenever an encoder of meaning changes. `--test FILES` scores it on other dossiers.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from weigh import laid_beside_marks

from firsthand.corroborate.contradiction.weighed import TOLD_FROM
from firsthand.resources.meaning import default_meaning
from firsthand.resources.parted_in import PartedIn

LEAST = 0.02
"""Chance of a contradiction from which on two groups are learned from."""
RIDGE, STEPS, RATE = 0.1, 400, 0.02


class Example(NamedTuple):
    """Two tellings of a marked contradiction: their vectors, its field, and what the product says of them."""

    one: np.ndarray
    other: np.ndarray
    field: str
    chance: float


def examples(dossier: dict[str, Any]) -> Iterator[Example]:
    """What there is to learn in a dossier."""
    meaning = default_meaning()
    if meaning is None:
        raise SystemExit("fields.py: the encoders of meaning are missing; reinstall firsthand")
    marked = {frozenset((each["a"], each["b"])): each["field"] for each in dossier["contradictions"]}
    for each, claims in laid_beside_marks(dossier, LEAST):
        fields = [field for pair, field in marked.items() if pair in claims]
        if fields:
            near = meaning.read([x.spoken(x.as_meant) for x in each.pair[:2]]).near
            yield Example(near[0], near[1], fields[0], each.evidence.chance)


def learned(given: Sequence[Example]) -> PartedIn:
    """The weights that tell best which field is marked."""
    rows = np.array([each.one.astype(np.float64) + each.other for each in given])
    fields = sorted({each.field for each in given})
    right = np.array([[each.field == field for field in fields] for each in given], float)
    middle, spread = rows.mean(0), rows.std(0) + 1e-6
    rows = (rows - middle) / spread
    weights = np.zeros((len(fields), rows.shape[1] + 1))
    rows = np.c_[rows, np.ones(len(rows))]
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        odds = rows @ weights.T
        chances = np.exp(odds - odds.max(1, keepdims=True))
        chances /= chances.sum(1, keepdims=True)
        slope = (chances - right).T @ rows / len(rows) + RIDGE * np.c_[weights[:, :-1], np.zeros(len(fields))]
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights -= RATE * mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    found = weights[:, :-1] / spread
    return PartedIn(tuple(fields), found, weights[:, -1] - found @ middle)


def scored(reading: PartedIn, given: Sequence[Example]) -> str:
    """How many fields are named rightly, of all and of each field."""
    named = [(reading.of(each.one, each.other), each.field) for each in given]
    right = Counter(field for found, field in named if found and found[0] == field)
    every = Counter(field for _, field in named)
    each = ", ".join(f"{field} {right[field]}/{every[field]}" for field in sorted(every))
    return f"{right.total()} of {every.total()} rightly named ({each})"


def main() -> None:
    """Learn, save and score."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("files", type=Path, nargs="+")
    ask.add_argument("--test", type=Path, nargs="*", default=[])
    ask.add_argument("--out", type=Path, required=True)
    args = ask.parse_args()
    own, others = (
        [
            each
            for path in paths
            for line in path.read_text(encoding="utf-8").splitlines()
            for each in examples(json.loads(line))
        ]
        for paths in (args.files, args.test)
    )
    found = learned(own)
    np.savez(
        args.out,
        fields=np.array(found.fields),
        weights=found.weights.astype(np.float32),
        base=found.base.astype(np.float32),
    )
    print(f"learned from {len(own)} pairs of groups: {scored(found, own)}")
    if others:
        print(f"others: {scored(found, others)}")
        print(f"told: {scored(found, [each for each in others if each.chance >= TOLD_FROM])}")


if __name__ == "__main__":
    main()
