"""The reader: a document's own text with its claims and voices, and everything about the one chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from firsthand.case import Decision
from firsthand.rules import Rule
from firsthand.schema import Because, Claim, ComparedClaim, Group, Reading, words
from firsthand.show import phrases
from firsthand.show.page.quoted import Quoted, quoted
from firsthand.show.web.chain_drawing import chain_drawing, graph
from firsthand.show.web.desk import Seen
from firsthand.show.web.marks import Block, Piece, blocks, lane, marked, part_of, parts
from firsthand.show.web.pages import desk, number, rendered
from firsthand.show.web.refusals import Refused


@dataclass(frozen=True)
class Shown:
    """One block of the text with its pieces and the claims beside it."""

    block: Block
    pieces: list[Piece]
    beside: list[Claim]


@dataclass(frozen=True)
class Chosen:
    """Everything about one claim."""

    name: str
    claim: Claim
    said: Quoted
    drawing: Markup
    graph: dict[str, Any]
    """The same chain, those of the other tellings, and the words of the text that they go by, as data."""
    facts: list[tuple[str, str]]
    sure: str
    why: list[dict[str, Any]]
    elsewhere: list[tuple[Group, list[ComparedClaim]]]
    decided: dict[str, Decision]
    last: int
    """Number of the last decision on it; 0 for none."""


ONLY = {"panel": "panel.html.j2", "part": "part.html.j2"}
"""`?only=panel`: a piece of the page instead of the whole, for the page to put in its place."""
DENSITY = 160
"""In as many strips a long text is divided to show where its claims are."""


def reader(request: Request) -> Response:
    """`/read/d3` or `/read/d3/c4`: the text, one part of a long one at a time."""
    held = desk(request)
    seen = held.seen()
    reading = seen.readings.get(request.path_params["document"])
    if reading is None:
        raise Refused(404, "no_document", name=request.path_params["document"][:40])
    claim = _claim(reading, request.path_params.get("claim"))
    found = blocks(reading)
    cut = parts(found)
    at = request.query_params.get("at")
    place = (
        claim.anchors[0].start
        if claim and claim.anchors
        else number(at, 0, len(reading.document.text), 0)
        if at
        else None
    )
    part = part_of(found, cut, place) if place is not None else 0
    part = number(request.query_params.get("part"), 1, len(cut), part + 1) - 1
    shown = found[slice(*cut[part])]
    only = ONLY.get(request.query_params.get("only", ""))
    return rendered(
        request,
        only or "reader.html.j2",
        seen=seen,
        reading=reading,
        document=reading.document,
        blocks=[
            Shown(*each)
            for each in zip(shown, marked(reading, shown, claim), lane(reading, shown), strict=True)
        ]
        if only != ONLY["panel"]
        else [],
        given=given(reading, [(found[first].start, found[stop - 1].end) for first, stop in cut if stop])
        if only is None
        else {},
        part=part + 1,
        parts=len(cut),
        at=place,
        chosen=chosen(seen, reading, claim, held.rules) if claim else None,
    )


def given(reading: Reading, cut: Sequence[tuple[int, int]]) -> dict[str, Any]:
    """What the page knows of parts that are not loaded: where they are, and how many claims in each strip."""
    length = max(1, len(reading.document.text))
    strips = [0] * DENSITY
    for claim in reading.claims:
        if claim.anchors:
            strips[min(claim.anchors[0].start * DENSITY // length, DENSITY - 1)] += 1
    return {"document": reading.document.id, "length": length, "parts": cut, "density": strips}


def _claim(reading: Reading, name: str | None) -> Claim | None:
    if name is None:
        return None
    # A claim that somebody cut in parts is opened at its first part.
    found = next((claim for claim in reading.claims if claim.id in (name, f"{name}a")), None)
    if found is None:
        raise Refused(404, "no_claim", name=name[:40])
    return found


def chosen(seen: Seen, reading: Reading, claim: Claim, rules: Any) -> Chosen:
    """What the panel beside the text shows of a claim."""
    name = f"{reading.document.id}.{claim.id}"
    chain = " < ".join(voice.name for voice in claim.chain)
    decided = dict(seen.dossier.decided_on(name))
    elsewhere = [
        (group, [each for each in seen.tellings[group.id] if each.document != reading.document.id])
        for group in seen.groups_of_claim.get(name, [])
    ]
    return Chosen(
        name=name,
        claim=claim,
        said=quoted(reading.document.text, claim.anchors),
        drawing=chain_drawing(claim.chain, chain, first_hand=claim.first_hand),
        facts=phrases.facts(claim, reading),
        sure=phrases.sure(claim),
        why=[reason(each, reading, rules) for each in all_reasons(claim, reading)],
        elsewhere=elsewhere,
        graph=graph(seen, reading, claim),
        decided=decided,
        last=last_decision(seen, name),
    )


def last_decision(seen: Seen, target: str) -> int:
    """The number of the last decision on a target, taken back or not; 0 for none."""
    return max((each.n for each in seen.dossier.history if each.target == target), default=0)


def all_reasons(claim: Claim, reading: Reading) -> list[Because]:
    """The reasons of a claim, and of what it says of when, where and how many."""
    named = {*claim.when, *claim.where, *claim.how_many}
    lists = (reading.times, reading.places, reading.regions, reading.quantities)
    values = [each for values in lists for each in values if each.id in named]
    return [*claim.because, *(reason for value in values for reason in value.because)]


def reason(each: Because, reading: Reading, rules: dict[str, Rule]) -> dict[str, Any]:
    """A reason as it is shown: what the rule means, what it decided, the words it went by."""
    rule = rules.get(each.rule)
    return {
        "rule": each.rule,
        "means": rule.means if rule else "",
        "note": each.note or "",
        "words": words(reading.document.text, each.anchors),
    }
