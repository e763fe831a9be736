"""A sentence in which the publisher itself speaks: "our correspondent saw", "we could not find"."""

from __future__ import annotations

import re

from firsthand.corroborate.names_described import Described
from firsthand.corroborate.origins_document import Carrier
from firsthand.schema import Span

OURS = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
QUOTED = re.compile(r"[\"“][^\"“”]*(?:[\"”]|$)")
SPEAKS_FOR_US = re.compile(r"(?:we|our|i|us)\b", re.IGNORECASE)
WITHIN = 4000
"""Characters around a sentence in which a quotation that holds it may open or close."""
FOUND = re.compile(r"\bfound$", re.IGNORECASE)
FOUND_OUT = re.compile(
    r"\s+(?:that|no|out|nothing|evidence|it|this|an?\s+(?:earlier|older|previous|different)|the\s+(?:same|original|earliest))\b"
)
"""What is found by looking things up, not by being there: "we found that", "we found an earlier copy"."""


def speaks_itself(of: Carrier, sentence: Span, paragraph: Span) -> bool:
    """Whether a medium says "we" or "our" in a sentence, outside quotation marks.

    False for the paper of a body, whose "we" is that body. A quotation that its paragraph does not close
    runs to the end of it, as quotations of several paragraphs do.
    """
    if of.own is not None:
        return False
    start = min(max(paragraph.start, sentence.start - WITHIN), sentence.start)
    end = min(max(paragraph.end, sentence.end), sentence.end + WITHIN)
    bare = QUOTED.sub(lambda match: " " * len(match.group()), of.document.text[start:end])
    return OURS.search(bare, sentence.start - start, sentence.end - start) is not None


def is_publisher_itself(voice: Described, of: Carrier) -> bool:
    """Whether a voice of a medium is its own people: "our correspondent", "we"."""
    nameless = not (voice.marks or voice.person)
    return of.own is None and nameless and SPEAKS_FOR_US.match(voice.phrase) is not None


def looked_up(seen: re.Match[str], text: str) -> bool:
    """Whether "we found" tells of a search ("we found an earlier copy"), not of what one saw."""
    return FOUND.search(seen.group()) is not None and FOUND_OUT.match(text, seen.end()) is not None
