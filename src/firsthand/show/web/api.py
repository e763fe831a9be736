"""The same over HTTP for programs: JSON, described by an OpenAPI document, errors always of one form."""

from __future__ import annotations

from typing import Any

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from firsthand import __version__
from firsthand.schema.errors import DecidedSince
from firsthand.show import decided, review
from firsthand.show.web.api_described import described
from firsthand.show.web.desk import Desk
from firsthand.show.web.pages import desk
from firsthand.show.web.posted import check
from firsthand.show.web.refusals import Refused, failure

MOST = 500
FAR = 10**9
"""No list is longer."""


def _json(value: Any, status: int = 200) -> Response:
    return Response(msgspec.json.encode(value), status_code=status, media_type="application/json")


def _page(request: Request, rows: list[Any]) -> Response:
    """Rows from `offset` on, at most `limit`, and how many there are in all."""
    offset = _number(request, "offset", 0, FAR, 0)
    limit = _number(request, "limit", 1, MOST, 100)
    return _json({"total": len(rows), "offset": offset, "items": rows[offset : offset + limit]})


def _given(request: Request, name: str) -> str | None:
    """What the address says once; refused where it says it twice."""
    said = request.query_params.getlist(name)
    if len(said) > 1:
        raise Refused(422, "said_twice", name=name)
    return said[0] if said else None


def _number(request: Request, name: str, least: int, most: int, otherwise: int) -> int:
    """A whole number of the address, refused where it is none or out of its range."""
    said = _given(request, name)
    if said is None:
        return otherwise
    if not said.isascii() or not said.isdigit() or len(said) > 12 or not least <= int(said) <= most:
        raise Refused(422, "no_number", name=name, least=least, most=most)
    return int(said)


def openapi(_request: Request) -> Response:
    """`GET /api/openapi.json`."""
    return _json(described())


def the_case(request: Request) -> Response:
    """`GET /api/case`."""
    seen = desk(request).seen()
    dossier, found = seen.dossier, seen.found
    return _json({
        "title": dossier.title, "created": dossier.created, "version": __version__,
        "documents": len(dossier.readings), "claims": len(found.claims), "groups": len(found.groups),
        "first_hands": len(found.origins), "contradictions": len(found.contradictions),
        "clips": len(dossier.clips), "not_read": list(dossier.not_read), "unread": list(dossier.unread),
        "log_entries": dossier.log.entries, "log_head": dossier.log.head,
    })  # fmt: skip


def documents(request: Request) -> Response:
    """`GET /api/documents`."""
    return _page(request, list(desk(request).seen().found.documents))


def document(request: Request) -> Response:
    """`GET /api/documents/d3`: everything that was read from it."""
    name = request.path_params["document"]
    reading = desk(request).seen().readings.get(name)
    if reading is None:
        raise Refused(404, "no_document", name=name[:40])
    return _json(reading.plain())


def claims(request: Request) -> Response:
    """`GET /api/claims?document=d3`: the tellings of all groups."""
    only = _given(request, "document") or ""
    found = desk(request).seen().found.claims
    return _page(request, [each for each in found if only in ("", each.document)])


def groups(request: Request) -> Response:
    """`GET /api/groups`."""
    return _page(request, list(desk(request).seen().found.groups))


def group(request: Request) -> Response:
    """`GET /api/groups/g5`: the group, its tellings, and what speaks against it."""
    seen, name = desk(request).seen(), request.path_params["group"]
    if name not in seen.groups:
        raise Refused(404, "no_group", name=name[:40])
    return _json({
        "group": seen.groups[name],
        "tellings": seen.tellings.get(name, []),
        "contradictions": [pair for pair, _ in seen.against.get(name, [])],
        "decisions": decided.plain(seen.dossier.decided_of(seen.groups[name]).values()),
    })  # fmt: skip


def findings(request: Request) -> Response:
    """`GET /api/findings`: what `findings --json` gives."""
    return _json(desk(request).seen().found)


def found(request: Request) -> Response:
    """`GET /api/search?q=`."""
    typed = (_given(request, "q") or "")[:400]
    hits = desk(request).seen().search.find(typed, _given(request, "kind"))
    return _page(
        request,
        [
            {"kind": h.kind, "document": h.document, "claim": h.id, "at": h.at}
            | {"words": "".join(words for _, words in h.pieces)}
            for h in hits
        ],
    )


def clips(request: Request) -> Response:
    """`GET /api/footage`."""
    return _page(request, list(desk(request).seen().found.clips))


def decisions(request: Request) -> Response:
    """`GET /api/decisions`: every decision ever made, in its order."""
    return _page(request, list(desk(request).seen().dossier.history))


class Deciding(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What `POST /api/decisions` takes."""

    target: str
    action: str
    by: str
    said: tuple[str, ...] = ()
    if_last: int | None = None


async def decide(request: Request) -> Response:
    """`POST /api/decisions`: one decision, by name; 409 where somebody was quicker than `if_last`."""
    check(request, "")
    try:
        asked = msgspec.json.decode(await request.body(), type=Deciding)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return failure(request.scope, 422, str(error))
    if not asked.by.strip():
        raise Refused(400, "no_name")
    try:
        made = await run_in_threadpool(_act, desk(request), asked)
    except DecidedSince as error:
        return failure(request.scope, 409, str(error))
    return _json({"ok": True, "decision": msgspec.to_builtins(made)}, 201)


def _act(held: Desk, asked: Deciding) -> Any:
    with held.case() as case:
        return review.act(
            case,
            asked.target,
            asked.action,
            asked.said,
            by=asked.by.strip()[:200],
            if_last=asked.if_last,
        )
