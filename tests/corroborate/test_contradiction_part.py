"""Counts of some, of others, or at another time are set against no count of all."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="module")
def fields(contradicting):
    """The fields in which documents (publisher, day, text) contradict each other, without a network."""
    return lambda *documents: [each.field for each in contradicting(documents, None)[1]]


SOME = [
    (
        "Seventeen people were killed in the shelling of Amra on Sunday, the clinic said.",
        "Five women were killed in the shelling of Amra, a priest said.",
    ),
    (
        "Seventeen people were killed in the shelling of Amra on Sunday, the civil defence said.",
        "The clinic of Amra took in eleven dead on Sunday, its doctor said.",
    ),
    (
        "Forty rescuers and soldiers were hurt at Amra on Sunday, the ministry said.",
        "The rescue service said eleven of its people were hurt at Amra.",
    ),
    (
        "Nine crew members of the Solveig died off Amra on Sunday, the owners said.",
        "Three Filipino sailors died on the Solveig off Amra, their embassy said.",
    ),
    (
        "Seventeen villagers were killed in Amra on Sunday, the chief said.",
        "Three people from one house were killed in Amra, a farmer said.",
    ),
    (
        "Thirty-one people died in the flood at Amra on Sunday, the governor said.",
        "Ten people died in the old people's home in the flood at Amra, its director said.",
    ),
    (
        "The army lost fourteen men at Amra on Sunday, the ministry said.",
        "The Third Battalion lost five men at Amra, its commander said.",
    ),
    (
        "Fifty lorries were held at Amra on Sunday, the agency said.",
        "The agency's own twelve lorries were held at Amra, a driver said.",
    ),
    (
        "Five sailors are missing after the tanker sank off Amra on Sunday, the owner said.",
        "Two sailors of the tanker are still missing off Amra, the coast guard said.",
    ),
    (
        "Nineteen people were killed in Amra on the lake on Sunday, the council said.",
        "Seven people were killed in Amra in the hills in a fire on Sunday, the governor said.",
    ),
    (
        "Four rockets hit Amra on Sunday, the mayor said.",
        "The army shot down eleven rockets over Amra on Sunday, its spokesman said.",
    ),
    (
        "Nineteen people were killed at Amra on Sunday, the governor said.",
        "Twenty-six people were wounded at Amra on Sunday, the hospital said.",
    ),
    (
        "More than fifty people were killed at Amra on Sunday, the mayor said.",
        "Sixty-three people were killed at Amra on Sunday, the priest said.",
    ),
]


@pytest.mark.parametrize(("a", "b"), SOME)
def test_a_count_of_some_or_of_others_contradicts_no_count_of_all(fields, a, b):
    assert (
        fields(("Harbour Post", "2031-03-12T09:00", a), ("River Radio", "2031-03-13T09:00", b)).count(
            "number"
        )
        == 0
    )


ALL = [
    (
        "Fourteen people were killed in Amra on Sunday, the council said.",
        "Thirty-one people were killed in Amra on Sunday, the opposition said.",
    ),
    (
        "Three rockets hit Amra on Sunday, the mayor said.",
        "Eleven rockets hit Amra on Sunday, residents said.",
    ),
    (
        "Nine rebels were killed at Amra on Sunday, the army said.",
        "Two of our fighters were killed at Amra on Sunday, the rebels said.",
    ),
    (
        "Fourteen women were killed in Amra on Sunday, the council said.",
        "Thirty-one women were killed in Amra on Sunday, the opposition said.",
    ),
    (
        "Seven people were killed at the rally in Amra on Sunday, the hospital said.",
        "Nineteen of its supporters were killed at the rally in Amra on Sunday, the Civic League said.",
    ),
]


@pytest.mark.parametrize(("a", "b"), ALL)
def test_two_counts_of_all_by_two_hands_contradict_each_other(fields, a, b):
    day = "2031-03-12"
    assert "number" in fields(("Harbour Post", day, a), ("River Radio", day, b))


def test_a_list_of_one_s_own_told_later_is_no_update_of_another_s_toll(fields):
    jail = "Fourteen prisoners died in the fire at Amra jail on Sunday, the ministry said."
    names = "The relatives of the dead of Amra jail have a list of thirty-one prisoners who died on Sunday."
    later = "Thirty-one prisoners have now died after the fire at Amra jail on Sunday, a hospital said."
    assert "number" in fields(("Harbour Post", "2031-03-12", jail), ("River Radio", "2031-03-13", names))
    assert "number" not in fields(("Harbour Post", "2031-03-12", jail), ("River Radio", "2031-03-13", later))
