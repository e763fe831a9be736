"""What one claim tells, cut into its propositions."""

from __future__ import annotations

import pytest

from firsthand.corroborate.telling.propositions import tellings
from firsthand.schema import Span


@pytest.fixture(scope="module")
def told(read_docs):
    """The tellings of some documents (publisher, day, text), named d1, d2 ..."""
    return lambda *documents: [each for reading in read_docs(documents) for each in tellings(reading)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Eight officers were killed and twelve wounded in an assault on the checkpoint.",
            [
                ("Eight officers were killed", "killed"),
                ("and twelve wounded in an assault on the checkpoint.", "wounded"),
            ],
        ),
        ("Forty houses were set alight.", [("Forty houses were set alight.", ":house")]),
        (
            "We moved twenty people, dead and wounded together.",
            [("We moved twenty people, dead and wounded together.", "casualties")],
        ),
        ("The village chief said they had buried twelve.", [("they had buried twelve", "killed")]),
    ],
)
def test_each_figure_of_a_sentence_is_a_telling_of_its_own(told, text, expected):
    found = told(("Harbour Post", "2031-03-14", text))
    assert [(each.piece, each.measure) for each in found] == expected


def test_the_anchor_of_a_figure_holds_what_led_to_it(told):
    text = "Seven people were killed when shells struck the market in Sovna."
    first = told(("Harbour Post", "2031-03-14", text))[0]
    assert first.anchors[0].words(text) == "Seven people were killed when shells struck the market in Sovna."


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Two of the dead were found on the quay.", True),
        ("Both of the injured were taken away.", False),
        ("Two soldiers were killed.", False),
    ],
)
def test_a_figure_that_counts_only_some_is_marked(told, text, part):
    assert [each.part for each in told(("Harbour Post", "2031-03-14", text)) if each.figure] == [part]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The army did not strike the hospital.", "-"),
        ("It hit no hospital.", "-"),
        ("The army published no footage of the strike.", "-"),
        ("Three men could not run and died in their homes.", "+"),
        ("No one was injured.", "+"),
    ],
)
def test_a_denial_is_minus_and_a_figure_of_none_is_a_figure(told, text, polarity):
    assert told(("Harbour Post", "2031-03-14", text))[-1].polarity == polarity


def test_a_bare_denial_takes_over_what_it_denies(told):
    text = "Gendarmes shot dead 23 residents, a rights group alleged. The interior ministry rejected the allegation."
    last = told(("Harbour Post", "2031-03-14", text))[-1]
    assert last.polarity == "-"
    assert "kill" in last.matters
    assert last.answers is not None


@pytest.mark.parametrize("text", ["", "🙂", "((((" * 300, "\0\0", "1 2 3 4", "Ж" * 500, "no no no, and and"])
def test_no_text_is_too_odd(told, text):
    assert isinstance(told(("Harbour Post", "2031-03-14", text)), list)


def test_anchors_slice_back_to_the_piece(told):
    text = "Two soldiers died and nine were wounded, the mayor of Sovna said, after rockets hit the barracks on Monday."
    for each in told(("Harbour Post", "2031-03-14", text)):
        assert each.piece in Span(*each.anchors[0]).words(text)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            "The mayor said gunmen attacked the village and that troops intervened within an hour.",
            ["gunmen attacked the village", "that troops intervened within an hour"],
        ),
        (
            "The mayor said the tower had been damaged by a missile and that it had stood empty since May.",
            ["the tower had been damaged by a missile", "that it had stood empty since May"],
        ),
        (
            "The ministry said nine people had died and that the Azar Front was responsible.",
            ["nine people had died", "that the Azar Front was responsible"],
        ),
        (
            "The ministry said a gang was responsible and that the lorries were loaded with seized rifles.",
            ["a gang was responsible", "that the lorries were loaded with seized rifles"],
        ),
        (
            "The station said the weapon was a drone that attacked the car and that the van carried press signs.",
            ["the weapon was a drone that attacked the car", "that the van carried press signs"],
        ),
        (
            "The guard said two shells hit the depot, but that the fire was small.",
            ["two shells hit the depot", "that the fire was small"],
        ),
        ("Six people died when a bus ran onto a mine.", ["Six people died", "when a bus ran onto a mine."]),
        ("The mayor said gunmen attacked the village.", ["gunmen attacked the village"]),
        ("The mayor said gunmen attacked when it was dark.", ["gunmen attacked when it was dark"]),
    ],
)
def test_what_is_told_behind_and_that_or_when_is_a_telling_of_its_own(told, text, pieces):
    found = [each.piece for each in told(("Harbour Post", "2031-03-14", text))]
    assert found == pieces
