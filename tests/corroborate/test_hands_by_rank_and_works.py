"""Whose people hold a rank, who publishes of its own works, and which papers and charities are one."""

from __future__ import annotations

import pytest

P, E, N = ("Harbour Post", "2031-05-02"), ("Evening Echo", "2031-05-03"), ("Northline Agency", "2031-05-04")
AID = ("Open Granary", "2031-05-02")

TOLD = [
    # a rank tells no house
    ("a police general", 1, [(*P, "General Rufo Altan told the programme that nine shots came from the crowd."), (*E, "Police say nine shots came from the crowd.")]),
    ("a colonel of the border service", 1, [(*P, "Nine of the crew were dead, Col. Oyun Tser said."), (*E, "Nine of the crew are dead, the border service said.")]),
    ("a colonel of the army", 1, [(*P, "Nine of the crew were dead, Col. Oyun Tser said."), (*E, "Nine of the crew are dead, the army said.")]),
    ("a chief inspector is of the police", 1, [(*P, "Chief Inspector Bwal Kund said nine mines had been laid."), (*E, "Police say nine mines were laid.")]),
    ("a colonel and a hospital", 2, [(*P, "Nine of the crew were dead, Col. Oyun Tser said."), (*E, "Nine of the crew are dead, the hospital said.")]),
    ("a colonel of an army told by name, and the police", 2, [(*P, "Nine men were shot, said Col. Oyun Tser of the Velian army."), (*E, "Nine men were shot, police said.")]),
    ("a chief inspector and the army", 2, [(*P, "Chief Inspector Bwal Kund said nine mines had been laid."), (*E, "The army says nine mines were laid.")]),
    ("the police and the army", 2, [(*P, "Police say nine mines were laid."), (*E, "The army says nine mines were laid.")]),
    # who publishes of its own works
    ("a relief body with lorries", 2, [(*AID, "Armed men stopped our trucks at Orlen. Nine guards were shot."), (*E, "Nine guards were shot, said the driver Cab Warsan.")]),
    ("watchers with an observer", 2, [("Siege Mission of Lenn", "2031-05-02", "Our observer stood at the gate. Nine people were shot."), (*E, "Nine people were shot, the hospital said.")]),
    ("a refugee agency", 2, [("Refugee agency", "2031-05-02", "The camp is full. Nine hundred people came from Orlen."), (*P, "Nine hundred people came over the river, said the abbot.")]),
    ("a frontier corps", 2, [("Frontier corps", "2031-05-02", "Nine attackers were killed at the post."), (*E, "Nine attackers were killed, the hospital said.")]),
    ("a truck told of in a quotation", 1, [("Lenn Sheet", "2031-05-04", "\"Our truck was struck,\" a woman shouted.\n\nNine passengers were hurt."), (*P, "Nine passengers were hurt, the hospital said.")]),
    ("a news agency knows nothing by its name", 1, [("Lenn News Agency", "2031-05-04", "Nine passengers were hurt in Orlen."), (*P, "Nine passengers were hurt, the hospital said.")]),
    # a reporter who was there
    ("a reporter on the steps", 2, [(*P, "Our reporter was on the steps of the church. Nine policemen knelt and fired."), (*E, "Nine policemen fired, said Ida Holt, who saw them.")]),
    ("we were in the corridor", 2, [(*P, "We were in the corridor when gunmen came. Nine boxes were carried out."), (*E, "Nine boxes were carried out, the teacher said.")]),
    ("when I reached the bakery", 2, [(*P, "When I reached the bakery the ovens were warm. Nine bodies lay in the yard."), (*E, "Nine bodies lay in the yard, a morgue clerk said.")]),
    ("we were in the dark", 1, [(*E, "We were in the dark about it for days. Nine boxes were carried out."), (*P, "Nine boxes were carried out, the teacher said.")]),
    # papers and charities
    ("a log, and the log that got out", 1, [(*P, "A control-room log seen by the Post shows that nine gates were opened."), (*E, "Nine gates were opened, a leaked log shows.")]),
    ("an entry of a log", 1, [(*P, "A control-room log seen by the Post shows that nine gates were opened."), (*E, "The log is out. The entry says that nine gates were opened.")]),
    ("a ship's log and a hospital's log", 2, [(*P, "A ship's log seen by the Post shows that nine men were on board."), (*E, "Nine men were on board, a customs log shows.")]),
    ("the medical charity", 1, [("Doctors Across Borders", "2031-05-02", "A rocket struck our hospital. Nine people are dead."), (*E, "The medical charity that runs the hospital says nine people are dead.")]),
    ("the medical charity and the police", 2, [(*P, "Nine people are dead, police said."), (*E, "The medical charity that runs the hospital says nine people are dead.")]),
    ("a fire officer of the fire service", 1, [(*P, "Nine doors had been doused with petrol, fire officer Elun Parr said."), (*E, "Nine doors were doused with petrol, the fire service says.")]),
]  # fmt: skip


@pytest.mark.parametrize("backwards", [False, True], ids=["", "backwards"])
@pytest.mark.parametrize(("name", "expected", "docs"), TOLD, ids=[each[0] for each in TOLD])
def test_hands_by_rank_works_and_papers(traced_together, name, expected, docs, backwards):
    group, found = traced_together(tuple(reversed(docs)) if backwards else tuple(docs))
    hands = {found.of[each.id] for each in group} - {None}
    shown = {each.id: each.name for each in found.origins}
    assert len(hands) == expected, [(each.text, shown.get(found.of[each.id] or "")) for each in group]
