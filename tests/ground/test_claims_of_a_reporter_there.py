"""What a live page tells in plain words while its own reporter is on the spot."""

from __future__ import annotations

LIVE = (
    "14:05 Our reporter Mina Sorel is at the harbour gate.\n\n"
    "14:20 Soldiers have just fired tear gas into the crowd.\n\n"
    "15:05 She counts three dead.\n\n"
    "15:30 Police say only rubber bullets were used."
)


def test_plain_posts_behind_the_reporter_have_a_first_hand_and_no_clock(read_text):
    knows = {claim.text: claim.first_hand for claim in read_text(LIVE).claims}
    assert knows["Soldiers have just fired tear gas into the crowd."] is True
    assert knows["She counts three dead."] is True
    assert knows["only rubber bullets were used"] is None


def test_without_a_reporter_there_plain_posts_have_no_first_hand(read_text):
    text = "17:05 Two men were shot dead at the gate.\n\n17:20 The army has closed the bridge."
    claims = read_text(text).claims
    assert next(claim.text for claim in claims) == "Two men were shot dead at the gate."
    assert all(claim.first_hand is None for claim in claims)


def test_what_a_reporter_who_went_there_tells_behind_a_colon_has_a_first_hand(read_text):
    text = "Ana Reyes of this newspaper has visited both villages: three houses burned down in Lower Manda."
    assert [claim.first_hand for claim in read_text(text).claims] == [True]
