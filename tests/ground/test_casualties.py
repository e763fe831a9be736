"""The people lost to an event: low, best and high, as of when, with reasons."""

from __future__ import annotations

import pytest


def losses(text, read_text, **hints):
    reading = read_text(text, **hints)
    return [(c.kind, c.low, c.best, c.high) for event in reading.events for c in event.casualties]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bombing killed 20 people.", [("killed", 20, 20, 20)]),
        ("The bombing killed at least 20 people.", [("killed", 20, None, None)]),
        ("The bombing killed up to 20 people.", [("killed", None, None, 20)]),
        ("The bombing killed about 20 people.", [("killed", None, 20, None)]),
        ("Dozens were killed in the raid.", [("killed", 24, None, 99)]),
        (
            "Rebels shelled the market, killing four soldiers and a civilian and wounding 11 others.",
            [("killed", 5, 5, 5), ("wounded", 11, 11, 11)],
        ),
        (
            "At least 12 people died in a strike on Sarn. The mayor said 15 had died. Police said 14 had died.",
            [("killed", 12, None, 15)],
        ),
        (
            "At least 12 people were killed in a strike on Sarn. The mayor said 15 people had died.",
            [("killed", 12, 15, 15)],
        ),
    ],
)
def test_low_best_and_high_come_from_every_figure_of_the_loss(text, expected, read_text):
    assert losses(text, read_text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The bombing killed 20 people, including five children.",
        "The bombing killed 20 people. Five of them were children.",
        "Twenty people were killed in the shelling of Sarn. Two children were among the dead.",
    ],
)
def test_a_part_is_never_added_to_its_total(text, read_text):
    assert losses(text, read_text) == [("killed", 20, 20, 20)]


def test_a_toll_that_rose_takes_the_older_figures_place_with_the_time_of_its_count(read_text):
    text = "The strike killed 9 people. By Wednesday the toll had risen to 16 dead."
    (toll,) = (c for event in read_text(text).events for c in event.casualties)
    assert (toll.low, toll.best, toll.high) == (16, 16, 16)
    assert toll.as_of == "2031-03-12T23:59"
    assert toll.time is not None


def test_without_a_time_the_count_is_as_of_the_day_of_publication(read_text):
    text = "The bombing killed 20 people."
    (toll,) = (c for event in read_text(text).events for c in event.casualties)
    assert (toll.as_of, toll.time) == ("2031-03-14", None)
    (undated,) = (c for event in read_text(text, published=None).events for c in event.casualties)
    assert undated.as_of is None


def test_the_losses_of_two_events_stay_apart(read_text):
    text = "The bombing killed 20 people in Oslo. In March, an attack in Bergen killed 50 people."
    assert losses(text, read_text) == [("killed", 20, 20, 20), ("killed", 50, 50, 50)]


def test_what_is_denied_or_only_feared_is_no_loss_that_is_known(read_text):
    assert losses("The army denied that 40 people were killed in the raid.", read_text) == []
    feared = losses("The mayor fears that 40 people may have been killed in the raid.", read_text)
    assert feared in ([], [("killed", None, None, 40)])


def test_voices_that_differ_leave_no_best_and_the_reasons_show_each_figure(read_text):
    text = "The bombing killed 20 people, police said. Doctors said that 24 people were killed."
    (toll,) = (c for event in read_text(text).events for c in event.casualties)
    assert (toll.low, toll.best, toll.high) == (20, None, 24)
    (reason,) = (b for b in toll.because if b.rule == "casualties.differing")
    assert [anchor.words(text) for anchor in reason.anchors] == ["20", "24"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The raid killed 10 miners. Another 3 died later of their wounds.", [("killed", 13, 13, 13)]),
        ("The raid killed 10 miners. Three more died in hospital.", [("killed", 13, 13, 13)]),
        (
            "The toll of Sunday's bombing rose to 58 on Friday, after four of the wounded died.",
            [("killed", 58, 58, 58)],
        ),
        (
            "Officials first spoke of 5 dead in the raid; by noon on Thursday they confirmed 12 dead.",
            [("killed", 12, 12, 12)],
        ),
        ("Gunmen abducted 34 pupils from a school; 5 escaped.", [("captured", 34, 34, 34)]),
        ("Two drones killed a 61-year-old man in a car.", [("killed", 1, 1, 1)]),
        ("The missile destroyed two houses and killed a watchman.", [("killed", 1, 1, 1)]),
        (
            "A raid on the mine killed 80 people, and a second attack last week killed 12.",
            [("killed", 80, 80, 80), ("killed", 12, 12, 12)],
        ),
    ],
)
def test_figures_that_add_to_a_toll_or_replace_it_are_told_from_rival_counts(text, expected, read_text):
    assert losses(text, read_text) == expected


def test_a_toll_that_changed_on_a_day_is_as_of_that_day(read_text):
    text = "The blast killed 9 people, police said on Tuesday. On Thursday the governor put the toll at 13."
    (toll,) = (c for event in read_text(text).events for c in event.casualties)
    assert (toll.best, toll.as_of[:10]) == (13, "2031-03-13")
