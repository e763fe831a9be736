"""Groups, origins and contradictions put together as the findings that are shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from firsthand.corroborate.origins import Traced
from firsthand.corroborate.telling import Telling
from firsthand.corroborate.verdict import verdict
from firsthand.schema import (
    Because,
    ComparedClaim,
    ComparedDocument,
    Contradiction,
    Copy,
    Findings,
    Group,
    Reading,
    Update,
)


def findings(
    readings: Sequence[Reading],
    copied: tuple[Copy, ...],
    groups: Mapping[str, Sequence[Telling]],
    traced: Traced,
    against: tuple[Contradiction, ...],
    updates: tuple[Update, ...],
) -> Findings:
    """All that was found, in one value."""
    contradicted = {each for pair in against for each in (pair.a, pair.b)}
    return Findings(
        documents=tuple(
            ComparedDocument(
                id=reading.document.id,
                title=reading.document.title,
                publisher=reading.document.publisher,
                published=reading.document.published,
            )
            for reading in readings
        ),
        copies=copied,
        claims=tuple(_claim(each, name, traced) for name, group in groups.items() for each in group),
        origins=traced.origins,
        groups=tuple(_group(name, group, traced, name in contradicted) for name, group in groups.items()),
        contradictions=against,
        updates=updates,
    )


def _claim(telling: Telling, group: str, traced: Traced) -> ComparedClaim:
    return ComparedClaim(
        id=telling.id,
        document=telling.document,
        anchors=telling.anchors,
        text=telling.text,
        chain=telling.chain,
        certainty=telling.certainty,
        polarity=telling.polarity,
        group=group,
        origin=traced.of[telling.id],
        because=traced.because[telling.id],
    )


def _group(name: str, group: Sequence[Telling], traced: Traced, contradicted: bool) -> Group:
    hands = sorted({origin for each in group if (origin := traced.of[each.id]) is not None})
    by_id = {each.id: each for each in traced.origins}
    apart = [hand for hand in hands if by_id[hand].party_to_conflict is not True]
    documents = tuple(dict.fromkeys(each.document for each in group))
    return Group(
        id=name,
        text=group[0].text,
        claims=tuple(each.id for each in group),
        documents=documents,
        origins=tuple(hands),
        independent_first_hands=len(hands),
        disinterested_first_hands=len(apart),
        untraced=not hands,
        verdict=verdict(len(hands), len(apart), len(documents), contradicted),
        because=(Because(rule="group.same_proposition", note=f"{len(group)} tellings"),),
    )
