"""Words that sound like force and tell of none: filming, driving, looking up, being carried to care."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("A reporter shot the video from a roof.", "shot", ("OTHER", None)),
        ("The photograph was shot in May.", "shot", ("OTHER", None)),
        ("A reporter was shot in the leg.", "shot", ("ASSAULT", "firearms")),
        ("Selma, who drove from Karsk on Sunday, saw the fire.", "drove", ("OTHER", None)),
        ("Militiamen drove families from the valley.", "drove", ("ASSAULT", "cleansing")),
        ("The mayor held the rebels responsible for the fire.", "held", ("ACCUSE", None)),
        ("The rebels held the mayor in a barn.", "held", ("COERCE", "arrest")),
        ("Some 400 people were displaced in May.", "displaced", ("OTHER", None)),
        ("Some 400 people were displaced by the fighting.", "displaced", ("OTHER", None)),
        ("Some 400 people were displaced by the militia.", "displaced", ("ASSAULT", "cleansing")),
        ("A reverse image search found no copies.", "search", ("OTHER", None)),
        ("Two injured miners were taken to Karsk.", "taken", ("AID", None)),
        ("Two miners were taken away by police.", "taken", ("COERCE", "arrest")),
        ("A drone violated the airspace of Orvan.", "violated", ("MOBILIZE", None)),
    ],
)
def test_words_that_sound_like_force_are_read_by_what_they_are_done_to(read_text, sentence, word, expected):
    events = {event.trigger.words(sentence): (event.type, event.mode) for event in read_text(sentence).events}
    assert events[word] == expected


@pytest.mark.parametrize(
    ("sentence", "held"),
    [
        ("The report accuses both sides of torture.", ["sides"]),
        ("Rebels accused the army of the killing of two farmers.", ["army"]),
        ("The mayor held the rebels responsible for the killing of two farmers.", ["rebels"]),
    ],
)
def test_whom_somebody_accuses_is_named_without_the_deed(read_text, sentence, held):
    entries = [one for event in read_text(sentence).events for one in event.responsibility]
    assert [one.actor.words(sentence) for one in entries] == held


@pytest.mark.parametrize(
    ("sentence", "held"),
    [
        ("Ninety people have starved to death.", []),
        ("Six children burned to death.", []),
        ("Eleven villagers went missing after the raid.", []),
        ("Guards starved nine miners to death.", ["Guards"]),
        ("Four miners were burned to death by guards.", ["guards"]),
    ],
)
def test_those_who_die_are_never_held_responsible_for_it(read_text, sentence, held):
    entries = [one for event in read_text(sentence).events for one in event.responsibility]
    assert [one.actor.words(sentence) for one in entries] == held
