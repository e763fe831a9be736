"""The publisher's own "we" and "our reporter" are its own; people who say where they were saw it."""

from __future__ import annotations

import pytest

OURS = [
    (
        "our correspondent after the governor",
        (
            "The governor, Oleh Danko, blamed the army for the fire in Orlen. "
            "Our correspondent saw nine soldiers at the depot in Orlen."
        ),
        "soldiers",
        "Harbour Post",
    ),
    (
        "our reporter with the hour of his arrival",
        (
            "The mayor said the town was calm. "
            "Our reporter, who reached Orlen at about 9 a.m., saw nine burnt buses and a crater."
        ),
        "buses",
        "Harbour Post",
    ),
    (
        "what we found no evidence of, after the ministry",
        (
            "The defence ministry of Velia says the bridge in Orlen was held by militia. "
            "We found no evidence that nine soldiers held the bridge."
        ),
        "nine soldiers",
        None,
    ),
    (
        "what we could not find, after the governor",
        (
            "The governor, Oleh Danko, blamed the army for the fire in Orlen. "
            "We could not find the nine craters in Orlen."
        ),
        "craters",
        None,
    ),
    (
        "an earlier copy of a clip that we found",
        (
            "A video is said to show a fire at the station in Orlen. "
            "We found an earlier copy of the clip. Nine explosions shook Orlen."
        ),
        "explosions",
        None,
    ),
    (
        "we inside quotation marks is the speaker's",
        "“Nine houses burned in Orlen,” Mayor Anna Kolb said. “We counted nine bodies in Orlen,” she said.",
        "bodies",
        "Anna Kolb",
    ),
    (
        "the voice before goes on where nobody says we",
        "“Nine houses burned in Orlen,” Mayor Anna Kolb said. Nine shops burned in Orlen too.",
        "shops",
        "Anna Kolb",
    ),
]


@pytest.mark.parametrize(("what", "text", "word", "name"), OURS)
def test_what_a_medium_says_with_we_is_never_the_voice_before(what, text, word, name, traced_together):
    group, traced = traced_together([("Harbour Post", "2031-03-14", text)], word)
    called = {each.id: each.name for each in traced.origins}
    assert group, what
    assert {called.get(traced.of[each.id] or "") for each in group} == {name}, what


PEOPLE = [
    ("Two people who were waiting at the station in Orlen said they heard nine explosions.", True),
    ("Three people in the queue said nine explosions shook Orlen.", True),
    ("Two passengers said they heard nine explosions.", True),
    ("Nadia Koval, who was on the platform in Orlen, said nine explosions shook Orlen.", True),
    ("Two people who were briefed on the attack said nine explosions shook Orlen.", False),
    ("People on the internet said nine explosions shook Orlen.", False),
    ("People on social media said nine explosions shook Orlen.", False),
    ("Many people said nine explosions shook Orlen.", False),
]


@pytest.mark.parametrize(("text", "saw"), PEOPLE)
def test_people_who_say_where_they_were_are_a_first_hand(text, saw, traced_together):
    group, traced = traced_together([("Harbour Post", "2031-03-14", text)])
    assert group
    assert all((traced.of[each.id] is not None) is saw for each in group)
