"""Figures that are easily taken for something else: calibres, other times, other fates, other people."""

from __future__ import annotations

import pytest


def figures(text, read_text):
    return [(q.of, q.kind, q.min, q.max) for q in read_text(text).quantities]


def losses(text, read_text):
    found = (loss for event in read_text(text).events for loss in event.casualties)
    return sorted((loss.kind, loss.low, loss.best, loss.high) for loss in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The craters fit 250-kg bombs. Two trucks burned.", ["trucks"]),
        ("The jet dropped two 500-pound bombs.", ["bombs"]),
        ("Guards fired 155 mm shells.", []),
        ("Guns of 152-mm calibre killed nine villagers.", ["villagers"]),
        ("A 250 kg bomb killed 12 people.", ["people"]),
        ("A raid buried 18 of the dead. The craters fit 250-kg bombs.", ["dead"]),
    ],
)
def test_what_a_bomb_weighs_and_a_gun_measures_counts_nobody(text, expected, read_text):
    assert [of for of, _, _, _ in figures(text, read_text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "At least 19 people, including seven children, were killed and dozens more wounded.",
            [("killed", 19, None, None), ("wounded", 24, None, 99)],
        ),
        (
            "Nine people were killed and dozens more injured.",
            [("killed", 9, 9, 9), ("wounded", 24, None, 99)],
        ),
        (
            "At least four were killed and 20 more wounded.",
            [("killed", 4, None, None), ("wounded", 20, 20, 20)],
        ),
        (
            "Rebels shelled the town, killing a couple and leaving tens of thousands without power.",
            [("killed", 2, 2, 2)],
        ),
        ("A drone killed nine men and slammed into a two-story house.", [("killed", 9, 9, 9)]),
    ],
)
def test_one_fate_does_not_spread_to_the_next_figure(text, expected, read_text):
    assert losses(text, read_text) == expected


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Some 400 civilians were killed in February, up from 310 in January.", 400),
        ("About 90 farmers were killed in February, down from 120 in January.", 90),
        ("200 civilians were killed, against 150 over the whole of 2030.", 200),
        ("The toll of the raid rose to 61, up from 40.", 61),
        ("70 soldiers died in February, compared with 22 in January.", 70),
    ],
)
def test_the_figure_of_another_time_is_no_estimate_for_this_one(text, number, read_text):
    (loss,) = losses(text, read_text)
    assert (loss[0], loss[2]) == ("killed", number)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("She says her brother and two nephews were killed.", 3),
        ("His wife and three daughters died in the blast.", 4),
        ("The mayor and four guards were shot dead.", 5),
        ("Two nephews and her brother were killed.", 3),
        ("The blast killed a couple in their home.", 2),
    ],
)
def test_everyone_in_a_list_of_the_dead_is_counted(text, number, read_text):
    assert losses(text, read_text) == [("killed", number, number, number)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The hospital received 11 bodies, six of them women. He had given a figure of eight.", "bodies"),
        (
            "Twelve prisoners, two of them officers, escaped. The ministry first spoke of a total of ten.",
            "prisoners",
        ),
        ("The rebels say no civilians were harmed. She buried two of my neighbours.", "neighbours"),
    ],
)
def test_a_bare_figure_counts_the_whole_before_it_and_not_a_part(text, expected, read_text):
    assert figures(text, read_text)[-1][0] == expected


def test_what_became_of_people_is_not_carried_into_another_paragraph(read_text):
    text = "Gunmen entered the hamlet and shot at least nine people.\n\nEstimates range from 9 to 26."
    assert figures(text, read_text)[-1][1:] == ("people", 9, 26)


def test_those_told_of_before_are_no_further_loss(read_text):
    text = "The raid killed three farmers on Friday. Police made no arrest. The three victims were named."
    assert losses(text, read_text) == [("killed", 3, 3, 3)]


def test_the_dead_of_a_headline_are_certain_whoever_returned(read_text):
    assert losses("Two dead in Karsk after gunmen open fire on returning farmers", read_text) == [
        ("killed", 2, 2, 2)
    ]


def test_somebodys_own_dead_are_no_toll_of_the_day(read_text):
    text = "She says her brother and two nephews were killed. The hospital received 11 bodies before noon."
    assert losses(text, read_text) == [("killed", 3, 3, 3), ("killed", 11, 11, 11)]


def test_each_post_of_a_live_page_keeps_its_own_losses(read_text):
    text = "12:10\n\nA raid killed nine farmers.\n\n11:40\n\nA blast killed four guards."
    assert losses(text, read_text) == [("killed", 4, 4, 4), ("killed", 9, 9, 9)]


@pytest.mark.parametrize(
    "text",
    [
        "Nine guards died. Mary, whose husband was one of the dead, hid.",
        "Nine guards died, as footage published on March 9 and 10 shows.",
    ],
)
def test_one_of_the_dead_and_a_second_day_are_no_further_dead(text, read_text):
    assert losses(text, read_text) == [("killed", 9, 9, 9)]


def test_the_strength_of_a_unit_says_that_it_is_inferred(read_text):
    (figure,) = read_text("The brigade repelled a platoon-sized assault.").quantities
    assert "inferred" in figure.because[0].note
