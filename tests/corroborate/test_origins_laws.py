"""Laws of first hands: what never changes them, whatever the documents say."""

from __future__ import annotations

import msgspec
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from firsthand.corroborate import corroborate, reasons
from firsthand.corroborate.independence.likeness import likeness
from firsthand.corroborate.names.described import describe
from firsthand.corroborate.names.spelled import same_mark, same_person
from firsthand.schema import Findings

DOING = "nine people were killed in Orlen"
SENTENCES = [
    f"{DOING.capitalize()}, the mayor said.",
    f"{DOING.capitalize()}, the governor said, citing the regional hospital.",
    f"Army spokesman Petr Lom said {DOING}.",
    f"{DOING.capitalize()}, Coast Radio reported.",
    f"{DOING.capitalize()}, media reports said.",
    f"{DOING.capitalize()}.",
    f"A drone video released by the army shows that {DOING}.",
    f"Mobile phone footage shows that {DOING}.",
    f"A video posted online shows that {DOING}.",
    f"A photograph taken by a resident shows that {DOING}.",
    f"Velia's interior ministry was silent. The ministry later said that {DOING}.",
    f"A Lutian army brigade said {DOING}.",
    f"The 7th Mountain Brigade said {DOING}.",
    f"Our photographer, Mira Tal, was there when {DOING}.",
    f"Residents told the Echo that {DOING}.",
    f"“I saw it: {DOING},” said Anna Grol, a baker.",
    f"Police denied that {DOING}.",
    "At least three people were wounded, doctors said.",
    "Nineteen people were wounded. Four of them were in a critical condition.",
]
PUBLISHERS = ["Northline Agency", "Coast Radio", "Evening Echo", "Harbour Post", "Orlen Clinic"]
DAYS = ["2031-05-02", "2031-05-03"]
DOCS = st.lists(
    st.tuples(
        st.sampled_from(PUBLISHERS),
        st.sampled_from(DAYS),
        st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3, unique=True).map(" ".join),
    ),
    min_size=1,
    max_size=5,
)
OFTEN = settings(
    max_examples=settings.default.max_examples // 5,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
SAID_THEN_BARE = (
    "Orlen Clinic",
    "2031-05-02",
    f"{SENTENCES[0]} Nineteen people were wounded. Four of them were in a critical condition.",
)
WORDS = st.sampled_from(
    ["the army", "Vostria's army", "Anna Grol", "residents", "the mayor", "a drone video", "Coast Radio", "officials",
     "the Relief Committee", "the clinic", "documents", "the engineers", "Ivan Mork, a surgeon at the clinic"]
)  # fmt: skip
KINDS = st.sampled_from(["person", "organisation", "force", "outlet", "document", "footage", "unnamed"])
VOICES = st.builds(
    lambda phrase, kind, d: describe(d, phrase, phrase, kind), WORDS, KINDS, st.sampled_from("ab")
)


def hands(found: Findings) -> dict[str, int]:
    return {group.text.casefold(): group.independent_first_hands for group in found.groups}


@OFTEN
@given(docs=DOCS, order=st.randoms(use_true_random=False))
def test_the_order_of_the_documents_never_matters(docs, order, read_docs):
    readings = read_docs(docs)
    mixed = list(readings)
    order.shuffle(mixed)
    assert msgspec.json.encode(corroborate(readings)) == msgspec.json.encode(corroborate(mixed))


@OFTEN
@given(docs=DOCS, copier=st.sampled_from(["City Mirror", "Port Gazette"]))
@example(docs=[SAID_THEN_BARE], copier="City Mirror")
def test_a_copied_article_never_adds_a_first_hand(docs, copier, read_docs):
    before = corroborate(read_docs(docs))
    after = corroborate(read_docs([*docs, (copier, "2031-05-04", docs[0][2])]))
    most = max((group.independent_first_hands for group in before.groups), default=0)
    assert max((group.independent_first_hands for group in after.groups), default=0) <= most
    assert len(after.origins) <= len(before.origins)


@OFTEN
@given(docs=DOCS)
def test_a_voice_is_never_lost_between_reading_and_verdict(docs, read_docs):
    readings = read_docs(docs)
    found = corroborate(readings)
    kept = {voice.name for claim in found.claims for voice in claim.chain}
    assert {voice.name for each in readings for claim in each.claims for voice in claim.chain} <= kept
    ids = {origin.id for origin in found.origins}
    assert {claim.origin for claim in found.claims} - {None} <= ids
    assert {origin for group in found.groups for origin in group.origins} == ids


@OFTEN
@given(docs=DOCS)
def test_every_derived_value_has_a_reason_that_can_be_explained(docs, read_docs):
    found = corroborate(read_docs(docs))
    derived = [
        *found.claims,
        *found.origins,
        *found.groups,
        *found.copies,
        *found.contradictions,
        *found.updates,
    ]
    derived += [group.verdict for group in found.groups] + [
        f for group in found.groups for f in group.figures
    ]
    for value in derived:
        assert value.because, value
        for reason in value.because:
            assert reason.rule in reasons(), reason.rule
    texts = {each.document.id: each.document.text for each in read_docs(docs)}
    for claim in found.claims:
        for reason in claim.because:
            assert all(span.words(texts[claim.document]).strip() for span in reason.anchors)
        assert all(span.words(texts[claim.document]).strip() for span in claim.anchors)


@OFTEN
@given(docs=DOCS)
def test_what_is_counted_is_what_is_shown(docs, read_docs):
    found = corroborate(read_docs(docs))
    origin_of = {claim.id: claim.origin for claim in found.claims}
    for group in found.groups:
        behind = {origin_of[claim] for claim in group.claims} - {None}
        assert group.independent_first_hands == len(group.origins) == len(behind)
        assert 0 <= group.disinterested_first_hands <= group.independent_first_hands
        assert group.untraced == (not behind)
        assert group.untraced == (group.verdict.words.startswith("untraced"))


@given(one=VOICES, other=VOICES)
def test_likeness_has_no_direction(one, other):
    assert likeness(one, other) == likeness(other, one)


@given(one=st.text(max_size=20), other=st.text(max_size=20))
def test_names_of_any_letters_are_compared_both_ways(one, other):
    assert same_mark(one, other) == same_mark(other, one)
    a, b = tuple(one.split()), tuple(other.split())
    assert same_person(a, b) == same_person(b, a)
    assert not a or same_person(a, a)


ODD = st.one_of(
    st.text(max_size=80),
    st.sampled_from(
        [
            "",
            "(((((",
            "“He said “she said “it said",
            "❗️ 🇷🇻",
            "said said said.",
            "The The The said.",
            "\x00,\x00.",
            "A, B, C, told us at the",
        ]
    ),
)


@OFTEN
@given(texts=st.lists(ODD, min_size=1, max_size=3), publisher=st.text(max_size=20))
def test_no_text_breaks_the_comparison(texts, publisher, read_docs):
    found = corroborate(read_docs([(publisher, "2031-05-02", text) for text in texts]))
    assert len(found.documents) == len(texts)
