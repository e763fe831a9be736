"""An institution that stands behind a claim goes by its own name, not by someone of it who says another."""

from __future__ import annotations

import pytest

CASES = [
    (
        "a hospital whose doctor gives another figure",
        "Nine people were killed in Orlen, the governor said, citing the town hospital.",
        "Eleven people were killed in Orlen, said Iryna Savko, chief doctor of the town hospital.",
        "the town hospital",
    ),
    (
        "a hospital whose doctor gives the same figure",
        "Nine people were killed in Orlen, the town hospital said.",
        "Nine people were killed in Orlen, said Iryna Savko, chief doctor of the town hospital.",
        "Iryna Savko",
    ),
    (
        "an office that one person holds goes by his name",
        "Nine people were killed in Orlen, the governor said.",
        "Eleven people were killed in Orlen, said Oleh Danko, the governor.",
        "Oleh Danko",
    ),
]


@pytest.mark.parametrize(("what", "first", "second", "name"), CASES)
def test_an_institution_is_not_named_by_a_person_who_said_another_figure(
    what, first, second, name, traced_together
):
    group, traced = traced_together(
        [("Harbour Post", "2031-03-14", first), ("Evening Echo", "2031-03-15", second)]
    )
    called = {each.id: each.name for each in traced.origins}
    assert group, what
    assert {called.get(traced.of[each.id] or "") for each in group} == {name}, what
