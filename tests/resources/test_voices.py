"""The encoder that marks voices: what it finds, what it never does, and what happens without it."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.ingest.paragraphs import paragraphs
from firsthand.resources import voices
from firsthand.resources.voices import MarkedVoice, VoiceModel, default_voices
from firsthand.schema import Span, Spans, words

pytest.importorskip("onnxruntime")


@pytest.fixture(scope="module")
def model() -> VoiceModel:
    found = default_voices()
    assert found is not None
    return found


def marked(model: VoiceModel, text: str) -> tuple[MarkedVoice, ...]:
    return model.mark(text, paragraphs(text))


PLAIN = [
    (
        "Mira Dole, the mayor of Selm, said on Tuesday that two shells had hit the school.",
        "Mira Dole, the mayor of Selm", "said", "that two shells had hit the school",
    ),
    ("Four people are missing, according to the fire service.", "the fire service", "according to", "Four people are missing"),
    ('"We left at dawn," Tomas Iven told Northline.', "Tomas Iven", "told", '"We left at dawn,"'),
    ("The video shows three trucks burning on the bridge.", "The video", "shows", "three trucks burning on the bridge"),
    ("The ministry denied that any soldier had been hurt.", "The ministry", "denied", "that any soldier had been hurt"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "cue", "content"), PLAIN)
def test_who_says_what_is_marked_word_for_word(model, text, source, cue, content):
    (voice,) = marked(model, text)
    assert words(text, voice.source) == source
    assert words(text, voice.cue) == cue
    assert words(text, voice.content).strip(".") == content
    assert voice.score > 0.5


def test_a_voice_inside_another_hangs_on_it(model):
    text = "The Kestrel Group said two nurses told it that the ward had been shelled at noon."
    outer, inner = marked(model, text)
    assert words(text, outer.source) == "The Kestrel Group"
    assert words(text, inner.source) == "two nurses"
    assert (outer.parent, inner.parent) == (None, 0)


def test_what_is_known_already_is_not_looked_for_again(model):
    text = 'The mayor said that it rained. "We left at dawn," Tomas Iven told Northline.'
    said = Span(text.index("said"), text.index("said") + 4)
    everything = model.mark(text, paragraphs(text))
    rest = model.mark(text, paragraphs(text), known=[said])
    assert [words(text, voice.cue) for voice in everything] == ["said", "told"]
    assert rest == everything[1:]


def test_a_denial_and_a_belief_are_told_from_a_plain_report(model):
    text = "The army denied that it had fired. Analysts believe that the gun was captured."
    denial, belief = marked(model, text)
    assert (denial.polarity, denial.kind) == ("-", "report")
    assert (belief.polarity, belief.kind, belief.certainty) == ("+", "other", "probable")


def test_curly_and_straight_quotation_marks_read_alike(model):
    straight = '"Nobody warned us," the driver, Ilya Denn, said.'
    curly = "“Nobody warned us,” the driver, Ilya Denn, said."
    assert [v.content for v in marked(model, straight)] == [v.content for v in marked(model, curly)]


def test_a_plain_account_has_no_voices(model):
    assert marked(model, "The bus leaves at nine. Turn the wheel slowly and check the gap again.") == ()


def test_words_left_out_of_the_paragraphs_are_in_no_span(model):
    text = "“We saw the flash,\n\nMost Commented\n\n“and then the wall fell,” Denn said."
    kept = (paragraphs(text)[0], paragraphs(text)[2])
    found = model.mark(text, kept)
    assert found
    assert not any("Most" in span.words(text) for v in found for span in (*v.content, *v.cue, *v.source))


def test_each_of_many_paragraphs_is_read(model):
    text = "\n\n".join(f"Colonel Arn Weld said the bridge at kilometre {n} was empty." for n in range(120))
    found = marked(model, text)
    said = {paragraph for paragraph in paragraphs(text) for v in found if v.cue and paragraph.holds(v.cue[0])}
    assert len(said) == 120


def test_the_same_text_gives_the_same_voices(model):
    text = " ".join(row[0] for row in PLAIN)
    assert marked(model, text) == marked(model, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "\0\0",
        "🙂" * 500,
        "[" * 10_000,
        "a" * 5000,
        "\"'“‘" * 300,
        "said " * 400,
        "́" * 50,
        "\u200b",
        "дом 家 بيت",
    ],
)
def test_no_text_is_too_odd_to_read(model, text):
    lawful(text, paragraphs(text), marked(model, text))


FRAGMENTS = st.sampled_from(
    ["the army", "said", "that", '"', "“", "”", "'", ",", ".", "\n\n", "according to", "Denn", "denied", "—", "🙂", "\0", "believe", "it fell"]
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(text=st.one_of(st.text(max_size=200), st.lists(FRAGMENTS, max_size=120).map(" ".join)))
def test_every_span_slices_back_and_parents_never_go_in_circles(text):
    model = default_voices()
    assert model is not None
    kept = paragraphs(text)
    lawful(text, kept, model.mark(text, kept))


def lawful(text: str, kept: Spans, found: tuple[MarkedVoice, ...]) -> None:
    for i, voice in enumerate(found):
        assert voice.content
        assert 0 <= voice.score <= 1
        for spans in (voice.content, voice.cue, voice.source):
            assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
            assert all(span.words(text).strip() == span.words(text) != "" for span in spans)
            assert all(any(paragraph.holds(span) for paragraph in kept) for span in spans)
        above: list[int] = []
        at = voice.parent
        while at is not None:
            assert at not in {*above, i}
            above.append(at)
            at = found[at].parent


def test_without_weights_there_is_no_encoder_and_no_error(monkeypatch, tmp_path):
    monkeypatch.setattr(voices, "WEIGHTS", tmp_path / "none.onnx")
    default_voices.cache_clear()
    assert default_voices() is None
    default_voices.cache_clear()


def test_broken_weights_are_as_none(monkeypatch, tmp_path: Path):
    (tmp_path / "broken.onnx").write_bytes(b"not a model")
    monkeypatch.setattr(voices, "WEIGHTS", tmp_path / "broken.onnx")
    default_voices.cache_clear()
    assert default_voices() is None
    default_voices.cache_clear()


def test_what_ships_stays_small():
    assert voices.WEIGHTS.stat().st_size + voices.TOKENIZER.stat().st_size < 30_000_000


def test_a_span_is_a_pair_of_code_points(model):
    text = "🙂🙂🙂 Rain fell.\n\n“It burned,” the driver, Denn, said."
    (voice,) = marked(model, text)
    assert voice.content == (Span(16, 28),)
    assert voice.cue == (Span(47, 51),)
