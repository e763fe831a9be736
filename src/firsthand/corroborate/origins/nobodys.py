"""What is nobody's: told by media that are not named, or by a post that goes round without an author."""

from __future__ import annotations

import re

from firsthand.corroborate.names.described import Described, describe
from firsthand.corroborate.origins.document import Carrier
from firsthand.corroborate.origins.own_words import sentence_at
from firsthand.corroborate.telling.values import Telling
from firsthand.schema import Span

IN_THE_MEDIA = re.compile(
    r"\b(?:is|are|was|were|been|being)\s+(?:\w+ly\s+)?(?:reported|published|carried|told|repeated)\s+(?:in|by|on|across)\s+"
    r"(?P<who>(?:the\s+)?(?:several|some|many|various|other|most|local|national|foreign|regional|social|numerous|different|"
    r"a\s+number\s+of|the)\s+(?:\w+\s+)?(?:media|outlets|newspapers|papers|sites|websites|channels|publications|reports))\b",
    re.IGNORECASE,
)
"""What a document says to have been told by media that it does not name."""


def in_the_media(telling: Telling, of: Carrier) -> Described | None:
    """The media without a name by which the sentence of a telling says that it was told."""
    where = sentence_at(of.document.text, telling.anchors[0].start)
    match = IN_THE_MEDIA.search(of.document.text, where.start, where.end)
    if match is None:
        return None
    name = match.group("who")
    return describe(of.document.id, name, name, "unnamed", anchor=Span(*match.span("who")))


POST = re.compile(
    r"(?:an?|the|one|some|several|many|anonymous|unsigned)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:posts?|messages?|threads?|leaflets?|flyers?|recordings?|voice\s+notes?)\b",
    re.IGNORECASE,
)
GOES_ROUND = re.compile(
    r"[^.;:\"“”\n]{0,60}?(?:\b(?:shared|forwarded|circulat\w+|spread\w*|going\s+round|doing\s+the\s+rounds|reposted|copied)\b"
    r"|\bwhose\s+(?:author|origin|sender|source)\b|\b(?:by|from)\s+(?:an?\s+)?(?:anonymous|unknown|unnamed|unidentified)\b)",
    re.IGNORECASE,
)
"""How a post is told of that nobody is known to have written."""


def of_no_author(voice: Described, of: Carrier) -> bool:
    """Whether a voice is a post or a message that the words say goes round, by nobody known."""
    if voice.person or voice.anchor is None or not POST.match(voice.anchor.words(of.document.text)):
        return False
    return GOES_ROUND.match(of.document.text, voice.anchor.end) is not None


__all__ = ["in_the_media", "of_no_author"]
