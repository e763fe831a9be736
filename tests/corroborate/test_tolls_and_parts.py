"""A toll as it rises, and what is only a part of it; whose deed a denial is of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.pipeline import compare
from firsthand.resources import Instruments


@pytest.fixture(scope="module")
def findings(read_docs, instruments: Instruments):
    """The findings of some documents (publisher, day, text), without the network."""
    rules_alone = replace(instruments, meaning=None)
    return lambda *docs: compare(read_docs(docs), instruments=rules_alone)


def group_of(found, words):
    """The documents of the group that has the words."""
    return next(tuple(each.documents) for each in found.groups if words in each.text)


TOLL = (
    "Harbour Post",
    "2031-03-14",
    "Five people were killed when a missile hit Sovna station on Friday, the State Emergency Service said.",
)


@pytest.mark.parametrize(
    "text",
    [
        "A missile hit Sovna station on Friday. She counted five bodies on the platform, said Nadia Kov, a cook.",
        'A missile hit Sovna station on Friday. "I counted five bodies," said Petro Lom, a driver.',
        "A missile hit Sovna station on Friday. Nadia Kov, a cook, counted five bodies in the waiting room.",
    ],
)
def test_what_one_person_counted_on_the_spot_does_not_join_the_toll_and_does_not_contradict_it(
    findings, text
):
    found = findings(TOLL, ("River Radio", "2031-03-14", text))
    assert group_of(found, "Five people were killed") == ("d1",)
    assert not found.contradictions


def rising(days, figures):
    return [
        (
            name,
            day,
            f"{figure} people were killed when a missile hit Sovna station on Friday, governor Oleh Dan said.",
        )
        for name, day, figure in zip(
            ("Harbour Post", "River Radio", "Coast Radio"), days, figures, strict=True
        )
    ]


@pytest.mark.parametrize(
    "days",
    [
        ("2031-03-14", "2031-03-15", "2031-03-16"),
        ("2031-03-14", "2031-03-14", "2031-03-15"),
        ("2031-03-14T09:10", "2031-03-14T11:40", "2031-03-14T17:05"),
    ],
)
def test_a_toll_that_one_hand_tells_higher_and_higher_is_updated(findings, days):
    found = findings(*rising(days, ("Five", "Seven", "Nine")))
    texts = {each.id: each.text.split()[0] for each in found.groups}
    steps = {(texts[each.from_], texts[each.to]) for each in found.updates}
    assert {("Five", "Seven"), ("Seven", "Nine")} <= steps
    assert not found.contradictions


@pytest.mark.parametrize(
    "text",
    [
        "Our drivers took 11 wounded from Sovna station to the town hospital on Friday, the relief group Open Road said.",
        "The town hospital treated 11 people wounded at Sovna station on Friday, its chief doctor said.",
    ],
)
def test_whom_some_hands_carried_or_treated_are_a_part_of_the_wounded(findings, text):
    whole = "Twelve people were wounded when a missile hit Sovna station on Friday, governor Oleh Dan said."
    found = findings(("Harbour Post", "2031-03-14", whole), ("River Radio", "2031-03-14", text))
    assert not found.contradictions


def test_a_toll_said_to_rise_is_not_contradicted_by_a_higher_one(findings):
    found = findings(
        (
            "Harbour Post",
            "2031-03-14",
            "The death toll of the missile strike on Sovna station on Friday has risen to five, the rescue service said.",
        ),
        (
            "River Radio",
            "2031-03-14",
            "Seven people were killed in the missile strike on Sovna station on Friday, the town hospital said.",
        ),
    )
    assert not found.contradictions


def test_two_tolls_of_the_wounded_still_contradict_each_other(findings):
    found = findings(
        (
            "Harbour Post",
            "2031-03-14",
            "Twelve people were wounded when a missile hit Sovna station on Friday, governor Oleh Dan said.",
        ),
        (
            "River Radio",
            "2031-03-14",
            "Fifteen people were wounded when a missile hit Sovna station on Friday, the police said.",
        ),
    )
    assert [each.field for each in found.contradictions] == ["number"]


def test_a_headline_that_says_how_many_are_dead_joins_the_toll(findings):
    found = findings(
        (
            "Harbour Post",
            "2031-03-14",
            "A missile hit Sovna station on Friday. Seven dead, governor Oleh Dan said.",
        ),
        (
            "River Radio",
            "2031-03-14",
            "Seven people were killed when a missile hit Sovna station on Friday, the town hospital said.",
        ),
    )
    assert group_of(found, "Seven dead") == ("d1", "d2")


@pytest.mark.parametrize(
    "other",
    [
        "Rovanian forces did not strike the bus station in Sovna on Friday, the Rovanian general staff said.",
        "No Rovanian missile struck the bus station in Sovna on Friday, the Rovanian general staff said.",
        "The video does not show a Rovanian missile striking the bus station in Sovna on Friday, Clear Line said.",
    ],
)
def test_denials_of_two_doers_are_two_claims(findings, other):
    velian = "The Velian defence ministry denied that its forces struck the bus station in Sovna on Friday."
    found = findings(("Harbour Post", "2031-03-14", velian), ("River Radio", "2031-03-14", other))
    assert all(len(each.documents) == 1 for each in found.groups)
    assert not found.contradictions


def test_a_claim_that_a_fact_check_only_examines_is_nobody_s_first_hand(findings):
    found = findings(
        (
            "Clear Line",
            "2031-03-14",
            "Claim: A video shows a Rovanian missile striking the bus station in Sovna.\n\nThe claim is false.",
        ),
        (
            "River Radio",
            "2031-03-14",
            "A Rovanian missile struck the bus station in Sovna, the Velian defence ministry said on Friday.",
        ),
    )
    (told,) = [each for each in found.groups if each.documents == ("d2",)]
    assert told.independent_first_hands == 1
    examined = [each for each in found.groups if "not confirmed" in each.text]
    assert [each.independent_first_hands for each in examined] == [0]


FIRE = "people died when fire swept through the Bahr camp on Wednesday"


def of_the_fire(day, publisher, figure, voice):
    return publisher, day, f"{figure} {FIRE}, {voice} said."


def test_a_toll_that_all_who_told_it_later_tell_otherwise_is_replaced(findings):
    first = of_the_fire("2031-07-02", "Harbour Post", "Sixty", "camp manager Nils Ekode")
    later = of_the_fire("2031-07-03", "River Radio", "Sixteen", "camp manager Nils Ekode")
    others = of_the_fire("2031-07-04", "Coast Radio", "Sixteen", "the residents' committee")
    found = findings(first, later, others)
    assert not found.contradictions
    assert len(found.updates) == 1


def test_a_toll_that_only_others_tell_otherwise_stays_disputed(findings):
    first = of_the_fire("2031-07-02", "Harbour Post", "Sixty", "camp manager Nils Ekode")
    others = of_the_fire("2031-07-04", "Coast Radio", "Sixteen", "the residents' committee")
    assert [each.field for each in findings(first, others).contradictions] == ["number"]


@pytest.mark.parametrize(("area", "disputed"), [("of Sede district", False), ("of Oran district", True)])
def test_two_villages_of_one_name_are_told_apart_by_their_districts(findings, area, disputed):
    shelled = "Shells hit the village of Kerra (Oran district) on Sunday, the mayor Lena Ostry said."
    quiet = f"No shells hit the village of Kerra {area} on Sunday, the Eastern Command said."
    found = findings(("Harbour Post", "2031-05-19", shelled), ("River Radio", "2031-05-19", quiet))
    assert bool(found.contradictions) is disputed


@pytest.mark.parametrize(("part", "disputed"), [("had been dead on arrival", False), ("had died", True)])
def test_those_who_were_dead_on_arrival_may_be_some_of_all(findings, part, disputed):
    some = f"Six protesters {part} in Brannoc on Monday, the duty doctor Lea Sorin said."
    every = "Nine protesters died in Brannoc on Monday, the League of Advocates said."
    found = findings(("Harbour Post", "2031-11-04", some), ("River Radio", "2031-11-04", every))
    assert bool(found.contradictions) is disputed


def test_what_one_side_counts_as_the_enemys_dead_is_what_the_other_counts_as_its_own(findings):
    claimed = (
        "Twelve enemy soldiers were destroyed at Ossa Pass on Wednesday, the Karsa Defence Ministry said."
    )
    admitted = "Three of our soldiers were killed at Ossa Pass on Wednesday, the Velm General Staff said."
    found = findings(("Harbour Post", "2031-02-27", claimed), ("River Radio", "2031-02-27", admitted))
    assert [each.field for each in found.contradictions] == ["number"]


@pytest.mark.parametrize("village", ["Lower Vesna", "Upper Vesna"])
def test_tolls_of_an_upper_and_a_lower_village_are_two(findings, village):
    four = "Four villagers were killed in Upper Vesna on Sunday, the village council said."
    two = f"Two villagers were killed in {village} on Sunday, the regional governor said."
    found = findings(("Harbour Post", "2031-04-21", four), ("River Radio", "2031-04-21", two))
    assert bool(found.contradictions) is (village == "Upper Vesna")


@pytest.mark.parametrize(
    ("words", "polarity"), [("and not one more were damaged", "+"), ("were not damaged", "-")]
)
def test_five_and_not_one_more_is_no_denial(findings, words, polarity):
    found = findings(
        ("River Radio", "2031-11-24", f"Five polling stations {words} by fire in Lenn, the secretary said.")
    )
    assert {each.polarity for each in found.claims} == {polarity}
