"""What no rule foresees is told where all that speaks for it weighs enough, and nothing explains it otherwise."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from firsthand.corroborate.contradiction.found import contradictions
from firsthand.corroborate.contradiction.weighed import ALL_IN_ALL, Evidence
from firsthand.corroborate.telling.propositions import tellings
from firsthand.resources.meaning import Judged, MeaningModel, Told

TURNED = "Nobody turned the key until it was quiet, an inmate of Tarn prison said."
OPEN = "All hatches of Tarn prison stood open within four minutes, the warden said."


class Quarrel(MeaningModel):
    """Two tellings quarrel where one holds the first word and the other the second."""

    def __init__(self, one: str, other: str, contradict: float = 0.99) -> None:
        super().__init__("quarrel", lambda: pytest.fail("the weights are not read"))
        self._words, self._contradict = (one, other), contradict

    def read(self, tellings):
        return Told((), np.full((len(tellings), 1), 0.6**0.5, np.float32), tuple(tellings))

    def most_contradict(self, told, pairs):
        return [1.0] * len(pairs)

    def judge(self, told, pairs, near_from=-1.0):
        return [self._judged(told.spoken[a].words, told.spoken[b].words) for a, b in pairs]

    def _judged(self, a, b):
        one, other = self._words
        apart = (one in a and other in b) or (other in a and one in b)
        return Judged(0.6, 0.0, self._contradict if apart else 0.0)


def told(contradicting, docs, model):
    groups, found = contradicting(docs, model)
    return {frozenset(each.piece for name in (x.a, x.b) for each in groups[name]) for x in found}


def docs(one=TURNED, other=OPEN, day="2031-05-03"):
    return [("Northline Agency", "2031-05-03", one), ("Evening Echo", day, other)]


def quarrels(found, one, other):
    return any(
        any(one in piece for piece in pieces) and any(other in piece for piece in pieces) for pieces in found
    )


def test_what_cannot_both_hold_is_told_though_no_rule_knows_it(contradicting):
    model = Quarrel("turned the key", "stood open")
    assert quarrels(told(contradicting, docs(), model), "turned the key", "stood open")


def test_that_no_rule_names_it_is_told_with_it(contradicting):
    _, (found,) = contradicting(docs(), Quarrel("turned the key", "stood open"))
    assert found.because[-1].rule == "contradiction.by_meaning"
    assert re.fullmatch(r"chance 0\.[5-9]\d", found.because[-1].note)


chances = some.floats(0.0, 1.0)
evidence = some.builds(
    Evidence,
    surest=chances,
    all_in_all=chances,
    near=some.floats(-1.0, 1.0),
    one_hand=some.booleans(),
    often=some.integers(0, 2),
    told_over=some.floats(0.0, 5.0),
)


@given(evidence, some.floats(0.0, 1.0), some.sampled_from(["surest", "all_in_all", "near"]))
def test_more_that_speaks_for_a_contradiction_never_makes_it_less_likely(known, more, which):
    raised = known._replace(**{which: min(1.0, getattr(known, which) + more)})
    assert 0.0 <= known.chance <= raised.chance <= 1.0


@given(evidence)
def test_one_hand_and_much_told_speak_against_it_and_several_documents_for_it(known):
    known = known._replace(all_in_all=max(known.all_in_all, ALL_IN_ALL))
    assert known._replace(one_hand=True).chance < known._replace(one_hand=False).chance
    assert known._replace(told_over=known.told_over + 1).chance < known.chance
    assert [known._replace(often=n).chance for n in range(3)] == sorted(
        known._replace(often=n).chance for n in range(3)
    )


def test_the_more_is_told_the_surer_it_must_be(contradicting):
    model = Quarrel("turned the key", "stood open", contradict=0.85)
    more = [f"The {thing} of Tarn was shut, the mayor said." for thing in THINGS]
    assert told(contradicting, docs(), model)
    assert not told(contradicting, docs(" ".join((TURNED, *more)), " ".join((OPEN, *more))), model)


THINGS = (
    *("school", "market", "dairy", "bridge", "harbour", "mill", "clinic", "library", "station", "bakery"),
    *("quarry", "stadium", "museum", "theatre", "depot", "farm", "tannery", "brewery", "foundry", "chapel"),
)


def test_without_the_encoder_and_where_it_is_not_very_sure_nothing_is_told(contradicting):
    assert not told(contradicting, docs(), None)
    assert not told(contradicting, docs(), Quarrel("turned the key", "stood open", contradict=0.45))


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (TURNED, "All hatches may have stood open, the warden of Tarn prison said.", ("turned", "open")),
        (
            TURNED,
            "Last year all hatches of Tarn prison stood open in another fire, the warden said.",
            ("turned", "open"),
        ),
        (
            "Whether anyone turned the key of Tarn prison is not known, the ministry said.",
            OPEN,
            ("turned", "open"),
        ),
    ],
    ids=["a doubt", "another happening", "nothing known"],
)
def test_what_explains_the_difference_otherwise_is_no_contradiction(contradicting, one, other, words):
    assert not quarrels(told(contradicting, docs(one, other), Quarrel(*words)), *words)


def test_one_hand_does_not_contradict_itself(contradicting):
    one = "Nobody turned the key until it was quiet, the warden of Tarn prison, Anna Grol, said."
    other = "All hatches of Tarn prison stood open within four minutes, the warden, Anna Grol, said."
    assert not told(contradicting, docs(one, other), Quarrel("turned the key", "stood open"))


def test_a_denial_is_read_with_the_word_that_denies_it(read_docs):
    (reading,) = read_docs([("Post", "2031-05-03", "The army denied that it had shelled the mill of Orlen.")])
    (denied,) = (each for each in tellings(reading) if "shelled" in each.piece)
    assert denied.as_meant.startswith("denied that")
    (reading,) = read_docs(
        [("Post", "2031-05-03", "The army said that nobody had shelled the mill of Orlen.")]
    )
    (plain,) = (each for each in tellings(reading) if "shelled" in each.piece)
    assert plain.as_meant == plain.in_short


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        (
            "identity",
            "The president is held by soldiers, a diplomat said.",
            "He is a free man, his office said.",
        ),
        (
            "number",
            "Five thousand of us walked out of the Lanov yards on Tuesday, the strike committee said.",
            "The yards counted 900 absentees at Lanov on Tuesday, the yard management said.",
        ),
    ],
)
def test_two_figures_are_named_by_their_words_and_nothing_is_guessed_without_a_reading(
    contradicting, field, one, other
):
    words = ("held by", "free man"), ("walked out", "absentees")
    model = next(Quarrel(a, b) for a, b in words if a in one and b in other)
    _, found = contradicting(docs(one, other), model)
    assert [each.field for each in found] == [field]


DRONE = "A drone hit the bus station in Sovna on Tuesday, the governor said."
ROUND = "A mortar round struck the bus station in Sovna on Tuesday, a witness said."


@pytest.mark.parametrize(("chance", "expected"), [(0.9, True), (0.1, False)])
def test_what_a_rule_finds_is_told_where_the_network_does_not_rule_it_out(contradicting, chance, expected):
    given = [("Harbour Post", "2031-03-12", DRONE), ("River Radio", "2031-03-12", ROUND)]
    found = told(contradicting, given, Quarrel("drone", "mortar", contradict=chance))
    assert quarrels(found, "drone", "mortar") is expected


def test_of_two_quarrels_of_one_group_the_surer_is_told(contradicting):
    class Two(Quarrel):
        def _judged(self, a, b):
            said = {a, b}
            if any("turned the key" in each for each in said):
                sure = 0.95 if any("stood open" in each for each in said) else 0.0
                sure = 0.8 if any("no key" in each for each in said) else sure
                return Judged(0.6, 0.0, sure)
            return Judged(0.6, 0.0, 0.0)

    locks = "The locks of Tarn prison have had no key since winter, a locksmith said."
    found = told(contradicting, [*docs(), ("Coast Radio", "2031-05-03", locks)], Two("", ""))
    assert quarrels(found, "turned the key", "stood open")
    assert not quarrels(found, "turned the key", "no key")


HELD = "The garrison still holds the village of Orvik, the Velian ministry said."
TAKEN = "Rebels captured the village of Orvik, a farmer said."


@pytest.mark.parametrize(("day", "expected"), [("2031-05-04", True), ("2031-05-09", False)])
def test_who_has_a_place_on_two_days_far_apart_is_no_contradiction(contradicting, day, expected):
    model = Quarrel("holds", "captured")
    assert bool(told(contradicting, docs(HELD, TAKEN, day), model)) is expected


COUNTED = "The clinic of Orvik counted 31 dead on Tuesday, a surgeon said."


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ("Nine people were wounded in Orvik on Tuesday, the mayor said.", "wounded"),
        (
            "In Orvik 22 people were killed by shells and nine by fire on Tuesday, the mayor said.",
            "22 people",
        ),
        ("The toll in Orvik has risen to 40 dead, the mayor said.", "risen"),
    ],
    ids=["of others", "a part of the sum", "an update"],
)
def test_two_figures_that_rules_explain_are_no_contradiction(contradicting, other, words):
    found = told(contradicting, docs(COUNTED, other, "2031-05-05"), Quarrel("31 dead", words))
    assert not quarrels(found, "31 dead", words)


@pytest.mark.parametrize(("contradict", "found"), [(0.99, 1), (0.8, 0)])
def test_what_was_traced_to_one_hand_must_quarrel_more_plainly(contradicting, contradict, found):
    model = Quarrel("turned the key", "stood open", contradict)
    groups, apart = contradicting(docs(), model)
    assert len(apart) == 1
    one = dict.fromkeys((each.id for group in groups.values() for each in group), "o1")
    assert len(contradictions(groups, one, model)[0]) == found
