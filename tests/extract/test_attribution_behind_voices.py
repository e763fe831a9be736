"""Who stands behind a voice, who denies in marks, and verbs that the parser takes for nouns."""

from __future__ import annotations

import pytest


def chains(reading):
    return [
        ([voice.name for voice in claim.chain[1:]], claim.polarity, claim.text) for claim in reading.claims
    ]


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("Four died, according to Radio Osk, which cited a police source.", ["Radio Osk", "a police source"]),
        ("The mayor has resigned, reported Radio Osk, which cited two guards.", ["Radio Osk", "two guards"]),
        (
            "Two guards died, said Radio Osk, which quoted a hospital doctor.",
            ["Radio Osk", "a hospital doctor"],
        ),
    ],
)
def test_whom_an_outlet_cites_in_a_relative_clause_is_the_voice_behind_it(text, voices, read_text):
    assert [(names, sign) for names, sign, _ in chains(read_text(text))] == [(voices, "+")]


@pytest.mark.parametrize(
    ("text", "voice", "told"),
    [
        (
            'The company "categorically denied" claims that it had dumped oil in the river.',
            "The company",
            "it had dumped oil in the river",
        ),
        (
            'The army has "repeatedly rejected" accusations that it shelled the hospital.',
            "The army",
            "it shelled the hospital",
        ),
        (
            'The ministry "flatly denied" that its planes had bombed the school.',
            "The ministry",
            "its planes had bombed the school",
        ),
    ],
)
def test_who_denies_in_marks_denies(text, voice, told, read_text):
    assert chains(read_text(text)) == [([voice], "-", told)]


@pytest.mark.parametrize(
    ("text", "voice", "told"),
    [
        (
            "Two buses collided near the bridge, killing five people, local media report.",
            "local media",
            "Two buses collided near the bridge, killing five people",
        ),
        ("Army hid losses in Osk, leaked memo shows", "leaked memo", "Army hid losses in Osk"),
        ("Two killed in Osk blast, video shows", "video", "Two killed in Osk blast"),
    ],
)
def test_who_tells_at_the_end_is_heard_though_his_verb_looks_like_a_noun(text, voice, told, read_text):
    assert chains(read_text(text)) == [([voice], "+", told)]


@pytest.mark.parametrize(
    "text",
    [
        "A video said to show soldiers burning a school was filmed in another country in 2028.",
        "A video said to show soldiers burning a school has spread online.",
    ],
)
def test_a_sentence_on_a_video_said_to_show_something_stays_whole(text, read_text):
    assert chains(read_text(text)) == [([], "+", text)]


@pytest.mark.parametrize(
    "text",
    ["The guard was brief: 'Nobody came through here.'", 'The guard was terse: "Nobody came through here."'],
)
def test_who_is_brief_before_a_colon_is_who_is_quoted(text, read_text):
    assert chains(read_text(text))[-1][0] == ["The guard"]
