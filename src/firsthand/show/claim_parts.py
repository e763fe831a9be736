"""One claim that tells two things -> its parts: each with its own words, its when, where and how many.

`c4` becomes `c4a`, `c4b`, ...: an id never comes to mean other words than it meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from string import ascii_lowercase
from typing import Any

import msgspec

from firsthand.case import Decision
from firsthand.schema import Because, Claim, Event, Reading, Span, Spans, words
from firsthand.schema.errors import UnknownOption

MOST = len(ascii_lowercase)
LEFT_OUT = re.compile(r"\s*(?:\.\.\.|…)\s*")
"""What stands in a quotation for words that are left out."""
_LOOSE = " \t\r\n,;:–—"


def names(claim: str, count: int) -> tuple[str, ...]:
    """What the parts of a claim are called."""
    return tuple(f"{claim}{letter}" for letter in ascii_lowercase[:count])


def in_parts(claim: Claim, reading: Reading, decision: Decision) -> tuple[Claim, ...] | None:
    """The parts of a claim as a person cut it; null where the cut is unreadable or lies outside of it."""
    try:
        cut = msgspec.convert(decision.value["parts"], tuple[Spans, ...])
    except (msgspec.ValidationError, KeyError, TypeError):
        return None
    inside = all(_inside(span, claim.anchors) for spans in cut for span in spans)
    if not inside or not 2 <= len(cut) <= MOST or not all(cut):
        return None
    note = f"a part of {claim.id} by decision of {decision.actor}, {decision.at[:10]}"
    return tuple(
        _part(claim, name, [*cut[:n], *cut[n + 1 :]], spans, reading, note)
        for n, (name, spans) in enumerate(zip(names(claim.id, len(cut)), cut, strict=True))
    )


def _part(
    claim: Claim, name: str, others: Sequence[Spans], spans: Spans, reading: Reading, note: str
) -> Claim:
    def own(ids: tuple[str, ...], values: Iterable[Any]) -> tuple[str, ...]:
        at = {each.id: each.span for each in values}
        return tuple(each for each in ids if _belongs(at.get(each), spans, others))

    return msgspec.structs.replace(
        claim,
        id=name,
        anchors=spans,
        text=" ".join(words(reading.document.text, (span,)) for span in spans),
        event=_event(claim, spans, others, reading.events),
        when=own(claim.when, reading.times),
        where=own(claim.where, (*reading.places, *reading.regions)),
        how_many=own(claim.how_many, reading.quantities),
        because=(Because(rule="decision", anchors=spans, note=note), *claim.because),
    )


def _belongs(span: Span | None, own: Spans, others: Sequence[Spans]) -> bool:
    """A value belongs to the part that holds its words; to each where none does ("on Friday, ...")."""
    if span is None or any(Span(*span).overlaps(each) for each in own):
        return True
    return not any(Span(*span).overlaps(each) for spans in others for each in spans)


def _event(claim: Claim, own: Spans, others: Sequence[Spans], events: Iterable[Event]) -> str | None:
    """The event whose word stands in the part: that of the claim, else the first there."""
    at = {each.id: each.trigger for each in events}
    if claim.event is None or _belongs(at.get(claim.event), own, others):
        return claim.event
    return next((name for name, span in at.items() if any(_inside(span, (each,)) for each in own)), None)


def _inside(span: Span, anchors: Spans) -> bool:
    return any(each.start <= span[0] < span[1] <= each.end for each in anchors)


def cut_at(claim: Claim, reading: Reading, said: Sequence[str]) -> tuple[Spans, ...]:
    """Where a person cuts a claim: at the words with which its second part begins, or in the words of each
    part, as they stand there, "..." for words between. Raises `UnknownOption` where they do not stand there.
    """
    text = reading.document.text
    if len(said) > MOST:
        raise UnknownOption(f"A claim is split in at most {MOST} parts.")
    quoted = [_found(each, claim, text) for each in said]
    parts = (
        [_before(quoted[0][0].start, claim.anchors, text), _after(quoted[0][0].start, claim.anchors)]
        if (len(quoted) == 1)
        else quoted
    )
    if not all(any(c.isalnum() for c in words(text, spans)) for spans in parts):
        raise UnknownOption(f"Each part must have words of its own. {claim.id} reads: {_shown(claim, text)}")
    if len(set(parts)) < len(parts):
        raise UnknownOption("Two of the parts have the same words: that is no split.")
    return tuple(parts)


def _found(quotation: str, claim: Claim, text: str) -> Spans:
    """The spans of one quotation, piece by piece."""
    found: list[Span] = []
    for piece in filter(None, LEFT_OUT.split(quotation.strip())):
        wanted = re.compile(r"\s+".join(map(re.escape, piece.split())), re.IGNORECASE)
        hits = [
            Span(*match.span())
            for anchor in claim.anchors
            for match in wanted.finditer(text, anchor.start, anchor.end)
            if not found or match.start() >= found[-1].end
        ]
        if not hits or (len(hits) > 1 and not found):
            how = "do not stand" if not hits else "stand more than once"
            raise UnknownOption(
                f"The words {piece!r} {how} in {claim.id}, which reads: {_shown(claim, text)}"
            )
        found.append(hits[0])
    if not found:
        raise UnknownOption("split takes the words with which the second part begins, or those of each part.")
    return tuple(found)


def _shown(claim: Claim, text: str) -> str:
    return " … ".join(" ".join(words(text, (span,)).split()) for span in claim.anchors)


def _before(at: int, anchors: Spans, text: str) -> Spans:
    cut = [Span(each.start, min(each.end, at)) for each in anchors if each.start < at]
    return tuple(trimmed for each in cut if (trimmed := _trimmed(each, text)) is not None)


def _after(at: int, anchors: Spans) -> Spans:
    return tuple(Span(max(each.start, at), each.end) for each in anchors if each.end > at)


def _trimmed(span: Span, text: str) -> Span | None:
    end = span.end
    while end > span.start and text[end - 1] in _LOOSE:
        end -= 1
    return Span(span.start, end) if end > span.start else None
