"""What a rule is, how its sentences are written, and how lexicon files load.

A word is a row in a TOML lexicon, a construction is a function. Both carry the same fields: `means` (one
sentence), `fires` (sentences with the words that the rule goes by in [brackets]) and `silent` (near misses).
Loading refuses a rule without them; one test reads every sentence, another removes each rule in turn and
expects its own sentence to read differently.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Any, Generic, ParamSpec, TypeVar

from firsthand.schema import Because, Span

P = ParamSpec("P")
R = TypeVar("R")

_off: ContextVar[frozenset[str]] = ContextVar("rules_off", default=frozenset())


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's name and its sentences. `fires` and `silent` are read by a test, so they must be true."""

    name: str
    """`room-part.what` in lower case, such as `time.weekday`; unique over the whole house."""
    means: str
    fires: tuple[str, ...]
    silent: tuple[str, ...]
    gives: Mapping[str, Any] = field(default_factory=dict)
    """Fields of the value that the first `fires` sentence must give, such as `{"value": "2031-03-11"}`.

    The sentences are read as published by Harbour Post on Friday 2031-03-14.
    """

    def __post_init__(self) -> None:
        lacking = [part for part in ("name", "means", "fires", "silent") if not getattr(self, part)]
        if lacking:
            raise ValueError(f"rule {self.name or '(unnamed)'} lacks {', '.join(lacking)}")
        for sentence in self.fires:
            bracketed(sentence)

    @property
    def active(self) -> bool:
        """False inside `without(this rule's name)`."""
        return self.name not in _off.get()

    def because(self, *anchors: Span, note: str | None = None) -> Because:
        """The reason that this rule gives for a value: itself, and the words that it went by."""
        return Because(rule=self.name, anchors=anchors, note=note)


def bracketed(sentence: str) -> tuple[str, Span]:
    """A sentence without its brackets, and the span that stood in them.

    >>> bracketed("The shell [reportedly] hit a school.")
    ('The shell reportedly hit a school.', Span(start=10, end=20))
    """
    start, end = sentence.find("["), sentence.find("]")
    if start < 0 or end < start:
        raise ValueError(f"no [words in brackets] in the example: {sentence}")
    return sentence[:start] + sentence[start + 1 : end] + sentence[end + 1 :], Span(start, end - 1)


@contextmanager
def without(*names: str) -> Iterator[None]:
    """Switch rules off for the time of a `with` block, as the test of their necessity does."""
    token = _off.set(_off.get() | set(names))
    try:
        yield
    finally:
        _off.reset(token)


class Construction(Generic[P, R]):
    """A rule that is a function. Called while switched off, it gives None, as when it finds nothing."""

    def __init__(self, rule: Rule, function: Callable[P, R | None]) -> None:
        self.rule = rule
        self._function = function
        self.__doc__ = function.__doc__ or rule.means

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R | None:
        """What the function gives; None while the rule is switched off."""
        # asked for every word of a document, so `active` is written out here and in `lookup`
        return None if self.rule.name in _off.get() else self._function(*args, **kwargs)

    def because(self, *anchors: Span, note: str | None = None) -> Because:
        """The reason that this rule gives for a value."""
        return self.rule.because(*anchors, note=note)


def _several(sentences: str | Iterable[str]) -> tuple[str, ...]:
    return (sentences,) if isinstance(sentences, str) else tuple(sentences)


def rule(
    name: str,
    *,
    means: str,
    fires: str | Iterable[str],
    silent: str | Iterable[str],
    gives: Mapping[str, Any] | None = None,
) -> Callable[[Callable[P, R | None]], Construction[P, R]]:
    """Make a function a rule. List it in its room's RULES: nothing is registered by being imported."""
    made = Rule(name, means, _several(fires), _several(silent), gives or {})
    return lambda function: Construction(made, function)


@dataclass(frozen=True, eq=False)
class Row:
    """One row of a lexicon: words that behave alike, the rule's sentences, and the row's own fields."""

    rule: Rule
    words: tuple[str, ...]
    fields: Mapping[str, Any]

    def __getitem__(self, key: str) -> Any:
        """A field that every row of the table has."""
        return self.fields[key]

    def get(self, key: str, default: Any = None) -> Any:
        """A field of the row, or `default` where the row does not have it."""
        return self.fields.get(key, default)

    def because(self, *anchors: Span, note: str | None = None) -> Because:
        """The reason that this row gives for a value."""
        return self.rule.because(*anchors, note=note)


class Table:
    """The rows of one kind. Words are compared in lower case; `find` takes the longest match first."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.rows = tuple(rows)
        self._by_word: dict[str, Row] = {}
        for row in self.rows:
            for word in row.words:
                if word in self._by_word:
                    both = f"{self._by_word[word].rule.name} and {row.rule.name}"
                    raise ValueError(f"{word!r} stands in {both}")
                self._by_word[word] = row

    def __contains__(self, word: str) -> bool:
        return self.lookup(word) is not None

    def lookup(self, word: str) -> Row | None:
        """The row of a word or phrase, in any case; None where there is none or it is switched off."""
        row = self._by_word.get(word.lower())
        return None if row is None or row.rule.name in _off.get() else row

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """A pattern of all words of the table, longest first, bounded by non-word characters."""
        longest_first = sorted(self._by_word, key=lambda word: (-len(word), word))
        spaced = (re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
        return re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)", re.IGNORECASE)

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[Row, Span]]:
        """Rows whose words stand in `text` between `start` and `end`, from left to right."""
        for match in self.pattern.finditer(text, start, len(text) if end is None else end):
            row = self.lookup(" ".join(match.group().split()))
            if row is not None:
                yield row, Span(*match.span())


class Lexicon:
    """A lexicon file: tables of rows, by the kind of row."""

    def __init__(self, tables: Mapping[str, Table]) -> None:
        self._tables = tables

    def __getitem__(self, kind: str) -> Table:
        return self._tables[kind]

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules of all rows, in the file's order."""
        return tuple(row.rule for table in self._tables.values() for row in table.rows)


_OWN = ("name", "words", "means", "fires", "silent", "gives")


def _row(entry: dict[str, Any]) -> Row:
    made = Rule(
        entry.get("name", ""),
        entry.get("means", ""),
        _several(entry.get("fires", ())),
        _several(entry.get("silent", ())),
        entry.get("gives", {}),
    )
    words = tuple(word.lower() for word in _several(entry.get("words", ())))
    if not words:
        raise ValueError(f"rule {made.name} has no words")
    return Row(made, words, {key: value for key, value in entry.items() if key not in _OWN})


@lru_cache
def lexicon(package: str, name: str) -> Lexicon:
    """The lexicon `name` ("hedges.en.toml") of a room's package, loaded once."""
    tables = tomllib.loads(files(package).joinpath("lexicon", name).read_text(encoding="utf-8"))
    return Lexicon({kind: Table(map(_row, rows)) for kind, rows in tables.items()})


def all_rules(*parts: Construction[Any, Any] | Lexicon | Rule) -> tuple[Rule, ...]:
    """The rules of constructions, lexicons and rules, in the order given."""
    made: list[Rule] = []
    for part in parts:
        if isinstance(part, Lexicon):
            made.extend(part.rules)
        else:
            made.append(part.rule if isinstance(part, Construction) else part)
    return tuple(made)
