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


class _Folded(dict[int, str]):
    """What each character becomes, worked out when it is first met: nothing, a space, or letters."""

    def __missing__(self, code: int) -> str:
        spread = unicodedata.normalize("NFKD", chr(code).casefold().translate(_LETTERS))
        plain = "".join(c for c in spread if not unicodedata.combining(c)).translate(_LETTERS)
        self[code] = _BREAKS.sub(" ", _MARKS.sub("", plain))
        return self[code]


_FOLDED = _Folded()


@lru_cache(maxsize=1 << 15)
def fold(name: str) -> str:
    """The key of a name: without case, diacritics, apostrophes and full stops, hyphens as spaces.

    >>> fold("Kup’iansk-Vuzlovyi"), fold("U.S."), fold("Saint-Étienne")
    ('kupiansk vuzlovyi', 'us', 'st etienne')
    """
    words = (name.lower() if name.isascii() and name.isalpha() else name.translate(_FOLDED)).split()
    return " ".join([_SHORT.get(word, word) for word in words])
