"""Words -> terms that two hands share: what happened, to what sort of thing or party, and other stems.

A lexicon folds words that tell the same ("torched", "set fire to"); every other word is taken by its stem.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

Sort = Literal["happening", "party", "thing", "word", "name"]

WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*|\d[\d.,]*")

EMPTY: frozenset[str] = frozenset(
    tomllib.loads(
        files("firsthand.corroborate").joinpath("lexicon", "empty.en.toml").read_text(encoding="utf-8")
    )["words"].split()
)
"""Words that tell nothing of what happened: whether two tellings share them says nothing."""

IRREGULAR: dict[str, str] = {
    form: line.split()[0]
    for line in tomllib.loads(
        files("firsthand.corroborate").joinpath("lexicon", "irregular.en.toml").read_text(encoding="utf-8")
    )["verbs"].splitlines()
    for form in line.split()[1:]
}
"""Irregular forms of verbs, each with the verb."""

NUMERAL = re.compile(
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|hundreds?|thousands?|millions?|dozens?|scores?"
)


class Term(NamedTuple):
    """One term of some words: its key, what sort it is, and where its words stand in them."""

    key: str
    sort: Sort
    start: int
    end: int


class Alike(NamedTuple):
    """The rows of the lexicon, ready to be looked up."""

    exact: dict[str, tuple[tuple[str, Sort], ...]]
    stems: dict[str, tuple[tuple[str, Sort], ...]]
    phrases: dict[str, tuple[tuple[str, Sort], ...]]
    pattern: re.Pattern[str]


@lru_cache(maxsize=1)
def alike() -> Alike:
    """The lexicon of words that tell the same, loaded once."""
    text = files("firsthand.corroborate").joinpath("lexicon", "alike.en.toml").read_text(encoding="utf-8")
    exact: dict[str, tuple[tuple[str, Sort], ...]] = {}
    stems: dict[str, tuple[tuple[str, Sort], ...]] = {}
    phrases: dict[str, tuple[tuple[str, Sort], ...]] = {}
    for row in tomllib.loads(text)["alike"]:
        entry = (row["name"], row["sort"])
        for word in row["words"]:
            places = [(phrases, word)] if not word.isalpha() else [(exact, word), (stems, stem(word))]
            for table, key in places:
                if entry not in table.get(key, ()):
                    table[key] = (*table.get(key, ()), entry)
    longest = sorted(phrases, key=lambda each: (-len(each), each))
    either = "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in longest)
    return Alike(exact, stems, phrases, re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE))


def plain(word: str) -> str:
    """A word in lower case without accents, a possessive ending or doubled spaces.

    >>> plain("Kalinóvka’s")
    'kalinovka'
    """
    bare = word.casefold().removesuffix("'s").removesuffix("’s")
    return "".join(char for char in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(char))


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A rough stem, enough to see that two words are forms of one. Not a word to show to anybody.

    >>> stem("villages"), stem("burning"), stem("carried")
    ('villag', 'burn', 'carry')
    """
    bare = plain(word)
    if bare in IRREGULAR:
        return stem(IRREGULAR[bare])
    if len(bare) > 4 and bare.endswith(("ies", "ied")):
        return bare[:-3] + "y"
    for ending, shortest in (("ings", 7), ("ing", 6), ("ed", 5), ("es", 5), ("s", 4)):
        if bare.endswith(ending) and len(bare) >= shortest and not bare.endswith(("ss", "us", "is", "eed")):
            bare = bare[: -len(ending)]
            break
    if len(bare) > 3 and bare[-1] == bare[-2] and bare[-1] not in "sle":
        bare = bare[:-1]
    return bare[:-1] if len(bare) > 3 and bare.endswith("e") else bare


@lru_cache(maxsize=20_000)
def terms(text: str) -> tuple[Term, ...]:
    """The terms of some words, in their order; a phrase of the lexicon takes its words with it."""
    words = alike()
    found: list[Term] = []
    taken: list[tuple[int, int]] = []
    for match in words.pattern.finditer(text):
        key = " ".join(match.group().casefold().split())
        taken.append(match.span())
        found += [Term(name, sort, *match.span()) for name, sort in words.phrases.get(key, ())]
    at = 0
    for match in WORD.finditer(text):
        while at < len(taken) and taken[at][1] <= match.start():
            at += 1
        if at < len(taken) and taken[at][0] <= match.start():
            continue
        found += _single(match, words)
    return tuple(sorted(found, key=lambda term: (term.start, term.end, term.key)))


def _single(match: re.Match[str], words: Alike) -> Iterable[Term]:
    word = match.group()
    if word[0].isdigit() or plain(word) in EMPTY or NUMERAL.fullmatch(plain(word)):
        return ()
    known = words.exact.get(plain(word)) or words.stems.get(stem(word))
    if known:
        return [Term(name, sort, *match.span()) for name, sort in known]
    if word[0].isupper():
        return (Term(plain(word), "name", *match.span()),)
    return (Term(stem(word), "word", *match.span()),) if len(word) > 2 else ()


SITES = frozenset(
    map(
        stem,
        re.findall(
            r"\w+",
            "school hospital clinic market depot station church mosque temple chapel bridge terminal "
            "checkpoint "
            "barracks camp factory plant base prison hotel square stadium airport airfield warehouse "
            "refinery "
            "theatre theater university kindergarten library museum cemetery mine dam tunnel embassy",
        ),
    )
)
"""Kinds of site: two happenings at two of them are two."""


def sites_of(text: str) -> tuple[str, ...]:
    """The kinds of site that some words name, sorted."""
    return tuple(
        sorted({found for term in terms(text) if (found := stem(text[term.start : term.end])) in SITES})
    )


def happenings(text: str) -> frozenset[str]:
    """The sorts of happening that some words tell of."""
    return frozenset(term.key for term in terms(text) if term.sort == "happening")
