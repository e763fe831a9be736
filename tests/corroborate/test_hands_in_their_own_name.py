"""Who speaks for himself and for no house, who publishes his own word, and what nobody known has told."""

from __future__ import annotations

import pytest

P, E = ("Harbour Post", "2031-05-02"), ("Evening Echo", "2031-05-03")

HANDS = [
    # one person is no office's mouth
    ("a corporal and his ministry", 2, [("Velia Defence Ministry", "2031-05-02", "The Ministry announces that nine servicemen fell at Orlen."), (*E, "A corporal who was in the trench at Orlen says nine of his comrades died beside him.")]),
    ("a diplomat and the presidency", 2, [("Sorn Presidency (channel)", "2031-05-02", "The President received nine ministers in the palace."), (*E, "A diplomat at one embassy said nine ministers were received in the palace.")]),
    ("a wife and an armed group", 2, [(*P, "Nine hostages were let go, the Sons of the Salt said."), (*E, "Nine hostages were free by ten at night, his wife said.")]),
    ("the navy and a company by its name", 2, [(*P, "Nine seamen were hurt, the navy said."), (*E, "Nine seamen were hurt, said Blue Strand Shipping.")]),
    ("an aid group, and one by its name", 1, [(*P, "Nine lorries were burned, an aid group said."), (*E, "Nine lorries were burned, said the aid group Open Hands.")]),
    # who publishes under its own name knows for itself
    ("observers who inspected", 2, [(*P, "Nine polling stations burned in Sorn, the chairwoman of the Electoral Commission said."), ("Ballot Watch", "2031-05-03", "Our observers inspected nine burned polling stations in Sorn. We have no observers elsewhere.")]),
    ("a charity whose name reads like a person's", 1, [("Mend Bridge", "2031-05-02", "We now know that nine people were abducted on the Tessa road. We ask for their safe return."), (*E, "Nine people were taken on the Tessa road, according to Mend Bridge.")]),
    ("a charity and a driver who told it before", 2, [("Radio Tessa", "2031-05-01", "Lorry driver Anton Kode said nine people were abducted on the Tessa road."), ("Mend Bridge", "2031-05-02", "We now know that nine people were abducted on the Tessa road. We ask for their safe return."), (*E, "Nine people were taken on the Tessa road, according to Mend Bridge.")]),
    ("a government and its gazette", 1, [("Toran Government Gazette", "2031-05-02", "The radars of the army followed nine missiles from their launch."), (*E, "The radars of the army followed nine missiles, the Toran government said.")]),
    ("a general and his channel", 1, [("General Kessler's channel", "2031-05-02", "Gas destroyed nine rooms of the west wing."), (*E, "Gas destroyed nine rooms of the west wing, General Kessler said.")]),
    # the ministry of which country
    ("two ministries, each told by its country's medium", 2, [("Kaldor Telegraph Agency", "2031-05-02", "Nine soldiers fell at the pass, the defence ministry said."), ("Vestria Today", "2031-05-02", "Nine soldiers fell at the pass, Vestria's General Staff said."), ("Continental Press", "2031-05-03", "Kaldor's government met on Monday, Kaldor's defence ministry said.")]),
    ("one ministry, told by its country's medium", 1, [("Kaldor Telegraph Agency", "2031-05-02", "Nine soldiers fell at the pass, the defence ministry said."), ("Continental Press", "2031-05-03", "Nine soldiers fell at the pass, Kaldor's defence ministry said.")]),
    ("rebels, and a force by its name", 1, [(*P, "Nine boats were sunk, the Coastal Brigades said."), (*E, "Nine boats were sunk, the rebels said.")]),
    # who the words say measured it, and who only hands on
    ("measured by an observatory", 1, [("Tolm Observatory", "2031-05-02", "Our stations recorded nine explosions under the strait."), (*E, "A group that calls itself Free Coast said it was behind the attack. Nine explosions had been measured by the observatory in Tolm.")]),
    ("told in media without a name", 0, [(*E, "The Justice Ministry said that nobody was hurt. The deaths of nine inmates had been reported in several media, none of which named a source.")]),
    ("a post of no known author", 0, [(*E, "A dozen stations burned, the chairwoman of the Electoral Commission said at the town hall. Nine clerks are dead, according to a post shared thousands of times whose author could not be reached.")]),
    ("a post of a ministry", 1, [(*E, "Nine clerks are dead, according to a post by the Justice Ministry.")]),
    ("what the captors claim, set aside by a hospital", 1, [("Delta Free Voice", "2031-05-02", "The captors said: \"Police shot nine of the pupils dead.\""), (*E, "The children's hospital examined every pupil and said that none had been shot, against the captors' claim that police shot nine of them dead.")]),
    ("what a paper's own people did, though another told it before", 1, [(*P, "Nine skulls lay in the field, the driver of the tractor said."), (*E, "We opened the pit ourselves. In it we laid nine skulls on a sheet.")]),
]  # fmt: skip


@pytest.mark.parametrize("backwards", [False, True], ids=["", "backwards"])
@pytest.mark.parametrize(("name", "expected", "docs"), HANDS, ids=[each[0] for each in HANDS])
def test_first_hands_in_their_own_name(traced_together, name, expected, docs, backwards):
    group, found = traced_together(tuple(reversed(docs)) if backwards else tuple(docs))
    assert group
    hands = {found.of[each.id] for each in group} - {None}
    shown = {each.id: each.name for each in found.origins}
    assert len(hands) == expected, [(each.text, shown.get(found.of[each.id] or "")) for each in group]
