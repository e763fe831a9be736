"""Tellings of nearly one wording are parted where the encoder of meaning says that they are not one claim."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest

from firsthand.corroborate.same_claim.doubted import parted_by_meaning
from firsthand.corroborate.same_claim.grouped import same_claims
from firsthand.corroborate.same_claim.meaning import joined_by_meaning
from firsthand.corroborate.telling.propositions import tellings
from firsthand.resources.meaning import Judged, MeaningModel, Told, default_meaning

RUBBER = "The minister said officers used nothing but rubber bullets on the crowd in Orvik."
LIVE = "A porter said the police used live bullets on the crowd in Orvik."


class Says(MeaningModel):
    """Of two tellings of which only one has the word, what it is told to say; of others that they are one."""

    def __init__(self, word: str, said: Judged) -> None:
        super().__init__("says", lambda: pytest.fail("the weights are not read"))
        self._word, self._said = word, said

    def read(self, tellings):
        return Told((), np.ones((len(tellings), 1), np.float32), tuple(tellings))

    def judge(self, told, pairs, near_from=-1.0):
        has = [self._word in each.words for each in told.spoken]
        return [self._said if has[a] != has[b] else Judged(1.0, 1.0, 0.0) for a, b in pairs]


QUARREL, UNLIKE, ALIKE = Judged(0.8, 0.1, 0.8), Judged(0.4, 0.1, 0.1), Judged(0.8, 0.1, 0.1)


@pytest.fixture(scope="module")
def groups(read_docs):
    def found(*texts):
        docs = [(f"Paper {n}", f"2031-03-{10 + n}", text) for n, text in enumerate(texts)]
        return same_claims([each for reading in read_docs(docs) for each in tellings(reading)])

    return found


def together(groups, *words):
    return any(all(any(word in each.piece for each in group) for word in words) for group in groups)


@pytest.mark.parametrize(("said", "stays"), [(QUARREL, False), (UNLIKE, False), (ALIKE, True)])
def test_one_wording_is_no_claim_where_both_cannot_hold_or_are_hardly_alike(groups, said, stays):
    found = groups(RUBBER, LIVE)
    assert together(found, "rubber", "live")
    assert together(parted_by_meaning(found, Says("rubber", said)), "rubber", "live") is stays


def test_what_cannot_both_hold_is_not_joined_again(groups):
    says = Says("rubber", Judged(1.0, 0.0, 0.9))
    parted = parted_by_meaning(groups(RUBBER, LIVE), says)
    assert not together(joined_by_meaning(parted, says).groups, "rubber", "live")


def test_the_same_toll_stays_one_claim_whatever_is_doubted(groups):
    found = groups(
        "Rescuers said nine people were killed in the dairy of Orvik.",
        "The mayor said nine workers died in the dairy of Orvik.",
    )
    assert together(parted_by_meaning(found, Says("workers", UNLIKE)), "killed", "died")


def test_as_many_dead_who_cannot_be_the_same_are_two_claims(groups):
    found = groups(
        "The nine people killed in the raid on Lorne on Sunday were farmers, villagers said.",
        "All nine dead in Lorne were fighters, an army spokesman said of the raid on Sunday.",
    )
    assert together(found, "farmers", "fighters")
    assert together(parted_by_meaning(found, Says("farmers", UNLIKE)), "farmers", "fighters")
    assert not together(parted_by_meaning(found, Says("farmers", QUARREL)), "farmers", "fighters")


def test_the_rest_stay_together_in_any_order(groups):
    (found,) = (each for each in groups(RUBBER, RUBBER.replace("minister", "mayor"), LIVE) if len(each) == 3)
    says = Says("rubber", QUARREL)
    for mixed in permutations(found):
        parts = {frozenset(each.id for each in part) for part in parted_by_meaning([mixed], says)}
        assert sorted(map(len, parts)) == [1, 2]
        assert together([[t for t in mixed if t.id in part] for part in parts if len(part) == 1], "live")


def test_without_the_instrument_the_groups_stay_as_they_are(groups):
    found = groups(RUBBER, LIVE)
    assert parted_by_meaning(found, None) == found


def test_the_weights_that_ship_part_rubber_from_live_bullets(groups):
    meaning = default_meaning()
    assert meaning is not None
    assert not together(parted_by_meaning(groups(RUBBER, LIVE), meaning), "rubber", "live")
