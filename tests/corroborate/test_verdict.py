"""The verdict: how many hands, in words and on the two scales, and what to ask next."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.corroborate import corroborate
from firsthand.corroborate.verdict.figures import figures
from firsthand.corroborate.verdict.scales import Weighed, credibility, in_words, verdict
from firsthand.schema import CERTAINTIES, Origin


def hand(name: str, party: bool | None = False) -> Origin:
    return Origin(id=name, name=name, kind="witness", party_to_conflict=party)


WITNESS, CLINIC, ARMY, REBELS = (
    hand("Anna Grol"),
    hand("Orlen Clinic"),
    hand("army", True),
    hand("rebels", True),
)
OPEN = hand("Harvest Lodge", None)


@pytest.mark.parametrize(
    ("hands", "against", "step"),
    [
        ((), (), 6),
        ((ARMY,), (), 6),
        ((OPEN,), (), 6),
        ((WITNESS,), (), 3),
        ((ARMY, REBELS), (), 3),
        ((WITNESS, ARMY), (), 2),
        ((WITNESS, CLINIC), (), 1),
        ((WITNESS, CLINIC, ARMY), (), 1),
        ((WITNESS, CLINIC), (ARMY,), 3),
        ((WITNESS,), (CLINIC,), 4),
        ((ARMY,), (WITNESS,), 4),
        ((ARMY,), (WITNESS, CLINIC), 5),
        ((), (WITNESS, CLINIC), 6),
    ],
)
def test_the_credibility_suggested_goes_by_hands_apart_from_the_conflict(hands, against, step):
    others = [Weighed(hands=against)] if against else []
    given_step, why = credibility(Weighed(hands=hands), others)
    assert given_step == step
    assert why.note


HANDS = st.lists(st.sampled_from([WITNESS, CLINIC, ARMY, REBELS, OPEN]), unique=True).map(tuple)


@given(hands=HANDS, against=HANDS, sure=st.sampled_from(CERTAINTIES), less=st.sampled_from(CERTAINTIES))
def test_a_hedge_never_raises_the_credibility(hands, against, sure, less):
    if CERTAINTIES.index(less) < CERTAINTIES.index(sure):
        sure, less = less, sure
    others = [Weighed(hands=against)] if against else []
    outright, _ = credibility(Weighed(hands=hands, certainty=sure), others)
    hedged, _ = credibility(Weighed(hands=hands, certainty=less), others)
    assert hedged >= outright


@given(hands=HANDS, against=HANDS)
def test_what_speaks_against_a_claim_never_raises_its_credibility(hands, against):
    alone, _ = credibility(Weighed(hands=hands))
    beside, _ = credibility(Weighed(hands=hands), [Weighed(hands=against)])
    assert beside >= alone or alone == 6


@pytest.mark.parametrize(
    ("weighed", "words"),
    [
        (
            Weighed(hands=(WITNESS, ARMY), untraced=1, documents=6),
            "2 independent first hands, 1 not party to the conflict, 1 telling untraced, from 6 documents",
        ),
        (
            Weighed(hands=(WITNESS,), documents=1),
            "1 independent first hand, 1 not party to the conflict, from 1 document",
        ),
        (
            Weighed(untraced=3, documents=2),
            "untraced: no independent first hand, 3 tellings untraced, from 2 documents",
        ),
    ],
)
def test_the_count_in_words(weighed, words):
    assert in_words(weighed) == words


def test_a_claim_that_nobody_known_speaks_against_is_not_held_against_it():
    assert verdict(Weighed(hands=(WITNESS, CLINIC)), [Weighed(untraced=2)]).credibility == 1


def test_the_letter_of_a_source_is_the_users_alone_and_is_never_merged_with_the_count():
    of = Weighed(hands=(WITNESS, CLINIC), publishers=("Evening Echo",))
    assert verdict(of).reliability is None
    graded = verdict(of, grades={"anna grol": "C", "Evening Echo": "A"})
    assert (graded.reliability, graded.credibility) == ("C", 1)
    assert verdict(of, grades={"Evening Echo": "B"}).reliability == "B"
    assert verdict(of, grades={"Somebody Else": "A"}).reliability is None


def test_a_figure_has_its_least_its_best_and_its_most_with_the_days_it_was_told(traced_together):
    group, traced = traced_together(
        [
            (
                "Coast Radio",
                "2031-05-02",
                "At least 15 soldiers were killed at the post in Orlen, police said.",
            ),
            (
                "Evening Echo",
                "2031-05-02",
                "Seventeen soldiers were killed at the post in Orlen, doctors said.",
            ),
            (
                "Harbour Post",
                "2031-05-03",
                "Seventeen soldiers were killed at the post in Orlen, the army said.",
            ),
            (
                "Port Gazette",
                "2031-05-04",
                "Sixteen soldiers were killed at the post in Orlen, the army said.",
            ),
        ],
        "soldiers",
    )
    (figure,) = figures(group, traced.of)
    assert (figure.low, figure.best, figure.high) == (15, 17, None)
    assert (figure.first_told, figure.last_told) == ("2031-05-02", "2031-05-04")
    assert figure.of == "soldiers"


@pytest.mark.parametrize(
    ("docs", "question"),
    [
        (
            [("Evening Echo", "2031-05-02", "Nine people were killed in Orlen, Coast Radio reported.")],
            "No first hand for “Nine people were killed in Orlen”: ask Coast Radio, whom Evening Echo goes by.",
        ),
        (
            [("Evening Echo", "2031-05-02", "Nine people were killed in Orlen.")],
            "No first hand for “Nine people were killed in Orlen”: ask Evening Echo who told it.",
        ),
        (
            [("Evening Echo", "2031-05-02", "Nine people were killed in Orlen, media reports said.")],
            "No first hand for “Nine people were killed in Orlen”: find the reports that Evening Echo speaks of.",
        ),
        (
            [("Evening Echo", "2031-05-02", "Nine people were killed in Orlen, the army said.")],
            "Only a party to the conflict says “Nine people were killed in Orlen” (the army): ask someone who is none.",
        ),
        (
            [("Evening Echo", "2031-05-02", "Nine people were killed in Orlen, the mayor said.")],
            "One first hand for “Nine people were killed in Orlen” (the mayor): find a second who knows it for himself.",
        ),
    ],
)
def test_what_to_ask_next(docs, question, read_docs):
    assert question in corroborate(read_docs(docs)).groups[0].ask


def test_when_and_where_and_how_many_are_told_in_words(read_docs):
    found = corroborate(
        read_docs(
            [("Evening Echo", "2031-05-02", "Up to 88,000 troops came to Oslo on 1 May 2031, the army said.")]
        )
    )
    (group,) = [each for each in found.groups if each.how_many]
    assert group.how_many == ("up to 88,000 troops",)
    assert group.when == ("1 May 2031 (2031-05-01)",)
    assert group.where == ("Oslo",)
