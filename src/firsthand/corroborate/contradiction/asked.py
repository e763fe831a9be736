"""What the network must say at least before two tellings are told to contradict each other."""

from __future__ import annotations

NEAR = 0.25
"""Cosine below which two tellings have nothing to do with each other."""


def asked(least: float, more: float, most: float, told_over: float) -> float:
    """The chance asked where documents tell `told_over` times twice as much as a few lines do.

    `more` for every time, and `most` at most: of many pairs some look like a quarrel.
    """
    return max(least, min(most, least + more * told_over))


__all__ = ["NEAR", "asked"]
