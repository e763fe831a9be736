"""What stands in a picture, and the documents that name the same."""

from __future__ import annotations

import pytest

from firsthand.schema import Clip, Document, Place, Reading, SeenText, Time
from firsthand.show.clip_names import days, named, spelt

TEXT = "The video from t.me/tarn_watch shows Kharkiv on 11 March 2031, not Sovna."
AT = TEXT.index("Kharkiv")
READING = Reading(
    document=Document(id="d1", sha256="", text=TEXT),
    places=(Place(id="p1", start=AT, end=AT + 7, name="Kharkiv"),),
    times=(Time(id="t1", start=48, end=61, type="DATE", value=None, edtf=None, earliest="2031-03-11", latest="2031-03-11"),),
)  # fmt: skip


def names(*lines, kind="words"):
    seen = tuple(
        SeenText(text=line, time_s=2.0, box=(0, 0, 9, 9), script="Latin", kind=kind, confidence=0.9)
        for line in lines
    )
    return [
        (each.text, TEXT[each.because[0].anchors[0].start : each.because[0].anchors[0].end])
        for each in named(Clip(id="v1", name="", sha256="", seen=seen), [READING])
    ]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("@tarn_watch", "tarn_watch"),
        ("t.me/TARN_watch 18:20", "tarn_watch"),
        ("Харків, центр", "Kharkiv"),
        ("KHARKIV", "Kharkiv"),
        ("11.03.2031 09:14", TEXT[48:61]),
        ("2031-03-11", TEXT[48:61]),
    ],
)
def test_a_channel_a_place_and_a_day_are_found_in_a_text_that_names_them(line, words):
    assert names(line) == [(line, words)]


@pytest.mark.parametrize(
    "line", ["watch", "The video", "@tarn", "Kharkivska", "11/03/2031", "12.03.2031", "", "♦♦♦"]
)
def test_other_words_and_days_that_could_be_two_are_not(line):
    assert names(line) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("11.03.2031", ["2031-03-11"]), ("31/12/30", ["2030-12-31"]), ("12/31/2030", ["2030-12-31"]),
        ("03/04/2031", []), ("03/03/2031", ["2031-03-03"]), ("99.99.2031", []), ("10.0.0.1", []), ("31.02.2031", []),
    ],
)  # fmt: skip
def test_days_in_figures_are_read_where_they_can_be_one_only(text, wanted):
    assert days(text) == wanted


@pytest.mark.parametrize(
    ("one", "other"),
    [("Харків", "Kharkiv"), ("Київ", "Kyiv"), ("Ґадяч", "Hadiach"), ("Полтава", "the Poltava")],
)
def test_one_name_in_two_scripts_is_spelt_alike(one, other):
    assert spelt(one) == spelt(other)


def test_a_clip_that_is_not_described_names_nothing():
    assert named(None, [READING]) == ()
