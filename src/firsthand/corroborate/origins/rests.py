"""What a voice goes by, as the sentence after its own says: "the figure rests on the Echo's report"."""

from __future__ import annotations

import re

from firsthand.resources.capitals import cased

RESTS_AFTER = re.compile(
    r"\b(?:its|their|his|her|the|this|that)\s+(?:\w+\s+)?(?:assessments?|findings?|figures?|numbers?|counts?|toll|tally|estimates?|claim|"
    r"allegation|conclusions?|account)\s+(?:\w+\s+)?(?:rests?|rested|relies|relied|(?:is|was|are|were)\s+(?:based|taken)|draws|"
    r"drew|comes|came|goes\s+back|went\s+back)\s+(?:\w+ly\s+)?(?:on|upon|from|to)\s+(?P<who>[\w’' -]{3,80})"
)
"""How the sentence after it says what a voice goes by: "the assessment rests on the report of the Echo"."""
WITHIN_TWO = 260
"""Characters after a sentence in which it may say so."""
THEIR_WORK = cased(
    r"(?:the|an?|its|their)?\s*(?:\w+\s+)?(?:reports?|lists?|figures|counts?|records?|data|work|findings|information|tall(?:y|ies)|"
    r"registers?|surveys?|testimony|account)\s+(?:(?:compiled|collected|kept|drawn\s+up|gathered|made)\s+)?(?:of|by|from)\s+(?:the\s+)?"
    r"(?=[A-Z])"
)
"""What of a body one goes by, before its name: "the lists of the"."""


def rests_after(text: str, start: int, end: int) -> re.Match[str] | None:
    """Where the words after a sentence, say what its speaker goes by; not "its own staff"."""
    match = RESTS_AFTER.search(text, start, min(len(text), max(start, end), start + WITHIN_TWO))
    return match if match and not OWN.match(match.group("who")) else None


OWN = re.compile(r"(?:its|our|their)\s+own\b")
