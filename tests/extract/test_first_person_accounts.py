"""Accounts in the first person, told behind a colon or learned from another: whose they are."""

import pytest


def voices(reading):
    """Per claim the last voice of its chain, and its first three words."""
    return [(claim.chain[-1].name, " ".join(claim.text.split()[:3]).strip(".,")) for claim in reading.claims]


CONTRIBUTED = [
    (
        "I keep bees along the fence, writes Greta Amsel. A white streak rose behind the pines. I told the police.",
        "A white streak",
        "Greta Amsel",
    ),
    (
        "I drove the fourth lorry, says Yusuf Adel. The plane came back twice. We hid in the ditch.",
        "The plane came",
        "Yusuf Adel",
    ),
    (
        'I drove the fourth lorry, says Yusuf Adel. "The plane came back twice. I laid them in the ditch."',
        "The plane came",
        "Yusuf Adel",
    ),
    (
        "By Ilse Brandt, nurse\n\nI was on the bench when we stopped.\n\nTwo shells hit the bow. I swam an hour.",
        "Two shells hit",
        "Ilse Brandt",
    ),
    (
        "From the diary of Oda Renn\n\nI heard the trucks at noon.\n\nSoldiers burned three houses. I hid.",
        "Soldiers burned three",
        "Oda Renn",
    ),
    (
        "Sir, I live above the mill.\n\nSoldiers burned three houses. My barn went too.\n\nOda Renn, Mill Street",
        "Soldiers burned three",
        "Oda Renn",
    ),
    # not an account of somebody else's
    (
        "I keep bees along the fence, writes Greta Amsel. A white streak rose behind the pines.",
        "A white streak",
        "Harbour Post",
    ),
    (
        "I keep bees, writes Greta Amsel. A streak rose behind the pines. The police told us nothing.",
        "A streak rose",
        "Harbour Post",
    ),
    (
        "By Ilse Brandt, correspondent\n\nI was on the bench.\n\nTwo shells hit the bow. I swam an hour.",
        "Two shells hit",
        "Harbour Post",
    ),
    (
        "By Ilse Brandt, nurse\n\nThe boat stopped at noon.\n\nTwo shells hit the bow.",
        "Two shells hit",
        "Harbour Post",
    ),
]


@pytest.mark.parametrize(("text", "words", "voice"), CONTRIBUTED)
def test_an_account_in_the_first_person_is_its_authors(text, words, voice, read_text):
    assert (voice, words) in voices(read_text(text))


COLONS = [
    ("The second mate holds fast at his story: a small plane dived into the load.", "The second mate"),
    ("Ilse Brandt counts in her copybook: thirty that evening who could not breathe.", "Ilse Brandt"),
    ("Mirek Tal was on the roof. His account is short: two planes came from the east.", "Mirek Tal"),
    ("The survivors' story is the same: the guards fired from the towers.", "survivors"),
    ("The sexton sticks to his version: eight men were buried that night.", "The sexton"),
    ("The doctor puts it plainly: the men were shot from behind.", "The doctor"),
    ("The soldiers fired at the bus for an hour, as the driver puts it.", "the driver"),
    ("As Mirek Tal tells it, the soldiers came in two lorries.", "Mirek Tal"),
    ("Mirek Tal has not slept. Two children died in the night, so he tells it.", "Mirek Tal"),
    ("The police have one task: the driver must be found.", None),
    ("The bus burned for an hour: three people died.", None),
    ("His bag is heavy: it holds three stones.", None),
    ("The mayor did not say it: three people died.", None),
    ("The driver put the crate down: it held nine shells.", None),
    ("The match ended as the keeper had it: two men went down.", None),
]


@pytest.mark.parametrize(("text", "voice"), COLONS)
def test_what_a_voice_tells_behind_a_colon_is_its_own(text, voice, read_by_rules):
    found = [
        each.source_name and each.source_name.lower()
        for each in read_by_rules(text).attributions
        if {"attribution.behind_colon", "attribution.as_told"} & {reason.rule for reason in each.because}
    ]
    assert [name.removeprefix("the ") for name in found] == (
        [voice.lower().removeprefix("the ")] if voice else []
    )


def test_what_a_publisher_found_out_itself_is_its_own_voice(read_text):
    text = "Our own check of the registers puts the number of missing pupils at seventy-three."
    [claim] = read_text(text, publisher="Orlan Police Command").claims
    assert claim.chain[-1].name == "Orlan Police Command"


LEARNED = [
    ("The Union learns from Radio Osk that its reporter was shot.", ["Union", "Radio Osk"]),
    ("The paper has learned from two officers that the order came by radio.", ["paper", "two officers"]),
    ("The committee heard from a nurse that nine men had died.", ["committee", "a nurse"]),
    (
        "A missile brought down the plane, the Northern Ledger reports, quoting officials.",
        ["Northern Ledger", "officials"],
    ),
    ("Rebels shot nine men, Radio Osk reports, citing two nurses.", ["Radio Osk", "two nurses"]),
    ("The union learned on Friday that its reporter was shot.", ["union"]),
    ("Provocateurs should remember that the army never sleeps.", []),
    ("Saboteurs must know that they will be found.", []),
]


@pytest.mark.parametrize(("text", "chain"), LEARNED)
def test_who_passes_on_stands_outside_whom_he_has_it_from(text, chain, read_text):
    inner = max(read_text(text).claims, key=lambda claim: len(claim.chain))
    assert [voice.name.removeprefix("The ").removeprefix("the ") for voice in inner.chain[1:]] == chain
