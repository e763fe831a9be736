"""How the evidence for a claim stands."""

from __future__ import annotations

from typing import Literal

from firsthand.schema.anchor import Value
from firsthand.schema.because import Reasons


class Verdict(Value, frozen=True, kw_only=True):
    """In words, and on the two Admiralty scales, which are never merged (NATO AJP-2.1).

    `reliability` of a source, A to F, comes from the user's own grading alone; `credibility` of the
    information, 1 to 6, is suggested as far as independence and contradiction allow.
    """

    words: str
    credibility: Literal[1, 2, 3, 4, 5, 6] | None = None
    reliability: Literal["A", "B", "C", "D", "E", "F"] | None = None
    because: Reasons = ()
