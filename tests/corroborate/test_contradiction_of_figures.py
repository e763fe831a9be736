"""Two figures of one thing that no update explains, told by two hands, contradict each other."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="module")
def fields(contradicting):
    """The fields in which documents contradict each other, without a network."""
    return lambda *documents: [each.field for each in contradicting(documents, None)[1]]


APART = [
    (
        "Fourteen sealed boxes were lost in the fire on the boat at Amra on Sunday, the commission said.",
        "Forty-one boxes were lost in the fire on the boat at Amra on Sunday, not fourteen, the Unity Party said.",
    ),
    (
        "Fire destroyed two polling stations in Amra on Sunday, the commission said.",
        "Five polling stations in Amra are in ashes after Sunday, the opposition said.",
    ),
    (
        "Eleven villages near Amra were under water on Sunday, the governor said.",
        "Seven villages near Amra were flooded on Sunday, the relief service said.",
    ),
    (
        "Lawyers said 16 prisoners lost their lives in the fire at Amra, not nine as the government maintains.",
        "Nine prisoners died in the fire at Amra on Sunday, the government said.",
    ),
]
TOGETHER = [
    (
        "Soldiers killed sixty villagers at Amra on Sunday, survivors said.",
        "Fishermen at Amra said they had buried nine dead of Sunday.",
    ),
    (
        "Fire destroyed two schools in Amra on Sunday, the mayor said.",
        "Five schools in Amra stayed shut on Monday, the council said.",
    ),
    (
        "Four people were killed at Amra on Sunday, the police said.",
        "Six people have now died of Sunday's shelling at Amra, the clinic said.",
    ),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_counts_of_one_thing_by_two_hands_contradict_each_other(one, other, fields):
    assert "number" in fields(("A", "2031-03-10", one), ("B", "2031-03-10", other))


@pytest.mark.parametrize(("one", "other"), TOGETHER)
def test_a_part_another_end_or_a_later_toll_contradicts_nothing(one, other, fields):
    assert "number" not in fields(("A", "2031-03-10", one), ("B", "2031-03-11", other))
