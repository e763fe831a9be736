"""What a rule proposes and a network confirms: neither alone makes a contradiction."""

from __future__ import annotations

import numpy as np
import pytest

from firsthand.corroborate.contradiction.exclusive import causes, denied_terms, opposed, weapons
from firsthand.resources.meaning import Judged, MeaningModel, Told


class Sure(MeaningModel):
    """Says of every two tellings how likely it is that not both can hold."""

    def __init__(self, contradict: float = 0.75, near: float = 0.6) -> None:
        super().__init__("sure", lambda: pytest.fail("the weights are not read"))
        self._said = Judged(near, 0.0, contradict)

    def read(self, texts):
        return Told((), np.ones((len(texts), 1), np.float32))

    def most_contradict(self, told, pairs):
        return [1.0] * len(pairs)

    def judge(self, told, pairs, near_from=-1.0):
        return [self._said for _ in pairs]


@pytest.fixture(scope="module")
def fields(contradicting):
    """The fields in which some documents (publisher, text) of one day contradict each other."""

    def found(meaning, *documents):
        docs = [(name, "2031-03-12", text) for name, text in documents]
        return [each.field for each in contradicting(docs, meaning)[1]]

    return found


PAIRS = [
    (
        "weapon",
        "The ferry Solveig sank off Orvik on Tuesday after a missile hit her, the navy said.",
        "The ferry Solveig sank off Orvik on Tuesday after a technical fault, the shipping line said.",
    ),
    (
        "weapon",
        "A drone hit the water works of Orvik on Tuesday, the mayor said.",
        "The water works of Orvik ran on a mine on Tuesday, the governor said.",
    ),
    (
        "polarity",
        "Velian scouts crossed the river at Orvik on Tuesday, the border guard said.",
        "Nobody crossed the river on Tuesday, the Velian ministry said.",
    ),
    (
        "polarity",
        "Velian troops captured the village of Orvik on Tuesday, the Velian ministry said.",
        "The village of Orvik is under our full control, the garrison said on Tuesday.",
    ),
    (
        "identity",
        '"Jonas Velm is alive," his squadron said on Tuesday after the crash at Orvik.',
        '"Jonas Velm is dead," the rebels said on Tuesday after the crash at Orvik.',
    ),
]


@pytest.mark.parametrize(("field", "a", "b"), PAIRS)
def test_what_a_rule_and_the_network_both_find_is_a_contradiction(fields, field, a, b):
    assert field in fields(Sure(), ("Harbour Post", a), ("River Radio", b))


@pytest.mark.parametrize(
    "meaning", [None, Sure(contradict=0.1), Sure(near=0.1)], ids=["none", "unsure", "far"]
)
@pytest.mark.parametrize(("field", "a", "b"), PAIRS[:3])
def test_what_only_a_rule_finds_is_none(fields, meaning, field, a, b):
    assert not fields(meaning, ("Harbour Post", a), ("River Radio", b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "A drone hit the water works of Orvik on Tuesday, the mayor said.",
            "The school of Orvik stayed shut on Tuesday, the governor said.",
        ),
        (
            "A drone hit the water works of Orvik on Tuesday, the mayor said.",
            "Anti-aircraft guns and missiles met the drones over Orvik on Tuesday, the army said.",
        ),
        (
            "Velian scouts crossed the river at Orvik on Tuesday, the border guard said.",
            "There was no immediate comment on the river at Orvik, the Velian ministry said on Tuesday.",
        ),
        (
            "Velian scouts crossed the river at Orvik on Tuesday, the border guard said.",
            "Whether anyone crossed the river at Orvik is not known, the Velian ministry said on Tuesday.",
        ),
    ],
)
def test_what_no_rule_proposes_and_the_network_is_not_sure_of_is_none(fields, a, b):
    assert fields(Sure(contradict=0.45), ("Harbour Post", a), ("River Radio", b)) == []


def test_one_quarrel_is_told_once_by_those_whom_most_documents_tell(fields):
    drone = "A drone hit the water works of Orvik on Tuesday, the mayor said."
    mine = "The water works of Orvik ran on a mine on Tuesday, the governor said."
    again = "The governor of Orvik spoke on Tuesday of a mine laid beside the pumps."
    assert fields(Sure(), ("Harbour Post", drone), ("Hill Herald", drone), ("River Radio", mine)) == [
        "weapon"
    ]
    assert fields(Sure(), ("Harbour Post", drone), ("River Radio", mine), ("Hill Herald", again)) == [
        "weapon"
    ]


@pytest.mark.parametrize(
    ("piece", "turned"),
    [
        ("no soldier of ours set foot there", {"soldiers"}),
        ("nobody crossed the bridge", {"cross", "bridg"}),
        ("there was no immediate comment", set()),
        ("they have not been warned of it", {"warn"}),
        ("the bridge stands", set()),
    ],
)
def test_a_not_is_about_what_follows_it(piece, turned):
    assert set(denied_terms(piece)) == turned


@pytest.mark.parametrize(
    ("words", "sorts"),
    [
        ("the fire was caused by a short circuit", {"mishap"}),
        ("it was not an accident", set()),
        ("a stray missile came down on the roof", {"attack", "own"}),
    ],
)
def test_causes_are_known_by_their_words_and_not_where_they_are_denied(words, sorts):
    assert causes(words) == sorts


def test_states_exclude_each_other_only_in_pairs():
    assert opposed("the market is closed", "the market has reopened") == ("open", "shut")
    assert opposed("the market is closed", "the market is intact") == ()
    assert weapons("a limpet mine") == {"mine"}
