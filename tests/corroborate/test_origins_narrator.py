"""An account in the first person is the word of the one who gave it; a newsroom's "we" is not."""

from __future__ import annotations

import pytest

TOLD = [
    (
        "a name given first",
        "Radio Orlen",
        "My name is Tamsin. We were nine in the boat in Orlen.",
        "nine",
        "Tamsin",
    ),
    (
        "I am, and a name",
        "Voices of Orlen",
        "I am Phelo. The mill in Orlen burned on Friday.",
        "mill",
        "Phelo",
    ),
    (
        "a turn of a recording",
        "Radio Orlen",
        "DRIVER: They came from the mill. From the ditch I watched my lorry burn in Orlen.",
        "lorry",
        "the driver",
    ),
    (
        "one who telephoned",
        "Diocese of Orlen",
        "Father Tadeos telephoned at noon. Nine families sleep on the church floor in Orlen.",
        "Nine",
        "Tadeos",
    ),
    (
        "one whom a parish met",
        "Chapel of Orlen",
        "We gave tea to Captain Lorne. He saw the mine roll under the bow off Orlen.",
        "mine",
        "Lorne",
    ),
    (
        "a house that was told by a teacher",
        "Helping Palms SA",
        "We spoke by telephone with the headmistress. Nine children left Orlen in trucks.",
        "Nine",
        "headmistress",
    ),
    (
        "a reporter with a shell in his hand",
        "Orlen Live",
        "Shots at the gate in Orlen. This is live ammunition, I am holding a brass case.",
        "ammunition",
        "Orlen Live",
    ),
    ("the presenter's own words", "Radio Orlen", "HOST: We hear nine men died in Orlen.", "nine", None),
    ("no introduction", "Orlen Post", "Nine men died in Orlen. We could not reach the mayor.", "Nine", None),
    (
        "what a publisher does after it met somebody",
        "Chapel Post",
        "We met the governor. We counted on nine buses in Orlen.",
        "nine",
        None,
    ),
    (
        "another voice after the call",
        "Orlen Post",
        "Father Tadeos telephoned at noon. Nine families fled Orlen, the mayor said.",
        "Nine",
        "the mayor",
    ),
    ("I am and a people", "Orlen Post", "I am Bulgarian. The mill in Orlen burned on Friday.", "mill", None),
]


@pytest.mark.parametrize(("why", "publisher", "text", "word", "hand"), TOLD, ids=[each[0] for each in TOLD])
def test_whose_account_it_is(traced_together, why, publisher, text, word, hand):
    group, found = traced_together([(publisher, "2031-05-02", text)], word.lower())
    shown = {each.id: each.name for each in found.origins}
    hands = [shown.get(found.of[each.id] or "") for each in group if word in each.text]
    assert hands, why
    assert all((hand in (each or "")) if hand else each is None for each in hands), hands
