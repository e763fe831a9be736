"""Who stands on which side: denials, denials of denials, datelines, short names of media."""

from __future__ import annotations

import pytest

from firsthand.corroborate import corroborate

STRIKE = (
    "Northline News Agency",
    "2031-05-06",
    "An air strike hit a mill in the village of Dobra Lesna on Tuesday, two medics told Northline.",
)
DENIAL = (
    "Ministry of Defence of Ostrel",
    "2031-05-07",
    (
        "The Ministry of Defence firmly rejects the claims, spread by foreign media, that the Ostrel Air Force bombed "
        "a mill in the village of Dobra Lesna on Tuesday, May 6."
    ),
)


@pytest.fixture(scope="module")
def found(read_docs):
    return lambda *documents: corroborate(read_docs(documents))


def groups_of(findings, words):
    return {each.group for each in findings.claims if words in each.text}


def hands(findings, words):
    names = {each.id: each.name for each in findings.origins}
    return {names.get(each.origin) for each in findings.claims if words in each.text}


def test_a_denial_is_no_telling_of_what_it_denies(found):
    findings = found(STRIKE, DENIAL)
    of = {
        each.document: each
        for each in findings.claims
        if "bombed" in each.text or "air strike hit" in each.text
    }
    assert of["d1"].polarity == "+"
    assert all(each.polarity == "-" for each in findings.claims if each.document == "d2")
    assert of["d1"].group != of["d2"].group
    assert [each.field for each in findings.contradictions] == ["polarity"]


@pytest.mark.parametrize(
    "answer",
    [
        "Villagers rejected that account, saying that they heard a jet before the explosion.",
        "Villagers who spoke to Northline dismissed that account, saying that they heard a jet.",
        "Villagers rejected the ministry's denial.",
    ],
)
def test_who_rejects_a_denial_does_not_stand_with_the_one_who_denies(found, answer):
    update = (
        "Northline News Agency",
        "2031-05-08",
        (
            "Ostrel's defence ministry on Wednesday denied carrying out the strike on the mill in Dobra Lesna, saying "
            f"that a gas tank had exploded in the cellar. {answer}"
        ),
    )
    findings = found(STRIKE, update)
    names = {each.id: each.name for each in findings.origins}
    for group in findings.groups:
        assert not {"Ostrel's defence ministry", "Villagers"} <= {names[each] for each in group.origins}
    assert "Ostrel's defence ministry" not in hands(findings, "Villagers")


def test_the_town_of_a_dateline_says_nothing(found):
    findings = found(
        (
            "Tarn Radio",
            "2031-05-07",
            (
                "TELL DOBRA - Our reporter reached the village of Tell Dobra on Tuesday evening, nine hours after the "
                'strike.\n\nAnna Kolb, 52, was across the street. "I saw the plane come twice," she told Tarn Radio.'
            ),
        )
    )
    assert not [each for each in findings.origins if "Dobra" in each.name]
    assert hands(findings, "I saw the plane") == {"Anna Kolb"}


def test_the_short_name_of_an_agency_is_the_agency(found):
    cites = (
        "Coast Today",
        "2031-05-06",
        "According to Northline, an air strike hit a mill in Dobra Lesna on Tuesday.",
    )
    findings = found(STRIKE, cites)
    assert not [each for each in findings.origins if "Northline" in each.name]
    assert len({each.origin for each in findings.claims if "strike hit a mill" in each.text}) == 1


def test_what_a_ministry_knows_is_the_ministrys(found):
    findings = found(
        (
            "Ministry of Defence of Ostrel",
            "2031-05-07",
            "According to the information available to the Ministry, a gas tank exploded in the cellar of the mill.",
        )
    )
    assert not [each for each in findings.origins if "information" in each.name]
    assert not [line for group in findings.groups for line in group.ask if "information available" in line]


def test_a_local_council_speaks_for_itself(found):
    findings = found(
        (
            "Northline News Agency",
            "2031-05-06",
            "The local council blamed the Ostrel air force for the strike.",
        ),
        ("Coast Today", "2031-05-06", "The local council has blamed the Ostrel air force, Northline said."),
    )
    assert {each.name for each in findings.origins} == {"The local council"}


def test_an_office_that_was_left_speaks_for_nobody(found):
    findings = found(
        (
            "Coast Today",
            "2031-05-06",
            "Nine men were killed in Dobra Lesna, said Pavel Orm, a former army officer who runs a charity.",
        )
    )
    assert [each.party_to_conflict for each in findings.origins] == [False]


def test_data_of_nobody_are_the_word_of_whoever_cites_them(found):
    findings = found(
        (
            "Coast Today",
            "2031-05-06",
            "Intelligence data show that 4,000 fighters are near Dobra Lesna, according to Pavel Orm.",
        )
    )
    assert {each.name for each in findings.origins} == {"Pavel Orm"}


def test_a_headlines_quotation_is_its_speakers(found):
    text = (
        "“I counted five trucks”: shepherd saw the convoy\n\nDOBRA — Emil Orm was on the hill.\n\n"
        "“I counted five trucks coming out of the wood, with nobody on top,” Orm told the Bulletin on Wednesday. "
        "This reporter saw fresh tracks on the road."
    )
    findings = found(("Tarn Valley Bulletin", "2031-05-07", text))
    assert set(hands(findings, "five trucks")) == {"Orm"}


def test_people_of_two_reports_are_told_apart_by_who_spoke_to_them(found):
    findings = found(
        (
            "Tarn Radio",
            "2031-05-07",
            "There was no post in the street of the mill, residents told Tarn Radio.",
        ),
        ("Coast Today", "2031-05-08", "Residents told Coast Today that they saw a jet over the river."),
    )
    assert sorted(each.name for each in findings.origins) == [
        "Residents (Coast Today)",
        "residents (Tarn Radio)",
    ]
