"""Quarrels as documents tell them: found where both sides are of one deed, and none where they are not."""

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

QUARRELS = [
    (
        "polarity",
        "Police fired live rounds into the crowd at Orvik on Tuesday, a nurse said.",
        "Officers had discharged their weapons only into the air at Orvik on Tuesday, the ministry said.",
    ),
    (
        "polarity",
        "The army had been given the route of the convoy at Orvik on Tuesday, the charity said.",
        "No such message ever reached the staff, the army said of Tuesday's convoy at Orvik.",
    ),
    (
        "polarity",
        "A ransom was paid for the pupils of Orvik on Tuesday, a father said.",
        "Not a coin was given for the pupils of Orvik on Tuesday, the governor said.",
    ),
    (
        "weapon",
        "The gate of Orvik dam was burst on Tuesday by a charge placed in the gallery, an engineer said.",
        "Enemy shells broke the gate of Orvik dam on Tuesday, the ministry said.",
    ),
    (
        "agent",
        "Velian troops had shot first at Orvik bridge on Tuesday, the Doran general staff said.",
        "The Doran side was the first to break the silence at Orvik on Tuesday, using mortars, the ministry said.",
    ),
    (
        "victim",
        "The dead of Orvik were all farmers, the mayor said on Tuesday.",
        "Those killed at Orvik were armed rebels, the army said on Tuesday.",
    ),
]


@pytest.mark.parametrize(("field", "a", "b"), QUARRELS)
def test_the_two_sides_of_a_well_known_quarrel_contradict_each_other(fields, field, a, b):
    assert field in fields(("Harbour Post", DAY, a), ("River Radio", DAY, b))


NONE = [
    (
        "Police fired live rounds into the crowd at Orvik on Tuesday, a nurse said.",
        "Officers had fired into the air at Karel last year, the ministry said.",
    ),
    (
        "The army had been given the route of the convoy at Orvik on Tuesday, the charity said.",
        "The army did not reply to a request for comment on the convoy at Orvik on Tuesday.",
    ),
    (
        "A ransom was paid for the pupils of Orvik on Tuesday, a father said.",
        "The pupils of Orvik are home, and no school was held on Tuesday, the governor said.",
    ),
    (
        "Velian troops had shot first at Orvik bridge on Tuesday, the Doran general staff said.",
        "Velian troops opened fire first at Orvik bridge on Tuesday, a farmer said.",
    ),
]


@pytest.mark.parametrize(("a", "b"), NONE)
def test_what_only_looks_like_the_other_side_is_no_contradiction(fields, a, b):
    assert fields(("Harbour Post", DAY, a), ("River Radio", DAY, b)) == []


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
