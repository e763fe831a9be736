"""What texts say of footage, and a case's clips: offered where a name fits, linked where a person says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firsthand.case import Case, Clips, HeldClip
from firsthand.schema import Because, Claim, Clip, FootageLink, FootageMention, Hints, Reading, Span

LEAST_NAME = 4
"""Letters of a name that is looked for among the words seen in a clip."""


def links(
    case: Case, held: HeldClip, clip: Clip | None, readings: Sequence[Reading]
) -> tuple[FootageLink, ...]:
    """The mentions that are linked to a clip, refused, or offered for it. Nothing is linked by itself."""
    original = case.store.original(held.original)
    hints = case.hints(original) if original else Hints(name=held.id)
    decided = Clips(case).links(held)
    found: list[FootageLink] = []
    for reading in readings:
        document = reading.document.id
        for mention in reading.footage:
            name = f"{document}.{mention.id}"
            said = decided.get(name) or decided.get(document)
            reason = _fits(mention, reading, clip, hints) if said is None else None
            if said is None and reason is None:
                continue
            words = f"{said.actor} says so, {said.at[:10]}" if said else ""
            found.append(FootageLink(
                clip=held.id, document=document, mention=name, what=mention.what,
                state="offered" if said is None else "linked" if said.value else "refused",
                by=said.actor if said else None,
                because=(reason or Because(rule="footage.linked", anchors=(mention.span,), note=words),),
            ))  # fmt: skip
    return tuple(found)


def _fits(mention: FootageMention, reading: Reading, clip: Clip | None, hints: Hints) -> Because | None:
    """Why a mention may speak of a clip: a name that both carry."""
    if hints.url and hints.url in reading.document.text:
        return Because(rule="footage.address", anchors=(mention.span,), note=f"the text gives {hints.url}")
    channel = _channel(clip, reading)
    if channel is not None:
        note = f"the text names {channel}, which stands in the picture"
        return Because(rule="footage.seen_channel", anchors=(mention.span,), note=note)
    released = mention.released_by.name if mention.released_by else None
    if released is None:
        return None
    if hints.publisher and _plain(hints.publisher) == _plain(released):
        note = f"{released} is said to have released it, and published the clip"
        return Because(rule="footage.released_by", anchors=(mention.span,), note=note)
    for seen in clip.seen if clip else ():
        if len(_plain(released)) >= LEAST_NAME and _plain(released) in _plain(seen.text):
            note = f"{released} is said to have released it, and stands in the picture at {seen.time_s:.0f} s"
            return Because(rule="footage.seen_name", anchors=(mention.span,), note=note)
    return None


def _channel(clip: Clip | None, reading: Reading) -> str | None:
    """A channel that can be read in the clip and is named in the text."""
    text = reading.document.text.casefold()
    for seen in clip.seen if clip and clip.seen else ():
        handle = seen.text.casefold().lstrip("@").strip()
        if seen.kind == "channel" and len(handle) >= LEAST_NAME and handle in text:
            return seen.text
    return None


def _plain(name: str) -> str:
    letters = "".join(c if c.isalnum() else " " for c in name.casefold())
    return " ".join(letters.split()).removeprefix("the ")


def told_of(reading: Reading, mentions: set[str]) -> Iterator[Claim]:
    """The claims that go back to the footage of some mentions: what the text says the clip shows.

    A mention and a voice are one where their words overlap; other voices of the same name go with it.
    """
    spans = [m.span for m in reading.footage if f"{reading.document.id}.{m.id}" in mentions]
    voices = [v for claim in reading.claims for v in claim.chain if v.kind == "footage"]
    names = {v.name for v in voices if v.anchor and any(Span(*v.anchor).overlaps(span) for span in spans)}
    for claim in reading.claims:
        if any(v.kind == "footage" and v.name in names for v in claim.chain):
            yield claim
