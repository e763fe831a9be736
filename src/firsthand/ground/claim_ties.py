"""Which place, time and figure belongs to which event."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, Protocol, TypeVar

import msgspec

from firsthand.ground.claim_elsewhere import is_elsewhere
from firsthand.ground.claim_own import Own
from firsthand.ground.claim_scene import befallen, described, top_of
from firsthand.resources.parser import Parse, Token
from firsthand.resources.posts import stamps
from firsthand.rules import all_rules, rule
from firsthand.schema import Because, Event, FootageMention, Place, Reading, Span, Spans, Time

LOCATIVE = {"pobj", "appos", "npadvmod", "dobj", "conj", "ROOT", "advmod", "dep", "attr"}
"""Relations by which a place name says where; as subject, possessor or modifier it names a party."""

RELEASED = {"release", "publish", "post", "share", "broadcast", "circulate", "upload", "air"}


class Told(Protocol):
    """A place, region, time or figure: something with an id that stands at some words."""

    @property
    def id(self) -> str:
        """Its id in the reading."""

    @property
    def span(self) -> Span:
        """Its words."""


T = TypeVar("T")
Stands = TypeVar("Stands", bound=Told)


def _span(value: Told) -> Span:
    return value.span


class InText(Generic[T]):
    """Values by where they stand, so that a long document is not searched through for every claim."""

    def __init__(self, values: Iterable[T], span: Callable[[T], Span] = _span) -> None:  # type: ignore[assignment]
        self._placed = sorted(((span(value), value) for value in values), key=lambda pair: pair[0])
        self._starts = [where.start for where, _ in self._placed]

    def inside(self, spans: Iterable[Span]) -> list[T]:
        """The values that lie wholly inside one of the spans, in text order."""
        found = []
        for span in spans:
            first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
            found += [value for where, value in self._placed[first:last] if span.holds(where)]
        return found


def tie(reading: Reading, parse: Parse, where: Sequence[Told], when: Sequence[Time]) -> Reading:
    """Tie each event to its places, times and figures, and each piece of footage to its release.

    `where` are the reading's `locations`, `when` its `event_times`.
    """
    owner = _owner(reading.events, parse)
    places, times, quantities = (_owned(each, owner) for each in (where, when, reading.quantities))
    events = tuple(
        msgspec.structs.replace(
            event,
            places=places.get(event.id, ()),
            times=times.get(event.id, ()),
            quantities=quantities.get(event.id, ()),
        )
        for event in reading.events
    )
    dated = InText(when)
    footage = tuple(_with_release(each, dated, parse) for each in reading.footage)
    return msgspec.structs.replace(reading, events=events, footage=footage)


DATELINE = re.compile(r"\s*(?:\([^()\n]{1,40}\)\s*)?[-–—]")
"""What follows the date of a dateline: "SOVNA, March 14 (Northline) -"."""
TOWN = re.compile(
    r"(?!(?:On|In|At|By|From|Since|Until|After|Before|Last|Late|Early)\b)"
    r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}(?:, [A-Z][\w.'’ -]*)?[,.] "
)
"""What stands before the date of a dateline in mixed case: "Sovna, ", "Port Sovna, Orvan, "."""


def tells_when(time: Time, text: str) -> bool:
    """Whether a time can be that of an event: a date or hour outside a dateline, which dates the saying."""
    if time.type not in ("DATE", "TIME"):
        return False
    head = text[
        text.rfind("\n", max(0, time.start - 40), time.start) + 1 or max(0, time.start - 40) : time.start
    ]
    whole = len(head) == time.start or text[time.start - len(head) - 1] == "\n"
    opening = head.split(",")[0].strip().isupper() or (whole and TOWN.fullmatch(head))
    return not (opening and DATELINE.match(text, time.end))


def event_times(reading: Reading, parse: Parse) -> Iterator[Time]:
    """The times that can be those of events: the stamp of a post in a live blog dates the saying."""
    posted = stamps(reading.document)
    triggers = {event.trigger.start for event in reading.events}
    for time in reading.times:
        at = bisect_right(posted, (time.start, len(reading.document.text))) - 1
        if at >= 0 and posted[at].overlaps(time.span):
            continue
        if tells_when(time, reading.document.text) and not _of_a_landmark(time, parse, triggers):
            yield time


def _of_a_landmark(time: Time, parse: Parse, triggers: set[int]) -> bool:
    """Whether a date is that of something only counted from: two days before the ceasefire of 3 May."""
    inside = parse.within(time.span)
    token = inside[-1] if inside else None
    while token is not None and token.head is not token and token.head.pos not in ("VERB", "AUX"):
        noun = token.pos in ("NOUN", "PROPN") and token not in inside
        if noun and token.start not in triggers and token.head.lower in ("before", "after"):
            return True
        token = token.head
    return False


def locations(reading: Reading, parse: Parse) -> Iterator[Told]:
    """The regions, and the places that say where something is: not those a region is measured from."""
    regions = reading.regions
    yield from regions
    measured = {anchor.place for region in regions for anchor in region.anchors}
    for place in reading.places:
        told_of = place.kind == "name" and place.id not in measured and not is_elsewhere(place, parse)
        if told_of and why_there(place, parse) is not None:
            yield place


@rule(
    "claim.where",
    means="A place name says where unless it is the one who acts, owns or is described.",
    fires="Two shells fell in [Oslo] on Thursday.",
    silent="Oslo denied that two shells fell on Thursday.",
)
def says_where(place: Place, parse: Parse) -> bool | None:
    """Judged by the relation that the last word of the name hangs by."""
    top = top_of(place, parse)
    return top is None or top.dep in LOCATIVE


def why_there(place: Place, parse: Parse) -> Because | None:
    """The reason to say that something happened at a place; None where it is only spoken of."""
    if says_where(place, parse):
        return says_where.because(place.span)
    return befallen(place, parse) or described(place, parse)


def _owner(events: Iterable[Event], parse: Parse) -> Callable[[Span], str | None]:
    """The event that some words belong to: the nearest trigger above them, else the sentence's first."""
    by_token: dict[int, str] = {}
    by_sentence: dict[int, str] = {}
    for event in events:
        for token in parse.within(event.trigger)[:1]:
            by_token[token.i] = event.id
            by_sentence.setdefault(token.sentence, event.id)

    def owner(span: Span) -> str | None:
        inside = parse.within(span)
        if not inside:
            return None
        for token in (inside[-1], *inside[-1].ancestors()):
            if token.i in by_token:
                return by_token[token.i]
        return by_sentence.get(inside[-1].sentence)

    return owner


def _owned(values: Iterable[Told], owner: Callable[[Span], str | None]) -> dict[str, tuple[str, ...]]:
    """The ids of the values that each event owns."""
    owned: dict[str, tuple[str, ...]] = {}
    for value in values:
        event = owner(value.span)
        if event is not None:
            owned[event] = (*owned.get(event, ()), value.id)
    return owned


def _with_release(footage: FootageMention, when: InText[Time], parse: Parse) -> FootageMention:
    """The footage with the time of its release, where the same sentence gives one."""
    inside = parse.within(footage.span)
    if not inside or footage.released is not None:
        return footage
    for time in when.inside([parse.sentences[inside[0].sentence].span]):
        tokens = parse.within(time.span)
        if tokens and _of_release(tokens[-1]):
            return msgspec.structs.replace(footage, released=time.id)
    return footage


def _of_release(token: Token) -> bool:
    """Whether the nearest verb above a word is one of releasing."""
    verb = next((each for each in token.ancestors() if each.pos in ("VERB", "AUX")), None)
    return verb is not None and verb.lemma in RELEASED


@rule(
    "claim.of-its-event",
    means="A date or place of a claim's event is the claim's, though a cue stands between it and the words.",
    fires="On [9 November], rebels reportedly seized the town.",
    silent="On 9 November, the mayor said that rebels had seized the town.",
)
def of_its_event(value: Told) -> Because | None:
    """The reason to give a claim what stands outside its words, anchored in the date or place."""
    return of_its_event.because(value.span)


def where_and_when(
    event: Event | None, anchors: Spans, where: InText[Told], when: InText[Time], parse: Parse
) -> tuple[list[Told], list[Time], list[Because]]:
    """Places and times inside a claim's words; where there are none, those of its event in that sentence.

    A clause that only says who or what is meant keeps its own: "a clerk, fired last week, opened the gate".
    """
    own = Own(event, anchors, parse)
    here = [each for each in where.inside(anchors) if own.place(each.span)]
    then = [each for each in when.inside(anchors) if own.time(each.span)]
    more_here = _beside(event, event.places if event and not here else (), where, parse)
    more_then = _beside(event, event.times if event and not then else (), when, parse)
    more_here = [each for each in more_here if own.place(each.span)]
    more_then = [each for each in more_then if own.time(each.span)]
    apart = [why for each in (*more_here, *more_then) if (why := of_its_event(each)) is not None]
    return here + more_here, then + more_then, apart


def _beside(event: Event | None, ids: Sequence[str], values: InText[Stands], parse: Parse) -> list[Stands]:
    """What of an event's `ids` stands in the sentence of its trigger."""
    trigger = parse.starting_at(event.trigger.start) if event is not None else None
    if trigger is None or not ids or not of_its_event.rule.active:
        return []
    return [each for each in values.inside([parse.sentences[trigger.sentence].span]) if each.id in ids]


RULES = all_rules(says_where, befallen, described, of_its_event)
