"""Who is told by a calling alone in one document, and by name in another: one hand, where only one is called so."""

from __future__ import annotations

import pytest

P, E, N = ("Harbour Post", "2031-05-02"), ("Evening Echo", "2031-05-03"), ("Northline Agency", "2031-05-04")

CALLED = [
    ("a captain by name, and the captain", 1, [(*P, "\"Nine torpedoes ran past us,\" captain Ilo Sarda said from hospital."), (*E, "The captain told a newspaper that nine torpedoes ran past his ship.")]),
    ("its master, for a captain", 1, [(*P, "Captain Mira Bonn came ashore barefoot. Nine sailors were missing, she said."), (*E, "The coast guard has ended the search. Its master says nine sailors have not been found.")]),
    ("an engineer on duty", 1, [(*P, "The engineer on duty, Faro Nazim, says nine gates were shut."), (*E, "An engineer who was on shift says nine gates were closed.")]),
    ("an aide, in another paper", 1, [(*P, "\"Nine officers came,\" presidential aide Mele Taum told the Post."), (*E, "The aide insists that nine officers came.")]),
    ("a nun, and Sister Elda", 1, [(*P, "Sister Elda Morn, 67, was the last out. \"Nine of us walked out,\" she said."), (*E, "Nine hostages walked out, according to a nun who was held there and spoke to a local paper.")]),
    ("a morgue clerk", 1, [(*P, "The morgue took in nine bodies, clerk Nabil Serhan said."), (*E, "Nine bodies lie in the morgue, a morgue clerk said.")]),
    ("the general", 1, [(*P, "General Osman Idriss said that nine men were caught with weapons."), (*E, "\"We caught nine men with weapons,\" the general said.")]),
    ("his editor", 1, [(*P, "They broke nine windows of the newsroom, its editor Liis Tarv said."), (*E, "Nine windows of the newsroom were broken, his editor said.")]),
    ("a survivor heard by a local paper", 1, [(*P, "Cris Balin was frying fish. \"Nine of my mates died beside me,\" he said."), (*E, "Nine of the crew died, a survivor told a local newspaper.")]),
    ("a clerk after the name", 1, [(*P, "Nine boxes were carried off, said Rosa Dimag, a clerk of the precinct."), (*E, "Nine boxes were carried off, the clerk said.")]),
    # near misses
    ("an engineer whom the paper itself heard", 2, [(*P, "The engineer on duty, Faro Nazim, says nine gates were shut."), (*E, "Nine gates were shut, an engineer told the Echo.")]),
    ("a resident, and a resident by name", 2, [(*P, "Nine houses burned, said Tomas Wirl, a resident of Orlen."), (*E, "Nine houses burned, a resident told the Echo.")]),
    ("a fire officer and a police officer", 2, [(*P, "Nine doors were forced, fire officer Elun Parr said."), (*E, "Nine doors were forced, the police officer said.")]),
    ("two engineers by name", 3, [(*P, "Nine gates were shut, said engineer Faro Nazim."), (*N, "Nine gates were shut, said engineer Ida Holt, who was there."), (*E, "An engineer at the dam says nine gates were closed.")]),
    ("a survivor whom the paper itself heard", 2, [(*P, "Cris Balin was frying fish. \"Nine of my mates died beside me,\" he said."), (*E, "Nine of the crew died, a survivor told the Echo.")]),
    ("the mayor, who is no engineer", 2, [(*P, "Nine gates were shut, said engineer Faro Nazim."), (*E, "Nine gates were shut, the mayor said.")]),
    ("an army beside those who know a nun", 2, [(*P, "Sister Elda Morn, 67, was the last out. \"Nine of us walked out,\" she said. A ransom was paid."), (*E, "Nine hostages have left the monastery, the army says.")]),
    ("a priest, and somebody's father", 2, [(*P, "Nine men were shot, said Father Ado Renn."), (*E, "Nine men were shot, the father of one of them said.")]),
    ("a brother by title, and somebody's brother", 2, [(*P, "Nine men were shot, said Brother Ado of the monastery."), (*E, "Nine men were shot, the brother of the miller said.")]),
]  # fmt: skip


@pytest.mark.parametrize("backwards", [False, True], ids=["", "backwards"])
@pytest.mark.parametrize(("name", "expected", "docs"), CALLED, ids=[each[0] for each in CALLED])
def test_who_is_told_by_a_calling_is_the_only_one_so_called(traced_together, name, expected, docs, backwards):
    group, found = traced_together(tuple(reversed(docs)) if backwards else tuple(docs))
    hands = {found.of[each.id] for each in group} - {None}
    shown = {each.id: each.name for each in found.origins}
    assert len(hands) == expected, [(each.text, shown.get(found.of[each.id] or "")) for each in group]
