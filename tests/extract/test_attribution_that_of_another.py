"""A second voice that shares the verb of the first tells its own clause."""

from __future__ import annotations

import pytest

TWO = [
    ("The mayor says that nine people died, and the army that nobody was hurt.", "the army", "nobody was hurt"),
    ("The hospital said that four nurses fled, and the ministry that they were at work.", "the ministry", "they were at work"),
    ("Police say that the driver slept, while the union that the brakes failed.", "the union", "the brakes failed"),
    ("Ilse Brandt said that the gate was open, and Rolf Dane that it was shut.", "Rolf Dane", "it was shut"),
    ("The rebels claim that they took the hill, but the army that it holds the road.", "the army", "it holds the road"),
    ("The town council reported that the pump had failed, and the brigade that the cellar was dry.", "the brigade", "the cellar was dry"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "what"), TWO)
def test_a_second_voice_without_a_verb_tells_its_own_clause(text, who, what, read_text):
    found = {one.source_name.lower(): one for one in read_text(text).attributions}
    one = found[who.lower()]
    assert [span.words(text) for span in one.content] == [what]
    others = [span.words(text) for each in found.values() if each is not one for span in each.content]
    assert not any(what in other for other in others)


ONE = [
    "The mayor says that nine people died, and that nobody was hurt.",
    "The mayor says that nine people died, and the rebels that held the town fled.",
    "The mayor says that nine people died, and the soldiers that the court freed fled.",
    "The mayor says that nine people died, and the house that the army held burned.",
    "The mayor says that the army knew that nobody was hurt.",
]


@pytest.mark.parametrize("text", ONE)
def test_a_clause_that_describes_is_no_second_voice(text, read_text):
    names = [one.source_name.lower() for one in read_text(text).attributions if one.parent is None]
    assert set(names) == {"the mayor"}
