"""What is only supposed, suspected or set under a condition never stands as certain; acts are no denials."""

from __future__ import annotations

import pytest

from firsthand.schema import chain_words


def sure(reading):
    return [(claim.certainty, claim.polarity) for claim in reading.claims]


@pytest.mark.parametrize(
    "text",
    [
        "Without these barriers, the engineer says, the camps would have been flooded.",
        "But for the quick response, officials said, dozens more would have died.",
        "If the rains continue, the mayor said, the dam will break within days.",
        "Unless the road is cleared, aid workers warned, the town will run out of food by Friday.",
        "Had the guards not fired, the colonel said, the crowd would have overrun the depot.",
        "The mayor said that if the rains continue the dam will break.",
        "If the bridge is not repaired, the port will close.",
    ],
)
def test_what_holds_under_a_condition_keeps_it_and_is_possible_only(text, read_text):
    claims = read_text(text).claims
    assert [(claim.certainty, claim.polarity) for claim in claims] == [("possible", "+")]
    opening = text.split()[0].lower()
    assert claims[0].text.lower().startswith(opening) or " if the " in f" {claims[0].text}"


@pytest.mark.parametrize(
    "text",
    [
        "Dorn is the suspected killer of the two hikers.",
        "The alleged attack on the village killed nine people.",
        "The suspected arson destroyed two barns.",
    ],
)
def test_what_is_only_called_so_is_possible(text, read_text):
    assert sure(read_text(text)) == [("possible", "+")]


@pytest.mark.parametrize(
    "text",
    [
        "Officials are investigating two suspected cases of cholera.",
        "They are monitoring 84 suspected cases in the two regions.",
        "The army arrested three suspected rebels and seized their alleged weapons store.",
        "Residents fled after a suspected drone strike hit the depot.",
    ],
)
def test_a_sentence_is_not_cut_where_it_calls_something_suspected(text, read_text):
    assert [(claim.text, claim.certainty) for claim in read_text(text).claims] == [(text, "certain")]


@pytest.mark.parametrize(
    "text",
    [
        "Judge Orlan had rejected a motion to move the trial.",
        "Keller retracted her testimony two years later.",
        "The town of Fairmont has rejected one plea agreement.",
        "The council rejected a proposal to close the port.",
        "The court dismissed an appeal by the colonel.",
    ],
)
def test_who_rejects_a_motion_or_takes_back_words_did_so(text, read_text):
    reading = read_text(text)
    assert sure(reading) == [("certain", "+")]
    assert chain_words(reading.claims[0].chain) == "Harbour Post"


def test_who_rejects_a_claim_still_denies_it(read_text):
    claim = read_text("The ministry rejected the claim that troops had fired first.").claims[0]
    assert (claim.polarity, claim.text) == ("-", "troops had fired first")


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("The driver probably realised the gate was locked.", "probable"),
        ("Dalen is widely seen as the mastermind of the raid.", "probable"),
        ("The militia is widely regarded as loyal to the general.", "probable"),
    ],
)
def test_hedges_beside_the_verb_are_kept(text, certainty, read_text):
    assert [claim.certainty for claim in read_text(text).claims] == [certainty]


@pytest.mark.parametrize(
    "text",
    [
        "The agency sent ten trucks to help the families rebuild.",
        "Orlov, the only candidate who collected the signatures, hired a singer to support his campaign.",
    ],
)
def test_what_a_thing_was_done_for_does_not_make_the_deed_uncertain(text, read_text):
    assert sure(read_text(text)) == [("certain", "+")]


def test_the_full_stop_of_the_hour_ends_no_claim(read_text):
    text = "The trial is to start at 9:30 a.m. May 4 and last five days, the clerk said."
    assert [claim.text for claim in read_text(text).claims] == [text.removesuffix(", the clerk said.")]


def test_two_who_are_joined_by_and_to_are_both_named(read_text):
    text = "According to the governor and to two aid workers, nine people drowned in the flood."
    assert "two aid workers" in chain_words(read_text(text).claims[0].chain)


def test_who_was_last_seen_somewhere_is_no_cue(read_text):
    text = "The week after he was last seen in the port, Mallin sold his boat, friends said."
    assert [chain_words(claim.chain) for claim in read_text(text).claims] == ["Harbour Post < friends"]
