"""Who keeps to a figure or an account tells it; who is on duty, in charge or introduced by name is the voice."""

from __future__ import annotations

import pytest


def told(reading):
    return [
        (a.source_name, " ".join(s.words(reading.document.text) for s in a.content))
        for a in reading.attributions
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The union stood by its figure of about 300 fugitives and named two of them.",
            ("The union", "its figure of about 300 fugitives"),
        ),
        (
            "The union of the guards sticks to about 300 runaways.",
            ("The union of the guards", "about 300 runaways"),
        ),
        (
            "The owner of the ship stuck to its account that a limpet mine tore the hull.",
            ("The owner of the ship", "a limpet mine tore the hull"),
        ),
        (
            "The army is sticking to its version that the market was hit by a mortar.",
            ("The army", "the market was hit by a mortar"),
        ),
        (
            "The spokeswoman stood by the claim that two tanks were destroyed.",
            ("The spokeswoman", "two tanks were destroyed"),
        ),
        (
            "The police hold to their count of four dead guards.",
            ("The police", "their count of four dead guards"),
        ),
        ("The governor keeps to 38 missing pupils.", ("The governor", "38 missing pupils")),
        ("The list names 41 girls; the governor keeps to 38.", ("the governor", "38")),
        (
            "The mission keeps to its finding that no chlorine was used.",
            ("The mission", "no chlorine was used"),
        ),
    ],
)
def test_who_keeps_to_a_figure_or_an_account_tells_it(read_text, text, expected):
    assert expected in told(read_text(text))


@pytest.mark.parametrize(
    "text",
    [
        "The guards stood by the gate of the prison.",
        "The soldiers stuck to the road.",
        "The driver kept to the left lane.",
        "The governor kept to two meals.",
        "The lorries kept to 40 kilometres an hour.",
        "The men stood by their brothers.",
        "The talks stuck to the agenda.",
        "The mayor kept to his room for three days.",
    ],
)
def test_who_keeps_to_a_road_or_a_friend_tells_nothing(read_by_rules, text):
    assert told(read_by_rules(text)) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The nurse on duty reports that two shells fell in the yard.", "The nurse on duty"),
        ("The guard on watch claims that nobody was beaten in the cells.", "The guard on watch"),
        (
            "The engineer on duty contradicts the ministry in the Open Ledger: nothing exploded.",
            "The engineer on duty",
        ),
        ("The officer in charge claims that nobody was beaten.", "The officer in charge"),
        (
            "The Northern Front, a coalition of militias, announced in a statement that its men took the bridge.",
            "The Northern Front, a coalition of militias",
        ),
        (
            "The Ministry informs national and international opinion that the army retook Sorvan.",
            "The Ministry",
        ),
        ("The government told public opinion that no soldier had been in the village.", "The government"),
    ],
)
def test_who_tells_is_found_where_the_words_around_hide_the_verb(read_by_rules, text, name):
    assert [voice for voice, _ in told(read_by_rules(text))] == [name]


def test_a_view_that_many_share_is_nobodys_by_name(read_by_rules):
    assert told(read_by_rules("The opinion that the army shelled the market is shared."))[0][0] is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            'We reached a man who drives a lorry. He is Tomas Dran, 31. "They shot at us," he says.',
            "Tomas Dran",
        ),
        ('She is Anna Korda, a nurse. "Two shells fell," she says.', "Anna Korda"),
        (
            "The Harbour Monitors interviewed Anton Brell in May. The guards left early, he told them.",
            "Anton Brell",
        ),
        ("The door of the bus opened. She counted nineteen heads, she says.", "she"),
    ],
)
def test_a_he_or_she_is_whom_the_text_has_introduced(read_by_rules, text, name):
    assert told(read_by_rules(text))[-1][0] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            'Force was limited to pellets, Superintendent Hafiz Taraf told us. "No rifle was issued."',
            "Hafiz Taraf",
        ),
        ('She and five others jumped from the lorry, Aissa Kane says. "They had uniforms."', "Aissa Kane"),
        ('The bridge was mined at night, the engineer said. "I saw the wires."', "the engineer"),
        ('Mirek Tal shook his head. "Nobody came that night."', "Mirek Tal"),
    ],
)
def test_a_quotation_behind_what_somebody_told_is_his(read_by_rules, text, name):
    assert told(read_by_rules(text))[-1][0] == name


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "In the video five soldiers can be seen shooting at a bus.",
            "five soldiers can be seen shooting at a bus",
        ),
        ("On the film two policemen raise their rifles.", "two policemen raise their rifles"),
        ("On the tape nine shots can be heard.", "nine shots can be heard"),
        ("In the clip (Sovna, this morning): our men raise the flag.", "our men raise the flag"),
        ("In the video, three vehicles approach a tree line.", "three vehicles approach a tree line"),
    ],
)
def test_what_a_clip_shows_needs_no_comma(read_by_rules, text, content):
    assert [said for _, said in told(read_by_rules(text))] == [content]


@pytest.mark.parametrize(
    "text",
    ["In the picture was a man.", "On film, the town looks small.", "On the set two men raised a wall."],
)
def test_what_is_no_clip_shows_nothing(read_by_rules, text):
    assert told(read_by_rules(text)) == []
