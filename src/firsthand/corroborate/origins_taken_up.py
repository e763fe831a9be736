"""Voices that take up a body named in full before: "the ministry", "one of the sources", "its"."""

from __future__ import annotations

import re

import msgspec

from firsthand.corroborate.names_bodies import body_of, words
from firsthand.corroborate.names_described import Described
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
