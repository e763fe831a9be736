"""What makes two figures answer each other: "not fourteen", and things that came to one end."""

from __future__ import annotations

import re

from firsthand.corroborate.telling.measure import NUMBERS
from firsthand.corroborate.telling.values import Telling

STATES = {
    "lost": re.compile(
        r"\b(?:lost|destroy(?:ed|s)?|burn(?:t|ed)|torched|gutted|razed|in ashes|ashes|levelled|flattened|"
        r"gone|fire took|went up in)\b",
        re.IGNORECASE,
    ),
    "flooded": re.compile(r"\b(?:flooded|under ?water|submerged|inundated)\b", re.IGNORECASE),
    "shut": re.compile(r"\b(?:closed|shut|did not open|never opened)\b", re.IGNORECASE),
    "stolen": re.compile(r"\b(?:stolen|looted|robbed|carried off|missing)\b", re.IGNORECASE),
}
"""Words that tell of one end that things came to."""


def state(telling: Telling) -> str | None:
    """The end that the things of a telling came to; null where its words tell of none, or of two."""
    found = [name for name, words in STATES.items() if words.search(telling.piece)]
    return found[0] if len(found) == 1 else None


def one_state(a: Telling, b: Telling) -> bool:
    """Whether two figures count things that came to one end: "two schools burned", "five in ashes"."""
    return state(a) is not None and state(a) == state(b)


TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}

NOT_SO_MANY = re.compile(
    r"\b(?:not|rather than|instead of)\s+(?:the\s+)?(?P<n>\d[\d,]*|[a-z]+(?:-[a-z]+)?)\b", re.IGNORECASE
)
"""Words by which a figure is set right: "forty-one boxes were lost, not fourteen"."""


def set_right(telling: Telling, other: Telling) -> bool:
    """Whether a telling gives its own figure and says that it is "not" the other's."""
    if telling.figure is None or other.figure is None or telling.measure != other.measure:
        return False
    told = {_number(match["n"].lower()) for match in NOT_SO_MANY.finditer(telling.text)} - {None}
    return other.figure.max in told and telling.figure.max not in told


def _number(word: str) -> float | None:
    digits = word.replace(",", "")
    if digits.isdecimal():
        return float(digits)
    tens, _, ones = word.partition("-")
    if tens in TENS and (not ones or ones in NUMBERS):
        return float(TENS[tens] + NUMBERS.get(ones, 0))
    return float(NUMBERS[word]) if word in NUMBERS else None
