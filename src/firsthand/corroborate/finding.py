"""Groups, origins and contradictions put together as the findings that are shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from firsthand.corroborate.origins.trace import Traced
from firsthand.corroborate.telling.values import Telling
from firsthand.corroborate.verdict.ask import ask
from firsthand.corroborate.verdict.figures import figures, how_many, when, where
from firsthand.corroborate.verdict.scales import Reliability, Weighed, verdict
from firsthand.schema import (
    CERTAINTIES,
    Because,
    ComparedClaim,
    Contradiction,
    Findings,
    Group,
    Reasons,
    Update,
)


def findings(
    groups: Mapping[str, Sequence[Telling]],
    traced: Traced,
    against: tuple[Contradiction, ...],
    updates: tuple[Update, ...],
    grades: Mapping[str, Reliability] | None = None,
    joined: Mapping[str, tuple[Because, ...]] | None = None,
) -> Findings:
    """All that was found among the documents of a matter, in one value.

    `joined`: why tellings were joined by their meaning, by telling id.
    """
    weighed = {name: weigh(group, traced) for name, group in groups.items()}
    opposed: dict[str, list[Weighed]] = {}
    for pair in against:
        opposed.setdefault(pair.a, []).append(weighed[pair.b])
        opposed.setdefault(pair.b, []).append(weighed[pair.a])
    return Findings(
        claims=tuple(_claim(each, name, traced) for name, group in groups.items() for each in group),
        origins=traced.origins,
        groups=tuple(
            _group(name, group, traced, weighed[name], opposed.get(name, []), grades, joined or {})
            for name, group in groups.items()
        ),
        contradictions=against,
        updates=updates,
    )


def weigh(group: Sequence[Telling], traced: Traced) -> Weighed:
    """What is counted of a group: its hands, each once, and what of it cannot be traced."""
    ids = {origin for each in group if (origin := traced.of[each.id]) is not None}
    told = [each.certainty for each in group if traced.of[each.id] is not None]
    return Weighed(
        hands=tuple(each for each in traced.origins if each.id in ids),
        untraced=sum(traced.of[each.id] is None for each in group),
        documents=len({each.document for each in group}),
        publishers=tuple(dict.fromkeys(each.chain[0].name for each in group if each.chain)),
        certainty=min(told, key=CERTAINTIES.index, default="unknown"),
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


def _group(
    name: str,
    group: Sequence[Telling],
    traced: Traced,
    weighed: Weighed,
    against: Sequence[Weighed],
    grades: Mapping[str, Reliability] | None,
    joined: Mapping[str, tuple[Because, ...]],
) -> Group:
    return Group(
        id=name,
        text=group[0].in_short,
        claims=tuple(each.id for each in group),
        documents=tuple(dict.fromkeys(each.document for each in group)),
        origins=tuple(hand.id for hand in weighed.hands),
        independent_first_hands=len(weighed.hands),
        disinterested_first_hands=weighed.disinterested,
        untraced=not weighed.hands,
        when=when(group),
        where=where(group),
        how_many=how_many(group),
        figures=figures(group, traced.of),
        ask=ask(group, traced.because, weighed, against),
        verdict=verdict(weighed, against, grades),
        because=_reasons(group, traced, weighed, joined),
    )


def _reasons(
    group: Sequence[Telling], traced: Traced, weighed: Weighed, joined: Mapping[str, tuple[Because, ...]]
) -> Reasons:
    """Why the count is what it is: what was joined by meaning, and what each hand stands behind."""
    told = len(group)
    noun = "telling" if told == 1 else "tellings"
    same = Because(
        rule="group.same_proposition", note=f"{told} {noun} in {weighed.documents} of the documents"
    )
    behind = []
    for hand in weighed.hands:
        carriers = dict.fromkeys(
            each.chain[0].name if each.chain else each.document
            for each in group
            if traced.of[each.id] == hand.id
        )
        note = f"{hand.name} stands behind {', '.join(carriers)}"
        behind.append(Because(rule="independence.one_hand", note=note))
    meant = dict.fromkeys(why for each in group for why in joined.get(each.id, ()))
    return (same, *meant, *behind)
