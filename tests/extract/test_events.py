"""What happened, who did it and to whom."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.extract.events import events
from firsthand.schema import Span

TYPES = [
    ("AGREE", "The rebels said they would sign the accord next week."),
    ("AGREE", "The junta expressed its readiness to hold talks with the opposition."),
    ("CONSULT", "The envoy arrived in Orvan for talks with rebel leaders."),
    ("SUPPORT", "The two countries restored diplomatic relations."),
    ("COOPERATE", "The two armies exchanged intelligence on the rebels."),
    ("AID", "The agency delivered blankets to refugees in the valley."),
    ("RETREAT", "The army withdrew its troops from the valley."),
    ("RETREAT", "The rebels released twelve soldiers on Monday."),
    ("REQUEST", "The union called on the government to raise wages."),
    ("ACCUSE", "Orvan blamed Belmora for the attack."),
    ("ASSAULT", "The army violated the ceasefire twice."),
    ("REJECT", "Orvan said it would not negotiate with the rebels."),
    ("THREATEN", "The militia gave the villagers an ultimatum."),
    ("THREATEN", "Belmora said it would expel the ambassador."),
    ("PROTEST", "Workers went on strike over unpaid wages."),
    ("SANCTION", "Belmora broke off diplomatic relations with Orvan."),
    ("MOBILIZE", "Belmora sent two warships to the strait."),
    ("COERCE", "Police used tear gas to disperse the crowd."),
    ("ASSAULT", "Two people died in the shelling of the market."),
    ("ASSAULT", "Gunmen opened fire on a bus."),
    ("ASSAULT", "Shells fell on the village."),
    ("AGREE", "Belmora expressed willingness to resume trade."),
    ("CONSULT", "The king received the prime minister of Orvan."),
    ("SUPPORT", "The mayor urged the council to support the miners."),
    ("AID", "Peacekeepers arrived in the town on Sunday."),
    ("CONCEDE", "The government lifted the state of emergency."),
    ("RETREAT", "The two sides stopped fighting on Sunday."),
    ("REQUEST", "The president said that the rebels must disarm."),
    ("ACCUSE", "The bishop called for sanctions against Orvan."),
    ("REJECT", "The militia will not disarm."),
    ("THREATEN", "The group said it would kill the hostages."),
    ("PROTEST", "Prisoners went on hunger strike."),
    ("SANCTION", "Orvan withdrew its ambassador from Belmora."),
    ("MOBILIZE", "Reinforcements arrived at the front."),
    ("ASSAULT", "The two armies exchanged fire across the river."),
    ("ASSAULT", "Air defences shot down three drones."),
    ("OTHER", "Heavy rain hit the coast."),
    ("OTHER", "The storm destroyed forty houses."),
    ("OTHER", "The company launched a new phone."),
    ("OTHER", "Footage captured three trucks on the causeway."),
]

PARTIES = [
    ("Thousands of miners stormed the port.", ["miners"], ["port"]),
    ("The convoy was shelled by rebels in the valley.", ["rebels"], ["convoy"]),
    ("Orvan said that Belmora had bombed the depot.", ["Belmora"], ["depot"]),
    ("Orvan and Belmora signed a treaty.", ["Orvan", "Belmora"], []),
    ("Police arrested the miners and the students.", ["Police"], ["miners", "students"]),
    ("Gunmen holding the port killed two guards.", ["Gunmen"], ["guards"]),
    ("The rebels threatened to kill the hostages.", ["rebels"], ["hostages"]),
    ("Mediators demanded that the junta release the miners.", ["Mediators"], ["junta"]),
    ("The union imposed an arms embargo on Orvan.", ["union"], ["Orvan"]),
    ("The army withdrew its troops from the valley.", ["army"], ["valley"]),
    ("Five soldiers were wounded in an ambush.", [], ["soldiers"]),
]


def main_event(reading):
    return reading.events[0]


@pytest.mark.parametrize(("kind", "sentence"), TYPES)
def test_the_main_event_of_a_sentence_has_its_type(kind, sentence, read_text):
    assert main_event(read_text(sentence)).type == kind


@pytest.mark.parametrize(("sentence", "acting", "suffering"), PARTIES)
def test_who_did_it_and_to_whom_is_read_without_articles_and_figures(sentence, acting, suffering, read_text):
    event = main_event(read_text(sentence))
    assert [span.words(sentence) for span in event.actors] == acting
    assert [span.words(sentence) for span in event.recipients] == suffering


def test_what_is_said_comes_before_the_saying_and_an_accusation_before_its_content(read_text):
    said = "Residents said that rebels attacked the depot."
    accused = "The ministry accused the rebels of shelling the depot."
    assert main_event(read_text(said)).trigger.words(said) == "attacked"
    assert main_event(read_text(accused)).type == "ACCUSE"


def test_what_footage_shows_is_done_by_those_in_it(read_text):
    text = "The video captured three trucks, leaving the town."
    left = next(event for event in read_text(text).events if event.trigger.words(text) == "leaving")
    assert [span.words(text) for span in left.actors] == ["trucks"]


def test_the_weapon_is_named_as_the_means(read_text):
    text = "Rebels attacked the depot with mortars."
    assert [span.words(text) for span in main_event(read_text(text)).instruments] == ["mortars"]


def test_one_attack_is_one_event_though_a_light_verb_and_a_noun_tell_it(read_text):
    found = read_text("Rebels launched an attack on the depot.").events
    assert [event.type for event in found] == ["ASSAULT"]


def test_events_stand_in_the_order_of_their_sentences(read_text):
    text = "Rebels shelled the depot. The mayor said that guards had fled. Nobody was hurt."
    starts = [event.trigger.start for event in read_text(text).events]
    ends = [text.index(".", start) for start in starts]
    assert ends == sorted(ends)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "[" * 3000,
        "🚀🚀 💥",
        "a\x00b",
        "He said she said they said. " * 40,
        "обстрел 砲撃 shelling قصف",
        "?!?",
        "attack of " * 1200,
    ],
)
def test_no_text_is_too_odd_to_read(text, instruments):
    parse = instruments.parser.parse(text, (Span(0, len(text)),) if text else ())
    for event in events(parse, ()):
        assert event.trigger.words(text)


VOCABULARY = """rebels the army Orvan did not shell shelled attack on a depot said that will , and of by killed with
mortars who they agreed to withdraw troops from if failed . ?"""
WORDS = st.sampled_from(VOCABULARY.split())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(WORDS, min_size=1, max_size=40))
def test_every_span_of_an_event_slices_back_to_words_and_every_event_has_its_reason(words, instruments):
    text = " ".join(words)
    for event in events(instruments.parser.parse(text, (Span(0, len(text)),)), ()):
        spans = (event.trigger, *event.actors, *event.recipients, *event.instruments)
        for span in (*spans, *(anchor for reason in event.because for anchor in reason.anchors)):
            assert 0 <= span.start < span.end <= len(text)
            assert span.words(text).strip() == span.words(text)
        assert event.because
        assert -3 <= event.score <= 3


def test_where_somebody_met_is_no_one_whom_they_met(read_text):
    text = "The two presidents held talks in Geneva on Monday."
    (talks,) = (event for event in read_text(text).events if event.type == "CONSULT")
    assert talks.recipients == ()
