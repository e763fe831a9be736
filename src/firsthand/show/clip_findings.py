"""A case's clips among its documents and each other: first hands, links, notes, things to check, alarms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from firsthand.case import Case, Clips, HeldClip
from firsthand.footage import hands, shared, turned_round
from firsthand.schema import (
    Because,
    ClipFinding,
    ClipMatch,
    Findings,
    FootageCheck,
    FootageLink,
    FootageMention,
    FootageNote,
    Group,
    Hints,
    Reading,
)
from firsthand.show.clip_alarms import alarms, claim_of
from firsthand.show.clip_links import links, told_of
from firsthand.show.clip_matching import clip_name, kept_matches
from firsthand.show.clip_names import named
from firsthand.show.clip_settings import Published, Told, posted, settings
from firsthand.show.clip_tellings import told_beside

NOT_YET = "nobody has looked yet"
SETTLED = ("borne out", "contradicted", "cannot tell", "not shown")


def with_clips(case: Case, readings: Sequence[Reading], found: Findings) -> Findings:
    """Findings with the footage of the case: its clips, and what people found in them of each group."""
    clips = clip_findings(case, readings, found)
    if not clips:
        return found
    judged = _by_piece(_judged(clips), [claim.id for claim in found.claims])
    groups = tuple(_with_footage(group, judged) for group in found.groups)
    return msgspec.structs.replace(found, clips=clips, groups=groups)


def tied(case: Case, readings: Sequence[Reading]) -> list[set[str]]:
    """For each first hand of footage the claims (`d4.c3`) that people tied to it."""
    held = Clips(case).all()
    hand = hands([each.id for each in held], shared(_both_ways(case, held)))
    claims: dict[str, set[str]] = {}
    for each in held:
        clip = Clips(case).description(each)
        linked = links(case, each, clip, readings)
        told = _told(linked, readings, clip.kind if clip else "video")
        claims.setdefault(hand[each.id], set()).update(one.name for one in told)
    return [names for names in claims.values() if names]


def clip_findings(case: Case, readings: Sequence[Reading], found: Findings) -> tuple[ClipFinding, ...]:
    """Every clip of a case, in the order in which they came."""
    held = Clips(case).all()
    matches = _both_ways(case, held)
    hand = hands([each.id for each in held], shared(matches))
    linked = {each.id: links(case, each, Clips(case).description(each), readings) for each in held}
    return tuple(_finding(case, each, hand, matches[each.id], linked, readings, found) for each in held)


def _both_ways(case: Case, held: Sequence[HeldClip]) -> dict[str, tuple[ClipMatch, ...]]:
    """The matches of each clip, those too that were found when the other one was added."""
    found: dict[str, list[ClipMatch]] = {each.id: [] for each in held}
    for each in held:
        for match in kept_matches(case, each):
            if match.clip in found:
                found[each.id].append(match)
                found[match.clip].append(msgspec.structs.replace(
                    match, clip=each.id, name=clip_name(case, each),
                    query_s=match.clip_s, clip_s=match.query_s,
                    changes=tuple(turned_round(change) for change in match.changes),
                ))  # fmt: skip
    return {name: tuple(matches) for name, matches in found.items()}


def _finding(
    case: Case,
    held: HeldClip,
    hand: Mapping[str, str],
    matches: tuple[ClipMatch, ...],
    linked: Mapping[str, tuple[FootageLink, ...]],
    readings: Sequence[Reading],
    found: Findings,
) -> ClipFinding:
    original = case.store.original(held.original)
    hints = case.hints(original) if original else Hints(name=held.id)
    clip = Clips(case).description(held)
    own = hand[held.id]
    together = tuple(name for name, first in hand.items() if first == own)
    kind = clip.kind if clip else "video"
    ties = [link for name in together for link in linked[name]]
    told = _told(ties, readings, kind)
    spoken = _spoken_of(ties, readings)
    out = _published(case, together, told, spoken)
    notes = tuple(_notes(case, held))
    everyone = [note for name in together for note in _notes(case, Clips(case).locate(name))]
    return ClipFinding(
        id=held.id, name=clip_name(case, held), kind=kind,
        duration_s=clip.duration_s if clip else None,
        publisher=hints.publisher, published=hints.published, hand=own, hand_clips=together,
        earliest=_earliest(out), matches=matches, links=linked[held.id], named=named(clip, readings),
        checks=_checks(held.id, told, everyone, found, readings),
        notes=notes, alarms=alarms(held.id, told, found, out, settings(told, spoken)),
        because=(Because(rule="footage.hand", note=_why_one(together)),),
    )  # fmt: skip


def _why_one(together: tuple[str, ...]) -> str:
    if len(together) == 1:
        return "no other clip of the case shows its seconds"
    return f"{', '.join(together)} show the same seconds: one first hand, whoever published them"


def _told(
    linked: Iterable[FootageLink], readings: Sequence[Reading], kind: Literal["video", "still"]
) -> list[Told]:
    """What linked documents say that a clip shows."""
    mentions: dict[str, set[str]] = {}
    refused: set[str] = set()
    for link in linked:
        if link.state == "linked":
            mentions.setdefault(link.document, set()).add(link.mention)
        elif link.state == "refused":
            refused.add(link.mention)
    return [
        Told(f"{reading.document.id}.{claim.id}", claim, reading)
        for reading in readings
        if (tied := mentions.get(reading.document.id))
        for claim in told_of(reading, tied, kind, refused - tied)
    ]


def _notes(case: Case, held: HeldClip) -> Iterable[FootageNote]:
    for name, decision in Clips(case).notes(held):
        value = decision.value
        yield FootageNote(
            id=name, clip=held.id, from_s=value["from_s"], to_s=value["to_s"], text=value["text"],
            claim=value.get("claim"), judgement=value.get("judgement"), by=decision.actor, at=decision.at,
        )  # fmt: skip


def _checks(
    clip: str,
    told: Sequence[Told],
    notes: Sequence[FootageNote],
    findings: Findings,
    readings: Sequence[Reading],
) -> tuple[FootageCheck, ...]:
    """What is said of the clip, and what people found; what they judged without a link comes after it."""
    ties = {each.name for each in told}
    judged = {note.claim for note in notes if note.claim and note.judgement}
    texts = {
        name: " ".join(claim.text.split())
        for reading in readings
        for claim in reading.claims
        if (name := f"{reading.document.id}.{claim.id}") in ties or name in judged
    }
    beside = told_beside(told, findings)
    found = []
    for claim in dict.fromkeys([*(each.name for each in told), *sorted(judged)]):
        own = [note for note in notes if note.claim == claim and note.judgement]
        said = {note.judgement for note in own}
        state = "not checked" if not said else next(iter(said)) if len(said) == 1 else "cannot tell"
        why = "; ".join(
            f"{note.by} saw in {note.clip} from {note.from_s:g} to {note.to_s:g} s: "
            f"{note.text} ({note.judgement})"
            for note in own
        )
        found.append(FootageCheck(
            clip=clip, claim=claim, document=claim.split(".")[0], text=texts.get(claim, ""),
            state=state or "not checked",
            notes=tuple(note.id for note in own),
            because=(
                Because(rule=f"footage.{'judged' if own else 'told'}", note=why or NOT_YET),
                *beside.get(claim, ()),
            ),
        ))  # fmt: skip
    return tuple(found)


def _spoken_of(
    linked: Iterable[FootageLink], readings: Sequence[Reading]
) -> list[tuple[Reading, FootageMention]]:
    """The mentions that are linked, each with its text."""
    names = {link.mention for link in linked if link.state == "linked"}
    return [(r, m) for r in readings for m in r.footage if f"{r.document.id}.{m.id}" in names]


def _published(
    case: Case,
    together: Iterable[str],
    told: Sequence[Told],
    spoken: Sequence[tuple[Reading, FootageMention]],
) -> list[Published]:
    """The days on which anybody is known to have published the footage, told of it, or is said to have."""
    found: list[Published] = []
    for name in together:
        original = case.store.original(Clips(case).locate(name).original)
        hints = case.hints(original) if original else None
        if hints and hints.published:
            by = f", {hints.publisher}" if hints.publisher else ""
            found.append(Published(hints.published, name, f"{name}{by} was published"))
    texts = [*(each.reading for each in told), *(reading for reading, _ in spoken)]
    found += [
        Published(document.published, document.id, f"{document.id} was published")
        for document in {reading.document.id: reading.document for reading in texts}.values()
        if document.published
    ]
    for reading, mention in spoken:
        said = next((time for time in reading.times if time.id == mention.released), None)
        if said and said.earliest and said.latest and said.earliest[:10] == said.latest[:10]:
            by = f" by {mention.released_by.name}" if mention.released_by else ""
            name = f"{reading.document.id}.{mention.id}"
            found.append(Published(said.earliest[:10], name, f"{name} says that it was released{by}"))
        else:
            found += posted(reading, mention)
    # Of one day, what somebody published goes before what somebody says of it; else the order of coming.
    return sorted(found, key=lambda each: (each.day[:10], each.name[0] != "v", "." in each.name))


def _earliest(published: Sequence[Published]) -> str | None:
    """The first of them, with whom it goes back to."""
    if not published:
        return None
    first = published[0]
    return f"{first.day}, {first.said.removesuffix(' was published')}"


def _judged(clips: Sequence[ClipFinding]) -> dict[str, set[str]]:
    """What people found of each claim, over all clips."""
    judged: dict[str, set[str]] = {}
    for clip in clips:
        for check in clip.checks:
            if check.state in SETTLED:
                judged.setdefault(check.claim, set()).add(check.state)
    return judged


def _by_piece(judged: Mapping[str, set[str]], pieces: Sequence[str]) -> dict[str, set[str]]:
    """What people found of each piece of a claim, as findings cut claims up.

    What contradicts a claim of two pieces contradicts one of them, and nobody said which.
    """
    count = Counter(claim_of(piece) for piece in pieces)
    found: dict[str, set[str]] = {}
    for piece in pieces:
        claim = claim_of(piece)
        for state in judged.get(claim, ()):
            unsure = state == "contradicted" and count[claim] > 1
            found.setdefault(piece, set()).add("cannot tell" if unsure else state)
    return found


def _with_footage(group: Group, judged: Mapping[str, set[str]]) -> Group:
    """A group with what the footage says of its claims; where people or claims disagree, nothing is told."""
    said = {state for claim in group.claims for state in judged.get(claim, ())} - {"not shown"}
    if not said:
        unseen = any("not shown" in judged.get(claim, ()) for claim in group.claims)
        return msgspec.structs.replace(group, footage="not shown") if unseen else group
    state = next(iter(said)) if len(said) == 1 else "cannot tell"
    return msgspec.convert(msgspec.to_builtins(group) | {"footage": state}, Group)
