"""The shipped file on the stories kept for the test: `evaluate.py --onnx FILE` (needs `PYTHONPATH=src`).

Prints precision and recall of "same" by the likeness that the product joins by, and of the judging network's
"same" and "contradict" by their chances, for all pairs of tellings of a story.
"""

from __future__ import annotations

import argparse
from itertools import combinations
from pathlib import Path

import numpy as np
from material import CONTRADICT, SAME, answer_of, load

from firsthand.resources import meaning
from firsthand.resources.spoken import Spoken
from firsthand.resources.voices import TOKENIZER

LIKENESS = (0.5, 0.6, 0.65, 0.7, 0.72, 0.74, 0.76, 0.78, 0.8, 0.85, 0.9)
CHANCES = (0.3, 0.5, 0.7, 0.8, 0.9, 0.95)


def table(name: str, found: np.ndarray, right: np.ndarray, steps: tuple[float, ...]) -> None:
    """Precision and recall from each step on."""
    cells = []
    for least in steps:
        taken = found >= least
        hit = (taken & right).sum()
        cells.append(f"{least}: {100 * hit / max(1, taken.sum()):.0f}/{100 * hit / right.sum():.0f}")
    order = right[np.argsort(-found, kind="stable")]
    precise = np.cumsum(order) / np.arange(1, len(order) + 1)
    print(f"{name}: average precision {100 * precise[order].mean():.1f}; P/R from", "  ".join(cells))


def main() -> None:
    """Score one file."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--onnx", type=Path, required=True)
    args = ask.parse_args()
    model = meaning.MeaningModel("evaluated", lambda: (meaning._reader(args.onnx, TOKENIZER, alone=True),))
    found, right = [], []
    for story in load(test=True):
        pairs = list(combinations(range(len(story.tellings)), 2))
        found += model.judge(model.read([Spoken(text) for _, text in story.tellings]), pairs)
        right += [answer_of(story, story.tellings[a][0], story.tellings[b][0]) for a, b in pairs]
    answers = np.array(right)
    print(
        len(answers), "pairs:", (answers == SAME).sum(), "same,", (answers == CONTRADICT).sum(), "contradict"
    )
    table("same by likeness", np.array([each.alike for each in found]), answers == SAME, LIKENESS)
    table("same by cosine", np.array([each.near for each in found]), answers == SAME, LIKENESS)
    table("same by chance", np.array([each.same for each in found]), answers == SAME, CHANCES)
    table(
        "contradict by chance", np.array([each.contradict for each in found]), answers == CONTRADICT, CHANCES
    )


if __name__ == "__main__":
    main()
