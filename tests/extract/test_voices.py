"""Who a voice is: names, kinds, pronouns, and when nothing is guessed."""

from __future__ import annotations

import pytest

NAMES = [
    ("Colonel Mirek Tal said that two shells fell.", ["Mirek Tal"]),
    ("Lee Il Woo, the director of the Coast Network, said it rained.", ["Lee Il Woo"]),
    ("Ilse Brandt said it rained. Brandt said it was cold. She said it was dark.", ["Ilse Brandt"] * 3),
    ("Ilse Brandt said it rained. Mr. Tal said it was cold. Brandt said it was dark.", ["Ilse Brandt", "Tal", "Ilse Brandt"]),
    ("The army said it would withdraw. It said the bridge was open.", ["The army", "The army"]),
    ("“We left,” said Ilse Brandt. “I saw nothing,” she said.", ["Ilse Brandt", "Ilse Brandt"]),
    ("The Kestrel Group said it rained. The group said it was cold.", ["The Kestrel Group", "The Kestrel Group"]),
    ("The health ministry said it rained. The ministry said it was cold.", ["The health ministry", "The health ministry"]),
    ("A nurse, who said that it rained, was crying.", ["A nurse"]),
    ("Two officials who asked not to be named said it rained.", ["Two officials", "Two officials"]),
    ("Radio Free Coast (RFC) reported that it rained.", ["Radio Free Coast"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NAMES, ids=[row[0] for row in NAMES])
def test_a_voice_gets_the_name_that_the_text_gives_it(text, expected, read_text):
    said = [one for one in read_text(text).attributions if one.kind == "report" and one.source]
    assert sorted(one.source_name for one in said) == sorted(expected)


def test_a_voice_once_called_he_is_never_she(read_text):
    text = "Mirek Tal said it rained. He said it was cold. She said it was dark."
    assert [one.source_name for one in read_text(text).attributions] == ["Mirek Tal", "Mirek Tal", "She"]


TAKEN_UP = [
    ("The Lithuanian NGO Blue/Yellow reports that it rained. The organization claims it was cold.", ["Blue/Yellow"] * 2),
    ("The Ostrel charity Blue Lantern says it rained. The charity says it was cold.", ["Blue Lantern"] * 2),
    ("Residents told the Lindholm Institute that it rained, the institute said.", ["Lindholm Institute", "Residents"]),
    ("Two drivers told Blue Lantern that it rained, the charity said.", ["Blue Lantern", "Two drivers"]),
    ("Marek Osk of Blue Lantern said it rained. The charity said it was cold.", ["Blue Lantern", "Marek Osk"]),
    (
        "Blue Lantern said it rained. Radio Meridian said it was cold. The charity said it was dark.",
        ["Blue Lantern", "Blue Lantern", "Radio Meridian"],
    ),
    ("Nets lay where Emil Harg worked for years. The shells fell. “It rained,” Harg said.", ["Emil Harg"]),
    ("Ana Reyl, a nurse, ran to the ford. Reyl said it rained.", ["Ana Reyl"]),
    ("Ana Reyl, a nurse, ran to the ford. The boats were gone. “It rained,” she said.", ["Ana Reyl"]),
    ("I know it from the medics of the 9th Brigade, who told me that it rained.", ["the medics of the 9th Brigade"]),
    ("The mayor of Orlan, who said it rained, was wrong.", ["The mayor of Orlan"]),
    ("The head of the charity Blue Lantern has said it rained.", ["The head of the charity Blue Lantern"]),
    ("Mirek Tal and Ilse Brandt said it rained. He said it was cold.", ["He", "Mirek Tal and Ilse Brandt"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TAKEN_UP, ids=[row[0] for row in TAKEN_UP])
def test_a_voice_taken_up_by_its_kind_is_the_one_that_the_text_has_named(text, expected, read_text):
    said = [one for one in read_text(text).attributions if one.kind == "report" and one.source]
    assert sorted(one.source_name for one in said) == sorted(expected)


CLEAN = [
    ("The drone video released by the 14th Brigade on October 30 shows rain.", "drone video"),
    ("A video posted on Tuesday by the brigade (since removed) shows rain.", "video"),
    ("Satellite images dated 4 May show three craters.", "Satellite images"),
    ("The report published by the council in May says it rained.", "The report"),
    ("A report by the council says it rained.", "A report by the council"),
    ("The group (which has nine members) said it rained.", "The group"),
    ("The aid group Open Harbour said it rained.", "Open Harbour"),
    ("Blue Lantern's director Marek Osk said it rained.", "Marek Osk"),
]


@pytest.mark.parametrize(("text", "name"), CLEAN, ids=[row[0] for row in CLEAN])
def test_a_name_is_without_dates_brackets_and_clauses(text, name, read_text):
    assert [one.source_name for one in read_text(text).attributions] == [name]


OPEN = [
    ("The Lindholm Institute and Blue Lantern sent teams. The charity said it rained.", "The charity"),
    ("The ferry was hit. The wife of Mirek Tal, who said it rained, left.", "who"),
    ("He said it rained.", "He"),
    ("The Kestrel Group and the Heron Group met. The group said it rained.", "The group"),
    ("They said it rained.", "They"),
]


@pytest.mark.parametrize(("text", "words"), OPEN, ids=[row[0] for row in OPEN])
def test_where_nothing_decides_the_words_stay(text, words, read_text):
    assert read_text(text).attributions[0].source_name == words


KINDS = [
    ("Mirek Tal said it rained.", "person", None),
    ("Ines Haldane, a lawyer, said it rained.", "person", None),
    ("Ilse Brandt, 41, said it rained.", "person", None),
    ("The mayor said it rained.", "person", None),
    ("Two residents said it rained.", "unnamed", None),
    ("The army said it rained.", "force", True),
    ("The 14th Brigade said it rained.", "force", True),
    ("The defence ministry said it rained.", "government", True),
    ("The health ministry said it rained.", "government", None),
    ("The fire brigade said it rained.", "organisation", None),
    ("France said it rained.", "government", None),
    ("The charity said it rained.", "organisation", None),
    ("A coastal relief group said it rained.", "organisation", None),
    ("Northern Relief said it rained.", "organisation", None),
    ("Blue Lantern said it rained.", "organisation", None),
    ("Open Harbour said it rained.", "organisation", None),
    ("Radio Meridian reported that it rained.", "outlet", None),
    ("The report said it rained.", "document", None),
    ("The footage shows rain.", "footage", None),
    ("Mirek Tal, a spokesman for the brigade, said it rained.", "person", True),
    ("Army spokesman Mirek Tal said it rained.", "person", True),
    ("Mirek Tal, a former spokesman for the army, said it rained.", "person", None),
    ("Mirek Tal, a doctor at the army hospital, said it rained.", "person", None),
]


@pytest.mark.parametrize(("text", "kind", "party"), KINDS, ids=[row[0] for row in KINDS])
def test_a_voice_has_a_kind_and_is_a_party_only_by_its_words(text, kind, party, read_text):
    one = read_text(text).attributions[0]
    assert (one.source_kind, one.party_to_conflict) == (kind, party)
    assert one.because


def test_a_spokeswoman_of_a_ministry_that_leads_an_army_is_a_party(read_text):
    text = "The Ministry of Defence of Ostrel denies it. “It rained,” the ministry’s spokeswoman, Colonel Vera Stahl, said."
    one = read_text(text).attributions[-1]
    assert (one.source_name, one.party_to_conflict) == ("Vera Stahl", True)


def test_a_unit_taken_up_keeps_its_number(read_text):
    text = "A video released by the 9th River Brigade shows a wood. It was filmed at dawn, according to the brigade."
    assert read_text(text).attributions[-1].source_name == "9th River Brigade"


def test_a_source_that_nobody_names_has_no_name(read_text):
    one = read_text("The commander allegedly ordered the retreat.").attributions[0]
    assert (one.source_name, one.source_kind, one.source) == (None, "unnamed", ())


OFFICES = [
    ("Governor Ilse Brandt came on Monday. The governor said it rained.", "Ilse Brandt"),
    ("Oskar Brem, the foreign minister, came on Monday. The minister said it rained.", "Oskar Brem"),
    ("General Mirek Tal met Mayor Anna Dorn. The mayor said it rained.", "Anna Dorn"),
    ("President Dena Orlan met the Belthani president. The president said it rained.", "Dena Orlan"),
    ("President Dena Orlan met President Oskar Brem. The president said it rained.", "The president"),
    ("Oskar Brem, the foreign minister, met the defence minister. The minister said it rained.", "The minister"),
    ("Governor Ilse Brandt came on Monday. The mayor said it rained.", "The mayor"),
    ("Father Emil Harg came on Monday. The father said it rained.", "The father"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), OFFICES, ids=[row[0] for row in OFFICES])
def test_an_office_stands_for_the_one_person_who_holds_it_in_the_text(text, expected, read_text):
    assert read_text(text).attributions[-1].source_name == expected


NOBODY = [
    "The deficit rose. “It rained,” he said.",
    "The harvest failed in May. She said it rained.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_a_thing_is_never_he_or_she(text, read_text):
    assert read_text(text).attributions[-1].source_name.lower() in ("he", "she")


def test_whom_the_sentence_before_tells_of_comes_before_who_spoke_earlier(read_text):
    text = "The carpenter said it rained. The deficit rose, and the minister was asked about it. He said it was cold."
    assert read_text(text).attributions[-1].source_name.lower() == "the minister"
