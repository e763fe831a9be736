"""Whether an event is told as having happened."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.extract.events import events
from firsthand.schema import Span

# The event in question is the last verb of each sentence.
TOLD = [
    ("+", "Rebels shelled the depot."),
    ("+", "The depot has been shelled."),
    ("+", "Residents said that rebels shelled the depot."),
    ("+", "The rebels managed to cross the river."),
    ("+", "The crew did not know that the bridge had collapsed."),
    ("+", "Why did rebels shell the depot?"),
    ("+", "“That is what my officers tell me every day.”"),
    ("+", "The problem is the guards take bribes."),
    ("+", "It is the army that controls the bridge."),
    ("+", "This is where the refugees sleep."),
    ("+", "What they do is burn the crops."),
    ("+", "The mayor asked why the guards carry rifles."),
    ("+", "The mayor insists that guards take bribes."),
    ("+", "The rebels had to cross the river."),
    ("+", "The rebels were able to cross the river."),
    ("+", "The rebels used to shell the depot."),
    ("+", "The mayor was glad to leave the depot."),
    ("+", "The mayor persuaded the rebels to leave."),
    ("+", "The rebels did not cross the river, citing the fog."),
    ("+", "The rebels will leave because the army shelled the depot."),
    ("-", "The rebels were not able to cross the river."),
    ("-", "The rebels are leaving tomorrow."),
    ("-", "The rebels will stay until the army leaves."),
    ("-", "The bridge is a wreck to be rebuilt."),
    ("-", "The rebels risk losing the depot."),
    ("-", "Please leave the depot."),
    ("?", "The rebels are going to the river."),
    ("?", "The rebels have to cross the river."),
    ("-", "The mayor demanded that the guards leave."),
    ("-", "It is the army that will control the bridge."),
    ("-", "That is what the officers never tell me."),
    ("-", "Rebels did not shell the depot."),
    ("-", "Rebels never shelled the depot."),
    ("-", "Nobody shelled the depot."),
    ("-", "The rebels failed to cross the river."),
    ("-", "The rebels refused to cross the river."),
    ("-", "Fog prevented the rebels from crossing the river."),
    ("-", "The crew left without crossing the river."),
    ("-", "The ministry denied that the bridge had collapsed."),
    ("-", "Rebels will shell the depot."),
    ("-", "The rebels plan to cross the river."),
    ("-", "The general ordered the rebels to cross the river."),
    ("-", "Cross the river at dawn."),
    ("+", "A shell hit the depot, killing a guard."),
    ("+", "The guards were jailed for burning the depot."),
    ("+", "The mayor apologised for closing the depot."),
    ("-", "The mayor thanked the guards for not burning the depot."),
    ("-", "The judge will jail the guards for burning the depot."),
    ("-", "Police stopped the crowd from entering the depot."),
    ("-", "The wall kept the rebels from entering the depot."),
    ("-", "Volunteers saved the crew from drowning."),
    ("+", "The crew returned from fighting the fire."),
    ("?", "Police entered the depot in order to arrest the guard."),
    ("-", "The crew was too tired to cross the river."),
    ("-", "The bridge is too weak to carry trucks."),
    ("+", "The mayor was only too happy to leave the depot."),
    ("?", "The bridge was strong enough to carry trucks."),
    ("+", "The crew returned only to find the guard."),
    ("-", "The army has yet to cross the river."),
    ("-", "The army is yet to cross the river."),
    ("-", "The rebels stayed rather than leaving the depot."),
    ("-", "The army no longer controls the depot."),
    ("-", "Neither the mayor nor the guards left the depot."),
    ("+", "Both the mayor and the guards left the depot."),
    ("-", "Call the mayor and leave the depot."),
    ("-", "Residents know the rules (see the annexed map)."),
    ("?", "If the rebels cross the river, the depot falls."),
    ("+", "Even if the rebels cross the river, the mayor stays."),
    ("?", "The army wants a crew that cooks at night."),
    ("-", "Workers will down tools."),
    ("?", "Rebels may have shelled the depot."),
    ("?", "Rebels might shell the depot."),
    ("?", "Rebels possibly shelled the depot."),
    ("?", "Rebels allegedly shelled the depot."),
    ("?", "Did rebels shell the depot?"),
    ("?", "The rebels tried to cross the river."),
    ("?", "The rebels came to cross the river."),
]


def read(instruments, text):
    return events(instruments.parser.parse(text, (Span(0, len(text)),)), ())


def last(found):
    return max(found, key=lambda event: event.trigger.start)


@pytest.mark.parametrize(("label", "sentence"), TOLD)
def test_an_event_is_told_as_having_happened_or_not_or_is_left_open(label, sentence, instruments):
    assert last(read(instruments, sentence)).factuality == label


def test_what_was_denied_scores_lower_than_what_is_still_to_come(instruments):
    denied = last(read(instruments, "Rebels did not shell the depot.")).score
    to_come = last(read(instruments, "Rebels will shell the depot.")).score
    assert denied <= -2 < to_come < 0


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        ("The guard [owns] the depot.", "The guard [repairs] the depot."),
        ("The guards [know] the mayor.", "Do the guards [know] the mayor?"),
        ("The guards [beat] the prisoner.", "The guards [beat] the prisoner every day, residents think."),
        ("Rebels [shelled] the depot.", "Rebels are [shelling] the depot."),
        ("Rebels are [shelling] the depot.", "Are rebels [shelling] the depot?"),
        ("The depot was [shelled].", "The depot is [shelled] at night."),
        (
            "If rebels have [crossed] the river, the bridge is empty.",
            "If rebels [cross] the river, it falls.",
        ),
        ("The crew was able to [cross] the river.", "The crew was ready to [cross] the river."),
        ("The mayor was jailed for [burning] the depot.", "The mayor spoke of [burning] the depot."),
        ("The guard has to [leave].", "“[Leave] the depot,” the guard said."),
    ],
)
def test_one_way_of_telling_is_surer_than_another(surer, less_sure, instruments):
    def score(marked):
        text = marked.replace("[", "").replace("]", "")
        return next(e.score for e in read(instruments, text) if e.trigger.start == marked.index("["))

    assert score(surer) > score(less_sure)


def test_a_participle_that_looks_like_a_command_is_none(instruments):
    for text in (
        "Shut out of the talks, the rebels left.",
        "Shut up in the school, the residents waited.",
    ):
        first = min(read(instruments, text), key=lambda event: event.trigger.start)
        assert first.factuality == "+"


def test_a_condition_without_if_leaves_its_event_open(instruments):
    for text in (
        "Had the bridge held, the army would have crossed the river.",
        "Should the bridge fall, the army will leave.",
    ):
        first = min(read(instruments, text), key=lambda event: event.trigger.start)
        assert first.factuality == "?"


def test_what_is_ordered_in_front_of_the_one_who_orders_is_not_told_as_done(instruments):
    for text in (
        "“Leave the town before dark,” the mayor told residents.",
        "Read the order, officials said; there is a trick in it.",
        "Start packing and stay indoors, the governor said.",
    ):
        first = min(read(instruments, text), key=lambda event: event.trigger.start)
        assert first.factuality == "-"


def test_a_condition_leaves_its_event_open(instruments):
    found = read(instruments, "If rebels cross the river, the town falls.")
    assert next(e for e in found if e.trigger == Span(10, 15)).factuality == "?"


def test_an_attack_that_was_averted_or_denied_did_not_happen(instruments):
    for text in ("Guards averted an attack on the depot.", "The ministry denied the attack."):
        attack = next(e for e in read(instruments, text) if e.trigger.words(text) == "attack")
        assert attack.factuality == "-"


WHO = st.sampled_from(["Rebels", "The army", "Two drones", "Orvan"])
HOW = st.sampled_from(["did", "will", "would", "may", "might", "could", "should", "must"])
WHAT = st.sampled_from(["shell", "attack", "destroy", "leave", "reach", "visit"])
DONE = st.sampled_from(["shelled", "attacked", "destroyed"])
HEDGE = st.sampled_from(["", " again", " probably", " possibly"])


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(who=WHO, how=HOW, what=WHAT, hedge=HEDGE)
def test_adding_not_never_raises_the_score_of_an_event(who, how, what, hedge, instruments):
    plain = last(read(instruments, f"{who} {how}{hedge} {what} the depot."))
    denied = last(read(instruments, f"{who} {how} not{hedge} {what} the depot."))
    assert plain.trigger != denied.trigger
    assert denied.score <= plain.score


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(who=WHO, what=DONE, hedge=st.sampled_from(["possibly", "probably", "allegedly"]))
def test_a_hedge_never_raises_the_score_of_an_event(who, what, hedge, instruments):
    plain = last(read(instruments, f"{who} {what} the depot."))
    hedged = last(read(instruments, f"{who} {hedge} {what} the depot."))
    assert hedged.score < plain.score


def test_who_likes_doing_something_does_it_and_who_would_like_to_may_not(read_text):
    def label(text, word):
        events = read_text(text).events
        return next(event.factuality for event in events if event.trigger.words(text) == word)

    assert label("Miners like fishing in the river.", "fishing") == "+"
    assert label("Miners would like to fish in the river.", "fish") != "+"
