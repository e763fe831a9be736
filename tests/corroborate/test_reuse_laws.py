"""Laws of copies, over texts that nobody wrote: order, symmetry, slices, verbatim copies, shared quotations."""

from __future__ import annotations

import re

import msgspec
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from firsthand.corroborate.reuse import CopyIndex, copies
from firsthand.corroborate.reuse.words import STEM
from firsthand.schema import Document

WORDS = [
    "shell",
    "market",
    "river",
    "convoy",
    "bridge",
    "wounded",
    "harvest",
    "ministry",
    "curfew",
    "trench",
    "depot",
    "window",
    "orchard",
    "morning",
    "Tarvo",
    "Orlin",
    "Sorva",
    "Marn",
    "12",
    "40",
    "said",
    "near",
    "the",
    "of",
    "a",
    "and",
    "when",
    "they",
    "that",
    "because",
    "северный",
    "посёлок",
    "колонна",
    "мост",
]
AGREES = 0.5
"""Least share of the words of a passage, on its longer side, that stand on the other side."""

sentences = st.lists(st.sampled_from(WORDS), min_size=3, max_size=24).map(lambda ws: " ".join(ws) + ".")
texts = st.lists(sentences, min_size=1, max_size=6).map(" ".join)
quoted = st.lists(st.sampled_from(WORDS), min_size=12, max_size=60).map(" ".join)
days = st.sampled_from([None, "2031-03-12", "2031-03-13", "2031-03-13T08:00:00Z", "last week"])
outlets = st.sampled_from([None, "Coastline", "Harbour Post"])
loose = st.text(max_size=300)


@st.composite
def collections(draw: st.DrawFn) -> list[Document]:
    """Documents of which some are made from others, some quote the same, and some are anything at all."""
    made: list[str] = draw(st.lists(texts | loose, min_size=1, max_size=5))
    statement = draw(quoted)
    for _ in range(draw(st.integers(0, 4))):
        model = draw(st.sampled_from(made))
        kept = model.split(" ")[draw(st.integers(0, 5)) :]
        made.append(draw(texts) + f' "{statement}" ' + " ".join(kept))
    return [
        Document(id=f"d{n}", sha256="", text=text, published=draw(days), publisher=draw(outlets))
        for n, text in enumerate(made)
    ]


def stems(text: str) -> list[str]:
    return [word.casefold()[:STEM] for word in re.findall(r"[^\W_]+", text)]


@settings(max_examples=30, deadline=None)
@given(st.data(), collections())
def test_the_order_of_documents_never_matters_to_a_byte(data, documents):
    shuffled = data.draw(st.permutations(documents))
    assert msgspec.json.encode(copies(documents)) == msgspec.json.encode(copies(shuffled))


@settings(max_examples=30, deadline=None)
@given(st.data(), collections())
def test_documents_added_one_by_one_give_what_all_together_give(data, documents):
    index = CopyIndex()
    for document in data.draw(st.permutations(documents)):
        index.add(document)
        index.copies_of(document.id)
    every = copies(documents)
    assert index.copies() == every
    for document in documents:
        own = tuple(copy for copy in every if document.id in (copy.document, copy.of))
        assert index.copies_of(document.id) == own


@settings(max_examples=30, deadline=None)
@given(collections())
def test_every_span_slices_back_and_its_two_sides_agree(documents):
    texts = {document.id: document.text for document in documents}
    for copy in copies(documents):
        assert copy.document != copy.of
        assert 0.5 <= copy.share <= 1
        assert copy.spans
        assert all(reason.note for reason in copy.because)
        for start, end, of_start, of_end in copy.spans:
            assert 0 <= start < end <= len(texts[copy.document])
            assert 0 <= of_start < of_end <= len(texts[copy.of])
            one, other = stems(texts[copy.document][start:end]), stems(texts[copy.of][of_start:of_end])
            both = sum(min(one.count(word), other.count(word)) for word in set(one))
            assert both >= AGREES * max(len(one), len(other))


@settings(max_examples=30, deadline=None)
@given(
    texts,
    st.lists(texts | loose, max_size=4),
    st.sampled_from([str, str.upper, lambda t: t.replace(" ", "\n")]),
)
def test_a_verbatim_copy_is_always_found(text, others, set_differently):
    assume(len(stems(text)) >= 5)
    documents = [
        Document(id="model", sha256="", text=text),
        Document(id="copy", sha256="", text=set_differently(text)),
        *(Document(id=f"d{n}", sha256="", text=other) for n, other in enumerate(others)),
    ]
    made = {frozenset((copy.document, copy.of)): copy.kind for copy in copies(documents)}
    assert made[frozenset(("model", "copy"))] == "verbatim"


@settings(max_examples=30, deadline=None)
@given(quoted, st.sampled_from(['""', "“”", "«»", "„“", "‘’"]))
def test_quoting_the_same_statement_alone_never_makes_a_copy(statement, marks):
    one = f"Villagers gathered at dawn. {marks[0]}{statement},{marks[1]} an elder told them. Nobody slept."
    other = f"A letter came from the capital: {marks[0]}{statement}.{marks[1]} It bore three stamps."
    assert not copies([Document(id="a", sha256="", text=one), Document(id="b", sha256="", text=other)])
