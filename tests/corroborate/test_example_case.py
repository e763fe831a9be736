"""The example case: what examples/README.md says that a careful reader finds, found."""

from __future__ import annotations

from pathlib import Path

import pytest

from firsthand.pipeline import compare, read
from firsthand.schema import Hints, Reading

CASE = Path(__file__).parents[2] / "examples" / "sovna-bridge"


@pytest.fixture(scope="module")
def findings(instruments):
    readings = [
        each
        for path in sorted(CASE.iterdir())
        for each in read(path.read_bytes(), Hints(name=path.name))
        if isinstance(each, Reading)
    ]
    return compare(readings)


@pytest.fixture(scope="module")
def group_of(findings):
    """The group in which some words are told, and the names of its first hands."""
    names = {each.id: each.name for each in findings.origins}
    groups = {each.id: each for each in findings.groups}

    def found(words):
        told = [each for each in findings.claims if words in each.text]
        assert told, words
        group = groups[told[0].group]
        return group, {names[each] for each in group.origins}

    return found


def test_the_retreat_rests_on_the_clip_and_the_ferryman(group_of):
    _, hands = group_of("three armoured carriers withdrawing")
    assert hands == {"drone video", "Emil Harg"}


@pytest.mark.parametrize(
    "words",
    ["6,000 volunteers are already", "up to 6,000 foreign volunteers", "some 6,000 foreign volunteers"],
)
def test_the_volunteers_go_back_to_one_man(group_of, words):
    _, hands = group_of(words)
    assert hands == {"Marek Osk"}


@pytest.mark.parametrize("words", ["It was a small fight", "foreign volunteers first fought Varnian"])
def test_the_fight_goes_back_to_the_same_man_who_is_no_party(findings, group_of, words):
    _, hands = group_of(words)
    assert hands == {"Marek Osk"}
    assert [each.party_to_conflict for each in findings.origins if each.name == "Marek Osk"] == [False]


def test_how_many_were_killed_goes_back_to_those_from_whom_he_says_he_has_it(group_of):
    _, hands = group_of("All but one of the volunteers")
    assert hands == {"the medics of the 9th Brigade"}


def told(findings, group):
    return " / ".join(each.text.lower() for each in findings.claims if each.group == group)


def test_with_and_without_covering_fire_contradict_each_other(findings):
    pairs = [(told(findings, each.a), told(findings, each.b)) for each in findings.contradictions]
    assert any("cover" in one and "cover" in other for one, other in pairs)


def test_the_ministrys_denial_stands_against_the_retreat(findings):
    pairs = [told(findings, each.a) + told(findings, each.b) for each in findings.contradictions]
    assert any("servicemen were abandoned" in pair and "left behind" in pair for pair in pairs)


def test_words_that_were_quoted_stand_in_one_pair_of_quotation_marks(findings):
    notes = [reason.note for each in findings.contradictions for reason in each.because if "“" in reason.note]
    assert notes
    assert not [note for note in notes if "““" in note or "””" in note or '"' in note]


def test_the_toll_of_the_market_is_an_update_and_the_copy_adds_nothing(findings, group_of):
    first, hands = group_of("At least four people were killed")
    later, _ = group_of("risen to seven")
    assert hands == {"Anna Kolb"}
    assert len(first.documents) == 2
    assert (first.id, later.id) in [(each.from_, each.to) for each in findings.updates]
    assert len(findings.copies) == 1


@pytest.mark.parametrize(
    ("words", "name"), [("Nobody covered", "Jovan Reth"), ("crude montage", "Vera Stahl")]
)
def test_a_brigades_spokesman_and_the_other_sides_ministry_are_two(findings, words, name):
    names = {each.id: each.name for each in findings.origins}
    assert {names.get(each.origin) for each in findings.claims if words in each.text} == {name}
