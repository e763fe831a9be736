"""Claims that only repeat a part of another: "we want to know" beside the sentence that it stands in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from firsthand.ground.claim_put import Proposition
from firsthand.ground.claim_subject import wanted_of
from firsthand.resources.parser import Parse
from firsthand.schema import Attribution, Span

_OURSELVES = frozenset({"i", "we"})
_DEEPEST = 12


def without_echoes(
    found: Sequence[Proposition], attributions: Mapping[str, Attribution], parse: Parse
) -> list[Proposition]:
    """The propositions without those that stand inside another one and add no voice to it.

    What a third party is told to say or think inside a longer claim stays, as its voice is another one.
    """
    around: list[Proposition] = []
    kept = []
    longest_first = sorted(found, key=lambda each: (each.anchors[0].start, -_extent(each).end))
    for each in longest_first:
        start = each.anchors[0].start
        around = [outer for outer in around if _extent(outer).end > start]
        if not any(_repeats(each, outer, attributions, parse) for outer in around):
            kept.append(each)
        around.append(each)
    left = {id(each) for each in kept}
    return [each for each in found if id(each) in left]


def _extent(each: Proposition) -> Span:
    return Span(each.anchors[0].start, each.anchors[-1].end)


def _repeats(
    each: Proposition, outer: Proposition, attributions: Mapping[str, Attribution], parse: Parse
) -> bool:
    """Whether all words of a proposition stand inside another one, with its cue or with the same voice."""
    inner, above = each.attribution, outer.attribution
    if inner is None or above is None or inner is above:
        return False
    if not all(any(wide.holds(span) for wide in outer.anchors) for span in each.anchors):
        return False
    cue = inner.cue and all(any(span.holds(one) for span in each.anchors) for one in inner.cue)
    return _stands_in(inner, above, attributions) and (bool(cue) or _nobody_else(inner, above, parse))


def _stands_in(inner: Attribution, above: Attribution, attributions: Mapping[str, Attribution]) -> bool:
    at: Attribution | None = inner
    for _ in range(_DEEPEST):
        at = attributions.get(at.parent) if at is not None and at.parent is not None else None
        if at is None:
            return False
        if at is above:
            return True
    return False


def _nobody_else(inner: Attribution, above: Attribution, parse: Parse) -> bool:
    """Whether who speaks inside is who speaks outside: by name, or as "I" and "we"."""
    if not inner.source:
        return inner.certainty == above.certainty and inner.polarity == above.polarity
    if wanted_of(inner, parse) is not None:
        return True
    if inner.source_name is not None and inner.source_name == above.source_name:
        return True
    words = parse.within(inner.source[0])
    return len(words) == 1 and words[0].lower in _OURSELVES
