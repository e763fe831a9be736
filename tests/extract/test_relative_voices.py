"""Who speaks by "who": the words that it stands for are the source, and stay in what is told of them."""

import pytest


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Soldiers shot a driver who told them that the road was closed.", "a driver"),
        ("Irma Dolan, who said she saw the raid, was treated for burns.", "Irma Dolan"),
        ("The clip was posted by a neighbour, who wrote that the bus was empty.", "a neighbour"),
    ],
)
def test_the_source_is_whom_who_stands_for(text, source, read_text):
    reading = read_text(text)
    assert [text[s.start : s.end] for each in reading.attributions for s in each.source] == [source]


def test_what_is_told_of_somebody_keeps_him_though_he_also_speaks(read_text):
    claims = read_text("Soldiers shot a driver who told them that the road was closed.").claims
    assert [each.text for each in claims] == ["Soldiers shot a driver", "the road was closed"]


def test_a_speaker_with_a_clause_of_his_own_leaves_no_claim_behind(read_text):
    claims = read_text("A woman, who gave her name only as Mira, said two shells fell.").claims
    assert not any(each.text.startswith("A woman was") for each in claims)
    assert claims[-1].text == "two shells fell"
