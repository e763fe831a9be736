"""The text of a document cut into numbers, words and marks, on which the grammar of time runs.

The parser's tokens are cut for syntax ("17–18" is one, "mid-October" three); dates need one cut that never
changes. The parser is asked for what it knows: is this "may" a verb, is this "April" a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Generic, NamedTuple, TypeVar

from firsthand.resources.parser import Parse, Token
from firsthand.rules import Row, Table, lexicon
from firsthand.schema import Document, Span

T = TypeVar("T")

LEXICON = lexicon(__package__ or "firsthand.ground", "time.en.toml")
TABLES = frozenset({
    "month", "weekday", "season", "part", "oclock", "meridiem", "hours", "zone", "unit", "count", "vague",
    "ordinal", "day", "ref", "which", "stage", "about", "away", "often", "every", "holiday", "era", "ahead",
    "intention", "deferral", "open",
})  # fmt: skip
"""The tables of the lexicon, by their kinds."""
_ATOM = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")
BREAK = "\n"
"""The atom between two paragraphs: nothing is read across it."""

Why = tuple[tuple[Row, Span], ...]


class Got(NamedTuple, Generic[T]):
    """What a piece of the grammar read, the atom after it, and the rows that it went by."""

    value: T
    end: int
    why: Why = ()


class Stream:
    """The atoms of a document's paragraphs, in lower case, with where they stand."""

    def __init__(self, document: Document, parse: Parse) -> None:
        self.text = document.text
        self.parse = parse
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for paragraph in document.paragraphs:
            for match in _ATOM.finditer(self.text, paragraph.start, paragraph.end):
                self.words.append(match.group().lower())
                self.starts.append(match.start())
                self.ends.append(match.end())
            self.words.append(BREAK)
            self.starts.append(paragraph.end)
            self.ends.append(paragraph.end)
        self.size = len(self.words)
        self.memo: dict[tuple[int, int], object] = {}
        """What a grammar read at an atom, so that no part of the text is read twice by it."""

    def word(self, i: int) -> str:
        """The atom in lower case; the empty string beyond either end."""
        return self.words[i] if 0 <= i < self.size else ""

    def raw(self, i: int) -> str:
        """The atom as it stands in the text."""
        return self.text[self.starts[i] : self.ends[i]] if 0 <= i < self.size else ""

    def glued(self, i: int) -> bool:
        """Whether the atom stands directly after the one before it, without a space."""
        return 0 < i < self.size and self.starts[i] == self.ends[i - 1]

    def span(self, start: int, end: int) -> Span:
        """The words from one atom up to another."""
        return Span(self.starts[start], self.ends[end - 1])

    def number(self, i: int) -> int | None:
        """The number in digits at an atom, up to five figures; None where there is none."""
        word = self.word(i)
        return int(word) if len(word) <= 5 and word.isdecimal() else None

    def whole_number(self, i: int) -> int | None:
        """A number that is no part of a longer one ("1,500", "7.62", "3-4" glued by a letter)."""
        number = self.number(i)
        if number is None:
            return None
        if (
            self.glued(i)
            and self.word(i - 1) in {",", "."}
            and self.glued(i - 1)
            and self.number(i - 2) is not None
        ):
            return None
        if self.glued(i) and (
            self.word(i - 1).isalpha() or self.word(i - 1) in {"$", "€", "£", "#", "_", "/"}
        ):
            return None
        if (
            self.word(i + 1) in {",", "."}
            and self.glued(i + 1)
            and self.glued(i + 2)
            and self.word(i + 2).isdecimal()
        ):
            return None
        return number

    def token(self, i: int) -> Token | None:
        """The parser's token that holds the atom; None where the parser has none."""
        if not 0 <= i < self.size:
            return None
        found = self.parse.starting_at(self.starts[i])
        if found is None:
            before = self.parse.first_from(self.starts[i]) - 1
            if before >= 0 and self.parse.tokens[before].end > self.starts[i]:
                return self.parse.tokens[before]
        return found


def atoms_of(words: str) -> tuple[str, ...]:
    """A phrase of the lexicon cut as the text is."""
    return tuple(_ATOM.findall(words.lower()))


class Phrases:
    """The words and phrases of one table, found in a stream, the longest first."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for row in table.rows:
            for word in row.words:
                atoms = atoms_of(word)
                self._by_first.setdefault(atoms[0], []).append((atoms, word))
        for phrases in self._by_first.values():
            phrases.sort(key=lambda phrase: -len(phrase[0]))

    def firsts(self) -> Iterator[str]:
        """The atoms that a phrase of the table may begin with."""
        return iter(self._by_first)

    def at(self, stream: Stream, i: int) -> Got[tuple[Row, str]] | None:
        """The row whose word stands at an atom, and the word."""
        if not 0 <= i < stream.size:
            return None
        phrases_here = self._by_first.get(stream.words[i])
        if phrases_here is None:
            return None
        for atoms, word in phrases_here:
            end = i + len(atoms)
            if len(atoms) > 1 and tuple(stream.words[i:end]) != atoms:
                continue
            row = self.table.lookup(word)
            if row is not None:
                return Got((row, word), end, ((row, stream.span(i, end)),))
        return None


@cache
def phrases(kind: str) -> Phrases:
    """The phrases of one table of the lexicon."""
    return Phrases(LEXICON[kind])


def field(stream: Stream, i: int, kind: str, name: str) -> Got[str] | None:
    """A field of the row that stands at an atom."""
    got = phrases(kind).at(stream, i)
    return None if got is None else Got(str(got.value[0][name]), got.end, got.why)


def skip(stream: Stream, i: int, *words: str) -> int:
    """The atom after one of these words, or the same atom where none of them stands."""
    return i + 1 if stream.word(i) in words else i
