"""What the publisher's own reporter on the spot sees, told in plain words in a live page.

"Our reporter Mina Sorel is at the gate." A post later: "Soldiers have just fired tear gas." Nobody is named
for it, and yet it has a first hand: the reporter who stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from firsthand.resources.own_reporters import own_reporters
from firsthand.resources.parser import Parse, Token
from firsthand.resources.posts import stamps
from firsthand.rules import rule
from firsthand.schema import Because, Document, Span, Spans


@rule(
    "first_hand.reporter_there",
    means="What a live page tells in plain words while its own reporter is on the spot has a first hand.",
    fires="14:05 [Our reporter Mina Sorel is at] the gate.\n\n14:20 Soldiers have just fired into the crowd.",
    silent="14:05 The mayor Mina Sorel is at the gate.\n\n14:20 Soldiers have just fired into the crowd.",
    gives={"first_hand": True},
)
def reporter_there(document: Document, words: Sequence[Token]) -> tuple[bool | None, Because | None] | None:
    """The words tell of now, in a post behind the one that sets the reporter there, or in that one."""
    if not words:
        return None
    before = [span for span in own_reporters(document.text) if span.start <= words[-1].start]
    if not before:
        return None
    last = before[-1]
    between = document.text[last.end : max(last.end, words[0].start)]
    same = not _ENDS.search(between)
    now = any(t.tag in ("VBZ", "VBP") for t in words) and len(stamps(document)) > 1
    return (True, reporter_there.because(last)) if same or now else None


_ENDS = re.compile(r"\n|[.!?]\s")


def behind_stamps(anchors: Spans, posted: Iterable[Span], parse: Parse) -> Spans:
    """The words of a claim without the time stamp of the post that they open."""
    if not anchors:
        return anchors
    first = anchors[0]
    stamp = next((span for span in posted if span.start <= first.start < span.end), None)
    if stamp is None or stamp.end >= first.end:
        return anchors
    token = parse.tokens[parse.first_from(stamp.end)]
    return (Span(max(stamp.end, token.start), first.end), *anchors[1:])
