"""Illnesses, parties, people and likenesses that hold the name of a place, and places left out before."""

from __future__ import annotations

import pytest

WHERE = [
    ("Four people have died from Ebola in Gabon.", ["Gabon"]),
    ("The motion was filed against Fairfield, who denies it.", []),
    ("A fire broke out in Fairfield on Monday.", ["Fairfield"]),
    ("The Democratic Party of Russia met in Sochi.", ["Sochi"]),
    ("The Bank of England raised its rates.", []),
    ("The resort, known as the Nice of Russia, lies on the Black Sea.", ["Black Sea"]),
    ("Locals call the town the Venice of Croatia.", []),
    ("Police found the body on Froom Crescent.", ["Froom Crescent"]),
    ("The body was found in the Republic of Congo.", ["Republic of Congo"]),
]


@pytest.mark.parametrize(("text", "expected"), WHERE)
def test_a_claim_happens_where_its_words_put_it_and_not_where_a_name_comes_from(read_text, text, expected):
    reading = read_text(text)
    spans = {each.id: text[each.start : each.end] for each in (*reading.places, *reading.regions)}
    assert [spans[each] for each in reading.claims[0].where] == expected


NAMED = [
    ("The Dadaab refugee camps hold 400,000 people.", ["Dadaab"]),
    ("The Dadaab training camps hold 400,000 people.", []),
    ("The Red Crescent sent nine lorries.", []),
    ("Detective Paris Holt spoke of a robbery.", []),
    ("The envoy spoke in Paris.", ["Paris"]),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_a_name_is_a_place_only_where_it_stands_for_one(read_text, text, expected):
    assert [each.name for each in read_text(text).places] == expected
