"""Who a body or a list has it from, and hands that differ though they share a house: counted as told."""

from __future__ import annotations

import pytest

HANDS = [
    ("a state that notified a mission", 1, [("Northline Agency", "2031-05-02", "Nine guards were killed in Orlen, Velia's defence ministry said."), ("Joint River Observation Mission", "2031-05-03", "The Mission had no access to Orlen. Velia notified the Mission of nine guards killed.")]),
    ("a hospital that informs a relief society", 1, [("Northline Agency", "2031-05-02", "Nine people were killed in Orlen, the hospital of Orlen said."), ("Open Kitchen (statement)", "2031-05-03", "Open Kitchen is appalled. The hospital that we support informs us of nine people killed in Orlen. Open Kitchen has no staff of its own there.")]),
    ("a source in brackets", 1, [("Northline Agency", "2031-05-02", "Nine people were killed in Orlen, the mayor of Orlen said."), ("UN mission for Sorn", "2031-05-03", "Shelter: nine people killed in Orlen (source: mayor of Orlen). Figures have not been verified by the mission.")]),
    ("an office told by a municipality", 2, [("Northline Agency", "2031-05-02", "Nine people were killed in Orlen, the hospital of Orlen said."), ("Regional Relief Office", "2031-05-03", "The municipality of Orlen told our office that nine people were killed.")]),
    ("a mission that counted itself", 2, [("Northline Agency", "2031-05-02", "Nine guards were killed in Orlen, Velia's defence ministry said."), ("Joint River Observation Mission", "2031-05-03", "The Mission visited Orlen. Our monitors counted nine guards killed.")]),
    ("an army that has confirmed to a committee", 2, [("Northline Agency", "2031-05-02", "Nine people were killed in Orlen, the mayor of Orlen said."), ("Sorn Refugee Committee", "2031-05-03", "The army has since confirmed to us nine people killed in Orlen.")]),
    ("a list that a monastery gave", 1, [("Harbour Post", "2031-05-02", "Nine pupils were killed in Orlen, the abbot said."), ("Wide Eyes (rights group)", "2031-05-03", "Nine pupils lost their lives in Orlen, according to a list that the monastery gave us.")]),
    ("a register kept by the parish", 1, [("Harbour Post", "2031-05-02", "Nine people were killed in Orlen, the parish priest said."), ("Evening Echo", "2031-05-03", "Nine people were killed in Orlen, according to a register kept by the parish.")]),
    ("a list drawn up by the hospital", 1, [("Northline Agency", "2031-05-02", "Nine people were killed in Orlen, the hospital of Orlen said."), ("Evening Echo", "2031-05-03", "Nine people died in Orlen, a list drawn up by the hospital shows.")]),
    ("a list by the town hall beside a nurse", 2, [("Northline Agency", "2031-05-02", "Nine people were killed in Orlen, the hospital of Orlen said."), ("Evening Echo", "2031-05-03", "Nine people died in Orlen, according to a list that the town hall sent to the Echo.")]),
    ("two countries, then one", 1, [("Velia Ministry of Defence channel", "2031-05-02", "Nine of our soldiers fell at Orlen."), ("Harbour Post", "2031-05-03", "Velia and Sornia blamed each other on Friday for a battle at Orlen. Sornia's army said four of its own died. Velia said nine soldiers fell.")]),
    ("two countries, each alone", 2, [("Lesk Telegraph", "2031-05-02", "Nine soldiers fell at Orlen, Sornia's army said."), ("Harbour Post", "2031-05-03", "Velia and Sornia blamed each other on Friday. Velia said nine soldiers fell at Orlen.")]),
    ("His Excellency", 1, [("Sorn Region Info", "2031-05-02", "His Excellency the Governor travelled today to Orlen. The people killed number nine, he specified."), ("Harbour Post", "2031-05-03", "Nine people were killed in Orlen, the governor said.")]),
    ("Her Excellency, and a doctor", 2, [("Sorn Region Info", "2031-05-02", "Her Excellency the Prefect came to Orlen. The killed number nine, she said."), ("Harbour Post", "2031-05-03", "Nine people were killed, a doctor in Orlen said.")]),
    ("a chaplain and a ministry", 2, [("Harbour Post", "2031-05-02", "Nine soldiers died at Orlen, a source in the defence ministry said."), ("Evening Echo", "2031-05-03", "Father Tomas Arle, the garrison chaplain, shut the coffins himself. \"There were nine, and I knew them all,\" he said.")]),
    ("a prison's chaplain and its service", 2, [("Harbour Post", "2031-05-02", "Nine inmates died, the prison service said."), ("Evening Echo", "2031-05-03", "Nine inmates died, said Jonas Weil, the prison chaplain, who buried them.")]),
    ("a hospital's chaplain and that hospital", 2, [("Northline Agency", "2031-05-02", "Nine people were killed in Orlen, the hospital of Orlen said."), ("Evening Echo", "2031-05-03", "Nine people died in Orlen, the hospital chaplain, Ida Munk, told the Echo.")]),
    ("two chaplains", 2, [("Harbour Post", "2031-05-02", "Nine soldiers died, said Jonas Weil, an army chaplain."), ("Evening Echo", "2031-05-03", "Nine soldiers died, said Father Tomas Arle, the garrison chaplain.")]),
    ("a chaplain in two papers", 1, [("Harbour Post", "2031-05-02", "Nine soldiers died, said Father Tomas Arle, the garrison chaplain."), ("Evening Echo", "2031-05-03", "Nine soldiers died at Orlen, the chaplain Tomas Arle said.")]),
    ("a paper's own man who has been there", 2, [("Northline Agency", "2031-05-02", "Nine people were killed in Orlen, the mayor of Orlen said."), ("Harbour Post", "2031-05-03", "20:40 Jon Sarre of this paper has been to both houses: nine people were killed in Orlen.")]),
    ("a station's own woman who stood there", 2, [("Northline Agency", "2031-05-02", "Nine people were killed in Orlen, the mayor of Orlen said."), ("Radio Sorn", "2031-05-03", "Mira Holt of our newsroom stood on the quay. Nine people were killed in Orlen, she says.")]),
    ("a paper's own woman who saw it", 2, [("Northline Agency", "2031-05-02", "Nine people were killed in Orlen, the mayor of Orlen said."), ("Harbour Post", "2031-05-03", "Ada Lorne, of this newspaper, saw nine people killed in Orlen.")]),
    ("a paper's own man who was told", 1, [("Northline Agency", "2031-05-02", "Nine people were killed in Orlen, the mayor of Orlen said."), ("Harbour Post", "2031-05-03", "Jon Sarre of this paper was told by the mayor that nine people were killed in Orlen.")]),
    ("a memo and an internal paper", 1, [("Harbour Post", "2031-05-02", "A memo seen by the Post shows that the managers were told of nine cracks in the gate."), ("Evening Echo", "2031-05-03", "According to an internal paper, the managers knew of nine cracks in the gate.")]),
    ("a note and a confidential document", 1, [("Harbour Post", "2031-05-02", "A note seen by the Post says that nine cracks were found in the gate."), ("Evening Echo", "2031-05-03", "A confidential document shows that nine cracks were found in the gate.")]),
    ("a memo and an engineer", 2, [("Harbour Post", "2031-05-02", "A memo seen by the Post shows that nine cracks were found."), ("Evening Echo", "2031-05-03", "Nine cracks were found, said the shift engineer, Dan Ilesh.")]),
    ("a memo and a letter, each of another house", 2, [("Harbour Post", "2031-05-02", "A memo of the ministry shows that nine cracks were found."), ("Evening Echo", "2031-05-03", "A letter from the builders shows that nine cracks were found.")]),
    ("a teacher by name and the woman teacher", 1, [("Harbour Post", "2031-05-02", "Teacher Perla Dunn, chair of the board, said nine men threw petrol."), ("Evening Echo", "2031-05-03", "According to the woman teacher who presided in Pulo, nine men threw petrol.")]),
    ("a fisherman by name and the fisherman", 1, [("Harbour Post", "2031-05-02", "Nine shells fell, said the fisherman Dan Malis."), ("Evening Echo", "2031-05-03", "Nine shells fell, the fisherman said.")]),
    ("a teacher and another", 2, [("Harbour Post", "2031-05-02", "Nine men threw petrol, teacher Perla Dunn told the Post."), ("Evening Echo", "2031-05-03", "Nine men threw petrol, a teacher told the Echo.")]),
    ("the baker, and a teacher", 2, [("Harbour Post", "2031-05-02", "Teacher Perla Dunn said nine men threw petrol."), ("Evening Echo", "2031-05-03", "Nine men threw petrol, the baker who keeps the corner shop told the Echo.")]),
    ("two teachers by name", 3, [("Harbour Post", "2031-05-02", "Teacher Perla Dunn told the Post nine men threw petrol. Nine men threw petrol, said Oda Rell, a teacher."), ("Evening Echo", "2031-05-03", "Nine men threw petrol, the teacher told the Echo.")]),
    ("a baker by name and a voice", 2, [("Radio Sorn", "2031-05-03", "HOST: Your bakery looks onto the wall.\nTINARES: And I was at the oven. Nine guards were firing down into the yard, I saw the flashes.\nHOST: A mother has played us a message from block C.\nVOICE: Nine guards are shooting at us from up there.")]),
    ("a listener by name and a caller", 2, [("Radio Sorn", "2031-05-03", "HOST: What did you see, Mr Oram?\nORAM: I saw nine lorries on the bridge.\nHOST: We have a caller.\nCALLER: I counted nine lorries from my window.")]),
    ("a voice alone", 1, [("Radio Sorn", "2031-05-03", "HOST: This was sent to us.\nVOICE: Nine guards are shooting at us.\nVOICE: There are nine of them up there.")]),
    ("a service that raised the toll beside an institute", 2, [("Harbour Post", "2031-05-02", "Nine bodies were brought in, the Forensic Institute of Sorn said."), ("Evening Echo", "2031-05-03", "ORLEN, May 3 (Northline) - The prison service on Tuesday raised the number of dead inmates to nine after a roll call.")]),
    ("a ministry that lowered the toll", 2, [("Northline Agency", "2031-05-02", "Nine people were killed in Orlen, the mayor of Orlen said."), ("Evening Echo", "2031-05-03", "ORLEN, May 3 - The health ministry on Friday lowered the number of people killed in Orlen to nine.")]),
    ("a mayor who revised the toll", 1, [("Northline Agency", "2031-05-02", "Nine people were killed in Orlen, the mayor of Orlen said."), ("Evening Echo", "2031-05-03", "The mayor on Friday revised the number of people killed in Orlen to nine.")]),
]  # fmt: skip


@pytest.mark.parametrize("backwards", [False, True], ids=["", "backwards"])
@pytest.mark.parametrize(("name", "expected", "docs"), HANDS, ids=[each[0] for each in HANDS])
def test_first_hands_of_what_was_handed_on(traced_together, name, expected, docs, backwards):
    group, found = traced_together(tuple(reversed(docs)) if backwards else tuple(docs))
    hands = {found.of[each.id] for each in group} - {None}
    shown = {each.id: each.name for each in found.origins}
    assert len(hands) == expected, [(each.text, shown.get(found.of[each.id] or "")) for each in group]
