"""Which body a description of a voice belongs to: "the police chief" speaks for the police."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple

from firsthand.corroborate.names.spelled import plain


class Body(NamedTuple):
    """A kind of body that speaks: the police, an army, a hospital, people who were there."""

    name: str
    speaks: Literal["one", "each"]
    """Whether all its mouths have one knowledge, or each of its holders an own one."""
    side: Literal["party", "apart", "open"]


class Words(NamedTuple):
    """The words by which a chain is followed, compiled."""

    bodies: dict[str, Body]
    body: re.Pattern[str]
    mouths: frozenset[str]
    media: frozenset[str]
    afar: frozenset[str]
    comments: frozenset[str]
    unconfirmed: re.Pattern[str]
    clips: dict[str, re.Pattern[str]]
    outlets: frozenset[str]
    titles: frozenset[str]
    generic: frozenset[str]
    capitals: dict[str, str]
    no_calling: frozenset[str]
    many_called: frozenset[str]


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("firsthand.corroborate").joinpath("lexicon", name).read_text(encoding="utf-8"))


def _pattern(words: list[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    spaced = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
    return re.compile(rf"(?<!\w)(?:{spaced})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def words() -> Words:
    """The lexicons of this room, loaded once."""
    bodies = {
        word: Body(kind, row["speaks"], row["side"])
        for kind, row in _table("bodies.en.toml").items()
        for word in row["words"]
    }
    followed = _table("followed.en.toml")
    return Words(
        bodies=bodies,
        body=_pattern(list(bodies)),
        mouths=frozenset(followed["mouths"]),
        media=frozenset(followed["media"]),
        afar=frozenset(followed["afar"]),
        comments=frozenset(followed["comments"]),
        unconfirmed=_pattern(followed["unconfirmed"]),
        clips={sort: _pattern(names) for sort, names in followed["clips"].items()},
        outlets=frozenset(followed["outlets"]),
        titles=frozenset(followed["titles"]),
        generic=frozenset(followed["generic"]),
        capitals=followed["capitals"],
        no_calling=frozenset(followed["no_calling"]),
        many_called=frozenset(followed["many_called"]),
    )


def body_of(phrase: str) -> Body | None:
    """The body that a description belongs to; None where no word tells.

    The most telling words decide: a body that is one before people and before "officials", and among
    those the longest ("the fire brigade's duty officer": the rescue service, no brigade).
    """
    matches = [m for m in words().body.finditer(phrase) if not _whose(m, phrase)]
    found = [words().bodies[" ".join(m.group().lower().split())] for m in matches]
    lengths = [len(m.group()) for m in matches]
    ranked = sorted(zip(found, lengths, strict=True), key=lambda each: (rank(each[0]), -each[1]))
    return ranked[0][0] if ranked else None


def _whose(match: re.Match[str], phrase: str) -> bool:
    """Whether people are told only as those whose it is: "the prisoners' staff" is no prisoner."""
    people = words().bodies[" ".join(match.group().lower().split())].name == "people"
    return people and phrase[match.end() : match.end() + 2] in ("’ ", "' ", "’s", "'s")


def rank(body: Body) -> int:
    """How telling a body is: an institution first, then people, then "officials"."""
    return {"people": 2, "authorities": 3, "ministry": 1}.get(body.name, 0)


def is_mouth(phrase: str) -> bool:
    """Whether a description is only the mouth of a body: "its spokesman", "the same statement"."""
    last = [plain(word) for word in re.findall(r"[^\W\d_]+", phrase)]
    return any(" ".join(last[-n:]) in words().mouths for n in (1, 2, 3) if len(last) >= n)


def clip_sort(phrase: str) -> str:
    """The sort of clip that a description of footage means: satellite, photograph, drone, sound, video."""
    return next((sort for sort, pattern in words().clips.items() if pattern.search(phrase)), "video")


FILMED = frozenset(["video", "cctv", "dashcam", "bodycam", "drone", "phone"])
"""Sorts of clips that a document may call a video, and no more."""
