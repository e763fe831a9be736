"""Names of people and bodies, compared across documents that spell them differently."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*\.?")

SPELT = (
    ("shch", "s"), ("sch", "s"), ("tch", "c"), ("kh", "h"), ("gh", "h"), ("zh", "z"), ("sh", "s"),
    ("ch", "c"), ("ph", "f"), ("ts", "c"), ("tz", "c"), ("ck", "k"), ("dzh", "j"), ("dj", "j"),
    ("ou", "u"), ("oo", "u"), ("iu", "u"), ("yu", "u"), ("ia", "a"), ("ya", "a"), ("ie", "e"), ("ye", "e"),
    ("io", "o"), ("yo", "o"), ("ii", "i"), ("iy", "i"), ("yi", "i"), ("yy", "i"), ("ij", "i"),
    ("y", "i"), ("j", "i"), ("w", "v"), ("q", "k"), ("x", "ks"), ("g", "h"),
)  # fmt: skip
"""Spellings of one sound in the common romanisations of Cyrillic and Arabic, the longer first."""

ALIKE = 0.84
"""Share of letters (difflib) from which two surnames are one name: one letter in seven may differ."""
FORENAME = 0.6
"""The same for forenames, which are shortened and translated more freely (Oleksandr, Alexander)."""


@lru_cache(maxsize=8192)
def plain(word: str) -> str:
    """A word in lower case without accents, apostrophes and a possessive ending."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return re.sub(r"[’']s?$|[’']", "", bare.casefold()).rstrip(".")


@lru_cache(maxsize=8192)
def sound(word: str) -> str:
    """A word with the spellings of one sound made one: Mykhailo and Mihailo, Ghazi and Gazi."""
    made = plain(word)
    for spelt, heard in SPELT:
        made = made.replace(spelt, heard)
    return re.sub(r"(.)\1+", r"\1", made)


def name_parts(name: str) -> tuple[str, ...]:
    """The words of a name that are written as names: in capitals, or numbers of units (14th)."""
    words = [match.group() for match in WORD.finditer(name)]
    return tuple(word for word in words if word[:1].isupper() or word[:1].isdigit())


def _near(one: str, other: str, share: float) -> bool:
    a, b = sound(one), sound(other)
    return a == b or (min(len(a), len(b)) > 3 and SequenceMatcher(None, a, b).ratio() >= share)


def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of people can be one: the same surname, and forenames that do not part.

    "Gorlan", "I. Gorlan", "Igor Gorlan" and "Ihor Gorlań" are one; Anna and Ivan Gorlan are two.
    """
    if not one or not other or not _near(one[-1], other[-1], ALIKE):
        return False
    a, b = one[0], other[0]
    if len(one) == 1 or len(other) == 1:
        return True
    if len(plain(a)) == 1 or len(plain(b)) == 1:
        return sound(a)[:1] == sound(b)[:1]
    return _near(a, b, FORENAME)


def same_mark(one: str, other: str) -> bool:
    """Whether two proper words name one thing: Vostria, Vostrian, Vostrians; 14th and 14."""
    a, b = plain(one), plain(other)
    if a[:1].isdigit() or b[:1].isdigit():
        return re.sub(r"\D", "", a) == re.sub(r"\D", "", b)
    shared = 0
    for left, right in zip(a, b, strict=False):
        if left != right:
            break
        shared += 1
    least = min(len(a), len(b))
    return sound(a) == sound(b) or (shared >= 4 and shared >= least - 2 and abs(len(a) - len(b)) <= 4)


def marks_agree(one: frozenset[str], other: frozenset[str], generic: frozenset[str]) -> bool:
    """Whether two sets of proper words can belong to one body: one is empty, or they share a word.

    `generic` words ("Committee") are shared by many bodies and tell none from another beside further ones:
    "the Committee" can be the Relief Committee; the Relief Committee is not the Election Committee.
    """
    if not one or not other:
        return True
    shared = {plain(a) for a in one for b in other if same_mark(a, b)}
    return bool(shared - generic) or bool(shared and min(len(one), len(other)) == 1)
