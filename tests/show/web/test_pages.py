"""The seven pages on the example case, as a person meets them in Chromium."""

from __future__ import annotations

import gzip
import re
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import expect

from firsthand.case import Case, Clips
from firsthand.show.web.pages import environment
from firsthand.show.web.texts import texts

PAGES = (
    "/",
    "/read/d4",
    "/read/d4/c4",
    "/claims",
    "/finding/{g}",
    "/map",
    "/footage",
    "/footage/v1",
    "/review",
)
PAGES += ("/search?q=bridge",)


def shared(served):
    """The id of the claim that most documents make."""
    return max(served.desk.seen().found.groups, key=lambda group: len(group.documents)).id


@pytest.fixture
def at(page, looking):
    page.goto(looking.keys.address)

    def go(path):
        answer = page.goto(looking.url + path.format(g=shared(looking)))
        assert answer.ok
        return page

    return go


def test_the_key_opens_the_case_and_leaves_the_address(page, looking):
    assert page.goto(looking.url).status == 401
    page.goto(looking.keys.address)
    assert page.url == looking.url + "/"
    assert page.locator("h1").inner_text() == "The bridge at Sovna"


@pytest.mark.parametrize("width", [1280, 768, 375])
def test_no_page_is_wider_than_its_window_or_asks_for_anything_elsewhere(at, page, looking, width):
    asked, wrong = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.set_viewport_size({"width": width, "height": 900})
    for path in PAGES:
        at(path)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
    assert not [url for url in asked if not url.startswith(looking.url)]
    assert not wrong


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(chromium, looking, scheme):
    pytest.importorskip("axe_playwright_python")
    axe = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    context = chromium.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(looking.keys.address)
    found = []
    for path in PAGES:
        page.goto(looking.url + path.format(g=shared(looking)))
        page.evaluate(axe)
        options = "{resultTypes: ['violations']" + (
            ", runOnly: ['color-contrast']" if scheme == "dark" else ""
        )
        result = page.evaluate(f"axe.run(document, {options}}})")
        found += [
            (path, each["id"], each["nodes"][0]["html"][:160])
            for each in result["violations"]
            if each["impact"] in ("serious", "critical")
        ]
    context.close()
    assert not found


def test_everything_can_be_read_without_javascript(without_script):
    page = without_script
    page.click("text=Footage of abandoned volunteers")
    page.click("article .lane a >> nth=2")
    assert page.locator("#panel h2").inner_text().startswith("Claim d4.c")
    assert page.locator("#panel svg.chain rect").count() >= 2
    page.click("#panel a[href^='/finding/']")
    expect(page.locator(".telling").first).to_be_visible()


def test_a_chosen_sentence_shows_its_chain_its_facts_and_why(at):
    page = at("/read/d4/c4#c4")
    assert "three BTR-80 armoured vehicles" in page.locator("#panel mark").inner_text()
    assert page.locator("a.chosen").count() >= 1
    assert page.locator("#panel svg.graph .document text").first.text_content() == "Harbour Post"
    assert "3 BTR-80 armoured vehicles" in page.locator("#panel dl").inner_text()
    assert page.locator("#panel .why code").count() >= 1


def test_the_claims_of_a_paragraph_are_each_named_beside_it(at):
    page = at("/read/d4")
    named = page.locator(".block:has(.lane a:nth-child(2))").first
    marked = {
        name for each in named.locator("p [data-c]").all() for name in each.get_attribute("data-c").split()
    }
    assert {each.inner_text() for each in named.locator(".lane a").all()} == marked


def test_the_board_is_worked_with_keys_alone(at):
    page = at("/claims")
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.locator("ol.board li a[data-step]").nth(1)
    assert page.evaluate("document.activeElement.textContent") == second.inner_text()
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    page.wait_for_url("**/finding/*")
    page.keyboard.press("/")
    page.keyboard.type("bridge")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=bridge")
    assert page.locator(".hits li").count() >= 1


def test_the_board_shows_what_is_asked_for(at):
    page = at("/claims?told=several&sort=documents")
    rows = page.locator("ol.board li")
    assert rows.count() >= 2
    assert all("," in who for who in page.locator(".board .who").all_inner_texts())
    page = at("/claims?q=nobody+wrote+this")
    assert page.locator("ol.board li").count() == 0


def test_a_finding_sets_its_tellings_side_by_side(at, looking):
    page = at("/finding/{g}")
    group = looking.desk.seen().groups[shared(looking)]
    assert page.locator(".telling").count() == len(group.claims)
    tops = {round(box["y"]) for box in (one.bounding_box() for one in page.locator(".telling").all()[:2])}
    assert len(tops) == 1
    assert page.locator("svg.whom .document").count() >= len(group.documents)


def test_a_place_narrows_the_times_and_a_time_the_places(without_script, looking):
    """By links alone; with script it is done in place."""
    page = without_script
    page.goto(looking.url + "/map")
    everything = page.locator("[role=status]").inner_text()
    page.locator(".chips a").first.click()
    expect(page.locator(".chips a[aria-current]")).to_have_count(1)
    expect(page.locator("[role=status]")).not_to_have_text(everything)
    page.goto(looking.url + "/map")
    assert page.locator("svg.line .when").count() >= 1
    assert page.locator("svg.fh-map path.s").count() >= 1
    page.click("details:has(table) summary")
    page.locator("td.date a").first.click()
    expect(page).to_have_url(re.compile("from="))
    expect(page.locator("[role=status]")).not_to_have_text(everything)


def test_what_is_seen_in_a_clip_is_noted_and_taken_back(page, workbench):
    page.goto(workbench.keys.address)
    page.goto(workbench.url + "/footage/v1?at=1.0")
    page.wait_for_selector(".track .shot")
    page.fill("textarea[name=text]", "three vehicles <b>stop</b>")
    page.fill("input[name=to_s]", "2.5")
    page.fill("input[name=claim]", "d4.c4")
    page.select_option("select[name=judgement]", "borne out")
    page.click("text=Keep the note")
    assert "three vehicles <b>stop</b>" in page.locator("div.note").inner_text()
    page.wait_for_selector(".track .noted")
    seen = workbench.desk.seen()
    assert [note.judgement for clip in seen.found.clips for note in clip.notes] == ["borne out"]
    page.click("div.note button")
    expect(page.locator("div.note")).to_have_count(0)


def test_a_mention_of_footage_is_linked_to_the_clip_by_a_person(page, workbench):
    readings = workbench.desk.seen().readings
    mention = next(f"{name}.{each.id}" for name, reading in readings.items() for each in reading.footage)
    with Case(workbench.path) as case:
        clips = Clips(case)
        clips.link(clips.locate("v1"), mention, by="Noor", linked=False)
    page.goto(workbench.keys.address)
    page.goto(workbench.url + "/footage/v1")
    row = page.locator("li", has_text=mention)
    assert "refused" in row.inner_text()
    row.locator("button[value=yes]").click()
    assert "linked" in page.locator("li", has_text=mention).inner_text()
    (link,) = workbench.desk.seen().found.clips[0].links
    assert (link.mention, link.state, link.by) == (mention, "linked", "Ada")


def test_the_clip_is_played_by_the_browser_in_ranges(at, looking):
    page = at("/footage/v1")
    answer = page.request.get(f"{looking.url}/footage/v1/file", headers={"Range": "bytes=0-9"})
    assert answer.status == 206
    assert len(answer.body()) == 10
    page.wait_for_function(
        "document.getElementById('player').readyState >= 1 || document.getElementById('player').error"
    )


def test_a_decision_carries_a_name_and_is_taken_back(page, workbench):
    page.goto(workbench.keys.address)
    page.goto(f"{workbench.url}/finding/{shared(workbench)}")
    page.fill(".decide input[name=by]", "Noor")
    page.click("button[value=confirm]")
    assert "Noor" in page.locator(".decided").inner_text()
    page.goto(workbench.url + "/review")
    row = page.locator("table.list tr", has_text="confirmed").first
    assert "Noor" in row.inner_text()
    row.locator("button[value=undo]").click()
    assert "taken back" in page.locator("table.list").first.inner_text()
    with Case(workbench.path) as case:
        assert [each.value for each in case.store.decisions()][-2:] == ["confirmed", None]


def test_a_correction_shows_with_who_made_it(page, workbench):
    page.goto(workbench.keys.address)
    page.goto(f"{workbench.url}/read/d4/c4")
    page.select_option("#panel select", "possible")
    page.locator("#panel button[value=correct]").first.click()
    assert "possible" in page.locator("#panel .tag").first.inner_text()
    assert "decided by Ada" in page.locator("#panel .why").inner_text()


def test_two_people_do_not_lose_each_others_work(page, workbench):
    page.goto(workbench.keys.address)
    page.goto(f"{workbench.url}/read/d4/c4")
    with Case(workbench.path) as case:
        case.decide("d4.c4", "status", "rejected", by="Noor")
    page.click("#panel button[value=confirm]")
    assert "Noor" in page.locator("main").inner_text()
    assert "Nothing was recorded" in page.locator("main").inner_text()
    with Case(workbench.path) as case:
        assert case.decided("d4.c4")["status"].value == "rejected"


def test_a_source_is_graded_by_its_user(page, workbench):
    page.goto(workbench.keys.address)
    page.goto(workbench.url + "/review")
    row = page.locator("table.list tr", has_text="Northline").last
    row.locator("select").select_option("B")
    row.locator("button").click()
    with Case(workbench.path) as case:
        assert case.decided("source:Northline")["grade"].value == "B"


def test_a_text_that_runs_from_right_to_left_is_shown_so(page, tmp_path, serve_case):
    path = tmp_path / "case"
    words = "قالت الوزارة إن الجسر دُمّر يوم الثلاثاء."
    import msgspec

    from firsthand.ingest import text_document
    from firsthand.schema import Claim, Findings, Hints, Reading, Span, Voice
    from firsthand.show.dossier import Dossier

    with Case.create(path, by="Ada"):
        pass
    document = msgspec.structs.replace(text_document(words, Hints(name="a.txt")), id="d1")
    claim = Claim(
        id="c1", anchors=(Span(0, 20),), text=words[:20], chain=(Voice(name="وكالة", kind="outlet"),)
    )
    reading = Reading(document=document, claims=(claim,))
    server, served = serve_case(path)
    served.desk.dossier_of = lambda _case: Dossier(title="t", readings=[reading], findings=Findings())
    page.goto(served.keys.address)
    page.goto(served.url + "/read/d1/c1")
    for where in (".block p", "#panel blockquote"):
        assert page.locator(where).first.evaluate("e => getComputedStyle(e).direction") == "rtl"
    server.stop()


def test_a_first_load_is_light(page, looking):
    page.goto(looking.keys.address)
    for path in PAGES:
        loaded = {}
        page.on("response", lambda answer, loaded=loaded: loaded.setdefault(answer.url, answer))
        page.goto(looking.url + path.format(g=shared(looking)), wait_until="networkidle")
        ours = [url for url in loaded if "/static/" in url or url == page.url]
        assert len(ours) >= 3
        assert sum(len(gzip.compress(page.request.get(url).body())) for url in ours) <= 90_000, path


def test_every_sentence_that_a_page_names_is_in_the_catalogue_and_none_is_left_over():
    folder = files("firsthand.show.web").joinpath("templates")
    source = "".join(
        each.read_text(encoding="utf-8") for each in folder.iterdir() if each.name.endswith(".j2")
    )
    code = "".join(
        each.read_text(encoding="utf-8")
        for each in files("firsthand.show.web").iterdir()
        if each.name.endswith(".py")
    )
    islands = Path(__file__).parents[3] / "islands/src"
    source += "".join(each.read_text(encoding="utf-8") for each in islands.rglob("*.*"))
    named = set(re.findall(r"""\bt\("([\w.]+)\"""", source)) | set(re.findall(r'texts\(\)\("([\w.]+)"', code))
    named |= {f"refused.{name}" for name in re.findall(r'Refused\(\s*\d+,\s*"(\w+)"', code)}
    begun = {name for name in named if name.endswith(".")}
    held = {name.removesuffix(".one").removesuffix(".many") for name in texts().all}
    assert named - begun <= held
    used = named | {
        name for name in held if name.split(".")[0] in source + code and name.startswith(tuple(begun))
    }
    tables = {
        "status",
        "told",
        "hands",
        "state",
        "sort",
        "search",
        "decide",
        "polarity",
        "field",
        "minus",
        "figures",
        "nav",
        "refused",
    }
    assert {name for name in held - used if name.split(".")[0] not in tables} == set()


def test_no_words_stand_in_a_template_itself():
    for name in environment().list_templates():
        source = environment().loader.get_source(environment(), name)[0]
        plain = re.sub(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|<style.*?</style>", " ", source, flags=re.DOTALL)
        bare = re.sub(r"<[^>]*>", " ", plain)
        assert not re.findall(r"[A-Za-z]{3,}", bare), name
