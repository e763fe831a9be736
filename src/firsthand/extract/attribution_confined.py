"""Contents that stand inside others end with them, and hold quotations whole."""

from __future__ import annotations

from firsthand.extract.attribution_found import Found, minus
from firsthand.extract.attribution_grammar import Scene
from firsthand.schema import Span


def confine(scene: Scene, found: list[Found]) -> None:
    """What stands inside a content ends with it: "Officers doubt that it holds, a general said".

    Two contents that each hold the other's cue are told apart by the one whose cue stands behind its content.
    """
    in_sentence: dict[int, list[Found]] = {}
    for one in found:
        at = scene.parse.first_from(one.cue[0].start) if one.cue else len(scene.tokens)
        if at < len(scene.tokens):
            in_sentence.setdefault(scene.tokens[at].sentence, []).append(one)
    for several in in_sentence.values():
        behind = [o for o in several[:_MANY] if o.content and o.content[0].end <= o.cue[0].start]
        for outer in behind:
            for inner in several[:_MANY]:
                if inner is not outer and outer.content[0].holds(inner.cue[0]):
                    _confine(inner, outer)


_MANY = 60
"""Attributions of one sentence beyond which a text is broken and nothing more is told apart."""


def _confine(inner: Found, outer: Found) -> None:
    if not any(piece.overlaps(mark) for piece in inner.content for mark in outer.cue):
        return
    kept = tuple(
        Span(max(piece.start, around.start), min(piece.end, around.end))
        for piece in minus(inner.content, (*outer.cue, *outer.source))
        for around in outer.content
        if piece.overlaps(around)
    )
    inner.content = kept or inner.content


def square(scene: Scene, one: Found) -> tuple[Span, ...]:
    """A content that cuts a quotation is widened to hold it whole, when its cue stands outside of it."""
    inside = not one.cue and any(piece.holds(mark) for piece in one.content for mark in one.source)
    marks = one.cue if inside else (*one.cue, *one.source)  # "the official toll" names its voice
    pieces = []
    for piece in one.content:
        start, end = piece
        for quotation in scene.quotations_in(piece):
            span = quotation.span
            if any(span.overlaps(mark) for mark in marks):
                continue
            if span.start < end < span.end or span.start < start < span.end:
                start, end = min(start, span.start), max(end, span.end)
        pieces.append(Span(start, end))
    return minus(pieces, marks)
