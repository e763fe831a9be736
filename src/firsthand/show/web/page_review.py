"""Review: what waits, what was decided by whom, and deciding; taken back as easily as made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from firsthand.case import Decision
from firsthand.schema import ComparedClaim, Group
from firsthand.schema.errors import DecidedSince, FirsthandError
from firsthand.show import decided, review
from firsthand.show.page.quoted import Quoted, quoted
from firsthand.show.web.desk import Desk, Seen
from firsthand.show.web.page_board import state
from firsthand.show.web.pages import desk, gone_to, number, rendered
from firsthand.show.web.posted import posted
from firsthand.show.web.refusals import Refused, failure

A_PAGE = 40


class Standing(NamedTuple):
    """A decision as the list shows it."""

    decision: Decision
    name: str
    """What to type for its target: `d3.c4`, `g5`, a source's name."""
    link: str
    in_force: bool
    aside: bool
    said: str
    last: int
    """The number of the log's last entry when the page was made."""


def review_page(request: Request) -> Response:
    """`/review`: what waits for somebody, the sources, and every decision, the last one first."""
    seen = desk(request).seen()
    waiting = [
        group
        for group in seen.found.groups
        if (len(group.documents) > 1 or group.id in seen.against) and state(seen, group) == "waiting"
    ]
    every = list(_standing(seen))
    pages = max(1, -(-len(every) // A_PAGE))
    page = number(request.query_params.get("page"), 1, pages, 1)
    return rendered(
        request,
        "review.html.j2",
        seen=seen,
        waiting=sorted(waiting, key=lambda group: -len(group.documents))[:A_PAGE],
        count=len(waiting),
        decisions=every[(page - 1) * A_PAGE : page * A_PAGE],
        page=page,
        pages=pages,
        sources=_sources(seen),
        joining=list(_joining(seen)),
    )


def _joining(seen: Seen) -> Iterator[tuple[ComparedClaim, Quoted, str, list[tuple[Group, str]], int]]:
    """What waits to be told which half of a split it joins: a telling, its words, who split, the halves."""
    claims = {each.id: each for each in seen.found.claims}
    groups = {name: group for group in seen.found.groups for name in group.claims}
    for each in seen.dossier.joining:
        telling = claims.get(each.tellings[0])
        halves = [(groups[name], name) for name in each.halves if name in groups]
        if telling is not None and len(halves) > 1:
            text = seen.readings[telling.document].document.text
            yield telling, quoted(text, telling.anchors), each.by, halves, seen.last


def _standing(seen: Seen) -> list[Standing]:
    groups = {name: group.id for group in seen.found.groups for name in group.claims}
    aside = {each.n for each in seen.dossier.aside}
    held = {each.n for fields in seen.dossier.decisions.values() for each in fields.values()}
    made = []
    for each in reversed(seen.dossier.history):
        if each.target in seen.dossier.originals:  # what was said of a file when it came
            continue
        name = groups.get(each.target, each.target).removeprefix(decided.SOURCE)
        said = decided.said(each) if each.value is not None else ""
        made.append(
            Standing(
                each,
                name,
                _link(each.target, groups),
                each.n in held,
                each.n in aside,
                said,
                seen.last,
            )
        )
    return made


def _link(target: str, groups: dict[str, str]) -> str:
    if target in groups:
        return f"/finding/{groups[target]}"
    if target.startswith("v") and target[1:].isdigit():
        return f"/footage/{target}"
    document, _, value = target.partition(".")
    if document.startswith("d") and document[1:].isdigit():
        return f"/read/{document}/{value}" if value.startswith("c") else f"/read/{document}"
    return ""


def _sources(seen: Seen) -> list[tuple[str, int, Decision | None, int]]:
    """Publishers and first hands: name, how many documents or tellings, the grade, the last decision."""
    count: dict[str, int] = {}
    for document in seen.found.documents:
        if document.publisher:
            count[document.publisher] = count.get(document.publisher, 0) + 1
    for claim in seen.found.claims:
        origin = seen.origins.get(claim.origin or "")
        if origin:
            count[origin.name] = count.get(origin.name, 0) + 1
    return [
        (
            name,
            n,
            seen.dossier.decided_on(f"{decided.SOURCE}{name}").get(decided.GRADE),
            last_on(seen, f"{decided.SOURCE}{name}"),
        )
        for name, n in sorted(count.items(), key=lambda each: (-each[1], each[0].casefold()))[:60]
    ]


def last_on(seen: Seen, target: str) -> int:
    """The number of the last decision on a target; 0 for none."""
    return max((each.n for each in seen.dossier.history if each.target == target), default=0)


async def decide(request: Request) -> Response:
    """`POST /review`: one decision, by name, only if nobody decided since the page was made."""
    form = await posted(request)
    by = str(form.get("by") or "").strip()[:200]
    if not by:
        raise Refused(400, "no_name")
    back = str(form.get("back") or "/review")
    try:
        now = await run_in_threadpool(_decide, desk(request), form, by)
    except DecidedSince as error:
        return await run_in_threadpool(failure, request.scope, 409, str(error).split(" Look again")[0])
    except FirsthandError as error:
        return await run_in_threadpool(failure, request.scope, 400, str(error))
    return gone_to(now or back, by)


def _decide(held: Desk, form: FormData, by: str) -> str | None:
    """Make the decision. Another page to go to where the one that it came from may be gone."""
    target = str(form.get("target") or "")[:400]
    telling = str(form.get("telling") or "")
    last = str(form.get("if_last") or "")
    words = [str(each)[:5_000] for each in form.getlist("said") if str(each).strip()]
    if telling:
        # Groups are numbered anew when a document comes: the page knows the group by one of its tellings.
        target = next((g.id for g in held.seen().found.groups if telling in g.claims), "")
        if not target:
            raise Refused(409, "group_gone")
    with held.case() as case:
        review.act(
            case, target, str(form.get("action") or ""), words, by=by,
            if_last=int(last) if last.isascii() and last.isdigit() and len(last) < 12 else None,
        )  # fmt: skip
    if not telling or not str(form.get("back") or "").startswith("/finding/"):
        return None
    now = next((g.id for g in held.seen().found.groups if telling in g.claims), None)
    return f"/finding/{now}" if now else "/review"
