"""Two figures -> whether they say the same, are rounded to each other, can both hold, or cannot."""

from __future__ import annotations

from typing import Literal

from firsthand.corroborate.telling.measure import HUMAN, noun_of
from firsthand.corroborate.telling.terms import terms
from firsthand.corroborate.telling.values import Figure, Telling

Verdict = Literal["same", "compatible", "apart"]

ROUNDED = 0.05
"""A hedged figure ("almost 300") and one this much apart from it are one figure, rounded."""

SLACK = 0.1
"""An approximate figure holds for what lies this much about it."""

WITHIN: dict[str, tuple[str, ...]] = {
    "people": (
        "civilians",
        "children",
        "soldiers",
        "police",
        "fighters",
        "gunmen",
        "rescuers",
        "journalists",
    ),
    "civilians": ("children", "rescuers", "journalists"),
}
"""Which parties count those of which others."""

ALIKE = frozenset(
    frozenset(each)
    for each in (
        ("soldiers", "police"),
        ("fighters", "gunmen"),
        ("enemy", "soldiers"),
        ("enemy", "fighters"),
        ("enemy", "people"),
    )
)
"""Parties that hands tell apart badly, and what one side calls the other's."""


def compared(a: Figure, b: Figure) -> Verdict:
    """Whether two figures of one measure are the same claim, can both hold, or cannot."""
    first, second = _bounds(a), _bounds(b)
    hedged = a.approx or b.approx or a.min != a.max or b.min != b.max
    if (a.min, a.max) == (b.min, b.max):
        return "same"
    one, other = _middle(a), _middle(b)
    if hedged and one and other and abs(one - other) <= ROUNDED * max(one, other):
        return "same"
    if a.approx and b.approx and one and other and abs(one - other) <= SLACK * max(one, other):
        return "same"
    if (a.approx or b.approx) and (_holds(b, a) or _holds(a, b)):
        return "same"
    return "compatible" if first[0] <= second[1] and second[0] <= first[1] else "apart"


def _holds(a: Figure, b: Figure) -> bool:
    """Whether a narrow range ("ten or eleven") holds the other figure."""
    if a.min is None or a.max is None or b.min is None or b.min != b.max or a.max > 1.5 * max(a.min, 1):
        return False
    return a.min <= b.min <= a.max


def _bounds(figure: Figure) -> tuple[float, float]:
    low = figure.min if figure.min is not None else 0.0
    high = figure.max if figure.max is not None else float("inf")
    return (low * (1 - SLACK), high * (1 + SLACK)) if figure.approx else (low, high)


def _middle(figure: Figure) -> float | None:
    """The number named: the bound that is there, of two the higher."""
    return figure.max if figure.max is not None else figure.min


def size(telling: Telling) -> float:
    """The number that a telling's figure names, 0 without one."""
    return (_middle(telling.figure) or 0.0) if telling.figure is not None else 0.0


def party(telling: Telling) -> str | None:
    """The party or thing that a telling's figure counts; "people" where the words say no more."""
    noun = noun_of(telling.figure.of) if telling.figure is not None else None
    if noun is None and telling.measure in HUMAN:
        return "people"
    return noun


def parties(a: Telling, b: Telling) -> Literal["same", "within", "apart"]:
    """How two counted parties stand: one, one inside the other, or apart ("soldiers" and "gunmen")."""
    first, second = party(a), party(b)
    if first == second or None in (first, second) or frozenset({str(first), str(second)}) in ALIKE:
        return "same"
    for outer, inner in ((first, second), (second, first)):
        if inner in WITHIN.get(str(outer), ()):
            return "within"
    known = {*WITHIN, *WITHIN["people"]}
    if a.measure in HUMAN and not {first, second} <= known:
        return "within"
    return "apart"


def counted_apart(a: Telling, b: Telling) -> bool:
    """Whether the one counts those whom the other names beside its dead ("nine people" dead by "gunmen").

    Then "people" are not they.
    """
    if parties(a, b) == "apart":
        return True
    return any(
        party(inner) in ("fighters", "gunmen", "soldiers", "police")
        and party(outer) in ("people", "civilians", "children")
        and party(inner) in {term.key for term in terms(outer.sentence) if term.sort == "party"}
        for inner, outer in ((a, b), (b, a))
    )


def same_measure(a: Telling, b: Telling) -> bool:
    """Whether two figures count the same sort of thing that befell them."""
    if a.measure is None or b.measure is None:
        return False
    if a.measure in HUMAN or b.measure in HUMAN:
        return a.measure == b.measure or (
            none_counted(a) and none_counted(b) and {a.measure, b.measure} == {"wounded", "casualties"}
        )
    if party(a) is None or (party(a) != party(b) and parties(a, b) != "within"):
        return False
    return not any(set(a.matters) & one and set(b.matters) & other for one, other in OPPOSED)


OPPOSED = tuple(
    pair
    for one, other in (
        (frozenset({"down"}), frozenset({"attack", "strike", "deploy"})),
        (frozenset({"free"}), frozenset({"loot", "abduct", "prisoner"})),
        (frozenset({"deploy", "arrive"}), frozenset({"withdraw", "damage", "burn", "loot"})),
    )
    for pair in ((one, other), (other, one))
)
"""Happenings that count the same things over: launched and shot down, taken and given back."""


def none_counted(telling: Telling) -> bool:
    """Whether a telling says that there were none ("no one was hurt")."""
    return telling.figure is not None and telling.figure.max == 0


def telling_number(a: Telling, b: Telling) -> bool:
    """Whether two tellings share a figure that two happenings would hardly have in common by chance.

    Small and round numbers are common to many happenings; 17 or 287 are not.
    """
    if a.figure is None or b.figure is None or (a.figure.min, a.figure.max) != (b.figure.min, b.figure.max):
        return False
    number = a.figure.max or a.figure.min or 0
    return number > COMMON and number % 10 != 0 and number % 25 != 0


COMMON = 12
"""Up to here a number is too common to speak for one happening."""
