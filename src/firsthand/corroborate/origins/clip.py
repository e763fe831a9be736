"""A telling of what a document saw in a clip, or found by examining one: the clip is its first hand."""

from __future__ import annotations

import re

from firsthand.corroborate.names.described import describe
from firsthand.corroborate.origins.document import Carrier
from firsthand.corroborate.origins.own_words import CLIP, Found, paragraph_of, sentence_at, voice_before
from firsthand.corroborate.telling.values import Telling
from firsthand.schema import Because, Span

VERIFIES = re.compile(
    r"\b(?:verif\w+|geolocat\w+|established|examined|compared|analy[sz]ed|match\w*|frame\s+by\s+frame|can\s+see|"
    r"shows?|can\s+be\s+seen|is\s+seen|are\s+seen|this\s+is\s+the\s+moment|filmed|recorded)\b",
    re.IGNORECASE,
)
IN_CLIP = re.compile(
    r"\b(?:in|on)\s+(?:the|this|that)\s+(?:\w+\s+){0,2}?(?P<clip>video|clip|footage|film|recording)\b(?!\s+(?:released|"
    r"published|posted|statement|address|message))",
    re.IGNORECASE,
)
"""How a description of what a clip shows opens: it goes on to the end of its paragraph."""
IMAGE = re.compile(r"(?:images?|imagery|pictures?|frames?)$", re.IGNORECASE)
FROM_ABOVE = re.compile(r"\b(?:satellites?|from (?:space|orbit))\b", re.IGNORECASE)
"""Words by which a document's images are those of a satellite, also where "the image" says no more."""


EXAMINED = re.compile(
    r"\b[Ww]e\s+(?:have\s+)?(?:bought|obtained|examined|analy[sz]ed|studied|compared|downloaded|ordered|received|looked\s+at|"
    r"went\s+through)\s+(?:[\w’'-]+\s+){0,4}?(?P<clip>video|clip|footage|film|recording|images?|imagery|frames?|"
    r"pictures?|photo(?:graph)?s?)\b"
)
"""How a group that looks into pictures says which it goes by: "we bought a picture that a satellite took"."""


def examined_clip(telling: Telling, of: Carrier) -> Found | None:
    """The picture that the paragraph says its publisher examined, before it tells what is on it."""
    text = of.document.text
    paragraph = paragraph_of(telling, of)
    match = EXAMINED.search(text, paragraph.start, max(paragraph.start, telling.anchors[0].start))
    if match is None:
        return None
    anchor = Span(*match.span("clip"))
    said = anchor.words(text)
    from_above = "satellite " if FROM_ABOVE.search(text[paragraph.start : paragraph.end]) else ""
    voice = describe(of.document.id, said.lower(), from_above + said, "footage", frozenset(), anchor)
    return voice, Because(rule="origin.verified_clip", anchors=(anchor,), note="says what the clip shows")


def verified_clip(telling: Telling, of: Carrier, mention: Span | None = None) -> Found | None:
    """The clip, where a document tells what it saw in it or found by examining it: this adds no hand."""
    text = of.document.text
    where = sentence_at(text, telling.anchors[0].start)
    seen = VERIFIES.search(text, where.start, where.end)
    paragraph = paragraph_of(telling, of)
    inside = IN_CLIP.search(text, paragraph.start, max(where.end, paragraph.start))
    if inside is not None and not voice_before(of, telling.anchors[0].start, paragraph.start):
        seen, mention = inside, Span(*inside.span("clip"))
    clips = [Span(*match.span()) for match in CLIP.finditer(text, where.start, where.end)]
    own = [each for each in clips if not COMPARED_WITH.search(text[max(0, each.start - 60) : each.start])]
    told = CLIP.search(text, paragraph.start, where.start) if clips and not own else None
    spoken_of = Span(*told.span()) if told else None
    anchor = next((each for each in (*own, spoken_of, mention, *clips) if each is not None), None)
    if not seen or anchor is None:
        return None
    said = anchor.words(text)
    from_above = "satellite " if IMAGE.match(said) and FROM_ABOVE.search(text) else ""
    voice = describe(of.document.id, said.lower(), from_above + said, "footage", frozenset(), anchor)
    return voice, Because(rule="origin.verified_clip", anchors=(anchor,), note="says what the clip shows")


COMPARED_WITH = re.compile(
    r"\b(?:compar\w+|match\w*|check\w*)\b[^.;:]{0,50}\b(?:with|against|to)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$"
    r"|\b(?:older|earlier|archive|archived|previous|reference|street-view)\s+$",
    re.IGNORECASE,
)
"""What stands before pictures that a clip was held against: they are not what is told of."""
