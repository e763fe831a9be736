"""The chain of a claim: from the publisher to the voice nearest the event."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

import msgspec

from firsthand.schema import (
    Attribution,
    Chain,
    Document,
    FootageMention,
    Reading,
    Span,
    Spans,
    Voice,
    words,
)


def links_of(by_id: Mapping[str, Attribution], attribution: Attribution | None) -> list[Attribution]:
    """An attribution and those that it stands in, the outermost first."""
    links: list[Attribution] = []
    while attribution is not None and attribution not in links:
        links.append(attribution)
        attribution = by_id.get(attribution.parent or "")
    return links[::-1]


def chain_of(
    reading: Reading,
    links: Iterable[Attribution],
    anchors: Spans,
    opening: Chain = (),
    aliases: Mapping[str, str] = MappingProxyType({}),
) -> Chain:
    """The voices from the publisher to the last of `links`, for the claim whose words stand at `anchors`.

    Footage is followed by who released it, where the text says so: they are nearer to the event. `opening` is
    who speaks around all of it, as in an answer of an interview; `aliases` are other names of voices. "I" and
    "we" are whoever speaks around them, in the publisher's own text the publisher.
    """
    chain = [publisher(reading.document), *opening]
    for each in links:
        if own_denial(each):
            chain[-1] = msgspec.structs.replace(chain[-1], cue=words(reading.document.text, each.cue))
            continue
        footage = clip_of(reading, each)
        voice = link(reading.document.text, each, anchors)
        if _OWN_RECORD.match(voice.name):
            chain[-1] = msgspec.structs.replace(chain[-1], cue=words(reading.document.text, each.cue))
            continue
        if voice.name.lower() in _SPEAKER:
            voice = msgspec.structs.replace(voice, name=chain[-1].name, kind=chain[-1].kind)
        elif voice.name in aliases:
            voice = msgspec.structs.replace(voice, name=aliases[voice.name], kind="person")
        if voice.name == chain[-1].name and voice.anchor is not None:
            chain[-1] = _joined(chain[-1], voice)
            continue
        chain.append(msgspec.structs.replace(voice, name=footage.what) if footage else voice)
        if footage is not None and footage.released_by is not None:
            chain.append(footage.released_by)
    return tuple(chain)


def own_denial(attribution: Attribution | None) -> bool:
    """Whether whoever speaks calls untrue what nobody is named for: "reports of a siege are false".

    So with what there is no evidence of: whoever speaks says that it is not known.
    """
    if attribution is None or attribution.source:
        return False
    if attribution.polarity == "+" and attribution.certainty != "unknown":
        return False
    return any(reason.rule.removeprefix("attribution.") in _CALLED_UNTRUE for reason in attribution.because)


_CALLED_UNTRUE = frozenset(
    {
        "called_untrue",
        "it_is_untrue",
        "post_is_untrue",
        "were_untrue",
        "dismissed",
        "there_is_none",
        "verdict",
        "false_noun",
    }
)
NO_ONE = "no one named"
_SPEAKER = frozenset({"i", "we", "me", "us"})
"""Words for whoever speaks."""
_OWN_RECORD = re.compile(
    r"(?:our|my)\s+(?:own\s+)?(?:\w+\s+){0,2}?(?:checks?|counts?|tally|records?|registers?|figures|data|inquiry|"
    r"investigations?|estimates?|analysis|research|review|assessment|lists?|logs?|files|information)\b",
    re.IGNORECASE,
)
"""What whoever speaks found out itself: "our own check of the registers"."""
_NO_NAME = frozenset((
    "nobody", "no one", "no-one", "none", "it", "this", "that", "these", "those", "which", "what", "who",
    "one",
    "you", "he", "she", "they", "him", "her", "them", "his", "their", "there", "here",
))  # fmt: skip
"""Words that stand for a voice and could not be resolved, or for none: they name nobody."""


def _joined(outer: Voice, inner: Voice) -> Voice:
    """One voice that speaks of itself ("she said she believed") is one link, with both cues and hedges."""
    cue = " … ".join(filter(None, (outer.cue, inner.cue)))
    hedge = " … ".join(filter(None, (outer.hedge, inner.hedge)))
    return msgspec.structs.replace(inner, cue=cue or None, hedge=hedge or None)


def of_this_claim(attribution: Attribution, anchors: Spans) -> Attribution:
    """An attribution as it bears on one claim: a content of several sentences is not equally sure of each."""
    for part in attribution.parts:
        if any(anchor.overlaps(Span(part.start, part.end)) for anchor in anchors):
            return msgspec.structs.replace(attribution, certainty=part.certainty, hedges=part.hedges)
    return attribution


BARE = frozenset(
    [
        "the",
        "this",
        "that",
        "same",
        "new",
        "now",
        "viral",
        "disputed",
        "footage",
        "video",
        "videos",
        "clip",
        "clips",
        "film",
        "recording",
        "images",
    ]
)
"""Words of a mention that says nothing of its own of the clip it means."""


def clip_of(reading: Reading, attribution: Attribution) -> FootageMention | None:
    """The clip that an attribution names as its source, at its fullest mention.

    "The footage" is the one clip whose release the text tells of, where there is only one.
    """
    if attribution.source_kind != "footage" or not attribution.source:
        return None
    own = [each for each in reading.footage if any(span.overlaps(each.span) for span in attribution.source)]
    if own and own[0].released_by is not None:
        return own[0]
    released = [each for each in reading.footage if each.released_by is not None]
    said = words(reading.document.text, attribution.source).lower().split()
    if len(released) == 1 and all(word in BARE for word in said):
        return released[0]
    return own[0] if own else None


def publisher(document: Document) -> Voice:
    """The outermost voice: who published the document, or its file name where nobody says."""
    return Voice(name=document.publisher or document.name or "unknown publisher", kind="outlet")


def link(text: str, attribution: Attribution, anchors: Spans) -> Voice:
    """One attribution as a link of a chain; of its hedges those that bear on the claim at `anchors`."""
    beside = (*anchors, *attribution.cue)
    hedges = tuple(hedge for hedge in attribution.hedges if any(hedge.overlaps(span) for span in beside))
    name = attribution.source_name or NO_ONE
    return Voice(
        name=NO_ONE if name.lower() in _NO_NAME else name,
        kind=attribution.source_kind,
        cue=words(text, attribution.cue) or None,
        anchor=attribution.source[0] if attribution.source else None,
        hedge=words(text, hedges) or None,
        attribution=attribution.id,
        party_to_conflict=attribution.party_to_conflict,
    )
