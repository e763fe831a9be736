"""Two tellings -> whether they tell of one happening, by place, day and what their documents are about.

Three answers: evidence enough, too little of it, or a bar: a village, a day or a name that parts the two.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple

from firsthand.corroborate.telling.values import Telling

ENOUGH = 1.0
"""Evidence from which on two tellings are of one happening. Points are given below, each beside its use."""

TOGETHER = 0.5
"""Points for one happening that two tellings have because their documents are of one matter."""

ELSEWHERE = -1.5
"""Points for another place in the reader's mind, which one of the two documents never names."""

LATE, FAR_APART = 30, 90
"""Days between two publications that speak against one happening, the more the longer."""

TOLLS = ("killed", "wounded", "casualties", "held", "displaced", "freed")


class Shared(NamedTuple):
    """The evidence that two tellings are of one happening, in points, and what bars it (null: nothing)."""

    points: float
    bar: str | None = None


def happening(a: Telling, b: Telling) -> Shared:
    """How much speaks for one happening, and what bars it."""
    place = _place(a, b)
    day = _day(a, b)
    bar = place.bar or day.bar
    if bar is not None:
        return Shared(0.0, bar)
    if a.document == b.document:
        return Shared(max(ENOUGH, place.points + day.points))
    return Shared(place.points + day.points + _topic(a.topic, b.topic))


def one_happening(a: Telling, b: Telling) -> bool:
    """Whether enough speaks for one happening and nothing against it."""
    shared = happening(a, b)
    return shared.bar is None and shared.points >= ENOUGH


@lru_cache(maxsize=100_000)
def same_name(a: str, b: str) -> bool:
    """Whether two place names may be two spellings of one: never North for South, never a longer name.

    >>> same_name("kalinovka", "kalynivka"), same_name("sainte-anne", "sainte-anne-du-lac")
    (True, False)
    """
    if a == b:
        return True
    first, second = a.replace("-", " ").split(), b.replace("-", " ").split()
    if len(first) != len(second):
        return False
    return all(one == other or _spelling(one, other) for one, other in zip(first, second, strict=True))


def _spelling(a: str, b: str) -> bool:
    """Transliterations: long words with the same beginning and few letters apart."""
    if min(len(a), len(b)) < 6 or a[:3] != b[:3] or abs(len(a) - len(b)) > 2:
        return False
    skeletons = ["".join(char for char in word if char not in "aeiouyj'’") for word in (a, b)]
    return skeletons[0] == skeletons[1]


def share_a_name(a: Iterable[str], b: Iterable[str]) -> bool:
    """Whether one of the names of `a` may be one of `b`."""
    others = tuple(b)
    return any(same_name(one, other) for one in a for other in others)


def same_doer(a: str, b: str) -> bool:
    """Whether two names of doers may be one: also a country and its people ("Rovania", "Rovanian")."""
    return same_name(a, b) or (min(len(a), len(b)) >= 5 and a[:5] == b[:5] and abs(len(a) - len(b)) <= 3)


def _place(a: Telling, b: Telling) -> Shared:
    """Named places decide; places that are only in the reader's mind speak for or against."""
    own = bool(a.places) and bool(b.places)
    first, second = a.places or a.setting, b.places or b.setting
    if not first or not second:
        return Shared(0.0)
    told = _by_names(first, second, own)
    if told is not None:
        return told
    return Shared(0.0 if _in_topic(first, b) and _in_topic(second, a) else ELSEWHERE)


@lru_cache(maxsize=20_000)
def _by_names(first: tuple[str, ...], second: tuple[str, ...], own: bool) -> Shared | None:
    """What the names say by themselves; null where it counts what the documents are about."""
    if share_a_name(first, second):
        wide = all(name.startswith("~") for name in first) or all(name.startswith("~") for name in second)
        return Shared(0.5 if wide else 2.0 if own else 1.0)
    told_otherwise = _shortened if own else _garbled
    if any(told_otherwise(one, other) for one in first for other in second):
        return Shared(0.0)
    if _levels(first) != _levels(second) or share_a_name(_bare(first), _bare(second)):
        return Shared(0.0)
    if own:
        return Shared(0.0, f"{first[0].lstrip('~')} is not {second[0].lstrip('~')}")
    return None


def _garbled(a: str, b: str) -> bool:
    """Whether one name is the other with a word more, or with another ending: a place told carelessly."""
    one, other = a.lstrip("~").split(), b.lstrip("~").split()
    if len(one) != len(other):
        return one[-1] == other[-1] and min(len(one), len(other)) == 1
    return min(len(a), len(b)) >= NAME and a[:-1] == b[:-1]


def _shortened(a: str, b: str) -> bool:
    """Whether one name is the other without the word for what it is ("Port Orvik", "Orvik")."""
    long, short = sorted((a.split(), b.split()), key=len, reverse=True)
    return len(long) == len(short) + 1 and long[0] in KINDS and long[1:] == short


KINDS = frozenset(
    {"port", "fort", "camp", "mount", "cape", "lake", "village", "town", "island", "bay"}
    | {"post", "point", "hill", "pass"}
)
"""Words before a name that are often left out once the place is known."""

NAME = 5
"""Letters from which on two names that differ in the last one may be one name."""


def _levels(names: Iterable[str]) -> bool:
    return all(name.startswith("~") for name in names)


def _bare(names: Iterable[str]) -> list[str]:
    return [name.lstrip("~") for name in names]


def _in_topic(names: Iterable[str], other: Telling) -> bool:
    """Whether one of the places is at least named in the other's document."""
    return any(f"@{word}" in other.topic for name in names for word in name.lstrip("~").split())


def _day(a: Telling, b: Telling) -> Shared:
    """Days told in both sentences must overlap, a toll's excepted: it may be told as of a later day."""
    first, second = a.days or a.days_setting, b.days or b.days_setting
    apart = published_apart(a.published or "", b.published or "")
    if not first or not second:
        return Shared(0.0 if apart is None or apart <= LATE else -0.5 if apart <= FAR_APART else -1.0)
    gap = days_between(first, second)
    toll = a.measure in TOLLS and b.measure in TOLLS
    if gap == 0 or (toll and first[0][:10] == second[0][:10]):
        return Shared(1.0 if a.days and b.days else 0.5)
    if toll and (a.rising or b.rising or a.replaced or b.replaced) and gap <= 3:
        return Shared(0.0)
    if a.days and b.days and not (toll and gap == 1 and share_a_name(a.places, b.places)):
        return Shared(0.0, f"{first[0][:10]} is not {second[0][:10]}")
    return Shared(-0.5 if gap <= 2 else -1.0)


def only_a_midnight_apart(a: Telling, b: Telling) -> bool:
    """Whether two tellings are barred only by days that follow each other: so one night may be told."""
    if a.days is None or b.days is None or _place(a, b).bar is not None:
        return False
    return days_between(a.days, b.days) == 1


def days_between(a: tuple[str, str], b: tuple[str, str]) -> int:
    """Whole days between two intervals; 0 where they overlap, at least 1 where they do not."""
    if a[0] <= b[1] and b[0] <= a[1]:
        return 0
    earlier, later = (a, b) if a[1] < b[0] else (b, a)
    try:
        between = datetime.fromisoformat(later[0]) - datetime.fromisoformat(earlier[1])
    except ValueError:
        return 1
    return max(1, between.days + 1)


@lru_cache(maxsize=20_000)
def published_apart(a: str, b: str) -> int | None:
    """Days between two days of publication, null where one is not told."""
    try:
        first, second = date.fromisoformat(a[:10]), date.fromisoformat(b[:10])
    except ValueError:
        return None
    return abs((first - second).days)


@lru_cache(maxsize=20_000)
def _topic(a: frozenset[str], b: frozenset[str]) -> float:
    """What two documents are about: half a point for a name that they share, a quarter for another word."""
    shared = a & b
    names = sum(1 for word in shared if word.startswith("@"))
    return min(1.0, 0.5 * names) + min(1.0, 0.25 * (len(shared) - names))
