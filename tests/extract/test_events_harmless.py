"""Nature, mishaps, turns of speech and games are no force; a strike on somebody is, and has its victim."""

from __future__ import annotations

import pytest

FORCE = ("ASSAULT", "COERCE", "THREATEN")


@pytest.mark.parametrize(
    "text",
    [
        "Two powerful earthquakes have rattled the east of Belmora, burying at least 60 people under their homes, officials said on Tuesday.",
        "A strong earthquake struck southern Orvan on Tuesday, killing at least 40 people and injuring 200, rescuers said.",
        "Two strong tremors have struck north-eastern Orvan, leaving at least 90 people dead, the interior ministry said.",
        "A landslide killed nine people in the valley of Sarn early on Sunday, the civil defence said.",
        "Torrential rains and mudslides killed 31 people in Orvan's hills, state radio said.",
        "A house fire killed three children in the village of Dorn on Monday, the fire brigade said.",
        "The mountaineer Piet Hallan, 41, fell about 300m to his death on Mount Sarn on Saturday, police said.",
        "Two hikers have fallen to their deaths near Karsk, the mountain rescue service said on Sunday.",
        "Six people were killed and ten injured when a bus plunged into a ravine near Tessa, officials said.",
        "Four teenagers drowned on Saturday when their boat capsized off Tessa, the coast guard said.",
        "After Orvan and Belmora declared unilateral ceasefires on Sunday, talks resumed in Tessa.",
        "Orvan and the Hill Guard called cease-fires on Monday.",
        "A passenger train hit a lorry at a crossing near Sarn on Friday, killing four people, the railway said.",
        "A light aircraft crashed into a hillside near Dorn on Friday, killing both people on board, police said.",
        "A gas explosion destroyed a block of flats in Karsk, killing seven people, the fire brigade said.",
        "Flood waters swept away two bridges and killed 14 people, the governor said.",
        "Lightning killed a farmer and his son in a field near Tessa on Thursday.",
        "A wildfire destroyed forty houses above the town of Velny, officials said.",
        "The tremors, which hit the province within minutes of each other, damaged 30 villages.",
        "An avalanche buried a ski lodge in the Sarn hills, killing 12 guests, mountain police said.",
        "Three workers died when scaffolding collapsed at a building site in Dorn on Wednesday.",
        "A helicopter carrying the governor came down in thick fog and all nine on board were killed, officials said.",
        'The boss was quiet, "subdued" even, on the morning before he left, a colleague said.',
        "The firm struck an agreement with the union after a week of talks.",
        "Dalia Fenn was sworn in as prime minister on Tuesday before a cheering crowd.",
        "The bank was holding its summer party at the hotel when the alarm went off.",
        "The club held its annual dinner at the pier on Friday.",
        "Detective Mira Solen took charge of the inquiry on Monday.",
        "He loved to shoot a three-pointer before the bell rang, his coach said.",
        "The guard shot a basketball through the hoop as the crowd cheered.",
        "Pavel Orr pleaded guilty to fraud on Monday.",
        "She denied making up the story about her illness.",
        "Power and phone lines were cut off after the quake, officials said.",
        "The village was cut off by snow for three days.",
        "Corporal Linden served his country for nine years, his mother said.",
        "The scandal has damaged tourism and the party's name, an analyst said.",
        "Years of sanctions have crippled the economy, the bank said.",
        "The office will be closed on Monday in memory of the two clerks, the firm said.",
        "The library closed for the summer on Friday.",
        "Her speech struck a chord with miners across the valley.",
        "The team attacked from the start and defeated the visitors 3-1.",
        "The novel was praised, and its author took it calmly.",
        "Strikers shot at goal nine times in the second half.",
        "The minister launched a new app for commuters on Monday.",
        "The company fired its finance chief on Monday.",
        "He is battling cancer, his wife said.",
        "Firefighters were battling a blaze at a mill near Karsk.",
        "Rising prices have hit families hard, the charity said.",
        "The minister is cutting the aid budget while he urges others to give more.",
        "His convictions date to 1998 and include theft and arson, records show.",
        "The band is shooting a video in the old port.",
        "The couple's wedding was held in the barn.",
    ],
)
def test_what_nobody_did_by_force_is_no_attack_and_has_no_doer(text, read_text):
    events = read_text(text).events
    assert not [event.trigger.words(text) for event in events if event.type in FORCE]
    assert not [entry.actor.words(text) for event in events for entry in event.responsibility]


@pytest.mark.parametrize(
    ("text", "kind", "low"),
    [
        (
            "A strong earthquake struck southern Orvan on Tuesday, killing at least 40 people and injuring 200, rescuers said.",
            "killed",
            40,
        ),
        (
            "Two strong tremors have struck north-eastern Orvan, leaving at least 90 people dead, the interior ministry said.",
            "killed",
            90,
        ),
        (
            "A landslide killed nine people in the valley of Sarn early on Sunday, the civil defence said.",
            "killed",
            9,
        ),
        ("Torrential rains and mudslides killed 31 people in Orvan's hills, state radio said.", "killed", 31),
        (
            "A house fire killed three children in the village of Dorn on Monday, the fire brigade said.",
            "killed",
            3,
        ),
        (
            "Six people were killed and ten injured when a bus plunged into a ravine near Tessa, officials said.",
            "killed",
            6,
        ),
        (
            "A passenger train hit a lorry at a crossing near Sarn on Friday, killing four people, the railway said.",
            "killed",
            4,
        ),
        (
            "A gas explosion destroyed a block of flats in Karsk, killing seven people, the fire brigade said.",
            "killed",
            7,
        ),
        ("Flood waters swept away two bridges and killed 14 people, the governor said.", "killed", 14),
        (
            "An avalanche buried a ski lodge in the Sarn hills, killing 12 guests, mountain police said.",
            "killed",
            12,
        ),
        (
            "Three workers died when scaffolding collapsed at a building site in Dorn on Wednesday.",
            "killed",
            3,
        ),
    ],
)
def test_a_mishap_keeps_its_losses(text, kind, low, read_text):
    losses = [loss for event in read_text(text).events for loss in event.casualties]
    assert (kind, low) in [(loss.kind, loss.low) for loss in losses]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Nine miners were killed when rebels sank a ferry off Tessa.", "killed", "ASSAULT"),
        ("A wave of drones struck the port, killing nine people.", "struck", "ASSAULT"),
        ("Rebel fire killed nine miners near Sarn.", "killed", "ASSAULT"),
        ("Gunmen killed nine miners in a bus near Sarn.", "killed", "ASSAULT"),
        ("Arsonists set fire to forty houses above the town of Velny.", "set", "COERCE"),
        ("The two parties struck a deal on Tuesday.", "struck", "AGREE"),
        ("The driver has pleaded not guilty to fraud.", "pleaded", "REJECT"),
        ("Rebels cut off the town from the coast road on Monday.", "cut", "ASSAULT"),
        ("Workers staged a strike at the port on Monday.", "staged", "PROTEST"),
        ("The navy conducted strikes on three depots.", "conducted", "ASSAULT"),
    ],
)
def test_force_stays_force_and_is_told_from_its_likes(text, word, expected, read_text):
    assert {event.trigger.words(text): event.type for event in read_text(text).events}[word] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Respected teacher shot in Tessa by Marra Cells.",
        "Officer shot in Karsk",
        "Two fishermen killed in Dorn by Hill Guard, says union",
    ],
)
def test_who_is_shot_in_a_headline_did_not_shoot(text, read_text):
    held = [entry.actor.words(text) for event in read_text(text).events for entry in event.responsibility]
    assert not [actor for actor in held if actor.split()[-1] in ("teacher", "Officer", "fishermen")]


@pytest.mark.parametrize(
    ("text", "doing", "suffering"),
    [
        ("Rebels launched an attack against the garrison at dawn.", "Rebels", "garrison"),
        ("The army carried out a strike on the depot near Sarn.", "army", "depot"),
        ("The convoy came under attack from the Hill Guard near Sarn.", "Hill Guard", "convoy"),
        ("A patrol came under fire from gunmen in the hills.", "gunmen", "patrol"),
        ("The village came under bombardment by Orvanian artillery.", "Orvanian artillery", "village"),
        ("The attack on the mill was carried out by the Marra Cells.", "Marra Cells", "mill"),
        ("The Hill Guard exchanged fire with border police on Sunday.", "Hill Guard", "border police"),
    ],
)
def test_an_attack_has_who_did_it_and_to_whom(text, doing, suffering, read_text):
    event = read_text(text).events[0]
    assert [span.words(text) for span in event.actors] == [doing]
    assert [span.words(text) for span in event.recipients] == [suffering]
