"""What counts none denies, by whatever verb; what was not found or not established is no telling of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.pipeline import compare
from firsthand.resources import Instruments


@pytest.fixture(scope="module")
def findings(read_docs, instruments: Instruments):
    """The findings of some texts of one day, without the network: groups by document, what parts, hands."""
    rules_alone = replace(instruments, meaning=None)
    names = ("Harbour Post", "River Radio", "Coast Radio", "Evening Echo")

    def found(*texts):
        docs = [(name, "2031-03-14", text) for name, text in zip(names, texts, strict=False)]
        return compare(read_docs(docs), instruments=rules_alone)

    return found


def together(found):
    """The documents of each group of more than one."""
    return [tuple(each.documents) for each in found.groups if len(each.documents) > 1]


NONE_AND_SOME = [
    (
        "No soldiers were at the station in Sovna on Friday, Mayor Anna Kolb said.",
        "Soldiers were at the station in Sovna on Friday, said Petro Lom, a driver.",
    ),
    (
        "Nobody slept in the lorries at Sovna station on Friday, Mayor Anna Kolb said.",
        "Soldiers slept in the lorries at Sovna station on Friday, said Petro Lom, a driver.",
    ),
    (
        "No soldiers slept in the lorries at Sovna station on Friday, Mayor Anna Kolb said.",
        "Soldiers slept in the lorries at Sovna station on Friday, said Petro Lom, a driver.",
    ),
    (
        "No tanks were parked behind the school in Sovna on Friday, said Ivo Brand, the headmaster.",
        "Tanks were parked behind the school in Sovna on Friday, said Mira Holt, a nurse.",
    ),
]


@pytest.mark.parametrize(("none", "some"), NONE_AND_SOME)
def test_none_and_some_are_never_one_claim_and_contradict_each_other(findings, none, some):
    found = findings(none, some)
    assert together(found) == []
    assert [each.field for each in found.contradictions] == ["polarity"]


def test_soldiers_asleep_where_no_soldiers_were_contradict_it(findings):
    found = findings(
        "A missile hit the station in Sovna on Friday. No soldiers were there, Mayor Anna Kolb said.",
        "A missile hit the station in Sovna on Friday. Two army lorries stood behind it, said Petro Lom, a driver. "
        "Soldiers were asleep in them, Petro Lom said.",
    )
    assert [each.field for each in found.contradictions] == ["polarity"]


def test_who_counts_none_and_who_denies_any_agree(findings):
    found = findings(
        "No soldiers were at the station in Sovna on Friday, governor Oleh Dan said.",
        "Soldiers were at the station in Sovna on Friday, said Petro Lom, a driver.",
        "Mayor Anna Kolb denied that any soldiers had been at the station in Sovna on Friday.",
    )
    assert together(found) == [("d1", "d3")]
    assert len(found.contradictions) == 1


def test_none_of_something_else_is_no_denial(findings):
    found = findings(
        "No civilians were at the station in Sovna on Friday, Mayor Anna Kolb said.",
        "Soldiers were at the station in Sovna on Friday, said Petro Lom, a driver.",
    )
    assert not together(found)
    assert not found.contradictions


NOT_FOUND = [
    "Harrow Rights Monitor found no evidence that soldiers had used the school in Sovna on Friday.",
    "The police saw no sign that soldiers had used the school in Sovna on Friday.",
    "It could not be established whether soldiers had used the school in Sovna on Friday, the United Nations said.",
    "Harrow Rights Monitor could not establish whether soldiers had used the school in Sovna on Friday.",
]


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_was_not_found_or_left_open_is_no_telling_of_it_and_nobody_s_first_hand(findings, text):
    found = findings(text, "Soldiers had used the school in Sovna on Friday, said Mira Holt, a nurse.")
    assert together(found) == []
    (unsure,) = [each for each in found.groups if each.documents == ("d1",)]
    assert unsure.independent_first_hands == 0
    assert unsure.verdict is not None
    assert unsure.verdict.credibility == 6
    assert any(word in unsure.text for word in ("no evidence", "no sign", "not confirmed", "not establish"))


def test_no_evidence_stands_against_what_another_tells(findings):
    found = findings(
        NOT_FOUND[0], "Soldiers had used the school in Sovna on Friday, said Mira Holt, a nurse."
    )
    assert [each.field for each in found.contradictions] == ["polarity"]
    (told,) = [each for each in found.groups if each.documents == ("d2",)]
    assert told.verdict is not None
    assert told.verdict.credibility == 3
