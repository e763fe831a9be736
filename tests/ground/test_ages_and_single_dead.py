"""Ages and numbers that are names count nobody; one person killed is a loss of one."""

from __future__ import annotations

import pytest


def _losses(reading):
    by_start = sorted(reading.events, key=lambda event: event.trigger.start)
    return [(loss.kind, loss.low, loss.best, loss.high) for event in by_start for loss in event.casualties]


def _exactly(kind, number):
    return [(kind, float(number), float(number), float(number))]


AGES = [
    ("Ten villagers were wounded. The wounded women, 21 and 64, were flown out.", "wounded", 10),
    ("Two women, aged from 41 to 8, were hurt when a wall fell. The street was closed.", "wounded", 2),
    ("Police arrested three men, 19, 24 and 31, after the raid. A fourth man fled.", "captured", 3),
    ("Three brothers (7, 10 and 15) drowned in the canal. Divers saw them on Sunday.", "killed", 3),
    ("Gunmen killed the couple, both 34, in their home. Their daughter was unhurt.", "killed", 2),
    ("The girls, between 6 and 13 years old, were asleep. Five others were hurt.", "wounded", 5),
    ("The blast killed six people, and it took two to 12 hours to find them.", "killed", 6),
    ("The killing of two guards came 10 to 15 minutes before the blast.", "killed", 2),
    ("Three 911 operators were hurt when a ceiling fell in.", "wounded", 3),
]


@pytest.mark.parametrize(("text", "kind", "number"), AGES)
def test_ages_minutes_and_numbers_of_services_make_no_losses(read_text, text, kind, number):
    assert _losses(read_text(text)) == _exactly(kind, number)


UNCOUNTED = [
    "The boys, 9 and 11, were killed when a shell hit the yard. Their mother survived.",
    "Her sons, 12, 14 and 17, were wounded, the hospital said.",
    "The dead, 17 to 42 years of age, were all from one village, said the governor.",
    "The suspects - 22, 25 and 29 - were detained on Thursday.",
    "The wounded men, five and seven, cried.",
    "Omar Gale was arrested along with nine others after the raid on Sunday.",
    "Omar Gale, together with several others, was killed in the crash.",
]


@pytest.mark.parametrize("text", UNCOUNTED)
def test_where_only_ages_are_told_nobody_is_counted(read_text, text):
    assert _losses(read_text(text)) == []


NUMBERS = [
    ("The police heard five 112 callers, who told of shots near the mill.", [("five", "callers")]),
    ("Twelve 999 calls were made within minutes.", [("Twelve", "calls")]),
    ("Guards fired eight bullets, and he took three to 10 minutes to die.", [("eight", "bullets")]),
    ("The Boeing 737 passengers were safe.", []),
    ("They list 112 people.", [("112", "people")]),
    ("The clinic took in 21 women and 64 men.", [("21", "women"), ("64", "men")]),
]


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_a_number_that_is_a_name_is_no_count(read_text, text, expected):
    reading = read_text(text)
    assert [(text[each.start : each.end], each.of) for each in reading.quantities] == expected


ONE_DEAD = [
    "An officer fatally shot a man on Mill Road on Monday night, police said.",
    "One man was shot and killed near the station on Friday. Police seek witnesses.",
    "Police fatally wounded an unarmed man in Karsk. The mayor called for calm.",
    "Basement fire kills man, 84. The fire broke out at midnight in Karsk.",
    "Fire kills boy, 7, in Karsk. Neighbours tried to help.",
    "Police kill man in Karsk after chase",
    "Omar Gale was taken to a clinic, where he was pronounced dead. Police named no suspect.",
    "Omar Gale, 44, was pronounced dead at the scene on Friday.",
    "A guard fatally shot Omar Gale near the mill on Friday.",
    "Omar Gale was shot and killed near the mill. Police seek a car.",
    "The teenager was fatally stabbed at a party. Police seek witnesses.",
    "The man, whose name was not released, was pronounced dead at a hospital on Monday.",
    "The suspect was killed by police after a chase. He was pronounced dead in hospital.",
]


@pytest.mark.parametrize("text", ONE_DEAD)
def test_one_person_killed_is_a_loss_of_one(read_text, text):
    assert _losses(read_text(text)) == _exactly("killed", 1)


NO_DEAD = [
    "The mayor was declared bankrupt. She was pronounced fit.",
    "The case was declared dead by the minister. The bill was killed in the senate.",
    "The driver was not killed.",
    "War kills man and beast. The driver said that man is cruel.",
]


@pytest.mark.parametrize("text", NO_DEAD)
def test_nobody_is_dead_where_the_words_kill_no_one(read_text, text):
    assert _losses(read_text(text)) == []


def test_the_man_is_no_further_loss_where_the_dead_are_counted(read_text):
    reading = read_text("The victim was pronounced dead. Three people were killed, the police said later.")
    assert _losses(reading) == _exactly("killed", 3)


def test_a_second_victim_makes_two_at_least(read_text):
    assert _losses(read_text("A second victim died on Tuesday, doctors said."))[0][1] == 2


TWO_VOICES = [
    (
        "The ministry says that 484 have died. The number of deaths is almost 500, according to the Red Cross.",
        (484, None, None),
    ),
    (
        "Almost 500 people have died, according to the WHO. The ministry said that 484 people had died.",
        (484, None, None),
    ),
    ("About 50 people died, police said. Police later said that 52 people had died.", (52, 52, 52)),
]


@pytest.mark.parametrize(("text", "figures"), TWO_VOICES)
def test_a_rough_figure_of_another_voice_leaves_the_toll_open(read_text, text, figures):
    assert _losses(read_text(text)) == [("killed", *figures)]


CASES = [
    ("Cholera has spread to the town, with 3,000 cases recorded since May.", [3000]),
    ("The agency reported 484 deaths from 11,735 cases.", [484, 11735]),
    ("There have been 1,200 suspected cases and 31 deaths since January.", [1200, 31]),
    ("The court heard 12 cases on Monday. Gale closed two cases.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_cases_of_an_illness_are_counted_and_those_of_a_court_are_not(read_text, text, expected):
    assert [each.min for each in read_text(text).quantities] == expected
