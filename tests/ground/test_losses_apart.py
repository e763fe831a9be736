"""Losses of two calamities that a text tells one after the other never make one toll."""

from __future__ import annotations

import pytest


def _losses(reading):
    by_start = sorted(reading.events, key=lambda event: event.trigger.start)
    return [(loss.kind, loss.low, loss.best, loss.high) for event in by_start for loss in event.casualties]


def _killed(*numbers):
    return [("killed", float(n), float(n), float(n)) for n in numbers]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Two people died in a fire in Oslo. Measles has killed 40 children this year.", (2, 40)),
        ("Gunmen killed three guards. Six people have died of heat this week.", (3, 6)),
        ("Rebels killed three soldiers in Mali. A bus crash left nine people dead.", (3, 9)),
        ("A strike killed four people. Twelve people have drowned in floods.", (4, 12)),
        ("A man shot dead two shopkeepers. A bus fell into a ravine, killing 12.", (2, 12)),
        ("A landslide buried a bus, killing nine. A police officer was shot dead in a bar.", (9, 1)),
        ("An avalanche killed four skiers. A fire killed two people in a flat on Monday.", (4, 2)),
        ("The virus killed 35 people in the region, where the 2003 outbreak killed 120.", (35, 120)),
        ("The quake killed 31 people. The 2019 quake killed 400.", (31, 400)),
        ("The fire killed six people. A similar fire in 2028 killed 19.", (6, 19)),
    ],
)
def test_another_way_to_die_or_another_year_is_another_loss(text, killed, read_text):
    assert _losses(read_text(text)) == _killed(*killed)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Gunmen attacked a bus and killed three. The crash hurt nine.", ["killed", "wounded"]),
        ("In 2019 a fire killed 19 people. The blaze hurt 30.", ["killed", "wounded"]),
        ("A storm killed nine people. A flood hurt 30.", ["killed", "wounded"]),
        ("The bombing killed nine people. A fire that followed the blast hurt 30.", ["killed", "wounded"]),
    ],
)
def test_what_one_calamity_brings_stays_with_it(text, kinds, read_text):
    held = [event.casualties for event in read_text(text).events if event.casualties]
    assert [[loss.kind for loss in each] for each in held] == [kinds]


def test_a_text_goes_back_to_the_loss_it_told_of_before_another(read_text):
    reading = read_text(
        "A strike killed four people. Measles has killed 40 in the camps. The strike also wounded nine."
    )
    held = [[loss.kind for loss in event.casualties] for event in reading.events if event.casualties]
    assert held == [["killed", "wounded"], ["killed"]]


def test_the_next_paragraph_goes_back_from_a_past_year(read_text):
    reading = read_text("The quake killed 31 people. The 2019 quake killed 400.\n\nNine people are missing.")
    held = [[loss.kind for loss in event.casualties] for event in reading.events if event.casualties]
    assert held == [["killed", "missing"], ["killed"]]


@pytest.mark.parametrize(
    ("text", "loss"),
    [
        ("A fourth person has died of his wounds.", ("killed", 4, None, None)),
        ("The bomb killed two people. A third person died on Tuesday.", ("killed", 3, 3, 3)),
        ("The bomb killed nine people. A second policeman died on Tuesday.", ("killed", 9, 9, 9)),
        ("A second suspect was arrested.", ("captured", 2, None, None)),
    ],
)
def test_the_nth_to_die_makes_as_many_with_those_before(text, loss, read_text):
    assert _losses(read_text(text)) == [loss]
