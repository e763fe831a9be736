"""The encoder of meaning is asked of one more document only what is new, and its memory changes nothing."""

from __future__ import annotations

import random

import msgspec
import numpy as np
import pytest

from firsthand.corroborate import corroborate
from firsthand.resources.meaning import Judged, MeaningModel, Told, default_meaning

DOCS = [
    ("Coast Radio", "2031-05-02", "Nobody turned the key of Tarn prison until it was quiet, an inmate said."),
    ("Evening Echo", "2031-05-02", "All hatches of Tarn prison stood open within four minutes, the warden said."),
    ("Harbour Post", "2031-05-03", "The army denied that it had shelled the yard of Tarn prison."),
    ("River Paper", "2031-05-03", "Shells fell into the yard of Tarn prison, the mayor said."),
    ("Hill Times", "2031-05-04", "The bakers of Tarn closed their shops after the shells fell, a driver said."),
]  # fmt: skip


class Listed(MeaningModel):
    """Finds everything near and nothing the same, and lists what it is asked."""

    def __init__(self):
        super().__init__("listed", lambda: pytest.fail("the weights are not read"))
        self.read_now, self.asked = [], []

    def read(self, tellings):
        self.read_now += [each.publisher for each in tellings]
        return Told((), np.ones((len(tellings), 1), np.float32), tuple(tellings))

    def judge(self, told, pairs, near_from=-1.0):
        self.asked += [("judge", told.spoken[a], told.spoken[b]) for a, b in pairs]
        return [Judged(0.6, 0.0, 0.9) for _ in pairs]

    def most_contradict(self, told, pairs):
        self.asked += [("may", told.spoken[a], told.spoken[b]) for a, b in pairs]
        return [1.0] * len(pairs)


class Kept(dict):
    def read(self, name):
        return self.get(name)

    def keep(self, name, made):
        self[name] = made


class Forgetful(Kept):
    def read(self, name):
        return None if random.Random(name).random() < 0.5 else self.get(name)


def as_bytes(found):
    return msgspec.json.encode(found)


@pytest.mark.parametrize("new", range(len(DOCS)))
def test_of_one_more_document_its_own_tellings_are_read_and_no_pair_is_asked_twice(read_docs, new):
    readings, memory, before, model = read_docs(DOCS), Kept(), Listed(), Listed()
    corroborate([each for n, each in enumerate(readings) if n != new], memory=memory, meaning=before)
    found = corroborate(readings, memory=memory, meaning=model)
    assert set(model.read_now) == {DOCS[new][0]}
    assert model.asked
    assert len({*before.asked, *model.asked}) == len(before.asked) + len(model.asked)
    assert as_bytes(found) == as_bytes(corroborate(readings, meaning=Listed()))


def test_where_rules_ask_the_same_only_pairs_with_the_new_document_are_asked(read_docs):
    readings, memory, model = read_docs(DOCS), Kept(), Listed()
    corroborate(readings[:-1], memory=memory, meaning=Listed())
    corroborate(readings, memory=memory, meaning=model)
    assert all(DOCS[-1][0] in (one.publisher, other.publisher) for _, one, other in model.asked)


def test_what_was_compared_before_is_not_asked_again(read_docs):
    readings, memory = read_docs(DOCS), Kept()
    found = corroborate(readings, memory=memory, meaning=Listed())
    model = Listed()
    again = corroborate(readings, grades={"nobody": "A"}, memory=memory, meaning=model)
    assert not model.asked
    assert not model.read_now
    assert again == found


@pytest.fixture(scope="module")
def encoder():
    return default_meaning() or pytest.skip("the encoder of meaning is not installed")


@pytest.mark.parametrize("seed", range(2))
def test_one_by_one_or_all_at_once_and_by_any_memory_the_findings_are_the_same(read_docs, encoder, seed):
    readings = read_docs(DOCS)
    random.Random(seed).shuffle(readings)
    kept, forgetful = Kept(), Forgetful()
    for end in range(2, len(readings) + 1):
        whole = as_bytes(corroborate(readings[:end], meaning=encoder))
        for memory in (kept, forgetful):
            assert as_bytes(corroborate(readings[:end], memory=memory, meaning=encoder)) == whole


@pytest.mark.parametrize("damage", [lambda made: b"\x93", lambda made: made[:-1], lambda made: b""])
def test_what_is_damaged_is_asked_anew(read_docs, encoder, damage):
    readings, memory = read_docs(DOCS), Kept()
    corroborate(readings[:-1], memory=memory, meaning=encoder)
    damaged = Kept({name: damage(made) for name, made in memory.items()})
    found = corroborate(readings, memory=damaged, meaning=encoder)
    assert as_bytes(found) == as_bytes(corroborate(readings, meaning=encoder))


def test_a_pair_is_judged_alone_to_the_bit_as_among_others(read_docs, encoder):
    asked = []

    class Least(MeaningModel):
        def read(self, tellings):
            asked.extend(tellings)
            return encoder.read(tellings)

        def judge(self, told, pairs, near_from=-1.0):
            return encoder.judge(told, pairs, near_from)

        def most_contradict(self, told, pairs):
            return encoder.most_contradict(told, pairs)

    corroborate(read_docs(DOCS), meaning=Least(encoder.name, tuple))
    told = encoder.read(sorted(set(asked)))
    pairs = [(a, b) for b in range(len(told.spoken)) for a in range(b)]
    for reader, kept in enumerate(told.kept):
        among = encoder._chances(reader, kept, pairs)
        alone = np.concatenate([encoder._chances(reader, kept, [pair]) for pair in pairs])
        assert np.array_equal(among, alone)
