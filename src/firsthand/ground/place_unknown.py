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
from firsthand.resources.gazetteer_names import fold

BODIES = frozenset((*LISTS["bodies"], *LISTS["own_bodies"]))
"""Last words of the names of organisations, papers and units."""


def unknown(page: Page, taken: dict[int, Mention]) -> Iterator[Mention]:
    """Names that the parser or a word beside them calls places, and that the gazetteer does not know."""
    covered = {i for m in taken.values() for i in range(m.first, m.last)}
    for made in (*_sites(page), *_after_kind(page), *_marked(page)):
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
