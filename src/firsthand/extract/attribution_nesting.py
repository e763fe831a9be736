"""Which attribution stands inside the content of which."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.extract.attribution_found import Found
from firsthand.schema import Span


def parents(found: Sequence[Found]) -> list[int | None]:
    """Per attribution the index of the nearest one in whose content its cue stands, else its source.

    One sweep over the text: pieces of content open and close, and the shortest open at a cue is around it.
    """
    number_of = {id(one): number for number, one in enumerate(found)}
    pieces = sorted(
        ((piece, number) for number, one in enumerate(found) for piece in one.content),
        key=lambda entry: (entry[0].start, -entry[0].end),
    )
    marks = sorted((_mark(one), number) for number, one in enumerate(found))
    given: list[int | None] = [None] * len(found)
    open_pieces: list[tuple[Span, int]] = []
    at = 0
    for mark, number in marks:
        while at < len(pieces) and pieces[at][0].start <= mark.start:
            open_pieces.append(pieces[at])
            at += 1
        open_pieces = [entry for entry in open_pieces if entry[0].end > mark.start]
        given[number] = _nearest(found, number, mark, open_pieces)
    for number, one in enumerate(found):
        if one.within is not None and id(one.within) in number_of:
            given[number] = number_of[id(one.within)]
    return _without_rings(given)


def _mark(one: Found) -> Span:
    """Where an attribution stands: its cue, else its source, else its content."""
    return (*one.cue, *one.source, *one.content)[0]


def _nearest(
    found: Sequence[Found], number: int, mark: Span, open_pieces: list[tuple[Span, int]]
) -> int | None:
    one = found[number]
    around = [
        (piece.end - piece.start, other)
        for piece, other in open_pieces
        if other != number and piece.holds(mark) and not (_bare(one) and found[other].content == one.content)
    ]
    return min(around)[1] if around else None


def _bare(one: Found) -> bool:
    return not one.cue and not one.source


def _without_rings(given: list[int | None]) -> list[int | None]:
    """A ring of parents is cut where it closes."""
    settled: set[int] = set()
    for start in range(len(given)):
        path: list[int] = []
        on_path: set[int] = set()
        at: int | None = start
        while at is not None and at not in settled:
            if at in on_path:
                given[path[-1]] = None
                break
            path.append(at)
            on_path.add(at)
            at = given[at]
        settled.update(path)
    return given
