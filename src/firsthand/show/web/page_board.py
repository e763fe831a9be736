"""The claim board: every group with its first hands, what speaks against it, and how it was decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from firsthand.schema import ComparedClaim, Group
from firsthand.show.page.quoted import Quoted, quoted
from firsthand.show.web.desk import Seen
from firsthand.show.web.page_reader import last_decision
from firsthand.show.web.pages import desk, number, rendered
from firsthand.show.web.refusals import Refused

A_PAGE = 50
HANDS = ("0", "1", "2")
STATES = ("waiting", "confirmed", "rejected", "noted")
TOLD = ("several", "one", "against")


def board(request: Request) -> Response:
    """`/claims?hands=2&state=waiting&sort=documents`: the groups asked for, fifty a page."""
    seen = desk(request).seen()
    asked = {name: request.query_params.get(name, "")[:200] for name in ("q", "told", "hands", "state")}
    asked |= {name: request.query_params.get(name, "")[:200] for name in ("document", "sort")}
    found = sorted(_matching(seen, asked), key=_order(seen, asked["sort"]))
    pages = max(1, -(-len(found) // A_PAGE))
    page = number(request.query_params.get("page"), 1, pages, 1)
    return rendered(
        request,
        "board.html.j2",
        seen=seen,
        asked=asked,
        found=found[(page - 1) * A_PAGE : page * A_PAGE],
        count=len(found),
        page=page,
        pages=pages,
        sorts=tuple(ORDERS),
        hands=HANDS,
        states=STATES,
        told=TOLD,
    )


def rows(request: Request) -> Response:
    """`/claims/rows`: every group as a row of the board, for the page to choose among at once."""
    seen = desk(request).seen()
    names = {each.id: seen.named(each.id) for each in seen.found.documents}
    body = {"rows": [_row(seen, group) for group in seen.found.groups], "names": names}
    return Response(msgspec.json.encode(body), media_type="application/json")


def _row(seen: Seen, group: Group) -> dict[str, Any]:
    decided = seen.dossier.decided_of(group)
    return {
        "id": group.id,
        "text": seen.worded(group),
        "verdict": group.verdict.words if group.verdict else "",
        "hands": group.independent_first_hands,
        "against": len(seen.against.get(group.id, ())),
        "credibility": group.verdict.credibility if group.verdict else None,
        "footage": group.footage,
        "facts": [*group.when, *group.where, *group.how_many],
        "documents": group.documents,
        "tellings": len(group.claims),
        "state": state(seen, group),
        "by": decided["status"].actor if "status" in decided else "",
    }


def tellings(request: Request) -> Response:
    """`/claims/tellings/g5`: the tellings of a group as a piece of the board, with the forms to decide."""
    seen, name = desk(request).seen(), request.path_params["group"]
    group = seen.groups.get(name)
    if group is None:
        raise Refused(404, "no_group", name=name[:40])
    return rendered(
        request,
        "tellings.html.j2",
        seen=seen,
        group=group,
        tellings=[(each, _quote(seen, each)) for each in seen.tellings.get(group.id, [])],
        against=seen.against.get(group.id, []),
        decided=seen.dossier.decided_of(group),
        last=last_decision(seen, group.claims[0]) if group.claims else 0,
    )


def _quote(seen: Seen, claim: ComparedClaim) -> Quoted:
    reading = seen.readings.get(claim.document)
    return quoted(reading.document.text if reading else "", claim.anchors)


def _matching(seen: Seen, asked: dict[str, str]) -> Iterable[Group]:
    wanted = asked["q"].casefold().split()
    for group in seen.found.groups:
        words = seen.worded(group).casefold()
        if (
            all(each in words for each in wanted)
            and _is_told(seen, group, asked["told"])
            and asked["hands"] in ("", str(min(2, group.independent_first_hands)))
            and asked["document"] in ("", *group.documents)
            and asked["state"] in ("", state(seen, group))
        ):
            yield group


def _is_told(seen: Seen, group: Group, told: str) -> bool:
    if told == "several":
        return len(group.documents) > 1
    if told == "one":
        return len(group.documents) <= 1
    return told != "against" or group.id in seen.against


def state(seen: Seen, group: Group) -> str:
    """`confirmed` or `rejected` as somebody decided, `noted` where only a note stands, else `waiting`."""
    decided = seen.dossier.decided_of(group)
    if "status" in decided:
        return str(decided["status"].value)
    return "noted" if any(field.startswith("note") for field in decided) else "waiting"


def _number(group: Group) -> int:
    digits = "".join(filter(str.isdigit, group.id))
    return int(digits) if digits else 0


ORDERS: dict[str, Callable[[Seen, Group], Any]] = {
    "weight": lambda seen, g: (g.id not in seen.against, -len(g.documents), -g.independent_first_hands),
    "hands": lambda _, g: (-g.independent_first_hands, -len(g.documents)),
    "documents": lambda _, g: (-len(g.documents), -g.independent_first_hands),
    "doubtful": lambda _, g: (
        -(g.verdict.credibility or 0) if g.verdict else 0,
        -len(g.documents),
    ),
    "words": lambda seen, g: (seen.worded(g).casefold(),),
}


def _order(seen: Seen, named: str) -> Callable[[Group], Any]:
    chosen = ORDERS.get(named, ORDERS["weight"])
    return lambda group: (*chosen(seen, group), _number(group))
