"""What texts say of footage, and a case's clips: offered where a name fits, linked where a person says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from firsthand.case import Case, Clips, Decision, HeldClip
from firsthand.schema import Because, Clip, FootageLink, FootageMention, Hints, Reading
from firsthand.show.clip_ties import left_out, told_of

OF_ITS_OWN = ("footage.released_by", "footage.seen_name")
"""Reasons that tell one mention of a text from the others."""

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
        found += _links(held.id, clip, hints, decided, reading)
    return tuple(found)


def _links(
    held: str, clip: Clip | None, hints: Hints, decided: Mapping[str, Decision], reading: Reading
) -> Iterator[FootageLink]:
    """Mentions first, in the order of the text, then claims that somebody tied or untied one by one."""
    document = reading.document.id
    fits = {mention.id: _fits(mention, reading, clip, hints) for mention in reading.footage}
    own = {name.partition(".")[2] for name, said in decided.items() if said.value and f"{document}." in name}
    fitting = own | {name for name, why in fits.items() if why and why.rule in OF_ITS_OWN}
    out = left_out(reading, clip.kind if clip else "video", fitting)
    for mention in reading.footage:
        name = f"{document}.{mention.id}"
        said, reason = decided.get(name), fits[mention.id]
        if said is None and document in decided:
            said = decided[document]
            if said.value and mention.id in out:
                note = f"{document} is linked, and this is left out: {out[mention.id]}"
                said, reason = None, Because(rule="footage.left_out", anchors=(mention.span,), note=note)
        if said is not None:
            reason = Because(rule="footage.linked", anchors=(mention.span,), note=_who(said))
        if reason is not None:
            yield _link(held, document, name, mention.what, said, reason)
    for claim in reading.claims:
        name = f"{document}.{claim.id}"
        if name in decided:
            why = Because(rule="footage.linked", anchors=claim.anchors, note=_who(decided[name]))
            yield _link(held, document, name, " ".join(claim.text.split()), decided[name], why)


def _link(
    held: str, document: str, name: str, what: str, said: Decision | None, reason: Because
) -> FootageLink:
    return FootageLink(
        clip=held, document=document, mention=name, what=what,
        state="offered" if said is None else "linked" if said.value else "refused",
        by=said.actor if said else None, because=(reason,),
    )  # fmt: skip


def _who(said: Decision) -> str:
    return f"{said.actor} says so, {said.at[:10]}"


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


__all__ = ["LEAST_NAME", "links", "told_of"]
