"""Numbers that a space has torn, that name a model or a speed, sums in foreign dollars, tolls of other events."""

from __future__ import annotations

import pytest

FIGURES = [
    ("Nine people were hurt in the 12, 500 - square - foot depot.", [("Nine", 9.0, 9.0)]),
    ("The fire gutted a 15, 800 - square - metre hall.", []),
    ("Guards found 12 AK 47 guns aboard the boat.", [("12", 12.0, 12.0)]),
    ("Rebels handed over 14 AK 47 rifles and six pistols.", [("14", 14.0, 14.0), ("six", 6.0, 6.0)]),
    ("Two F 16 jets circled the port.", [("Two", 2.0, 2.0)]),
    ("The lorry went at up to 193km / h.", []),
    ("The drones fly 200 kilometres an hour.", []),
    ("The drones fly 200 kilometres.", [("200 kilometres", 200.0, 200.0)]),
    ("The agency asked for US$2.8 million.", [("US$2.8 million", 2.8e6, 2.8e6)]),
    (
        "The firm paid at least $US4.5 billion ($5.8 billion).",
        [("at least $US4.5 billion ($5.8 billion)", 4.5e9, None)],
    ),
    ("A man opened fire, killing one and wounding two.", [("one", 1.0, 1.0), ("two", 2.0, 2.0)]),
    ("The rivals were killing one another.", []),
    ("The body bore no wounds.", []),
    ("There were no injuries.", [("no", 0.0, 0.0)]),
]


@pytest.mark.parametrize(("text", "expected"), FIGURES)
def test_a_number_counts_only_what_it_is_a_number_of(read_text, text, expected):
    reading = read_text(text)
    found = [(text[each.start : each.end], each.min, each.max) for each in reading.quantities]
    assert found == expected


TOLLS = [
    "Border guards found two bodies in a lorry. Five people have died from cholera in Gabon.",
    "Border guards found two bodies on the beach. Nine people were killed in the quake in Peru.",
]


@pytest.mark.parametrize("text", TOLLS)
def test_the_toll_of_the_next_calamity_is_not_added_to_the_one_before(read_text, text):
    first = next(event.casualties for event in read_text(text).events if event.casualties)
    assert [(loss.low, loss.high) for loss in first] == [(2.0, 2.0)]
