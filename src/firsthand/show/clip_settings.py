"""Texts linked to a clip -> the days and places that each gives for it, and the days on which it was out.

A text can say outright when and where a clip was filmed; else it tells of days and places that the clip is
said to show; else its own day of publication is the only day there is, and is told as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from firsthand.schema import Claim, FootageMention, Reading, Span, Time

WIDE_KM = 60.0
"""A place as wide as this is a country or a region: it tells nothing of where a clip was taken."""
LONG_BEFORE_DAYS = 30
"""A text that gives no day tells of news; footage that was out this long before it can hardly show them."""
_REACH = 90
"""Characters behind "filmed" or "posted" in which its day and place are looked for."""

_FILMED = re.compile(
    r"\b(?:filmed|shot|recorded|captured|taken)\b|\b(?:dates?|dated|dating)\s+(?:back\s+)?(?:from|to)\b",
    re.IGNORECASE,
)
_POSTED = re.compile(
    r"\b(?:posted|published|uploaded|shared|circulat(?:ed|ing)|surfaced|appeared|aired|broadcast)\b"
    r"|\b(?:been|was)\s+online\s+since\b",
    re.IGNORECASE,
)
_SAID_OPEN = re.compile(
    r"\b(?:not|never|n[’']t|whether|if|may|might|could|claim\w*|alleg\w*|purport\w*|suppos\w*|said\s+to)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\b(?:whether|if|den(?:y|ies|ied))\b", re.IGNORECASE)
_SHOWS = re.compile(r"\b(?:show(?:s|ed|ing)?|depict\w*|which\s+he|which\s+she)\b", re.IGNORECASE)
_ENDS = re.compile(
    r"\b(?:and|but|before|after|while|when|not|rather|instead|since\s+then)\b|;|,\s+(?:which|who|whose|\w+ing\b)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘(]?[^\W\d_a-z])|\n+")
_PRONOUN = re.compile(r"[\"“]?(?:It|This|They|These)\s+(?:was|were|had|has|is|first|dates?)\b")
_OLD = re.compile(
    r"\b(?:old|older|archive[ds]?|earlier|years?\s+(?:ago|old)|recycled|unrelated|misattributed)\b",
    re.IGNORECASE,
)


class Told(NamedTuple):
    """A claim about a clip, and the reading it is in."""

    name: str
    claim: Claim
    reading: Reading


class Published(NamedTuple):
    """A day on which footage was out, and the clip or document that says so."""

    day: str
    name: str
    said: str
    """In words: `v1 was published`."""


class Setting(NamedTuple):
    """When and where a text puts what a clip shows."""

    name: str
    """The claim or mention: `d1.c4`, `d1.f0`."""
    days: tuple[str, str] | None
    places: list[tuple[str, Any]]
    words: str
    """What it says, before the days: "tells of"."""
    vague: bool = False
    """It gives no day: the days are that of its publication."""

    @property
    def document(self) -> str:
        """The text that it is in."""
        return self.name.partition(".")[0]


def of_claim(told: Told) -> Setting:
    """The days and places of a claim about a clip."""
    claim, reading = told.claim, told.reading
    times = [time for time in reading.times if time.id in claim.when]
    return Setting(told.name, _days_of(times), places_of(reading, claim.where), "tells of")


def settings(told: Sequence[Told], tied: Iterable[tuple[Reading, FootageMention]]) -> list[Setting]:
    """For each linked text what it says of when and where the clip was filmed, or of what the clip shows.

    What a text says outright goes before what it tells that the clip shows: who refutes a story tells it,
    too. A claim that denies, or that tells of days after the text itself has the clip out, is left aside.
    """
    mentions: dict[str, list[tuple[Reading, FootageMention]]] = {}
    for reading, mention in tied:
        mentions.setdefault(reading.document.id, []).append((reading, mention))
    claims: dict[str, list[Told]] = {}
    for each in told:
        claims.setdefault(each.reading.document.id, []).append(each)
    found: list[Setting] = []
    for document in dict.fromkeys([*claims, *mentions]):
        found += _of_document(claims.get(document, []), mentions.get(document, []))
    return found


def _of_document(told: Sequence[Told], tied: Sequence[tuple[Reading, FootageMention]]) -> Iterator[Setting]:
    filmed = [setting for reading, mention in tied for setting in _filmed(reading, mention)]
    out = [each.day for reading, mention in tied for each in posted(reading, mention)]
    shown = [of_claim(each) for each in told if each.claim.polarity == "+"]
    shown = [each for each in shown if not any(_later(each.days, day) for day in out)]
    dated, placed = any(each.days for each in filmed), any(each.places for each in filmed)
    yield from filmed
    for each in shown:
        yield each._replace(days=None if dated else each.days, places=[] if placed else each.places)
    if not any(each.days for each in (*filmed, *shown)):
        yield from _by_its_own_day(told, tied, out)


def _by_its_own_day(
    told: Sequence[Told], tied: Sequence[tuple[Reading, FootageMention]], out: Sequence[str]
) -> Iterator[Setting]:
    """A text that gives no day, by the day on which it was published; not one that calls the clip old."""
    reading = (told[0].reading if told else tied[0][0]) if told or tied else None
    day = reading.document.published[:10] if reading and reading.document.published else None
    if reading is None or day is None or any(each.claim.polarity != "+" for each in told):
        return
    if any(_OLD.search(_sentence(of, mention.span).words(of.document.text)) for of, mention in tied):
        return
    if any((days_between(earlier, day) or 0) > LONG_BEFORE_DAYS for earlier in out):
        return
    name = told[0].name if told else f"{reading.document.id}.{tied[0][1].id}"
    yield Setting(name, (day, day), [], "gives no day and was published on", vague=True)


def posted(reading: Reading, mention: FootageMention) -> Iterator[Published]:
    """The days on which a text says that a clip was posted: one day, or the last of a month or year."""
    name = f"{reading.document.id}.{mention.id}"
    for verb, tail in _said(reading, mention, _POSTED):
        days = _days_of(_within(reading.times, tail)[:1])
        if days is not None:
            yield Published(days[1], name, f"{name} says that it was {_word(reading, verb)}")


def _word(reading: Reading, verb: Span) -> str:
    word = verb.words(reading.document.text).split()[-1].lower()
    return "out" if word in ("since", "appeared", "surfaced", "circulating") else word


def _filmed(reading: Reading, mention: FootageMention) -> Iterator[Setting]:
    name = f"{reading.document.id}.{mention.id}"
    for _, tail in _said(reading, mention, _FILMED):
        days = _days_of(_within(reading.times, tail)[:1])
        places = places_of(reading, [place.id for place in _within(reading.places, tail)])[:1]
        if days or places:
            near = "on" if days is None or days[0] == days[1] else "in"
            yield Setting(name, days, places, f"says that it was filmed {near}")


def _said(reading: Reading, mention: FootageMention, verbs: re.Pattern[str]) -> Iterator[tuple[Span, Span]]:
    """Verbs that say of a mention, or of "It" in the sentence behind it, when; with the words behind them."""
    text = reading.document.text
    sentence = _sentence(reading, mention.span)
    spans = [(Span(mention.end, sentence.end), sentence)]
    after = _sentence(reading, Span(sentence.end, sentence.end))
    follows = not any(
        sentence.start <= other.start < sentence.end and other.start > mention.start
        for other in reading.footage
    )
    if follows and _PRONOUN.match(text, after.start, after.end):
        spans.append((after, after))
    if _ASKED.search(text, sentence.start, mention.start):
        return
    for where, whole in spans:
        for verb in verbs.finditer(text, where.start, where.end):
            between = text[where.start : verb.start()]
            if _SAID_OPEN.search(between) or _SHOWS.search(between):
                break
            end = min(whole.end, verb.end() + _REACH)
            cut = _ENDS.search(text, verb.end(), end)
            yield Span(*verb.span()), Span(verb.end(), cut.start() if cut else end)


def _sentence(reading: Reading, span: Span) -> Span:
    """The sentence around some words; behind the end of one, the next in the same paragraph."""
    text = reading.document.text
    low, high = max(0, span.start - 800), min(len(text), span.end + 800)
    start = max(
        (m.end() for m in _SENTENCE.finditer(text, low, high) if m.end() <= max(span.start, low)), default=low
    )
    if span.start == span.end:
        gap = _SENTENCE.match(text, span.start)
        start = gap.end() if gap and "\n" not in gap.group() else span.start
    end = next((m.start() for m in _SENTENCE.finditer(text, max(span.end, start), high)), high)
    return Span(start, max(start, end))


def _within(values: Sequence[Any], span: Span) -> list[Any]:
    return sorted((v for v in values if span.start <= v.start and v.end <= span.end), key=lambda v: v.start)


def _days_of(times: Iterable[Time]) -> tuple[str, str] | None:
    """The first and last day; null where no time is settled."""
    spans = [
        (time.earliest[:10], time.latest[:10])
        for time in times
        if time.earliest and time.latest and time.type in ("DATE", "TIME")
    ]
    return (min(s[0] for s in spans), max(s[1] for s in spans)) if spans else None


def _later(days: tuple[str, str] | None, day: str) -> bool:
    return days is not None and (days_between(day, days[0]) or 0) > 1


def days_between(earlier: str, later: str) -> int | None:
    """Days from the one to the other; null where one of them is a year or a month alone."""
    try:
        return (date.fromisoformat(later[:10]) - date.fromisoformat(earlier[:10])).days
    except ValueError:
        return None


def places_of(reading: Reading, named: Iterable[str]) -> list[tuple[str, Any]]:
    """Settled places and regions, as shapes; places as wide as a country tell nothing."""
    from shapely.geometry import Point, shape

    places = {place.id: place for place in reading.places}
    regions = {region.id: region for region in reading.regions}
    found: list[tuple[str, Any]] = []
    for name in named:
        place, region = places.get(name), regions.get(name)
        if place and place.lat is not None and place.lon is not None and (place.radius_km or 0) < WIDE_KM:
            found.append((place.name, Point(place.lon, place.lat)))
        if region and region.geometry:
            said = " ".join(reading.document.text[region.start : region.end].split())
            found.append((said, shape(region.geometry)))
    return found
