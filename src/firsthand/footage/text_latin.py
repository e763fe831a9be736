"""Frames -> words, by RapidOCR, where tesseract is not installed: Latin letters and figures only.

Its bundled model (PP-OCR, Chinese and English) knows no Cyrillic, and reads Cyrillic words as Latin ones that
look like them. So words that consist of letters which both alphabets have are left out, and lines that it is
not sure of.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import import_module, metadata
from importlib.util import find_spec
from typing import Any

from firsthand.footage.text_words import Line, around

PACKAGE, MODULE = "rapidocr-onnxruntime", "rapidocr_onnxruntime"
SURE = 0.9
"""The least confidence of a line: Cyrillic captions are read as Latin letters with up to .85."""
_LATIN = re.compile(r"[\x21-\x7e\u00a0-\u024f]+")
_BOTH = frozenset("ABCEHIJKMOPSTXYaceijopsxy")
"""Letters of which Latin and Cyrillic have one that looks the same."""


def installed() -> str | None:
    """Its name and version (`RapidOCR 1.4.4`); null where it is not installed."""
    if find_spec(MODULE) is None:
        return None
    try:
        return f"RapidOCR {metadata.version(PACKAGE)}"
    except metadata.PackageNotFoundError:
        return None


@lru_cache(maxsize=1)
def _engine() -> Any:
    return import_module(MODULE).RapidOCR(intra_op_num_threads=1, inter_op_num_threads=1, use_cls=False)


def read(image: Any, time_s: float) -> list[Line]:
    """The lines of one picture."""
    import numpy as np

    found, _ = _engine()(np.asarray(image.convert("RGB"))[:, :, ::-1])
    return lines_of(found or [], time_s)


def lines_of(found: list[Any], time_s: float) -> list[Line]:
    """What the engine gives (corners, text, confidence) as lines, what it cannot know left out."""
    lines = []
    for corners, text, sure in found:
        words = [word for word in str(text).split() if _LATIN.fullmatch(word) and not _either(word)]
        if words and float(sure) >= SURE:
            box = around([(int(x), int(y), int(x), int(y)) for x, y in corners])
            lines.append(Line(" ".join(words), time_s, box, float(sure)))
    return lines


def _either(word: str) -> bool:
    """Whether a word may as well be a Cyrillic one."""
    letters = [c for c in word if c.isalpha()]
    return bool(letters) and all(c in _BOTH for c in letters)
