"""Mentions -> questions: which mentions are of one place, and what stands right beside them."""

from __future__ import annotations

import itertools
from collections import defaultdict

from firsthand.ground.place_choice import Question
from firsthand.ground.place_geometry import lies_in
from firsthand.ground.place_names import Page
from firsthand.ground.place_words import WATERS, Mention
from firsthand.resources.gazetteer import Entry
from firsthand.rules import rule
from firsthand.schema import Span

MOST_CANDIDATES = 60
_JOINTS = frozenset((",", "in", "(", ", in"))


def questions(page: Page, found: list[Mention]) -> list[Question]:
    """One question for all mentions of one name, unless words beside one of them set it apart."""
    names = [m for m in found if not m.demonym]
    following = {id(a): b for a, b in itertools.pairwise(names)}
    adjectives = {m.last: m for m in found if m.demonym}
    grouped: dict[tuple[str, str], Question] = {}
    for mention in names:
        kind = mention.kind[0].rule.name if mention.kind else ""
        inside = _inside(page, mention, following.get(id(mention)))
        water = _water(page, mention)
        key = (mention.key, "site" if mention.site else "water" if water else kind)
        question = grouped.get(key)
        if question and inside and _elsewhere(question, inside[0]):
            key = (mention.key, f"{key[1]} {inside[0].id}")
            question = grouped.get(key)
        if question is None:
            question = grouped[key] = Question([], list(mention.named[:MOST_CANDIDATES]), water=water)
        question.mentions.append(mention)
        question.inside = question.inside or inside
        question.of_country = question.of_country or _adjective(page, mention, adjectives)
    areas = _areas(page, names)
    for question in grouped.values():
        question.area = area_in_sentence(question, areas.get(page.tokens[question.first.first].sentence, []))
    return list(grouped.values())


def _water(page: Page, mention: Mention) -> Span | None:
    """The words of "the Dnipro" where a river or lake of the name is known and nothing of its own follows."""
    article = page.lower(mention.first - 1) == "the"
    known = article and any(place.feature in WATERS and not alternate for place, alternate in mention.named)
    after = page.tokens[mention.last] if mention.last < len(page.tokens) else None
    if not known or (after is not None and after.tag[:2] in ("NN", "JJ", "PO")):
        return None
    return page.span(mention.first - 1, mention.last)


def _elsewhere(question: Question, area: Entry) -> bool:
    """Whether a name stands in another area here than before: "Paris, Texas" and "Paris, France" are two."""
    before = question.inside[0] if question.inside else None
    return (
        before is not None
        and before.id != area.id
        and not lies_in(before, area)
        and not lies_in(area, before)
    )


def _areas(page: Page, names: list[Mention]) -> dict[int, list[Mention]]:
    """By sentence, the names that a kind word makes areas ("Kursk region")."""
    found: dict[int, list[Mention]] = defaultdict(list)
    for mention in names:
        if mention.kind and any(feature.startswith("ADM") for feature in mention.kind[0]["features"]):
            found[page.tokens[mention.first].sentence].append(mention)
    return found


def _inside(page: Page, mention: Mention, following: Mention | None) -> tuple[Entry, Span] | None:
    """The area that stands after a comma or 'in', where some candidate lies in it or it can only be an
    area."""
    if following is None or not 0 < following.first - mention.last <= 2:
        return None
    between = " ".join(page.lower(i) for i in range(mention.last, following.first))
    if between not in _JOINTS:
        return None
    areas = [
        p
        for p, _ in following.named
        if p.feature in ("PCLI", "ADM1") or (p.feature == "ADM2" and mention.key != following.key)
    ]
    for area in areas:
        if any(lies_in(place, area) for place, _ in mention.named):
            return area, following.span
    if not mention.named and areas and areas[0].feature in ("PCLI", "ADM1"):
        return areas[0], following.span
    return None


def _adjective(page: Page, mention: Mention, adjectives: dict[int, Mention]) -> tuple[Entry, Span] | None:
    """The country's adjective before "village of K", or right before the name."""
    if mention.kind is None or mention.kind[1].end > mention.span.start:
        return None
    first = page.parse.first_from(mention.kind[1].start)
    for back in (first, first - 1):
        if back in adjectives:
            land = page.gazetteer.demonym(adjectives[back].key)
            return (land, adjectives[back].span) if land else None
    return None


@rule(
    "place.area_in_sentence",
    means="A place that the gazetteer cannot settle lies in the region that its sentence names.",
    fires="Shells fell on the village of Tarnovka near the border in [Kursk] region.",
    silent="Shells fell on the village of Tarnovka near the border.",
)
def area_in_sentence(question: Question, areas: list[Mention]) -> tuple[Entry, Span] | None:
    """The only state that is named as one in the sentence of the first mention, with its words."""
    found: dict[int, tuple[Entry, Span]] = {}
    for mention in areas:
        for place, alternate in mention.named:
            same = question.of_country is None or place.country == question.of_country[0].country
            if place.feature == "ADM1" and not alternate and same and mention.key != question.first.key:
                found[place.id] = (place, mention.span)
                break
    return next(iter(found.values())) if len(found) == 1 else None


INSIDE_RULES = (area_in_sentence.rule,)
