"""Who says what where two verbs of saying share a sentence, or a verb stands far from its subject."""

import pytest


def chains(read_text, text):
    return {(claim.text, " < ".join(v.name for v in claim.chain[1:])) for claim in read_text(text).claims}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The governor spoke, insisting that no shells had fallen and warning that mines remained.",
            ("mines remained", "The governor"),
        ),
        (
            "Lorenz rejected suggestions that her office had slept, and blamed the council.",
            ("Lorenz … blamed the council", "Lorenz"),
        ),
        (
            "The candidate for mayor, Senator Dalia Fenn, promised on Thursday to scrap the tax.",
            (
                "The candidate for mayor, Senator Dalia Fenn, promised on Thursday to scrap the tax",
                "Dalia Fenn",
            ),
        ),
        (
            "The mayor was quoted as telling the paper that the bridge would close.",
            ("the bridge would close", "no one named < The mayor"),
        ),
        (
            "The court heard allegations of torture by guards in the camp.",
            ("allegations of torture by guards in the camp", "no one named"),
        ),
    ],
)
def test_each_voice_keeps_its_own(text, claim, read_text):
    assert claim in chains(read_text, text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The mayor, Ilse Brandt, and the police chief, Jan Korda, met. He said nobody was hurt.",
            {"no one named"},
        ),
        (
            "Judge Marta Quill asked the accused, Rolf Dane, where he had been. He said he was at home.",
            {"Rolf Dane"},
        ),
        ("Paul Renko of Delmar Bank said a freeze was wrong. He said it would fail.", {"Paul Renko"}),
        ("Petra Holm and Anders Holm own it. Anders Holm said it was safe.", {"Anders Holm"}),
        ("Downing Street said the envoy would stay. It said he was well.", {"Downing Street"}),
        ("The first witness, an accountant named Piet Horn, said two shells fell.", {"Piet Horn"}),
    ],
)
def test_a_voice_is_named_only_where_it_can_be_meant(text, names, read_text):
    told = {claim.chain[-1].name for claim in read_text(text).claims if len(claim.chain) > 1}
    assert told == names


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "According to police three people died, but residents said there were five.",
            {("three people died", "police"), ("there were five", "residents")},
        ),
        (
            "According to the ministry, the road is open, while drivers say it is blocked.",
            {("the road is open", "the ministry"), ("it is blocked", "drivers")},
        ),
    ],
)
def test_according_to_one_ends_where_another_speaks(text, claims, read_text):
    assert chains(read_text, text) == claims
