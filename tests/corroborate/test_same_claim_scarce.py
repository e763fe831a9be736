"""Tellings outside the lexicon of happenings are joined by the words that few others have."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.corroborate.same_claim.grouped import same_claims
from firsthand.corroborate.same_claim.scarce import joined_by_scarce_words
from firsthand.corroborate.telling.propositions import tellings

STORY = (
    "Lutia's mountain rescue said an avalanche had closed the pass road at Orvik. "
    "The mayor said the bakery of Orvik has flour and yeast until Sunday. "
    "A driver said his lorry skidded on black ice. Teachers said lessons would go on."
)


@pytest.fixture(scope="module")
def groups(read_docs):
    """The groups of a story about a pass with one other text about it."""

    def found(*texts):
        documents = [("Harbour Post", "2031-03-12", STORY)]
        documents += [("River Radio", "2031-03-13", text) for text in texts]
        told = [each for reading in read_docs(documents) for each in tellings(reading)]
        return joined_by_scarce_words(same_claims(told))

    return found


def together(groups, one, other):
    return any(
        any(one in each.piece for each in group) and any(other in each.piece for each in group)
        for group in groups
    )


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (
            "The pass road at Orvik is shut because of an avalanche, a gendarme said.",
            "had closed",
            "is shut",
        ),
        (
            "Black ice made the lorry skid, the gendarmerie of Orvik said.",
            "skidded on",
            "Black ice made",
        ),
        ("Flour and yeast are left in the bakery, a baker said.", "until Sunday", "are left"),
    ],
)
def test_what_the_lexicon_does_not_know_is_joined_by_scarce_words(groups, text, one, other):
    assert together(groups(text), one, other)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("The pass road at Sundal is shut because of an avalanche, a gendarme said.", "had closed", "Sundal"),
        ("No avalanche closed the pass road at Orvik, a gendarme said.", "had closed", "No avalanche"),
        (
            "A gendarme said Wednesday's avalanche killed two skiers on the pass road at Orvik.",
            "had closed",
            "two skiers",
        ),
        ("Lessons about avalanches are popular in Orvik, a gendarme said.", "had closed", "popular"),
        ("The pass road at Orvik will be closed by a second avalanche, he said.", "had closed", "second"),
    ],
)
def test_another_place_a_denial_a_figure_or_one_shared_word_joins_nothing(groups, text, one, other):
    assert not together(groups(text), one, other)


SENTENCES = (
    "An avalanche had closed the pass road, rescuers said.",
    "The pass road is shut because of an avalanche, a gendarme said.",
    "The bakery has flour until Sunday, the mayor said.",
    "Flour in the bakery will last until the weekend, a baker said.",
    "A partner instructor was present at the depot, an officer said.",
    "The depot had a partner instructor standing by, a clerk said.",
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(SENTENCES))
def test_groups_do_not_depend_on_the_order_and_hold_each_telling_once(read_docs, sentences):
    def ids(texts):
        documents = [(f"Paper {SENTENCES.index(text)}", "2031-03-12", text) for text in texts]
        told = [each for reading in read_docs(documents) for each in tellings(reading)]
        groups = joined_by_scarce_words(same_claims(told))
        assert sorted(each.id for group in groups for each in group) == sorted(each.id for each in told)
        return {frozenset(each.text for each in group) for group in groups}

    assert ids(sentences) == ids(SENTENCES)
