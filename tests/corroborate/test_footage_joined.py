"""One clip under two names is one first hand, and joining never adds one."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from firsthand.corroborate.footage_joined import joined
from firsthand.corroborate.origins.trace import Traced
from firsthand.schema import Origin


def traced(*kinds: str, parties=(None,) * 9) -> Traced:
    origins = tuple(
        Origin(id=f"o{n}", name=f"clip {n}", kind=kind, party_to_conflict=parties[n])
        for n, kind in enumerate(kinds)
    )
    return Traced(
        origins=origins, of={f"d{n}/c1.1": f"o{n}" for n in range(len(kinds))} | {"d9/c1.1": None}, because={}
    )


def test_two_names_of_one_clip_are_one_first_hand():
    found = joined(traced("footage", "footage", "footage", parties=(False, True, None)), [{"d0.c1", "d1.c1"}])
    assert [origin.id for origin in found.origins] == ["o0", "o2"]
    assert found.of == {"d0/c1.1": "o0", "d1/c1.1": "o0", "d2/c1.1": "o2", "d9/c1.1": None}
    assert found.origins[0].party_to_conflict is True
    assert "clip 1" in found.origins[0].because[-1].note


def test_a_spokesman_who_describes_the_clip_stays_a_voice_of_his_own():
    found = joined(traced("footage", "force"), [{"d0.c1", "d1.c1"}])
    assert [origin.id for origin in found.origins] == ["o0", "o1"]


@given(
    same=st.lists(st.sets(st.sampled_from([f"d{n}.c1" for n in range(6)])), max_size=5), chance=st.randoms()
)
def test_joining_never_adds_a_first_hand_and_the_order_never_matters(same, chance):
    before = traced(*["footage", "witness"] * 3)
    found = joined(before, same)
    assert len(found.origins) <= len(before.origins)
    assert set(filter(None, found.of.values())) == {origin.id for origin in found.origins}
    assert joined(before, chance.sample(same, len(same))).of == found.of


def test_the_one_first_hand_is_called_by_what_it_is():
    before = traced("footage", "footage")
    named = [
        msgspec.structs.replace(origin, name=name)
        for origin, name in zip(before.origins, ("Parts filmed", "drone video"), strict=True)
    ]
    found = joined(msgspec.structs.replace(before, origins=tuple(named)), [{"d0.c1", "d1.c1"}])
    assert [origin.name for origin in found.origins] == ["drone video"]
    assert "Parts filmed" in found.origins[0].because[-1].note
