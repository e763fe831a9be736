"""The encoder of meaning: what it finds alike, that nothing else sways it, and what happens without it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.resources import default_instruments, meaning
from firsthand.resources.meaning import MeaningModel, default_meaning


@pytest.fixture(scope="module")
def model() -> MeaningModel:
    found = default_meaning()
    assert found is not None
    return found


def alike(model, one, other):
    return model.judge(model.read([one, other]), [(0, 1)])[0].alike


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
    told = model.read(["The bridge is closed.", "Nobody can cross the bridge."])
    assert model.judge(told, [(0, 1)]) == model.judge(told, [(1, 0)])


def test_what_else_is_read_and_judged_changes_nothing(model):
    pair = ["The bridge is closed.", "Nobody can cross the bridge."]
    others = [
        "Bread costs twice as much as on Monday, the union of bakers said in the capital.",
        "Rain.",
        pair[0],
    ]
    alone = model.judge(model.read(pair), [(0, 1)])[0]
    among = model.read([*others, *pair])
    every = [(a, b) for a in range(5) for b in range(5) if a != b]
    assert model.judge(among, every)[every.index((3, 4))] == alone


@settings(max_examples=30, deadline=None)
@given(texts=st.lists(st.text(max_size=60), min_size=2, max_size=4))
def test_no_text_is_too_odd(texts):
    model = default_meaning()
    assert model is not None
    pairs = [(a, b) for a in range(len(texts)) for b in range(a)]
    for found in model.judge(model.read(texts), pairs):
        assert -1.001 <= found.near <= 1.001
        assert 0 <= found.same + found.contradict <= 1.002


@pytest.mark.parametrize("text", ["\0\0", "🙂" * 500, "[" * 10_000, "a" * 5000, "дом 家 بيت"])
def test_a_telling_is_as_near_to_itself_as_can_be_however_odd(model, text):
    assert model.judge(model.read([text, text]), [(0, 1)])[0].near == pytest.approx(1.0, abs=0.001)


def test_nothing_is_read_of_nothing(model):
    assert len(model.read([]).near) == 0
    assert model.judge(model.read([]), []) == []


def test_without_weights_there_is_no_instrument_and_no_error(monkeypatch, tmp_path):
    monkeypatch.setattr(meaning, "WEIGHTS", tmp_path / "none.onnx")
    default_meaning.cache_clear()
    assert default_meaning() is None
    default_meaning.cache_clear()


def test_broken_weights_find_nothing_alike(tmp_path: Path):
    broken = tmp_path / "broken.onnx"
    broken.write_bytes(b"not a model")
    model = MeaningModel("broken", lambda: meaning._load(broken))
    assert model.judge(model.read(["The bridge is closed."] * 2), [(0, 1)])[0].near == 0
    assert np.isfinite(model.read(["x"]).near).all()


def test_it_is_left_out_where_it_is_not_wanted():
    assert default_instruments(frozenset({"meaning"})).meaning is None
    assert default_instruments().meaning is not None


def test_what_ships_stays_small():
    assert meaning.WEIGHTS.stat().st_size < 24_000_000
