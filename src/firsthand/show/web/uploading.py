"""The way in for files: streamed to a folder of their own, read one upload after the other, and removed."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath, PureWindowsPath

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Message, Receive

from firsthand.show.web.desk import Desk, Upload
from firsthand.show.web.page_case import shown
from firsthand.show.web.pages import desk
from firsthand.show.web.posted import posted
from firsthand.show.web.refusals import Refused
from firsthand.show.web.texts import texts

LONGEST_NAME = 120
MOST_AT_ONCE = 50
"""Uploads whose way is told; of more, only the end is."""


async def add(request: Request) -> Response:
    """`POST /add`: files and archives of them into the case."""
    held = desk(request)
    with _watched(held, request) as upload:
        form = await posted(Request(request.scope, _counted(request.receive, upload)), files=True)
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
            results = await run_in_threadpool(_added, held, files, by, said, upload)
        finally:
            await form.close()
    seen = await run_in_threadpool(held.seen)
    return shown(request, seen, results)


def progress(request: Request) -> Response:
    """`GET /add/{upload}`: how far an upload is, in a sentence; empty where there is none."""
    upload = desk(request).uploads.get(request.path_params["upload"])
    return JSONResponse({"said": _sentence(upload) if upload else ""})


def _sentence(upload: Upload) -> str:
    if upload.state == "received":
        return texts()("case.waits")
    if upload.state == "reading":
        return texts()("case.reads", n=upload.read, name=upload.name)
    share = 100 * upload.received // upload.of if upload.of else 0
    return texts()("case.receives", share=min(share, 100))


@contextmanager
def _watched(held: Desk, request: Request) -> Iterator[Upload]:
    """An upload that the page may ask after under the name that it gave."""
    said = request.headers.get("content-length", "")
    upload = Upload(of=int(said) if said.isascii() and said.isdigit() and len(said) < 16 else 0)
    name = request.query_params.get("upload", "")
    kept = 8 <= len(name) <= 64 and name not in held.uploads and len(held.uploads) < MOST_AT_ONCE
    if kept:
        held.uploads[name] = upload
    try:
        yield upload
    finally:
        if kept:
            held.uploads.pop(name, None)


def _counted(receive: Receive, upload: Upload) -> Receive:
    async def counted() -> Message:
        message = await receive()
        upload.received += len(message.get("body", b""))
        return message

    return counted


def _added(
    held: Desk, files: list[UploadFile], by: str, said: dict[str, str], upload: Upload
) -> list[dict[str, object]]:
    if held.adding is None:
        raise Refused(503, "no_adding")

    def told(name: str) -> None:
        upload.read, upload.name = upload.read + 1, name[:200]

    upload.state = "received"
    with held.add_lock, tempfile.TemporaryDirectory(prefix="firsthand-add-") as folder:
        upload.state = "reading"
        names: list[str] = []
        for each in files:
            name = file_name(each.filename or "", names)
            with (Path(folder) / name).open("xb") as out:
                shutil.copyfileobj(each.file, out, 1 << 20)
            names.append(name)
        return held.adding(Path(folder), names, by, said, told)


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
