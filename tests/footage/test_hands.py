"""Clips that show the same seconds are one first hand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.footage import hands, shared
from firsthand.schema import ClipMatch

CLIPS = [f"v{n}" for n in range(1, 9)]
PAIRS = st.lists(st.tuples(st.sampled_from(CLIPS), st.sampled_from(CLIPS)), max_size=12)


def test_a_chain_of_copies_is_one_hand_and_is_called_by_the_first():
    found = hands(["v1", "v2", "v3", "v4"], [("v3", "v2"), ("v4", "v3")])
    assert found == {"v1": "v1", "v2": "v2", "v3": "v2", "v4": "v2"}


def test_the_same_scene_at_another_moment_joins_nothing():
    def match(kind):
        return ClipMatch(clip="v1", name="a", query_s=(0, 3), clip_s=(4, 7), score=0.9, kind=kind)

    assert shared({"v2": [match("same seconds")], "v3": [match("same scene")]}) == [("v2", "v1")]


@given(pairs=PAIRS, chance=st.randoms())
def test_the_order_of_matches_never_matters_and_no_match_adds_a_hand(pairs, chance):
    found = hands(CLIPS, pairs)
    mixed = [pair[::-1] if chance.random() < 0.5 else pair for pair in chance.sample(pairs, len(pairs))]
    assert hands(CLIPS, mixed) == found
    assert len(set(hands(CLIPS, [*pairs, ("v1", "v5")]).values())) <= len(set(found.values()))
    assert all(found[a] == found[b] for a, b in pairs)
