"""The reader in Chromium: a sentence opened in place, a chain laid out, a long text as one page."""

from __future__ import annotations

import msgspec
import pytest

from firsthand.case import Case
from firsthand.ingest import text_document
from firsthand.schema import (
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
from firsthand.show.dossier import Dossier

LIVE = "document.querySelector('.block.barred')"
PANEL = "document.querySelector('#panel h2')?.textContent"


@pytest.fixture
def read(page, looking, until):
    def go(path):
        page.goto(looking.keys.address)
        page.goto(looking.url + path)
        until(page, LIVE)
        return page

    return go


def test_a_sentence_is_opened_in_place_and_the_browser_goes_back(read, until, looking):
    page = read("/read/d4")
    page.evaluate("window.__same = true")
    page.locator("article a[data-c~=c4]").first.click()
    until(page, f"{PANEL} === 'Claim d4.c4'")
    assert page.url == looking.url + "/read/d4/c4#c4"
    assert page.locator("#panel svg.graph .own text").first.text_content() == "Harbour Post"
    assert {each.get_attribute("data-c") for each in page.locator("article a.chosen").all()}
    assert page.locator("[data-lane=c4]").get_attribute("aria-current") == "true"
    page.locator("article a[data-c~=c6]").first.click()
    until(page, f"{PANEL} === 'Claim d4.c6'")
    page.go_back()
    until(page, f"{PANEL} === 'Claim d4.c4'")
    page.keyboard.press("Escape")
    assert page.locator("#panel svg").count() == 0
    assert page.locator("article a.chosen").count() == 0
    assert page.evaluate("window.__same") is True


@pytest.fixture
def told_by_many(looking):
    """A claim that several documents have from one first hand: its path, its tellings, that first hand."""
    seen = looking.desk.seen()
    for group in sorted(seen.found.groups, key=lambda group: -len(group.documents)):
        tellings = seen.tellings[group.id]
        own = [each for each in tellings if each.document == "d4" and len(each.chain) > 1 and each.origin]
        if own and len({each.document for each in tellings if each.origin == own[0].origin}) > 1:
            claim = own[0].id.partition("/")[2].split(".")[0]
            return f"/read/d4/{claim}", tellings, seen.origins[own[0].origin]
    return pytest.fail("the example has no such claim")


def test_the_drawing_joins_the_tellings_that_have_it_from_one_voice(read, until, told_by_many):
    path, tellings, origin = told_by_many
    page = read(path)
    until(page, "document.querySelector('#panel svg.graph')")
    first_hands = page.locator("#panel svg.graph .origin title").all_text_contents()
    assert sum(each.startswith(origin.name) for each in first_hands) == 1
    boxes = page.locator("#panel svg.graph rect").all()
    frames = [box.bounding_box() for box in boxes]
    apart = [
        (a, b)
        for n, a in enumerate(frames)
        for b in frames[n + 1 :]
        if a["x"] < b["x"] + b["width"] and b["x"] < a["x"] + a["width"]
        and a["y"] < b["y"] + b["height"] and b["y"] < a["y"] + a["height"]
    ]  # fmt: skip
    assert not apart, "boxes lie over each other"
    page.check("#panel .drawn input")
    assert page.locator("#panel svg.graph rect").count() < len(boxes)
    if len({each.document for each in tellings}) > 3:
        page.click("#panel .drawn button")
        drawn = page.locator("dialog svg.graph .document").count()
        assert drawn == len({each.document for each in tellings})
        page.keyboard.press("Escape")
        assert page.locator("#panel h2").inner_text().startswith("Claim d4.")


def test_a_voice_in_the_drawing_shows_its_words_in_the_text(read, until):
    page = read("/read/d4/c4#c4")
    until(page, "document.querySelector('#panel svg.graph .worded')")
    assert page.evaluate("[...CSS.highlights.get('reason')].join('|')")
    page.locator("#panel svg.graph .worded", has_text="Radio Meridian").focus()
    assert page.evaluate("[...CSS.highlights.get('voice')].join('|')") == "Radio Meridian"
    page.locator("#panel h2").click()


def test_the_panel_goes_along_with_the_keys(read, until):
    page = read("/read/d4")
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.id")
    page.keyboard.press("Enter")
    until(page, f"{PANEL} === 'Claim d4.{first}'")
    page.keyboard.press("j")
    until(page, f"{PANEL} && {PANEL} !== 'Claim d4.{first}'")
    page.keyboard.press("k")
    until(page, f"{PANEL} === 'Claim d4.{first}'")


def test_a_second_enter_goes_to_the_panel_and_escape_back_to_the_sentence(read, until):
    page = read("/read/d4")
    page.keyboard.press("j")
    name = page.evaluate("document.activeElement.id")
    page.keyboard.press("Enter")
    until(page, f"{PANEL} === 'Claim d4.{name}'")
    page.keyboard.press("Enter")
    until(page, "document.activeElement.id === 'panel'")
    page.keyboard.press("Escape")
    until(page, f"document.activeElement.dataset.c?.split(' ').includes('{name}')")
    assert page.locator("#panel svg").count() == 0


def test_each_claim_has_a_bar_of_its_own_beside_its_lines(read, until):
    page = read("/read/d4")
    until(page, "document.querySelectorAll('.block:not(.barred) [data-lane]').length === 0")
    bars = page.evaluate(
        """[...document.querySelectorAll('.block')].map(block =>
             [...block.querySelectorAll('[data-lane]')].map(a => {
               const r = a.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom]; }))"""
    )
    assert any(len(block) > 1 for block in bars)
    for block in bars:
        for n, one in enumerate(block):
            for other in block[n + 1 :]:
                assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_what_is_decided_in_the_panel_leads_back_to_the_sentence(page, workbench, until):
    page.goto(workbench.keys.address)
    page.goto(workbench.url + "/read/d4")
    until(page, LIVE)
    page.locator("article a[data-c~=c4]").first.click()
    until(page, f"{PANEL} === 'Claim d4.c4'")
    page.click("#panel button[value=confirm]")
    page.wait_for_url("**/read/d4/c4#c4")
    assert "confirmed" in page.locator("#panel .decided").inner_text()


# ---- a long text

SENTENCES = 1_500


def long_text() -> Dossier:
    """1,500 numbered sentences in paragraphs of five, a claim in every third."""
    text, spans, paragraphs = "", [], []
    for n in range(SENTENCES):
        begun = len(text)
        text += f"Sentence {n} says that the ferry \U0001f6a2 crossed the river Tarn before noon on that day, said Anna. "
        spans.append(Span(begun, len(text) - 2))
        if n % 5 == 4:
            paragraphs.append(Span(paragraphs[-1].end + 2 if paragraphs else 0, len(text)))
            text += "\n\n"
    document = text_document(text, Hints(name="long.txt"), id="d1")
    document = msgspec.structs.replace(document, paragraphs=tuple(paragraphs))
    claims = tuple(
        Claim(
            id=f"c{n}",
            anchors=(span,),
            text=text[span.start : span.end],
            chain=(Voice(name="Anna", kind="person", anchor=Span(span.end - 4, span.end)),),
            because=(Because(rule="r", anchors=(Span(span.start, span.start + 8),)),),
        )
        for n, span in enumerate(spans[::3])
    )
    groups = tuple(
        Group(
            id=f"g{c.id[1:]}", text=c.text, claims=(f"d1/{c.id}.1",), documents=("d1",), origins=(),
            independent_first_hands=0, disinterested_first_hands=0, untraced=True,
        )
        for c in claims
    )  # fmt: skip
    told = tuple(
        ComparedClaim(
            id=f"d1/{c.id}.1", document="d1", anchors=c.anchors, text=c.text, chain=c.chain,
            certainty="certain", polarity="+", group=f"g{c.id[1:]}",
        )
        for c in claims
    )  # fmt: skip
    found = Findings(documents=(ComparedDocument(id="d1", title="Long"),), groups=groups, claims=told)
    return Dossier(title="Long", readings=[Reading(document=document, claims=claims)], findings=found)


@pytest.fixture(scope="module")
def long_case(tmp_path_factory, serve_case):
    path = tmp_path_factory.mktemp("long") / "case"
    with Case.create(path, by="Ada"):
        pass
    server, served = serve_case(path)
    made = long_text()
    served.desk.dossier_of = lambda _case: made
    yield served
    server.stop()


def test_a_long_text_is_one_page_in_which_the_browser_finds_every_word(page, long_case, until):
    page.goto(long_case.keys.address)
    page.goto(long_case.url + "/read/d1?part=3")
    until(page, LIVE)
    top = page.evaluate("document.querySelector('section[data-part=\"3\"]').getBoundingClientRect().top")
    assert 0 <= top < 400, "what was asked for is in view"
    for share in (0, 0.5, 1):
        page.evaluate(f"scrollTo(0, document.documentElement.scrollHeight * {share})")
        page.wait_for_timeout(100)
        until(page, "!document.elementFromPoint(300, 450).closest('.part.away')")
    until(page, f"document.querySelector('article').textContent.includes('Sentence {SENTENCES - 1} ')")
    numbers = page.evaluate(
        "[...document.querySelector('[data-text]').textContent.matchAll(/Sentence (\\d+) /g)].map(m => +m[1])"
    )
    assert numbers == sorted(set(numbers)), "in order, none twice"
    until(page, "!document.querySelector('.part.away')")
    page.evaluate("scrollTo(0, 0)")
    for n in (SENTENCES - 1, 3, SENTENCES // 2):
        assert page.evaluate(
            f"getSelection().removeAllRanges(), find('Sentence {n} says', false, false, true)"
        )
        until(page, "Math.abs(getSelection().getRangeAt(0).getBoundingClientRect().top - 450) < 450")


def test_keys_walk_over_the_edge_of_a_part(page, long_case, until):
    page.goto(long_case.keys.address)
    page.goto(long_case.url + "/read/d1?part=2")
    until(page, LIVE)
    last = page.locator("section[data-part='2'] a[data-step]").last
    last.focus()
    name = last.get_attribute("id")
    page.keyboard.press("j")
    until(page, f"document.activeElement.id === 'c{int(name[1:]) + 1}'")
    page.keyboard.press("Enter")
    until(page, f"{PANEL} === 'Claim d1.c{int(name[1:]) + 1}'")
    page.evaluate("scrollTo(0, 0)")
    until(page, "document.querySelector('section[data-part=\"1\"] a')")
    marked = page.evaluate("CSS.highlights.get('reason') ? [...CSS.highlights.get('reason')].join('') : ''")
    assert marked in ("Sentence", ""), "code points, not halves of a letter"


def test_the_ruler_leads_to_any_place_of_a_long_text(page, long_case, until):
    page.goto(long_case.keys.address)
    page.goto(long_case.url + "/read/d1")
    until(page, "document.querySelector('.ruler')")
    box = page.locator(".ruler").bounding_box()
    page.mouse.click(box["x"] + 5, box["y"] + box["height"] * 0.5)
    until(page, "document.elementFromPoint(300, 450)?.textContent.match(/Sentence (7|8)\\d\\d /)")
