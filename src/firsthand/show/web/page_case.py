"""The case: what it holds, what could not be read, search, and the way in for files."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path, PurePosixPath, PureWindowsPath

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from firsthand.show.web.desk import Desk, Seen
from firsthand.show.web.pages import desk, number, rendered
from firsthand.show.web.posted import posted
from firsthand.show.web.refusals import Refused
from firsthand.show.web.search import KINDS

A_PAGE = 100
LONGEST_NAME = 120


def case(request: Request) -> Response:
    """`/`: everything that the case holds, at a glance."""
    seen = desk(request).seen()
    return _shown(request, seen, None)


def _shown(request: Request, seen: Seen, added: list[dict[str, object]] | None) -> Response:
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


async def add(request: Request) -> Response:
    """`POST /add`: files into the case. They are streamed to a folder of their own, read, and removed."""
    from starlette.concurrency import run_in_threadpool

    held = desk(request)
    form = await posted(request, files=True)
    files = [each for each in form.getlist("files") if isinstance(each, UploadFile) and each.filename]
    if not files:
        raise Refused(400, "no_file")
    by = str(form.get("by") or "").strip()[:200] or held.actor
    said = {
        name: str(form[name]).strip()[:500]
        for name in ("published", "publisher", "url")
        if str(form.get(name) or "").strip()
    }
    try:
        results = await run_in_threadpool(_added, held, files, by, said)
    finally:
        await form.close()
    seen = await run_in_threadpool(held.seen)
    return _shown(request, seen, results)


def _added(held: Desk, files: list[UploadFile], by: str, said: dict[str, str]) -> list[dict[str, object]]:
    if held.adding is None:
        raise Refused(503, "no_adding")
    with held.add_lock, tempfile.TemporaryDirectory(prefix="firsthand-add-") as folder:
        names: list[str] = []
        for each in files:
            name = file_name(each.filename or "", names)
            with (Path(folder) / name).open("xb") as out:
                shutil.copyfileobj(each.file, out, 1 << 20)
            names.append(name)
        return held.adding(Path(folder), names, by, said)


def file_name(given: str, taken: list[str]) -> str:
    """A file's own name as it may stand in a folder of ours: no path, no control character, not hidden."""
    last = PureWindowsPath(PurePosixPath(given.replace("\\", "/")).name).name
    kept = "".join(c if c.isprintable() and c not in '/\\:*?"<>|\x00' else "_" for c in last)
    kept = kept.strip().lstrip(".-") or "file"
    stem, dot, ending = kept.rpartition(".")
    if len(kept.encode("utf-8")) > LONGEST_NAME:
        ending = ending[:12] if dot else ""
        short = (stem if dot else kept).encode("utf-8")[: LONGEST_NAME - 20].decode("utf-8", "ignore")
        kept = f"{short}.{ending}" if ending else short
    made, n = kept, 1
    while made.casefold() in {each.casefold() for each in taken}:
        n += 1
        stem, dot, ending = kept.rpartition(".")
        made = f"{stem} ({n}).{ending}" if dot else f"{kept} ({n})"
    return made
