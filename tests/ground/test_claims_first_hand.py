"""Whether the last voice of a claim was in a position to know: told from the words, or left open."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "first_hand"),
    [
        ("The governor said that two shells fell near the school.", None),
        ("The mayor said that two shells fell near the school.", None),
        ("A spokesman for the ministry said that four soldiers were killed.", None),
        ("Officials said the strike may have killed six people.", None),
        ("Police said that two men had fired.", None),
        ("The mayor said he counted eleven burnt cars.", True),
        ("The mayor said he had ordered the evacuation of the lower town.", True),
        ("The mayor, who visited the site, said that the roof burned.", True),
        ("The brigade said it had shelled the depot.", True),
        ("The army said its drones struck a bridge.", True),
        ("The army said it was hit by a missile.", None),
        ("The ministry said it believed that rebels fired.", None),
        ("The army said that it will leave in May.", None),
        ("The hospital director said that nine patients had died.", True),
        ("The hospital director said that the army had shelled the school.", None),
        ("Residents said that shells fell at dawn.", True),
        ("Residents believe the shells came from the ridge.", None),
        ("Media reports said that four people died.", False),
        ("I saw two tanks near the bridge.", True),
        ("A reporter at the scene saw three bodies.", True),
        ("Our correspondent in Velny saw two tanks near the bridge.", True),
        ("A Harbour Post reporter saw three bodies by the road.", True),
        ("A Corvin reporter saw three bodies by the road.", None),
        ("Two shells fell near the school.", None),
    ],
)
def test_an_office_alone_does_not_tell_but_own_acts_own_eyes_and_own_records_do(text, first_hand, read_text):
    assert read_text(text).claims[-1].first_hand is first_hand


def test_what_a_reporter_can_hear_is_told_as_a_fact(read_text):
    claim = read_text("I can hear shelling from the hotel.").claims[0]
    assert (claim.certainty, claim.first_hand, len(claim.chain)) == ("certain", True, 1)
