"""Laws that hold for every text: anchors, ids, voices, reasons."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.schema import CERTAINTIES, Reading

NAMES = st.sampled_from(
    ["The mayor", "Radio Meridian", "Colonel Vera Stahl", "A resident of Sovna", "The video", "Analysts"]
)
CUES = st.sampled_from(["said", "denied", "reported", "claimed", "could not confirm", "shows", "fears"])
DOINGS = st.sampled_from(
    [
        "two shells fell near Oslo on Tuesday",
        "up to 300 volunteers had left",
        "nobody was hurt",
        "the bridge may fall",
        "three carriers attacked the wood 4 km south of Sovna",
        "the army shelled the market on 6 March",
        "he would go",
    ]
)
SENTENCES = st.one_of(
    st.builds("{} {} that {}.".format, NAMES, CUES, DOINGS),
    st.builds("“{},” {} said.".format, DOINGS, NAMES),
    st.builds("{}.".format, DOINGS),
    st.builds("According to {}, {}.".format, NAMES, DOINGS),
    st.text(max_size=60),
)
TEXTS = st.lists(SENTENCES, min_size=1, max_size=6).map("\n\n".join)
OFTEN = settings(
    max_examples=settings.default.max_examples * 3 // 5,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def spans_of(reading: Reading):
    for a in reading.attributions:
        yield from (*a.content, *a.cue, *a.source, *a.hedges)
    for e in reading.events:
        yield from (e.trigger, *e.actors, *e.recipients, *e.instruments)
    for value in (*reading.times, *reading.places, *reading.regions, *reading.quantities, *reading.footage):
        yield value.span
    for c in reading.claims:
        yield from c.anchors


def with_reasons(reading: Reading):
    return (
        *reading.attributions, *reading.events, *reading.times, *reading.places, *reading.regions, *reading.quantities,
        *reading.footage, *reading.claims,
    )  # fmt: skip


@OFTEN
@given(text=TEXTS)
def test_every_anchor_slices_back_to_words_and_every_value_has_a_reason(text, read_text):
    reading = read_text(text)
    for span in spans_of(reading):
        assert 0 <= span.start < span.end <= len(text)
        assert span.words(text).strip()
    for value in with_reasons(reading):
        assert value.because, value
        for reason in value.because:
            for span in reason.anchors:
                assert span.words(text), reason


@OFTEN
@given(text=TEXTS)
def test_ids_are_unique_and_every_pointer_leads_somewhere(text, read_text):
    reading = read_text(text)
    ids = [value.id for value in with_reasons(reading)]
    assert len(set(ids)) == len(ids)
    for claim in reading.claims:
        assert {*claim.where, *claim.when, *claim.how_many, *filter(None, [claim.event])} <= set(ids)
    for event in reading.events:
        assert {*event.places, *event.times, *event.quantities} <= set(ids)


@OFTEN
@given(text=TEXTS)
def test_no_voice_is_lost_between_attribution_and_claim(text, read_text):
    reading = read_text(text)
    voices = [voice for claim in reading.claims for voice in claim.chain]
    spoken, names = {voice.attribution for voice in voices}, {voice.name for voice in voices}
    for each in reading.attributions:
        # "She said she believed" is one link: the voice is there, under the id of the inner attribution.
        assert each.id in spoken or each.source_name in names, each


@OFTEN
@given(text=TEXTS)
def test_a_claim_is_never_surer_than_a_voice_of_its_chain(text, read_text):
    reading = read_text(text)
    certainty = {a.id: a.certainty for a in reading.attributions}
    for claim in reading.claims:
        for voice in claim.chain:
            if voice.attribution:
                assert CERTAINTIES.index(claim.certainty) >= CERTAINTIES.index(certainty[voice.attribution])


def test_nothing_opens_a_socket(read_text, monkeypatch):
    import socket

    def refuse(*args, **kwargs):
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    reading = read_text(
        "The mayor said that two shells fell near Oslo on Tuesday, and at least four people died."
    )
    assert reading.claims
