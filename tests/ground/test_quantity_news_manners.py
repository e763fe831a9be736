"""Figures in the manners of news: tolls that change, people told apart by how badly they were hurt, hung ranges."""

from __future__ import annotations

import pytest

BOUNDS = [
    ("A 20- to 30-strong crew held the bridge.", [(20, 30, False)]),
    ("A four- or five-man crew held the bridge.", [(4, 5, False)]),
    ("A 40-strong crew held the bridge.", [(40, 40, False)]),
    ("Nearly all of the 40 houses burned.", [(40, 40, True)]),
    ("Between a third and half of the 60 sailors fled.", [(30, 30, True), (60, 60, False)]),
    ("The mayor spoke of three killed, two of them children aged 4 and 9.", [(3, 3, False), (2, 2, False)]),
]


@pytest.mark.parametrize(("sentence", "bounds"), BOUNDS)
def test_a_range_and_a_hedge_are_kept_and_ages_count_nothing(sentence, bounds, read_text):
    assert [(q.min, q.max, q.approx) for q in read_text(sentence).quantities] == bounds


LOSSES = [
    ("The toll of the bombing rose from 9 to 12 on Friday.", "killed", (12, 12, 12)),
    ("Officials revised the toll of the bombing down to 8 from 11.", "killed", (8, 8, 8)),
    ("The bombing wounded seven people, two seriously.", "wounded", (7, 7, 7)),
    ("The bombing seriously wounded seven people.", "wounded", (7, 7, 7)),
]


@pytest.mark.parametrize(("sentence", "kind", "bounds"), LOSSES)
def test_a_changed_toll_and_the_gravely_hurt_leave_one_estimate(sentence, kind, bounds, read_text):
    told = [loss for event in read_text(sentence).events for loss in event.casualties if loss.kind == kind]
    assert [(loss.low, loss.best, loss.high) for loss in told] == [bounds]
