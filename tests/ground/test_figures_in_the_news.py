"""Figures as newspapers write them: bare ones, ages, roads, and losses told in the main sentence."""

from __future__ import annotations

import pytest

BORROWED = [
    (
        "A soldier was killed by a mine near the depot. The march drew as many as 80,000 on Sunday.",
        {"killed": (1, 1, 1)},
    ),
    (
        "A guard was killed near the mill. Police sent 300 buses. His children are 9 and 6.",
        {"killed": (1, 1, 1)},
    ),
    (
        "At least 1,300 people were injured in the quake. Thousands are spending the night in shelters.",
        {"wounded": (1300, None, None)},
    ),
    (
        "Twenty people were arrested in the raids. Ten are from two separate groups, prosecutors said.",
        {"captured": (20, 20, 20)},
    ),
    ("The 12 rebels were killed in the raid. Three curled up under a table.", {"killed": (12, 12, 12)}),
    ("The bomb killed 12 people. Organisers said the concert drew about 20,000.", {"killed": (12, 12, 12)}),
    ("The shelling killed nine people. Officials say 400 came to the funeral.", {"killed": (9, 9, 9)}),
    ("The shelling killed nine people. Officials say 11.", {"killed": (9, None, 11)}),
    ("Three people, aged 34, 12 and 8, were killed by a shell at the bakery.", {"killed": (3, 3, 3)}),
    ("A fire killed four children at their home at 2140 U.S. 41 near Halden.", {"killed": (4, 4, 4)}),
]

MAIN_SENTENCE = [
    ("Two soldiers and 16 gunmen were killed in the clash, the army said.", {"killed": (18, 18, 18)}),
    ("A night of shelling ended in 18 fatalities.", {"killed": (18, 18, 18)}),
    ("Five people were placed under arrest after the clash in the square.", {"captured": (5, 5, 5)}),
    ("Officers placed a 34-year-old man under arrest after the clash.", {"captured": (1, 1, 1)}),
    ("Police are investigating a stabbing that killed a 26-year-old man.", {"killed": (1, 1, 1)}),
    (
        "Between three and nine soldiers were injured along with three bystanders.",
        {"wounded": (6, None, 12)},
    ),
    ("Four guards were killed, together with two drivers, in the blast.", {"killed": (6, 6, 6)}),
    ("Nine guards were hurt in the blast along with two trucks.", {"wounded": (9, 9, 9)}),
    ("Five others were wounded in the blast, Moravian reports claimed.", {"wounded": (5, 5, 5)}),
    ("Officials say that the blast may have wounded 12 farmers.", {"wounded": (None, None, 12)}),
    ("The explosion killed Ada Morrow, Jon Velk and Runa Sand, police said.", {"killed": (3, 3, 3)}),
    ("Nora Fell, 2; Piet Fell, 8; and Ada Morrow, 10, died in a blast on Saturday.", {"killed": (3, 3, 3)}),
    ("On Friday, Jon Velk, 19, and Ada Morrow, 21, were killed by a shell.", {"killed": (2, 2, 2)}),
    ("Police arrested Ada Morrow and Jon Velk and took them away.", {"captured": (2, 2, 2)}),
]


@pytest.mark.parametrize(("text", "lost"), [*BORROWED, *MAIN_SENTENCE])
def test_the_losses_are_those_of_the_sentence_that_tells_of_them(read_text, text, lost):
    told = [each for event in read_text(text).events for each in event.casualties]
    assert {each.kind: (each.low, each.best, each.high) for each in told} == lost


@pytest.mark.parametrize(
    "text",
    [
        "Lena Ost, Jon Velk and their neighbours died at the mill.",
        "Mira Tolen of Halden, Jon Velk of Karsk and others were killed.",
    ],
)
def test_a_list_that_names_not_everybody_makes_no_loss_of_its_names(read_text, text):
    told = [each for event in read_text(text).events for each in event.casualties]
    assert [each.best for each in told if each.best not in (None, 1)] == []


PARTED = [
    ("Nine people were wounded in raids on two villages, five in Hamra and four at Tessel.", ["wounded"] * 3),
    ("Police say eight of their men died. The figure of twenty is a medic's.", ["killed", "people"]),
    ("Police sent 300 buses. The march drew as many as 80,000.", ["vehicles"]),
    ("Forty nurses were wounded. “It is thirty, we made the list,” the cook said.", ["wounded"] * 2),
]


@pytest.mark.parametrize(("text", "kinds"), PARTED, ids=[row[0] for row in PARTED])
def test_a_figure_parted_by_places_stays_what_it_was(text, kinds, read_text):
    counted = [each.kind for each in read_text(text).quantities if each.of != "villages"]
    assert counted == kinds
