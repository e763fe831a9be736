"""The articles that two hands marked, and how agreement is counted."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

TRAINING = Path(__file__).parents[2] / "training"
TEXT = "She said it rained. He fears it may snow."
SHE = {
    "id": "1", "parent": None, "source": [(0, 3)], "cue": [(4, 8)], "content": [(9, 18)],
    "kind": "report", "polarity": "+", "certainty": "certain",
}  # fmt: skip
HE = {
    "id": "2", "parent": None, "source": [(20, 22)], "cue": [(23, 28)], "content": [(29, 40)],
    "kind": "other", "polarity": "+", "certainty": "possible",
}  # fmt: skip


@pytest.fixture
def agreement(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(TRAINING))
    spec = importlib.util.spec_from_file_location("agreement", TRAINING / "agreement.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_both_hands_pass_the_checker_and_marked_the_same_thirty_texts(agreement):
    first = agreement.load(TRAINING / "attribution/articles")
    pairs = agreement.twice(first, agreement.load(TRAINING / "attribution/again"))
    assert len(pairs) == 30
    assert all(second and gold for _, second, gold in pairs.values())


def test_a_text_that_differs_is_refused(agreement):
    row = {"id": "a", "text": "She left.", "gold": []}
    with pytest.raises(ValueError, match="different texts"):
        agreement.twice({"a": row}, {"a": {**row, "text": "He left."}})


def test_a_hand_agrees_with_itself_and_half_with_a_hand_that_saw_half(agreement):
    whole = agreement.figures([(TEXT, [SHE, HE], [SHE, HE])])
    assert whole["voices F1"] == 100
    assert whole["certainty, kappa"] == 1
    half = agreement.figures([(TEXT, [SHE], [SHE, HE])])
    assert half["voices F1"] == pytest.approx(66.7)
    assert half["voices of saying and showing alone, F1"] == 100


def test_a_voice_is_no_match_where_the_hands_name_different_sources(agreement):
    nameless = {**SHE, "source": []}
    assert agreement.figures([(TEXT, [nameless, HE], [SHE, HE])])["voices F1"] == 50


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([], 0.0),
        ([("certain", "certain")] * 4, 1.0),
        ([("a", "a"), ("b", "b")], 1.0),
        ([("a", "b"), ("b", "a")], -1.0),
        ([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")], 0.0),
        ([("a", "a")] * 20 + [("b", "b")] * 15 + [("a", "b")] * 5 + [("b", "a")] * 10, 0.4),
    ],
)
def test_kappa_takes_chance_away(agreement, pairs, expected):
    assert agreement.kappa(pairs) == expected


def test_the_differences_name_what_one_hand_lacks_and_what_both_mark_otherwise(agreement):
    unsure = {**SHE, "certainty": "probable"}
    lines = agreement.differences("a", TEXT, [unsure], [SHE, HE])
    assert len(lines) == 2
    assert "certainty" in lines[0]
    assert "only first:  He | fears | it may snow" in lines[1]


@pytest.mark.parametrize("flags", [[], ["--differences"]])
def test_the_script_prints_its_table_and_its_differences(flags):
    done = subprocess.run(
        [sys.executable, TRAINING / "agreement.py", *flags], capture_output=True, text=True, check=True
    )
    assert ("ours/" if flags else "nesting F1") in done.stdout
