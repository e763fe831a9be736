"""Who goes on speaking in a participle: the voice of the sentence, not the one it speaks of."""

from __future__ import annotations

import pytest

SHARED = [
    ("The army denied that it had fired on the convoy, calling the report a fabrication.", "The army"),
    ("The colonel said her men had left the ridge at dawn, adding that nobody was hurt.", "The colonel"),
    ("The ministry denied it had lost the drone, describing the video as staged.", "The ministry"),
    ("The brigade said its engineers had cleared the road, claiming that no mines were left.", "The brigade"),
    ("The mayor said the council had approved the plan, adding: “It is done.”", "The mayor"),
    (
        "The monitors denied that the guards had beaten anyone, insisting they were never there.",
        "The monitors",
    ),
    ("Residents say the guard who left the gate lied, adding that nobody believed him.", "Residents"),
]


@pytest.mark.parametrize(("text", "voice"), SHARED, ids=[text for text, _ in SHARED])
def test_a_participle_goes_on_with_the_voice_of_its_sentence(text, voice, read_text):
    found = [one for one in read_text(text).attributions if one.parent is None]
    assert [one.source_name for one in found] == [voice, voice]


CITED = [
    ("The agency said that the brigade had reported heavy losses, citing a leaked letter.", "The agency"),
    ("Radio Meridian said the men fled after the army claimed the town, citing residents.", "Radio Meridian"),
]


@pytest.mark.parametrize(("text", "voice"), CITED, ids=[text for text, _ in CITED])
def test_who_is_cited_stands_behind_the_voice_of_the_sentence(text, voice, read_text):
    found = read_text(text).attributions
    cited = next(one for one in found if one.cue and text[slice(*one.cue[0])] == "citing")
    outer = next(one for one in found if one.id == cited.parent)
    assert outer.source_name == voice
