"""Readings -> tellings: each proposition of each claim, with all that comparing it needs.

A claim is a sentence under one voice, and may tell several things ("seven were killed and nineteen
wounded"). A telling is one of them: one happening or one figure. It carries its values, not ids into a
reading, so that it is compared without the documents at hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from firsthand.schema import (
    Certainty,
    Chain,
    Claim,
    Event,
    Polarity,
    Quantity,
    QuantityKind,
    Reading,
    Span,
    Spans,
)
from firsthand.schema import Value as _Value


class Figure(_Value, frozen=True, kw_only=True):
    """How many of what; an open end is null."""

    kind: QuantityKind
    of: str | None
    min: float | None
    max: float | None
    approx: bool


class Where(_Value, frozen=True, kw_only=True):
    """A place by its name, with the point and radius that the gazetteer gives, where it gives one."""

    name: str
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    geonames_id: int | None = None


class When(_Value, frozen=True, kw_only=True):
    """First and last minute of the interval in which it is said to have happened, and the words."""

    earliest: str
    latest: str
    words: str


class Telling(_Value, frozen=True, kw_only=True):
    """One proposition as one document tells it."""

    id: str
    """Unique in the comparison: document, claim, and the number of the proposition in its claim."""
    document: str
    claim: str
    """Id of the claim in its document."""
    anchors: Spans
    """The words; first the piece that tells this proposition."""
    text: str
    sentence: str
    """All the words of the claim that it stands in."""
    chain: Chain
    first_hand: bool | None
    certainty: Certainty
    polarity: Polarity
    published: str | None
    event: str | None = None
    """PLOVER type of the happening."""
    trigger: str | None = None
    who: tuple[str, ...] = ()
    whom: tuple[str, ...] = ()
    by_what: tuple[str, ...] = ()
    figure: Figure | None = None
    when: tuple[When, ...] = ()
    where: tuple[Where, ...] = ()


def tellings(reading: Reading) -> tuple[Telling, ...]:
    """Every proposition of every claim of a reading, in text order."""
    return tuple(telling for claim in reading.claims for telling in _of_claim(claim, reading))


def _of_claim(claim: Claim, reading: Reading) -> Iterator[Telling]:
    figures = [quantity for quantity in reading.quantities if quantity.id in claim.how_many]
    events = [event for event in reading.events if event.id == claim.event]
    parts: Iterable[Quantity | None] = figures or [None]
    for number, figure in enumerate(parts, 1):
        yield _telling(claim, reading, figure, events[0] if events else None, number)


def _telling(
    claim: Claim, reading: Reading, quantity: Quantity | None, event: Event | None, number: int
) -> Telling:
    text = reading.document.text
    return Telling(
        id=f"{reading.document.id}/{claim.id}.{number}",
        document=reading.document.id,
        claim=claim.id,
        anchors=_anchors(claim, quantity),
        text=claim.text,
        sentence=claim.text,
        chain=claim.chain,
        first_hand=claim.first_hand,
        certainty=claim.certainty,
        polarity=claim.polarity,
        published=reading.document.published,
        event=event.type if event else None,
        trigger=event.trigger.words(text) if event else None,
        who=tuple(span.words(text) for span in event.actors) if event else (),
        whom=tuple(span.words(text) for span in event.recipients) if event else (),
        by_what=tuple(span.words(text) for span in event.instruments) if event else (),
        figure=_figure(quantity),
        when=tuple(
            When(earliest=time.earliest, latest=time.latest, words=time.span.words(text))
            for time in reading.times
            if time.id in claim.when and time.earliest and time.latest
        ),
        where=tuple(
            Where(
                name=place.name,
                lat=place.lat,
                lon=place.lon,
                radius_km=place.radius_km,
                geonames_id=place.geonames_id,
            )
            for place in reading.places
            if place.id in claim.where
        ),
    )


def _anchors(claim: Claim, quantity: Quantity | None) -> Spans:
    """The claim's pieces, first the words of the figure where the telling is about one."""
    if quantity is None:
        return claim.anchors
    return (Span(quantity.start, quantity.end), *claim.anchors)


def _figure(quantity: Quantity | None) -> Figure | None:
    if quantity is None:
        return None
    return Figure(
        kind=quantity.kind, of=quantity.of, min=quantity.min, max=quantity.max, approx=quantity.approx
    )
