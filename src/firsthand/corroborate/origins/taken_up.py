"""Voices that take up a body named in full before: "the ministry", "one of the sources", "its"."""

from __future__ import annotations

import re

import msgspec

from firsthand.corroborate.names.bodies import body_of, words
from firsthand.corroborate.names.described import HEAD_ENDS, Described, describe
from firsthand.resources.capitals import cased
from firsthand.schema import Attribution


def of_the_ministry(voice: Described, text: str) -> Described:
    """A bare ministry ("the ministry", "a ministry spokeswoman") as the last that the text named in full."""
    if voice.body != "ministry" or voice.marks or voice.anchor is None:
        return voice
    before = text[max(0, voice.anchor.start - NAMED_AT) : voice.anchor.start]
    for match in reversed(list(words().body.finditer(before))):
        body = body_of(match.group())
        if body is not None and body.name in MINISTERIAL and MINISTRY.search(match.group()):
            return msgspec.structs.replace(voice, body=body.name, side=body.side, speaks=body.speaks)
    return voice


def one_of_the_sources(voice: Described, text: str) -> Described:
    """A bare "one of the sources", as of the body whose sources the text spoke of ("security sources")."""
    if (
        voice.body != "authorities"
        or voice.marks
        or voice.anchor is None
        or not TAKEN_UP.fullmatch(voice.phrase)
    ):
        return voice
    before = text[max(0, voice.anchor.start - NAMED_AT) : voice.anchor.start]
    for match in reversed(list(SOURCES.finditer(before))):
        body = body_of(match.group())
        if body is not None and body.name != "authorities" and body.speaks == "one":
            return msgspec.structs.replace(voice, body=body.name, side=body.side, speaks=body.speaks)
    return voice


TAKEN_UP = re.compile(
    r"(?:(?:one|two|another|some|both)\s+of\s+)?the\s+(?:sources?|officials?)|(?:one|another|both)\s+(?:source|official)s?",
    re.IGNORECASE,
)
SOURCES = re.compile(r"\b[a-z]{3,}\s+(?:sources?|officials?)\b", re.IGNORECASE)


MINISTERIAL = frozenset({"military", "interior", "government", "health", "justice", "security", "rescue"})
MINISTRY = re.compile(r"minist(?:ry|er)", re.IGNORECASE)
NAMED_AT = 1200
"""Characters before a bare ministry in which its full name is looked for."""


def still_spoken_of(body: Described | None, each: Attribution, text: str) -> Described | None:
    """The body that "its" may mean, unless a sentence between opens with another ("The police")."""
    if body is None or body.anchor is None or not each.source:
        return body
    start = max(body.anchor.end, each.source[0].start - SPOKEN_WITHIN)
    for match in words().body.finditer(text, start, max(start, each.source[0].start)):
        other = body_of(match.group())
        if other is None or other.name in ("people", "authorities", body.body) or other.speaks != "one":
            continue
        if OPENS_WITH_BODY.search(text, max(0, match.start() - 60), match.start()):
            return None
    return body


SPOKEN_WITHIN = 240
"""Characters before a voice in which another body may have been spoken of."""
OPENS_WITH_BODY = re.compile(r"(?:[.!?][\"”]?\s+|\n)The\s+(?:[a-z][\w-]+\s+){0,2}$")


ISSUED = cased(
    r"(?P<who>[A-Z][\w’'-]+(?:\s+(?:(?:of|the|for)\s+)*[A-Z][\w’'-]+)*)\s+(?:has\s+|had\s+)?"
    r"(?:published|issued|released|put\s+out|posted)\s+(?:an?|its|the|their)\s+(?:\w+\s+)?"
    r"(?:statement|communique|communiqué|report|bulletin|post|press\s+release)\b"
)


def mentioned(voice: Described, text: str) -> Described:
    """A bare mouth ("its director") as of the body that the text last spoke of, voice or not."""
    if not voice.mouth or voice.marks or voice.anchor is None or FOR_ANOTHER.search(voice.phrase):
        return voice
    before = text[max(0, voice.anchor.start - SPOKEN_OF) : voice.anchor.start]
    if issued := list(ISSUED.finditer(before)):
        who = issued[-1].group("who")
        made_by = describe(voice.document, who, who, "organisation", anchor=voice.anchor)
        return msgspec.structs.replace(made_by, phrase=voice.phrase, contact=voice.contact)
    bodies = [match.group() for match in words().body.finditer(before)]
    if whose := WHOSE_OFFICE.search(voice.phrase):
        of = whose.group("of") or whose.group("own")
        bodies = [body for body in bodies if of in ANY_BODY or body.casefold().endswith(of)]
    mouth = re.findall(r"[^\W\d_]+", HEAD_ENDS.split(voice.phrase)[0])[-1:]
    joined = [body for body in bodies if mouth and re.search(rf"{re.escape(body)}\s+{mouth[0]}\b", before)]
    bodies = joined or bodies
    made = [body for body in map(body_of, reversed(bodies)) if body and body.speaks == "one"]
    if not made or made[0].name == "authorities":
        return voice
    return msgspec.structs.replace(voice, body=made[0].name, side=made[0].side, mouth=False)


FOR_ANOTHER = re.compile(r"\bfor\s+(?:the|an?)\s+(?!group\b|organi[sz]ation\b|body\b)[a-z]\w+")
"""A mouth that says for whom it speaks, whoever those are ("a spokesman for the movement")."""
WHOSE_OFFICE = re.compile(
    r"\b(?:of|for)\s+the\s+(?P<of>[a-z]\w+)[’']?(?=\s*(?:,|$))|\b[Tt]he\s+(?P<own>[a-z]\w+)[’']s?\s+\w+"
)
"""Whose office a mouth is said to hold: "the head of the service", "the site's manager"."""
ANY_BODY = frozenset({"group", "organisation", "organization", "body", "movement", "agency", "institution"})
SPOKEN_OF = 240
"""Characters before a bare mouth in which the body that it speaks for is looked for."""
