"""Quotations without a cue, passives with their voice behind "by", and voices that nobody is named for."""

from __future__ import annotations

import pytest
from tests.conftest import ReadText


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ('For Ines Venn, the night was long. "I counted nine explosions."', "Ines Venn"),
        ('Ines Venn lives above the depot.\n\n"I counted nine explosions. Then it burned."', "Ines Venn"),
        ('"I counted nine explosions." Ines Venn, a nurse, did not sleep that night.', "Ines Venn"),
        ('Then a voice on the radio: "Two carriers are coming."', "a voice on the radio"),
        ('In a letter, the governor "welcomes the inquiry and will cooperate fully".', "the governor"),
        ('The contractor "deeply regrets the deaths of two guards" and has offered money.', "The contractor"),
        ('Two shells hit the depot.\n\n"I counted nine explosions."', None),
        ('"I counted nine explosions." The depot burned until noon.', None),
        ('The shops were shut. "I counted nine explosions." Then it was quiet.', None),
    ],
)
def test_a_quotation_without_a_cue_is_whoever_is_told_of_beside_it(
    read_text: ReadText, text: str, voice: str | None
) -> None:
    (found,) = [each for each in read_text(text).attributions if each.type == "direct"]
    assert found.source_name == voice


def test_a_quoted_predicate_is_claimed_with_its_subject(read_text: ReadText) -> None:
    (claim,) = read_text('In a letter, the governor "rejects the charge of theft".').claims
    assert claim.text == 'the governor "rejects the charge of theft"'
    assert claim.chain[-1].name == "the governor"


def test_a_title_and_a_turn_of_phrase_are_nobodys_words(read_text: ReadText) -> None:
    for text in ('The guards "liberated" three boats.', 'The band played "Has no home" at noon.'):
        assert not read_text(text).attributions


@pytest.mark.parametrize(
    ("text", "voice", "claimed"),
    [
        (
            "It was alleged by two former guards that prisoners were beaten.",
            "two former guards",
            "prisoners were beaten",
        ),
        (
            "The village was reported by local media to have fallen on Friday.",
            "local media",
            "The village … to have fallen on Friday",
        ),
        (
            "Concerns have been raised by aid groups that food would run out.",
            "aid groups",
            "Concerns have been raised by aid groups that food would run out",
        ),
        (
            "That the bridge was mined was first reported by Radio Meridian.",
            "Radio Meridian",
            "the bridge was mined",
        ),
        ("It emerged that two of the guards had been warned.", None, "two of the guards had been warned"),
        ("Word spread quickly that the market had been hit.", None, "the market had been hit"),
    ],
)
def test_the_voice_behind_by_or_no_voice_at_all(
    read_text: ReadText, text: str, voice: str | None, claimed: str
) -> None:
    reading = read_text(text)
    assert [each.source_name for each in reading.attributions] == [voice]
    assert [each.text for each in reading.claims] == [claimed]


def test_what_nobody_is_named_for_is_denied_once_and_alleged_by_no_one(read_text: ReadText) -> None:
    (claim,) = read_text("The army dismissed any claim that it had fired first.").claims
    assert (claim.text, claim.polarity) == ("it had fired first", "-")
    assert [voice.name for voice in claim.chain] == ["Harbour Post", "The army"]


def test_it_had_not_denies_what_was_said_before(read_text: ReadText) -> None:
    said, denied = sorted(
        read_text("The post claimed that the dam had burst. It had not.").claims, key=lambda c: -len(c.chain)
    )
    assert (said.polarity, denied.polarity) == ("+", "-")
    assert denied.text == "the dam had burst … It had not."
    assert [voice.name for voice in denied.chain] == ["Harbour Post"]
