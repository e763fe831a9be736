"""Tellings that share no word are joined where the encoder of meaning finds them alike, and nothing sets them apart."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest

from firsthand.corroborate import corroborate
from firsthand.corroborate.same_claim.grouped import same_claims
from firsthand.corroborate.same_claim.meaning import CLEARLY, HARDLY, NEARLY, joined_by_meaning
from firsthand.corroborate.telling.propositions import tellings
from firsthand.resources.meaning import Judged, MeaningModel, Told


class Stub(MeaningModel):
    """Tellings that hold a word of the same set mean the same; those of two sets do not."""

    def __init__(self, *sets: tuple[str, ...], name: str = "stub", alike: float = 0.9) -> None:
        super().__init__(name, lambda: pytest.fail("the weights are not read"))
        self._sets, self._alike = sets, alike

    def _of(self, text: str) -> set[int]:
        return {n for n, words in enumerate(self._sets) if any(word in text for word in words)}

    def read(self, tellings):
        return Told((), np.ones((len(tellings), 1), np.float32), tuple(tellings))

    def most_contradict(self, told, pairs):
        return [0.0] * len(pairs)

    def judge(self, told, pairs, near_from=-1.0):
        return [
            Judged(self._alike if self._of(one.words) & self._of(other.words) else 0.1, 0.0, 0.0)
            for one, other in ((told.spoken[a], told.spoken[b]) for a, b in pairs)
        ]


@pytest.fixture(scope="module")
def groups(read_docs):
    def found(*texts):
        docs = [(f"Paper {n}", f"2031-03-{10 + n}", text) for n, text in enumerate(texts)]
        return same_claims([each for reading in read_docs(docs) for each in tellings(reading)])

    return found


def together(groups, *words):
    return any(all(any(word in each.piece for each in group) for word in words) for group in groups)


SHUT = "The baker of Orvik has pulled down his shutters for good, a neighbour said."
CLOSED = "Orvik's only bread shop is out of business, the mayor said."


def test_what_means_the_same_is_joined_though_no_word_is_shared(groups):
    apart = groups(SHUT, CLOSED)
    assert not together(apart, "shutters", "bread shop")
    joined = joined_by_meaning(apart, Stub(("shutters", "bread shop")))
    assert together(joined.groups, "shutters", "bread shop")


def test_why_two_were_joined_is_told_with_both_their_words(groups):
    joined = joined_by_meaning(groups(SHUT, CLOSED), Stub(("shutters", "bread shop")))
    (note,) = {why.note for reasons in joined.because.values() for why in reasons}
    assert all(word in note for word in ("shutters", "bread shop", "0.90"))


def test_without_the_instrument_the_groups_stay_as_they_are(groups):
    apart = groups(SHUT, CLOSED)
    assert joined_by_meaning(apart, None).groups == apart


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (
            "Rescuers said nine people were killed in Orvik.",
            "Doctors counted 19 dead in Orvik.",
            ("nine", "19"),
        ),
        (
            "The mayor said a drone hit the dairy.",
            "A driver said a rocket struck the dairy.",
            ("drone", "rocket"),
        ),
        (
            "The army said it had shelled the dairy of Orvik.",
            "The ministry said nobody had shelled the dairy of Orvik.",
            ("it had", "nobody"),
        ),
        (
            "Rescuers said nine people were killed in Orvik.",
            "Doctors counted nine wounded in Orvik.",
            ("killed", "wounded"),
        ),
        (
            "The mayor said the dairy in Orvik burned on Monday.",
            "A driver said flames ate the dairy in Tarsk.",
            ("burned", "flames"),
        ),
        (
            "Officials said North Velia closed its embassy.",
            "Officials said South Velia shut the embassy.",
            ("North", "South"),
        ),
        (
            "A clip shows the dairy tower in Orvik collapse after an air strike.",
            "A deputy said the dairy tower in Orvik came down in an earthquake.",
            ("collapse", "came down"),
        ),
    ],
)
def test_what_the_words_set_apart_stays_apart_though_it_is_much_alike(groups, one, other, words):
    found = groups(one, other)
    assert not together(joined_by_meaning(found, Stub(words)).groups, *words)


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (
            "Gunmen broke into the dairy, a driver said.",
            "The mayor said fighters had forced the doors of the cheese factory.",
            ("broke into", "forced"),
        ),
        (
            "The mayor said ships bring no more oil to Port Orvik.",
            "The harbour of Orvik gets no more oil, a pilot said.",
            ("ships bring", "harbour"),
        ),
    ],
)
def test_who_is_not_named_and_a_place_cut_short_keep_nothing_apart(groups, one, other, words):
    assert together(joined_by_meaning(groups(one, other), Stub(words)).groups, *words)


@pytest.mark.parametrize(
    ("one", "other", "words", "from_"),
    [
        (
            "Nine people were killed in the dairy of Orvik, rescuers said.",
            "The porter said death came to the dairy workers of Orvik.",
            ("killed", "death"),
            NEARLY,
        ),
        (
            "Thirty people died in Orvik. Twelve of the dead were dairy workers, the mayor said.",
            "Twelve workers were killed in the dairy of Orvik, a nurse said.",
            ("Twelve of", "Twelve workers"),
            NEARLY,
        ),
        (
            "The mayor said the dairy of Orvik burned on Monday.",
            "The cook said flames ate the cheese store of Orvik on Tuesday.",
            ("burned", "flames"),
            HARDLY,
        ),
        (
            "The mayor said forty lorries stood before the dairy of Orvik.",
            "The cook said forty carriers waited at the dairy of Orvik.",
            ("lorries", "carriers"),
            HARDLY,
        ),
        (
            "Nine people were killed in the dairy of Orvik, rescuers said.",
            "The foreman said: “We have lost nine men in the dairy of Orvik.”",
            ("killed", "lost"),
            CLEARLY,
        ),
        (
            "A clip shows the dairy tower in Orvik collapse after an air strike.",
            "A deputy said the dairy tower in Orvik came down in an earthquake.",
            ("collapse", "came down"),
            CLEARLY,
        ),
    ],
)
def test_what_hardly_parts_two_tellings_is_outweighed_by_a_great_likeness(groups, one, other, words, from_):
    found = groups(one, other)
    assert not together(found, *words)
    assert together(joined_by_meaning(found, Stub(words, alike=from_ + 0.01)).groups, *words)
    assert not together(joined_by_meaning(found, Stub(words, alike=from_ - 0.01)).groups, *words)


def test_a_chain_of_likenesses_merges_nothing(groups):
    found = groups(
        "A nurse said the ward smelled of smoke.",
        "A porter said smoke and dust hung in the corridor.",
        "A cook said dust covered the kitchen.",
    )
    joined = joined_by_meaning(found, Stub(("smelled", "hung"), ("hung", "covered")))
    assert not together(joined.groups, "smelled", "covered")


def test_what_is_only_fairly_alike_stays_apart(groups):
    found = joined_by_meaning(groups(SHUT, CLOSED), Stub(("shutters", "bread shop"), alike=0.6))
    assert not together(found.groups, "shutters", "bread shop")


def test_the_groups_are_the_same_for_any_order(groups):
    found = groups(
        SHUT, CLOSED, "The oven of Orvik is cold, a driver said.", "Bread comes by lorry now, he said."
    )
    stub = Stub(("shutters", "bread shop", "oven"), ("lorry", "oven"))
    expected = joined_by_meaning(found, stub)
    for mixed in permutations(found):
        assert joined_by_meaning(mixed, stub) == expected


def test_another_instrument_makes_nothing_of_what_one_remembered(read_docs):
    class Kept(dict):
        def read(self, name):
            return self.get(name)

        def keep(self, name, made):
            self[name] = made

    memory = Kept()
    readings = read_docs([("Post", "2031-03-10", SHUT), ("Radio", "2031-03-11", CLOSED)])
    apart = corroborate(readings, memory=memory)
    joined = corroborate(readings, memory=memory, meaning=Stub(("shutters", "bread shop")))
    assert len(joined.groups) < len(apart.groups)
    assert corroborate(readings, memory=memory) == apart


def test_what_is_not_surely_the_same_adds_no_first_hand(read_docs):
    readings = read_docs([("Paper 0", "2031-03-10", SHUT), ("Paper 1", "2031-03-11", CLOSED)])
    for alike, hands in ((0.95, 2), (0.85, 1)):
        found = corroborate(readings, meaning=Stub(("shutters", "bread shop"), alike=alike))
        shared = next(each for each in found.groups if len(each.documents) == 2)
        assert shared.independent_first_hands == hands
