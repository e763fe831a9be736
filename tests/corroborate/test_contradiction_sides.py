"""Who is accused and answers: in whatever words, it contradicts the accuser, and nobody else."""

from __future__ import annotations

import pytest

from firsthand.corroborate.contradiction.exclusive import denied_weapons


@pytest.fixture(scope="module")
def quarrels(contradicting):
    """The contradictions (field, words, words) of some texts of one day, each last voice one hand."""

    def found(*texts):
        docs = [(f"Paper {n}", "2031-03-12", text) for n, text in enumerate(texts)]
        groups, against = contradicting(docs, None)
        piece = {name: group[0].piece for name, group in groups.items()}
        return [(each.field, piece[each.a], piece[each.b]) for each in against]

    return found


ACCUSED = "Velian artillery fired on the market of Orvik on Tuesday, the mayor of Orvik said."


@pytest.mark.parametrize(
    "answer",
    [
        '"We had no part in it," the Velian ministry said on Tuesday of the market of Orvik.',
        "The Velian army denied involvement in the attack on Orvik on Tuesday.",
        '"The accusation from Orvik is a lie," the Velian command said on Tuesday.',
        "Not one round was fired at Orvik on Tuesday, the Velian general staff said.",
        "The Velian ministry said on Tuesday that its guns had not fired on Orvik.",
    ],
)
def test_the_accused_who_denies_contradicts_the_accuser_in_whatever_words(quarrels, answer):
    assert "polarity" in [field for field, *_ in quarrels(ACCUSED, answer)]


@pytest.mark.parametrize(
    "text",
    [
        "The Karelian ministry denied involvement in the attack on Orvik on Tuesday.",
        "The Velian ministry did not comment on Tuesday on the market of Orvik.",
        "The Velian ministry said on Tuesday that it would answer questions about Orvik later.",
        "The Velian general staff said on Tuesday that none of its soldiers in Orvik had been hurt.",
    ],
)
def test_who_is_not_accused_or_does_not_deny_contradicts_nobody(quarrels, text):
    assert not [each for each in quarrels(ACCUSED, text) if each[0] == "polarity"]


def test_each_side_that_lays_one_deed_at_the_other_s_door_contradicts_the_other(quarrels):
    found = quarrels(
        "Velian artillery shelled the market of Orvik on Tuesday, the Karelian ministry said.",
        "Karelian artillery shelled the market of Orvik on Tuesday, the Velian ministry said.",
    )
    assert [field for field, *_ in found] == ["agent"]


def test_who_lays_at_another_s_door_what_nobody_laid_at_his_contradicts_nobody(quarrels):
    found = quarrels(
        "Velian artillery shelled the market of Orvik on Tuesday, the mayor of Orvik said.",
        "Karelian artillery shelled the barracks of Tarn on Tuesday, the Velian ministry said.",
    )
    assert found == []


PRESENCE = [
    (
        "Up to sixty fighters had been stationed in the hospital of Orvik, the Velian ministry said on Tuesday.",
        "There was never a soldier based in the hospital of Orvik, its director said on Tuesday.",
    ),
    (
        "Mortars were used against the school of Orvik on Tuesday, the Velian ministry said.",
        "Monitors found no sign of mortar fire at the school of Orvik on Tuesday, they said.",
    ),
    (
        "Drones of the Karel brigade hit the depot of Orvik on Tuesday, the brigade said.",
        '"No drone has been seen over the depot of Orvik on Tuesday," the plant said.',
    ),
    (
        "An armed group crossed the border at Orvik on Tuesday, the border guard said.",
        '"None of our men crossed the border at Orvik," the Velian ministry said on Tuesday.',
    ),
]


@pytest.mark.parametrize(("some", "none"), PRESENCE)
def test_what_one_says_was_there_and_another_that_it_was_not_is_a_contradiction(quarrels, some, none):
    assert [field for field, *_ in quarrels(some, none)] == ["polarity"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "Up to sixty fighters had been stationed in the hospital of Orvik, the Velian ministry said on Tuesday.",
            "No soldiers were hurt in the hospital of Orvik, its director said on Tuesday.",
        ),
        (
            "Up to sixty fighters had been stationed in the hospital of Orvik, the Velian ministry said on Tuesday.",
            "No soldiers were based at the school of Tarn, its head said on Tuesday.",
        ),
        (
            "Drones of the Karel brigade hit the depot of Orvik on Tuesday, the brigade said.",
            "No missile was seen over the depot of Orvik on Tuesday, the plant said.",
        ),
        (
            "Drones of the Karel brigade hit the depot of Orvik on Tuesday, the brigade said.",
            "It is not known whether drones flew over the depot of Orvik on Tuesday, the plant said.",
        ),
    ],
    ids=["none hurt", "elsewhere", "another weapon", "not known"],
)
def test_who_was_there_and_what_was_not_elsewhere_can_both_hold(quarrels, a, b):
    assert [each for each in quarrels(a, b) if each[0] == "polarity"] == []


@pytest.mark.parametrize(
    ("piece", "sorts"),
    [
        ("no drone was in the air", {"drone"}),
        ("Mortars there were none that night", {"tube"}),
        ("gates No. 3 and No. 4 were hit by a drone", set()),
        ("a drone was not the only thing seen", set()),
    ],
)
def test_a_weapon_is_denied_only_by_words_that_turn_it(piece, sorts):
    assert denied_weapons(piece) == sorts


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "A woman of Orvik died when she was struck by a grey car on Tuesday, police said.",
            "The driver was held after the accident in Orvik on Tuesday, the prosecutor said.",
        ),
        (
            "The man was arrested in Orvik on Tuesday after the match, police said.",
            "The man was released from the jail of Orvik on Tuesday evening, his lawyer said.",
        ),
        (
            "The Velian navy rescued a vessel under attack off Orvik on Tuesday, the port said.",
            "The pirates attacked the vessel off Orvik on Tuesday, the shipping line said.",
        ),
        (
            '"I did not feel that we had lost Orvik on Tuesday," Captain Jonas Velm said.',
            '"I feel that we had not lost Orvik on Tuesday," Captain Jonas Velm said.',
        ),
    ],
    ids=["traffic", "arrested, then released", "rescued", "one voice"],
)
def test_traffic_arrests_rescues_and_one_voice_twice_are_no_contradiction(quarrels, a, b):
    assert quarrels(a, b) == []
