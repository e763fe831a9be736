"""Whose account a document carries in its own words: who says "My name is", whose turn of a recording it is,
whom the publisher says it heard.

An account told in the first person outside quotation marks is no medium's knowledge: it is the word of the
one who gave it, and goes on through the sentences that are told plainly after it.
"""

from __future__ import annotations

import re
from itertools import islice

import msgspec

from firsthand.corroborate.names.described import Described, describe
from firsthand.corroborate.names.publishers import is_medium, names_publisher
from firsthand.corroborate.origins.document import Carrier
from firsthand.corroborate.origins.own_words import voice_before
from firsthand.corroborate.telling.values import Telling
from firsthand.resources.capitals import cased
from firsthand.schema import Because, Span

Found = tuple[Described, Because]
QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")
OPENS = r"(?:(?<=[.!?:;]\s)|(?<=\n)|^)"
NAME = r"[A-Z][\w’'-]+(?:\s+(?:[a-z]{1,3}\s+)?[A-Z][\w’'-]+){0,3}"
INTRODUCED = cased(
    rf"{OPENS}(?:[Mm]y\s+name\s+is\s+(?P<who>{NAME})|(?:I\s+am|I[’']m)\s+(?P<called>{NAME})"
    r"(?<!ian)(?<!ese)(?<!ish)(?<!ist)(?=\s*[.,;]|\s+and\s+(?:I|my)\b))"
)
"""How one who tells his own begins: "My name is Dhaifa", "I am Tem Orlu, and I"."""
TURN = cased(rf"{OPENS}(?P<who>[A-Z]{{3,}}(?:\s[A-Z]{{2,}}){{0,2}}):\s")
"""Whose turn of a recording begins: "DRIVER: They came at noon"."""
ON_AIR = frozenset(
    (
        *(
            "presenter",
            "host",
            "anchor",
            "newsreader",
            "reader",
            "narrator",
            "studio",
            "voiceover",
            "moderator",
        ),
        *("interviewer", "reporter", "correspondent", "question", "note", "update", "correction", "claim"),
        *("verdict", "breaking", "editor", "chair", "live", "clerk"),
    )
)
"""Who asks in a recording, and what else stands in capitals before a colon."""
FIRST_PERSON = re.compile(r"\b(?:I|my|me|we|our|us)\b|\b(?:My|We|Our)\b")
TITLE = (
    r"(?:Father|Mother|Sister|Brother|Captain|Doctor|Dr|Mr|Mrs|Ms|Mama|Abbot|Deacon|Imam|Pastor|Skipper|"
    r"Nurse|Aunt|Uncle)"
)
CALLED = cased(
    rf"{OPENS}(?P<who>(?:{TITLE}\.?\s+)?{NAME}|(?:The|An?)\s+[a-z][\w’'-]*(?:\s+[a-z][\w’'-]*){{0,3}}?)\s+(?:has\s+|had\s+)?"
    r"(?:telephoned|phoned|rang|radioed|got\s+through|called\s+in|called\s+us|rang\s+us|wrote\s+to\s+us|is\s+on\s+the\s+line)"
    r"(?:\s+(?:us|home|the\s+\w+))?(?:\s+(?:at|from|by|on|in|this|last|again|before|after|during|to)\b[^.!?\n]{1,60})?[.:]\s"
)
"""Who got through to a publisher, in a sentence that says no more: "Father Tadeos telephoned at noon."."""
MET = cased(
    rf"{OPENS}We\s+(?:have\s+|had\s+)?(?:spoke|spoken|talked|met|sat|gave\s+(?:tea|coffee|bread|soup|shelter|a\s+bed)|"
    r"gave\s+[a-z]+|took\s+in|sheltered|fed|reached|heard|telephoned|rang|visited)\s+"
    r"(?:(?:in|by|over|on)\s+[\w ]{2,20}\s+)?(?:with\s+|to\s+|from\s+)?"
    rf"(?P<who>(?:{TITLE}\.?\s+)?{NAME}|(?:the|a)\s+[a-z][\w’'-]*)(?=[\s.,])[^.!?\n\"“”]{{0,60}}[.:]\s"
)
"""Whom a publisher says it met, in a sentence that says no more: "We gave tea to Captain Orlu."."""
NOT_WHO = frozenset({"The", "This", "That", "Nobody", "None", "They", "He", "She", "It", "We", "Our"})
PEOPLE_THERE = frozenset(
    {"scene", "site", "place", "spot", "town", "city", "village", "house", "school", "hospital", "area"}
)
OF_OURS = re.compile(r"\s*(?:We|Our|I)\b")
FEW = 60
"""Turns and openings of a document that are looked at."""


def narrator(telling: Telling, of: Carrier) -> Found | None:
    """Who tells, in the first person and outside quotation marks, what a document carries as its words."""
    first, last = telling.anchors[0].start, telling.anchors[-1].end
    start, text = _bare(of, first, max(last, first + 1))
    turns = [each for each in islice(TURN.finditer(text), FEW) if each.start() <= first - start]
    if turns:
        name = turns[-1].group("who").lower()
        if ON_AIR.isdisjoint(name.split()) and FIRST_PERSON.search(text, turns[-1].end()):
            return _made(_moved(turns[-1], "who", start), f"the {name}", of, "tells it")
        return None
    start, text = _bare(of, 0, min(first + 1, OPENING))
    match = INTRODUCED.search(text)
    if match is None:
        return None
    group = "who" if match.group("who") else "called"
    return _made(_moved(match, group, start), match.group(group), of, "tells it")


def heard(telling: Telling, of: Carrier) -> Found | None:
    """Whom the sentence before says the publisher heard: what follows in the paragraph is their word."""
    at = telling.anchors[0].start
    start, text = _bare(of, at, at)
    found = [match for pattern in (CALLED, MET) for match in islice(pattern.finditer(text), FEW)]
    if not found:
        return None
    match = max(found, key=lambda each: each.end())
    who = match.group("who")
    head = who.split()
    if (head[0] in NOT_WHO and len(head) == 1) or head[-1].lower() in PEOPLE_THERE:
        return None
    if is_medium(who) or names_publisher(who, of.document.publisher):
        return None
    after = text[match.end() :]
    opens = max((each.end() for each in re.finditer(r"[.!?:]\s+", after)), default=0)
    ours = match.re is MET and OF_OURS.match(of.document.text, start + match.end() + opens)
    if ours or voice_before(of, at, start + match.end()) is not None:
        return None
    return _made(_moved(match, "who", start), who, of, "has told it to the publisher")


WITHIN = 1200
"""Characters before a telling in which the turn, or those whom the publisher heard, are looked for."""
OPENING = 3000
"""Characters at the opening of a document in which one who tells his own gives his name."""


def _bare(of: Carrier, at: int, end: int) -> tuple[int, str]:
    """The paragraph of a place as far as a point, quotations blanked, and where it starts."""
    start = max(of.document.text.rfind("\n", 0, at) + 1, at - WITHIN)
    words = of.document.text[start:end]
    return start, QUOTED.sub(lambda match: " " * len(match.group()), words)


def _moved(match: re.Match[str], group: str, by: int) -> Span:
    return Span(match.start(group) + by, match.end(group) + by)


def _made(anchor: Span, name: str, of: Carrier, how: str) -> Found:
    for known in of.voices.values():
        if known.anchor is not None and known.anchor.overlaps(anchor):
            return known, _why(anchor, known.name, how)
    made = describe(of.document.id, name, name, "person", frozenset(), anchor)
    if made.sort == "open" or made.body == "people":
        made = msgspec.structs.replace(made, body="people", contact=True)
    return made, _why(anchor, made.name, how)


def _why(anchor: Span, name: str, how: str) -> Because:
    return Because(rule="origin.narrator", anchors=(anchor,), note=f"{name} {how}")
