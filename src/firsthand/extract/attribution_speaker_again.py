"""Who speaks twice in one sentence: "The mayor said the road was open, and called the report false"."""

from __future__ import annotations

from firsthand.extract.attribution_found import Found, trimmed
from firsthand.extract.attribution_grammar import FINITE, Scene, comma_before
from firsthand.schema import Span


def part_again(scene: Scene, found: list[Found]) -> None:
    """End what somebody says where the same words name him as who says the next thing.

    Nobody stands inside his own words: without it "the mayor, as told by the mayor" would be a chain.
    """
    same: dict[tuple[Span, ...], list[Found]] = {}
    for one in found:
        if one.source and one.verb is not None and one.cue:
            same.setdefault(one.source, []).append(one)
    for several in same.values():
        for again in several[1:_MANY]:
            for first in several[:_MANY]:
                if first is not again and _goes_on_inside(scene, first, again):
                    first.content = _before(scene, first, again) or first.content


_MANY = 30
"""Cues of one source beyond which a text is broken and nothing more is parted."""


def _goes_on_inside(scene: Scene, first: Found, again: Found) -> bool:
    """Whether a second finite cue, or a participle behind a comma, stands in what the first one says."""
    one, other = first.verb, again.verb
    if one is None or other is None or other.i <= one.i or scene.level(one) != scene.level(other):
        return False
    if not any(piece.holds(again.cue[0]) for piece in first.content):
        return False
    leads = scene.tokens[scene.parse.first_from(again.cue[0].start)]
    return leads.tag in FINITE or (leads.tag == "VBG" and comma_before(scene, leads))


def _before(scene: Scene, first: Found, again: Found) -> tuple[Span, ...]:
    """The content up to the joint before the second cue: ", and", ", then", "but later"."""
    end = scene.parse.first_from(again.cue[0].start)
    while end > 0 and (scene.tokens[end - 1].dep in ("cc", "advmod") or scene.tokens[end - 1].text == ","):
        end -= 1
    kept = []
    for piece in first.content:
        start = scene.parse.first_from(piece.start)
        if piece.end <= again.cue[0].start:
            kept.append(piece)
        elif start < end and (rest := trimmed(scene.parse, start, end)) is not None:
            kept.append(Span(piece.start, rest.end))
    return tuple(kept)
