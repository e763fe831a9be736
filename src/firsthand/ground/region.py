"""Where: the region that words give."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import msgspec

from firsthand.ground import region_drawing, region_measured, region_ways, region_worded
from firsthand.ground.region_drawing import Asked
from firsthand.ground.region_line import AREAS, Line
from firsthand.ground.region_measure import WORDS, Measure, measure
from firsthand.ground.region_measured import Draft
from firsthand.resources.gazetteer import Gazetteer
from firsthand.resources.parser import Parse
from firsthand.rules import Construction, Rule
from firsthand.schema import Because, Place, Region, RegionAnchor


def regions(parse: Parse, places: tuple[Place, ...], gazetteer: Gazetteer) -> tuple[Region, ...]:
    """The relative expressions of place ("about 4 km south of K"), in text order."""
    line = Line(parse, {place.start: place for place in places})
    taken: set[int] = set()
    drafts: list[Draft] = []
    for draft in (*_measured(line), *_worded(line, gazetteer)):
        if taken.isdisjoint(range(draft.first, draft.last)):
            taken.update(range(draft.first, draft.last))
            drafts.append(draft)
    by_id = {place.id: place for place in places}
    drafts.sort(key=lambda draft: draft.first)
    return tuple(_made(line, draft, i, by_id, gazetteer) for i, draft in enumerate(drafts))


_TAILS = {"off_coast": ("coast", "shore"), "inside_border": ("territory", "soil", "airspace")}
"""Words behind a name that the expression ends with ("off the Yemeni coast")."""


def _reasoned(line: Line, rule: Construction[..., Draft], draft: Draft | None) -> Draft | None:
    """The draft with the rule that made it first among its reasons."""
    if draft is None:
        return None
    last = draft.last
    if draft.found[-1].last == last and (
        line.lower(last) in AREAS or line.lower(last) in _TAILS.get(draft.kind, ())
    ):
        last += 1
    because = rule.because(line.span(draft.first, last))
    return dataclasses.replace(draft, last=last, because=(because, *draft.because))


def _measured(line: Line) -> Iterator[Draft]:
    """Expressions with a stated distance, each widened by the road or the name that it belongs to."""
    yield from (road for road in _roads(line) if road.distance_km)
    for i in range(len(line.tokens)):
        m = _measure_at(line, i)
        draft = _of_measure(line, m) if m else _timed(line, i)
        if draft:
            wider = _reasoned(line, region_ways.apposition, region_ways.apposition(line, draft))
            yield wider or draft


def _measure_at(line: Line, i: int) -> Measure | None:
    token = line.tokens[i]
    if token.lower[:1] in "kmny" or token.text[:1].isdigit():
        return measure(line, i)
    return None


def _of_measure(line: Line, m: Measure) -> Draft | None:
    for rule in (
        region_measured.distance_bearing,
        region_measured.measured_border,
        region_measured.distance,
        region_measured.inside_border,
    ):
        if draft := _reasoned(line, rule, rule(line, m)):
            return draft
    if line.lower(m.last) == "off":
        rule_off = region_measured.off_coast
        return _reasoned(line, rule_off, rule_off(line, m.last, m))
    return None


def _timed(line: Line, i: int) -> Draft | None:
    if line.lower(i) not in ("hour", "hours", "minute", "minutes"):
        return None
    rule = region_measured.travel_time
    return _reasoned(line, rule, rule(line, i))


def _roads(line: Line) -> Iterator[Draft]:
    for i in range(len(line.tokens)):
        if WORDS["road"].lookup(line.lower(i)):
            rule = region_ways.along_road
            if draft := _reasoned(line, rule, rule(line, i)):
                yield draft


_BY_FIRST_WORD: dict[str, tuple[Construction[..., Draft], ...]] = {
    "in": (
        region_worded.part_of,
        region_worded.middle_of,
        region_worded.on_border,
        region_ways.axis,
        region_worded.near,
    ),
    "across": (region_worded.across_border, region_ways.bank, region_worded.part_of),
    "over": (region_worded.across_border,),
    "somewhere": (region_worded.somewhere_in,),
    "elsewhere": (region_worded.somewhere_in,),
    "parts": (region_worded.somewhere_in, region_worded.suburb),
    "between": (region_worded.between,),
    "toward": (region_ways.axis,),
    "towards": (region_ways.axis,),
    "along": (region_worded.on_border,),
    "on": (region_worded.on_border,),
    "at": (region_worded.on_border,),
    "bank": (region_ways.bank,),
    "shore": (region_ways.bank,),
    ",": (region_ways.in_district,),
}
_NEAR = frozenset(word.split()[0] for row in WORDS["near"].rows for word in row.words)
_SUBURBS = frozenset(word for row in WORDS["suburb"].rows for word in row.words)


def _worded(line: Line, gazetteer: Gazetteer) -> Iterator[Draft]:
    """Expressions without a stated distance, the more telling kinds first."""
    yield from _roads(line)
    late: list[Draft] = []
    for i, token in enumerate(line.tokens):
        word = token.lower
        for rule in _BY_FIRST_WORD.get(word, ()):
            if draft := _reasoned(line, rule, rule(line, i)):
                yield draft
        if word in _SUBURBS and (
            draft := _reasoned(line, region_worded.suburb, region_worded.suburb(line, i))
        ):
            yield draft
        if token.start in line.place_at and (
            draft := _reasoned(line, region_worded.own_part, region_worded.own_part(line, i))
        ):
            yield draft
        late.extend(_late(line, i, word, gazetteer))
    yield from late


def _late(line: Line, i: int, word: str, gazetteer: Gazetteer) -> Iterator[Draft]:
    """What gives way to the other kinds: near, bearing, along, off."""
    if word in _NEAR and (draft := _reasoned(line, region_worded.near, region_worded.near(line, i))):
        yield draft
    if word[:4] in ("nort", "sout", "east", "west"):
        if draft := _reasoned(line, region_worded.of_name, region_worded.of_name(line, i, gazetteer)):
            yield draft
    elif word in ("along", "banks", "shores"):
        rule = region_ways.along_river
        if draft := _reasoned(line, rule, rule(line, i, gazetteer)):
            yield draft
    elif word == "off" and (
        draft := _reasoned(line, region_measured.off_coast, region_measured.off_coast(line, i, None))
    ):
        yield draft


def _made(line: Line, draft: Draft, number: int, by_id: dict[str, Place], gazetteer: Gazetteer) -> Region:
    region = draft.region(line)
    anchors = [by_id.get(each.place or "") or _land(each, gazetteer) for each in region.anchors]
    words = line.words(draft.first, draft.last)
    geometry, note = region_drawing.drawn(Asked(region, words, anchors, gazetteer))
    because = region.because
    if note is not None:
        because = (*because, Because(rule="map", anchors=(region.span,), note=note))
    return msgspec.structs.replace(region, id=f"r{number + 1}", geometry=geometry, because=because)


def _land(anchor: RegionAnchor, gazetteer: Gazetteer) -> Place | None:
    """The country of "the Nigerien border", which is named by its adjective alone."""
    land = gazetteer.demonym(anchor.name)
    if land is None:
        return None
    return Place(
        id="", start=anchor.start, end=anchor.end, name=anchor.name, kind="demonym", country=land.country
    )


RULES: tuple[Rule, ...] = (
    *WORDS.rules, *region_measured.RULES, *region_worded.RULES, *region_ways.RULES,
)  # fmt: skip
