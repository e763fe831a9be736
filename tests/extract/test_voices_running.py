"""Who goes on speaking: he and she over captions, the dead, bodies and paragraphs; names that a parse has cut."""

from __future__ import annotations

import pytest

RUNNING = [
    (
        ("Prosecutor Alan Birch said the victim was killed in March.\n\nRosa Deane was not thought to be the target "
        "(City Police/PA) He said: “Rosa was shot by two masked men. She died at the scene.”"),
        "Rosa was shot",
        "Alan Birch",
    ),
    (
        ("Police chief Mark Olden said two men were in custody. Victim Lewis Carr died in hospital on Monday. "
        "“Lewis was a quiet boy,” he said."),
        "quiet boy",
        "Mark Olden",
    ),
    (
        ("Councillor Dana Frey said some people wanted an apology. At a dinner in the town hall, Elena Rosu wept as "
        "she said that her brother would always be with the family."),
        "always be with",
        "Elena Rosu",
    ),
    (
        ("Tomas Reyl said he was in the yard when the roof fell.\n\nWorkers clear rubble at the school on Sunday "
        "(Corvin/AFP)\n\nHe said nobody had come to help."),
        "nobody had come",
        "Tomas Reyl",
    ),
    (
        ("Defence lawyer Ana Moss told the court that her client had been at home. The judge, Peter Hale, thanked "
        "the jury. She said the phone records were wrong."),
        "phone records",
        "Ana Moss",
    ),
    (
        ("The state Commissioner of Police, Mr. Tunde Balla, disclosed this on Monday. He said the guns had been "
        "handed in.\n\nHe added that the police would not relent."),
        "not relent",
        "Tunde Balla",
    ),
    (
        ("Fire chief Lou Harden arrived at six. The roof had come down and the stairs were gone. Four children slept "
        "upstairs. “We could not get in,” he said."),
        "could not get in",
        "Lou Harden",
    ),
    (
        ("Sgt. Rob Tanner pulled two people out of the car. The bridge was closed until noon.\n\n"
        "He said the river was still rising."),
        "still rising",
        "Rob Tanner",
    ),
]  # fmt: skip

CUT = [
    ("The man was found at noon, said Milton police Const. Kim Flood.", "found at noon", "Kim Flood"),
    ("Two men were held overnight, said Cpl. Dana Whitlock.", "held overnight", "Dana Whitlock"),
    ("Police Inspector Dean Garvey said it rained.", "it rained", "Dean Garvey"),
    ("Neighbour Carl Randow was there. “It rained,” he said.", "It rained", "Carl Randow"),
    ("A spokesman for Stop The Quarry said the report was late.", "report was late", "A spokesman for Stop The Quarry"),
    ("A man authorities say was shot at the gate was charged.", "was shot", "authorities"),
    ("The troops will leave, according to three officials – a finale.", "troops will leave", "three officials"),
    ("Three guards were brought out of the warehouse who said they were beaten.", "were beaten", "Three guards"),
    ("Four state police were found in the garage of the property who claim they were held.", "were held",
     "Four state police"),
    ("The minister said that his deputy resigned in May and has warned that others will follow.", "others will follow",
     "The minister"),
    ("The lawyers say that evidence is not convincing and suggest that the case aims at fear.", "aims at fear",
     "The lawyers"),
    ("The talks ended. We go when the guns are silent. Not before,\" Osk stressed.", "Not before", "Osk"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "name"), RUNNING + CUT, ids=[row[1] for row in RUNNING + CUT])
def test_the_words_are_whose_they_are(text, words, name, read_text):
    def content(one):
        return " ".join(text[span.start : span.end] for span in one.content)

    holding = [one for one in read_text(text).attributions if words in content(one)]
    assert min(holding, key=lambda one: len(content(one))).source_name == name


NO_VOICE = [
    "We have to wait a little while to see how things will evolve.",
    "The new budget will see the council close two schools.",
    "The only way to end the siege was by persuading Norland that the port was safe.",
]


@pytest.mark.parametrize("text", NO_VOICE)
def test_a_thing_sees_and_persuades_nobody(text, read_text):
    assert not [one.source_name for one in read_text(text).attributions if one.source_name]


def test_two_who_compete_leave_it_open(read_text):
    text = "The mayor, Ilse Osk, and the chief, Jan Korda, met.\n\nHe said it rained. They said it was cold."
    names = {one.source_name for one in read_text(text).attributions}
    assert "Ilse Osk" not in names


def test_a_quotation_over_lines_without_marks_is_one_speaker_s(read_text):
    text = (
        "Rolf Dane was at the gate. “They came at four.\n\nThey had two trucks.\n\nNobody shot,” Dane said."
    )
    assert {one.source_name for one in read_text(text).attributions if one.content} == {"Rolf Dane"}
