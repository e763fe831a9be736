"""Runs of capitalised words that the gazetteer knows: the longest first, and what stands around them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

from firsthand.resources.gazetteer import Gazetteer, Named
from firsthand.resources.gazetteer_names import fold
from firsthand.resources.parser import Entity, Parse, Token
from firsthand.schema import Span

LISTS = tomllib.loads(
    files(__package__).joinpath("lexicon", "place_lists.en.toml").read_text(encoding="utf-8")
)
"""Words that guide the reading and give no value of their own."""

LONGEST = 7
"""Words of the longest name looked up ("Democratic Republic of the Congo" has five)."""

_INSIDE = frozenset(LISTS["inside"])
_ARTICLES = frozenset(("the", "a", "an"))
_POSSESSIVES = frozenset(("'s", "’s", "'", "’"))


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens `first` to `last` (exclusive), and what the gazetteer says that they could mean."""

    first: int
    last: int
    key: str
    named: tuple[Named, ...]


@dataclass(frozen=True)
class Page:
    """A parse with what this part asks of it again and again."""

    parse: Parse
    gazetteer: Gazetteer
    entity_at: dict[int, Entity]

    persons: frozenset[str]
    """Words of the names that the parser takes for persons'."""
    surnames: frozenset[str]
    """Last words of those names that have several."""

    @property
    def tokens(self) -> Sequence[Token]:
        """The tokens of the document."""
        return self.parse.tokens

    def span(self, first: int, last: int) -> Span:
        """Where tokens stand in the text."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def words(self, first: int, last: int) -> str:
        """The words of tokens, as they stand in the text."""
        return self.span(first, last).words(self.parse.text)

    def lower(self, i: int) -> str:
        """A token in lower case; '' outside the text."""
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""

    def named_person(self, last: int) -> bool:
        """Whether the last of the words stands in a name that the parser takes for a person's."""
        return self.lower(last - 1) in self.persons

    def named_elsewhere(self, first: int, last: int) -> bool:
        """Whether the word ends a longer name of a person elsewhere ("Taylor", after "Greg Taylor")."""
        return last - first == 1 and self.lower(first) in self.surnames

    def label(self, first: int, last: int) -> str:
        """What the parser took the words for, and how they lie in it: `=` whole, `^` at its start, `+`
        within."""
        entity = self.entity_at.get(first)
        if entity is None:
            return ""
        start, end = trimmed(self.tokens, entity)
        if start >= first and end <= last:
            return entity.label + "="
        return entity.label + ("^" if start == first else "+")


def page(parse: Parse, gazetteer: Gazetteer) -> Page:
    """The parse, ready to be asked."""
    entity_at = {i: e for e in parse.entities for i in range(e.first, e.last)}
    persons = frozenset(parse.tokens[i].lower for i, e in entity_at.items() if e.label == "PERSON")
    surnames = frozenset(
        parse.tokens[trimmed(parse.tokens, e)[1] - 1].lower
        for e in parse.entities
        if e.label == "PERSON" and e.last - e.first > 1
    )
    return Page(parse, gazetteer, entity_at, persons, surnames)


def trimmed(tokens: Sequence[Token], entity: Entity) -> tuple[int, int]:
    """The tokens of an entity without article before and possessive after it."""
    first, last = entity.first, entity.last
    while first < last - 1 and tokens[first].lower in _ARTICLES:
        first += 1
    while last > first + 1 and (tokens[last - 1].lower in _POSSESSIVES or tokens[last - 1].text in ",.;:"):
        last -= 1
    return first, last


def capital(token: Token) -> bool:
    """Whether a word begins with a capital letter."""
    return token.text[:1].isupper()


def known_names(page: Page) -> list[Name]:
    """The names of the text that the gazetteer knows, in text order, none inside another."""
    grams = dict(_grams(page))
    found = page.gazetteer.named(grams.values())
    names, start = [], 0
    for first in range(len(page.tokens)):
        if first < start:
            continue
        for last in range(first + LONGEST, first, -1):
            key = grams.get((first, last))
            if key and found[key] and _reads_as_name(page, first, last):
                names.append(_shorter(grams, found, first, last) or Name(first, last, key, found[key]))
                start = names[-1].last
                break
    return names


def _shorter(
    grams: dict[tuple[int, int], str], found: dict[str, tuple[Named, ...]], first: int, last: int
) -> Name | None:
    """The name without its last word, where that is a place's own name and the longer one only another
    spelling."""
    key = grams.get((first, last - 1))
    if key is None or not found[grams[first, last]][0][1]:
        return None
    return Name(first, last - 1, key, found[key]) if found[key] and not found[key][0][1] else None


def _grams(page: Page) -> Iterator[tuple[tuple[int, int], str]]:
    tokens = page.tokens
    for i, token in enumerate(tokens):
        if not capital(token):
            continue
        for j in range(i, min(i + LONGEST, len(tokens))):
            if j > i and not _goes_on(page, tokens[j - 1], tokens[j]):
                break
            if capital(tokens[j]):
                yield (i, j + 1), fold(page.words(i, j + 1))


def _goes_on(page: Page, before: Token, token: Token) -> bool:
    if not (capital(token) or token.lower in _INSIDE):
        return False
    return token.start - before.end <= 1 and "\n" not in page.parse.text[before.end : token.start]


def _reads_as_name(page: Page, first: int, last: int) -> bool:
    """Whether one word is a proper noun: "Of" and "Most" begin sentences far more often than they name
    places."""
    token = page.tokens[first]
    if last - first > 1:
        return True
    label = page.label(first, last)
    if len(token.text) <= 2 and token.lower not in ("us", "uk"):
        # "12 km NE of K" is no Nebraska.
        return label == "GPE=" and page.lower(last) not in ("of", "from")
    return token.tag in ("NNP", "NNPS") or label in ("GPE=", "LOC=")
