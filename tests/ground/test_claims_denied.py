"""What is denied reads as denied: no denial comes out as an admission, and no admission as a denial."""

from __future__ import annotations

import pytest

from firsthand.schema import chain_words


def told(reading):
    return [(claim.polarity, claim.certainty, claim.text) for claim in reading.claims]


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        (
            "The navy dismissed as groundless reports that its gunboats shelled a fish market.",
            "The navy",
            "its gunboats shelled a fish market",
        ),
        (
            "Officials rejected as entirely false allegations that police shot a student.",
            "Officials",
            "police shot a student",
        ),
        (
            "The ministry dismissed claims that its helicopters struck a clinic as baseless.",
            "The ministry",
            "its helicopters struck a clinic",
        ),
        (
            "Claims that its soldiers burned the mill were dismissed as false by the army.",
            "the army",
            "its soldiers burned the mill",
        ),
        (
            'The minister, Ana Weil, called claims that police shot a student "completely false".',
            "Ana Weil",
            "police shot a student",
        ),
        (
            "The general called it a lie that his men had mined the road.",
            "The general",
            "his men had mined the road",
        ),
        (
            "The spokesman said that reports the army had used cluster bombs were baseless.",
            "The spokesman",
            "the army had used cluster bombs",
        ),
        ('"It is not true that our boats fired," the admiral said.', "the admiral", "our boats fired"),
    ],
)
def test_what_is_dismissed_as_untrue_is_denied_and_nothing_is_admitted(text, who, what, read_text):
    reading = read_text(text)
    assert [claim.polarity for claim in reading.claims] == ["-"]
    assert reading.claims[0].text == what
    assert chain_words(reading.claims[0].chain) == f"Harbour Post < {who}"


@pytest.mark.parametrize(
    "text",
    [
        "There was no warning before the strike, the mayor said.",
        '"This was not a mistake," the widow said.',
        "The cause of the fire is not yet known.",
        "There is no hospital in the valley.",
        "There were no immediate reports of deaths.",
        "The army said it was not aware of any raid on the village.",
        "No shells hit the mill.",
    ],
)
def test_a_main_clause_that_says_not_is_denied(text, read_text):
    assert [claim.polarity for claim in read_text(text).claims] == ["-"]


def test_what_is_only_spoken_of_beside_a_denial_is_not_denied_with_it(read_text):
    reading = read_text("The army said it was not aware of any raid on the village.")
    raids = {event.id for event in reading.events if event.type == "ASSAULT"}
    assert raids.isdisjoint({claim.event for claim in reading.claims})


@pytest.mark.parametrize(
    "text",
    [
        "No fewer than 12 people were killed, the mayor said.",
        "The strike killed not only soldiers but also two nurses, the mayor said.",
        "The convoy was not only late but also short of fuel.",
        "There were reports of deaths.",
        "There is no doubt that the army shelled the mill, the mayor said.",
        "The convoy had no choice but to turn back.",
        "Not all soldiers left the mill.",
        "The report said the claim was false and that soldiers had fired first.",
    ],
)
def test_a_no_that_denies_nothing_leaves_a_claim_put_forward(text, read_text):
    assert [claim.polarity for claim in read_text(text).claims] == ["+"]


@pytest.mark.parametrize(
    "text",
    [
        "There is no proof that the militia mined the bridge.",
        "The monitors said there was no indication that rockets were fired from the school.",
        "There was no immediate confirmation that the plane had been shot down.",
        "The police found no sign that the fire was set on purpose.",
    ],
)
def test_what_there_is_no_evidence_of_is_unknown(text, read_text):
    assert [claim.certainty for claim in read_text(text).claims] == ["unknown"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The navy said its ships had not fired on the port and that the militia had mined the harbour.",
            {("-", "its ships had not fired on the port"), ("+", "the militia had mined the harbour")},
        ),
        (
            "A rocket hit the mill, but nobody was hurt.",
            {("+", "A rocket hit the mill"), ("-", "nobody was hurt.")},
        ),
        (
            "Shelling damaged a bakery on Monday; no deaths were reported.",
            {("+", "Shelling damaged a bakery on Monday"), ("-", "no deaths were reported.")},
        ),
        (
            "The army said it hit a barracks, not a hospital.",
            {("+", "it hit a barracks"), ("-", "it hit … not a hospital")},
        ),
        (
            "The mayor said that the school was not hit and that the clinic was not hit.",
            {("-", "the school was not hit and that the clinic was not hit")},
        ),
    ],
)
def test_clauses_of_which_one_is_denied_and_one_is_not_are_claims_of_their_own(text, parts, read_text):
    assert {(polarity, words) for polarity, _, words in told(read_text(text))} == parts


def test_what_stands_before_a_semicolon_is_as_sure_as_if_it_stood_alone(read_text):
    reading = read_text("A mine destroyed a bus near Dorn; nobody was hurt.")
    assert told(reading)[0] == ("+", "certain", "A mine destroyed a bus near Dorn")


@pytest.mark.parametrize(
    "denial",
    [
        "The army said this was a lie.",
        "The governor told reporters that this was untrue.",
        "The general said the allegation was groundless.",
        "The army denied this.",
        "The army rejected the allegation.",
        "The minister dismissed the report as propaganda.",
    ],
)
def test_a_denial_of_what_was_said_before_carries_it(denial, read_text):
    before, after = read_text(f"The charity said a shell hit its clinic. {denial}").claims
    assert (before.polarity, after.polarity) == ("+", "-")
    assert after.text.startswith("a shell hit its clinic")
    assert after.event == before.event
    assert "charity" not in chain_words(after.chain)


@pytest.mark.parametrize(
    "text",
    [
        "Rain fell on Monday. The army said the allegation was false.",
        "The army denied the allegations.",
        "Guards saw a boat. Three fell ill. The rebels dismissed the report as lies.",
    ],
)
def test_a_denial_of_what_is_not_said_before_is_unknown(text, read_text):
    assert read_text(text).claims[-1].certainty == "unknown"


@pytest.mark.parametrize(
    "text",
    [
        "The union condemned the shelling of a clinic that killed two nurses on Monday.",
        "The bishop condemns attack on market in Dorn",
        "The council denounced the murder of a teacher.",
    ],
)
def test_who_condemns_a_deed_does_not_deny_it(text, read_text):
    assert [claim.polarity for claim in read_text(text).claims] == ["+"]


@pytest.mark.parametrize(
    ("text", "who", "certainty"),
    [
        ("The army accused the rebels of shelling a market in Dorn.", "The army", "certain"),
        (
            "The minister held the rebels responsible for the killing of two farmers.",
            "The minister",
            "certain",
        ),
        ("The raid was blamed on the militia.", "no one named", "possible"),
        ("The militia was blamed for the raid.", "no one named", "possible"),
    ],
)
def test_blame_is_whose_it_is_and_names_the_blamed(text, who, certainty, read_text):
    (claim,) = read_text(text).claims
    assert chain_words(claim.chain) == f"Harbour Post < {who}"
    assert claim.certainty == certainty
    assert claim.text == text.removesuffix(".")


def test_what_the_blamed_answers_is_not_part_of_the_blame(read_text):
    blame, answer = read_text("Villagers blamed the navy, which denied involvement.").claims
    assert (blame.text, blame.polarity) == ("Villagers blamed the navy", "+")
    assert (chain_words(answer.chain), answer.polarity) == ("Harbour Post < the navy", "-")


@pytest.mark.parametrize(
    ("text", "happened"),
    [
        ("We can hear shelling from the hills.", "+"),
        ("Two tanks can be seen on the bridge.", "+"),
        ("Columns of smoke could be seen above the port on Monday.", "+"),
        ("Smoke cannot be seen from the road.", "-"),
        ("The move could see fighting resume.", "?"),
    ],
)
def test_what_can_be_seen_or_heard_is_there(text, happened, read_text):
    assert {event.factuality for event in read_text(text).events} == {happened}


def test_what_keeps_somebody_from_a_place_is_there(read_text):
    reading = read_text("Aid workers have not been able to enter the camp because of shelling.")
    assert {event.factuality for event in reading.events if event.type == "ASSAULT"} == {"+"}


def test_what_the_publisher_could_not_confirm_is_unknown(read_text):
    reading = read_text("A dam burst on Monday. We have not been able to confirm that.")
    assert [claim.certainty for claim in reading.claims] == ["certain", "unknown"]


def test_a_phrase_that_is_no_clause_is_not_what_is_denied(read_text):
    reading = read_text('The general denied the raid, calling it "a fabrication". The ministry dismissed it.')
    assert "fabrication" not in reading.claims[-1].text
