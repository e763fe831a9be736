"""Documents, names and notes that try to become part of the page."""

from __future__ import annotations

import hashlib
import typing
from itertools import count

import msgspec
import pytest

from firsthand.case import Case, Clips, Held, Step, document_key, hints_key
from firsthand.schema import (
    Attribution,
    Because,
    Claim,
    Clip,
    Document,
    FootageMention,
    GpsClaim,
    MetadataClaim,
    Place,
    Quantity,
    Reading,
    Region,
    RegionAnchor,
    SeenText,
    Shot,
    Span,
    Time,
    Unreadable,
    Voice,
)

STEP = Step(version="hostile", made_by="tests")
VECTORS = (
    "<script>{x}</script>", "<img src=x onerror={x}>", "<svg onload={x}>", "<svg/onload={x}>",
    "<iframe srcdoc='<script>{x}</script>'></iframe>", "<a href=javascript:{x}>a</a>", "javascript:{x}",
    "\"><script>{x}</script>", "'><img src=x onerror={x}>", "\" onmouseover={x} autofocus onfocus={x} x=\"",
    "' onfocus={x} autofocus tabindex=1 x='", "</title><script>{x}</script>", "</style><script>{x}</script>",
    "</textarea><script>{x}</script>", "</script><script>{x}</script>", "--><script>{x}</script>",
    "]]><script>{x}</script>", "<style>@import 'http://evil.example/{n}'</style>",
    "<link rel=stylesheet href=http://evil.example/{n}>", "<meta http-equiv=refresh content='0;url=http://evil.example/{n}'>",
    "<base href=http://evil.example/{n}/>", "<form action=http://evil.example/{n}><button>b</button></form>",
    "<img src=http://evil.example/{n}.png>", "<video src=http://evil.example/{n} autoplay onerror={x}></video>",
    "<object data=http://evil.example/{n}></object>", "<embed src=http://evil.example/{n}>",
    "<details open ontoggle={x}>d</details>", "<marquee onstart={x}>m</marquee>", "<body onload={x}>",
    "<input autofocus onfocus={x}>", "<select autofocus onfocus={x}></select>", "<math><mtext><script>{x}</script>",
    "<svg><animate onbegin={x} attributeName=x dur=1s>", "<svg><script href=http://evil.example/{n} /></svg>",
    "<svg><foreignObject><img src=x onerror={x}></foreignObject></svg>", "<svg><a xlink:href=javascript:{x}>a</a></svg>",
    "<template><script>{x}</script></template><script>{x}</script>", "<noscript><p title=\"</noscript><img src=x onerror={x}>\">",
    "{{{{ {x} }}}}", "{{% raw %}}{{{{ {x} }}}}", "${{{x}}}", "<%= {x} %>", "\x00<script>{x}</script>",
    "\u202e<script>{x}</script>", "<scr\x00ipt>{x}</script>", "＜script＞{x}＜/script＞", "<SCRIPT SRC=//evil.example/{n}></SCRIPT>",
    "<img src=`x` onerror={x}>", "<a href='data:text/html,<script>{x}</script>'>a</a>", "\n\n<script>{x}</script>\n\n",
    "<div style='background:url(http://evil.example/{n})'>s</div>", "&lt;script&gt;{x}&lt;/script&gt;",
    "&#x3c;img src=x onerror={x}&#x3e;", "\ue000<img src=x onerror={x}>\ue001", "//evil.example/{n}", "http://evil.example/{n}",
)  # fmt: skip


@pytest.fixture(scope="module")
def payloads():
    """Each time asked a new one, all vectors in turn; how many there were, and their numbers."""
    numbers = count(1)

    def payload() -> str:
        n = next(numbers)
        payload.count = n
        return VECTORS[n % len(VECTORS)].format(x=f"window.__hit&&__hit({n})", n=n)

    payload.count = 0
    return payload


def reading(payload, n: int) -> Reading:
    """One of each kind of value with a payload in every field that holds words."""
    text, spans = "", []
    for _ in range(6):
        piece = payload()
        spans.append(Span(len(text), len(text) + len(piece)))
        text += piece + "\n\n"
    why = (Because(rule=payload(), anchors=(spans[0],), note=payload()),)
    voices = tuple(
        Voice(
            name=payload(), kind="person", cue=payload(), hedge=payload(), anchor=spans[1], attribution="a1"
        )
        for _ in range(2)
    )
    known = {"because": why, "start": spans[2].start, "end": spans[2].end}
    region_anchor = RegionAnchor(start=spans[2].start, end=spans[2].end, name=payload(), place="p1")
    claims = tuple(
        Claim(
            id=f"c{k}", anchors=(spans[k],), text=payload(), chain=voices, because=why, where=("p1", "r1"),
            when=("t1",), how_many=("q1",),
        )
        for k in (1, 2, 3)
    )  # fmt: skip
    return Reading(
        document=Document(
            id="w", sha256="", text=text, title=payload(), publisher=payload(), author=payload(), url=payload(),
            name=payload(), published="2031-03-14", language="en", notices=(payload(),),
            paragraphs=tuple(spans[:5]), because=why,
        ),
        attributions=(
            Attribution(id="a1", source_name=payload(), content=(spans[3],), cue=(spans[4],), source=(spans[1],), hedges=(spans[2],)),
        ),
        times=(Time(
            id="t1", type="DATE", value="2031-03-11", edtf=payload(), earliest="2031-03-11T00:00",
            latest="2031-03-11T23:59", **known,
        ),),
        places=(Place(id="p1", name=payload(), within=payload(), lat=50.0 + n / 10, lon=9.0, radius_km=5.0, **known),),
        regions=(Region(id="r1", kind="near", anchors=(region_anchor,), **known),),
        quantities=(Quantity(id="q1", of=payload(), min=3, max=3, **known),),
        footage=(FootageMention(id="f0", what=payload(), **known),),
        claims=claims,
    )  # fmt: skip


def hostile_clip(payload) -> Clip:
    why = (Because(rule=payload(), note=payload()),)
    said = tuple(MetadataClaim(name=payload(), value=payload(), where="container") for _ in range(6))
    seen = tuple(
        SeenText(text=payload(), time_s=1.0, box=(0, 0, 9, 9), script="Latin", confidence=0.9)
        for _ in range(6)
    )
    return Clip(
        id="v1", name=payload() + ".mp4", sha256="0" * 64, duration_s=9.0, container=payload(), codec=payload(),
        sound=payload(), created=said[:3], metadata=said[3:], gps=GpsClaim(lat=1.0, lon=2.0, where="EXIF"),
        shots=(Shot(start_s=0, end_s=4, key_s=1), Shot(start_s=4, end_s=9, key_s=5)), seen=seen,
        text_looked_for=payload(), notices=(payload(),), because=why,
    )  # fmt: skip


def furnish(path, payload) -> None:
    """A case whose every word is hostile."""
    with Case.create(path, by=payload(), title=payload()) as case:
        for n in range(8):
            made = reading(payload, n)
            data = f"{n}".encode()
            original = case.keep(data, name=payload(), by=payload())
            digest = hashlib.sha256(data).hexdigest()
            held = Held(
                number=0, key=document_key(digest, digest, 1), original=digest, position=0, given_id=payload()
            )
            case.put_reading(
                held,
                msgspec.json.encode(made),
                step=STEP,
                hints=hints_key(case.hints(original)),
                by=payload(),
            )
            case.decide(f"d{n + 1}.c1", "status", payload(), by=payload())
            case.decide(f"d{n + 1}.c2", "note 1", payload(), by=payload())
            case.decide(f"d{n + 1}/c3.1", "note 1", payload(), by=payload())
            case.decide(f"source:{payload()}", "grade", payload(), by=payload())
        bad = Unreadable(name=payload(), why=payload(), advice=payload())
        case.put_unreadable(bad, ("", 0), step=STEP, hints="", by="Ada")
        original = case.keep(b"clip", name=payload(), by="Ada")
        clips = Clips(case)
        _, held = clips.put(
            original.sha256,
            {
                "describe": msgspec.json.encode(hostile_clip(payload)),
                "pictures": msgspec.msgpack.encode([(1.0, b"<script>no picture</script>")]),
            },
            step=STEP,
            by=payload(),
        )
        note = {"from_s": 1.0, "to_s": 2.0, "text": payload(), "claim": "d1.c1", "judgement": payload()}
        clips.note(held, note, by=payload())


FIXED = {
    "id", "sha256", "format", "language", "published", "attribution", "place", "parent", "event", "value", "type",
    "earliest", "latest", "anchor", "where", "rule", "header", "encoding", "country", "geonames_id", "kind", "edtf",
    "released", "stream_sha256", "media_type",
}  # fmt: skip
"""Fields whose words Firsthand chooses: ids, hashes, dates, names of rules and of kinds. `rule` is hostile too."""


def free_words(value, path=""):
    """Every field of a value that may hold words of a document, a file or a person, and what it holds."""
    if isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            kind = typing.get_type_hints(type(value))[name]
            part = getattr(value, name)
            if kind in (str, str | None) and name not in FIXED:
                yield f"{type(value).__name__}.{name}", part
            else:
                yield from free_words(part, f"{path}.{name}")
    elif isinstance(value, list | tuple):
        for part in value:
            yield from free_words(part, path)


def test_every_field_that_holds_words_is_hostile(payloads):
    """A field that somebody adds to a value must be tried too."""
    values = [reading(payloads, 1), hostile_clip(payloads)]
    found = [each for value in values for each in free_words(value)]
    tame = {name for name, words in found if words is None or not set("<{$%&:\"'/") & set(words)}
    assert not tame
    assert len({name for name, _ in found}) >= 20


FORBIDDEN = """(text) => {
const ours = (e) => e.getAttribute('type') === 'application/json'
  ? !e.hasAttribute('src') && JSON.parse(e.textContent) !== null
  : /^\\/static\\/(workbench|islands\\/[\\w-]+)\\.js$/.test(e.getAttribute('src') ?? '') && !e.textContent.trim();
return [...(text ? new DOMParser().parseFromString(text, 'text/html') : document).querySelectorAll('*')].flatMap((e) => {
  const found = [];
  if (['IFRAME', 'OBJECT', 'EMBED', 'BASE', 'MARQUEE', 'MATH', 'TEMPLATE', 'NOSCRIPT'].includes(e.tagName.toUpperCase()))
    found.push(e.tagName);
  if (e.tagName === 'SCRIPT' && !ours(e)) found.push('script');
  if (e.tagName === 'META' && e.httpEquiv) found.push('meta');
  for (const a of e.attributes) {
    if (a.name.startsWith('on') || a.name === 'srcdoc' || (text && a.name === 'style')) found.push(e.tagName + ' ' + a.name);
    if (['href', 'src', 'action', 'formaction', 'xlink:href', 'poster', 'data'].includes(a.name)
        && !/^(\\/(?!\\/)|#|\\?)/.test(a.value)) found.push(e.tagName + ' ' + a.name + '=' + a.value);
  }
  return found;
})}"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory, payloads, serve_case):
    path = tmp_path_factory.mktemp("hostile") / "case"
    furnish(path, payloads)

    def adding(_folder, names, _by, _said, _told):
        return [
            {"name": name, "status": payloads(), "why": payloads(), "advice": payloads()} for name in names
        ]

    server, served = serve_case(path, adding=adding)
    yield served
    server.stop()


@pytest.fixture
def watched(chromium):
    """A page without the policy that would stop scripts: what is tested is that nothing becomes one."""
    context = chromium.new_context(bypass_csp=True)
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.hits, page.elsewhere = [], []
    page.expose_function("__hit", lambda n: page.hits.append(n))  # noqa: PLW0108 - a method of C has no name to hang on
    page.on("dialog", lambda dialog: (page.hits.append("dialog"), dialog.dismiss()))
    context.on("request", lambda request: page.elsewhere.append(request.url))
    yield page
    context.close()


def test_no_word_of_a_case_becomes_part_of_a_page(hostile, watched, payloads):
    page = watched
    page.goto(hostile.keys.address)
    seen = hostile.desk.seen()
    assert len(seen.readings) == 8
    where = ["/", "/claims", "/map", "/footage", "/footage/v1", "/review", "/search?q=script"]
    where += [f"/read/d{n}{claim}" for n in range(1, 9) for claim in ("/c1", "/c3")]
    where += [f"/finding/{group}" for group in list(seen.groups)[:20:2]]
    shown = ""
    for path in where:
        answer = page.goto(f"{hostile.url}{path}")
        assert answer.status == 200, path
        assert page.evaluate(FORBIDDEN) == [], path
        assert page.evaluate(FORBIDDEN, answer.text()) == [], path
        shown += answer.text()
    assert payloads.count >= 300
    present = sum(
        f"__hit({n})" in shown or f"evil.example/{n}" in shown for n in range(1, payloads.count + 1)
    )
    assert present >= 300, "the payloads are on the pages, as words"
    assert page.hits == []
    assert not [url for url in page.elsewhere if not url.startswith(hostile.url)]


def test_no_word_that_is_typed_becomes_part_of_a_page(hostile, watched):
    page = watched
    page.goto(hostile.keys.address)
    for n, vector in enumerate(VECTORS):
        typed = vector.format(x=f"__hit({n})", n=n)
        answer = page.request.get(f"{hostile.url}/search", params={"q": typed, "kind": typed})
        assert answer.ok
        assert page.evaluate(FORBIDDEN, answer.text()) == [], typed
    page.goto(
        f'{hostile.url}/claims?q=<img src=x onerror=__hit(1)>&sort=\'"><script>__hit(2)</script>&document="><b>'
    )
    assert page.evaluate(FORBIDDEN) == []
    page.goto(f'{hostile.url}/map?place="><script>__hit(3)</script>&from=<&to=javascript:')
    assert page.evaluate(FORBIDDEN) == []
    answer = page.goto(f"{hostile.url}/read/%3Cscript%3E__hit(4)%3C%2Fscript%3E")
    assert answer.status == 404
    assert page.hits == []
    assert not [url for url in page.elsewhere if not url.startswith(hostile.url)]


def test_names_of_files_that_are_added_are_words_only(hostile, watched):
    page = watched
    page.goto(hostile.keys.address)
    files = [
        {
            "name": vector.format(x=f"__hit({n})", n=n)[:200],
            "mimeType": "text/html",
            "buffer": b"<script>__hit(0)</script>",
        }
        for n, vector in enumerate(VECTORS)
        if "\x00" not in vector and "\n" not in vector
    ]
    page.set_input_files("input[type=file]", files)
    page.click("form.add > button")
    page.wait_for_selector(".result")
    assert page.locator(".result tbody tr").count() == len(files)
    assert page.evaluate(FORBIDDEN) == []
    assert page.hits == []


def test_the_bytes_of_a_clip_are_never_a_page(hostile, watched):
    page = watched
    page.goto(hostile.keys.address)
    for path in ("/footage/v1/file", "/footage/v1/picture/0"):
        answer = page.request.get(f"{hostile.url}{path}")
        assert answer.headers["content-type"].startswith(("video/", "image/"))
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "sandbox" in answer.headers["content-security-policy"]


def test_no_word_becomes_part_of_what_the_scripts_draw(hostile, watched, until):
    page = watched
    page.goto(hostile.keys.address)
    for path, live in (
        ("/claims", "[data-board] button.tell"),
        ("/read/d1/c1", "#panel svg.graph"),
        ("/read/d3/c3", "#panel svg.graph"),
        ("/map", "svg.line.live"),
        ("/footage/v1", ".track, .note"),
    ):
        page.goto(f"{hostile.url}{path}")
        until(page, f"document.querySelector({live!r})")
        if path == "/claims":
            page.keyboard.press("j")
            page.keyboard.press("o")
            until(page, "document.querySelector('.peek .decide')")
        page.wait_for_timeout(200)
        assert page.evaluate(FORBIDDEN) == [], path
    assert page.hits == []
    assert not [url for url in page.elsewhere if not url.startswith(hostile.url)]
