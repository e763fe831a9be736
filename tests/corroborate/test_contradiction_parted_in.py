"""In what a weighed contradiction parts is named: two figures by the words, all else by what is read."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from firsthand.corroborate.contradiction.scope import Pair
from firsthand.corroborate.contradiction.weighed import field_of
from firsthand.resources import parted_in as shipped
from firsthand.resources.meaning import default_meaning
from firsthand.resources.parted_in import PartedIn, parted_in
from firsthand.resources.spoken import Spoken

numbers = some.lists(some.floats(-1.0, 1.0, width=32), min_size=3, max_size=3)


def vector(values):
    return np.array(values, np.float32)


TWO = PartedIn(("time", "weapon"), np.array([[1.0, 0.0, -1.0], [-1.0, 0.5, 1.0]]), np.array([0.0, 0.1]))


@given(numbers, numbers)
def test_which_telling_comes_first_changes_nothing(one, other):
    assert TWO.of(vector(one), vector(other)) == TWO.of(vector(other), vector(one))


@given(numbers, numbers)
def test_the_likeliest_field_has_at_least_its_share_of_the_chances(one, other):
    field, chance = TWO.of(vector(one), vector(other))
    assert field in TWO.fields
    assert 0.5 <= chance <= 1.0


def test_of_vectors_that_it_was_not_learned_from_nothing_is_said():
    assert TWO.of(np.ones(1, np.float32), np.ones(1, np.float32)) is None


@pytest.fixture
def pair(contradicting):
    """Two tellings of two documents, as the rules laid them beside each other."""

    def of(one, other):
        docs = [("Harbour Post", "2031-05-03", one), ("Evening Echo", "2031-05-03", other)]
        groups, _ = contradicting(docs, None)
        a, b = (min(group, key=lambda each: each.id) for group in list(groups.values())[:2])
        return Pair(a, b, 0.0, False)

    return of


SENTENCES = {
    "time": ("The shop was raided at dawn on Sunday.", "They came to the shop on Monday evening."),
    "weapon": ("A mine sank the ferry.", "The ferry went down after a missile struck it."),
    "agent": ("The militia shelled the village.", "The village was shelled by the army."),
    "polarity": ("The gate was locked all night.", "Nobody had locked the gate."),
    "victim": ("Those killed were schoolchildren.", "All of the dead were soldiers."),
}


@pytest.mark.parametrize("field", SENTENCES)
def test_plain_quarrels_are_named_by_what_they_part_in(field):
    meaning = default_meaning()
    assert meaning is not None
    read = meaning.read(
        [Spoken(words, "Harbour Post", (), "", "", words, "", "") for words in SENTENCES[field]]
    )
    named = parted_in().of(*read.near)
    assert named[0] == field
    assert named[1] > 1 / len(parted_in().fields)


def test_two_figures_are_named_by_their_words_whatever_is_read(pair):
    two = pair("Nine people were killed at Tarn market.", "Forty people were killed at Tarn market.")
    assert field_of(two, TWO, vector([1, 0, 0]), vector([1, 0, 0])) == ("number", None)


def test_without_the_reading_no_field_is_guessed(pair, monkeypatch, tmp_path):
    two = pair("The gate of Tarn was locked.", "A chain lay on the gate of Tarn.")
    assert field_of(two, None, vector([1, 0, 0]), vector([1, 0, 0])) == ("identity", None)
    monkeypatch.setattr(shipped, "WEIGHTS", tmp_path / "none.npz")
    assert shipped.parted_in.__wrapped__() is None
    (tmp_path / "none.npz").write_bytes(b"PK broken")
    assert shipped.parted_in.__wrapped__() is None
