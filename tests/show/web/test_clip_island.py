"""The clip in Chromium with its lane, marks by key, and a match as two players in step."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from msgspec import structs
from playwright.sync_api import expect

from firsthand.case import Case
from firsthand.show.adding import add

pytest.importorskip("cv2")
CLIPS = Path(__file__).parents[3] / "examples/sovna-footage"


@pytest.fixture(scope="module")
def footage(tmp_path_factory, serve_case, instruments):
    """The original and its mirrored re-post, the original first."""
    path = tmp_path_factory.mktemp("footage") / "case"
    with Case.create(path, by="Ada", title="Clips") as case:
        names = [str(CLIPS / name) for name in ("brigade-video.mp4", "tarn-watch-repost.mp4")]
        assert [item.clip for item in add(case, names, by="Ada")] == ["v1", "v2"]
    server, served = serve_case(path)
    yield served
    server.stop()


@pytest.fixture
def repost(page, footage, until):
    page.goto(footage.keys.address)
    page.goto(footage.url + "/footage/v2")
    page.wait_for_selector(".track")
    until(page, "document.getElementById('player').readyState >= 2")
    return page


PLAYERS = "[...document.querySelectorAll('.instep video')]"
APART = f"(([own, other]) => other.currentTime - own.currentTime)({PLAYERS})"


def loaded(page, until):
    page.locator(".instep").scroll_into_view_if_needed()
    until(page, f"{PLAYERS}.length === 2 && {PLAYERS}.every(v => v.readyState >= 3 && !v.seeking)")


def test_a_match_is_shown_as_two_players_that_play_stop_and_seek_together(repost, footage, until):
    (match,) = footage.desk.seen().found.clips[1].matches
    shift = match.clip_s[0] - match.query_s[0]
    loaded(repost, until)
    assert repost.evaluate(APART) == pytest.approx(shift, abs=0.05)
    repost.click("text=Play both")
    until(repost, f"{PLAYERS}[0].currentTime > 0.6")
    apart = []
    for _ in range(8):
        repost.wait_for_timeout(100)
        apart.append(repost.evaluate(APART))
    assert all(repost.evaluate(f"{PLAYERS}.map(v => !v.paused)"))
    assert max(abs(each - shift) for each in apart) < 0.4
    repost.locator(".instep").get_by_text("Pause").click()
    until(repost, f"{PLAYERS}.every(v => v.paused && !v.seeking)")
    assert repost.evaluate(APART) == pytest.approx(shift, abs=0.02)
    repost.locator(".instep input[type=range]").fill("5")
    until(repost, f"{PLAYERS}.every(v => !v.seeking)")
    assert repost.evaluate(f"{PLAYERS}[0].currentTime") == pytest.approx(5, abs=0.05)
    assert repost.evaluate(APART) == pytest.approx(shift, abs=0.02)


def test_one_frame_further_is_one_frame_further_in_both(repost, until):
    loaded(repost, until)
    before = repost.evaluate(f"{PLAYERS}.map(v => v.currentTime)")
    repost.locator(".instep").focus()
    repost.keyboard.press("ArrowRight")
    repost.keyboard.press(".")
    until(repost, f"{PLAYERS}.every(v => !v.seeking)")
    after = repost.evaluate(f"{PLAYERS}.map(v => v.currentTime)")
    assert [b - a for a, b in zip(before, after, strict=True)] == pytest.approx([2 / 12, 2 / 12], abs=0.02)


def test_the_earlier_clip_is_mirrored_as_the_match_says_and_turned_back_by_hand(repost, until):
    turned = "getComputedStyle(document.querySelectorAll('.instep video')[1]).transform"
    assert repost.evaluate(turned).startswith("matrix(-1")
    repost.locator(".instep input[type=checkbox]").uncheck()
    assert repost.evaluate(turned) == "none"


def test_what_is_seen_is_noted_without_the_mouse(repost, footage, until):
    repost.keyboard.press("Shift+ArrowRight")
    repost.keyboard.press("Shift+ArrowRight")
    repost.keyboard.press("i")
    repost.keyboard.press("Shift+ArrowRight")
    repost.keyboard.press("o")
    assert repost.locator("[name=from_s]").input_value() == "2.00"
    assert repost.locator("[name=to_s]").input_value() == "3.00"
    assert repost.locator(".track .range").count() == 1
    repost.keyboard.press("n")
    repost.keyboard.type("infantry dismounts: i, o, n are letters here")
    repost.keyboard.press("Tab")
    for _ in range(2):
        repost.keyboard.press("Tab")
    repost.locator("form[data-note] button:not([type])").focus()
    repost.keyboard.press("Enter")
    repost.wait_for_selector("div.note")
    repost.wait_for_selector(".track .noted")
    (note,) = footage.desk.seen().found.clips[1].notes
    assert (note.from_s, note.to_s, note.text[:9]) == (2.0, 3.0, "infantry ")
    repost.locator(".track .noted").click()
    until(repost, "Math.abs(document.getElementById('player').currentTime - 2) < 0.05")
    repost.click("div.note button")
    expect(repost.locator("div.note")).to_have_count(0)


def test_the_space_bar_plays_and_a_drag_over_the_lane_marks(repost, until):
    repost.keyboard.press(" ")
    until(repost, "!document.getElementById('player').paused")
    repost.keyboard.press(" ")
    until(repost, "document.getElementById('player').paused")
    box = repost.locator(".track").bounding_box()
    y = box["y"] + box["height"] - 2
    repost.mouse.move(box["x"] + box["width"] * 0.2, y)
    repost.mouse.down()
    repost.mouse.move(box["x"] + box["width"] * 0.6, y, steps=4)
    repost.mouse.up()
    marks = [float(repost.locator(f"[name={name}]").input_value()) for name in ("from_s", "to_s")]
    assert marks == pytest.approx([2.0, 6.0], abs=0.15)


def test_the_same_scene_at_another_moment_is_played_side_by_side_each_for_itself(page, footage, until):
    before = footage.desk.dossier_of

    def of_a_scene(case):
        dossier = before(case)
        clips = tuple(
            structs.replace(
                clip, matches=tuple(structs.replace(each, kind="same scene") for each in clip.matches)
            )
            for clip in dossier.findings.clips
        )
        return replace(dossier, findings=structs.replace(dossier.findings, clips=clips))

    footage.desk.dossier_of, footage.desk._seen = of_a_scene, None
    try:
        page.goto(footage.keys.address)
        page.goto(footage.url + "/footage/v2")
        players = "[...document.querySelectorAll('[data-match] video[controls]')]"
        until(page, f"{players}.length === 2 && {players}.every(v => v.readyState >= 1)")
        page.evaluate(f"{players}[0].play()")
        until(page, f"{players}[0].currentTime > 0.2")
        assert page.evaluate(f"{players}[1].paused"), "nothing is claimed to be in step"
        assert not page.locator(".instep").count()
    finally:
        footage.desk.dossier_of, footage.desk._seen = before, None
