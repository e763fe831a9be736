"""Voices set between commas inside their own words, and the short sentences of headlines."""

from __future__ import annotations

import pytest

from firsthand.schema import words

INSERTED = [
    ("The convoy, the brigade said in a note, turned back at the ford.", "the brigade", "The convoy … turned back at the ford"),
    ("Repairs, its engineer estimated, would take nine weeks.", "its engineer", "Repairs … would take nine weeks"),
    ("The men, a nurse at the clinic told Radio Meridian, had been beaten.", "a nurse at the clinic", "The men … had been beaten"),
    ("The bridge, the engineer warned in March, would not hold.", "the engineer", "The bridge … would not hold"),
    ("The village, officials in Orlan acknowledged on Monday, had been lost.", "officials in Orlan", "The village … had been lost"),
    ("The ferry, residents insist, never left the quay.", "residents", "The ferry … never left the quay"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "voice", "content"), INSERTED, ids=[row[0] for row in INSERTED])
def test_a_voice_between_commas_says_the_clause_around_it(text, voice, content, read_text):
    found = read_text(text).attributions
    assert [(one.source_name, words(text, one.content)) for one in found] == [(voice, content)]


HEADLINES = [
    ("6,000 fighters expected at Tarn front, charity says", "charity", "6,000 fighters expected at Tarn front"),
    ("Four killed in shelling of Velny, governor says", "governor", "Four killed in shelling of Velny"),
    ("Ferry sunk by mine, say divers", "divers", "Ferry sunk by mine"),
    ("Troops 'left behind' at ferry landing, say witnesses", "witnesses", "Troops 'left behind' at ferry landing"),
    ("Army 'fired on convoy', villagers say", "villagers", "Army 'fired on convoy'"),
    ("'Nobody warned us', say residents of Selm", "residents of Selm", "'Nobody warned us'"),
    ("Bridge at Orlan mined before dawn: residents", "residents", "Bridge at Orlan mined before dawn"),
    ("Orlan depot fire: UN", "UN", "Orlan depot fire"),
    ("Two shells hit market – army", "army", "Two shells hit market"),
    ("UN: depot fire was arson", "UN", "depot fire was arson"),
    ("Ministry: Bridge will reopen by May", "Ministry", "Bridge will reopen by May"),
    ('"They just stood there": Blue Lantern\'s Marek Osk on the volunteers', "Marek Osk", '"They just stood there"'),
    ("“We had no boats”: ferry master Mirek Tal on the flood", "Mirek Tal", "“We had no boats”"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "voice", "content"), HEADLINES, ids=[row[0] for row in HEADLINES])
def test_a_headline_names_who_says_all_of_it(text, voice, content, read_text):
    found = read_text(text + "\n\nThe river is wide.").attributions
    assert [(one.source_name, words(text, one.content)) for one in found] == [(voice, content)]


NO_VOICE = [
    "Shelling of Velny: a timeline",
    "Ukraine: two dead in the floods",
    "Prices for the week: bread and salt",
    "Photo essay from the ford: army life",
    "The list has three parts: bread, salt, police",
    "In Orlan on Monday, the mayor said nothing.",
    "Opening hours: 9 to 5",
]


@pytest.mark.parametrize("text", NO_VOICE)
def test_a_colon_alone_makes_no_voice(text, read_text):
    assert [one for one in read_text(text + "\n\nThe river is wide.").attributions if ":" in text] == []


SECOND = [
    ("One said that two shells fell, another that there were nine.", ["One", "another"]),
    ("One guard said the gate was open, the other that it was shut.", ["One guard", "the other"]),
]


@pytest.mark.parametrize(("text", "voices"), SECOND, ids=[row[0] for row in SECOND])
def test_a_second_voice_without_a_verb_says_its_own(text, voices, read_text):
    found = read_text(text).attributions
    assert [one.source_name for one in found] == voices
    assert found[0].content[0].end <= found[1].source[0].start


def test_told_so_says_what_the_sentence_before_says(read_text):
    text = "“Two were hit. I have this from the medics of the 9th Brigade, who told me so,” Mirek Tal said."
    outer, inner = read_text(text).attributions
    assert (outer.source_name, inner.source_name) == ("Mirek Tal", "the medics of the 9th Brigade")
    assert (words(text, inner.content), inner.parent) == ("Two were hit", outer.id)


@pytest.mark.parametrize(
    "text", ["The guide was showing guests round the old mill.", "The usher showed them to their seats."]
)
def test_to_show_somebody_round_is_no_voice(text, read_text):
    assert read_text(text).attributions == ()
