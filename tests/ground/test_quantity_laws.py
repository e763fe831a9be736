"""What holds for figures in any text."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.ground.quantity import quantities
from firsthand.resources.parser import default_parser
from firsthand.schema import Span, Time

HEDGES = [
    "at least",
    "more than",
    "up to",
    "no more than",
    "fewer than",
    "about",
    "nearly",
    "some",
    "an estimated",
]
NUMBERS = [
    "3",
    "17",
    "1,200",
    "88,000",
    "2.5 million",
    "forty-two",
    "a dozen",
    "two hundred",
    "half a million",
]
NOUNS = ["soldiers", "trucks", "houses", "rockets", "people", "metres", "welders", "refugees"]
PIECES = [
    *HEDGES, *NUMBERS, *NOUNS, "between", "and", "to", "or", "-", "of", "the", "all but", "none", "both", "half", "a",
    "an", "were killed", "died", "(", ")", ",", ";", ".", "$", "%", "km", "m", "twice that number", "platoon", "sized",
    "or more", "one", "in", "no", "Group", "Brigade", "2030", "dozens", "several", "\u00a0", "🙂", "«", "+", "~", "'s",
]  # fmt: skip


def read(text: str, times: tuple[Time, ...] = ()):
    return quantities(default_parser().parse(text, [Span(0, len(text))] if text else []), times)


def exact(quantity):
    return quantity.min is not None and quantity.min == quantity.max and not quantity.approx


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map(" ".join))
def test_bounds_are_in_order_and_every_reason_slices_back(text):
    last = 0
    for quantity in read(text):
        assert quantity.min is None or quantity.max is None or quantity.min <= quantity.max
        assert 0 <= quantity.start < quantity.end <= len(text)
        assert quantity.start >= last
        last = quantity.end
        assert text[quantity.start : quantity.end].strip() == text[quantity.start : quantity.end]
        assert quantity.because
        assert all(0 <= a.start < a.end <= len(text) for b in quantity.because for a in b.anchors)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(HEDGES), st.sampled_from(NUMBERS), st.sampled_from(NOUNS[:-1]))
def test_a_hedge_before_a_figure_never_leaves_it_exact(hedge, number, noun):
    (hedged,) = read(f"The report counted {hedge} {number} {noun}.")
    assert not exact(hedged)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(NUMBERS), st.sampled_from(NOUNS), st.integers(0, 5), st.integers(1, 4))
def test_no_figure_shares_a_word_with_an_expression_of_time(number, noun, first, length):
    text = f"The report counted {number} {noun} at the mill."
    dated = text.split()[first : first + length]
    start = text.index(" ".join(dated))
    time = Time(id="t1", start=start, end=start + len(" ".join(dated)), type="DATE")
    assert not any(q.span.overlaps(time.span) for q in read(text, (time,)))


@pytest.mark.parametrize(
    "text",
    ["", "\x00", "5", "(" * 500, "1" * 5000, "5 " * 300, "two " * 300, "a " * 300, "half a " * 200, "-" * 500,
     "at least " * 200, "🙂 3 🙂", "три 3 солдата", "1-2-3-4-5", "$", "of of of 7 of of", "all but", "between 4 and"],
)  # fmt: skip
def test_no_text_is_too_strange(text):
    for quantity in read(text):
        assert quantity.start < quantity.end
