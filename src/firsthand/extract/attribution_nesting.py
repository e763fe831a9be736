"""Which attribution stands inside the content of which."""

from __future__ import annotations

from firsthand.extract.attribution_found import Found
from firsthand.schema import Span


def parents(found: list[Found]) -> list[int | None]:
    """Per attribution the index of the one in whose content its cue (or source, or content) stands, the nearest."""
    given: list[int | None] = []
    for number, one in enumerate(found):
        if one.within in found:
            given.append(found.index(one.within))
            continue
        mark = (*one.cue, *one.source, *one.content)[0]
        around = [
            (piece.end - piece.start, other)
            for other, outer in enumerate(found)
            if other != number
            for piece in outer.content
            if piece.holds(mark) and not _same_place(outer, one, piece, mark)
        ]
        given.append(min(around)[1] if around else None)
    return _without_rings(given)


def _same_place(outer: Found, one: Found, piece: Span, mark: Span) -> bool:
    return not one.cue and not one.source and piece == mark and outer.content == one.content


def _without_rings(given: list[int | None]) -> list[int | None]:
    """A ring of parents is cut where it closes."""
    for start in range(len(given)):
        seen, at = {start}, given[start]
        last = start
        while at is not None:
            if at in seen:
                given[last] = None
                break
            seen.add(at)
            last, at = at, given[at]
    return given
