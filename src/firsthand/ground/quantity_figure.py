"""A figure in the making, the words it stands in, and how phrases of a lexicon are found beside it."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

from firsthand.resources.parser import Parse, Sentence, Token
from firsthand.rules import Row, Table, lexicon
from firsthand.schema import Because, QuantityKind, Span

WORDS = lexicon(__package__, "quantity.en.toml")
KINDS = lexicon(__package__, "quantity_kinds.en.toml")

_LISTS: dict[str, Any] = tomllib.loads(
    files(__package__).joinpath("lexicon", "quantity_words.en.toml").read_text(encoding="utf-8")
)


def word_list(name: str) -> frozenset[str]:
    """The words of a list that only guides the reading and gives no value of its own."""
    return frozenset(_LISTS[name])


PEOPLE: tuple[QuantityKind, ...] = (
    "people",
    "killed",
    "wounded",
    "casualties",
    "captured",
    "missing",
    "displaced",
)
"""Kinds that count people, whatever became of them."""


@dataclass(eq=False, slots=True)
class Figure:
    """One figure between being found and being given out. Token indices are those of the whole parse."""

    first: int
    last: int
    """One past the last token, hedges included."""
    low: float | None
    high: float | None
    form: str
    """How it is written: number, one, amount, loose, unit, part, whole, none, article, times."""
    because: list[Because]
    approx: bool = False
    hedged: bool = False
    shared: bool = False
    """A multiplier was written out, so that "2 to 3 million" can lend it to the 2."""
    capped: bool = False
    """The range names its own ceiling: at least 40 and as many as 60."""
    kind: QuantityKind | None = None
    deed: bool = False
    """The kind comes from what became of them, not from the noun alone."""
    fated: bool = False
    """The kind comes from a verb or from an outcome that is said of them, so that a list can share it."""
    noun: tuple[int, int] | None = None
    """The counted words, as token indices."""
    counted: QuantityKind | None = None
    """What the counted noun alone says."""
    of: int | None = None
    """The token that follows "of", where the figure is a part of what follows."""
    number: tuple[int, int] = (0, 0)
    """The figure without its hedges, as token indices."""
    factor: float | None = None
    """For "twice that number" and "a third of": what the figure is multiplied by."""
    less: float | None = None
    """For "all but one": what is taken away."""
    part: bool = False
    """It is told as a part of a figure before it: eleven bodies, six of them women."""
    paragraph: int = -1
    tail: tuple[int, int] | None = field(default=None)
    """A hedge that stands apart, after the noun."""

    def __post_init__(self) -> None:
        self.number = (self.first, self.last)


class Line:
    """A sentence as the readers of figures see it: words by index, and which of them belong to a date."""

    def __init__(self, parse: Parse, sentence: Sentence, dated: frozenset[int]) -> None:
        self.text = parse.text
        self.tokens: Sequence[Token] = parse.tokens
        self.first, self.last = sentence.first, sentence.last
        self.dated = dated
        self.paragraph = sentence.paragraph

    def word(self, i: int) -> str:
        """The word at an index in lower case; '' outside the sentence."""
        return self.tokens[i].lower if self.first <= i < self.last else ""

    def token(self, i: int) -> Token | None:
        """The token at an index, if it is in the sentence."""
        return self.tokens[i] if self.first <= i < self.last else None

    def lemma(self, i: int) -> str:
        """The lemma at an index in lower case; '' outside the sentence."""
        return self.tokens[i].lemma.lower() if self.first <= i < self.last else ""

    def span(self, first: int, last: int) -> Span:
        """The code points of some tokens, `last` exclusive."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def glued(self, i: int) -> bool:
        """Whether no space stands between a token and the one before it."""
        return self.first < i < self.last and self.tokens[i - 1].end == self.tokens[i].start

    def before(self, table: Table, end: int, longest: int = 5) -> tuple[Row, int] | None:
        """The longest phrase of a table that ends just before `end`, and where it starts."""
        for start in range(max(self.first, end - longest), end):
            row = table.lookup(" ".join(t.lower for t in self.tokens[start:end]))
            if row is not None:
                return row, start
        return None

    def after(self, table: Table, start: int, longest: int = 4) -> tuple[Row, int] | None:
        """The longest phrase of a table that starts at `start`, and the index past its end."""
        for end in range(min(self.last, start + longest), start, -1):
            row = table.lookup(" ".join(t.lower for t in self.tokens[start:end]))
            if row is not None:
                return row, end
        return None


def value_of(row: Row, word: str, field_name: str = "values") -> float:
    """The value that stands in a row beside one of its words."""
    return float(row[field_name][row.words.index(word.lower())])
