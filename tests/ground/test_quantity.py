"""How many: figures in sentences of reporting, with their hedges, and what looks like a figure and is none."""

from __future__ import annotations

import pytest

OPEN = None

COUNTED = [
    # plain counts
    (
        "Seven soldiers and a medic were killed near Orlan.",
        [("Seven", 7, 7, "killed"), ("a", 1, 1, "killed")],
    ),
    ("Gunmen shot dead 16 worshippers inside the chapel.", [("16", 16, 16, "killed")]),
    (
        "The rebels captured nine conscripts and a lieutenant.",
        [("nine", 9, 9, "captured"), ("a", 1, 1, "captured")],
    ),
    ("One policeman died and four others were hurt.", [("One", 1, 1, "killed"), ("four", 4, 4, "wounded")]),
    (
        "The raid left 14 villagers dead and 31 wounded.",
        [("14", 14, 14, "killed"), ("31", 31, 31, "wounded")],
    ),
    ("A tank and two howitzers were destroyed.", [("A", 1, 1, "vehicles"), ("two", 2, 2, "weapons")]),
    (
        "Rescuers pulled 12 survivors and three bodies from the rubble.",
        [("12", 12, 12, "people"), ("three", 3, 3, "killed")],
    ),
    (
        "The shelling damaged a school, a clinic and 20 homes.",
        [("a", 1, 1, "buildings"), ("a", 1, 1, "buildings"), ("20", 20, 20, "buildings")],
    ),
    ("The bodies of 22 migrants were found.", [("22", 22, 22, "killed")]),
    ("Two farmers were feared dead.", [("Two", 2, 2, "killed")]),
    # at least
    ("No fewer than 17 trawlers sank.", [("No fewer than 17", 17, OPEN, "vehicles")]),
    ("In excess of 4,000 families were evacuated.", [("In excess of 4,000", 4000, OPEN, "displaced")]),
    ("Not less than twelve mines were found.", [("Not less than twelve", 12, OPEN, "munitions")]),
    ("Upwards of 200 prisoners were released.", [("Upwards of 200", 200, OPEN, "captured")]),
    ("60-plus drones were launched.", [("60-plus", 60, OPEN, "weapons")]),
    ("The strike killed 40+ conscripts.", [("40+", 40, OPEN, "killed")]),
    ("Ten or more buildings collapsed.", [("Ten or more", 10, OPEN, "buildings")]),
    ("The death toll has passed 300.", [("passed 300", 300, OPEN, "killed")]),
    ("The attack killed a minimum of nine guards.", [("a minimum of nine", 9, OPEN, "killed")]),
    ("Nine guards, at least, were killed.", [("Nine", 9, OPEN, "killed")]),
    ("The dead numbered 40, if not more.", [("40, if not more", 40, OPEN, "killed")]),
    ("Dozens and possibly hundreds were killed.", [("Dozens and possibly hundreds", 24, 999, "killed")]),
    # at most
    ("Nine guards at most were killed.", [("Nine", OPEN, 9, "killed")]),
    ("Nowhere near 500 fighters remain.", [("Nowhere near 500", OPEN, 500, "people")]),
    ("As many as 70 recruits may have drowned.", [("As many as 70", OPEN, 70, "killed")]),
    ("No more than five guards remained.", [("No more than five", OPEN, 5, "people")]),
    ("Not more than 12 rescuers could enter.", [("Not more than 12", OPEN, 12, "people")]),
    ("Less than 3 miles separate the armies.", [("Less than 3 miles", OPEN, 3, "distance")]),
    ("A maximum of 30 fighters hold the ridge.", [("A maximum of 30", OPEN, 30, "people")]),
    ("Up to a dozen rockets were intercepted.", [("Up to a dozen", OPEN, 12, "munitions")]),
    # ranges
    ("From 15 to 20 rockets hit the depot.", [("From 15 to 20", 15, 20, "munitions")]),
    ("Some 3,000–4,000 civilians remain.", [("Some 3,000–4,000", 3000, 4000, "people")]),
    ("Six or seven houses burned down.", [("Six or seven", 6, 7, "buildings")]),
    ("Between two and four million people need aid.", [("Between two and four million", 2e6, 4e6, "people")]),
    ("It lies 3-4 km from the river.", [("3-4 km", 3, 4, "distance")]),
    # vague amounts and units
    ("Hundreds were arrested after the march.", [("Hundreds", 200, 999, "captured")]),
    ("A handful of snipers held the roof.", [("A handful", 3, 6, "people")]),
    ("Tens of thousands have fled.", [("Tens of thousands", 20000, 99999, "displaced")]),
    ("A number of buildings were damaged.", [("A number", 2, OPEN, "buildings")]),
    ("Several dozen cadets were injured.", [("Several dozen", 36, 108, "wounded")]),
    ("A few hundred soldiers surrendered.", [("A few hundred", 300, 500, "captured")]),
    ("A brigade-sized force is massing.", [("brigade-sized", 2000, 5000, "people")]),
    (
        "The clash involved platoon-sized elements, with all but one soldier killed.",
        [("platoon-sized", 20, 50, "people"), ("all but one", OPEN, OPEN, "killed")],
    ),
    ("Three platoons crossed the river.", [("Three platoons", 60, 150, "people")]),
    ("Two companies of infantry crossed.", [("Two companies", 160, 500, "people")]),
    # figures that hang on another
    (
        "All but two of the nine hostages were freed.",
        [("All but two", 7, 7, "captured"), ("nine", 9, 9, "captured")],
    ),
    ("Half of the 60 houses burned.", [("Half", 30, 30, "buildings"), ("60", 60, 60, "buildings")]),
    (
        "Nearly a third of the town's 90 shops are shut.",
        [("Nearly a third", 30, 30, "buildings"), ("90", 90, 90, "buildings")],
    ),
    (
        "Most of the 30 passengers were hurt.",
        [("30", 30, 30, "people")],
    ),
    (
        "Three of the ten detainees were released.",
        [("Three", 3, 3, "captured"), ("ten", 10, 10, "captured")],
    ),
    ("Both pilots were killed.", [("Both", 2, 2, "killed")]),
    ("All but one North Korean soldier were killed.", [("All but one", OPEN, OPEN, "killed")]),
    ("Two thirds of the garrison surrendered.", [("Two thirds", 66.67, 66.67, "share")]),
    (
        "Nine people died and three times as many were wounded.",
        [("Nine", 9, 9, "killed"), ("three times as many", 27, 27, "wounded")],
    ),
    # zero
    ("No one was hurt in the explosion.", [("No one", 0, 0, "wounded")]),
    ("There were no deaths.", [("no", 0, 0, "killed")]),
    ("Not a single soldier was killed.", [("Not a single", 0, 0, "killed")]),
    ("The raid ended without casualties.", [("without", 0, 0, "casualties")]),
    # lists, parts, tolls, corrections
    (
        "Twelve people, among them four children, were killed.",
        [("Twelve", 12, 12, "killed"), ("four", 4, 4, "killed")],
    ),
    (
        "Forty hostages, including 12 children, are still held.",
        [("Forty", 40, 40, "captured"), ("12", 12, 12, "captured")],
    ),
    (
        "Killing 12 and wounding at least 30, the bomb tore through the market.",
        [("12", 12, 12, "killed"), ("at least 30", 30, OPEN, "wounded")],
    ),
    (
        "At least three people were killed and eleven were missing.",
        [("At least three", 3, OPEN, "killed"), ("eleven", 11, 11, "missing")],
    ),
    ("The death toll rose from 12 to 15.", [("12", 12, 12, "killed"), ("15", 15, 15, "killed")]),
    (
        "Three more bodies were found, bringing the total to 19.",
        [("Three", 3, 3, "killed"), ("19", 19, 19, "killed")],
    ),
    (
        "The ministry said 11 soldiers had died, not 17 as claimed.",
        [("11", 11, 11, "killed"), ("17", 17, 17, "killed")],
    ),
    (
        "Rebels claim to have killed 150 soldiers; the army admits to 30.",
        [("150", 150, 150, "killed"), ("30", 30, 30, "killed")],
    ),
    ("Five Dead, Dozens Hurt in Harbour Blast", [("Five", 5, 5, "killed"), ("Dozens", 24, 99, "wounded")]),
    ("A family of five died in the fire.", [("five", 5, 5, "killed")]),
    # big numbers, money, shares, lengths
    ("2.3m people crossed the river.", [("2.3m", 2.3e6, 2.3e6, "people")]),
    ("1,5 million people fled.", [("1,5 million", 1.5e6, 1.5e6, "displaced")]),
    ("88 000 men are under arms.", [("88 000", 88000, 88000, "people")]),
    ("Two hundred fifty men were drafted.", [("Two hundred fifty", 250, 250, "people")]),
    ("The raid cost $2.5 million.", [("$2.5 million", 2.5e6, 2.5e6, "money")]),
    ("Aid of 400m euros arrived.", [("400m euros", 4e8, 4e8, "money")]),
    (
        "About 40 per cent of the homes and 15% of the shops burned.",
        [("About 40 per cent", 40, 40, "share"), ("15%", 15, 15, "share")],
    ),
    ("The village is 12 miles (19 km) east of Orlan.", [("12 miles (19 km)", 12, 12, "distance")]),
    ("Half a mile of the road was mined.", [("Half a mile", 0.5, 0.5, "distance")]),
    ("They seized 120 square kilometres.", [("120 square kilometres", 120, 120, "area")]),
    ("A 15-kilometre stretch of road is mined.", [("15-kilometre", 15, 15, "distance")]),
    ("A 300-strong mob attacked the mission.", [("300", 300, 300, "people")]),
]

FATES = [
    # what befell those in one phrase of a list did not befall those in the next
    ("Guerrillas captured three pilots and killed at least four guards.", ["captured", "killed"]),
    ("The raiders wounded six farmers and killed several nurses.", ["wounded", "killed"]),
    ("Rebels killed nine soldiers and wounded twice as many.", ["killed", "wounded"]),
    ("Three pilots were rescued and killed four guards.", ["people", "killed"]),
    ("The raiders numbered about 40, and at least a dozen were killed.", ["people", "killed"]),
    ("They wounded six farmers and killed more than 20 goats.", ["wounded", "other"]),
    ("Of the 20 crew, all but three were killed.", ["people", "killed"]),
    ("The unit had 80 men, all but five of whom died.", ["people", "killed"]),
    ("Two policemen held back a crowd.", ["people"]),
    ("Nine villagers were left behind.", ["people"]),
    # what became of them, said otherwise
    ("Fourteen paratroopers fell in the assault on the ridge.", ["killed"]),
    ("Six recruits fell from the truck.", ["people"]),
    ("A patrol of twelve was wiped out near the quarry.", ["killed"]),
    ("Among the dead were two cooks, a driver and three guards.", ["killed"] * 3),
    ("Two cooks and a driver were among the dead.", ["killed"] * 2),
    ("Those killed include six firefighters.", ["killed"]),
    ("Killed were two men, three women and a child.", ["killed"] * 3),
    ("Nine prisoners were killed by their guards.", ["killed"]),
    ("There were 40 dead and wounded.", ["casualties"]),
    ("The army lost 12 killed and 40 wounded.", ["killed", "wounded"]),
    ("Six people were hit by shrapnel.", ["casualties"]),
    ("Two people are in a critical condition.", ["wounded"]),
    ("Eleven students were marched off at gunpoint.", ["captured"]),
    ("About 400 families abandoned the valley.", ["displaced"]),
    ("More than 2,000 people now live in tents.", ["displaced"]),
    ("The shelling drove 900 people from their homes.", ["displaced"]),
    ("Thousands sought safety across the border.", ["displaced"]),
    ("Hundreds cross the border each day to shop.", ["people"]),
    ("About 300 people abandoned by smugglers were found.", ["people"]),
    ("The team hung nine flags.", ["other"]),
    ("The killed and the wounded numbered 40 in all.", ["casualties"]),
    ("Of 90 rockets fired, 80 were shot down.", ["munitions"] * 2),
    ("There were no reports of the 12 sailors.", ["people"]),
]

WHOLES = [
    ("Of the 20 crew, all but three were killed.", [(20, 20), (17, 17)]),
    ("Of the 60 workers in the mine, half were rescued.", [(60, 60), (30, 30)]),
    ("There were 20 crew aboard; all but three were killed.", [(20, 20), (17, 17)]),
    ("All bar two of the nine hostages were freed.", [(7, 7), (9, 9)]),
    ("All the hostages bar two were freed.", [(OPEN, OPEN)]),
    ("Twelve guards died. Twice that number were wounded.", [(12, 12), (24, 24)]),
    ("At least 40 and possibly as many as 60 people were killed.", [(40, 60)]),
    ("At least 40, and possibly as many as 60, people were killed.", [(40, 60)]),
    ("At least ten and as many as 15 people are missing.", [(10, 15)]),
    ("More than a third of a million people lost power.", [(333333, OPEN)]),
    ("A quarter-million people fled.", [(250000, 250000)]),
    ("One and a quarter million people live there.", [(1.25e6, 1.25e6)]),
    ("The army paid for a quarter of a million shells.", [(250000, 250000)]),
    ("For three quarters of the 60 families, help came late.", [(45, 45), (60, 60)]),
    ("There were no reports of casualties.", [(0, 0)]),
    ("A million and a half people fled.", [(1.5e6, 1.5e6)]),
    ("Dozens if not hundreds of people were killed.", [(24, 999)]),
    ("There were no immediate reports of casualties.", []),
]

ABOUT = [
    "Nearly 300 hostages were freed.",
    "Roughly 300 hostages were freed.",
    "Approximately 300 hostages were freed.",
    "Almost 300 hostages were freed.",
    "Some 300 hostages were freed.",
    "Close to 300 hostages were freed.",
    "Around 300 hostages were freed.",
    "About 300 hostages were freed.",
    "An estimated 300 hostages were freed.",
    "Perhaps 300 hostages were freed.",
    "300 or so hostages were freed.",
    "300 hostages or so were freed.",
    "Getting on for 300 hostages were freed.",
    "300-odd hostages were freed.",
    "~300 hostages were freed.",
]

NOT_COUNTED = [
    "The 95th Air Brigade sent its T-72 down Route 5.",
    "Article 5 was cited, and so was Resolution 2334.",
    "School No. 12 was hit at 3:40 pm.",
    "Flight MH17 was hit by a 9M38 missile over District 9.",
    "A 37-year-old baker left at dawn.",
    "Tomas Velk, 41, was shot in the leg.",
    "Children under 12 were sent away.",
    "She called the hotline 555-0142 twice.",
    "The club won 3-1 on Sunday.",
    "One day, one of the men saw one another.",
    "On the one hand, the truce held; on the other, no one believed it.",
    "Channel 4 aired the film in 2029.",
    "Version 2.1 of the report names Sector 7.",
    "The coordinates 48.5123, 37.9981 point to a quarry.",
    "The G7 and the Big Four met on day 900 of the war.",
    "He fought in World War 2 and in the 1990s.",
    "The 9/11 attacks came first.",
    "The 24/7 service failed.",
    "It was the third attack in two weeks.",
    "The second strike came first.",
    "The Group of Seven met in Room 101.",
    "The two sides met for one hour.",
    "Two military sources said the strike failed.",
    "The guns were of 155mm calibre.",
    "A drone struck the bus.",
    "A company from the capital built the mill.",
    "The army saw no reason to stay.",
]


def found(read_text, sentence):
    text = sentence
    return [(text[q.start : q.end], q.min, q.max, q.kind) for q in read_text(sentence).quantities]


@pytest.mark.parametrize(("sentence", "expected"), COUNTED, ids=[s for s, _ in COUNTED])
def test_a_figure_keeps_its_hedge_and_says_what_it_counts(sentence, expected, read_text):
    assert found(read_text, sentence) == expected


@pytest.mark.parametrize(("sentence", "kinds"), FATES, ids=[s for s, _ in FATES])
def test_a_figure_counts_what_became_of_its_own_and_of_nobody_else(sentence, kinds, read_text):
    assert [q.kind for q in read_text(sentence).quantities] == kinds


@pytest.mark.parametrize(("sentence", "bounds"), WHOLES, ids=[s for s, _ in WHOLES])
def test_a_part_is_worked_out_where_its_whole_is_told_and_left_open_elsewhere(sentence, bounds, read_text):
    assert [(q.min, q.max) for q in read_text(sentence).quantities] == bounds


def test_the_strength_of_a_unit_counts_people_and_not_units(read_text):
    (platoon,) = read_text("A platoon on each side was involved.").quantities
    assert (platoon.of, platoon.kind, platoon.min, platoon.max) == ("people", "people", 20, 50)


@pytest.mark.parametrize("sentence", ABOUT)
def test_an_approximate_figure_is_never_given_as_exact(sentence, read_text):
    (quantity,) = read_text(sentence).quantities
    assert (quantity.min, quantity.max, quantity.approx, quantity.kind) == (300, 300, True, "captured")


@pytest.mark.parametrize("sentence", NOT_COUNTED)
def test_names_dates_ages_scores_and_idioms_count_nothing(sentence, read_text):
    assert found(read_text, sentence) == []


def test_the_counted_words_are_given_as_the_text_has_them(read_text):
    (three, most) = read_text(
        "Footage shows three BTR-82 armored vehicles and up to 88,000 troops."
    ).quantities
    assert three.of == "BTR-82 armored vehicles"
    assert (most.of, most.min, most.max) == ("troops", None, 88000)


def test_a_bare_figure_counts_what_the_sentence_before_counted(read_text):
    text = "Doctors reported seven deaths in Karsk. The army acknowledged only two."
    assert [(q.kind, q.min) for q in read_text(text).quantities] == [("killed", 7), ("killed", 2)]
