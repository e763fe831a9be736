"""Who has a claim from whom: a group's tellings as trees, first hands at the roots, documents as leaves.

The terminal prints these trees, the pages draw them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from firsthand.schema import ComparedClaim, Copy, Findings, Group

UNTRACED = "untraced"


@dataclass
class Node:
    """A first hand, a voice between, or a document, with those who have it from there."""

    name: str
    kind: Literal["origin", "untraced", "voice", "document"]
    claim: ComparedClaim | None = None
    """The telling, where the node is a document."""
    copied: Copy | None = None
    """How the document copies its parent, where it does."""
    party: bool = False
    below: list[Node] = field(default_factory=list)


def trees(group: Group, found: Findings) -> list[Node]:
    """One tree for each first hand of a group, in the findings' order, and one of what is untraced, last."""
    tellings = [claim for claim in found.claims if claim.group == group.id]
    roots: dict[str | None, Node] = {}
    for origin in found.origins:
        if any(claim.origin == origin.id for claim in tellings):
            party = origin.party_to_conflict is True
            roots[origin.id] = Node(origin.name, "origin", party=party)
    if any(claim.origin is None for claim in tellings):
        roots[None] = Node(UNTRACED, "untraced")
    _hang(tellings, roots, _models(tellings, found.copies), dict(_names(found)))
    return list(roots.values())


def _names(found: Findings) -> list[tuple[str, str]]:
    return [
        (document.id, document.publisher or document.title or document.id) for document in found.documents
    ]


def _models(tellings: Sequence[ComparedClaim], copies: Sequence[Copy]) -> dict[str, Copy]:
    """For each document of a group the one in the group that it copies; the one it shares most with."""
    within = {claim.document for claim in tellings}
    models: dict[str, Copy] = {}
    for copy in copies:
        if copy.document in within and copy.of in within:
            best = models.get(copy.document)
            if best is None or copy.share > best.share:
                models[copy.document] = copy
    return models


def _hang(
    tellings: Sequence[ComparedClaim],
    roots: dict[str | None, Node],
    models: dict[str, Copy],
    names: dict[str, str],
) -> None:
    """Hang every document under the voice, or the document, that it has its telling from."""
    placed: dict[tuple[str | None, str], Node] = {}
    copies_last = sorted(tellings, key=lambda claim: claim.document in models)
    waiting: list[ComparedClaim] = []
    for claim in copies_last:
        if (claim.origin, claim.document) in placed:  # told twice in one document
            continue
        node = Node(names.get(claim.document, claim.document), "document", claim)
        placed[(claim.origin, claim.document)] = node
        if claim.document in models:
            waiting.append(claim)
        else:
            _under(roots[claim.origin], claim).below.append(node)
    for claim in waiting:
        copy, node = models[claim.document], placed[(claim.origin, claim.document)]
        model = placed.get((claim.origin, copy.of))
        if model is None or _reaches(node, model):
            _under(roots[claim.origin], claim).below.append(node)
        else:
            node.copied = copy
            model.below.append(node)


def _reaches(start: Node, goal: Node) -> bool:
    return start is goal or any(_reaches(child, goal) for child in start.below)


def _under(root: Node, claim: ComparedClaim) -> Node:
    """The node of the voice that the document itself has it from, made where it is not there yet."""
    at = root
    between = [voice.name for voice in claim.chain[1:]][::-1]
    if between and root.kind == "origin":  # the last voice is the first hand, by whatever name
        between = between[1:]
    for name in between:
        child = next((each for each in at.below if each.kind == "voice" and each.name == name), None)
        if child is None:
            child = Node(name, "voice")
            at.below.append(child)
        at = child
    return at
