"""What was done to footage between two clips, in words, told of the one or of the other."""

from __future__ import annotations

THERE = " there"
SCREEN, CROPPED, WIDER = "filmed from a screen or seen aslant", "cropped", "shows more around it"
BARS, INSET, JOINED = "letterboxed", "picture in picture", "joined with other footage"
FASTER, SLOWER = "sped up", "slowed down"
ROUND = {CROPPED: WIDER, WIDER: CROPPED} | {one: one + THERE for one in (SCREEN, BARS, INSET, JOINED)}
"""What is told of one clip, as it is told of the other; what is not here says the same of both."""


def turned_round(change: str) -> str:
    """The same change as it is told of the other clip of the two."""
    if change in ROUND:
        return ROUND[change]
    for one, other in ((FASTER, SLOWER), (SLOWER, FASTER)):
        if change.startswith(one):
            return other + change.removeprefix(one)
    return change.removesuffix(THERE) if change.endswith(THERE) else change
