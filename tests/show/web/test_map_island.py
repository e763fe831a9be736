"""Map and time line in Chromium: what is chosen in the one narrows the other, at once."""

from __future__ import annotations

import pytest

LIVE = "document.querySelector('svg.line.live')"


@pytest.fixture
def mapped(page, looking, until):
    def go(path="/map"):
        page.goto(looking.keys.address)
        page.goto(looking.url + path)
        until(page, LIVE)
        return page

    return go


@pytest.fixture
def of_the_server(without_script, looking):
    def shown(query):
        without_script.goto(f"{looking.url}/map?{query}")
        rows = {row.get_attribute("href") for row in without_script.locator("svg.line a").all()}
        return without_script.locator("[data-count]").inner_text(), rows

    return shown


def rows(page):
    return {row.get_attribute("href") for row in page.locator("svg.line.live a").all()}


def test_it_chooses_as_the_server_does(mapped, of_the_server):
    page = mapped()
    places = [
        each.get_attribute("value")
        for each in page.locator("[name=place] option").all()
        if each.get_attribute("value")
    ]
    for name, value in [("place", places[0]), ("place", places[-1]), ("document", "d4")]:
        page.select_option(f"[name={name}]", value)
        assert (page.locator("[data-count]").inner_text(), rows(page)) == of_the_server(f"{name}={value}")
        page.click("[data-clear]")
    page.fill("[name=from]", "2031-03-11")
    page.fill("[name=to]", "2031-03-12")
    said = of_the_server("from=2031-03-11&to=2031-03-12")
    assert (page.locator("[data-count]").inner_text(), rows(page)) == said
    assert "from=2031-03-11&to=2031-03-12" in page.url


def test_a_place_narrows_the_times_and_is_let_go_again(mapped):
    page = mapped()
    before, everything = rows(page), page.locator("[data-count]").inner_text()
    chip = page.locator(".chips button").first
    chip.click()
    assert chip.get_attribute("aria-pressed") == "true"
    assert page.input_value("[name=place]") == chip.inner_text().rsplit(maxsplit=1)[0]
    assert rows(page) < before
    assert page.locator("[data-count]").inner_text() != everything
    chip.click()
    assert rows(page) == before


def test_days_drawn_over_the_strip_narrow_times_and_places(mapped, until):
    page = mapped()
    before = rows(page)
    page.locator("svg.line.live .strip").scroll_into_view_if_needed()
    ticks = [each.bounding_box()["x"] for each in page.locator("svg.line.live text.tick").all()]
    box = page.locator("svg.line.live").bounding_box()
    page.mouse.move(ticks[0] + 2, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(ticks[1] - 12, box["y"] + 20, steps=4)
    page.mouse.up()
    first, last = page.input_value("[name=from]"), page.input_value("[name=to]")
    assert first
    assert first <= last
    assert rows(page) < before
    assert page.locator(".chips button:disabled").count() >= 1
    assert page.locator("path.s.off").count() >= 1


def test_a_surface_chosen_on_the_map_narrows_the_times_and_one_pointed_at_is_shown_in_the_list(mapped, until):
    page = mapped()
    before = rows(page)
    surface = page.locator("path.s[data-key]").first
    key = surface.get_attribute("data-key")
    surface.dispatch_event("pointerover")
    assert page.locator("button.surface.hot").count() == 1
    surface.dispatch_event("click")
    until(page, f"document.querySelector('path.s[data-key=\"{key}\"]').classList.contains('chosen')")
    assert rows(page) != before
    assert page.locator("button.surface[aria-pressed=true]").count() == 1
    page.locator("button.surface[aria-pressed=true]").click()
    assert rows(page) == before


def test_a_kept_view_is_a_choice_on_the_whole_map_and_can_be_drawn_closer(mapped, until, looking):
    page = mapped()
    whole = page.locator("path.s[data-key]").count()
    place = page.locator("[name=place] option[value^='on the west']").get_attribute("value")
    page = mapped(f"/map?place={place}")
    assert page.input_value("[name=place]") == place
    until(page, f"document.querySelectorAll('path.s[data-key]').length === {whole}")
    page.check(".zoom input")
    until(page, f"document.querySelectorAll('path.s[data-key]').length !== {whole}")
