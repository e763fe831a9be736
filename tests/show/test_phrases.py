"""Values in words."""

from __future__ import annotations

import pytest

from firsthand.show import phrases


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Shells hit the mill on 3 March.", "3 March: 2031-03-03"),
        ("Shells recently hit the mill.", "recently: past, no day told"),
        (
            "The mill was hit on 3 March, the mayor said.\n\nFirst aid came late.\n\nNurses left by nightfall.",
            "by nightfall: of which day, cannot tell",
        ),
    ],
)
def test_a_time_is_told_as_far_as_it_is_settled(read_text, text, said):
    assert said in [phrases.time(time, text) for time in read_text(text).times]


def test_a_day_without_its_year_says_so(read_text):
    text = "Shells hit the mill on 3 March."
    (time,) = read_text(text, published=None).times
    assert phrases.time(time, text) == "3 March: XXXX-03-03 (year unknown)"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The ministry gave the province $37.15 billion.", "$37,150,000,000"),
        ("The registry lists 1,234,567 displaced people.", "1,234,567 displaced people"),
        ("The road is 3.5 kilometres long.", "3.5"),
    ],
)
def test_a_figure_is_shown_with_all_its_digits(text, said, read_text):
    assert any(said in phrases.quantity(each, text) for each in read_text(text).quantities)
