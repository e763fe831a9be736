"""What stands around a telling: every word of its sentence, and no more than a sentence on either side."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.corroborate.telling.around import Sentences
from firsthand.schema import Span

TEXT = "Shells fell on Tarn. The mayor said nine had died. Nobody claimed it.\n\nThe road is shut."


def around(words):
    start = TEXT.index(words)
    return Sentences(TEXT).around(Span(start, start + len(words)))


def test_the_rest_of_the_sentence_and_its_neighbours_are_kept():
    found = around("nine had died")
    assert found.ahead == "The mayor said "
    assert found.told == "nine had died"
    assert found.behind.strip() == "."
    assert found.before.strip() == "Shells fell on Tarn."
    assert found.after.strip() == "Nobody claimed it."


def test_nothing_stands_before_the_first_or_behind_the_last_sentence():
    assert around("Shells fell").before == ""
    assert around("The road is shut.").after == ""


@given(text=st.text(alphabet='ab. \n"A', min_size=1, max_size=80), cut=st.data())
def test_what_is_around_any_words_lies_beside_them_in_the_text(text, cut):
    start = cut.draw(st.integers(0, len(text) - 1))
    end = cut.draw(st.integers(start + 1, len(text)))
    found = Sentences(text).around(Span(start, end))
    whole = found.before + found.ahead + found.told + found.behind + found.after
    assert found.told == text[start:end]
    assert whole in text
