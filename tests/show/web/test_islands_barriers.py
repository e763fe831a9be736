"""What the islands draw raises no barrier: axe, in light and dark, with everything open."""

from __future__ import annotations

from importlib.resources import files

import pytest

STATES = {
    "/claims": ("[data-board] button.tell", ["[data-board] button.tell"], ".peek .decide"),
    "/read/d4": (".block.barred", ["article a[data-c~=c2]"], "#panel svg.graph"),
    "/map": ("svg.line.live", [".chips button", "details:has(button.days) summary"], "button.days"),
    "/footage/v1": (".track", [".transport button >> nth=3", ".transport button >> nth=4"], ".track .shot"),
}
"""Page, what shows that its island is at work, what is clicked, what is there then."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_what_is_opened(chromium, looking, until, scheme):
    pytest.importorskip("axe_playwright_python")
    axe = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    context = chromium.new_context(color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
    page = context.new_page()
    page.goto(looking.keys.address)
    found = []
    for path, (live, clicked, there) in STATES.items():
        page.goto(looking.url + path)
        until(page, f"document.querySelector({live!r})")
        for each in clicked:
            page.locator(each).first.click()
        page.wait_for_selector(there, state="attached")
        page.evaluate(axe)
        result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        found += [
            (path, each["id"], each["nodes"][0]["html"][:200])
            for each in result["violations"]
            if each["impact"] in ("serious", "critical")
        ]
    context.close()
    assert not found


@pytest.mark.parametrize("width", [768, 375])
def test_what_is_opened_is_no_wider_than_its_window(page, looking, until, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(looking.keys.address)
    for path, (live, clicked, there) in STATES.items():
        page.goto(looking.url + path)
        until(page, f"document.querySelector({live!r})")
        for each in clicked:
            page.locator(each).first.click()
        page.wait_for_selector(there, state="attached")
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
