"""Words that have their voice elsewhere in the document: a headline's quotation, a sentence's own subject."""

from __future__ import annotations

import re

from firsthand.corroborate.origins.document import Carrier
from firsthand.corroborate.origins.own_words import Found, shown
from firsthand.corroborate.telling.values import Telling
from firsthand.schema import Because

OURS = re.compile(r"(?:our|we|this)\b", re.IGNORECASE)
QUOTED = re.compile(r"[\"“]([^\"“”]{8,200})[\"”]")


def quoted_below(telling: Telling, of: Carrier) -> Found | None:
    """The voice of a headline's quotation: the one whose words they are in the text below it."""
    text, first = of.document.text, telling.anchors[0]
    head = of.document.paragraphs[0] if of.document.paragraphs else first
    if not head.holds(first) or head.words(text).rstrip(' "”’').endswith("."):
        return None
    ends = head.end
    for quoted in QUOTED.finditer(text, head.start, head.end):
        if not (quoted.start() <= first.end and first.start <= quoted.end()):
            continue
        at = text.find(quoted.group(1).rstrip(".,;!? "), ends)
        for span, name in of.order:
            if span.start <= at < span.end:
                voice = of.voices[name]
                anchors = (voice.anchor,) if voice.anchor is not None else ()
                note = f"{shown(voice)} says it in the text below"
                return voice, Because(rule="origin.quoted_below", anchors=anchors, note=note)
    return None


def names_its_voice(telling: Telling, of: Carrier) -> bool:
    """Whether a telling only describes a voice that goes on to speak ("residents who spoke to us")."""
    first = telling.anchors[0]
    return not telling.matters and any(
        voice.anchor is not None
        and (of.own is None or not OURS.match(voice.phrase))
        and voice.anchor.start == first.start
        and first.holds(voice.anchor)
        for voice in of.voices.values()
    )
