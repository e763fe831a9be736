"""What a claim is about: its main clause's event, and the dates and places told of that, not of who is meant."""

from __future__ import annotations

import pytest


def _shown(reading, claim):
    event = next((each for each in reading.events if each.id == claim.event), None)
    return None if event is None else event.trigger.words(reading.document.text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The seat vacated by Marn Okel will be filled by his brother.", "filled"),
        ("The council reviewed candidates for the seat vacated by Okel.", "reviewed"),
        ("Villagers who fled the shelling returned to their homes on Sunday.", "returned"),
        ("Rescuers reached the village hit by the strike on Friday.", "reached"),
        ("Investigators had located the car used in the shooting.", "located"),
        ("The funeral of a boy shot by police was held in Velgrad on Monday.", "held"),
        ("The clerk found the letter in the car of the murdered man.", "found"),
        ("The victims of the shooting were named on Tuesday.", "named"),
        ("The convicted arsonist wrote a book.", "wrote"),
        ("The hearing was postponed.", "postponed"),
        ("The airline cancelled flights because of the strike.", "cancelled"),
        ("The police chief, under fire for the shootings, bought a house.", "bought"),
        ("The group bought trucks to attack the pass.", "bought"),
        ("Though rain fell, the team won a prize.", "won"),
        ("The fence measuring two metres was pulled down by students.", "pulled"),
        ("Okel was one of the sponsors of the plane made famous in the war.", None),
        ("The old mill is in the street named after the murdered bishop.", None),
    ],
)
def test_a_claim_is_about_what_its_main_clause_tells_not_what_it_names(text, word, read_text):
    reading = read_text(text)
    assert _shown(reading, reading.claims[0]) == word


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A wave of bombings shook the capital.", "ASSAULT"),
        ("There were clashes between police and students.", "ASSAULT"),
        ("It was the rebels who shelled the school.", "ASSAULT"),
        ("The raid, carried out by masked men, took place at dawn.", "ASSAULT"),
        ("The army used a tank to shell the school.", "ASSAULT"),
        ("The council voted to ban the march.", "COERCE"),
        ("Two died when gunmen opened fire on a bus.", "ASSAULT"),
        ("Nine people died after gunmen stormed the hotel.", "ASSAULT"),
        ("The mayor posted a statement condemning the raid.", "ACCUSE"),
        ("Doctors treated the wounded from the clashes.", "AID"),
        ("A judge sentenced a man who stabbed two students to 20 years in prison.", "ACCUSE"),
    ],
)
def test_what_the_main_clause_only_brings_before_the_reader_is_what_it_tells(text, kind, read_text):
    reading = read_text(text)
    types = {event.id: event.type for event in reading.events}
    assert types.get(reading.claims[0].event) == kind


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The ship was heading to Norway, which has had no government since 1991.", []),
        ("The mayor, elected in 2019, resigned.", []),
        ("Okel, who was born in Bergen in 1961, was arrested on Monday.", ["Monday"]),
        ("The bridge, built in 1931, was destroyed on Friday.", ["Friday"]),
        ("Soldiers killed two men near the camp, which opened in 2011.", []),
        ("Rebels attacked Bergen, where 30 people were killed in February.", []),
        ("A 2029 report on the flood blamed the ministry.", []),
        ("The 2014 games were held in a city that elected a mayor on Monday.", []),
        ("A clerk who was dismissed last month shot two men on Monday.", ["Monday"]),
        ("The earthquake was the worst since 1988.", []),
        ("The raid, which began on Monday, killed nine people.", ["Monday"]),
        ("Two men were killed in an attack that took place on Monday.", ["Monday"]),
        ("Two people died in a fire sparked by lightning on Monday.", ["Monday"]),
        ("The museum has been closed since 1992.", ["1992"]),
    ],
)
def test_a_date_that_only_says_who_or_what_is_meant_is_not_when_it_happened(text, when, read_text):
    reading = read_text(text)
    times = {time.id: time.span.words(text) for time in reading.times}
    assert [times[each] for each in reading.claims[0].when] == when


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Okel, who was born in Bergen, was arrested on Monday.", []),
        ("The rebels, driven out of Bergen in January, attacked a convoy.", []),
        ("The treaty, signed in Oslo, bans such mines.", []),
        ("Police arrested a man who had escaped from a prison in Oslo.", []),
        ("Soldiers stationed in Bergen were attacked.", ["Bergen"]),
        ("The frigate, anchored in Bergen, was attacked.", ["Bergen"]),
        ("A blast at a school, which is in Bergen, hurt nine people.", ["Bergen"]),
        ("An attack carried out in Oslo killed nine people.", ["Oslo"]),
    ],
)
def test_a_place_that_only_says_who_or_what_is_meant_is_not_where_it_happened(text, where, read_text):
    reading = read_text(text)
    names = {place.id: place.name for place in reading.places}
    assert [names[each] for each in reading.claims[0].where] == where


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Bergen was hit by floods on Monday.", ["Bergen"]),
        ("Bergen was shaken by two explosions.", ["Bergen"]),
        ("Bergen has been captured by the rebels.", ["Bergen"]),
        ("Kyiv came under attack overnight.", ["Kyiv"]),
        ("Kharkiv, Ukraine's second city, was without power on Monday.", ["Kharkiv"]),
        ("Tripoli fell to the rebels on Sunday.", ["Tripoli"]),
        ("Bergen is home to 3,000 refugees.", ["Bergen"]),
        ("Bergen airport was shelled.", ["Bergen"]),
        ("The Bergen camps were flooded.", ["Bergen"]),
        ("Bergen is electing a mayor.", ["Bergen"]),
        ("Oslo was accused of ignoring the report.", []),
        ("Moscow is under pressure from its allies.", []),
        ("Norway was hit by sanctions.", []),
        ("Oslo was rocked by a scandal.", []),
        ("Berlin was told of the deal on Monday.", []),
        ("Oslo has seen the letter.", []),
    ],
)
def test_a_place_as_subject_is_the_scene_where_something_befalls_it_or_is_so_there(text, where, read_text):
    reading = read_text(text)
    names = {place.id: place.name for place in reading.places}
    assert [names[each] for each in reading.claims[0].where] == where
