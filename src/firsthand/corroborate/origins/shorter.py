"""Voices told shorter the second time: "the group's director", "page four", "the author"."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from firsthand.corroborate.names.described import Described, describe
from firsthand.resources.capitals import cased

OF_THE_GROUP = re.compile(
    r"\b[Tt]he\s+(?P<own>group|organi[sz]ation|charity|agency|society|foundation|association|network|union|firm)[’']s?\s+"
    r"|\b(?:of|for)\s+the\s+(?P<of>group|organi[sz]ation|charity|agency|society|foundation|association|network|union|firm)\b"
)
ANY_GROUP = frozenset({"group", "organisation", "organization"})


NAMED_GROUP = cased(
    r"\b(?:[Tt]he|[Aa]n?)\s+(?:[\w-]+\s+){0,2}?(?P<what>group|organi[sz]ation|charity|agency|society|foundation|association|"
    r"network|union|firm)\s+(?P<name>[A-Z][\w’'-]+(?:\s+(?:of\s+(?:the\s+)?|for\s+(?:the\s+)?)?[A-Z][\w’'-]+){0,3})"
)
"""A group told by its name: "the aid group Open Hands"."""


def of_the_group(voice: Described, told: Iterable[Described], text: str) -> Described | None:
    """A mouth "of the group" as of the last body that the document let speak as one, or told by its name."""
    match = OF_THE_GROUP.search(voice.phrase) if voice.mouth and not voice.marks else None
    if match is None:
        return None
    noun = match.group("own") or match.group("of")
    for one in reversed([*told]):
        if one.kind != "organisation" or one.person or not one.marks or one.body not in OF_GROUPS:
            continue
        if noun in ANY_GROUP or noun in one.phrase.casefold():
            return _speaking_for(voice, one)
    return _of_the_group_named(voice, noun, text)


def _of_the_group_named(voice: Described, noun: str, text: str) -> Described | None:
    """The same of the last group that the text before it calls so, with its name."""
    if voice.anchor is None:
        return None
    before = NAMED_GROUP.finditer(text, max(0, voice.anchor.start - WRITTEN_AT), voice.anchor.start)
    names = [each["name"] for each in before if noun in ANY_GROUP or noun == each["what"]]
    if not names:
        return None
    one = describe(voice.document, names[-1], names[-1], "organisation", anchor=voice.anchor)
    return _speaking_for(voice, one)


def _speaking_for(voice: Described, one: Described) -> Described:
    """A mouth as of the body that it speaks for; a person keeps his name."""
    return msgspec.structs.replace(
        voice, body=one.body, marks=one.marks, side=one.side, speaks="one", mouth=False,
        kind=voice.kind if voice.person else one.kind, name=voice.name if voice.person else one.name,
    )  # fmt: skip


OF_GROUPS = (None, "civil_group", "company", "think_tank", "united_nations")
"""Bodies that a text goes on to call "the group", "the agency"."""

PART = re.compile(
    r"(?:(?:the|its)\s+(?:(?:unnamed|anonymous)\s+)?(?:authors?|writers?)|(?:the\s+|its\s+|an?\s+)?(?:\w+\s+)?"
    r"(?:page|annex|appendix|footnote|paragraph|chapter|cover\s+page)(?:\s+(?:\w+))?)",
    re.IGNORECASE,
)
"""A part of a paper, or who wrote it: they say what the paper says."""
PAPER = re.compile(
    r"\b(?:an?|the|internal|typed|secret|army|police|leaked)\s+(?:report|memo|memorandum|document|letter|paper|log|diary|"
    r"note|file|dossier)\b",
    re.IGNORECASE,
)
WRITTEN_AT = 1000
"""Characters before a part of a paper in which the paper is looked for."""


def of_the_paper(voice: Described, told: Iterable[Described], text: str) -> Described:
    """A part of a paper, or its author, as the paper that the document lets speak, or tells of, before."""
    if voice.anchor is None or voice.person or PART.fullmatch(voice.phrase) is None:
        return voice
    for one in reversed([*told]):
        if one.kind == "document" and not one.person and PAPER.search(f"the {one.phrase}"):
            return msgspec.structs.replace(one, anchor=voice.anchor)
    before = text[max(0, voice.anchor.start - WRITTEN_AT) : voice.anchor.start]
    if PAPER.search(before) is None:
        return voice
    return describe(voice.document, voice.name, "the paper", "document", anchor=voice.anchor)


FROM_INSIDE = re.compile(
    r"(?:(?:an?|the|one)\s+)?(?:[\w’'-]+\s+)?(?:internal|confidential|secret|classified|leaked)\s",
    re.IGNORECASE,
)
"""How a paper is told that its house did not mean to be read: it is no word of that house."""


GOT_OUT = re.compile(
    r",?\s+(?:a\s+copy|copies|excerpts|parts|pages)\s+of\s+which\s+(?:ha(?:s|ve|d)\s+)?(?:also\s+)?"
    r"(?:reached|came|fell|were|was|been)\b",
    re.IGNORECASE,
)
"""How a paper is told to have got out of its house: "an army document, a copy of which has reached us"."""


TOLD_THE_GROUP = re.compile(
    r"^[^.;:\"“”\n]{0,60}?\btold\s+(?:the|its)\s+(?:(?P<group>group|organi[sz]ation|charity|mission|researchers|investigators|"
    r"monitors)|newspaper|paper|station|broadcaster|site)\b"
)


def told_group(voice: Described, told: Iterable[Described], text: str) -> str | None:
    """The body named last before a voice that "told the group"; null where none is told or none was named."""
    if voice.anchor is None or voice.person:
        return None
    match = TOLD_THE_GROUP.match(text[voice.anchor.end : voice.anchor.end + 90])
    if match is None:
        return None
    medium = match.group("group") is None
    before = [
        (one.anchor, one.name)
        for one in told
        if one.anchor is not None
        and one.anchor < voice.anchor
        and (one.sort == "outlet") == medium
        and not one.person
        and (medium or (one.marks and one.kind == "organisation"))
    ]
    name = max(before)[1] if before else None
    return name.removeprefix("The ").removeprefix("the ") if name is not None else None


OF_ITS_OWN = re.compile(
    r"an?\s+(?:[\w-]+\s+)?(?:report|note|post)\s+(?:on|about|into|dated|seen|obtained|marked|stamped|signed)\b",
    re.IGNORECASE,
)
"""A report told by what it is about, which is no body's mouth."""


BOARD = re.compile(
    r"\b(?:[Tt]he|its)\s+(?P<what>council|committee|commission|union|mission|observatory|association|syndicate)"
    r"(?:[’']s?\b|\s*(?:,|$))"
)


def of_the_board(voice: Described, text: str) -> Described | None:
    """A body told by what it is ("the committee's statement") as the last that the text named so in full."""
    board = BOARD.search(voice.phrase) if not (voice.marks or voice.person) else None
    if board is None or voice.anchor is None:
        return None
    noun = board.group("what").capitalize()
    before = text[max(0, voice.anchor.start - WRITTEN_AT) : voice.anchor.start]
    named = cased(rf"(?:[A-Z][\w’'-]+[ ]){{1,3}}{noun}\b").findall(before)
    if not named:
        return None
    name = re.sub(r"^(?:The|A|An)\s", "", named[-1])
    made = describe(voice.document, name, name, "organisation", anchor=voice.anchor)
    return msgspec.structs.replace(made, phrase=name, contact=voice.contact) if made.marks else None


def shorter(voice: Described, told: Iterable[Described], text: str) -> Described:
    """A voice told shorter as the one that it takes up; a paper from inside as no word of its house."""
    leaked = voice.anchor is not None and GOT_OUT.match(text, voice.anchor.end) is not None
    if voice.kind == "document" and (FROM_INSIDE.match(voice.phrase) or (leaked and voice.body)):
        return msgspec.structs.replace(voice, body=None, side="open", speaks="one")
    if voice.kind == "document" and OF_ITS_OWN.match(voice.phrase):
        return msgspec.structs.replace(voice, mouth=False)
    known = [*told]
    if (board := of_the_board(voice, text)) is not None:
        return board
    return of_the_group(voice, known, text) or of_the_paper(voice, known, text)
