"""The workbench as an ASGI application, and the server that gives it to this machine alone."""

from __future__ import annotations

import socket
from collections.abc import Callable
from functools import cache
from importlib.resources import files

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp

from firsthand.schema.errors import CannotWrite, FirsthandError
from firsthand.show.web import (
    api,
    page_board,
    page_case,
    page_finding,
    page_footage,
    page_map,
    page_reader,
    page_review,
    uploading,
)
from firsthand.show.web.desk import Desk
from firsthand.show.web.gate import Gate, Keys
from firsthand.show.web.islands import Built, built_of, modules
from firsthand.show.web.refusals import Refused, failure, on_refused
from firsthand.show.web.texts import texts

LOOPBACK = "127.0.0.1"
PORT = 8741
"""Where the first free port is looked for."""
LARGEST_MB = 2_000


def app(desk: Desk, keys: Keys, largest_bytes: int = LARGEST_MB * 1_000_000) -> ASGIApp:
    """All pages over one case, behind the gate."""
    made = Starlette(
        routes=ROUTES,
        exception_handlers={
            Refused: on_refused,
            FirsthandError: on_refused,
            HTTPException: _on_http,
            Exception: on_refused,
        },
    )
    made.state.desk = desk
    return Gate(made, keys, largest_bytes)


async def _on_http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    name = {404: "no_page", 405: "wrong_method"}.get(status, "no_form")
    return failure(request.scope, status, texts()(f"refused.{name}"))


@cache
def _static(name: str) -> Built:
    """A file of ours. The style sheet is that of the findings page and of the maps, and our own."""
    folders = {
        "workbench.css": (
            ("page", "style.css"),
            ("map", "map.css"),
            ("web", "static/workbench.css"),
            ("web", "static/islands.css"),
        ),
        "workbench.js": (("web", "static/workbench.js"),),
    }
    parts = [files("firsthand.show").joinpath(folder, path) for folder, path in folders[name]]
    return built_of(b"\n".join(part.read_bytes() for part in parts))


def static(request: Request) -> Response:
    """`/static/workbench.css` and `.js`: files of ours, by name."""
    name = request.path_params["name"]
    if name not in ("workbench.css", "workbench.js"):
        raise Refused(404, "no_page")
    return _handed(request, _static(name), "text/css" if name.endswith("css") else "text/javascript")


def island_module(request: Request) -> Response:
    """`/static/islands/reader.js`: a module of script, of those that the build lists."""
    found = modules().get(request.path_params["name"])
    if found is None:
        raise Refused(404, "no_page")
    return _handed(request, found, "text/javascript")


def _handed(request: Request, held: Built, kind: str) -> Response:
    """The bytes, or that the browser has them; it asks each time: another version may be running."""
    headers = {"cache-control": "private, no-cache", "etag": f'"{held.digest}"'}
    if request.headers.get("if-none-match") == headers["etag"]:
        return Response(status_code=304, headers=headers)
    return Response(held.body, media_type=kind, headers=headers)


def no_picture(_request: Request) -> Response:
    """`/favicon.ico`: browsers ask for it; there is none."""
    return Response(status_code=204)


def _get(path: str, page: Callable[..., object]) -> Route:
    return Route(path, page, methods=["GET"])


def _post(path: str, page: Callable[..., object]) -> Route:
    return Route(path, page, methods=["POST"])


ROUTES: list[BaseRoute] = [
    _get("/", page_case.case),
    _get("/search", page_case.search),
    _post("/add", uploading.add),
    _get("/add/{upload}", uploading.progress),
    _get("/read/{document}", page_reader.reader),
    _get("/read/{document}/{claim}", page_reader.reader),
    _get("/claims", page_board.board),
    _get("/claims/rows", page_board.rows),
    _get("/claims/tellings/{group}", page_board.tellings),
    _get("/finding/{group}", page_finding.finding),
    _get("/map", page_map.map_page),
    _get("/map/told", page_map.told),
    _get("/footage", page_footage.clips),
    _get("/footage/{clip}", page_footage.clip),
    _post("/footage/{clip}", page_footage.note),
    _get("/footage/{clip}/picture/{n:int}", page_footage.picture),
    _get("/footage/{clip}/file", page_footage.played),
    _get("/review", page_review.review_page),
    _post("/review", page_review.decide),
    _get("/static/{name}", static),
    _get("/static/islands/{name}", island_module),
    _get("/favicon.ico", no_picture),
    _get("/api/openapi.json", api.openapi),
    _get("/api/case", api.the_case),
    _get("/api/documents", api.documents),
    _get("/api/documents/{document}", api.document),
    _get("/api/claims", api.claims),
    _get("/api/groups", api.groups),
    _get("/api/groups/{group}", api.group),
    _get("/api/findings", api.findings),
    _get("/api/search", api.found),
    _get("/api/footage", api.clips),
    _get("/api/decisions", api.decisions),
    _post("/api/decisions", api.decide),
]


def bound(port: int | None) -> socket.socket:
    """A socket on this machine alone: the port asked for, or the first free one from 8741 on."""
    for each in (port,) if port is not None else (*range(PORT, PORT + 20), 0):
        held = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            held.bind((LOOPBACK, each))
            held.listen(64)  # who opens the address at once waits for the server instead of being refused
        except OSError:
            held.close()
        else:
            return held
    raise CannotWrite(f"Port {port} is taken. Choose another one, or none: --port.")


def serve(desk: Desk, keys: Keys, held: socket.socket, largest_bytes: int) -> None:
    """Serve until the process is asked to stop."""
    import uvicorn

    settings = uvicorn.Config(
        app(desk, keys, largest_bytes), log_level="warning", access_log=False, server_header=False,
        lifespan="off", ws="none", proxy_headers=False, timeout_graceful_shutdown=3,
    )  # fmt: skip
    uvicorn.Server(settings).run(sockets=[held])
