"""The claim board in Chromium: filtered and sorted as one types, and worked by key from end to end."""

from __future__ import annotations

import re

import pytest

from firsthand.case import Case

IDS = "[...document.querySelectorAll('ol.board li')].map(e => e.dataset.id)"
LIVE = "document.querySelector('[data-board] button.tell')"


@pytest.fixture
def board(page, looking, until):
    def go(path="/claims", served=looking):
        page.goto(served.keys.address)
        page.goto(served.url + path)
        until(page, LIVE)
        return page

    return go


@pytest.fixture
def of_the_server(without_script, looking):
    def shown(query):
        without_script.goto(f"{looking.url}/claims?{query}")
        found = [row.get_attribute("data-id") for row in without_script.locator("ol.board li").all()]
        return found, without_script.locator("[data-count]").inner_text()

    return shown


def test_it_chooses_and_orders_as_the_server_does(board, of_the_server):
    page = board()
    for name, values in {
        "sort": ("weight", "hands", "documents", "doubtful", "words"),
        "told": ("several", "one", "against"),
        "hands": ("0", "1", "2"),
        "state": ("waiting", "confirmed"),
        "document": ("d4", ""),
    }.items():
        for value in values:
            page.select_option(f"select[name={name}]", value)
            found, said = of_the_server(f"{name}={value}")
            assert page.evaluate(IDS)[: len(found)] == found, (name, value)
            assert page.locator("[data-count]").inner_text() == said
        page.click("[data-clear]")


def test_what_is_typed_filters_at_once_and_the_address_keeps_it(board, of_the_server, looking):
    page = board()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.keyboard.press("/")
    page.keyboard.type("bridge")
    found, said = of_the_server("q=bridge")
    assert found
    assert page.evaluate(IDS)[: len(found)] == found
    assert page.locator("[data-count]").inner_text() == said
    assert page.url == looking.url + "/claims?q=bridge"
    assert not asked
    page.reload()
    assert page.locator("form.filter [name=q]").input_value() == "bridge"


def test_it_is_worked_by_key_from_the_words_to_the_decision(board, workbench, until):
    page = board("/claims", workbench)
    page.keyboard.press("/")
    page.keyboard.type("bridge")
    page.keyboard.press("Enter")
    page.keyboard.press("j")
    row = "document.activeElement.closest('li')"
    name = page.evaluate(f"{row}.dataset.id")
    assert name == page.evaluate(IDS)[1]
    page.keyboard.press("o")
    until(page, f"{row}.querySelector('.telling blockquote')")
    group = workbench.desk.seen().groups[name]
    assert page.locator("li.peeked .telling blockquote mark").count() >= len(group.claims)
    page.keyboard.press("c")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(rf"/claims\?q=bridge#{name}$"))
    until(page, LIVE)
    until(page, f"{row}?.dataset.id === '{name}'")
    assert "confirmed" in page.locator("li.peeked .state").inner_text()
    with Case(workbench.path) as case:
        assert [each.value for each in case.store.decisions()][-1] == "confirmed"
    page.keyboard.press("Escape")
    assert page.locator("li.peeked").count() == 0
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/finding/{name}")


def test_a_key_decides_on_the_row_that_has_the_focus_not_on_the_one_that_is_open(board, until):
    page = board()
    page.keyboard.press("j")
    page.keyboard.press("o")
    until(page, "document.querySelector('.peek .decide')")
    page.keyboard.press("j")
    name = page.evaluate("document.activeElement.closest('li').dataset.id")
    for key, action in (("x", "reject"), ("c", "confirm")):
        page.keyboard.press(key)
        until(page, f"document.activeElement.value === '{action}'")
        assert page.evaluate("document.activeElement.closest('li').dataset.id") == name
        assert page.locator("li.peeked").count() == 1
