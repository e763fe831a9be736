"""In what two contradicting tellings part, by what the encoders read: victims or figures, doers or days.

A linear reading (multinomial logistic regression, training/contradictions/fields.py) of the two vectors by
which the tellings are found, added up: so it does not matter which comes first.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["PartedIn", "parted_in"]

WEIGHTS = Path(__file__).parent / "data" / "parted_in.npz"


class PartedIn(NamedTuple):
    """What the fields of contradictions look like to the encoders."""

    fields: tuple[str, ...]
    weights: NDArray[np.float64]
    """One row a field, one column for each number of a telling's vector."""
    base: NDArray[np.float64]

    def of(self, one: NDArray[np.float32], other: NDArray[np.float32]) -> tuple[str, float] | None:
        """The likeliest field and its chance, 0 to 1; None of vectors that it was not learned from."""
        if one.shape != other.shape or one.shape != self.weights.shape[1:]:
            return None
        odds = self.weights @ (one.astype(np.float64) + other) + self.base
        chances = np.exp(odds - odds.max())
        best = int(chances.argmax())
        return self.fields[best], round(float(chances[best] / chances.sum()), 2)


@lru_cache(maxsize=1)
def parted_in() -> PartedIn | None:
    """The reading that ships; None where its file is missing or broken."""
    try:
        with np.load(WEIGHTS, allow_pickle=False) as file:
            return PartedIn(
                tuple(str(each) for each in file["fields"]),
                file["weights"].astype(np.float64),
                file["base"].astype(np.float64),
            )
    except (OSError, ValueError, KeyError):
        return None
