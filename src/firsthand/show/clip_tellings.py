"""Two texts that speak of one clip, set side by side: what both tell, and what only one of them tells."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.schema import Because, Findings
from firsthand.show.clip_alarms import claim_of
from firsthand.show.clip_settings import Told


def told_beside(told: Sequence[Told], found: Findings) -> dict[str, tuple[Because, ...]]:
    """For each claim about a clip, what the other texts about the clip make of it.

    Two texts tell the same where the findings hold their claims, or pieces of them, for one. Where a text
    tells nothing of the kind, that is said, and not that it denies it: it may tell it in words that were not
    found to be the same, or leave it out. Empty where only one text speaks of the clip.
    """
    documents = list(dict.fromkeys(each.reading.document.id for each in told))
    group: dict[str, set[str]] = {}
    for claim in found.claims:
        group.setdefault(claim_of(claim.id), set()).add(claim.group)
    beside: dict[str, tuple[Because, ...]] = {}
    for each in told if len(documents) > 1 else ():
        own, home = group.get(each.name, set()), each.reading.document.id
        same = {
            other.name: "the same" if own <= group[other.name] else "a part of it"
            for other in told
            if other.reading.document.id != home and own & group.get(other.name, set())
        }
        silent = [name for name in documents if name not in {home, *(known.split(".")[0] for known in same)}]
        reasons = [
            Because(rule="footage.told_alike", note=f"{name} tells {what}") for name, what in same.items()
        ]
        if silent:
            note = f"not found in {', '.join(silent)}: left out there, or told in other words"
            reasons.append(Because(rule="footage.told_once", note=note))
        beside[each.name] = tuple(reasons)
    return beside
