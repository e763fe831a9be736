"""Words that name an event in one sense and are meant in another; and what is no charge against anybody."""

from __future__ import annotations

import pytest

TYPES = [
    ("The nurse gave the prisoner a lethal dose of morphine.", "gave", "OTHER"),
    ("The nurse gave the prisoners forty blankets.", "gave", "AID"),
    ("The defence filed a motion to strike the charge.", "strike", "OTHER"),
    ("Lawyers moved to strike the testimony from the record.", "strike", "OTHER"),
    ("Rebels moved to strike the depot.", "strike", "ASSAULT"),
    ("The village of Tessa is slated to host the fair.", "slated", "OTHER"),
    ("The judge gave attorneys until Monday to file their papers.", "gave", "OTHER"),
    ("McVale gave attorneys until Monday to file their papers.", "gave", "OTHER"),
    ("The rebels gave the miners two days to leave.", "gave", "THREATEN"),
    ("Forty nurses called in sick on Tuesday.", "called", "OTHER"),
    ("He withdrew $1,200 from his account the same night.", "withdrew", "OTHER"),
    ("The brigade withdrew from the town.", "withdrew", "RETREAT"),
    ("She left for the coast, fleeing an abusive marriage.", "fleeing", "OTHER"),
    ("Rebels fled the town.", "fled", "RETREAT"),
    ("The mood in the town was subdued on Sunday.", "subdued", "OTHER"),
    ("The gunman was subdued by two passengers.", "subdued", "ASSAULT"),
    ("The brick building houses a number of shops.", "houses", "OTHER"),
    ("The camps hold 400,000 people.", "hold", "OTHER"),
    ("The first tasting took place in a small courtroom.", "took", "OTHER"),
    ("Prosecutors want to try the two charges together.", "try", "OTHER"),
]


@pytest.mark.parametrize(("text", "word", "expected"), TYPES)
def test_a_word_in_another_sense_is_no_event_of_its_type(read_text, text, word, expected):
    found = [e.type for e in read_text(text).events if text[e.trigger.start : e.trigger.end] == word]
    assert found == [expected]


LAWFUL = [
    "The RCMP detained two men on Tuesday, police said.",
    "The navy detained four pirates off the coast, a sailor said.",
    "The coastguard arrested nine smugglers, the ministry said.",
]


@pytest.mark.parametrize("text", LAWFUL)
def test_who_tells_of_a_lawful_arrest_accuses_nobody(read_text, text):
    assert [each.level for event in read_text(text).events for each in event.responsibility] == []


def test_who_tells_that_soldiers_took_villagers_still_accuses_them(read_text):
    reading = read_text("Soldiers detained four farmers in the hills, the widow said.")
    assert [each.level for event in reading.events for each in event.responsibility] == ["accused"]


def test_a_released_prisoner_s_claim_is_not_about_the_conviction_told_in_passing(read_text):
    reading = read_text("She was released on bond after her conviction was overturned.")
    event = next(each for each in reading.events if each.id == reading.claims[0].event)
    assert (event.type, event.mode) == ("RETREAT", "release")
