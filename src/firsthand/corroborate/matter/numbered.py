"""Matters compared each for itself -> one value, its groups and origins numbered through all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from firsthand.corroborate.matter.compared import Compared
from firsthand.corroborate.matter.parted import Handed
from firsthand.schema import ComparedClaim, ComparedDocument, Findings, Group, Origin, Reading

Local = tuple[int, str]
"""A matter's number and a name within it."""


def numbered(handed: Handed, made: Sequence[Compared]) -> Findings:
    """All findings: claims as the documents tell them, groups by their first telling, origins in the order in
    which the groups need them.

    A group keeps the number that it was found under; what people took out of a group comes after all others.
    """
    called = _groups_called(made)
    groups = sorted(
        ((number, matter, each) for matter, one in enumerate(made) for each in one.findings.groups
         for number in (called[matter, each.id],)),
        key=lambda row: row[0],
    )  # fmt: skip
    claims = _by_group(made)
    origins = _origins(made, groups)
    ids = {local: f"o{number}" for number, local in enumerate(origins, 1)}
    return Findings(
        documents=tuple(_document(each) for each in handed.documents),
        copies=handed.copies,
        claims=_as_told(handed, groups, claims, ids),
        origins=tuple(replace(origin, id=ids[local]) for local, origin in origins.items()),
        groups=tuple(
            replace(group, id=f"g{number}", origins=tuple(ids[matter, each] for each in group.origins))
            for number, matter, group in groups
        ),
        contradictions=tuple(
            sorted(
                (
                    replace(pair, a=f"g{called[matter, pair.a]}", b=f"g{called[matter, pair.b]}")
                    for matter, one in enumerate(made)
                    for pair in one.findings.contradictions
                ),
                key=lambda pair: (pair.a, pair.b, pair.field),
            )
        ),
        updates=tuple(
            sorted(
                (
                    replace(pair, from_=f"g{called[matter, pair.from_]}", to=f"g{called[matter, pair.to]}")
                    for matter, one in enumerate(made)
                    for pair in one.findings.updates
                ),
                key=lambda pair: (pair.from_, pair.to),
            )
        ),
    )


def _as_told(
    handed: Handed,
    groups: Sequence[tuple[int, int, Group]],
    claims: Mapping[Local, Sequence[ComparedClaim]],
    ids: Mapping[Local, str],
) -> tuple[ComparedClaim, ...]:
    """All claims as the documents tell them, in order; of two that begin as one the longer is first."""
    order = {each.document.id: number for number, each in enumerate(handed.documents)}

    def place(claim: ComparedClaim) -> tuple[int, int, int, str]:
        start, end = claim.anchors[0] if claim.anchors else (0, 0)
        return order.get(claim.document, len(order)), start, -end, claim.id

    named = (
        replace(
            claim, group=f"g{number}", origin=ids[matter, claim.origin] if claim.origin is not None else None
        )
        for number, matter, group in groups
        for claim in claims[matter, group.id]
    )
    return tuple(sorted(named, key=place))


def _groups_called(made: Sequence[Compared]) -> dict[Local, int]:
    """The number of each group through all matters."""
    starts = sorted(
        (start, matter, f"g{number}")
        for matter, one in enumerate(made)
        for number, start in enumerate(one.starts, 1)
    )
    called: dict[Local, int] = {(matter, name): number for number, (_, matter, name) in enumerate(starts, 1)}
    for matter, one in enumerate(made):
        for group in one.findings.groups:
            called.setdefault((matter, group.id), len(called) + 1)
    return called


def _by_group(made: Sequence[Compared]) -> dict[Local, list[ComparedClaim]]:
    found: dict[Local, list[ComparedClaim]] = {}
    for matter, one in enumerate(made):
        for claim in one.findings.claims:
            found.setdefault((matter, claim.group), []).append(claim)
    return found


def _origins(made: Sequence[Compared], groups: Sequence[tuple[int, int, Group]]) -> dict[Local, Origin]:
    """Every origin, in the order of the groups that stand on it."""
    known: dict[Local, Origin] = {
        (matter, origin.id): origin for matter, one in enumerate(made) for origin in one.findings.origins
    }
    needed = dict.fromkeys((matter, each) for _, matter, group in groups for each in group.origins)
    return {local: known[local] for local in (*needed, *(each for each in known if each not in needed))}


def _document(reading: Reading) -> ComparedDocument:
    of = reading.document
    return ComparedDocument(id=of.id, title=of.title, publisher=of.publisher, published=of.published)
