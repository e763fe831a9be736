"""What a network reads of whose tellings they are: asked last, in one group, and never against the words."""

from __future__ import annotations

import numpy as np
import pytest

from firsthand.corroborate.origins.read import as_read
from firsthand.corroborate.origins.trace import trace
from firsthand.corroborate.reuse import copies
from firsthand.corroborate.telling.propositions import tellings
from firsthand.resources.meaning import Judged, MeaningModel, Told


class Hands(MeaningModel):
    """Says of every two tellings how likely two hands stand behind them; by the words of one, otherwise."""

    def __init__(self, chance: float, **by_words: float) -> None:
        super().__init__("hands", lambda: pytest.fail("the weights are not read"))
        self._chance, self._by_words = chance, by_words

    def read(self, tellings):
        self._told = [" ".join(each) if isinstance(each, str) else each.told for each in tellings]
        return Told((), np.ones((len(self._told), 1), np.float32))

    def judge(self, told, pairs, near_from=-1.0):
        return [Judged(0.9, 0.9, 0.0, self._of(self._told[a], self._told[b])) for a, b in pairs]

    def _of(self, *texts):
        return next(
            (chance for word, chance in self._by_words.items() if any(word in each for each in texts)),
            self._chance,
        )


HOSPITAL = "Nine people were killed at Tarn market, the director of Tarn hospital said."
MEREK = "Nine had died at Tarn market, Ilan Merek told reporters."
BARE = "Shells killed nine people at the market of Tarn."
MEDIA = "Nine people were killed at Tarn market, according to media reports."


def count(traced_together, model, *texts):
    docs = [
        (f"{name} Post", f"2031-05-0{n}", text)
        for n, (name, text) in enumerate(zip(("Harbour", "River", "Hill"), texts, strict=False), 2)
    ]
    group, traced = traced_together(docs)
    read = as_read({"g1": group}, traced, model)
    return read, [read.of[each.id] for each in group]


def rules(read):
    return {why.rule for reasons in read.because.values() for why in reasons}


def test_two_that_read_as_one_hand_are_counted_once_and_it_is_said(traced_together):
    read, hands = count(traced_together, Hands(0.02), HOSPITAL, MEREK)
    assert len(set(hands)) == 1
    assert "independence.read_as_one" in rules(read)
    assert {each.id for each in read.origins} == set(hands)


def test_two_people_with_names_are_two_whatever_is_read(traced_together):
    one = "Nine were killed at Tarn market, the vendor Jalal Omeri said."
    other = "Nine people were killed at Tarn market, the nurse Selin Ardic said."
    assert len(set(count(traced_together, Hands(0.0), one, other)[1])) == 2


@pytest.mark.parametrize(("chance", "hands"), [(0.3, 1), (0.45, 2), (0.84, 2)])
def test_two_bodies_are_one_only_where_they_surely_read_as_one(traced_together, chance, hands):
    brigade = "Nine people were killed at Tarn market, a spokesman for the brigade said."
    firemen = "Nine people were killed at Tarn market, the Tarn fire brigade said."
    assert len(set(count(traced_together, Hands(chance), firemen, brigade)[1])) == hands


def test_two_houses_are_two_whatever_is_read(traced_together):
    mayor = "Nine people were killed at Tarn market, the mayor of Tarn said."
    hospital = "Nine people were killed at Tarn market, a spokesman for Tarn hospital said."
    assert len(set(count(traced_together, Hands(0.0), hospital, mayor)[1])) == 2


@pytest.mark.parametrize(("chance", "hands"), [(0.3, 1), (0.65, 1), (0.75, 2)])
def test_two_that_no_word_tells_apart_are_two_where_they_read_as_two(traced_together, chance, hands):
    union = "Nine people were killed at Tarn market, their union said."
    keeper = "Nine people were killed at Tarn market, the kiosk keeper said."
    read, found = count(traced_together, Hands(chance), union, keeper)
    assert len(set(found)) == hands
    assert ("independence.read_as_another" in rules(read)) is (hands > 1)


def test_a_clip_and_a_person_are_two_whatever_is_read(traced_together):
    clip = "Footage shows that nine people were killed at Tarn market."
    assert len(set(count(traced_together, Hands(0.0), clip, MEREK)[1])) == 2


OMERI = "Nine people were killed at Tarn market, Jalal Omeri, who sells spices there, said."
DRIVER = "Nine people were killed at Tarn market, a lorry driver said."


@pytest.mark.parametrize(("chance", "hands"), [(0.3, 1), (0.45, 2), (0.99, 2)])
def test_a_name_and_a_description_are_one_only_where_they_surely_read_as_one(traced_together, chance, hands):
    assert len(set(count(traced_together, Hands(chance), OMERI, DRIVER)[1])) == hands


@pytest.mark.parametrize(("chance", "hands"), [(0.7, 1), (0.9, 2)])
def test_two_of_whom_none_is_introduced_by_name_are_one_unless_they_surely_read_as_two(
    traced_together, chance, hands
):
    assert len(set(count(traced_together, Hands(chance), HOSPITAL, MEREK)[1])) == hands


@pytest.mark.parametrize(("chance", "counted"), [(0.75, False), (0.9, True)])
def test_a_publishers_word_that_stood_in_an_earlier_document_counts_where_it_surely_reads_as_anothers(
    traced_together, chance, counted
):
    read, hands = count(traced_together, Hands(chance), HOSPITAL, BARE)
    assert None not in hands
    assert (len(set(hands)) == 2) is counted
    assert ("independence.read_as_another" in rules(read)) is counted


def test_a_bare_word_counts_where_it_reads_as_nobodys_of_the_others(traced_together):
    docs = (BARE, HOSPITAL)
    assert None in count(traced_together, None, *docs)[1]
    read, hands = count(traced_together, Hands(0.9), *docs)
    assert None not in hands
    assert len(set(hands)) == 2
    assert "independence.read_as_another" in rules(read)


def test_a_bare_word_that_may_be_one_of_the_others_stays_untraced(traced_together):
    assert None in count(traced_together, Hands(0.6), BARE, HOSPITAL)[1]


def test_media_reports_are_nobody_whatever_is_read(traced_together):
    hands = count(traced_together, Hands(0.99), MEDIA, HOSPITAL)[1]
    assert hands.count(None) == 1


def test_alone_an_untraced_telling_is_no_hand(traced_together):
    hands = count(traced_together, Hands(0.99), BARE, BARE.replace("Shells", "Rockets"))[1]
    assert set(hands) == {None}


def test_without_the_network_nothing_changes(traced_together):
    read, _ = count(traced_together, None, HOSPITAL, MEREK, BARE)
    assert not rules(read) & {"independence.read_as_one", "independence.read_as_another"}


CHARITY = "Nine people were killed at Tarn market, the relief group River Aid said."
STERN = "The market had been full of people, said Paula Stern, a spokeswoman for River Aid."
LUTF = "Nine people were killed at Tarn market, the teacher Samira Lutf said."


def test_a_body_that_one_person_speaks_for_elsewhere_is_no_other_person(read_docs):
    docs = [("Harbour Post", "2031-05-02", f"{CHARITY} {STERN}"), ("River Post", "2031-05-03", LUTF)]
    readings = read_docs(docs)
    told = [each for reading in readings for each in tellings(reading)]
    group = [each for each in told if "nine" in each.text.lower()]
    rest = [(each,) for each in told if each not in group]
    traced = trace((group, *rest), copies(each.document for each in readings), readings)
    assert len({traced.of[each.id] for each in group}) == 2
    read = as_read({"g1": group}, traced, Hands(0.02))
    assert len({read.of[each.id] for each in group}) == 2
