"""A claim: whose words, how sure, at what place and time; introductions make none of their own."""

from __future__ import annotations

import pytest

from firsthand.schema import chain_words


def claims(reading):
    return {claim.text: claim for claim in reading.claims}


@pytest.mark.parametrize(
    ("text", "claim", "chain"),
    [
        ("Two carriers left the wood.", "Two carriers left the wood.", "Harbour Post"),
        (
            "The ministry said that two carriers left the wood.",
            "two carriers left the wood",
            "Harbour Post < The ministry",
        ),
        (
            "Residents told the Lindholm Institute that two shells had landed, the institute said.",
            "two shells had landed",
            "Harbour Post < Lindholm Institute < Residents",
        ),
        (
            "The men are believed to be volunteers.",
            "The men are believed to be volunteers",
            "Harbour Post < no one named",
        ),
    ],
)
def test_a_claim_carries_its_chain_from_the_publisher_to_the_last_voice(text, claim, chain, read_text):
    found = claims(read_text(text))
    assert claim in found, list(found)
    assert chain_words(found[claim].chain).lower().replace("the ", "") == chain.lower().replace("the ", "")


def test_a_voice_that_only_introduces_another_makes_no_claim_of_its_own(read_text):
    reading = read_text("The ministry said that residents had reported that two shells fell at dawn.")
    assert len([c for c in reading.claims if "shells" in c.text]) == 1


def test_a_denial_is_a_claim_of_the_one_who_denies(read_text):
    reading = read_text("The ministry denied reports that two shells had hit the market.")
    denials = [c for c in reading.claims if c.polarity == "-"]
    assert [c.chain[-1].name.lower() for c in denials] == ["the ministry"] or [
        c.chain[-1].name.lower() for c in denials
    ] == ["ministry"]


def test_a_negation_told_by_the_publisher_is_a_minus(read_text):
    (claim,) = read_text("The shells did not hit the market.").claims
    assert claim.polarity == "-"


def test_a_quotation_of_several_sentences_is_a_claim_a_sentence(read_text):
    reading = read_text('"Two shells fell. Nobody was hurt. The bridge stands," the mayor said.')
    assert len(reading.claims) == 3
    assert {c.chain[-1].name.lower().removeprefix("the ") for c in reading.claims} == {"mayor"}


def test_the_time_of_saying_is_not_the_time_of_the_claim(read_text):
    reading = read_text("The mayor said on Thursday that two shells had fallen on Tuesday.")
    (claim,) = [c for c in reading.claims if "shells" in c.text]
    when = [t for t in reading.times if t.id in claim.when]
    assert [t.value for t in when] == ["2031-03-11"]


@pytest.mark.parametrize(
    ("text", "first_hand"),
    [
        ("The video shows two carriers leaving the wood.", True),
        ("A survivor said that two carriers left the wood.", True),
        ("Military analysts said that the crews had fled.", False),
        ("The carriers are believed to have left the wood.", False),
        ("The ministry said that two carriers left the wood.", None),
    ],
)
def test_who_was_in_a_position_to_know_is_told_from_the_words_or_left_open(text, first_hand, read_text):
    assert [c.first_hand for c in read_text(text).claims] == [first_hand]


def test_a_place_that_acts_is_not_where_it_happened(read_text):
    reading = read_text("Norway said that two ships had collided near Lisbon.")
    (claim,) = [c for c in reading.claims if "ships" in c.text]
    named = [p.name for p in reading.places if p.id in claim.where]
    named += [a.name for r in reading.regions if r.id in claim.where for a in r.anchors]
    assert named == ["Lisbon"]


def test_who_released_the_footage_is_the_voice_nearest_the_event(read_text):
    reading = read_text(
        "A drone video released by the 9th River Brigade on Tuesday shows two carriers leaving the wood."
    )
    (claim,) = [c for c in reading.claims if "carriers" in c.text]
    assert "brigade" in claim.chain[-1].name.lower()
    assert claim.chain[-2].kind == "footage"
    (footage,) = reading.footage
    assert {t.id: t.value for t in reading.times}.get(footage.released) == "2031-03-11"


def test_without_a_publisher_the_chain_says_so_with_the_name_of_the_file(read_text):
    (claim,) = read_text("Two carriers left the wood.", publisher=None).claims
    assert claim.chain[0].kind == "outlet"
    assert claim.chain[0].name


def test_without_a_date_of_publication_no_day_of_the_week_is_guessed(read_text):
    reading = read_text("Two shells fell on Tuesday.", published=None)
    assert [t.earliest for t in reading.times] == [None]


def test_each_sentence_of_a_quotation_is_as_sure_as_its_own_words(read_text):
    reading = read_text(
        '"Two shells fell on the market. The bridge may fall as well. Nobody left," the mayor said.'
    )
    assert [claim.certainty for claim in reading.claims] == ["certain", "possible", "certain"]
    assert [claim.chain[-1].hedge for claim in reading.claims] == [None, "may", None]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The video showing two burnt carriers has caused an outcry.", "The video … has caused an outcry."),
        ("Tal, who heads the clinic, has left the town.", "Tal, who heads the clinic, has left the town."),
        ("The video shows infantry believed to be volunteers.", "infantry believed to be volunteers"),
    ],
)
def test_a_claim_says_whom_it_is_about(text, claim, read_text):
    assert claim in claims(read_text(text))


def test_the_date_of_a_dateline_is_that_of_the_saying(read_text):
    reading = read_text("SOVNA, March 14 (Northline) - Two shells fell on the market on Thursday.")
    (claim,) = reading.claims
    times = {t.id: t.value for t in reading.times}
    assert [times[t] for t in claim.when] == ["2031-03-13"]
    assert "2031-03-14" not in {times[t] for event in reading.events for t in event.times}


def test_a_region_named_before_its_word_says_where(read_text):
    reading = read_text("The army said that volunteers first fought in the Kherson region on 6 March.")
    (claim,) = [c for c in reading.claims if "volunteers" in c.text]
    assert [p.name for p in reading.places if p.id in claim.where]
