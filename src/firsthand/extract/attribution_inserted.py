"""Voices set between commas inside what they say: "The convoy, the brigade said in a note, turned back"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.extract.attribution_grammar import FINITE, Scene
from firsthand.resources.parser import Token

_LONGEST_SOURCE, _LONGEST_REST = 12, 9
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_NO_SOURCE = frozenset(
    {"and", "but", "or", "who", "which", "that", "whom", "whose", "while", "as", "if", "when"}
)


@dataclass(frozen=True, slots=True)
class Inserted:
    """Where a voice stands between commas: the tokens of both commas, and the head word of its source."""

    comma: int
    closing: int
    head: Token


def inserted_at(scene: Scene, token: Token, group: Sequence[Token], low: int, high: int) -> Inserted | None:
    """The commas around a cue and its source, where the words before and behind make one clause.

    By place, as the parse hangs the verb of such a clause now here, now there: before the first comma stands
    no finite verb, behind the second one a finite verb without a subject of its own.
    """
    if token.tag not in ("VBD", "VBZ", "VBP", "VBN") or not (group[0].tag in FINITE or token.tag == "VBD"):
        return None
    comma = _comma_before(scene, group[0].i, low)
    closing = _comma_behind(scene, group[-1].i + 1, high)
    if comma is None or closing is None or not _goes_on(scene, closing, high):
        return None
    source = scene.tokens[comma + 1 : group[0].i]
    if not _lacks_its_verb(scene, low, comma, token) or not any(t.pos in _NOMINAL for t in source):
        return None
    inside = {t.i for t in source}
    heads = [t for t in source if t.pos in _NOMINAL and t.head.i not in inside]
    return Inserted(comma, closing, heads[-1] if heads else [t for t in source if t.pos in _NOMINAL][-1])


def _comma_before(scene: Scene, start: int, low: int) -> int | None:
    """The comma right before a noun phrase that ends where the cue starts."""
    for i in range(start - 1, max(low, start - _LONGEST_SOURCE) - 1, -1):
        token = scene.tokens[i]
        if token.text == ",":
            return i if i < start - 1 else None
        if token.tag in FINITE or token.pos == "PUNCT" or token.lower in _NO_SOURCE:
            return None
    return None


def _comma_behind(scene: Scene, start: int, high: int) -> int | None:
    """The comma behind the cue, with no more between than where, when and to whom it was said."""
    for i in range(start, min(high, start + _LONGEST_REST)):
        token = scene.tokens[i]
        if token.text == ",":
            return i
        if token.tag in FINITE or token.tag in ("TO", "WP", "WDT", "VBG") or token.lower == "that":
            return None
        if token.pos == "PUNCT":
            return None
    return None


def _goes_on(scene: Scene, closing: int, high: int) -> bool:
    """Whether a finite verb follows the second comma, adverbs aside."""
    for token in scene.tokens[closing + 1 : min(high, closing + 4)]:
        if token.tag in FINITE:
            return True
        if token.pos != "ADV":
            return False
    return False


def _lacks_its_verb(scene: Scene, low: int, comma: int, token: Token) -> bool:
    """Whether the words before the first comma name something and say nothing of it yet."""
    before = [t for t in scene.tokens[low:comma] if scene.level(t) == scene.level(token)]
    start = next((i for i in range(len(before) - 1, -1, -1) if before[i].text in (";", ":")), -1)
    before = before[start + 1 :]
    return any(t.pos in _NOMINAL for t in before) and not any(t.tag in FINITE for t in before)
