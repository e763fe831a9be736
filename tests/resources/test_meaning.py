"""The encoder of meaning: what it finds alike, that nothing else sways it, and what happens without it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.resources import default_instruments, meaning
from firsthand.resources.meaning import MeaningModel, default_meaning
from firsthand.resources.spoken import LONGEST_IN_PLACE, MARKS, Spoken, in_place


@pytest.fixture(scope="module")
def model() -> MeaningModel:
    found = default_meaning()
    assert found is not None
    return found


def read(model, texts):
    """What is read of texts with nothing around them."""
    return model.read([Spoken(text) for text in texts])


def alike(model, one, other):
    return model.judge(read(model, [one, other]), [(0, 1)])[0].alike


@pytest.mark.parametrize(
    ("told", "same", "another"),
    [
        (
            "The ferry sank off Cape Orlan.",
            "The ferry lies at the bottom of the sea near Cape Orlan.",
            "The ferry's captain has been dismissed.",
        ),
        (
            "The mill was set on fire by the soldiers.",
            "Troops burned the mill down.",
            "The mill had been sold in spring.",
        ),
        (
            "Everybody on board was taken off safely.",
            "All passengers were rescued unharmed.",
            "The boat was built in 1971.",
        ),
    ],
)
def test_the_same_in_other_words_is_nearer_than_another_claim_of_the_story(model, told, same, another):
    assert alike(model, told, same) > 0.2 + alike(model, told, another)


def test_it_does_not_matter_which_of_two_comes_first(model):
    told = read(model, ["The bridge is closed.", "Nobody can cross the bridge."])
    assert model.judge(told, [(0, 1)]) == model.judge(told, [(1, 0)])


def test_what_else_is_read_and_judged_changes_nothing(model):
    pair = ["The bridge is closed.", "Nobody can cross the bridge."]
    others = [
        "Bread costs twice as much as on Monday, the union of bakers said in the capital.",
        "Rain.",
        pair[0],
    ]
    alone = model.judge(read(model, pair), [(0, 1)])[0]
    among = read(model, [*others, *pair])
    every = [(a, b) for a in range(5) for b in range(5) if a != b]
    assert model.judge(among, every)[every.index((3, 4))] == alone


@settings(max_examples=30, deadline=None)
@given(texts=st.lists(st.text(max_size=60), min_size=2, max_size=4))
def test_no_text_is_too_odd(texts):
    model = default_meaning()
    assert model is not None
    pairs = [(a, b) for a in range(len(texts)) for b in range(a)]
    for found in model.judge(read(model, texts), pairs):
        assert -1.001 <= found.near <= 1.001
        assert 0 <= found.same + found.contradict <= 1.002


@pytest.mark.parametrize("text", ["\0\0", "🙂" * 500, "[" * 10_000, "a" * 5000, "дом 家 بيت"])
def test_a_telling_is_as_near_to_itself_as_can_be_however_odd(model, text):
    assert model.judge(read(model, [text, text]), [(0, 1)])[0].near == pytest.approx(1.0, abs=0.001)


def test_nothing_is_read_of_nothing(model):
    assert len(model.read([]).near) == 0
    assert model.judge(model.read([]), []) == []


@pytest.mark.parametrize("file", ["WEIGHTS", "IN_PLACE"])
def test_without_weights_there_is_no_instrument_and_no_error(monkeypatch, tmp_path, file):
    monkeypatch.setattr(meaning, file, tmp_path / "none.onnx")
    default_meaning.cache_clear()
    assert default_meaning() is None
    default_meaning.cache_clear()


def test_broken_weights_find_nothing_alike(tmp_path: Path):
    broken = tmp_path / "broken.onnx"
    broken.write_bytes(b"not a model")
    model = MeaningModel("broken", lambda: meaning._load(broken))
    assert model.judge(read(model, ["The bridge is closed."] * 2), [(0, 1)])[0].near == 0
    assert np.isfinite(read(model, ["x"]).near).all()


def test_it_is_left_out_where_it_is_not_wanted():
    assert default_instruments(frozenset({"meaning"})).meaning is None
    assert default_instruments().meaning is not None


@pytest.mark.parametrize("file", [meaning.WEIGHTS, meaning.IN_PLACE], ids=["alone", "in place"])
def test_what_ships_stays_small(file):
    assert file.stat().st_size < 24_500_000


def test_words_mean_what_they_mean_where_they_stand(model):
    gone = Spoken(
        "They are all over it now.",
        before="Rebels entered the village of Tarn at dawn.",
        told="They are all over it now.",
    )
    taken = Spoken("The rebels hold Tarn.", told="The rebels hold Tarn.")
    spilt = gone._replace(before="Ants came out from under the fridge.")
    near, far = (model.judge(model.read([each, taken]), [(0, 1)])[0].alike for each in (gone, spilt))
    assert near > far


def test_it_tells_two_witnesses_from_one_hospital(model):
    def spoken(publisher, voice, told, before=""):
        return Spoken(
            told, publisher=publisher, voices=(voice,), told=told, behind=f", {voice} said.", before=before
        )

    hospital = spoken("Northline Agency", "Tarn district hospital", "Nine people were killed")
    again = spoken("Harbour Post", "the hospital in Tarn", "Nine died in the shelling")
    vendor = spoken("Tarn Courier", "Jalal Omeri, a spice vendor", "I counted nine dead by the fountain")
    told = model.read([hospital, again, vendor])
    same, other = model.judge(told, [(0, 1), (0, 2)])
    assert same.two_hands < 0.5 < other.two_hands


@given(parts=st.lists(st.text(max_size=300), min_size=8, max_size=8))
def test_a_row_is_never_longer_than_the_network_reads_and_holds_its_marks(parts):
    marks = range(1, len(MARKS) + 1)
    spoken = Spoken(parts[0], parts[1], (parts[2],), *parts[3:])
    row = in_place(spoken, lambda text: [ord(each) + 1000 for each in text], marks)
    assert len(row.pieces) == len(row.told) == len(row.judged) <= LONGEST_IN_PLACE
    assert set(marks) <= set(row.pieces)


def test_of_a_row_the_words_told_are_asked_about_and_their_neighbours_only_read():
    spoken = Spoken("told", "P", ("v",), before="b", ahead="a", told="told", behind="c", after="d")
    row = in_place(spoken, lambda text: [ord(each) + 1000 for each in text], (1, 2, 3, 4))

    def of(part):
        letters = [n - 1000 for n, kept in zip(row.pieces, part, strict=True) if kept and n > 1000]
        return "".join(map(chr, letters))

    assert of(row.told) == "told"
    assert of(row.judged) == "Pvtold"
    assert of([1] * len(row.pieces)) == "Pvbatoldcd"
