"""Where and when a document sets its happenings, for the tellings that do not say so themselves.

"We have buried twelve" gives no place; the sentence before it does. What a telling says itself counts before
what its paragraph says, and that before what its document says first.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import datetime

from firsthand.corroborate.telling.terms import EMPTY, NUMERAL, happenings, plain, sites_of, stem, terms
from firsthand.resources.capitals import cased
from firsthand.schema import Event, Place, Quantity, Reading, Span, Time

NAME = re.compile(
    r"[^\W\d_a-zß-öø-ÿ][\w'’\-]*(?:\s(?:(?:de|del|la|el|al|of|the)\s)?[^\W\d_a-zß-öø-ÿ][\w'’\-]*)*"
)
"""A run of words with capitals."""

LOCATING = re.compile(
    r"(?:\b(?:in|at|near|outside|over|around|into|from|across|hit|struck|attacked|raided|stormed|"
    r"shelled|bombed|entered|captured|reached)"
    r"|\b(?:attack|raid|strike|shelling|bombing|assault|fire|advance|used)s?\s(?:on|against)|"
    r"\b(?:village|town|city|settlement|hamlet|port|camp|district|region|province|oblast|area|outskirts|"
    r"suburbs?)"
    r"\sof|\b(?:village|town|city|hamlet|settlement))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Words right before a name that make it say where."""

BODIES = re.compile(
    r"\b(?:ministry|forces?|battalion|brigade|regiment|grouping|group|staff|party|council|court|agency|army|guard|"
    r"office|parliament|government|authority|union|network|press|times|post|news|radio|telegram|facebook|"
    r"institute|committee|"
    r"channel|command|front|movement|university|team|society)s?$",
    re.IGNORECASE,
)
"""Ends of names that are bodies, not places, whatever stands before them."""

PEOPLES = re.compile(r"(?:ian|ish|ese|ean)s?$")
"""Ends of names of peoples: "the Lutian city" says whose, not which."""

SINGULAR = re.compile(r"\s(?:is|was|remains|remained|has|had|fell|falls)\b")

AWAY_FROM = ("distance_bearing", "distance", "bearing", "travel_time", "between")
"""Regions that are measured from a place and lie elsewhere."""

WIDE = re.compile(
    r"^\s+(?:region|district|oblast|province|state|county|governorate|republic|area|sector|direction)\b",
    re.IGNORECASE,
)
WIDE_BEFORE = re.compile(r"\b(?:district|region|province|oblast|state|republic) of (?:the )?$", re.IGNORECASE)
OF_A_COUNTRY = cased(r"\s+(?:port|city|town|village|capital)\s+of\s+[A-Z]")
"""What follows the name of a country's people: "the Velian port of Karsk" is one place in another."""
HOUSE_NAMED = re.compile(
    r"\s+(?:hospital|clinic|prison|jail|penitentiary|school|university|church|monastery|hotel)\b"
)
"""What follows the name of a house: "the Saint Orm hospital" is in a place, and is none beside it."""
LONGEST = 8
"""Days beyond which an interval does not tell when something happened."""
BEFORE = 150
"""Characters before a "there" in which what it points to is looked for."""
OPENING = 400
"""Characters of a text that tell what it is about."""
WIDE_KM = 60.0
"""A place whose radius is larger holds many happenings: sharing it says little."""


class Named:
    """A name in a text: its key, its words, whether it says where, and whether it is a wide area."""

    __slots__ = ("key", "span", "where", "wide")

    def __init__(self, key: str, span: Span, where: bool, wide: bool) -> None:
        self.key = key
        self.span = span
        self.where = where
        self.wide = wide


class Setting:
    """The names, places and days of a document, by where they stand."""

    def __init__(self, reading: Reading) -> None:
        text = reading.document.text
        paragraphs = reading.document.paragraphs or (Span(0, len(text)),)
        self._paragraphs_at = [each.start for each in paragraphs]
        self.names = sorted(_names(reading), key=lambda each: each.span)
        self._starts = [each.span.start for each in self.names]
        of_claims = {each for claim in reading.claims for each in claim.when}
        self.times = sorted(
            (each for each in reading.times if each.id in of_claims and _dated(each)),
            key=lambda each: each.start,
        )
        self._text = text
        self._publisher = frozenset(plain(word) for word in (reading.document.publisher or "").split())
        self._events = sorted(reading.events, key=lambda each: each.trigger)
        self._events_at = [each.trigger.start for each in self._events]
        self._figures = sorted(reading.quantities, key=lambda each: each.span)
        self._figures_at = [each.start for each in self._figures]
        self._times_at = [each.start for each in self.times]
        first = next((each for each in self.names if each.where), None)
        lead = next(
            (each for each in paragraphs if first and each.start <= first.span.start < each.end), None
        )
        self._lead_time = next((each for each in self.times if each.end <= paragraphs[0].end), None)
        self._lead = _ordered([each for each in self.names_in(lead) if each.where]) if lead else ()

    def names_in(self, span: Span) -> list[Named]:
        """The names inside some words."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return self.names[first:last]

    def places_in(self, spans: Iterable[Span]) -> tuple[str, ...]:
        """Keys of the places named in some words, those of one settlement before areas."""
        found = [each for span in spans for each in self.names_in(span) if each.where]
        return _ordered(found)

    def places_before(self, at: int) -> tuple[str, ...]:
        """Keys of the places that the reader has in mind at a point: told in its paragraph, else at first."""
        before = [each for each in self.names_in(Span(self._paragraph(at), at)) if each.where]
        if before:
            return _ordered(before)
        return self._lead

    def times_in(self, spans: Iterable[Span]) -> list[Time]:
        """The days and hours told inside some words, in text order."""
        return [
            time
            for span in spans
            for time in self.times[
                bisect_left(self._times_at, span.start) : bisect_left(self._times_at, span.end)
            ]
        ]

    def events_in(self, spans: Iterable[Span]) -> list[Event]:
        """The happenings told inside some words, in text order."""
        return [
            event
            for span in spans
            for event in self._events[
                bisect_left(self._events_at, span.start) : bisect_left(self._events_at, span.end)
            ]
        ]

    def figures_in(self, spans: Iterable[Span]) -> list[Quantity]:
        """The figures inside some words, in text order."""
        return [
            figure
            for span in spans
            for figure in self._figures[
                bisect_left(self._figures_at, span.start) : bisect_left(self._figures_at, span.end)
            ]
            if figure.end <= span.end
        ]

    def topic(self, title: str, text: str) -> frozenset[str]:
        """What a document is about: its names, and the telling words of its title and opening."""
        titled = {plain(word) for word in cased(r"[A-Z][\w'’\-]+").findall(title)} - EMPTY
        names = {word for each in self.names for word in each.key.split()} | titled
        names = {word for word in names if len(word) > 2} - self._publisher
        opening = (*terms(title), *terms(text[:OPENING]))
        told = {term.key if term.sort != "name" else stem(term.key) for term in opening}
        return frozenset({f"@{name}" for name in names} | told)

    def sites_before(self, at: int, words: str) -> tuple[str, ...]:
        """The sites of the sentence before, where the words point back ("three bodies were found there")."""
        if not re.search(
            r"\bthere\b(?!\s+(?:is|are|was|were|will|has|have)\b)|\bits\b", words, re.IGNORECASE
        ):
            return ()
        return sites_of(self._text[max(0, at - BEFORE) : at])

    def time_before(self, at: int) -> Time | None:
        """The last day told before a point in its paragraph, else the first of the document."""
        last = bisect_left(self._times_at, at)
        if last and self._times_at[last - 1] >= self._paragraph(at):
            return self.times[last - 1]
        return self._lead_time

    def _paragraph(self, at: int) -> int:
        """Where the paragraph of a point begins."""
        return self._paragraphs_at[max(0, bisect_right(self._paragraphs_at, at) - 1)]


def _ordered(found: Sequence[Named]) -> tuple[str, ...]:
    narrow = [each.key for each in found if not each.wide]
    return tuple(dict.fromkeys(narrow or [f"~{each.key}" for each in found]))


def _dated(time: Time) -> bool:
    """Whether a time gives days: a century or "since 2026" does not say when something happened."""
    if time.type not in ("DATE", "TIME") or time.earliest is None or time.latest is None:
        return False
    return days_of(time.earliest, time.latest) <= LONGEST


def days_of(earliest: str, latest: str) -> int:
    """Whole days that an interval spans; 0 within one day, a large number where it cannot be read."""
    try:
        return (datetime.fromisoformat(latest) - datetime.fromisoformat(earliest)).days
    except ValueError:
        return LONGEST + 1


def _names(reading: Reading) -> list[Named]:
    """Every run of capitals that is more than the first word of a sentence."""
    text = reading.document.text
    settled = {
        at: each for each in reading.places if each.kind == "name" for at in range(each.start, each.end)
    }
    parties = {span.start for event in reading.events for span in event.actors}
    suffering = _attacked(reading)
    measured = {
        anchor.start for region in reading.regions if region.kind in AWAY_FROM for anchor in region.anchors
    }
    matches = [(*match.span(), match.group()) for match in NAME.finditer(text)]
    inside = {plain(word) for start, _, words in matches if not _opens(text, start) for word in words.split()}
    found = []
    for at, end, words in matches:
        known = at in suffering or at in settled or at in parties or _is_subject(text, end, words)
        start, name = (at, words) if known else _without_opening(text, at, words, inside)
        if len(name) < 2 or plain(name) in EMPTY or NUMERAL.fullmatch(plain(name)):
            continue
        place = settled.get(start) or settled.get(end - 1)
        located = LOCATING.search(text[max(0, start - 40) : start]) is not None and not _of_others(name)
        where = start in suffering or ((place is not None or located) and start not in parties | measured)
        found.append(Named(plain(name), Span(start, end), where, _wide(text, start, end, place)))
    return found


def _is_subject(text: str, end: int, word: str) -> bool:
    """Whether a word that opens a sentence is a name: "Sovna is ...", not "Shelling is ..."."""
    common = terms(word) and terms(word)[0].sort != "name"
    return not common and SINGULAR.match(text, end) is not None and not word.endswith(("ing", "s"))


def _of_others(name: str) -> bool:
    """Whether a name without a place of its own is a body's or a people's."""
    return BODIES.search(name) is not None or PEOPLES.search(name) is not None


def _attacked(reading: Reading) -> set[int]:
    """Where the names begin of what was attacked, hit or taken: a place, if it is a name at all."""
    text = reading.document.text
    return {
        span.start
        for event in reading.events
        if happenings(event.trigger.words(text)) & {"attack", "strike", "take", "keep", "burn", "loot"}
        for span in event.recipients
    }


def _without_opening(text: str, start: int, words: str, inside: set[str]) -> tuple[int, str]:
    """A run of capitals without a first word that has its capital from opening the sentence."""
    head = words.split(maxsplit=1)[0]
    alone = len(words.split()) == 1
    if plain(head) in EMPTY or (_opens(text, start) and alone and plain(head) not in inside):
        rest = words[len(head) :].lstrip()
        return start + len(words) - len(rest), rest
    return start, words


def _wide(text: str, start: int, end: int, place: Place | None) -> bool:
    return (
        WIDE.match(text[end : end + 14]) is not None
        or WIDE_BEFORE.search(text[max(0, start - 20) : start]) is not None
        or OF_A_COUNTRY.match(text, end) is not None
        or HOUSE_NAMED.match(text, end) is not None
        or (place is not None and (place.radius_km or 0) > WIDE_KM)
    )


def _opens(text: str, at: int) -> bool:
    before = text[max(0, at - 8) : at].rstrip(" \t\"“”'‘’(")
    return not before or before[-1] in ".!?:\n"


def topic(reading: Reading) -> frozenset[str]:
    """What a document is about: its names, and the telling words of its title and opening."""
    return Setting(reading).topic(reading.document.title or "", reading.document.text)
