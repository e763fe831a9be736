"""Words -> the sorts of cause and weapon that they name, of which one excludes another.

A lexicon of what excludes what (a mechanical fault and a missile). It says only what two
tellings are about; whether both can hold is judged of one happening, elsewhere.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from firsthand.corroborate.telling.terms import terms
from firsthand.corroborate.telling.values import Telling

NOT = re.compile(
    r"\b(?:no(?!\.? ?\d)|not|never|none|nobody|no one|no-one|nothing|neither|nor|without|cannot|denied|"
    r"denies|deny)\b"
    r"|n ?['’] ?t\b",
    re.IGNORECASE,
)
"""Words that turn what follows into its opposite."""

UNTOLD = re.compile(
    r"(?:no|not|nobody|no one|nothing|neither|without)\s+(?:yet\s+)?"
    r"(?:immediate(?:ly)?|independent(?:ly)?|other|else|further|more|longer|only|just|comment\w*|word|answer\w*|"
    r"respon\w+|reply|repl\w+|clear|known|details?|say|saying|said|verif\w+|confirm\w*|least|later|exactly|"
    r"necessarily|possible|able|surpris\w+|doubt)\b|did(?:n['’]t| not) (?:say|answer|respond|reply|comment)",
    re.IGNORECASE,
)
"""A "not" that tells of nothing but what is not known or said, or of something besides."""

CLAUSE = re.compile(r"[.,;:!?]|\b(?:but|because|although)\b|\s[–—-]\s", re.IGNORECASE)
"""Where what a "not" turns ends."""

REACH = 80
"""Characters after a "not" in which the words stand that it turns."""

_COMMON = """people settlement civilians day week month year hour minut metr kilometr mil part place tim way
thing man woman men women forc country side area case fact word claim report figur number"""
COMMON = frozenset(_COMMON.split())
"""Terms that two tellings of different things may have in common."""


@lru_cache(maxsize=1)
def _lexicon() -> Mapping[str, Mapping[str, re.Pattern[str]]]:
    """The words of each part of the lexicon, by name, each as one pattern."""
    text = files("firsthand.corroborate").joinpath("lexicon", "exclusive.en.toml").read_text(encoding="utf-8")
    parts: dict[str, list[dict[str, Any]]] = tomllib.loads(text)
    return {part: {row["name"]: _pattern(row["words"]) for row in rows} for part, rows in parts.items()}


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    either = "|".join(
        re.escape(word).replace(r"\ \*\ ", r"\s+\w+\s+").replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
        for word in sorted(words, key=lambda each: (-len(each), each))
    )
    return re.compile(rf"\b(?:{either})\b", re.IGNORECASE)


@lru_cache(maxsize=20_000)
def causes(piece: str) -> frozenset[str]:
    """The sorts of cause that some words name: a mishap, an attack, the own side."""
    return _said("cause", piece)


@lru_cache(maxsize=20_000)
def weapons(piece: str) -> frozenset[str]:
    """The sorts of weapon that some words name."""
    return _said("weapon", piece)


def _said(part: str, piece: str) -> frozenset[str]:
    turned = [(match.start(), match.end()) for match in _turned(piece)]
    return frozenset(
        name
        for name, pattern in _lexicon()[part].items()
        if any(not any(s <= found.start() < e for s, e in turned) for found in pattern.finditer(piece))
    )


class Turned(NamedTuple):
    """The words that one "not" turns."""

    first: int
    last: int

    def start(self) -> int:
        """Where they begin."""
        return self.first

    def end(self) -> int:
        """Where they end."""
        return self.last


def _turned(piece: str) -> Iterator[Turned]:
    for match in NOT.finditer(piece):
        if UNTOLD.match(piece, match.start()):
            continue
        stop = CLAUSE.search(piece, match.end())
        last = min(match.end() + REACH, stop.start() if stop else len(piece))
        yield Turned(match.end(), last)


@lru_cache(maxsize=20_000)
def denied_terms(piece: str) -> tuple[str, ...]:
    """What a piece says that there was not, or that was not done: the first terms after its "not"."""
    found: dict[str, None] = {}
    for turned in _turned(piece):
        words = piece[turned.first : turned.last]
        after = [term for term in terms(words) if term.key not in COMMON]
        stop = BESIDES.search(words, after[0].end) if after else None
        end = stop.start() if stop else len(words)
        found.update(dict.fromkeys(term.key for term in after[:FOCUS] if term.start < end))
    return tuple(found)


@lru_cache(maxsize=20_000)
def denied_weapons(piece: str) -> frozenset[str]:
    """The sorts of weapon of which some words say that there was none, or that none was used."""
    spans = [(each.first, min(len(piece), each.first + REACH)) for each in _turned(piece)]
    spans += [match.span(1) for match in FRONTED.finditer(piece)]
    return frozenset(
        name
        for name, pattern in _lexicon()["weapon"].items()
        if any(pattern.search(piece, first, last) for first, last in spans)
    )


FRONTED = re.compile(r"\b(\w+) there (?:was|were) none\b", re.IGNORECASE)
"""What there was none of, said first."""

BESIDES = re.compile(
    r"\b(?:of|in|at|on|from|for|with|by|about|over|under|near|during|after|before|since|when|that|which)\b",
    re.IGNORECASE,
)
"""Words after which a "not" is about no more than where, when and of what."""

FOCUS = 2
"""Terms after a "not" that it is about."""


@lru_cache(maxsize=20_000)
def told_terms(piece: str) -> frozenset[str]:
    """All terms of a piece but those that many tellings have in common."""
    return frozenset(term.key for term in terms(piece)) - COMMON


@lru_cache(maxsize=20_000)
def has_not(piece: str) -> bool:
    """Whether a piece has a word that turns what it says into its opposite."""
    return any(UNTOLD.match(piece, match.start()) is None for match in NOT.finditer(piece))


ASKED = re.compile(
    r"^\W*(?:whether|if|please|let us|let['’]s|updates?|adds|recasts?|rewrites?)\b|\?\W*$"
    r"|\b(?:is|are|would be|constitutes?) (?:a |an )?(?:war )?crimes?\b",
    re.IGNORECASE,
)
"""A piece that asks, bids, leaves open, judges, or says what a report adds, and tells nothing."""


@lru_cache(maxsize=20_000)
def told(piece: str) -> bool:
    """Whether a piece tells that something is so or not so."""
    return ASKED.search(piece) is None


def denies(telling: Telling) -> bool:
    """Whether it says itself that something is not so; what stands beside a denial is not denied."""
    if telling.figure is not None and telling.figure.max == 0:
        return True
    if telling.unconfirmed is not None:
        return telling.unconfirmed == "no evidence"
    if telling.polarity != "-":
        return NOTHING.match(telling.piece) is not None and has_not(telling.piece)
    if telling.answers is not None or has_not(telling.piece):
        return True
    if NUMBERED.search(telling.piece):
        return False
    return telling.id.endswith(".1") and NOT.search(telling.piece) is None


NUMBERED = re.compile(r"\bNos?\. ?\d", re.IGNORECASE)
"""The number of something ("gate No. 4"), which turns nothing."""

NOTHING = re.compile(
    r"\W*(?:(?:that|but|and)\s+)?(?:there\s+(?:is|are|was|were|has been|have been|had been)\s+)?"
    r"(?:no|none|nobody|no one|nothing|not (?:one|a single)|neither|never)\b",
    re.IGNORECASE,
)
"""How a piece begins that says of what there was nothing."""
