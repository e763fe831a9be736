"""Places as newspapers name them: unknown ones are shown, countries settled, people's names left alone."""

from __future__ import annotations

import pytest


def _named(read, text):
    return {place.name: place for place in read(text).places if place.kind == "name"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A patrol was stopped near Qasr Mulhim on Monday.", "Qasr Mulhim"),
        ("Rescuers reached Maoling county late on Sunday.", "Maoling"),
        ("She was shot dead on the South Tarrow Estate in London.", "South Tarrow Estate"),
        ("A soldier embedded with allied forces in Manbij near the Turkish border was hurt.", "Manbij"),
    ],
)
def test_a_place_that_nothing_settles_is_shown_and_left_open(read_text, text, name):
    place = _named(read_text, text)[name]
    assert place.lat is None


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Gunmen killed three people in Mexico on Friday. Mexico City sent police.", "Mexico", "MX"),
        ("Rockets fired from Lebanon hit two houses. Washington denied a role.", "Lebanon", "LB"),
        ("A bomb went off near the palace in Riyadh.", "Riyadh", "SA"),
        ("Two soldiers died in Jordan, officials in Amman said.", "Jordan", "JO"),
    ],
)
def test_a_country_or_capital_is_settled_though_towns_bear_its_name(read_text, text, name, country):
    place = _named(read_text, text)[name]
    assert (place.country, place.lat is not None) == (country, True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Deputies in Georgia shot a man near Macon on Friday.", "Georgia"),
        ("Police in Swansea shot a man on Friday.", "Swansea"),
    ],
)
def test_a_name_with_a_rival_of_note_stays_open(read_text, text, name):
    assert _named(read_text, text)[name].lat is None


@pytest.mark.parametrize(
    "text",
    [
        "His girlfriend Florence said he was killed by a shell.",
        "The driver's wife, Georgia, was wounded.",
        "The gang leader, known as Montana, was shot dead.",
        "He was killed at his home at 1120 U.S. 41.",
        "The driver was shot on U.S. 321 near the mill.",
    ],
)
def test_what_names_a_person_or_a_road_is_no_place(read_text, text):
    assert _named(read_text, text) == {}


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("A village known as Florence was shelled.", {"Florence"}),
        ("In the U.S. 12 people died in the storm.", {"U.S."}),
        ("His wife, Georgia police said, was hurt.", {"Georgia"}),
    ],
)
def test_the_same_words_elsewhere_stay_places(read_text, text, where):
    assert set(_named(read_text, text)) == where


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Carl Morrow of Austin, Texas, died when a mine went off in Syria.", {"Syria"}),
        ("Sergeant Jon Velk, 29, of Salford, was killed in Helmand on Monday.", {"Helmand"}),
        ("The Syrian government and Russia bombed a market in Idlib.", {"Idlib"}),
        ("A zone controlled by the US was shelled.", set()),
        ("Talks between Israel and Hamas broke down after a bomb killed two people in Gaza.", {"Gaza"}),
        ("Police raided the offices of Radio Free Malaysia and arrested two men.", set()),
        ("Two residents of Gori were killed by a shell.", {"Gori"}),
        ("A bomb killed nine people in Mali and Niger on Friday.", {"Mali", "Niger"}),
    ],
)
def test_homes_and_those_who_act_are_not_where_it_happened(read_text, text, where):
    reading = read_text(text)
    names = {each.id: each.name for each in reading.places} | {
        each.id: each.span.words(text) for each in reading.regions
    }
    assert {names[each] for claim in reading.claims for each in claim.where} == where
