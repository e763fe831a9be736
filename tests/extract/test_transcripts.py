"""Transcripts: whose words a turn holds, and what opens none."""

import pytest

from firsthand.ingest import text_document
from firsthand.resources.turns import spoken_turns
from firsthand.schema import Hints


def turns(reading):
    """Per attribution of a turn the voice and its first words."""
    text = reading.document.text
    return [
        (each.source_name, " ".join(text[each.content[0].start :].split()[:3]))
        for each in reading.attributions
        if any(reason.rule == "attribution.transcript" for reason in each.because)
    ]


SPOKEN = [
    (
        (
            "Morning edition (transcript)\n\nHOST: With us is a woman from the square. You were off duty, Ada Quill?"
            "\n\nQUILL: I'm a theatre nurse. The police shot straight at us.\n\nHOST: Were you warned?"
            "\n\nQUILL: Nobody warned us."
        ),
        [("Ada Quill", "I'm a theatre"), ("Ada Quill", "Nobody warned us.")],
    ),
    (
        "KERN: She asked me about the light. Then one shot fell.\nANCHOR: Our cameraman Vlado Kern, back today.",
        [("Vlado Kern", "She asked me")],
    ),
    (
        "PRESENTER: We have a sailor on the line. You were on watch?\nSAILOR: It came out of the air.",
        [("sailor", "It came out")],
    ),
    (
        "Reporter: Doctor, how many came in?\n\nDr Sarn, surgeon: Nineteen wounded people by noon.",
        [("Sarn", "Nineteen wounded people")],
    ),
    (
        "Captain Oren Vask was heard on Friday.\n\nCounsel: Did your men fire?\n\nCapt. Vask: No. The crowd did.",
        [("counsel", "Did your men"), ("Oren Vask", "No. The crowd")],
    ),
    (
        (
            "Summary record\n\nMr. Halvor (Sulmar): The rebels shelled the clinic. Our forces were not there.\n\n"
            "Ms. Brandt (Tolvania): Two aircraft bombed it."
        ),
        [("Halvor", "The rebels shelled"), ("Brandt", "Two aircraft bombed")],
    ),
    (
        (
            "HOST: With us is Petra Voss. Dr Voss, how many? VOSS: Fourteen came in. HOST: Who shot them? "
            "VOSS: I didn't see that."
        ),
        [("Petra Voss", "Fourteen came in."), ("Petra Voss", "I didn't see")],
    ),
    (
        "[00:12] Host: Who came?\n\n[00:15] Mirek Tal: Nobody came that night.",
        [("Mirek Tal", "Nobody came that")],
    ),
    (
        (
            "Press conference\n\nSpeaker 1: Where were they?\n\nGeneral Halm: My soldiers were in barracks.\n\n"
            "Speaker 2: Who was it?\n\nGeneral Halm: The Green Front burned Haska."
        ),
        [
            ("Speaker 1", "Where were they?"),
            ("Halm", "My soldiers were"),
            ("Speaker 2", "Who was it?"),
            ("Halm", "The Green Front"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SPOKEN)
def test_each_turn_is_its_speakers_and_the_hosts_are_the_outlets(text, expected, read_text):
    found = [(name and name.removeprefix("Dr ").lower(), words) for name, words in turns(read_text(text))]
    assert found == [(name.lower(), words) for name, words in expected]


NO_TURNS = [
    "Ministry: Bridge will reopen by May\n\nThe minister spoke on Friday.",
    "Weather: Rain in the north.\n\nSport: The oarsmen are home.\n\nPolice: A man was shot on Thursday.",
    "Orlan: Two people died.\n\nVelny: A school burned.",
    "Monday: Troops reach the river.\n\nTuesday: Nine die.\n\nMonday: Talks fail.\n\nTuesday: Rain.",
    "Ferry sinks\n\nReporter: Ilse Brandt\nEditor: Mirek Tal\n\nNine drowned.",
    "Claim: Soldiers burned the mill.\n\nRating: False.\n\nVerdict: We found that it burned in May.",
    "10:15: Two shells hit the market.\n\n11:40: Four people were killed.",
    "The list: bread, salt, oil.\n\nThe list: rope.",
    "Transcript of the speech\n\nSo, make no mistake: We will rebuild the bridge.\n\nOne thing: I mean it.",
    "",
]


@pytest.mark.parametrize("text", NO_TURNS)
def test_headlines_sections_days_and_credits_open_no_turn(text):
    document = text_document(text, Hints(name="d", publisher="Harbour Post"), id="d", language="en")
    assert spoken_turns(document) == ()


def test_labels_are_nobodys_words_and_questions_claim_nothing(read_text):
    reading = read_text(
        "HOST: Were you there, Ada Quill?\n\nQUILL: They fired at us.\n\nHOST: Nine people died."
    )
    said = [(claim.chain[-1].name, claim.text) for claim in reading.claims]
    assert said == [("Ada Quill", "They fired at us."), ("Harbour Post", "Nine people died.")]


def test_whom_a_guest_quotes_stands_inside_the_guests_turn(read_text):
    reading = read_text("HOST: Who fired?\n\nVOSS: I didn't see it. The ministry says the rebels fired.")
    inner = next(each for each in reading.attributions if each.source_name == "The ministry")
    assert inner.parent is not None


def test_a_turn_ends_where_the_next_label_stands(read_text):
    text = "HOST: Who fired?\n\nVOSS: The army did.\n\nOur reporter called the army. It did not answer."
    [turn] = [each for each in read_text(text).attributions if each.source_name == "Voss"]
    assert [text[span.start : span.end] for span in turn.content] == ["The army did."]
