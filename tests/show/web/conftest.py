"""A workbench that runs on this machine, and a browser that looks at it."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import socket
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from firsthand.case import Case
from firsthand.show.adding import add
from firsthand.show.dossier import of_case
from firsthand.show.web.app import app
from firsthand.show.web.desk import Desk
from firsthand.show.web.gate import Keys

EXAMPLES = Path(__file__).parents[3] / "examples/sovna-bridge"


@dataclass
class Served:
    """A case that is open in a server of its own."""

    path: Path
    desk: Desk
    keys: Keys

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.keys.port}"


class Server:
    """uvicorn in a thread, as `firsthand serve` runs it in a process."""

    def __init__(self, desk: Desk, largest_bytes: int = 5_000_000) -> None:
        import uvicorn

        self._socket = socket.socket()
        self._socket.bind(("127.0.0.1", 0))
        self.keys = Keys(self._socket.getsockname()[1])
        settings = uvicorn.Config(
            app(desk, self.keys, largest_bytes), log_level="critical", lifespan="off", ws="none"
        )
        self._server = uvicorn.Server(settings)
        self._server.install_signal_handlers = lambda: None
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        while not self._server.started:
            assert self._thread.is_alive()
            threading.Event().wait(0.01)

    def _run(self) -> None:
        with asyncio.Runner() as runner:
            runner.run(self._server.serve(sockets=[self._socket]))

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(10)
        self._socket.close()


def serving(path: Path, **given):
    desk = Desk(path, of_case, "Ada", **given)
    server = Server(desk)
    return server, Served(path, desk, server.keys)


@pytest.fixture(scope="session")
def serve_case():
    """A server over a case, and what it serves; stop the server at the end."""
    return serving


@pytest.fixture(scope="session")
def example_case(tmp_path_factory, instruments) -> Path:
    """The example case with a clip of three shots."""
    folder = tmp_path_factory.mktemp("workbench")
    path = folder / "case"
    with Case.create(path, by="Ada", title="The bridge at Sovna") as case:
        assert all(item.status == "added" for item in add(case, [str(EXAMPLES)], by="Ada"))
        clip = film(folder / "ferry.mp4")
        assert [item.clip for item in add(case, [str(clip)], by="Ada")] == ["v1"]
    return path


def film(path: Path) -> Path:
    """Three shots of one second each."""
    import av
    import numpy as np

    with av.open(str(path), "w") as out:
        stream = out.add_stream("libx264", rate=10)
        stream.width, stream.height, stream.pix_fmt = 160, 96, "yuv420p"
        y, x = np.mgrid[0:96, 0:160]
        for n in range(30):
            shade = [(30, 90, 200), (200, 60, 30), (20, 160, 60)][n // 10]
            picture = np.stack([(x // 4 + y // 3 + n + c) % 256 for c in shade], -1).astype("uint8")
            for packet in stream.encode(av.VideoFrame.from_ndarray(picture, "rgb24")):
                out.mux(packet)
        for packet in stream.encode():
            out.mux(packet)
    return path


@pytest.fixture
def workbench(example_case, tmp_path):
    """The example case, a copy of it for each test that changes it."""
    path = tmp_path / "case"
    shutil.copytree(example_case, path)
    server, served = serving(path)
    yield served
    server.stop()


@pytest.fixture(scope="session")
def looking(example_case):
    """The example case for tests that only look."""
    server, served = serving(example_case)
    yield served
    server.stop()


@pytest.fixture(scope="module")
def chromium():
    """A browser. Playwright keeps an event loop in this thread, so it ends with the tests that need it."""
    playwright = pytest.importorskip("playwright.sync_api")
    where = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if where is None:
        pytest.skip("there is no Chromium on this machine")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=where, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(chromium):
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    opened.set_default_timeout(15_000)
    yield opened
    context.close()


@pytest.fixture
def without_script(chromium, looking):
    """The example case in a browser that runs no script."""
    context = chromium.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(looking.keys.address)
    yield opened
    context.close()


@pytest.fixture(scope="session")
def until():
    """Wait until an expression holds in a page. Playwright's own way is forbidden by the page's policy."""

    def wait(page, expression: str, timeout_s: float = 10) -> None:
        end = time.monotonic() + timeout_s
        while not page.evaluate(f"Boolean({expression})"):
            assert time.monotonic() < end, expression
            page.wait_for_timeout(30)

    return wait


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


def put_to(
    application, method="GET", path="/", headers=(), body=b"", chunks=None, query="", broken=()
) -> Answer:
    """What the application answers to exactly these headers."""
    sent = []
    pieces = list(chunks if chunks is not None else [body])
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "path": path,
        "raw_path": path.encode(), "query_string": query.encode(), "scheme": "http", "root_path": "",
        "headers": [(k.lower().encode("latin-1"), v.encode("latin-1")) for k, v in headers],
        "client": ("127.0.0.1", 50000), "server": ("127.0.0.1", 8741),
    }  # fmt: skip

    async def receive():
        if not pieces:
            return {"type": "http.disconnect"}
        piece = pieces.pop(0)
        return {"type": "http.request", "body": piece, "more_body": bool(pieces)}

    async def send(message):
        sent.append(message)

    with contextlib.suppress(*broken):  # what the server would write to its own terminal
        asyncio.run(application(scope, receive, send))
    start = next(m for m in sent if m["type"] == "http.response.start")
    found = {k.decode().lower(): v.decode("latin-1") for k, v in start["headers"]}
    return Answer(start["status"], found, b"".join(m.get("body", b"") for m in sent))


@pytest.fixture(scope="session")
def ask():
    """Requests put to the application itself, header by header, without a server in between."""
    return put_to
