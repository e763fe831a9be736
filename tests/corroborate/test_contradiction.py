"""What cannot both hold, and what only looks so."""

from __future__ import annotations

import pytest

from firsthand.corroborate.contradiction import contradictions
from firsthand.corroborate.same_claim import same_claims
from firsthand.corroborate.telling import tellings


@pytest.fixture(scope="module")
def told(read_docs):
    """The tellings of some documents (publisher, day, text), named d1, d2 ..."""
    return lambda *documents: [each for reading in read_docs(documents) for each in tellings(reading)]


@pytest.fixture(scope="module")
def compared(told):
    """The contradictions (field, piece, piece) and the updates (piece, piece), each last voice one hand."""

    def found(*documents):
        groups = {f"g{n}": group for n, group in enumerate(same_claims(told(*documents)))}
        hand = {
            each.id: each.chain[-1].name.casefold() if each.chain else None
            for group in groups.values()
            for each in group
        }
        against, updates = contradictions(groups, hand)
        piece = {name: group[0].piece for name, group in groups.items()}
        return (
            [(each.field, piece[each.a], piece[each.b]) for each in against],
            [(piece[each.from_], piece[each.to]) for each in updates],
        )

    return found


POLICE = (
    "Harbour Post",
    "2031-03-12",
    "Eight policemen were killed in the assault on the Sovna checkpoint on Tuesday, the police command said.",
)


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (
            "number",
            "Twenty-five policemen were killed in the assault on the Sovna checkpoint on Tuesday, the armed group said.",
        ),
        (
            "victim",
            "Eight gunmen were killed in the assault on the Sovna checkpoint on Tuesday, the armed group said.",
        ),
    ],
)
def test_two_hands_that_cannot_both_be_right_contradict_each_other(compared, field, text):
    against, _ = compared(POLICE, ("River Radio", "2031-03-12", text))
    assert [each[0] for each in against] == [field]


@pytest.mark.parametrize(
    "text",
    [
        "Twelve policemen were wounded in the assault on the Sovna checkpoint on Tuesday, a medic said.",
        "There were twenty casualties in the assault on the Sovna checkpoint on Tuesday, a medic said.",
        "At least six policemen were killed in the assault on the Sovna checkpoint on Tuesday, a medic said.",
        "Three of the dead at the Sovna checkpoint were recruits, a medic said on Tuesday.",
        "Twelve policemen were killed in an assault on the Karel checkpoint on Tuesday, a medic said.",
        "Forty policemen were killed this month in the Sovna district, a medic said.",
        "Eight policemen died in Tuesday's assault on the Sovna checkpoint, a medic said.",
    ],
    ids=["wounded", "casualties", "hedge", "subset", "elsewhere", "another scope", "the same"],
)
def test_what_can_both_hold_is_no_contradiction(compared, text):
    assert compared(POLICE, ("River Radio", "2031-03-12", text)) == ([], [])


def test_a_toll_that_rises_is_an_update_from_the_earlier_to_the_later(compared):
    later = "The death toll from the assault on the Sovna checkpoint has risen to eleven policemen, a hospital said."
    against, updates = compared(POLICE, ("River Radio", "2031-03-13", later))
    assert against == []
    assert [(a[:5], "eleven" in b) for a, b in updates] == [("Eight", True)]


def test_the_same_hand_that_says_less_later_corrects_itself(compared):
    later = "Six policemen were killed in the assault on the Sovna checkpoint on Tuesday, the police command said."
    against, _ = compared(POLICE, ("River Radio", "2031-03-13", later))
    assert against == []


def test_parts_of_a_sum_do_not_contradict_the_sum(compared):
    against, _ = compared(
        ("A", "2031-03-12", "Twelve people were killed in Sovna on Tuesday, the chief of Sovna said."),
        (
            "B",
            "2031-03-12",
            "Twenty people died in Sovna and Karel on Tuesday, the relief office said. Eight people were killed in Karel, the relief office said.",
        ),
    )
    assert against == []


def test_a_denial_contradicts_what_it_denies(compared):
    against, _ = compared(
        ("A", "2031-03-12", "Army jets bombed the hospital in Sovna on Tuesday, doctors said."),
        ("B", "2031-03-12", '"We did not strike the hospital in Sovna," an army spokesman said on Tuesday.'),
    )
    assert [each[0] for each in against] == ["polarity"]


def test_both_sides_of_a_contradiction_have_their_words(told):
    text = "Twenty-five policemen were killed in the assault on the Sovna checkpoint on Tuesday, the armed group said."
    found = told(POLICE, ("River Radio", "2031-03-12", text))
    groups = {f"g{n}": group for n, group in enumerate(same_claims(found))}
    (pair,), _ = contradictions(groups, {each.id: each.document for each in found})
    assert {anchor.document for anchor in pair.anchors} == {"d1", "d2"}
    assert "Eight policemen" in str(pair.because[0].note)
    assert "Twenty-five policemen" in str(pair.because[0].note)
