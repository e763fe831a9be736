"""One telling as a network is given it: its own words, and the same words where they stand.

What a few words mean and whose they are is often told by what stands around them ("They are in the whole
village" after "the mayor said"). So a telling is read twice: by itself, and in its place, with its publisher
and the voices that it is told by.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

Encode = Callable[[str], Sequence[int]]
"""A text -> the numbers of its word pieces, with no mark before or behind."""

CLS, SEP = 101, 102
LONGEST_ALONE, LONGEST_IN_PLACE = 48, 96
"""Pieces of a telling that are read by itself and in its place; trained on so many."""

_PUBLISHER, _VOICES, _AHEAD, _TOLD, _BEHIND = 10, 20, 24, 36, 20
"""Pieces of each part of a telling in its place at most; the sentences around it have what is left."""

MARKS = ("[unused1]", "[unused2]", "[unused3]", "[unused4]")
"""Pieces without a meaning of their own, which here open and close what is told and who tells it."""


class Spoken(NamedTuple):
    """A telling and what stands around it."""

    words: str
    """What is told, in short."""
    publisher: str = ""
    voices: tuple[str, ...] = ()
    """By whom it is told, from the publisher's source to the first hand, as the document names them."""
    before: str = ""
    """The sentence before."""
    ahead: str = ""
    """What stands before the words in their own sentence."""
    told: str = ""
    """The words as they stand."""
    behind: str = ""
    """The rest of the sentence."""
    after: str = ""
    """The sentence after."""


class Row(NamedTuple):
    """The pieces of a telling, and for each piece whether (1, else 0) it is of what is asked about."""

    pieces: list[int]
    told: list[int]
    """What is told: of these pieces is made what the telling is found by."""
    judged: list[int]
    """What is told and who tells it: these are laid beside another telling's. The rest is only read."""


def by_itself(spoken: Spoken, encode: Encode) -> Row:
    """The pieces of a telling by itself, between the marks of a row."""
    pieces = [CLS, *(list(encode(spoken.words))[:LONGEST_ALONE] or [SEP]), SEP]
    return Row(pieces, [1] * len(pieces), [1] * len(pieces))


def in_place(spoken: Spoken, encode: Encode, marks: Sequence[int]) -> Row:
    """The pieces of a telling where it stands; `marks` are the numbers of `MARKS`."""
    opens, closes, voiced, unvoiced = marks
    who = [
        *list(encode(spoken.publisher))[:_PUBLISHER],
        voiced,
        *list(encode(" < ".join(spoken.voices)))[:_VOICES],
        unvoiced,
    ]
    told = [
        *list(encode(spoken.ahead))[-_AHEAD:],
        opens,
        *list(encode(spoken.told or spoken.words))[:_TOLD],
        closes,
        *list(encode(spoken.behind))[:_BEHIND],
    ]
    room = LONGEST_IN_PLACE - len(who) - len(told) - 3
    before, after = list(encode(spoken.before)), list(encode(spoken.after))
    kept = max(0, min(len(before), room * 2 // 3))
    around = [*before[len(before) - kept :], *told, *after[: max(0, room - kept)]]
    pieces = [CLS, *[*who, SEP, *around][: LONGEST_IN_PLACE - 2], SEP]
    first = pieces.index(opens)
    last = pieces.index(closes) if closes in pieces else len(pieces) - 1
    asked = [int(first <= n <= last) for n in range(len(pieces))]
    return Row(pieces, asked, [int(n <= len(who) or of) for n, of in enumerate(asked)])


__all__ = ["CLS", "MARKS", "SEP", "Row", "Spoken", "by_itself", "in_place"]
