"""A text that speaks of a clip -> which of its mentions can mean that clip, and what the text tells of it.

A text may speak of a video, of a second one, and of a satellite picture: not all of it is one clip.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from firsthand.schema import Claim, FootageMention, Reading, Span, Voice

_STILL = re.compile(
    r"\b(?:images?|imagery|photos?|photographs?|pictures?|stills?|screenshots?)$", re.IGNORECASE
)
_TAKEN_BY = (
    ("satellite picture", re.compile(r"\b(?:satellites?|orbital)\b", re.IGNORECASE)),
    (
        "security camera's recording",
        re.compile(r"\b(?:cctv|security[ -]camera|surveillance|doorbell)\b", re.IGNORECASE),
    ),
    ("dashboard camera's recording", re.compile(r"\bdash(?:board)?[ -]?cam(?:era)?\b", re.IGNORECASE)),
    ("body camera's recording", re.compile(r"\b(?:body|helmet)[ -]?(?:worn )?cam(?:era)?\b", re.IGNORECASE)),
    ("drone's recording", re.compile(r"\b(?:drones?|aerial|quadcopter|uav)\b", re.IGNORECASE)),
)
_APART = re.compile(
    r"\b(?:another|other|second|third|fourth|different|separate|unrelated)(?:\s+\w+){0,2}$", re.IGNORECASE
)
_SAME = re.compile(r"\b(?:same|identical|very|first|original)(?:\s+\w+){0,2}$", re.IGNORECASE)
_KNOWN = re.compile(r"\b(?:the|this|that|these|those|its|their|his|her)(?:\s+\w+){0,2}$", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:it|this|that|they|these|those|which)", re.IGNORECASE)
_SHOWS = re.compile(r"\b(?:shows?|showed|showing|depict(?:s|ed|ing)?)\b", re.IGNORECASE)
_BEFORE = 24
"""Characters before a mention among which the words stand that say which one is meant."""


class _Seen(NamedTuple):
    """A mention: what took the picture, null where the text does not say, and which one it means."""

    mention: FootageMention
    taken_by: str | None
    which: str

    @property
    def still(self) -> bool:
        return bool(_STILL.search(self.mention.what)) or self.taken_by == _TAKEN_BY[0][0]

    @property
    def released_by(self) -> str | None:
        return self.mention.released_by.name.casefold() if self.mention.released_by else None


def left_out(reading: Reading, kind: str, fitting: Collection[str] = ()) -> dict[str, str]:
    """The mentions (`f4`) that cannot be a clip of this kind, `video` or `still`, or mean another one; why.

    `fitting`: mentions that are known to fit. The clip is taken for the first that fits, else for the first
    of its kind. What the text calls another one, what another camera took or somebody else put out is left
    out, with what goes on about it ("the video" after "a second video"), until "the first" or "the same".
    """
    seen = [_seen(reading.document.text, mention) for mention in reading.footage]
    found = {each.mention.id: _unlike(each, kind) for each in seen if each.still != (kind == "still")}
    rest = [each for each in seen if each.mention.id not in found]
    first = next((each for each in rest if each.mention.id in fitting), rest[0] if rest else None)
    another = False
    for each in rest:
        if first is None or each is first or each.mention.id in fitting:
            another = False
        elif each.mention.end <= first.mention.start:
            another = each.taken_by != first.taken_by
        else:
            another = _another(each, first, another)
        if another:
            found[each.mention.id] = "the text tells it apart from the one before"
    return found


def _another(each: _Seen, first: _Seen, so_far: bool) -> bool:
    """Whether a mention means another clip than the first, given what the one before it meant."""
    if each.which == "same":
        return False
    if each.which == "apart":
        return True
    if each.taken_by is not None and each.taken_by == first.taken_by:
        return False
    if each.which == "known":
        return so_far
    released = (each.released_by, first.released_by)
    elsewhere = None not in released and released[0] != released[1]
    return so_far or each.taken_by != first.taken_by or elsewhere


def _unlike(each: _Seen, kind: str) -> str:
    if kind == "still":
        return "it is a recording, the clip is a still"
    return f"a {each.taken_by or 'picture'} is no video"


def _seen(text: str, mention: FootageMention) -> _Seen:
    before = text[max(0, mention.start - _BEFORE) : mention.start]
    sentence = re.split(r"[.!?\n]", before)[-1]
    words = f"{sentence} {mention.what}"
    which = next(
        (
            name
            for name, shape in (("same", _SAME), ("apart", _APART), ("known", _KNOWN))
            if shape.search(words.rstrip())
        ),
        "new",
    )
    taken_by = next((name for name, shape in _TAKEN_BY if shape.search(mention.what)), None)
    return _Seen(mention, taken_by, which)


def told_of(
    reading: Reading, mentions: set[str], kind: str, refused: Collection[str] = ()
) -> Iterator[Claim]:
    """The claims that go back to the footage of some mentions (`d1.f0`): what the text says the clip shows.

    A mention and a voice are one where their words overlap, or where the voice is a pronoun behind the
    mention. Other voices of the same name go with it, unless the text tells them apart. A claim that is
    itself among `mentions` (`d1.c4`) is told of the clip; one among `refused` is not.
    """
    document = reading.document.id
    fitting = {name.partition(".")[2] for name in mentions}
    tied = {m.id for m in reading.footage if f"{document}.{m.id}" in mentions}
    out = {m.id for m in reading.footage if f"{document}.{m.id}" in refused} | set(
        left_out(reading, kind, fitting)
    )
    names = {
        voice.name
        for claim in reading.claims
        for voice in claim.chain
        if voice.kind == "footage" and _mention(reading, voice) in tied
    }
    for claim in reading.claims:
        name = f"{document}.{claim.id}"
        meant = [(v.name, _mention(reading, v)) for v in claim.chain if v.kind == "footage"]
        goes = any(of in tied or (said in names and of not in out) for said, of in meant)
        goes = goes or (not meant and _shown_in(reading, claim, tied))
        if name not in refused and (goes or name in mentions):
            yield claim


def _mention(reading: Reading, voice: Voice) -> str | None:
    """The mention that a voice is: the one that it overlaps, else the last one of its name before it."""
    if voice.anchor is None:
        return next((m.id for m in reading.footage if m.what == voice.name), None)
    span = Span(*voice.anchor)
    here = next((m.id for m in reading.footage if span.overlaps(m.span)), None)
    if here is not None:
        return here
    before = [m for m in reading.footage if m.end <= span.start]
    alike = [m for m in before if m.what == voice.name or voice.name.endswith(m.what)]
    if not alike and _PRONOUN.fullmatch(span.words(reading.document.text)):
        alike = before
    return alike[-1].id if alike else None


def _shown_in(reading: Reading, claim: Claim, tied: Collection[str]) -> bool:
    """Whether a claim is a whole sentence that says of a mention what it shows."""
    return any(
        anchor.holds(mention.span) and _SHOWS.search(reading.document.text, mention.end, anchor.end)
        for mention in reading.footage
        if mention.id in tied
        for anchor in claim.anchors[:1]
    )
