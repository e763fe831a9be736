"""Places that the gazetteer does not know: streets, villages named as such, what the parser marks."""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.ground.place_names import LISTS, Name, Page, capital, trimmed
from firsthand.ground.place_words import (
    WORDS,
    Mention,
    as_mention,
    kind_after,
    kind_before,
    measured_from,
    parser_says,
)
from firsthand.ground.quantity_figure import word_list
from firsthand.resources.gazetteer_names import fold
from firsthand.rules import all_rules, rule
from firsthand.schema import Span

_SMALL = frozenset(("county", "village", "township", "prefecture", "governorate", "oblast", "raion"))
_BEHIND = frozenset(LISTS["behind"])
_NO_NAMES = frozenset(
    (*word_list("months"), *LISTS["not_a_place"], *LISTS["bodies"], *LISTS["own_bodies"], *LISTS["address"])
)
BODIES = frozenset((*LISTS["bodies"], *LISTS["own_bodies"]))
"""Last words of the names of organisations, papers and units."""


def unknown(page: Page, taken: dict[int, Mention]) -> Iterator[Mention]:
    """Names that the parser or a word beside them calls places, and that the gazetteer does not know."""
    covered = {i for m in taken.values() for i in range(m.first, m.last)}
    for made in (
        *_sites(page),
        *_around_kind(page),
        *_camps(page),
        *_marked(page),
        *_behind(page),
    ):
        if covered.isdisjoint(range(made.first, made.last)):
            covered |= set(range(made.first, made.last))
            yield made


def _sites(page: Page) -> Iterator[Mention]:
    """Streets, airports and the like: a run of proper names that ends in the word for one."""
    for i, token in enumerate(page.tokens):
        if not capital(token) or i == 0 or not capital(page.tokens[i - 1]):
            continue
        row = WORDS["street"].lookup(token.lower)
        first = _run_before(page, i)
        if token.lower == "crescent" and page.lower(i - 1) == "red":
            continue  # those who bring help
        if row and first < i and not body_follows(page, i + 1):
            name = Name(first, i + 1, fold(page.words(first, i + 1)), ())
            found = as_mention(page, name, row.because(token.span), None)
            found.site = True
            yield found


def body_follows(page: Page, last: int) -> bool:
    """Whether the name goes on to that of an organisation, a paper or a unit ("Tarn Valley Bulletin")."""
    return any(
        capital(page.tokens[i]) and page.lower(i) in BODIES
        for i in range(last, min(last + 2, len(page.tokens)))
    )


def _run_before(page: Page, i: int) -> int:
    """Where the run of capitalised words begins that ends before token `i`; house numbers are not in it."""
    first = i
    while (
        first > 0
        and i - first < 5
        and capital(page.tokens[first - 1])
        and page.tokens[first - 1].tag[:2] in ("NN", "JJ")
    ):
        if page.tokens[first].start - page.tokens[first - 1].end > 1:
            break
        first -= 1
    return first


def _after_kind(page: Page) -> Iterator[Mention]:
    """Proper names after 'village of'."""
    for i, token in enumerate(page.tokens):
        if not capital(token) or token.tag not in ("NNP", "NNPS") or page.lower(i - 1) != "of":
            continue
        kind, span = kind_before(page, i), measured_from(page, i, i + 1)
        if kind or span:
            last = i + 1
            while (
                last < len(page.tokens) and last - i < 4 and page.tokens[last].tag in ("NNP", "NNPS", "HYPH")
            ):
                last += 1
            name = Name(i, last, fold(page.words(i, last)), ())
            because = kind[0].because(kind[1]) if kind else measured_from.because(page.span(i, last))
            yield as_mention(page, name, because, kind)


def _around_kind(page: Page) -> Iterator[Mention]:
    """Proper names after 'village of', and before 'county'."""
    yield from _after_kind(page)
    for i, token in enumerate(page.tokens):
        if i and token.lower in _SMALL and capital(page.tokens[i - 1]):
            first = _run_before(page, i)
            if first == i or page.tokens[first].sentence != token.sentence or _ordinary(page, first, i):
                continue
            kind = kind_after(page, i)
            if kind is not None:
                name = Name(first, i, fold(page.words(first, i)), ())
                yield as_mention(page, name, kind[0].because(kind[1]), kind)


def _ordinary(page: Page, first: int, last: int) -> bool:
    """Whether capitalised words may be no name: the first of a sentence, those of peoples and days."""
    opens = first == 0 or page.tokens[first - 1].sentence != page.tokens[first].sentence
    demonym = any(page.gazetteer.demonym(page.tokens[i].text) is not None for i in range(first, last))
    return opens or demonym or page.words(first, last).isupper()


@rule(
    "place.unknown_behind_preposition",
    means="A proper name that the gazetteer does not know is a place, left open, behind 'in' or 'near'.",
    fires="A patrol was stopped near [Qasr Mulhim] on Monday.",
    silent="A patrol met Qasr Mulhim on Monday.",
)
def behind_preposition(page: Page, first: int, last: int) -> Span | None:
    """The name, where the preposition hangs on a verb or on people and things, and nothing says otherwise."""
    label = page.label(first, last)
    if label[:-1] not in ("", "NORP", "FAC", "PERSON", "GPE", "LOC") or label.endswith(("+", "^")):
        return None
    if _ordinary(page, first, last) or page.lower(last) in ("'s", "’s"):
        return None
    if any(page.lower(i) in _NO_NAMES or len(page.tokens[i].text) < 3 for i in range(first, last)):
        return None
    person = label == "PERSON=" or page.named_person(last)
    if person and (page.tokens[first - 1].head.pos != "VERB" or page.named_elsewhere(first, last)):
        return None
    after = page.tokens[last] if last < len(page.tokens) else None
    return None if after is not None and after.tag[:2] in ("NN", "CD") else page.span(first, last)


def _behind(page: Page) -> Iterator[Mention]:
    """Runs of proper names behind a preposition of place."""
    for i, token in enumerate(page.tokens):
        if token.lower not in _BEHIND or token.tag != "IN":
            continue
        last = i + 1
        while last < len(page.tokens) and last - i < 5 and _of_name(page, last):
            last += 1
        if last > i + 1 and (span := behind_preposition(page, i + 1, last)):
            name = Name(i + 1, last, fold(span.words(page.parse.text)), ())
            yield as_mention(page, name, behind_preposition.because(span), None)


def _of_name(page: Page, i: int) -> bool:
    token = page.tokens[i]
    joined = token.start - page.tokens[i - 1].end <= 1 and token.sentence == page.tokens[i - 1].sentence
    return joined and capital(token) and token.tag in ("NNP", "NNPS")


def _marked(page: Page) -> Iterator[Mention]:
    """Names that the parser marks."""
    for entity in page.parse.entities:
        if entity.label in ("GPE", "LOC"):
            first, last = trimmed(page.tokens, entity)
            if span := parser_says(page, first, last, False):
                kind = kind_before(page, first) or kind_after(page, last)
                yield as_mention(
                    page,
                    Name(first, last, fold(span.words(page.parse.text)), ()),
                    parser_says.because(span),
                    kind,
                )


@rule(
    "place.refugee_camp",
    means="A proper name before 'refugee camp' is the place where the camp stands, left open.",
    fires="The [Qasr Mulhim] refugee camps have no water.",
    silent="The Qasr Mulhim training camps have no water.",
)
def refugee_camp(page: Page, first: int, last: int) -> Span | None:
    """The name, where it is no people's and the words behind it say that refugees live there."""
    if page.lower(last) not in ("refugee", "displacement", "idp") or page.lower(last + 1) not in (
        "camp",
        "camps",
    ):
        return None
    opens = page.lower(first - 1) in ("the", "at", "in", "near", "from", "to")
    demonym = any(page.gazetteer.demonym(page.tokens[i].text) is not None for i in range(first, last))
    return page.span(first, last) if opens and not demonym else None


def _camps(page: Page) -> Iterator[Mention]:
    """Proper names before "refugee camp"."""
    for i, token in enumerate(page.tokens):
        if i and token.lower in ("refugee", "displacement", "idp") and capital(page.tokens[i - 1]):
            first = _run_before(page, i)
            while first < i and page.lower(first) in ("the", "un"):
                first += 1
            if first < i and (span := refugee_camp(page, first, i)):
                name = Name(first, i, fold(span.words(page.parse.text)), ())
                yield as_mention(page, name, refugee_camp.because(span), None)


RULES = all_rules(behind_preposition, refugee_camp)
