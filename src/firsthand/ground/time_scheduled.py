"""Dates of what is set beforehand: the 26 April election, a stay until 24 April."""

from __future__ import annotations

from firsthand.ground.time_sense import Found
from firsthand.ground.time_stream import Stream
from firsthand.resources.parser import Token
from firsthand.rules import rule
from firsthand.schema import Because

_SCHEDULED = """election vote ballot poll referendum primary runoff hearing trial sentencing arraignment
    deadline meeting session summit conference concert festival fair game match final wedding inauguration
    launch ceremony premiere debate parade rally march gala tournament"""
SCHEDULED = frozenset(_SCHEDULED.split())
"""What is announced with its date: named in advance as often as afterwards."""
GRANTING = frozenset({"give", "allow", "grant", "extend", "postpone", "delay", "adjourn", "set"})
"""Verbs that set a term, which may still run when the report appears."""
_BEFALL = """killing murder death stabbing massacre slaying assassination bombing blast explosion crash
    derailment sinking collapse kidnapping abduction theft robbery burglary ambush earthquake quake landslide
    disaster accident drowning lynching poisoning rape"""
BEFALLING = frozenset(_BEFALL.split())
"""What nobody announces: its date is told when it has happened."""
_PAST_LEADS = frozenset({"after", "following", "since"})
_BEFORE_NOUN = frozenset({"nummod", "compound", "nmod", "amod"})
_FARTHEST = 8


def set_for(stream: Stream, found: Found) -> Token | None:
    """The word for what a date was set for: "the 26 April election", "a vote on 26 April"; else None."""
    token = stream.token(found.end - 1)
    if token is None or found.sense.point is None or found.sense.point.day is None:
        return None
    for dated in (token, token.head):
        noun = dated.head
        if dated.dep in _BEFORE_NOUN and noun.i > token.i and noun.lemma.lower() in SCHEDULED:
            return noun
    noun_behind = _noun_of(stream, found)
    if noun_behind is None or noun_behind.lemma.lower() not in SCHEDULED:
        return None
    return None if noun_behind.head.lower in _PAST_LEADS else noun_behind


def befallen(stream: Stream, found: Found) -> bool:
    """Whether the date is that of what nobody announces: the killing of a monk on May 3."""
    noun = _noun_of(stream, found)
    while noun is not None and noun.dep == "pobj" and noun.head.lower == "of":
        noun = noun.head.head
        if noun.lemma.lower() in BEFALLING:
            return True
    return noun is not None and noun.lemma.lower() in BEFALLING


def _noun_of(stream: Stream, found: Found) -> Token | None:
    """The noun that the date hangs on by "on": the vote of "a vote on 26 April"."""
    lead = stream.token(found.start - 1)
    if lead is None or lead.lower != "on" or lead.dep != "prep" or found.sense.point is None:
        return None
    noun = lead.head
    return noun if found.sense.point.day is not None and noun.pos in ("NOUN", "PROPN") else None


@rule(
    "time.set-beforehand",
    means="The date of an election, a hearing or a match of which the present is told lies ahead.",
    fires="The deadline to register for the April 26 election [is] Thursday.",
    silent="The deadline to register for the April 26 election was Thursday.",
)
def coming(stream: Stream, found: Found) -> Because | None:
    """The verb of the present that the noun with the date hangs on."""
    noun = set_for(stream, found)
    if noun is None:
        return None
    for above, _ in zip(noun.ancestors(), range(_FARTHEST), strict=False):
        if above.tag in ("VBD", "VBN", "MD"):
            return None
        if above.tag in ("VBZ", "VBP"):
            return coming.because(above.span) if not above.below("ccomp") else None
    return None


_PREPARING = frozenset({"prepare", "brace", "gear", "campaign", "get", "ready", "rehearse", "register"})
_PUTTING_OFF = frozenset(
    {"set", "postpone", "delay", "reschedule", "move", "push", "adjourn", "defer", "fix"}
)
_LEADS = frozenset({"on", "in", "for"})


@rule(
    "time.prepared-for",
    means="What somebody is preparing for, and what a date is set for, lies ahead.",
    fires="Oslo is [preparing] for a vote on 26 April.",
    silent="Oslo prepared for the vote on 26 February.",
    gives={"value": "2031-04-26"},
)
def prepared_for(stream: Stream, found: Found) -> Because | None:
    """The verb that looks ahead to the date: is preparing for, set a hearing for, postponed the vote to."""
    lead = stream.token(found.start - 1)
    if lead is None or lead.dep != "prep":
        return None
    verb = lead.head
    if verb.dep in ("dobj", "nsubjpass") and verb.head.lemma in _PUTTING_OFF:
        verb = verb.head
    if lead.lower in ("for", "to") and verb.lemma in _PUTTING_OFF and verb.below("dobj", "nsubjpass"):
        done = any(child.lower == "had" for child in verb.below("aux"))
        return None if done else prepared_for.because(verb.span)
    if lead.lower in _LEADS and verb.lemma.lower() in SCHEDULED and verb.dep == "pobj":
        verb = verb.head.head
    now = any(child.tag in ("VBZ", "VBP") for child in verb.below("aux"))
    looks = verb.lemma in _PREPARING and verb.tag == "VBG" and now
    return prepared_for.because(verb.span) if looks else None
