"""Who did what to whom: Parse -> events, each with how it is told.

Types are those of PLOVER (Open Event Data Alliance). Every verb is an event; what no row knows is OTHER.
"""

from __future__ import annotations

from firsthand.extract import events_names as names
from firsthand.extract import events_roles as roles
from firsthand.extract.events_exchange import RULES as EXCHANGES
from firsthand.extract.events_exchange import exchanged
from firsthand.extract.events_frames import RULES as FRAMES
from firsthand.extract.events_frames import framed
from firsthand.extract.events_harmless import RULES as HARMLESS
from firsthand.extract.events_harmless import harmless
from firsthand.extract.events_headlines import RULES as HEADLINES
from firsthand.extract.events_headlines import misread
from firsthand.extract.events_intent import RULES as INTENTIONS
from firsthand.extract.events_intent import intended
from firsthand.extract.events_main import in_order, said
from firsthand.extract.events_nouns import NOUNS
from firsthand.extract.events_nouns import RULES as DOERS
from firsthand.extract.events_other_sense import RULES as OTHER_SENSES
from firsthand.extract.events_other_sense import other_sense
from firsthand.extract.events_refuted import refuted
from firsthand.extract.events_responsibility import RULES as HELD
from firsthand.extract.events_responsibility import responsible
from firsthand.extract.events_types import OTHER, VERBS, Typed, mistagged, typed
from firsthand.extract.events_whom import recipients
from firsthand.extract.factuality import Tellings
from firsthand.resources.parser import Parse, Sentence, Token
from firsthand.rules import Rule, all_rules
from firsthand.schema import Attribution, Event, Reasons, Span, Spans

LONGEST = 400
"""Tokens of a sentence in which parties are looked for: what is longer is a list or debris."""


def events(parse: Parse, attributions: tuple[Attribution, ...]) -> tuple[Event, ...]:
    """The events of a document, sentence by sentence, the main event of each sentence first."""
    tellings = Tellings()
    found: list[Event] = []
    for sentence in parse.sentences:
        long = sentence.last - sentence.first > LONGEST
        for event in in_order(_typed(parse, sentence, long)):
            found.append(_event(f"e{len(found) + 1}", event, tellings, long))
    return responsible(parse, tuple(found), attributions)


def _typed(parse: Parse, sentence: Sentence, long: bool) -> list[Typed]:
    """The words of a sentence that name an event, in text order; a light verb's noun is no second event."""
    found = [event for token in parse.tokens_of(sentence) if (event := typed(token)) is not None]
    merged = {event.noun.i for event in found if event.noun is not None}
    told = [event for event in found if event.token.i not in merged]
    if not long and all(event.type == "OTHER" or event.token.tag[:2] != "VB" for event in told):
        told += misread(parse.tokens_of(sentence))
    return told if long else [intended(other_sense(framed(exchanged(harmless(event))))) for event in told]


def _event(name: str, event: Typed, tellings: Tellings, long: bool) -> Event:
    told = tellings.of(event.token)
    acting = [] if long else roles.actors(event)
    suffering = [] if long else recipients(event, acting)
    false = refuted(event.token) if told.label == "+" and not long else None
    because = (*event.because, *said(event), *_grouped(acting + suffering), *told.because)
    if false is not None:
        because = (*because, false)
    return Event(
        id=name,
        trigger=event.token.span,
        type=event.type,
        mode=event.mode,
        factuality=told.label if false is None else "?",
        score=round(told.score, 2) if false is None else 0.0,
        actors=_spans(acting),
        recipients=_spans(suffering),
        instruments=_spans(roles.instruments(event)),
        because=because,
    )


def _grouped(nouns: list[Token]) -> Reasons:
    return tuple(reason for noun in nouns for reason in names.groups(noun))


def _spans(nouns: list[Token]) -> Spans:
    found: list[Span] = []
    for noun in nouns:
        for party in names.parties(noun):
            if (span := names.span(party)) not in found:
                found.append(span)
    return tuple(found)


RULES: tuple[Rule, ...] = all_rules(
    VERBS,
    NOUNS,
    *DOERS,
    *HARMLESS,
    *EXCHANGES,
    *FRAMES,
    *OTHER_SENSES,
    *HEADLINES,
    *INTENTIONS,
    *HELD,
    OTHER,
    mistagged.rule,
)
