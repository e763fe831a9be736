"""What people decided of groups as wholes: which are one claim, which hold two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from firsthand.case import Decision
from firsthand.schema import ComparedClaim, Findings, Reading, Regrouped, words
from firsthand.show.decided import MERGE, SPLIT, Decisions


def regrouped(decisions: Decisions) -> tuple[Regrouped, ...]:
    """The merging and splitting that holds today, in the order of deciding."""
    made = [each for fields in decisions.values() for each in fields.values() if is_regrouping(each)]
    read = (_read(each) for each in sorted(made, key=lambda each: each.n))
    return tuple(each for each in read if each is not None)


def is_regrouping(decision: Decision) -> bool:
    """Whether a decision merges or splits groups."""
    return decision.field.startswith((MERGE, SPLIT))


def _read(decision: Decision) -> Regrouped | None:
    """The decision as comparing takes it; null where it was written by a version that knew another form."""
    try:
        said = {name: decision.value[name] for name in ("tellings", "others")}
        made = {"words": decision.value["seen"], "same": decision.field.startswith(MERGE)}
        made |= {"by": decision.actor, "at": decision.at}
        return msgspec.convert(said | made, Regrouped)
    except (msgspec.ValidationError, KeyError, TypeError):
        return None


def named_in(decision: Decision) -> frozenset[str]:
    """The tellings that a merging or splitting names, on both sides; none for another decision."""
    made = _read(decision) if is_regrouping(decision) else None
    return frozenset((*made.tellings, *made.others)) if made else frozenset()


def set_aside(decisions: Decisions, found: Findings, readings: Iterable[Reading]) -> Iterator[Decision]:
    """Regroupings that could not be laid over the findings: their tellings are gone or read otherwise."""
    texts = {reading.document.id: reading.document.text for reading in readings}
    today = {claim.id: telling_words(claim, texts) for claim in found.claims}
    for fields in decisions.values():
        for decision in fields.values():
            if not is_regrouping(decision):
                continue
            made = _read(decision)
            if made is None or not all(
                any(today.get(name) == made.words.get(name, "") for name in side)
                for side in (made.tellings, made.others)
            ):
                yield decision


def telling_words(claim: ComparedClaim, texts: Mapping[str, str]) -> str:
    """The words of a telling, exactly."""
    return words(texts.get(claim.document, ""), claim.anchors[:1])


def followed(decisions: Decisions, found: Findings) -> Decisions:
    """The decisions, those on a telling that is gone moved to another one that the person saw in its group.

    A rejected claim, or one that was cut in parts, takes its tellings away; what was decided of the group
    stays with the rest of it. That a group was split stands on both sides.
    """
    today = {claim.id for claim in found.claims}
    lost = [name for name in decisions if "/" in name and name not in today]
    split = [each for fields in decisions.values() for f, each in fields.items() if f.startswith(SPLIT)]
    if not lost and not split:
        return decisions
    moved: dict[str, dict[str, Decision]] = {
        name: dict(fields) for name, fields in decisions.items() if name not in lost
    }
    for name in lost:
        for field, decision in decisions[name].items():
            held = moved.setdefault(next(_heirs(name, decision, today), name), {})
            if field not in held or held[field].n < decision.n:
                held[field] = decision
    for decision in split:
        made = _read(decision)
        other = next((name for name in made.others if name in today), None) if made else None
        if other is not None:
            moved.setdefault(other, {}).setdefault(decision.field, decision)
    return moved


def _heirs(name: str, decision: Decision, today: set[str]) -> Iterator[str]:
    about = decision.about if isinstance(decision.about, dict) else {}
    yield from (each for each in about.get("tellings") or () if each in today)
    part = f"{name.rpartition('.')[0]}a."
    yield from sorted(each for each in today if each.startswith(part))
