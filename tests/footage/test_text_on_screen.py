"""Words in the picture: found with box, script and kind over three frames; without tesseract it says that it cannot tell."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from firsthand.footage import describe, text_latin, text_on_screen
from firsthand.footage.text_on_screen import frames_to_read
from firsthand.footage.text_words import Line, kind, lines_of, script, together
from firsthand.schema import Shot

CLIPS = Path(__file__).parents[2] / "examples" / "sovna-footage"


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")
def test_a_caption_of_the_example_clip_is_read_with_its_date():
    found = describe(CLIPS / "brigade-video.mp4", "a.mp4")
    seen, where = text_on_screen(CLIPS / "brigade-video.mp4", found.clip.shots)
    assert "2 of 2 shots" in where
    dated = [each for each in seen if "11.03.2031" in each.text]
    assert dated
    assert dated[0].kind == "date"
    assert dated[0].box[1] > 250


def test_without_tesseract_it_cannot_tell_and_says_so(monkeypatch):
    monkeypatch.setitem(text_on_screen.__globals__, "reader", lambda: None)
    seen, where = text_on_screen(CLIPS / "brigade-video.mp4", ())
    assert seen == ()
    assert where == "cannot tell: tesseract is not installed"


def line(text: str, time_s: float, left: int = 10, sure: float = 0.9) -> Line:
    return Line(text, time_s, (left, 10, left + 100, 30), sure)


def test_what_three_frames_show_is_one_finding_as_the_surest_frame_reads_it():
    (seen,) = together([[line("РЕЧНАЯ БРИГА", 1)], [line("РЕЧНАЯ БРИГАДА", 2)], []], "tesseract")
    assert (seen.text, seen.time_s, seen.frames, seen.script) == ("РЕЧНАЯ БРИГАДА", 2, 2, "Cyrillic")
    assert seen.because


def test_the_union_of_frames_keeps_what_one_of_them_shows():
    seen = together([[line("HARBOUR NEWS", 1)], [line("LIVE FROM SOVNA", 2, 300)]], "tesseract")
    assert [each.text for each in seen] == ["HARBOUR NEWS", "LIVE FROM SOVNA"]


def test_short_words_that_one_frame_only_shows_are_no_writing():
    assert together([[line("зб", 1)], [line("В1", 2, 300)], []], "tesseract") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("HARBOUR", "Latin"),
        ("БРИГАДА", "Cyrillic"),
        ("12:30", "digits"),
        ("Бригада NEWS", "mixed"),
        ("أخبار", "Arabic"),
    ],
)
def test_the_script_is_that_of_most_letters(text, wanted):
    assert script(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("11.03.2031", "date"), ("2031-03-11 08:15", "date"), ("08:15:02", "time of day"), ("@tarn_watch", "channel"),
        ("t.me/tarn", "channel"), ("RIVER BRIGADE", "words"),
    ],
)  # fmt: skip
def test_dates_times_and_channels_are_told_apart(text, wanted):
    assert kind(text) == wanted


def test_a_table_with_anything_in_it_is_read():
    head = "level\tpage\tblock\tpar\tline\tword\tleft\ttop\twidth\theight\tconf\ttext\n"
    good = "5\t1\t1\t1\t1\t1\t20\t40\t200\t30\t91.5\tBRIGADE\n"
    (found,) = lines_of(
        head + "nonsense\n5\t1\n" + good + "5\t1\t1\t1\t2\t1\t0\t0\t9\t9\t20\tghost\n", 3.0, 2
    )
    assert (found.text, found.box, found.time_s) == ("BRIGADE", (10, 20, 110, 35), 3.0)


def test_three_frames_of_at_most_eight_shots_are_read():
    shots = tuple(Shot(start_s=n * 10.0, end_s=n * 10.0 + 10, key_s=n * 10.0 + 5) for n in range(30))
    groups = frames_to_read(shots)
    assert len(groups) == 8
    assert all(len(group) == 3 for group in groups)
    assert frames_to_read(()) == [[0.0]]


def test_without_tesseract_latin_letters_are_read_and_it_says_that_others_are_not(monkeypatch):
    if text_latin.installed() is None:
        pytest.skip("RapidOCR is not installed")
    monkeypatch.setitem(text_on_screen.__globals__, "reader", text_on_screen.__globals__["_latin"])
    seen, where = text_on_screen(CLIPS / "brigade-video.mp4", ())
    assert "other scripts are not read: tesseract is not installed" in where
    assert any("11.03.2031" in each.text for each in seen) or not seen
    assert all(each.script in ("Latin", "digits") for each in seen)


@pytest.mark.parametrize(
    ("text", "sure", "wanted"),
    [
        ("HARBOUR NEWS", 0.97, ["HARBOUR NEWS"]),
        ("11.03.2031", 0.99, ["11.03.2031"]),
        ("HARBOUR NEWS", 0.8, []),
        ("KAXOBKA", 0.97, []),
        ("COBHA LIVE", 0.97, ["LIVE"]),
        ("直播", 0.99, []),
        ("", 0.99, []),
    ],
)
def test_latin_lines_leave_out_what_may_be_cyrillic_or_is_not_sure(text, sure, wanted):
    corners = [[10.0, 20.0], [90.0, 21.0], [90.0, 40.0], [10.0, 39.0]]
    found = text_latin.lines_of([[corners, text, sure]], 1.5)
    assert [each.text for each in found] == wanted
    assert all((each.time_s, each.box) == (1.5, (10, 20, 90, 40)) for each in found)


def test_tesseract_goes_before_rapidocr_and_without_both_nothing_is_read(monkeypatch):
    found = text_on_screen.__globals__["reader"].__wrapped__
    monkeypatch.setattr(text_latin, "installed", lambda: "RapidOCR 1.0")
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert found().name == "RapidOCR 1.0 (Latin only)"
    monkeypatch.setattr(text_latin, "installed", lambda: None)
    assert found() is None
