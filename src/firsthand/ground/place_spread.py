"""What one place name says about the others: lists, repetitions, names of a country that the document
names."""

from __future__ import annotations

from firsthand.ground.place_names import Name, Page, capital
from firsthand.ground.place_words import ENGLISH, NOT_A_PLACE, Mention, as_mention, own_name, speaks
from firsthand.rules import all_rules, rule
from firsthand.schema import Span

_LIST_JOINTS = frozenset((",", "and", "or", ", and", ", or", "/", "&"))


@rule(
    "place.of_named_country",
    means="A proper name that only places of one country bear is a place where that country is named.",
    fires="Malian soldiers left [Tessit] on Monday.",
    silent="The soldiers left Tessit on Monday.",
)
def of_named_country(page: Page, name: Name, countries: frozenset[str]) -> Span | None:
    """The name, outside the English-speaking countries, where the parser takes it for nothing else."""
    first = page.tokens[name.first]
    label = page.label(name.first, name.last)
    if first.tag != "NNP" or label not in ("", "ORG=", "PERSON=") or not own_name(name) or len(name.key) < 4:
        return None
    if page.named_elsewhere(name.first, name.last) or name.key in NOT_A_PLACE or speaks(page, name.last - 1):
        return None
    home = {place.country for place, _ in name.named}
    if len(home) > 1 or home & ENGLISH or not home & countries:
        return None
    return page.span(name.first, name.last)


def at_home(page: Page, waiting: list[Name], taken: dict[int, Mention]) -> None:
    """Take the names of places in the countries that the document names."""
    lands = {p.country for m in taken.values() for p, alt in m.named if p.feature == "PCLI" and not alt}
    for token in page.tokens:
        if capital(token) and (land := page.gazetteer.demonym(token.text)):
            lands.add(land.country)
    countries = frozenset(code for code in lands if code)
    for name in waiting:
        if span := of_named_country(page, name, countries):
            taken[name.first] = as_mention(page, name, of_named_country.because(span), None)
    waiting[:] = [name for name in waiting if name.first not in taken]


@rule(
    "place.in_list",
    means="A name that the gazetteer knows is a place in a list with places.",
    fires="The convoy passed Kabul, [Djibo] and Bamako.",
    silent="The convoy passed Djibo.",
)
def in_list(page: Page, name: Name, beside: Mention) -> Span | None:
    """The name, where a comma, 'and' or 'or' joins it to a place and it is no person's."""
    label = page.label(name.first, name.last)
    if not own_name(name) or name.key in NOT_A_PLACE or label.endswith(("+", "^")) or beside.site:
        return None
    if label[:-1] in ("DATE", "TIME", "MONEY", "NORP") or page.named_elsewhere(name.first, name.last):
        return None
    return page.span(name.first, name.last)


def beside_places(page: Page, waiting: list[Name], taken: dict[int, Mention]) -> None:
    """Take the names that stand in a list with places; a list is walked from either end."""
    ends = {m.last: m for m in taken.values()}
    for name in [*waiting, *reversed(waiting)]:
        if name.first in taken:
            continue
        neighbour = _joined_before(page, name, ends) or _joined_after(page, name, taken)
        if neighbour and (span := in_list(page, name, neighbour)):
            mention = taken[name.first] = as_mention(page, name, in_list.because(span), None)
            ends[mention.last] = mention
    waiting[:] = [name for name in waiting if name.first not in taken]


def _joined_before(page: Page, name: Name, ends: dict[int, Mention]) -> Mention | None:
    for gap in (1, 2):
        joint = " ".join(page.lower(i) for i in range(name.first - gap, name.first))
        if joint in _LIST_JOINTS and (found := ends.get(name.first - gap)):
            return found
    return None


def _joined_after(page: Page, name: Name, taken: dict[int, Mention]) -> Mention | None:
    for gap in (1, 2):
        joint = " ".join(page.lower(i) for i in range(name.last, name.last + gap))
        if joint in _LIST_JOINTS and (found := taken.get(name.last + gap)):
            return found
    return None


def repeat(page: Page, waiting: list[Name], taken: dict[int, Mention]) -> None:
    """Take the names that are places elsewhere in the document."""
    keys = {m.key: m for m in taken.values()}
    for name in waiting:
        if name.key in keys and (span := repeated(page, name, keys[name.key])):
            taken[name.first] = as_mention(page, name, repeated.because(span), None)


@rule(
    "place.repeated",
    means="A name that is a place in one sentence is the same place in the others.",
    fires="Rescuers left the town of Djibo. The [Djibo] market was closed.",
    silent="Rescuers left the town. The Djibo market was closed.",
)
def repeated(page: Page, name: Name, before: Mention) -> Span | None:
    """The name, unless it is part of a person's name."""
    label = page.label(name.first, name.last)
    if label.startswith("PERSON") or label.endswith("+") or before.site or name.key in NOT_A_PLACE:
        return None
    if page.named_elsewhere(name.first, name.last) or speaks(page, name.last - 1):
        return None
    return page.span(name.first, name.last)


RULES = all_rules(of_named_country, in_list, repeated)
