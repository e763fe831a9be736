"""What cannot both hold, and what only looks so."""

from __future__ import annotations

import pytest

from firsthand.corroborate.contradiction.found import contradictions
from firsthand.corroborate.same_claim.grouped import same_claims
from firsthand.corroborate.telling.propositions import tellings


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


@pytest.mark.parametrize(
    ("field", "a", "b"),
    [
        (
            "agent",
            "Rebels shelled the market in Sovna on Tuesday, the army said.",
            "The army shelled the market in Sovna on Tuesday, a rebel spokesman said.",
        ),
        (
            "agent",
            "Government forces captured Sovna on Tuesday, the defence ministry said.",
            "Sovna is still under the control of our fighters, the spokesman of the Free Front said on Tuesday.",
        ),
        (
            "weapon",
            "A drone hit the bus station in Sovna on Tuesday, the governor said.",
            "A mortar round struck the bus station in Sovna on Tuesday, a witness said.",
        ),
        (
            "weapon",
            "The bridge in Sovna was destroyed by a drone on Sunday, the governor said.",
            "A missile brought down the bridge in Sovna on Sunday, residents said.",
        ),
        (
            "place",
            "Seven miners were killed when gunmen attacked the village of Verin Get on Tuesday, police said.",
            "Seven miners were killed when gunmen attacked the village of Verin on Tuesday, the union said.",
        ),
        (
            "identity",
            "The soldiers in the video are North Velian, the ministry said on Tuesday.",
            "The soldiers in the video are South Velian, an analyst said on Tuesday.",
        ),
        (
            "number",
            "No one was hurt when a drone hit the refinery in Sovna on Tuesday, the governor said.",
            "Six workers were wounded when a drone hit the refinery in Sovna on Tuesday, a trade union said.",
        ),
        (
            "victim",
            "The dead in Sovna were farmers, a doctor said on Tuesday.",
            "The dead in Sovna were militants, the army said on Tuesday.",
        ),
    ],
    ids=[
        "who shelled",
        "who holds",
        "weapon",
        "what destroyed it",
        "place",
        "identity",
        "none hurt",
        "who the dead were",
    ],
)
def test_each_field_has_its_contradictions(compared, field, a, b):
    against, _ = compared(("Harbour Post", "2031-03-12", a), ("River Radio", "2031-03-12", b))
    assert [each[0] for each in against] == [field]


@pytest.mark.parametrize(
    ("first", "second", "fields"),
    [("Monday", "Sunday", ["time"]), ("Sunday", "Monday", [])],
    ids=["crossed", "in turn"],
)
def test_a_day_told_otherwise_contradicts_only_where_the_reports_are_crossed(compared, first, second, fields):
    against, _ = compared(
        (
            "Harbour Post",
            "2031-03-11",
            f"Gunmen attacked the village of Sovna on {first} night, the mayor said.",
        ),
        (
            "River Radio",
            "2031-03-12",
            f"Gunmen attacked the village of Sovna on {second} night, a survivor said.",
        ),
    )
    assert [each[0] for each in against] == fields


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "Shelling killed three people in Sovna on Monday, the mayor said.",
            "Shelling killed five people in Sovna on Tuesday, the council said.",
        ),
        (
            "Seven rifles were found in Sovna on Tuesday, police said.",
            "Nine boats were found in Sovna, a witness said.",
        ),
        ("The mayor did not want to resign, aides said.", "The mayor resigned on Tuesday, the council said."),
        (
            "Dr Brandt is responsible for the clinic in Sovna.",
            "Dr Lund is responsible for the school in Sovna.",
        ),
        (
            "The army published no footage of the strike on Sovna.",
            "Jets carried out a strike on Sovna, residents said.",
        ),
    ],
    ids=["two days", "other things", "a wish", "no deed", "no footage"],
)
def test_other_things_told_alike_do_not_contradict_each_other(compared, a, b):
    assert compared(("Harbour Post", "2031-03-12", a), ("River Radio", "2031-03-12", b)) == ([], [])


def test_what_is_planned_does_not_contradict_what_was_done(compared):
    plan = "North Velia plans to send 5,000 troops to Sovna, the ministry said on Tuesday."
    done = "North Velia has sent 1,500 troops to Sovna, an official said on Tuesday."
    assert compared(("Harbour Post", "2031-03-12", plan), ("River Radio", "2031-03-12", done))[0] == []
