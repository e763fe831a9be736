"""Figures that quarrel and that do not, where a network says of all that they hardly can both hold."""

from __future__ import annotations

import numpy as np
import pytest

from firsthand.resources.meaning import Judged, MeaningModel, Told


class Sure(MeaningModel):
    """Says of every two tellings that they hardly can both hold."""

    def __init__(self) -> None:
        super().__init__("sure", lambda: pytest.fail("the weights are not read"))

    def read(self, texts):
        return Told((), np.ones((len(texts), 1), np.float32))

    def most_contradict(self, told, pairs):
        return [1.0] * len(pairs)

    def judge(self, told, pairs, near_from=-1.0):
        return [Judged(0.4, 0.0, 0.6) for _ in pairs]


@pytest.fixture(scope="module")
def fields(contradicting):
    """The fields in which documents (publisher, day, text) contradict each other."""
    return lambda *documents: [each.field for each in contradicting(documents, Sure())[1]]


DAY = "2031-03-12"


def test_a_figure_that_its_publisher_takes_back_contradicts_nobody(fields):
    told = "Three Doran soldiers were killed at Orvik bridge on Tuesday, media reports said."
    two = "Two Doran soldiers were killed at Orvik bridge on Tuesday, the general staff said."
    back = (
        "CORRECTION: a Harbour Post report of Wednesday said, citing media reports, that three Doran soldiers "
        "were killed at Orvik bridge on Tuesday."
    )
    assert "number" in fields(("Harbour Post", DAY, told), ("River Radio", DAY, two))
    assert fields(("Harbour Post", DAY, told), ("River Radio", DAY, two), ("Harbour Post", DAY, back)) == []


def test_tolls_of_two_days_in_two_villages_of_one_name_are_no_contradiction(fields):
    river = "Forty-one people were killed in Orvik on 3 March, registrars said."
    again = "At least 41 people lost their lives in the village of Orvik, the rights office said."
    hill = "Nine people died in Orvik on 12 February, the prefect said."
    assert "number" not in fields(
        ("Harbour Post", DAY, river), ("River Radio", DAY, again), ("Hill Herald", DAY, hill)
    )


def test_so_many_of_its_members_are_all_of_whom_a_body_tells(fields):
    hospital = "Seven people were killed at the rally in Orvik on Tuesday, the hospital said."
    party = "Nineteen of its supporters were killed at the rally in Orvik on Tuesday, the Civic League said."
    assert "number" in fields(("Harbour Post", DAY, hospital), ("River Radio", DAY, party))


class Doubting(Sure):
    """Says of every two tellings that they well can both hold."""

    def most_contradict(self, told, pairs):
        return [0.1] * len(pairs)

    def judge(self, told, pairs, near_from=-1.0):
        return [Judged(0.4, 0.0, 0.1) for _ in pairs]


NINE = "Nine people were killed at Tarn market on Tuesday, the mayor of Tarn said."


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("Shells that fell on the market in Tarn on Tuesday killed 14 people, the hospital said.", True),
        ("Fourteen people died on Tuesday at the market, a nurse in Tarn said.", False),
    ],
)
def test_two_tolls_of_one_day_and_place_by_name_quarrel_whatever_is_read(contradicting, other, told):
    docs = ("Harbour Post", DAY, NINE), ("River Radio", DAY, other)
    assert "number" in [each.field for each in contradicting(docs, None)[1]]
    assert ("number" in [each.field for each in contradicting(docs, Doubting())[1]]) is told
