"""What of the findings is shown first, and what they say of an incident as a whole."""

from __future__ import annotations

from firsthand.schema import Contradiction, Findings
from firsthand.show.phrases import count


def shared(found: Findings) -> frozenset[str]:
    """The groups that two documents tell, that something contradicts, or that an update joins."""
    joined = {name for pair in found.contradictions for name in (pair.a, pair.b)}
    joined |= {name for update in found.updates for name in (update.from_, update.to)}
    return frozenset(joined | {group.id for group in found.groups if len(group.documents) > 1})


def weightiest(found: Findings) -> list[Contradiction]:
    """The contradictions, those first of which most documents tell both sides."""
    told = {group.id: len(group.documents) for group in found.groups}

    def weight(pair: Contradiction) -> tuple[int, int]:
        sides = told.get(pair.a, 0), told.get(pair.b, 0)
        return -min(sides), -max(sides)

    return sorted(found.contradictions, key=weight)


MOST = 2 / 3
"""Share of the documents that must be joined for them to be of one incident."""


def incident(found: Findings) -> str | None:
    """One sentence on the incident as a whole; none where the documents are of several, or of none.

    They are of one where claims that are shared, contradicted or updated join most of them to each other.
    """
    joined = _joined(found)
    if len(joined) < 2 or len(joined) < MOST * len(found.documents):
        return None
    chosen = shared(found)
    behind = {
        origin
        for group in found.groups
        if group.id in chosen and joined.issuperset(group.documents)
        for origin in group.origins
    }
    if not behind:
        return None
    apart = sum(each.id in behind and each.party_to_conflict is not True for each in found.origins)
    stand = "stands" if len(behind) == 1 else "stand"
    every = len(joined) == len(found.documents)
    which = f"the {len(joined)}" if every else f"{len(joined)} of the {len(found.documents)}"
    return (
        f"{count(len(behind), 'independent first hand')} {stand} behind what {which} documents share "
        f"about one incident, {apart} not party to the conflict."
    )


def _joined(found: Findings) -> set[str]:
    """The most documents that are joined to each other by what they share, contradict or update."""
    of = {group.id: set(group.documents) for group in found.groups}
    bundles = [documents for documents in of.values() if len(documents) > 1]
    pairs = [(pair.a, pair.b) for pair in found.contradictions]
    pairs += [(update.from_, update.to) for update in found.updates]
    bundles += [of.get(a, set()) | of.get(b, set()) for a, b in pairs]
    parts: list[set[str]] = []
    for bundle in bundles:
        met = [part for part in parts if part & bundle]
        parts = [part for part in parts if not part & bundle] + [bundle.union(*met)]
    return max(parts, key=len, default=set())
