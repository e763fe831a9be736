"""A dossier told of other people, places and numbers: what a network learns from it is not the names.

Trained on the same dossiers again and again, a network learns by heart which names and numbers belong to one
claim. So each time a dossier is read, its invented names become those of other dossiers, and its figures
others, the same everywhere in it: what is one claim, and what cannot both hold, stays as it was.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

NAMED = 0.7
"""Dossiers whose names are changed when they are read."""
COUNTED = 0.5
"""Dossiers whose figures are."""
STEM = 4
"""Letters that names of one stem share at least ("Varnia", "Varnian")."""
LEAST, MOST = 3, 400
"""Figures that are changed: below and above they are mostly days, shares and years."""

OFTEN = 12
"""Dossiers from which on a word is no name of theirs: "Monday", "Agency"."""

_WORD = re.compile(r"[A-Za-zÀ-ÿ]+")
_FIGURE = re.compile(r"(?<![\d:.,/-])\d{1,3}(?![\d:.,/-]|\w)")
_TO_TWENTY = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_SAID = {word: number for number, word in enumerate(_TO_TWENTY) if number >= LEAST}
_IN_WORDS = re.compile(rf"\b(?:{'|'.join(_SAID)})\b(?!-)", re.IGNORECASE)

Dossier = dict[str, Any]


class Renamer:
    """Dossiers -> the same of other names and figures."""

    def __init__(self, dossiers: Sequence[Dossier]) -> None:
        words = [set(_WORD.findall(" ".join(_texts(each)))) for each in dossiers]
        self._common = {word for each in words for word in each if word.islower()}
        counted = Counter(word.casefold() for each in words for word in each)
        self._common |= {word for word, count in counted.items() if count >= OFTEN}
        self._pool = sorted({stem for each in words for stem in self._stems(each)})

    def told(self, dossier: Dossier, chance: random.Random) -> Dossier:
        """A dossier, mostly of other names and now and then of other figures."""
        names = self._names(dossier, chance) if chance.random() < NAMED else {}
        figures = _figures(dossier, chance) if chance.random() < COUNTED else {}
        if not names and not figures:
            return dossier

        def told(text: str) -> str:
            text = _WORD.sub(lambda found: names.get(found[0], found[0]), text)
            text = _FIGURE.sub(lambda found: str(figures.get(int(found[0]), found[0])), text)
            return _IN_WORDS.sub(lambda found: _said(found[0], figures), text)

        tellings = [
            {**each, "spoken": [told(x) if isinstance(x, str) else [*map(told, x)] for x in each["spoken"]]}
            for each in dossier["tellings"]
        ]
        return {**dossier, "tellings": tellings}

    def _stems(self, words: set[str]) -> dict[str, list[str]]:
        """The names among some words, by their stems: the longest beginning that those alike share."""
        names = sorted({word for word in words if self._is_name(word)})
        stems: dict[str, list[str]] = {}
        last = ""
        for name in names:
            if last and name.casefold().startswith(last):
                stems[last].append(name)
                continue
            last = (name[:-1] if name[-1] in "aeiouy" else name).casefold()
            stems[last] = [name]
        return stems

    def _is_name(self, word: str) -> bool:
        return len(word) >= STEM and word[0].isupper() and word.casefold() not in self._common

    def _names(self, dossier: Dossier, chance: random.Random) -> dict[str, str]:
        words = set(_WORD.findall(" ".join(_texts(dossier))))
        stems = self._stems({word if not word.isupper() else word.capitalize() for word in words})
        others = chance.sample(self._pool, len(stems)) if len(stems) <= len(self._pool) else []
        found = {}
        for (stem, names), other in zip(stems.items(), others, strict=False):
            for name in names:
                new = (other + name.casefold()[len(stem) :]).capitalize()
                found[name], found[name.upper()] = new, new.upper()
        return found


def _texts(dossier: Dossier) -> list[str]:
    return [
        text
        for each in dossier["tellings"]
        for part in each["spoken"]
        for text in ([part] if isinstance(part, str) else part)
    ]


def _figures(dossier: Dossier, chance: random.Random) -> Mapping[int, int]:
    """Figures -> others in the same order; none where two would become one."""
    text = " ".join(_texts(dossier))
    found = {int(each) for each in _FIGURE.findall(text)}
    found |= {_SAID[each.casefold()] for each in _IN_WORDS.findall(text)}
    found = {each for each in found if LEAST <= each <= MOST}
    by = chance.uniform(0.7, 1.6)
    new = {each: max(LEAST, round(each * by)) for each in found}
    return new if len(set(new.values())) == len(new) else {}


def _said(word: str, figures: Mapping[int, int]) -> str:
    new = figures.get(_SAID[word.casefold()])
    if new is None:
        return word
    told = _TO_TWENTY[new] if new < len(_TO_TWENTY) else str(new)
    return told.capitalize() if word[0].isupper() else told


__all__ = ["Renamer"]
