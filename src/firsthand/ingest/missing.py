"""Whether words are missing from a text, as where the links of a page were taken out with their words."""

from __future__ import annotations

import re

_MISSING = re.compile(
    r"\baccording to(?=[ \t]*[,.;](?:\s|\Z))"
    r"|\b(?:by|with|from|to|of|the|told)[ \t]+(?=[,;](?:\s|\Z)|\.(?:\s+(?!\.)|\Z))"
    r"|(?:,|\bthe)[ \t]{2,}(?:reported|said|wrote)\b"
    r"|, the (?:reported|said)(?=\.(?:\s|\Z))|(?P<alone>, (?:reported|said)(?=\.(?:\s|\Z)))",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?\n]\s")
_BEFORE = 30


def notices(text: str) -> tuple[str, ...]:
    """A notice with the first such place; none where nothing seems to be missing.

    "As first reported by , the dam broke", "the dam broke, the  reported.", "according to ." Where the words
    around close up without a trace nothing is told. One pass.
    """
    gap = next((each for each in _MISSING.finditer(text) if not _behind_apposition(text, each)), None)
    if gap is None:
        return ()
    words = " ".join(text[max(0, gap.start() - _BEFORE) : gap.end() + 2].split())
    why = "what is read there may be cut short, or name the wrong voice."
    return (f"Words seem to be missing, as where links were taken out (first at “…{words}”): {why}",)


def _behind_apposition(text: str, gap: re.Match[str]) -> bool:
    """ "The chief, Omar Moro, said.": nothing is missing where another comma stands before."""
    if gap["alone"] is None:
        return False
    before = text[max(0, gap.start() - _LONGEST_SENTENCE) : gap.start()]
    return "," in _SENTENCE.split(before)[-1]


_LONGEST_SENTENCE = 400
