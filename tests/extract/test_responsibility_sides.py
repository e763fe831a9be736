"""Who speaks for its own side, what a false claim tells, and whom nobody can be held responsible for."""

from __future__ import annotations

import pytest


def levels(text, read_text):
    return [each.level for event in read_text(text).events for each in event.responsibility]


def actors(text, read_text):
    return {span.words(text) for event in read_text(text).events for span in event.actors}


@pytest.mark.parametrize(
    "text",
    [
        "The Orvan Defence Ministry said its forces had hit the depot.",
        "A military source said the army had struck the ridge.",
        "A spokesperson for the military, Major General Soe Lin, said the air force had struck a camp.",
        "A chief of the group said that the fighters had targeted the mercenaries.",
        "The Orvan Defence Ministry said Orvan troops had shelled the bridge.",
        "A commander of the Hill Guard said that his men had attacked the depot.",
        "The rebels said their fighters had ambushed a patrol.",
    ],
)
def test_who_tells_of_its_own_forces_claims_the_deed(text, read_text):
    assert levels(text, read_text) == ["claimed"]


@pytest.mark.parametrize(
    "text",
    [
        "Residents said the army had shelled the market.",
        "The military said the rebels had shelled the bridge.",
        "The mayor said its forces had shelled the village.",
        "The Ukrainian Air Force said that Russian forces had shelled the town.",
        "A former army commander said the army had shelled the market.",
        "A rights group said the army had shelled the market.",
    ],
)
def test_who_tells_of_another_side_accuses_it(text, read_text):
    assert levels(text, read_text) == ["accused"]


@pytest.mark.parametrize(
    "text",
    [
        "The claim that rebels fired on the village is false.",
        "Reports that the army shelled the clinic are untrue, the ministry said.",
        "The information of the ministry, according to which rebels opened fire at Sarn, is not true.",
        "The assertion that rebels attacked the convoy has been refuted.",
        "The information that rebels opened fire does not correspond to reality.",
        "The mayor dismissed the allegation that rebels had shelled the clinic.",
        "The ministry said reports that its forces shelled the clinic were fabricated.",
        "Reports of an attack on the convoy are baseless.",
        "The rumours, according to which rebels shot two teachers, are false.",
        "The statement of the ministry, according to which troops shelled the clinic, is untrue.",
        "A report according to which guards beat prisoners was fabricated.",
    ],
)
def test_what_a_false_claim_says_did_not_happen_for_sure_and_accuses_nobody(text, read_text):
    assert levels(text, read_text) == []
    deeds = [event for event in read_text(text).events if event.type == "ASSAULT"]
    assert {event.factuality for event in deeds} == {"?"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KARSK, Orvan (Hill Wire) — Rebels launched nine drones at the port overnight.", {"Rebels"}),
        ("SARN, Orvan (Hill Wire) - Rebels shelled a market on Monday.", {"Rebels"}),
        ("PARIS — Police arrested nine men.", {"Police"}),
        ("Sarn, March 3 (Hill Wire) - Rebels shelled a market.", {"Rebels"}),
        ("NATO forces bombed a bridge.", {"NATO forces"}),
    ],
)
def test_the_place_of_a_dateline_does_nothing(text, expected, read_text):
    assert actors(text, read_text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The side suffered losses: up to 5 servicemen killed and wounded.",
        "Officials counted four farmers killed and injured.",
        "The ministry listed its losses: nine guards killed.",
    ],
)
def test_victims_are_held_responsible_for_nothing(text, read_text):
    assert levels(text, read_text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Footage indicates that Orvan troops advanced near Sarn.",
        "A blogger claimed that Orvan forces had entered and captured the town.",
        "A resident said the militia had shot down two drones.",
    ],
)
def test_a_move_between_forces_is_no_accusation(text, read_text):
    assert "accused" not in levels(text, read_text)


def test_losses_hang_on_no_denial(read_text):
    text = "The rebels say no civilians were harmed. A nurse said more than thirty people were killed in the market."
    held = {event.trigger.words(text): event.casualties for event in read_text(text).events}
    assert [(loss.kind, loss.high) for loss in held["harmed"]] == [("wounded", 0)]
    assert [(loss.kind, loss.low) for loss in held["killed"]] == [("killed", 30)]
