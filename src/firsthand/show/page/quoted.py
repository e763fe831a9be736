"""Words of a text within what stands around them, as a page shows them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

AROUND = 160
"""Characters shown on each side, cut back to whole words."""


class Quoted(NamedTuple):
    """A passage: what stands before, the words meant (in pieces), what stands after."""

    before: str
    pieces: tuple[tuple[bool, str], ...]
    """(whether it is meant, words), in text order."""
    after: str


def quoted(text: str, spans: Sequence[tuple[int, int]]) -> Quoted:
    """The words of the spans within their paragraph. Overlapping spans are shown as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted((max(0, s), min(len(text), e)) for s, e in spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif start < end:
            merged.append((start, end))
    if not merged:
        return Quoted("", (), "")
    first, last = merged[0][0], merged[-1][1]
    pieces: list[tuple[bool, str]] = []
    at = first
    for start, end in merged:
        if at < start:
            pieces.append((False, text[at:start]))
        pieces.append((True, text[start:end]))
        at = end
    return Quoted(_before(text, first), tuple(pieces), _after(text, last))


def _before(text: str, end: int) -> str:
    start = max(text.rfind("\n", 0, end) + 1, end - AROUND)
    words = text[start:end]
    cut = start > 0 and text[start - 1] != "\n"
    return "… " + words[words.find(" ") + 1 :] if cut and " " in words else words


def _after(text: str, start: int) -> str:
    stop = text.find("\n", start)
    end = min(len(text) if stop < 0 else stop, start + AROUND)
    words = text[start:end]
    cut = end < len(text) and text[end] != "\n"
    return words[: words.rfind(" ")] + " …" if cut and " " in words else words
