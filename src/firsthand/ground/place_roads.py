"""Names that a road runs between: "the A-B highway"."""

from __future__ import annotations

from firsthand.ground.place_names import Name, Page, capital
from firsthand.rules import rule
from firsthand.schema import Span

_DASHES = frozenset(("-", "–", "—"))
_ROADS = frozenset(
    ("road", "highway", "motorway", "railway", "route", "corridor", "axis", "border", "frontier")
)
_WORDS_OF_A_NAME = 3


@rule(
    "place.on_road",
    means="Two names joined by a dash before 'road' or 'border' are the places that it links or parts.",
    fires="A bus was stopped on the [Gao]-Kidal road.",
    silent="A bus was stopped before the Gao-Kidal match.",
)
def on_road(page: Page, name: Name) -> Span | None:
    """The name, where a dash joins it to another one and a word for a road follows the two."""
    if page.lower(name.last) in _DASHES:
        end = _run(page, name.last + 1)
        found = end > name.last + 1 and page.lower(end) in _ROADS
    else:
        dashed = page.lower(name.first - 1) in _DASHES and name.first > 1
        found = dashed and capital(page.tokens[name.first - 2]) and page.lower(name.last) in _ROADS
    return page.span(name.first, name.last) if found else None


def numbered_road(page: Page, name: Name) -> bool:
    """Whether "U.S." before a number is a road's name, as in "on U.S. 36 near the mill"."""
    if page.words(name.first, name.last) not in ("U.S", "U.S.") or page.lower(name.first - 1) == "the":
        return False
    at = name.last + (page.lower(name.last) == ".")
    return page.lower(at).isdigit() and page.lower(at - 1) == "u.s." and _stands_alone(page, at + 1)


def _stands_alone(page: Page, at: int) -> bool:
    return at >= len(page.tokens) or page.tokens[at].tag[:2] not in ("NN", "JJ")


def _run(page: Page, i: int) -> int:
    """The token behind a run of capitalised words."""
    first = i
    while i < len(page.tokens) and i - first < _WORDS_OF_A_NAME and capital(page.tokens[i]):
        i += 1
    return i
