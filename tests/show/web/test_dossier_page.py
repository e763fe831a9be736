"""The dossier in a real browser: no barriers, no script, nothing asked for, and a way from each figure to the words."""

from __future__ import annotations

import shutil
from importlib.resources import files

import pytest

from firsthand.case import Case
from firsthand.show.dossier import of_case
from firsthand.show.dossier_page import dossier_page
from firsthand.show.review import act

REACHES = """() => {
  const to = (a) => decodeURIComponent(a.getAttribute("href").slice(1));
  const section = (h) => { const all = [h]; for (let e = h.nextElementSibling; e && e.tagName !== 'H2'; e = e.nextElementSibling) all.push(e); return all; };
  const block = (e) => e.tagName === 'H2' ? section(e) : [e.closest('article, tr, li, section') ?? e];
  const quoted = (parts) => parts.some((e) => e.querySelector('mark') || e.matches('mark'));
  const onward = (parts) => parts.flatMap((e) => [...e.querySelectorAll('a[href^="#"]')]).map((a) => document.getElementById(to(a))).filter(Boolean);
  const lost = [];
  for (const a of document.querySelectorAll('a[href^="#"]')) {
    let seen = new Set(), next = [document.getElementById(to(a))], far = 0;
    if (!next[0]) { lost.push(to(a)); continue; }
    if (!a.matches('.figures a, .short a, .stack a, svg a, article a')) continue;
    let found = false;
    while (next.length && far++ < 3 && !found) {
      found = next.some((e) => quoted(block(e)));
      next.forEach((e) => seen.add(e));
      next = next.flatMap((e) => onward(block(e))).filter((e) => !seen.has(e));
    }
    if (!found && to(a) !== 'footage') lost.push(to(a));
  }
  return lost;
}"""


@pytest.fixture(scope="module")
def filed_page(example_case, tmp_path_factory):
    """The example case with a clip, a note, a merge and a rating, as a file."""
    folder = tmp_path_factory.mktemp("filed-page")
    shutil.copytree(example_case, folder / "case")
    with Case(folder / "case") as case:
        found = of_case(case).findings.groups
        several = next(each for each in found if len(each.documents) > 2)
        one, other = [each for each in found if len(each.claims) == 1][:2]
        act(case, several.id, "rate", ["Mostly false", "2"], by="Ada")
        act(case, several.id, "split", [several.claims[-1]], by="Noor")
        act(case, one.id, "merge", [other.id], by="Ada")
        page = dossier_page(of_case(case), "Who was left at the bridge?")
    (folder / "case.html").write_text(page, encoding="utf-8")
    return folder / "case.html"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_a_dossier(chromium, filed_page, scheme):
    axe = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    context = chromium.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(filed_page.as_uri())
    page.evaluate(axe)
    result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    context.close()
    assert [
        (each["id"], each["impact"], each["nodes"][0]["html"][:160])
        for each in result["violations"]
        if each["impact"] in ("serious", "critical")
    ] == []


@pytest.mark.parametrize("width", [1280, 768, 375])
def test_a_dossier_asks_for_nothing_and_is_no_wider_than_its_window(page, filed_page, width):
    asked, wrong = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(filed_page.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert {url for url in asked if not url.startswith("data:")} == {filed_page.as_uri()}
    assert not wrong


def test_a_reader_goes_from_any_figure_to_the_sentence(page, filed_page):
    page.goto(filed_page.as_uri())
    assert page.locator(".figures a").count() >= 5
    assert page.evaluate(REACHES) == []
    for article in page.locator("article.group").all():
        assert article.locator(".count b").count() == 1
        assert article.locator("blockquote mark").count() >= 1, "the count stands beside the words it counts"
    page.click(".short a >> nth=0")
    assert page.evaluate("location.hash") == page.locator(".short a").first.get_attribute("href")


def test_a_dossier_is_printed_with_no_part_cut_off(chromium, filed_page):
    context = chromium.new_context(viewport={"width": 794, "height": 1123})  # A4 at 96 dots an inch
    page = context.new_page()
    page.emulate_media(media="print")
    page.goto(filed_page.as_uri())
    wide = page.evaluate(
        "[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1"
        " && !e.closest('svg, .hash, .scroll, .whomfrom')).map(e => e.outerHTML.slice(0, 120))"
    )
    assert wide == []
    data = page.pdf(format="A4")
    assert data.startswith(b"%PDF")
    context.close()
