"""Readings -> tellings: each proposition of each claim, with all that comparing it needs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from firsthand.corroborate.telling.around import Sentences
from firsthand.corroborate.telling.denial import of_what_was_denied
from firsthand.corroborate.telling.measure import (
    BY_KIND,
    DISPUTED,
    EARLIER,
    FAMILY,
    HUMAN,
    MORE,
    MORE_OF,
    ORDINAL,
    RISING,
    UNCOUNTED,
    bare_count,
    by_eye,
    is_part,
    measure_of,
    share_count,
)
from firsthand.corroborate.telling.pieces import pieces, second_clauses
from firsthand.corroborate.telling.says import Said, said
from firsthand.corroborate.telling.setting import Setting
from firsthand.corroborate.telling.terms import terms
from firsthand.corroborate.telling.unconfirmed import unconfirmed
from firsthand.corroborate.telling.values import Figure, Telling, When, Where
from firsthand.schema import Claim, Event, Quantity, Reading, Span, Spans

MAGNITUDE = 4.0
"""A bare figure ("it is two hundred") counts what a figure up to so many times as large counted before it."""

LEFT = re.compile(
    r"\b(?:have|has|had) (?:moved|left|gone|relocated|departed)\b"
    r"|\b(?:moved out|left (?:home|their homes))\b",
    re.IGNORECASE,
)
"""Words of those who went from where they lived, which alone could be of anybody who went somewhere."""
CAUSE = re.compile(r"(?:when|after|as|by|in|during|that)\b", re.IGNORECASE)
"""How a clause begins that says what led to a figure."""
BEFORE = 80
"""Characters before a piece in which the words stand that call a figure disputed."""
SHORT = 5
"""Characters between two pieces of a claim that hold no more than a preposition."""
NEXT = 3
"""Pieces of one sentence with no more characters than this between them follow on each other."""


def tellings(reading: Reading) -> tuple[Telling, ...]:
    """Every proposition of every claim of a reading, in text order."""
    setting, sentences = Setting(reading), Sentences(reading.document.text)
    topic = setting.topic(reading.document.title or "", reading.document.text)
    found: list[Telling] = []
    for claim in reading.claims:
        for number, telling in enumerate(_of_claim(claim, reading, setting), 1):
            whole = msgspec.structs.replace(
                telling,
                id=f"{reading.document.id}/{claim.id}.{number}",
                topic=topic,
                around=sentences.around(telling.anchors[0]),
            )
            whole = of_what_was_denied(_of_what_was_counted(whole, found), found)
            found.append(unconfirmed(whole, claim, reading.document.text))
    return _parts_marked(found)


def _of_claim(claim: Claim, reading: Reading, setting: Setting) -> Iterator[Telling]:
    text = reading.document.text
    figures = [
        q
        for q in setting.figures_in(claim.anchors)
        if q.kind not in UNCOUNTED and not FAMILY.search(text[max(0, q.start - 20) : q.start])
    ]
    events = setting.events_in(claim.anchors)
    told = [
        Span(anchor.start + term.start, anchor.start + term.end)
        for anchor in claim.anchors
        for term in terms(anchor.words(text))
        if term.sort == "happening"
    ]
    typed = [event.trigger for event in events if event.type != "OTHER"]
    counted = [q.span for q in figures]
    joined = second_clauses(text, claim.anchors, [event.trigger for event in events])
    heads = [*counted, *typed, *told, *joined]
    cut = pieces(text, _bridged(text, claim.anchors), heads, [*counted, *told])
    parts = _joined(cut, counted, told) if len(cut) > 1 else list(cut)
    for number, piece in enumerate(parts):
        inside = [q for q in figures if piece.holds(q.span)]
        within = [event for event in events if piece.holds(event.trigger)]
        if not (inside or within or any(piece.holds(each) for each in (*told, *joined))) and len(cut) > 1:
            continue
        says = said(claim, piece, within, reading, setting)
        quantities: list[Quantity | None] = [*inside] or [None]
        settled = [q for q in inside if q.kind in BY_KIND]
        if settled and len(settled) < len(inside):
            quantities = [*settled]
        for quantity in quantities:
            befell = says.matters if quantity is None or not settled or quantity in settled else ()
            shown = _with_cause(parts, number, counted, told, text) if quantity is not None else piece
            yield _telling(claim, reading, says._replace(shown=shown), quantity, befell)


def _bridged(text: str, anchors: Spans) -> Spans:
    """Pieces of a claim with only a short word between them taken as one ("speaks … of … eleven")."""
    joined: list[Span] = []
    for anchor in anchors:
        last = joined[-1] if joined else None
        if (
            last is not None
            and 0 <= anchor.start - last.end <= SHORT
            and text[last.end : anchor.start].strip(" ").isalpha()
        ):
            joined[-1] = Span(last.start, anchor.end)
        else:
            joined.append(anchor)
    return tuple(joined)


def _with_cause(
    parts: Sequence[Span], number: int, counted: Sequence[Span], told: Sequence[Span], text: str
) -> Span:
    """The piece of a figure with the clause after it that says by what ("when shells struck the market")."""
    piece = parts[number]
    if number == 0:
        piece = _up_to_what_befell(parts, told) or piece
    for after in (each for each in parts if each.start > piece.start and each.end > piece.end):
        apart = after.start - piece.end > NEXT or any(after.holds(each) for each in counted)
        if apart or CAUSE.match(text, after.start) is None:
            break
        piece = Span(piece.start, after.end)
    return piece


def _up_to_what_befell(parts: Sequence[Span], told: Sequence[Span]) -> Span | None:
    """A first figure with those that split it, up to the verb ("nine people, five of them guests, died")."""
    for last in parts:
        if any(last.holds(each) for each in told):
            return Span(parts[0].start, last.end)
    return None


def _joined(cut: Sequence[Span], counted: Sequence[Span], told: Sequence[Span]) -> list[Span]:
    """A piece that only counts ("and nine people in her corridor") with the piece after it that says what
    befell them ("and the next were killed")."""
    joined: list[Span] = []
    for piece in cut:
        last = joined[-1] if joined else None
        if (
            last is not None
            and piece.start - last.end <= NEXT
            and any(last.holds(each) for each in counted)
            and not any(last.holds(each) for each in told)
            and not any(piece.holds(each) for each in counted)
            and any(piece.holds(each) for each in told)
        ):
            joined[-1] = Span(last.start, piece.end)
        else:
            joined.append(piece)
    return joined


def _telling(
    claim: Claim, reading: Reading, says: Said, quantity: Quantity | None, befell: tuple[str, ...]
) -> Telling:
    text = reading.document.text
    figure = counted(quantity) or bare_count(says.span.words(text), says.matters)
    nothing = figure is not None and figure.max == 0
    ahead = text[max(0, quantity.start - 60) : quantity.start] if quantity else ""
    replaced = EARLIER.search(ahead) is not None
    after = text[quantity.end : quantity.end + 24] if quantity else ""
    return Telling(
        id="",
        document=reading.document.id,
        claim=claim.id,
        anchors=(says.shown, *(each for each in claim.anchors if each != says.shown)),
        text=claim.text,
        sentence=claim.text,
        chain=claim.chain,
        first_hand=claim.first_hand,
        certainty=claim.certainty,
        polarity="+" if nothing and not says.denied else says.polarity,
        published=reading.document.published,
        event=says.event.type if says.event else None,
        trigger=says.event.trigger.words(text) if says.event else None,
        who=_words(says.event, "actors", text),
        whom=_words(says.event, "recipients", text),
        by_what=_words(says.event, "instruments", text),
        figure=figure,
        when=_when(claim, reading),
        where=_where(claim, reading),
        piece=says.span.words(text),
        matters=says.matters,
        nouns=says.nouns,
        terms=says.terms,
        names=says.names,
        agent=says.agent,
        whose=says.whose,
        measure=measure_of(figure, befell) if figure else None,
        sites=says.sites,
        dead_were=says.dead_were,
        held=says.held,
        places=says.places,
        setting=says.setting,
        days=says.days,
        days_setting=says.days_setting,
        part=quantity is not None
        and (
            is_part(text[quantity.start : quantity.end], after)
            or ORDINAL.search(ahead) is not None
            or (quantity.kind in BY_KIND and by_eye(says.span.words(text)))
        ),
        added=quantity is not None
        and (
            MORE.match(after) is not None
            or MORE_OF.search(text[quantity.start : quantity.end + 24]) is not None
        ),
        rising=figure is not None and not replaced and RISING.search(claim.text) is not None,
        replaced=replaced,
        disputed=DISPUTED.search(text, max(0, says.span.start - BEFORE), says.span.end) is not None,
    )


def _words(event: Event | None, role: str, text: str) -> tuple[str, ...]:
    return tuple(span.words(text) for span in getattr(event, role)) if event is not None else ()


def _when(claim: Claim, reading: Reading) -> tuple[When, ...]:
    return tuple(
        When(earliest=time.earliest, latest=time.latest, words=time.span.words(reading.document.text))
        for time in reading.times
        if time.id in claim.when and time.earliest and time.latest
    )


def _where(claim: Claim, reading: Reading) -> tuple[Where, ...]:
    return tuple(
        Where(
            name=place.name,
            lat=place.lat,
            lon=place.lon,
            radius_km=place.radius_km,
            geonames_id=place.geonames_id,
        )
        for place in reading.places
        if place.id in claim.where
    )


def counted(quantity: Quantity | None) -> Figure | None:
    """The figure of a quantity; "one house" is a house, and no figure."""
    if quantity is None or (quantity.kind not in BY_KIND and quantity.min == quantity.max == 1):
        return None
    return Figure(
        kind=quantity.kind, of=quantity.of, min=quantity.min, max=quantity.max, approx=quantity.approx
    )


def _of_what_was_counted(telling: Telling, before: Sequence[Telling]) -> Telling:
    """A bare figure with what the figure before it in the document counts, where the two are of one size."""
    if telling.figure is None and telling.names and not telling.matters:
        return _share(telling, before)
    if telling.measure == ":people" and LEFT.search(telling.piece):
        return _left(telling, before)
    if telling.measure != ":" or telling.figure is None:
        return telling
    size = telling.figure.max or telling.figure.min or 0
    for each in reversed(before[-8:]):
        if each.figure is None or each.measure in (None, ":") or each.part:
            continue
        other = each.figure.max or each.figure.min or 0
        if size and other and max(size, other) / min(size, other) <= MAGNITUDE:
            of = msgspec.structs.replace(telling.figure, of=each.figure.of)
            return msgspec.structs.replace(
                telling,
                measure=each.measure,
                figure=of,
                matters=tuple(sorted({*telling.matters, *each.matters})),
                nouns=tuple(sorted({*telling.nouns, *each.nouns})),
            )
    return telling


def _left(telling: Telling, before: Sequence[Telling]) -> Telling:
    """People who "have moved", where those displaced were counted before: they are counted as these."""
    if not any(each.measure == "displaced" for each in before):
        return telling
    return msgspec.structs.replace(
        telling, measure="displaced", matters=tuple(sorted({*telling.matters, "flee"}))
    )


def _share(telling: Telling, before: Sequence[Telling]) -> Telling:
    """One place's share of the figure told before it, as a figure of its own."""
    last = next((each for each in reversed(before[-4:]) if each.measure in HUMAN), None)
    figure = share_count(telling.piece, last.figure) if last is not None and last.figure is not None else None
    if last is None or figure is None:
        return telling
    return msgspec.structs.replace(telling, figure=figure, measure=last.measure, matters=last.matters)


def _parts_marked(found: Sequence[Telling]) -> tuple[Telling, ...]:
    """Figures marked that only split one of the same sentence ("nine people, five of them patients")."""
    told: dict[tuple[str, str | None], list[Telling]] = defaultdict(list)
    for telling in found:
        if telling.figure is not None:
            told[telling.claim, telling.measure].append(telling)
    return tuple(
        msgspec.structs.replace(each, part=_is_part(each, told[each.claim, each.measure])) for each in found
    )


def _is_part(telling: Telling, beside: Sequence[Telling]) -> bool:
    """Whether a figure counts only some: by its words, or beside the larger ones of its sentence."""
    if telling.figure is None or telling.replaced:
        return False
    if telling.part:
        return True
    size = _size(telling)
    before = [each for each in beside if each.anchors[0] < telling.anchors[0] and not each.replaced]
    larger = any(_size(each) > size for each in beside if each is not telling)
    return (telling.added and larger) or any(
        _size(each) > size or (each.part and _size(each) >= size) for each in before
    )


def _size(telling: Telling) -> float:
    figure = telling.figure
    return (figure.max or figure.min or 0) if figure is not None else 0


__all__ = ["Figure", "Telling", "When", "Where", "tellings"]
