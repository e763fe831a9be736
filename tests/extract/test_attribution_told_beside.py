"""Quotations whose speaker stands a paragraph later."""

import pytest


@pytest.mark.parametrize(
    ("text", "claim", "name"),
    [
        (
            '"Nobody came that night.\n\n"We had no boat," said Irma Dolan, a nurse.',
            "Nobody came that night.",
            "Irma Dolan",
        ),
        (
            '"It came down at once."\n\nPetra Holm, 41, was in the kitchen when the wall fell.',
            '"It came down at once."',
            "Petra Holm",
        ),
    ],
)
def test_who_opens_a_story_is_named_a_paragraph_later(text, claim, name, read_text):
    found = {each.text: each.chain[-1].name for each in read_text(text).claims}
    assert found[claim] == name


def test_a_sentence_that_tells_who_speaks_stays_whole(read_text):
    text = '"It came down at once."\n\nPetra Holm, 41, was in the kitchen when the wall fell.'
    told = [each.text for each in read_text(text).claims if len(each.chain) == 1]
    assert told == ["Petra Holm, 41, was in the kitchen when the wall fell."]


@pytest.mark.parametrize(
    "text",
    [
        '"Nobody came that night."\n\nTwo shells hit the depot.',
        '"Nobody came that night."\n\n"We did," said Irma Dolan.',
    ],
)
def test_a_quotation_that_nobody_is_told_of_beside_stays_unnamed(text, read_text):
    assert read_text(text).claims[0].chain[-1].name == "no one named"
