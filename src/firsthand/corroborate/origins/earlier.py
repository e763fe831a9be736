"""What a medium says that it has told before, or takes from another: "an item published here on Tuesday"."""

from __future__ import annotations

import re

from firsthand.corroborate.names.bodies import body_of
from firsthand.corroborate.names.described import Described, describe
from firsthand.corroborate.names.publishers import is_medium, names_publisher
from firsthand.corroborate.origins.document import Carrier
from firsthand.corroborate.origins.own_words import Found, goes_on, sentence_at, shown
from firsthand.corroborate.telling.values import Telling
from firsthand.resources.capitals import cased
from firsthand.schema import Because, Span

STORY = (
    r"(?:items?|articles?|stor(?:y|ies)|reports?|posts?|pieces?|headlines?|versions?|bulletins?|editions?|broadcasts?|"
    r"dispatch(?:es)?|captions?|graphics?|briefs?|notices?|columns?|alerts?|messages?)"
)
OURSELVES = (
    r"(?:site|website|newspaper|paper|channel|page|station|agency|magazine|programme|feed|edition|issue|"
    r"blog|bulletin)"
)
DAY = r"(?:yesterday|today|last\s+week|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|last\s+\w+day)"
OWN_STORY = re.compile(
    rf"(?:our|my)\s+(?:own\s+)?(?:[\w-]+\s+){{0,2}}?{STORY}\b"
    rf"|(?:an?|the|one)\s+(?:[\w-]+\s+){{0,3}}?{STORY}\b[^.!?\n\"“”]{{0,50}}?"
    rf"(?:\b(?:published|printed|posted|run|carried|broadcast|aired|put\s+out)\s+(?:here|by\s+us)\b"
    rf"|\b(?:on|in|of)\s+(?:this|our|{DAY}[’']s)\s+(?:own\s+)?(?:{OURSELVES}|{STORY})\b"
    r"|\b(?:that\s+|which\s+)?we\s+(?:had\s+|have\s+)?(?:ran|run|published|printed|carried|posted|aired|wrote|written|broadcast)\b)",
    re.IGNORECASE,
)
"""The publisher's own earlier story: "an item published here on Tuesday", "a story we ran"."""
BEHIND = 90
"""Characters from the opening of a voice in which the words say that it is the publisher's own story."""


def own_story(voice: Described, of: Carrier) -> bool:
    """Whether a voice of a medium is its own earlier story, which knows no more than it told then."""
    if of.own is not None or voice.anchor is None:
        return False
    return OWN_STORY.match(of.document.text[: voice.anchor.start + BEHIND], voice.anchor.start) is not None


CREDIT = cased(
    r"\(\s*(?:[Ss]ource:\s*|via\s+)?(?P<who>(?:the\s+)?[A-Z][^()\n]{2,40}?)\s*\)\s*[.;]?\s*(?=$|\n|[A-Z])"
)
AS_TOLD = cased(
    r"\b[Aa]s\s+(?P<who>(?:the\s+)?[A-Z][\w’'&-]+(?:\s+(?:(?:of|del?|la|the)\s+)*[A-Z][\w’'-]+){0,4})\s+"
    r"(?:ha[ds]\s+|have\s+)?(?:\w+ly\s+|first\s+|already\s+)?(?:made\s+(?:it\s+)?(?:clear|plain|known)|pointed\s+out|noted|"
    r"reported|revealed|shown|showed|established|told|wrote|written|explained|put\s+it)\b"
)


def credited(telling: Telling, of: Carrier) -> Described | None:
    """The medium in brackets behind a sentence, or that told it before: "as the Echo had made clear"."""
    text = of.document.text
    sentence = sentence_at(text, telling.anchors[0].start)
    until = min(len(text), sentence.end + 60)
    match = AS_TOLD.search(text, sentence.start, sentence.end)
    if match is None:
        match = CREDIT.search(text, telling.anchors[-1].end - 1, until)
        between = text[telling.anchors[-1].end - 1 : match.start()] if match else ""
        match = None if re.search(r"[.!?]\s+\S", between) else match
    if match is None or not is_medium(match.group("who")):
        return None
    who = match.group("who").removeprefix("the ")
    if names_publisher(who, of.document.publisher):
        return None
    return describe(of.document.id, who, who, "outlet", anchor=Span(match.start("who"), match.end("who")))


AS_SAYS = cased(
    r"\bnot\s+[^,.;:\"“”]{1,60}?,?\s+as\s+(?P<who>(?:the\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,3}?)\s+(?:ha[sd]\s+)?"
    r"(?:maintain(?:s|ed)?|claim(?:s|ed)?|insist(?:s|ed)?|says?|said|assert(?:s|ed)?|allege[sd]?|state[sd]?|announced|"
    r"reported|put\s+it|had\s+it|has\s+it)\b"
)
"""Whose a figure is that somebody rejects by the way: "sixteen, not nine as the government maintains"."""


def as_another_says(telling: Telling, of: Carrier) -> Found | None:
    """The body whose figure a telling names as not so, whoever says that it is not."""
    first, text = telling.anchors[0], of.document.text
    match = AS_SAYS.search(text, max(0, first.start - len("not ")), min(len(text), first.end + AFTER))
    if match is None or match.start() > first.start + len("and not ") or body_of(match.group("who")) is None:
        return None
    who, anchor = match.group("who"), Span(match.start("who"), match.end("who"))
    voice = describe(of.document.id, who, who, "organisation", anchor=anchor)
    return voice, Because(rule="origin.who_speaks", anchors=(anchor,), note=f"{shown(voice)} says it")


AFTER = 60
"""Characters after a figure in which the words say whose it is."""

GOES_BACK = re.compile(
    r"[\"”’']?\s*(?:The\s+(?:victims?|dead|killed|wounded|injured|bodies|corpses|casualties|fatalities|deceased|"
    r"missing|survivors)|All\s+of\s+(?:them|the\s+\w+)|Most\s+of\s+(?:them|the\s+\w+)|Among\s+(?:them|the\s+\w+)|They)\b"
)
"""How a sentence goes on with those of whom the one before told."""


def source_follows(telling: Telling, of: Carrier) -> Found | None:
    """The only voice of a report, where it speaks of those of whom the lead told without a source.

    "Twelve died in the tunnel. The victims had burnt eyes, said the physician": he counted them, too.
    """
    text = of.document.text
    lead = sentence_at(text, telling.anchors[0].start)
    if GOES_BACK.match(text, lead.end) is None:
        return None
    voices = {each.name: each for each in of.voices.values()}
    voice = next(iter(voices.values())) if len(voices) == 1 else None
    if voice is None or voice.anchor is None or not goes_on(voice) or voice.body not in KNOW_THE_DEAD:
        return None
    after = sentence_at(text, min(len(text) - 1, lead.end + 2))
    if not after.holds(voice.anchor):
        return None
    note = f"goes on with what {voice.name} says"
    return voice, Because(rule="origin.source_follows", anchors=(voice.anchor,), note=note)


KNOW_THE_DEAD = frozenset({"hospital", "police", "rescue", "ambulance", "health", "justice", "people", None})
"""Bodies that count the hurt and the dead, and people by name."""
