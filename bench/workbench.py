"""What the workbench asks of a browser: bytes of a first load; a book of 200,000 words opened and scrolled.

    python -m bench.workbench

In real headless Chromium, against a server in this process. The book is drawn with a fixed seed: words by
chance, 5,000 claims of which a third lie within others, 2,000 voices. Prints, one figure a line:

first load      kB after gzip of a page with its style sheet and all its script, the heaviest of the pages
open            ms from the click to the frame in which the text can be read and worked with, median of five
                places of the book; the case is open already
whole           s until all of the book is on the page, for the browser's own search, while nobody touches it
scroll          ms between frames while the wheel is turned through the book, 95th percentile, and the worst
choose          ms from a click on a sentence to its panel, median of nine
in step         ms by which the second of two players is off while both play, 95th percentile of two seconds
board           ms from a key in the filter of 5,000 claims to the frame that shows what fits, median of nine
"""

from __future__ import annotations

import asyncio
import gzip
import random
import re
import shutil
import socket
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from firsthand.case import Case
from firsthand.ingest import text_document
from firsthand.schema import (
    Attribution,
    Because,
    Claim,
    ComparedClaim,
    ComparedDocument,
    Findings,
    Group,
    Hints,
    Reading,
    Span,
    Voice,
)
from firsthand.show.adding import add
from firsthand.show.dossier import Dossier, of_case
from firsthand.show.web.app import app
from firsthand.show.web.desk import Desk
from firsthand.show.web.gate import Keys

EXAMPLES = Path(__file__).parent.parent / "examples/sovna-footage"
CLIPS = (EXAMPLES / "brigade-video.mp4", EXAMPLES / "tarn-watch-repost.mp4")
WORDS, CLAIMS, VOICES = 200_000, 5_000, 2_000
PAGES = ("/", "/read/d1", "/read/d1/c2500", "/claims", "/finding/g1", "/map", "/footage", "/review")


def book() -> Dossier:
    """One document of 200,000 words in 2,500 paragraphs, its claims and voices, and each claim a group."""
    draw = random.Random(7)
    stock = ["".join(draw.choices("aeioulnrstmd", k=draw.randint(2, 11))) for _ in range(4_000)]
    paragraphs, text, sentences = [], [], list[Span]()
    at = 0
    for _ in range(WORDS // 80):
        start = at
        for _ in range(5):
            sentence = " ".join(draw.choices(stock, k=16)).capitalize() + ". "
            sentences.append(Span(at, at + len(sentence) - 2))
            text.append(sentence)
            at += len(sentence)
        paragraphs.append(Span(start, at))
        text.append("\n\n")
        at += 2
    document = text_document("".join(text), Hints(name="book.txt"), id="d1")
    document = msgspec.structs.replace(document, paragraphs=tuple(paragraphs))
    chosen = sorted(draw.sample(range(len(sentences)), CLAIMS * 2 // 3))
    spans = [sentences[n] for n in chosen]
    spans += [Span(s.start + 9, s.start + 60) for s in draw.sample(spans, CLAIMS - len(spans))]
    claims = tuple(_claim(n, span, document.text) for n, span in enumerate(sorted(spans), start=1))
    voices = tuple(
        Attribution(
            id=f"a{n}",
            source=(Span(s.start, s.start + 12),),
            cue=(Span(s.start + 13, s.start + 20),),
            content=(),
            type="indirect",
            kind="report",
            certainty="certain",
            polarity="+",
        )
        for n, s in enumerate(sentences[: VOICES * 5 : 5])
    )
    reading = Reading(document=document, claims=claims, attributions=voices)
    return Dossier(title="A book", readings=[reading], findings=_findings(claims))


def _claim(n: int, span: Span, text: str) -> Claim:
    chain = tuple(
        Voice(name=name, kind="outlet", cue="said", anchor=Span(span.start, span.start + 8))
        for name in ("Harbour Post", "Radio Meridian", "9th River Brigade")
    )
    because = (Because(rule="bench", anchors=(Span(span.start, span.start + 5),)),)
    return Claim(id=f"c{n}", anchors=(span,), text=text[span.start : span.end], chain=chain, because=because)


def _findings(claims: tuple[Claim, ...]) -> Findings:
    groups = tuple(
        Group(
            id=f"g{n}",
            text=claim.text,
            claims=(f"d1/{claim.id}.1",),
            documents=("d1",),
            origins=(),
            independent_first_hands=n % 3,
            disinterested_first_hands=0,
            untraced=n % 3 == 0,
        )
        for n, claim in enumerate(claims, start=1)
    )
    told = tuple(
        ComparedClaim(
            id=f"d1/{claim.id}.1",
            document="d1",
            anchors=claim.anchors,
            text=claim.text,
            chain=claim.chain,
            certainty="certain",
            polarity="+",
            group=f"g{n}",
        )
        for n, claim in enumerate(claims, start=1)
    )
    return Findings(documents=(ComparedDocument(id="d1", title="A book"),), groups=groups, claims=told)


@contextmanager
def served(dossier: Dossier | None, *files: Path) -> Iterator[Keys]:
    """The workbench over a dossier, or over a new case of some files, in a thread of this process."""
    import uvicorn

    with tempfile.TemporaryDirectory(prefix="firsthand-bench-") as folder:
        path = Path(folder) / "case"
        with Case.create(path, by="bench", title="A book") as case:
            for _ in add(case, [str(each) for each in files], by="bench"):
                pass
        held = socket.socket()
        held.bind(("127.0.0.1", 0))
        keys = Keys(held.getsockname()[1])
        settings = uvicorn.Config(
            app(Desk(path, lambda case: dossier or of_case(case), "bench"), keys),
            log_level="critical",
            lifespan="off",
            ws="none",
        )
        server = uvicorn.Server(settings)
        thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[held])), daemon=True)
        thread.start()
        yield keys
        server.should_exit = True
        thread.join(10)
        held.close()


# From the start of the navigation to the second frame after the page is whole.
OPENED = """() => new Promise(done => {
  const look = () => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())));
  document.readyState === 'complete' ? look() : addEventListener('load', look);
})"""
FRAMES = """() => { window.__frames = []; let last = performance.now();
  const tick = now => { __frames.push(now - last); last = now; requestAnimationFrame(tick); };
  requestAnimationFrame(tick); }"""
TYPED = """(word) => new Promise(done => {
  const field = document.querySelector('form.filter [name=q]'), began = performance.now();
  field.value = word; field.dispatchEvent(new Event('input', {bubbles: true}));
  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - began)));
})"""
CHOSEN = """(n) => new Promise(done => {
  const link = [...document.querySelectorAll('a[data-step]')][n], began = performance.now();
  new MutationObserver((_, self) => {
    if (!document.querySelector('#panel svg.graph')) return;
    self.disconnect();
    requestAnimationFrame(() => done(performance.now() - began));
  }).observe(document.getElementById('panel'), {childList: true, subtree: true});
  link.click();
})"""


def first_load(page: Any, url: str) -> tuple[float, str]:
    """The heaviest page with all it loads of style and script, in kB after gzip."""
    worst = (0.0, "")
    for path in PAGES:
        body = page.request.get(url + path).body()
        names = re.findall(r'(?:src|href)="(/static/[^"]+)"', body.decode())
        bodies = [body]
        for name in names:
            bodies.append(page.request.get(url + name).body())
            if "/islands/" in name:  # what a module imports comes with it
                named = re.findall(rb'from"\./([\w.-]+)"', bodies[-1])
                names += [each for n in named if (each := f"/static/islands/{n.decode()}") not in names]
        worst = max(worst, (sum(len(gzip.compress(each)) for each in bodies) / 1000, path))
    return worst


def whole(page: Any, url: str) -> float:
    """Seconds until a word at the other end of the book is found by the browser itself."""
    page.goto(f"{url}/read/d1")
    began = time.monotonic()
    while page.evaluate("document.querySelector('.part.away') !== null") and time.monotonic() - began < 120:
        page.wait_for_timeout(50)
    return time.monotonic() - began


def scrolled(page: Any, url: str) -> list[float]:
    """Milliseconds between frames while the wheel turns: slowly through pages, then fast."""
    page.goto(f"{url}/read/d1?part=20")
    page.wait_for_timeout(500)
    page.mouse.move(400, 500)
    page.evaluate(FRAMES)
    for step in [120] * 90 + [700] * 40:
        page.mouse.wheel(0, step)
        page.wait_for_timeout(16)
    return sorted(page.evaluate("__frames.slice(2)"))


def measured(page: Any, keys: Keys) -> Iterator[str]:
    """The figures, a line each."""
    url = f"http://127.0.0.1:{keys.port}"
    page.goto(keys.address)
    heaviest, path = first_load(page, url)
    yield f"first load {heaviest:.0f} kB ({path})"
    opened = []
    for part in (1, 10, 25, 40, 50):
        page.goto(f"{url}/read/d1?part={part}")
        opened.append(page.evaluate(OPENED))
    yield f"open {statistics.median(opened):.0f} ms (worst {max(opened):.0f})"
    yield f"whole {whole(page, url):.1f} s"
    frames = scrolled(page, url)
    late = sum(each > 50 for each in frames) / len(frames)
    yield (
        f"scroll {frames[int(0.95 * len(frames))]:.0f} ms (median {statistics.median(frames):.0f}, worst "
        f"{frames[-1]:.0f}, {late:.1%} above 50, {len(frames)} frames)"
    )
    page.goto(f"{url}/read/d1?part=25")
    page.wait_for_timeout(300)
    chosen = []
    for n in range(10):
        chosen.append(page.evaluate(CHOSEN, n))
        page.click("[data-close]")
    yield f"choose {statistics.median(chosen):.0f} ms (worst {max(chosen):.0f})"
    page.goto(f"{url}/claims")
    page.wait_for_selector("[data-board] button.tell", timeout=20_000)
    typed = [
        page.evaluate(TYPED, word) for word in ("a", "ar", "ara", "e", "er", "era", "s", "st", "sto", "o")
    ]
    yield f"board {statistics.median(typed):.0f} ms (worst {max(typed):.0f})"


APART = """() => new Promise(done => {
  const [own, other] = document.querySelectorAll('.instep video'), found = [];
  const law = {a: Number(own.dataset.a), b: Number(own.dataset.b)};
  const look = () => {
    found.push(Math.abs(other.currentTime - law.a * own.currentTime - law.b) * 1000);
    own.currentTime < 3 ? requestAnimationFrame(look) : done(found);
  };
  document.querySelector('.instep [data-play]').click();
  setTimeout(look, 300);
})"""


def in_step(page: Any, keys: Keys) -> str:
    """How far the players of the example's two clips are apart while they play."""
    page.goto(keys.address)
    page.goto(f"http://127.0.0.1:{keys.port}/footage/v2")
    page.wait_for_selector(".instep video")
    page.locator(".instep").scroll_into_view_if_needed()
    page.wait_for_timeout(1_000)
    found = sorted(page.evaluate(APART))
    return f"in step {found[int(0.95 * len(found))]:.0f} ms (median {statistics.median(found):.0f})"


def main() -> int:
    """Measure and print."""
    from playwright.sync_api import sync_playwright

    where = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if where is None:
        print("There is no Chromium on this machine.", file=sys.stderr)
        return 2
    with served(book()) as keys, sync_playwright() as started:
        browser = started.chromium.launch(executable_path=where, args=["--no-sandbox"])
        page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
        for each in measured(page, keys):
            print(each, flush=True)
        browser.close()
    with served(None, *CLIPS) as keys, sync_playwright() as started:
        browser = started.chromium.launch(executable_path=where, args=["--no-sandbox"])
        print(in_step(browser.new_context(viewport={"width": 1280, "height": 900}).new_page(), keys))
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
