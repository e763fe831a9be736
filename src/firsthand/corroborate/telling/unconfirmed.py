"""Tellings of what nobody stands for: no evidence found, left open, or only quoted as a claim to check.

"The monitor found no evidence that soldiers were killed" does not tell that soldiers were killed, nor surely
that none were; "could not establish whether" tells neither. Both stand beside what is told, never within it.
"""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from firsthand.corroborate.telling.values import Telling
from firsthand.schema import Claim

NONE_FOUND = re.compile(
    r"\b(?:f(?:ou|i)nds?|saw|sees?|seen|ha[sd]|have|uncovered|discovered|detected|obtained|(?:is|was|were|are))"
    r"\s+(?:\w+\s+){0,2}?no\s+(?:\w+\s+){0,2}?(?:evidence|signs?|traces?|proof|indications?)\b",
    re.IGNORECASE,
)
"""No evidence was found: "found no evidence", "saw no sign", "there was no trace"."""

LEFT_OPEN = re.compile(
    r"(?:\b(?:could|can|did|ha[sd]|have|was|were|been)(?:\s+(?:so far|yet))?(?:\s+not|n['’]t)\b"
    r"|\bcannot\b|\bunable to\b|\b(?:has|have|had) yet to\b|\bimpossible to\b|\bno (?:way|means) to\b)"
    r"(?:\s+(?:\w+ly|be|been|able|possible|to|it|yet)\b){0,4}\s+"
    r"(?:establish|confirm|verif|determin|ascertain|authenticat|corroborat|substantiat|prove|proven)\w*",
    re.IGNORECASE,
)
"""It was left open: "could not establish whether", "has not been independently confirmed"."""

QUOTED_TO_CHECK = re.compile(
    r"[\W_]*(?:(?:the|viral|false|main)\s+)?(?:claim|rumou?r|allegation|what was claimed|what is claimed)s?"
    r"[*_]*\s*(?:\d+\s*)?[:–—][*_]*\s+",
    re.IGNORECASE,
)
"""How a fact-check puts the words that it examines: "Claim: ..."."""

Unconfirmed = Literal["no evidence", "open"]


def unconfirmed(telling: Telling, claim: Claim, text: str) -> Telling:
    """The telling, marked where its document found no evidence for it, left it open, or only examines it."""
    found = _of(telling, claim, text)
    if found == "no evidence":
        return msgspec.structs.replace(telling, unconfirmed=found, polarity="-", certainty="possible")
    return msgspec.structs.replace(telling, unconfirmed=found, certainty="unknown") if found else telling


def _of(telling: Telling, claim: Claim, text: str) -> Unconfirmed | None:
    at = telling.anchors[0].start
    line = text.rfind("\n", 0, at) + 1
    before = text[line : line + LABEL]
    if telling.polarity == "+" and (label := QUOTED_TO_CHECK.match(before)) and line + label.end() <= at + 1:
        return "open"
    said = [*(voice.cue or "" for voice in claim.chain), telling.piece]
    if any(NONE_FOUND.search(words) for words in said):
        return "no evidence"
    return "open" if any(LEFT_OPEN.search(words) for words in said) else None


LABEL = 60
"""Characters at the opening of a line in which a label may stand."""
