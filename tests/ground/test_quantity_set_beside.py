"""A bare figure that is set against another counts what that one counts."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "The union said 16 prisoners lost their lives in the fire, not nine as the ministry maintains.",
            [("killed", 16), ("killed", 9)],
        ),
        (
            "By its count 26 hostages are dead, more than double the 11 the ministry admits.",
            [("killed", 26), ("killed", 11)],
        ),
        ("The union said 30 miners had died and the ministry 45.", [("killed", 30), ("killed", 45)]),
        (
            "The ministry says six people died; the true number is 19, the nurses said.",
            [("killed", 6), ("killed", 19)],
        ),
        ("The number of hostages climbed to 61.", [("captured", 61)]),
        ("None of the eight detained has been charged.", []),
        ("None of the sailors was hurt.", [("wounded", 0)]),
    ],
)
def test_a_figure_set_against_another_counts_the_same(text, figures, read_text):
    found = read_text(text).quantities
    assert [(q.kind, q.max) for q in found] == figures
