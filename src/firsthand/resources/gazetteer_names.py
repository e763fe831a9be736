"""How a place name becomes the key that it is looked up by."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans({
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ħ": "h", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th",
    "ə": "a", "ё": "е", "ґ": "г",
    # Arabic: forms of alef, ya and ta marbuta are written one for the other; the tatweel only stretches.
    "آ": "ا", "أ": "ا", "إ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ـ": None,
})  # fmt: skip
# Apostrophes, hamza and ayin marks, the Cyrillic soft sign of a transliteration, full stops: all
# written or left out.
_MARKS = re.compile(r"['’‘`´ʻʼʿʾ′.\u200c\u200d\u00ad\u200e\u200f]")
_BREAKS = re.compile(r"[\s\-‐‑–—_/]+")
_SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}


@lru_cache(maxsize=1 << 15)
def fold(name: str) -> str:
    """The key of a name: without case, diacritics, apostrophes and full stops, hyphens as spaces.

    >>> fold("Kup’iansk-Vuzlovyi"), fold("U.S."), fold("Saint-Étienne")
    ('kupiansk vuzlovyi', 'us', 'st etienne')
    """
    if name.isascii():
        plain = name.lower()
    else:
        spread = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
        plain = "".join(c for c in spread if not unicodedata.combining(c)).translate(_LETTERS)
    words = _BREAKS.sub(" ", _MARKS.sub("", plain)).split()
    return " ".join(_SHORT.get(word, word) for word in words)
