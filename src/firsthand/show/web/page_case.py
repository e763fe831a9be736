"""The case: what it holds, what could not be read, and search."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from firsthand.show.web.desk import Seen
from firsthand.show.web.pages import desk, number, rendered
from firsthand.show.web.search import KINDS

A_PAGE = 100


def case(request: Request) -> Response:
    """`/`: everything that the case holds, at a glance."""
    seen = desk(request).seen()
    return shown(request, seen, None)


def shown(request: Request, seen: Seen, added: list[dict[str, object]] | None) -> Response:
    """The page, with what became of what was just added."""
    every = seen.dossier.readings
    pages = max(1, -(-len(every) // A_PAGE))
    page = number(request.query_params.get("page"), 1, pages, 1)
    return rendered(
        request,
        "case.html.j2",
        seen=seen,
        waiting=waiting(seen),
        added=added,
        readings=every[(page - 1) * A_PAGE : page * A_PAGE],
        page=page,
        pages=pages,
    )


def waiting(seen: Seen) -> int:
    """How many claims told by two documents or more nobody has decided on."""
    return sum(
        "status" not in seen.dossier.decided_of(group)
        for group in seen.found.groups
        if len(group.documents) > 1 or group.id in seen.against
    )


def search(request: Request) -> Response:
    """`/search?q=`: hits in claims, voices, places and texts."""
    seen = desk(request).seen()
    typed = request.query_params.get("q", "")[:400]
    kind = request.query_params.get("kind", "")
    kind = kind if kind in KINDS else ""
    found = seen.search.find(typed, kind)
    return rendered(request, "search.html.j2", seen=seen, typed=typed, kind=kind, kinds=KINDS, found=found)
