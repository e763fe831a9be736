"""Whose count, whose cause: tolls that rise, counts of one pair of eyes, and blasts laid to two causes."""

from __future__ import annotations

import pytest

from firsthand.corroborate import corroborate

FIRST = (
    "Northline News Agency",
    "2031-05-06",
    (
        "At least eight people were killed on Tuesday when an air strike hit a mill in the village of Dobra Lesna, "
        "the local ambulance service said."
    ),
)


@pytest.fixture(scope="module")
def found(read_docs):
    def compared(*documents):
        findings = corroborate(read_docs(documents))
        words = {each.id: " ".join(each.text.split()) for each in findings.groups}
        return (
            [(each.field, words[each.a], words[each.b]) for each in findings.contradictions],
            [(words[each.from_], words[each.to]) for each in findings.updates],
        )

    return compared


@pytest.mark.parametrize(
    "later",
    [
        (
            "The death toll from the air strike on a mill in the village of Dobra Lesna has risen to 13, the local "
            "ambulance service said on Wednesday."
        ),
        (
            "The toll from Tuesday's air strike on a mill in the village of Dobra Lesna climbed to thirteen on "
            "Wednesday, the regional hospital said."
        ),
    ],
)
def test_a_toll_that_rises_is_an_update_without_a_noun_too(found, later):
    against, updates = found(FIRST, ("Northline News Agency", "2031-05-07", later))
    assert against == []
    assert len(updates) == 1
    assert updates[0][0].startswith("At least eight")


def test_what_a_witness_counted_replaces_and_contradicts_no_toll(found):
    later = (
        "Tarn Radio",
        "2031-05-07",
        (
            "Anna Kolb told Tarn Radio that she counted ten bodies laid out in a yard in Dobra Lesna after the air strike "
            "on the mill on Tuesday."
        ),
    )
    assert found(FIRST, later) == ([], [])


def test_three_more_bodies_contradict_no_toll(found):
    first = (
        "Ministry of Defence of Ostrel",
        "2031-05-06",
        "Four militants were killed in Dobra Lesna on Tuesday.",
    )
    later = (
        "Northline News Agency",
        "2031-05-07",
        "Rescuers pulled three more bodies from the ruins in Dobra Lesna on Tuesday, paramedic Pavel Orm said.",
    )
    assert found(first, later)[0] == []


def test_a_side_that_tells_only_dead_militants_contradicts_a_higher_toll_of_people(found):
    other = (
        "Ministry of Defence of Ostrel",
        "2031-05-07",
        "Four militants were killed in Dobra Lesna on Tuesday.",
    )
    against, updates = found(FIRST, other)
    assert [field for field, *_ in against] == ["number"]
    assert updates == []


def test_militants_among_the_dead_that_a_report_tells_whole_contradict_nothing(found):
    other = (
        "Coast Today",
        "2031-05-07",
        "Eight people were killed in Dobra Lesna on Tuesday, police said. Four militants were killed, police said.",
    )
    assert found(FIRST, other)[0] == []


def test_a_depot_that_blew_up_contradicts_an_air_strike(found):
    other = (
        "Ministry of Defence of Ostrel",
        "2031-05-07",
        "The explosion in Dobra Lesna on Tuesday was caused by the detonation of an ammunition depot in the cellar.",
    )
    assert [field for field, *_ in found(FIRST, other)[0]] == ["weapon"]


def test_a_strike_on_a_depot_contradicts_no_air_strike(found):
    other = (
        "Coast Today",
        "2031-05-07",
        "A missile hit an ammunition depot in Dobra Lesna on Tuesday and it exploded, police said.",
    )
    assert found(FIRST, other)[0] == []


def test_what_an_army_never_does_denies_no_strike(found):
    other = (
        "Ministry of Defence of Ostrel",
        "2031-05-07",
        "The ministry stressed that the armed forces do not bomb villages and that they keep to the truce.",
    )
    assert found(FIRST, other)[0] == []


def test_a_rejected_claim_answers_no_figure(found):
    other = (
        "Coast Today",
        "2031-05-07",
        (
            "Seventeen soldiers were taken prisoner in Dobra Lesna, the Ostrel army said. Varnia's general staff "
            "rejected the claim."
        ),
    )
    assert all("Seventeen" not in words for pair in found(other)[0] for words in pair)
