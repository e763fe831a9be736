"""Merging and splitting in the browser: two claims made one, one made two, a sentence cut in parts."""

from __future__ import annotations

from importlib.resources import files

import pytest

from firsthand.case import Case
from firsthand.show.dossier import of_case


def at(page, served, where):
    if not page.context.cookies():
        page.goto(served.keys.address)
    page.goto(f"{served.url}{where}")


def groups(served):
    with Case(served.path) as case:
        return {each.id: each for each in of_case(case).findings.groups}


def test_two_claims_are_counted_as_one_and_parted_again_by_hand(page, workbench):
    before = groups(workbench)
    one = next(each for each in before.values() if len(each.claims) > 2)
    other = next(each for each in before.values() if each.id != one.id and len(each.claims) == 1)
    at(page, workbench, f"/finding/{one.id}")
    page.click("#regroup summary")
    options = page.locator("#regroup select option").evaluate_all("all => all.map(o => o.value)")
    assert one.claims[0] not in options, "no claim is offered itself"
    page.select_option("#regroup select", other.claims[0])
    page.click("#regroup button[value=merge]")
    page.wait_for_selector(".decided")
    assert "the same claim as" in page.inner_text(".decided")
    made = groups(workbench)
    kept = next(each for each in made.values() if one.claims[0] in each.claims)
    assert set(kept.claims) == {*one.claims, *other.claims}
    assert page.url.endswith(f"/finding/{kept.id}"), "the page goes where the claim is now"

    page.click("#regroup summary")
    page.check(f"#regroup input[type=checkbox][value='{other.claims[0]}']")
    page.click("#regroup button[value=split]")
    page.wait_for_selector('.decided li:has-text("another claim than")')
    after = groups(workbench)
    assert any(each.claims == other.claims for each in after.values())
    page.goto(f"{workbench.url}/review")
    said = page.inner_text("main")
    assert "the same claim as" in said
    assert "another claim than" in said
    for _ in range(2):
        page.locator("button[value=undo]").first.click()
        page.wait_for_load_state()
    assert groups(workbench) == before


def test_a_sentence_that_tells_two_things_is_cut_in_the_reader(page, workbench):
    reading = next(each for each in workbench.desk.seen().readings.values() if each.claims)
    claim = next(each for each in reading.claims if len(each.anchors) == 1 and len(each.text.split()) > 4)
    name = f"{reading.document.id}.{claim.id}"
    at(page, workbench, f"/read/{reading.document.id}/{claim.id}")
    page.click("#panel details.decide summary")
    page.fill(
        "#panel details.decide label:has-text('Words of a part') input", " ".join(claim.text.split()[2:])
    )
    page.click("#panel details.decide button")
    page.wait_for_selector("#panel h2")
    assert f"{name}a" in page.inner_text("#panel h2"), "it goes on at the first part"
    assert "a part of" in page.inner_text("#panel .why")
    page.goto(f"{workbench.url}/read/{reading.document.id}/{claim.id}b")
    assert f"{name}b" in page.inner_text("#panel h2")


@pytest.mark.parametrize("width", [1280, 768, 375])
def test_the_forms_are_no_wider_than_a_phone_and_no_barrier(chromium, looking, width):
    axe = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    several = next(each for each in groups(looking).values() if len(each.claims) > 2)
    document, _, claim = several.claims[0].partition("/")
    context = chromium.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
    page = context.new_page()
    page.goto(looking.keys.address)
    for where in (f"/finding/{several.id}", f"/read/{document}/{claim.split('.')[0]}", "/review"):
        page.goto(f"{looking.url}{where}")
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, where
        page.evaluate(axe)
        result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        serious = [each for each in result["violations"] if each["impact"] in ("serious", "critical")]
        assert [(each["id"], each["nodes"][0]["html"][:120]) for each in serious] == [], where
    context.close()


def test_who_was_slower_is_told_and_nothing_is_recorded(page, workbench):
    one, other = list(groups(workbench).values())[:2]
    at(page, workbench, f"/finding/{one.id}")
    with Case(workbench.path) as case:
        case.decide(other.claims[0], "note 1", "wait", by="Noor")
        last = case.store.log()
        n = max(entry.n for entry in last)
    page.click("#regroup summary")
    page.select_option("#regroup select", other.claims[0])
    page.click("#regroup button[value=merge]")
    assert "Noor decided" in page.inner_text("main")
    with Case(workbench.path) as case:
        assert max(entry.n for entry in case.store.log()) == n
