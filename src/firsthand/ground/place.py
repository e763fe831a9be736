"""Where: place names and what they mean."""

from __future__ import annotations

import msgspec

from firsthand.ground import place_choice, place_mentions
from firsthand.ground.place_choice import Question
from firsthand.ground.place_confidence import point_share
from firsthand.ground.place_demonyms import DEMONYM_RULES, demonyms
from firsthand.ground.place_evidence import Evidence, gather
from firsthand.ground.place_geometry import lies_in, same_spot
from firsthand.ground.place_names import Page, page
from firsthand.ground.place_questions import INSIDE_RULES, area_in_sentence, questions
from firsthand.ground.place_words import Mention
from firsthand.resources.gazetteer import Entry, Gazetteer
from firsthand.resources.parser import Parse
from firsthand.rules import Rule
from firsthand.schema import Because, Candidate, Document, Place

SETTLED_FROM = 0.6
"""A place is put on the map from this belief on; below it, the name stays open with its candidates."""

FIRST_PASS_FROM = 0.25
"""Belief from which a place of the first pass helps to settle its neighbours in the second."""

COUNTRY_SAID = 0.9
"""Confidence in the country of an open place, where words beside it say which."""

LISTED = 5


def places(document: Document, parse: Parse, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The place names of a document, in text order, each with its candidates and what settles it."""
    view = page(parse, gazetteer)
    found = place_mentions.mentions(view)
    found = sorted([*found, *demonyms(view, found)], key=lambda mention: mention.span)
    evidence = gather(found, gazetteer, document.publisher)
    asked = questions(view, found)
    weigh(asked, evidence)
    answers: dict[int, Place] = {}
    for question in asked:
        for mention, place in answer(view, question, evidence):
            answers[id(mention)] = place
    made = [answers.get(id(m)) or _of_demonym(m, gazetteer) for m in found]
    return tuple(_numbered(place, i) for i, place in enumerate(made))


def weigh(asked: list[Question], evidence: Evidence) -> None:
    """First pass: note the places that are settled without their neighbours."""
    for question in asked:
        if not question.candidates or question.first.site:
            continue
        shares = place_choice.scores(question, evidence)
        best, belief = _best(question, shares)
        if belief >= FIRST_PASS_FROM and (best.settlement or best.feature == "ADM2"):
            evidence.settle(best, question.first.span, question.first.key)


def _best(question: Question, shares: list[float]) -> tuple[Entry, float]:
    """The best candidate, and the belief that falls to it and to what lies in the same spot."""
    i = max(range(len(shares)), key=lambda k: shares[k])
    best = question.candidates[i][0]
    pairs = zip(question.candidates, shares, strict=True)
    belief = sum(share for (place, _), share in pairs if same_spot(place, best))
    return place_choice.town_before_area(question, best, shares[i], shares) or best, belief


def answer(view: Page, question: Question, evidence: Evidence) -> list[tuple[Mention, Place]]:
    """The places that the mentions of one name make."""
    shares = place_choice.scores(question, evidence) if question.candidates else []
    ranked = sorted(zip(shares, question.candidates, strict=True), key=lambda pair: -pair[0])
    listed = tuple(_candidate(view.gazetteer, place, share) for share, (place, _) in ranked[:LISTED])
    best, belief = _best(question, shares) if shares else (None, 0.0)
    note = None
    if best is not None and _no_water(question, best):
        note = "the gazetteer holds no water of this name"
    elif best is not None and _too_small(view.gazetteer, question, best):
        note = f"the gazetteer holds no villages of {_country_name(view.gazetteer, question)}"
    if best is None or belief < SETTLED_FROM or note or question.first.site:
        return [(m, _open(m, question, belief, listed, note)) for m in question.mentions]
    why = place_choice.reasons(question, best, evidence)
    if best.settlement and place_choice.town_before_area(question, ranked[0][1][0], ranked[0][0], shares):
        why = (*why, place_choice.town_before_area.because(question.first.span))
    sure = max(SETTLED_FROM, round(belief * point_share(best, view.gazetteer), 3))
    return [(m, _settled(m, best, sure, listed, why)) for m in question.mentions]


def _no_water(question: Question, best: Entry) -> bool:
    """Whether a river or lake is meant, and what looks likeliest is a country or a town of its name."""
    kind = question.first.kind
    return kind is not None and kind[0]["features"][0] == "STM" and (best.area or best.settlement)


def _too_small(gazetteer: Gazetteer, question: Question, best: Entry) -> bool:
    """Whether the name is a village's and no list of villages is at hand to tell it from its namesakes."""
    kind = question.first.kind
    if kind is None or not kind[0].get("villages") or gazetteer.knows_villages(best.country):
        return False
    return not (question.area and lies_in(best, question.area[0]))


def _country_name(gazetteer: Gazetteer, question: Question) -> str:
    known = question.of_country or question.area or question.inside
    land = gazetteer.country(known[0].country) if known else None
    return land.name if land else "this country"


def _candidate(gazetteer: Gazetteer, place: Entry, share: float) -> Candidate:
    state = gazetteer.place(place.admin1)
    return Candidate(
        geonames_id=place.geonames_id, name=place.name, country=place.country,
        admin1=state.name if state else None, lat=place.lat, lon=place.lon, score=round(share, 4),
        feature=place.feature,
    )  # fmt: skip


def _settled(
    mention: Mention, best: Entry, confidence: float, listed: tuple[Candidate, ...], why: tuple[Because, ...]
) -> Place:
    note = (Because(rule="gazetteer", anchors=(mention.span,), note=best.note),) if best.note else ()
    return Place(
        id="", start=mention.span.start, end=mention.span.end, name=mention.name, lat=best.lat, lon=best.lon,
        geonames_id=best.geonames_id, country=best.country, confidence=confidence,
        radius_km=float(best.radius_km), candidates=listed,
        within=best.name if best.feature.startswith("ADM") else None, because=(*mention.because, *why, *note),
    )  # fmt: skip


def _open(
    mention: Mention, question: Question, belief: float, listed: tuple[Candidate, ...], note: str | None
) -> Place:
    """A place that nothing settles, with as much as is settled: its country, and the area that it lies in."""
    known = question.inside or question.area or question.of_country
    why: list[Because] = []
    if question.of_country:
        why.append(place_choice.country_adjective.because(question.of_country[1]))
    if question.inside:
        why.append(place_choice.comma_area.because(question.inside[1]))
    elif question.area:
        why.append(area_in_sentence.because(question.area[1]))
    if not listed and not mention.site:
        note = note or "the gazetteer does not hold this name"
    if note:
        why.append(Because(rule="gazetteer", anchors=(mention.span,), note=note))
    return Place(
        id="", start=mention.span.start, end=mention.span.end, name=mention.name,
        country=known[0].country if known else None, confidence=COUNTRY_SAID if known else round(belief, 3),
        candidates=listed, within=known[0].name if known else None, because=(*mention.because, *why),
    )  # fmt: skip


def _of_demonym(mention: Mention, gazetteer: Gazetteer) -> Place:
    land = gazetteer.demonym(mention.key)
    return Place(
        id="", start=mention.span.start, end=mention.span.end, name=mention.name, kind="demonym",
        country=land.country if land else None, confidence=0.95 if land else 0.0,
        within=land.name if land else None, because=tuple(mention.because),
    )  # fmt: skip


def _numbered(place: Place, number: int) -> Place:
    return msgspec.structs.replace(place, id=f"p{number + 1}")


RULES: tuple[Rule, ...] = (*place_mentions.RULES, *DEMONYM_RULES, *INSIDE_RULES, *place_choice.RULES)
