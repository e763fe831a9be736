"""What a portrait says that its person saw is that person's; data of nobody are no hand."""

from __future__ import annotations

import pytest

POST, WIRE = ("Harbour Post", "Northline Agency")
HOSPITAL = (WIRE, "2031-05-02", "Nine people were killed in Orlen, the hospital of Orlen said.")


def doc(publisher, text, day=3):
    return (publisher, f"2031-05-0{day}", text)


def counted(traced):
    group, found = traced
    return len({found.of[each.id] for each in group} - {None})


SEEN = [
    ("a woman who counted", 2, "Ilse Brandt sells bread. She counted nine people killed in Orlen."),
    ("a man who watched from somewhere", 2, "Rolf Dane jumped into a ditch. From there he watched nine people being killed in Orlen."),
    ("a woman who covered the dead", 2, "Ilse Brandt was at the mill. She covered the nine dead of Orlen with curtains."),
    ("a man who buried them", 2, "Rolf Dane coughs between sentences. He buried the nine people killed in Orlen."),
    ("nine beside him", 2, "Rolf Dane was on the last cart. Nine people beside him were killed in Orlen."),
    ("a reporter taken up by she", 2, "Our reporter stood by the mill. She counted nine people killed in Orlen."),
    ("a thing that covered them", 1, "Ilse Brandt sells bread. It covered the nine dead of Orlen."),
    ("nobody who saw", 1, "Ilse Brandt sells bread. Nine people were killed in Orlen."),
]  # fmt: skip


@pytest.mark.parametrize(("why", "hands", "text"), SEEN, ids=[row[0] for row in SEEN])
def test_what_a_person_of_a_portrait_saw_is_a_hand_of_its_own(why, hands, text, traced_together):
    assert counted(traced_together([HOSPITAL, doc(POST, text)])) == hands


NOBODYS = [
    ("preliminary findings alone", 1, "Preliminary findings pointed to nine people killed in Orlen."),
    ("available data", 1, "According to available data, nine people were killed in Orlen."),
    ("objective control", 1, "According to objective control, nine people were killed in Orlen."),
    ("operational data", 1, "According to operational data, nine people were killed in Orlen."),
    ("early indications", 1, "Early indications suggest that nine people were killed in Orlen."),
    ("initial results", 1, "Initial results showed that nine people were killed in Orlen."),
    ("first reports", 1, "First reports spoke of nine people killed in Orlen."),
    ("preliminary information", 1, "According to preliminary information, nine people were killed in Orlen."),
    (
        "findings of somebody",
        2,
        "Preliminary findings pointed to nine people killed in Orlen, the fire service said.",
    ),
    ("data of a body", 2, "According to data of the fire service, nine people were killed in Orlen."),
]


@pytest.mark.parametrize(("why", "hands", "text"), NOBODYS, ids=[row[0] for row in NOBODYS])
def test_data_of_nobody_are_no_hand(why, hands, text, traced_together):
    assert counted(traced_together([HOSPITAL, doc(POST, text)])) == hands
