"""Patterns in which A-Z stands for every Latin capital: Ülo and Šarka are names as Ivan is."""

from __future__ import annotations

import re
from functools import lru_cache

_FURTHER = [chr(code) for code in (*range(0x100, 0x250), *range(0x1E00, 0x1F00))]
LATIN = "A-ZÀ-ÖØ-Þ" + "".join(letter for letter in _FURTHER if letter.isupper())
"""Every Latin capital, as the inside of a class of characters."""
LATIN_SMALL = "a-zß-öø-ÿ" + "".join(letter for letter in _FURTHER if letter.islower())
"""Every small Latin letter, likewise."""


@lru_cache(maxsize=256)
def cased(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A compiled pattern, each "A-Z" and "a-z" in its classes widened to the letters with accents."""
    return re.compile(pattern.replace("A-Z", LATIN).replace("a-z", LATIN_SMALL), flags)
