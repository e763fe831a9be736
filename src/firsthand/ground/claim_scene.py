"""Places that a sentence has for its subject and where, all the same, what it tells came about.

As a subject a place mostly stands for its government ("Oslo denied"). It is the scene where something
befalls it ("Bergen was shelled"), where its verb only brings an event before the reader ("has seen three
bombings"), or where the sentence describes it ("is a port", "was without power").
"""

from __future__ import annotations

from firsthand.resources.parser import Parse, Token
from firsthand.rules import all_rules, rule
from firsthand.schema import Because, Place

_AREAS = """airport area border camp city county direction district front governorate harbor harbour island
    market oblast peninsula port prison province quarter region sector square state station suburb
    town valley village waters"""
"""Words that a name stands before when it says where: "in the Kursk region", "the Moldar camps"."""

_BEFALLS = """attack batter besiege blanket blockade bomb bombard burn capture cut damage destroy devastate
    encircle engulf evacuate flatten flood hit inundate invade isolate jolt liberate loot occupy
    overrun pound quarantine raid ravage raze recapture retake rock seize shake shell storm strike
    surround swamp target"""
_NO_BLOW = """claim crisis criticism cut defeat deficit demand news price resignation revelation row ruling
    sanction scandal tariff tax"""
_HAPPENINGS = """attack attacks blackout blast blasts blizzard bombing bombings clash clashes death deaths
    demonstration demonstrations earthquake explosion explosions fighting flood flooding floods
    killing killings outage outages outbreak protest protests quake raid raids rain rainfall riot
    riots shelling shooting shootings snow snowfall storm storms strike strikes unrest violence"""
_STATES = """attack bombardment control curfew electricity fire gas gunfire heating lockdown power quarantine
    shelling siege supplies water"""
_SITES = """area base capital city district enclave haven home hub island neighborhood neighbourhood port
    resort settlement stronghold suburb town village"""
_VOTES = "ballot election elections poll polls referendum vote"
AREAS, BEFALLS, NO_BLOW, HAPPENINGS, STATES, SITES, VOTES = (
    frozenset(words.split()) for words in (_AREAS, _BEFALLS, _NO_BLOW, _HAPPENINGS, _STATES, _SITES, _VOTES)
)
_METAPHORS = frozenset({"hit", "rock", "shake", "strike", "target", "cut"})
"""Verbs by which a country is as often struck by sanctions as by a storm."""
_COUNTRY = "PCLI"


def top_of(place: Place, parse: Parse) -> Token | None:
    """The word by which a place name hangs in its sentence: in "the Moldar camps", the camps."""
    inside = parse.within(place.span)
    if not inside:
        return None
    top = next((token for token in inside if token.head not in inside or token.head is token), inside[-1])
    while top.dep in ("compound", "nmod", "amod") and (top.head.lower in AREAS or top.head.lemma in AREAS):
        top = top.head
    return top


@rule(
    "claim.where_befallen",
    means="A place that is shelled, flooded or taken is where that happened.",
    fires="[Bergen] was shelled on Thursday.",
    silent="Bergen was warned on Thursday.",
)
def befallen(place: Place, parse: Parse) -> Because | None:
    """The reason to say that the subject of a passive is where it happened, anchored in the name."""
    top = top_of(place, parse)
    if top is None or top.dep != "nsubjpass" or top.head.lemma.lower() not in BEFALLS:
        return None
    verb = top.head
    if verb.lemma in _METAPHORS:
        by = [noun for agent in verb.below("agent", "prep") for noun in agent.below("pobj")]
        figurative = any(noun.lemma.lower() in NO_BLOW for noun in by)
        if figurative or _is_country(place):
            return None
    return befallen.because(place.span)


@rule(
    "claim.where_described",
    means="A place of which it is told what it saw, suffered, is or lacks is where that is so.",
    fires="[Bergen] has seen three bombings this week.",
    silent="Bergen has seen the minister's letter.",
)
def described(place: Place, parse: Parse) -> Because | None:
    """The reason to say that the subject of an active verb is the scene, anchored in the name."""
    top = top_of(place, parse)
    if top is None or top.dep != "nsubj" or not _shows(top.head):
        return None
    return described.because(place.span)


def _shows(verb: Token) -> bool:
    objects = {token.lower for token in verb.below("dobj", "attr")}
    match verb.lemma:
        case "see" | "witness" | "suffer" | "experience":
            told = objects & HAPPENINGS
        case "host" | "elect":
            told = objects
        case "hold":
            told = objects & VOTES
        case "fall":
            told = _behind(verb, "to")
        case "come":
            told = _behind(verb, "under") & STATES
        case "be":
            told = (objects & SITES) | (_behind(verb, "under", "without") & STATES)
        case _:
            told = set()
    return bool(told)


def _behind(verb: Token, *prepositions: str) -> set[str]:
    ons = (on for on in verb.below("prep") if on.lower in prepositions)
    return {noun.lower for on in ons for noun in on.below("pobj")}


def _is_country(place: Place) -> bool:
    return bool(place.candidates) and place.candidates[0].feature == _COUNTRY


RULES = all_rules(befallen, described)

__all__ = ["RULES", "befallen", "described", "top_of"]
