"""A person says which groups are one claim, and which hold two: everything is counted as they say."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.corroborate import corroborate
from firsthand.schema import Regrouped, words

DOCS = [
    ("Harbour Post", "2031-03-10", "Nine people were killed in Sovna on Monday, the mayor of Sovna said. The bridge was shut."),
    ("Radio Meridian", "2031-03-11", "Nine people were killed in Sovna on Monday, the hospital in Sovna said."),
    ("Tarn Bulletin", "2031-03-11", "The crossing at Sovna is closed, a ferry captain said. Four were hurt in Bergen."),
    ("Morning Beacon", "2031-03-12", "A tanker burned in the port of Bergen, firefighters said."),
]  # fmt: skip


@pytest.fixture(scope="session")
def readings(read_docs):
    return read_docs(DOCS)


def regrouped(same, tellings, others, readings, **given):
    texts = {each.document.id: each.document.text for each in readings}
    seen = {each.id: words(texts[each.document], each.anchors[:1]) for each in corroborate(readings).claims}
    return Regrouped(
        same=same, tellings=tellings, others=others, by="Cleo", at="2031-03-14T09:00:00Z",
        words={name: seen[name] for name in (*tellings, *others)} | given,
    )  # fmt: skip


def by_text(found, word):
    return next(each for each in found.groups if word in each.text)


def test_merged_groups_are_one_claim_with_the_first_hands_of_both(readings):
    found = corroborate(readings)
    shut, closed = by_text(found, "shut"), by_text(found, "closed")
    assert shut.id != closed.id
    after = corroborate(readings, regrouped=[regrouped(True, shut.claims, closed.claims, readings)])
    one = next(each for each in after.groups if set(closed.claims) <= set(each.claims))
    assert one.id == min(shut.id, closed.id), "other groups keep their numbers"
    assert set(one.claims) == {*shut.claims, *closed.claims}
    assert one.independent_first_hands == len(one.origins) == len({*shut.origins, *closed.origins})
    assert one.because[0].note == "Cleo decided on 2031-03-14 that these tell one claim"
    assert {each.id for each in found.groups} - {each.id for each in after.groups} == {
        max(shut.id, closed.id)
    }


def test_what_leaves_a_group_takes_its_first_hand_with_it(readings):
    found = corroborate(readings)
    nine = by_text(found, "Nine people")
    assert nine.independent_first_hands == 2
    stay, out = nine.claims[:1], nine.claims[1:]
    after = corroborate(readings, regrouped=[regrouped(False, stay, out, readings)])
    two = [each for each in after.groups if set(each.claims) & set(nine.claims)]
    assert [each.claims for each in two] == [stay, out]
    assert [each.independent_first_hands for each in two] == [1, 1]
    assert two[0].id == nine.id
    assert all("Cleo decided" in each.because[0].note for each in two)


def test_words_that_the_person_never_saw_are_left_where_they_were_found(readings):
    nine = by_text(corroborate(readings), "Nine people")
    other = regrouped(False, nine.claims[:1], nine.claims[1:], readings, **{nine.claims[1]: "other words"})
    gone = Regrouped(same=True, tellings=nine.claims, others=("d9/c9.1",), words={}, by="Ada", at="2031")
    assert corroborate(readings, regrouped=[other, gone]) == corroborate(readings)


def decisions(names):
    some = st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True).map(tuple)
    return st.lists(st.tuples(st.booleans(), some, some), max_size=6)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_decision_loses_or_doubles_a_telling_and_the_order_of_documents_never_matters(data, readings):
    found = corroborate(readings)
    names = [each.id for each in found.claims]
    made = [regrouped(*each, readings) for each in data.draw(decisions(names))]
    after = corroborate(readings, regrouped=made)
    assert sorted(each.id for each in after.claims) == sorted(names)
    assert sorted(name for group in after.groups for name in group.claims) == sorted(names)
    assert {each.group for each in after.claims} == {each.id for each in after.groups}
    assert all(group.independent_first_hands == len(group.origins) for group in after.groups)
    shuffled = list(readings)
    random.Random(data.draw(st.integers(0, 99))).shuffle(shuffled)
    assert corroborate(shuffled, regrouped=made) == after
    if made:
        same, one, other = made[-1].same, set(made[-1].tellings), set(made[-1].others)
        for group in after.groups:
            if same:
                assert not set(group.claims) & (one | other) or (one | other) <= set(group.claims)
            elif not one & other:
                assert not (set(group.claims) & one and set(group.claims) & other)
