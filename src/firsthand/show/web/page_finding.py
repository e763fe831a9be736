"""A finding: the tellings of one claim side by side, who has it from whom, what speaks against it."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from firsthand.schema import ComparedClaim, Group
from firsthand.show import phrases
from firsthand.show.page.drawing import drawing
from firsthand.show.page.quoted import Quoted, quoted
from firsthand.show.provenance import trees
from firsthand.show.web.desk import Seen
from firsthand.show.web.pages import desk, rendered
from firsthand.show.web.refusals import Refused
from firsthand.show.web.texts import texts

MOST_OTHERS = 150
"""Groups that are offered as the same claim."""
LEAST_WORD = 3
"""Words no longer than this are in every text."""


def finding(request: Request) -> Response:
    """`/finding/g5`."""
    held = desk(request)
    seen = held.seen()
    group = seen.groups.get(request.path_params["group"])
    if group is None:
        raise Refused(404, "no_group", name=request.path_params["group"][:40])
    return rendered(
        request,
        "finding.html.j2",
        seen=seen,
        group=group,
        tellings=[(each, _quote(seen, each)) for each in seen.tellings.get(group.id, [])],
        drawing=drawing(trees(group, seen.found), texts()("finding.tree", group=group.id)),
        against=[
            (pair, other, [(a.document, _words(seen, a.document, a.start, a.end)) for a in pair.anchors])
            for pair, other in seen.against.get(group.id, [])
        ],
        updates=[each for each in seen.found.updates if group.id in (each.from_, each.to)],
        copies=[
            copy
            for copy in seen.found.copies
            if copy.document in group.documents and copy.of in group.documents
        ],
        clips=_clips(seen, group),
        decided=seen.dossier.decided_of(group),
        last=seen.last,
        others=_others(seen, group),
        chain=phrases.chain,
        rules=held.rules,
    )


def _others(seen: Seen, group: Group) -> list[Group]:
    """Groups that may be the same claim, those with most words in common first."""
    own = _terms(group)
    shared = [(len(own & _terms(each)), each) for each in seen.found.groups if each.id != group.id]
    return [each for _, each in sorted(shared, key=lambda pair: -pair[0])[:MOST_OTHERS]]


def _terms(group: Group) -> set[str]:
    return {word for word in group.text.casefold().split() if len(word) > LEAST_WORD}


def _quote(seen: Seen, claim: ComparedClaim) -> Quoted:
    reading = seen.readings.get(claim.document)
    return quoted(reading.document.text if reading else "", claim.anchors)


def _words(seen: Seen, document: str, start: int, end: int) -> Quoted:
    reading = seen.readings.get(document)
    return quoted(reading.document.text if reading else "", ((start, end),))


def _clips(seen: Seen, group: Group) -> list[tuple[str, str, str]]:
    """Clip, what was found in it of this claim, and in which words."""
    own = {telling.replace("/", ".").rsplit(".", 1)[0] for telling in group.claims}
    return [
        (clip.id, check.state, check.text)
        for clip in seen.found.clips
        for check in clip.checks
        if check.claim in own
    ]
