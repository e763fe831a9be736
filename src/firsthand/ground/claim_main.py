"""What a claim is mainly about: which events in its words the main clause tells, and which it only names.

News copy hangs events on people and things to say which are meant: a suspect in the shootings, the seat
vacated by the mayor, the anniversary of the massacre. These are not what the sentence tells.
"""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.ground.claim_negation import main_verb
from firsthand.resources.parser import Parse, Token
from firsthand.schema import Event, Spans

_BEFORE = frozenset({"after", "before", "since", "until", "till", "despite", "following", "amid", "besides"})
"""Words behind which stands what a sentence takes as known."""
_FATE = frozenset({"die", "succumb", "hospitalise", "hospitalize", "miss", "injure", "hurt", "wound", "kill"})
"""Verbs of what befell somebody: what they name behind "after" is how it came."""
_BRINGS = """act addition amount attempt barrage beginning bid bit bout burst campaign case close cycle day
    decade effort end escalation exchange fit flurry form halt hail height history hour hundred increase
    intent intensification kind kilometre likelihood lot lull mile million minute month night number onslaught
    order orgy outbreak outburst pair part pattern pause period permission plan possibility prospect rash
    renewal responsibility resumption rise risk round sequence series session set sort spate spell spike spree
    start state stop stream string surge suspension thousand threat threshold tide time total two type upsurge
    use volley warning wave week weekend year"""
"""Nouns that bring no thing of their own before "of" or "for": a wave of attacks is attacks."""


_WORDED = "appeal declaration letter message motion notice petition post resolution ruling statement tweet"
"""Nouns of something said, behind which a participle tells what: a statement condemning the raid."""
_SHOWN = frozenset({"day", "moment", "night", "place", "reason", "time", "way"})
"""Nouns that stand only to be told of: that was the day he fled."""
_PUT_OFF = "adjourn avert avoid call cancel delay plan postpone prevent reschedule schedule"
"""Verbs of what has not happened with what they act on: the hearing was postponed."""
_SERVING = "act agree ask continue decide force join meet move order plan seek step try urge use vote work"
"""Verbs that a purpose fills: used a tank to shell. Behind others it is only what a deed was done for."""
_COMES_ABOUT = frozenset({"happen", "occur", "take"})

BRINGING, WORDED, PUT_OFF, SERVING = (
    frozenset(words.split()) for words in (_BRINGS, _WORDED, _PUT_OFF, _SERVING)
)


def main_event(ranked: Sequence[Event], anchors: Spans, parse: Parse) -> Event | None:
    """The event that some words tell of, out of those that stand in them, the likeliest first.

    The first of a known type that is not in the background; else that of the main verb. Where every one is
    only named, and the main clause has no event of its own, there is none to tell. Words without a verb of
    their own are about the first of a known type.
    """
    typed = next((event for event in ranked if event.type != "OTHER"), None)
    main = main_verb([token for span in anchors for token in parse.within(span)])
    if main is None:
        return typed or (ranked[0] if ranked else None)
    told = [event for event in ranked if not in_background(event, main, parse)]
    untyped = next((event for event in told if event.trigger.start == main.start), told[0] if told else None)
    return next((event for event in told if event.type != "OTHER"), untyped)


def in_background(event: Event, main: Token, parse: Parse) -> bool:
    """Whether a sentence with this main verb only names an event, to say who or what or when is meant."""
    inside = parse.within(event.trigger)
    token = next((t for t in inside if t.head not in inside or t.head is t), None)
    while token is not None and token is not main and token.head is not token:
        if _hung_aside(token, main):
            return True
        token = token.head
    return False


def _hung_aside(token: Token, main: Token) -> bool:
    """Whether a word hangs on the one above it only to describe it, or to date what that one tells."""
    above = token.head
    match token.dep:
        case "relcl" | "acl":
            return _describes(token)
        case "nsubjpass" | "dobj":
            return token.pos == "NOUN" and above is main and above.lemma.lower() in PUT_OFF
        case "appos":
            return above.i < token.i
        case "advcl":
            return _is_background_clause(token, above.lemma.lower())
        case "pobj" | "pcomp":
            return _under_noun(above) or (above.lower in _BEFORE and above.head.lemma.lower() not in _FATE)
    return token.dep in ("amod", "poss", "compound", "nmod")


def _is_background_clause(clause: Token, verb: str) -> bool:
    """Whether an adverbial clause only tells what for or what is known: to raise money, after the raid."""
    if any(token.tag == "TO" for token in clause.below("aux")):
        return verb not in SERVING
    marks = {token.lower for token in clause.below("mark", "advmod")}
    return bool(marks & _BEFORE) and verb not in _FATE


def _describes(clause: Token) -> bool:
    """Whether a clause only says who or what the noun before it is."""
    if _is_presented(clause.head):
        return False
    if clause.dep == "relcl":  # "had surrounded the vessel, when a frigate came" goes on with the story
        return not any(t.lower == "when" and t.tag == "WRB" for t in clause.below("advmod"))
    to_do = any(t.tag == "TO" for t in clause.below("aux"))
    return not to_do and not (clause.tag == "VBG" and clause.head.lemma.lower() in WORDED)


def _under_noun(preposition: Token) -> bool:
    """Whether a preposition hangs on a person or thing: a suspect in, the trial over, not a wave of."""
    noun = preposition.head
    if noun.pos not in ("NOUN", "PROPN", "PRON") or preposition.dep != "prep":
        return False
    return noun.lemma.lower() not in BRINGING


def _is_presented(noun: Token) -> bool:
    """Whether the main clause only brings a noun before the reader.

    It was rebels who, there are people who, they have ships patrolling, that was the day he, the raid carried
    out by rebels took place.
    """
    verb = noun.head
    if noun.dep in ("nsubj", "nsubjpass"):
        return verb.lemma in _COMES_ABOUT or bool(verb.below("expl"))
    if noun.dep == "dobj":
        return verb.lemma == "have"
    if noun.dep != "attr" or verb.lemma != "be":
        return False
    shown = noun.lemma.lower() in _SHOWN
    return shown or bool(verb.below("expl")) or any(t.lower == "it" for t in verb.below("nsubj"))


__all__ = ["in_background", "main_event"]
