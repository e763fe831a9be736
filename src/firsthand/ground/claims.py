"""The claims of a document: each proposition with its chain of voices, its event, place, time and figures.

A claim is what one voice puts forward in one sentence. What no voice is named for is the publisher's own. A
voice that only introduces another ("the ministry said residents told it ...") makes no claim beside the inner
one, unless it takes a stand on it ("denied reports that ...").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from firsthand.ground import (
    claim_certainty,
    claim_first_hand,
    claim_footage,
    claim_negation,
    claim_put,
    claim_subject,
    claim_supposed,
    claim_ties,
    claim_told_before,
    claim_turns,
)
from firsthand.ground.claim_certainty import denied, least_sure, negated, not_told_as_done, perhaps_so_many
from firsthand.ground.claim_chain import chain_of, links_of, of_this_claim, own_denial
from firsthand.ground.claim_decided import decided
from firsthand.ground.claim_echo import without_echoes
from firsthand.ground.claim_first_hand import first_hand
from firsthand.ground.claim_main import main_event
from firsthand.ground.claim_marks import without_lone_marks
from firsthand.ground.claim_negation import event_denied, is_not_so, not_shown, not_this, parted
from firsthand.ground.claim_put import Proposition, propositions
from firsthand.ground.claim_reporter import behind_stamps
from firsthand.ground.claim_subject import wanted_of
from firsthand.ground.claim_supposed import conditional, so_called
from firsthand.ground.claim_ties import InText, Told, event_times, locations, tie, where_and_when, why_there
from firsthand.ground.claim_told_before import denied_this, it_had_not, untold
from firsthand.ground.claim_turns import Interview, speaking
from firsthand.ground.claim_whole import whole
from firsthand.resources.parser import Parse
from firsthand.resources.posts import stamps
from firsthand.rules import all_rules
from firsthand.schema import Claim, Event, Place, Reading, Spans, Time, words

DENYING = frozenset(each.rule.name for each in (it_had_not, denied_this, not_this))


class Values:
    """What a reading holds that a claim can point to, by where it stands."""

    def __init__(self, reading: Reading, parse: Parse, where: Sequence[Told], when: Sequence[Time]) -> None:
        self.reading = reading
        self.parse = parse
        self.attributions = {each.id: each for each in reading.attributions}
        self.interview = Interview(reading.document, parse)
        self.where = InText(where)
        self.when = InText(when)
        self.how_many = InText(reading.quantities)
        self._events = InText(reading.events, lambda event: event.trigger)
        self.triggers = frozenset(event.trigger.start for event in reading.events)
        self._rank = {event.id: n for n, event in enumerate(reading.events)}

    def event(self, anchors: Spans) -> Event | None:
        """The event that some words are about: the first that their main clause tells."""
        inside = sorted(self._events.inside(anchors), key=lambda event: self._rank[event.id])
        return main_event(inside, anchors, self.parse)


def claims(reading: Reading, parse: Parse) -> Reading:
    """A reading with its claims, in text order, and its events tied to their places, times and figures."""
    where, when = tuple(locations(reading, parse)), tuple(event_times(reading, parse))
    tied = tie(reading, parse, where, when)
    values = Values(tied, parse, where, when)
    put = propositions(tied, parse, values.interview)
    posted = stamps(reading.document)
    cut = (_printable(part, parse, posted) for each in put for part in parted(each, parse))
    found = without_echoes(sorted(cut, key=lambda each: each.anchors), values.attributions, parse)
    made = (_claim(f"c{n}", each, values) for n, each in enumerate(found, 1))
    return msgspec.structs.replace(tied, claims=tuple(made))


def _printable(found: Proposition, parse: Parse, posted: Spans) -> Proposition:
    """A proposition whose words can be printed: with its own subject, and quotation marks in pairs."""
    anchors = behind_stamps(whole(found.anchors, parse), posted, parse)
    return replace(found, anchors=without_lone_marks(anchors, parse.text))


def _claim(name: str, found: Proposition, values: Values) -> Claim:
    text = values.reading.document.text
    voices = links_of(values.attributions, found.attribution)
    unseen = not_shown(found.attribution, values.parse)
    meant = wanted_of(found.attribution, values.parse) if len(voices) > 1 else None
    act = decided(found.attribution, found.anchors, values.parse)
    told_of = bool(unseen or meant or act)
    links = [of_this_claim(each, found.anchors) for each in (voices[:-1] if told_of else voices)]
    event = values.event(found.anchors)
    turn = values.interview.turn_at(found.anchors[0].start)
    answering = turn is not None and turn.because is not None
    voice = None if unseen or own_denial(found.attribution) else found.attribution
    voice = voice if not (meant or act) else voices[-2] if len(voices) > 1 else None
    knows, why = first_hand(values.reading.document, values.parse, voice, found.anchors, answering)
    denying = (each for each in found.because if each.rule in DENYING)
    cue = found.attribution.cue if found.attribution is not None else ()
    told = None if event is None or any(span.holds(event.trigger) for span in cue) else event
    denial = (
        unseen or (None if act else denied(found.attribution)) or negated(told, values.parse, found.anchors)
    )
    denial = denial or next(denying, None)
    if denial is None and (not_so := is_not_so(found.anchors, found.attribution, values.parse)) is not None:
        event, denial = event_denied(event, not_so[0], values.reading.events), not_so[1]
    certainty, unsure = (
        untold(found.because)
        or least_sure(links)
        or not_told_as_done(links, event, denial, values.parse)
        or perhaps_so_many(links, found.anchors, values.parse)
        or conditional(found.anchors, values.parse)
        or (None if denial else so_called(found.anchors, values.triggers, values.parse))
        or ("certain", None)
    )
    where, when, apart = where_and_when(event, found.anchors, values.where, values.when, values.parse)
    reasons = [why_there(each, values.parse) for each in where if isinstance(each, Place)] + apart
    chain = chain_of(values.reading, links, found.anchors, speaking(turn), values.interview.aliases)
    if turn is not None and turn.because is not None:
        reasons.append(turn.because)
        certainty = certainty if turn.speaker else "unknown"
    return Claim(
        id=name,
        anchors=found.anchors,
        text=words(text, found.anchors),
        chain=chain,
        first_hand=knows,
        certainty=certainty,
        polarity="-" if denial else "+",
        event=event.id if event else None,
        where=tuple(each.id for each in where),
        when=tuple(each.id for each in when),
        how_many=tuple(each.id for each in values.how_many.inside(found.anchors)),
        because=tuple(each for each in (*found.because, meant, act, why, unsure, denial, *reasons) if each),
    )


RULES = all_rules(
    *claim_put.RULES, *claim_certainty.RULES, *claim_negation.RULES, *claim_subject.RULES,
    *claim_supposed.RULES,
    *claim_ties.RULES, *claim_first_hand.RULES, *claim_told_before.RULES, *claim_turns.RULES,
    *claim_footage.RULES,
)  # fmt: skip
