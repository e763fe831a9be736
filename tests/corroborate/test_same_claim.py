"""Which tellings are one claim, and which are claims of their own."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.corroborate.same_claim.figure import compared
from firsthand.corroborate.same_claim.grouped import same_claims
from firsthand.corroborate.same_claim.happening import days_between, same_name
from firsthand.corroborate.telling.propositions import tellings
from firsthand.corroborate.telling.values import Figure


@pytest.fixture(scope="module")
def told(read_docs):
    """The tellings of some documents (publisher, day, text), named d1, d2 ..."""
    return lambda *documents: [each for reading in read_docs(documents) for each in tellings(reading)]


def together(found, *words):
    """Whether the tellings whose pieces hold these words stand in one group."""
    groups = same_claims(found)
    where = [
        {n for n, group in enumerate(groups) if any(word in each.piece for each in group)} for word in words
    ]
    return bool(set.intersection(*where))


FIRST = (
    "Harbour Post",
    "2031-03-12",
    "Nine people were killed when gunmen raided Sovna on Tuesday, the mayor said.",
)
SAME = [
    ("Nine villagers died in Tuesday's raid on Sovna, a doctor said.", "Nine villagers"),
    ("Gunmen attacked Sovna on Tuesday. We have buried nine, the imam said.", "buried nine"),
]
OTHER = [
    ("Nineteen people were killed when gunmen raided Sovna on Tuesday, a doctor said.", "Nineteen"),
    ("Nine people were wounded when gunmen raided Sovna on Tuesday, a doctor said.", "Nine people"),
    ("Nine people were killed when gunmen raided Karel on Tuesday, a doctor said.", "Nine people"),
    ("Nine people were killed when gunmen raided Sovna on 3 January, a doctor said.", "Nine people"),
    (
        "Nine gunmen were killed in the raid on Sovna on Tuesday, a doctor said. None of the dead was a villager.",
        "Nine gunmen",
    ),
]


@pytest.mark.parametrize(("text", "words"), SAME)
def test_the_same_toll_in_other_words_is_one_claim(told, text, words):
    assert together(told(FIRST, ("River Radio", "2031-03-13", text)), "Nine people", words)


@pytest.mark.parametrize(("text", "words"), OTHER)
def test_a_figure_fate_place_or_day_that_differs_is_another_claim(told, text, words):
    groups = same_claims(told(FIRST, ("River Radio", "2031-03-13", text)))
    held = [
        {each.document for each in group} for group in groups if any(words in each.piece for each in group)
    ]
    assert {"d1", "d2"} not in held


def test_headline_lede_and_body_of_one_document_are_one_claim(told):
    text = "Nine people were killed in Sovna on Tuesday. The nine people were killed when gunmen raided Sovna, he said."
    groups = [group for group in same_claims(told(("Harbour Post", "2031-03-12", text))) if group[0].figure]
    assert len(groups) == 1


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ((9, 9, False), (9, 9, False), "same"),
        ((9, 9, False), (19, 19, False), "apart"),
        ((280, None, False), (287, 287, False), "same"),
        ((300, 300, True), (287, 287, False), "same"),
        ((9, None, False), (12, 12, False), "compatible"),
        ((10, 10, True), (10, 11, False), "same"),
        ((None, 8, False), (12, 12, False), "apart"),
        ((200, 200, True), (60, 60, True), "apart"),
    ],
)
def test_hedged_figures_are_one_claim_where_rounding_parts_them(a, b, expected):
    figures = [Figure(kind="killed", of=None, min=lo, max=hi, approx=approx) for lo, hi, approx in (a, b)]
    assert compared(*figures) == compared(*reversed(figures)) == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("kalinovka", "kalynivka", True),
        ("north velin", "south velin", False),
        ("sainte-brie", "sainte-brie-du-lac", False),
        ("osa", "ora", False),
    ],
)
def test_two_spellings_are_one_place_and_two_names_are_not(a, b, expected):
    assert same_name(a, b) is same_name(b, a) is expected


def test_days_that_touch_are_not_apart():
    day = ("2031-03-11T00:00", "2031-03-11T23:59")
    assert days_between(day, ("2031-03-11T18:00", "2031-03-12T05:59")) == 0
    assert days_between(day, ("2031-03-12T00:00", "2031-03-12T23:59")) == 1


TEXTS = [FIRST, *(("River Radio", "2031-03-13", text) for text, _ in (*SAME, *OTHER))]


@pytest.fixture(scope="module")
def all_told(told):
    return told(*TEXTS)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_groups_do_not_depend_on_the_order_of_the_documents(all_told, data):
    shuffled = data.draw(st.permutations(all_told))
    assert same_claims(shuffled) == same_claims(all_told)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_every_telling_stands_in_one_group(all_told, data):
    some = data.draw(st.lists(st.sampled_from(all_told), unique_by=lambda each: each.id))
    assert sorted(each.id for group in same_claims(some) for each in group) == sorted(
        each.id for each in some
    )


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Three soldiers of North Velia were killed.", "Three soldiers of South Velia were killed."),
        ("A drone hit the bus station in Sovna.", "A mortar round hit the bus station in Sovna."),
        ("A rocket hit the market in Sovna.", "A second rocket hit the market in Sovna."),
        ("Two volunteers were killed in Sovna.", "Two soldiers were wounded in Sovna."),
    ],
)
def test_north_is_not_south_and_a_drone_is_no_mortar(told, a, b):
    for group in same_claims(told(("Harbour Post", "2031-03-12", a), ("River Radio", "2031-03-12", b))):
        assert len({each.document for each in group}) == 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Nine patients died in Sovna on Tuesday.", "Nine patients in Sovna did not survive Tuesday."),
        ("Two sailors are missing off Sovna.", "Two crew members have not been seen since they left Sovna."),
        ("Fifteen sailors are missing off Sovna.", "Fifteen crew members off Sovna are unaccounted for."),
        ("Two children died in Sovna.", "Two little ones didn't survive in Sovna."),
    ],
)
def test_a_denial_that_tells_of_a_death_or_a_loss_is_told_as_one(told, a, b):
    found = told(("Harbour Post", "2031-03-12", a), ("River Radio", "2031-03-12", b))
    assert {each.stance for each in found} == {"+"}
    assert [{each.document for each in group} for group in same_claims(found)] == [{"d1", "d2"}]


def test_a_chain_of_likenesses_merges_nothing(told):
    documents = [
        ("Outlet A", "2031-03-12", "About 180 houses were burned in Sovna on Tuesday, residents said."),
        ("Outlet B", "2031-03-12", "About 188 houses were burned in Sovna on Tuesday, residents said."),
        ("Outlet C", "2031-03-12", "About 196 houses were burned in Sovna on Tuesday, residents said."),
        ("Outlet D", "2031-03-12", "About 204 houses were burned in Sovna on Tuesday, residents said."),
        ("Outlet E", "2031-03-12", "About 250 houses were burned in Sovna on Tuesday, residents said."),
    ]
    for group in same_claims(told(*documents)):
        assert not {"d1", "d5"} <= {each.document for each in group}
