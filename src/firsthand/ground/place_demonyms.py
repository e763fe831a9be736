"""Words for people and things of a country ("Malian"): the country is settled, no point is."""

from __future__ import annotations

from firsthand.ground.place_names import Page, capital
from firsthand.ground.place_words import Mention
from firsthand.resources.gazetteer_names import fold
from firsthand.rules import rule
from firsthand.schema import Because, Span


@rule(
    "place.demonym",
    means="'Malian' names Mali: its people, or what belongs to it.",
    fires="[Malian] forces withdrew.",
    silent="The forces withdrew from Mali.",
    gives={"kind": "demonym", "country": "ML"},
)
def demonym(page: Page, first: int, last: int) -> Span | None:
    """The words, where the gazetteer knows them as a demonym and they are no person's name."""
    if (
        page.label(first, last).startswith("PERSON")
        or page.gazetteer.demonym(page.words(first, last)) is None
    ):
        return None
    return page.span(first, last)


def demonyms(page: Page, found: list[Mention]) -> list[Mention]:
    """The demonyms of a document that no place name covers."""
    covered = {i for mention in found for i in range(mention.first, mention.last)}
    made, start = [], 0
    for i, token in enumerate(page.tokens):
        if i < start or i in covered or not capital(token):
            continue
        for last in (i + 2, i + 1):
            if last <= len(page.tokens) and last - 1 not in covered and (span := demonym(page, i, last)):
                made.append(_mention(page, i, last, span, demonym.because(span)))
                start = last
                break
    return made


def _mention(page: Page, first: int, last: int, span: Span, because: Because) -> Mention:
    name = span.words(page.parse.text)
    return Mention(first, last, span, name, fold(name), (), [because], demonym=True)


DEMONYM_RULES = (demonym.rule,)
