"""Two "according to" in one sentence: each voice has its own figure, and neither the other's."""

from __future__ import annotations

import itertools

from firsthand.extract.attribution_found import Found, minus, spans_of, trimmed
from firsthand.extract.attribution_grammar import Scene
from firsthand.extract.attribution_verbs import CUES
from firsthand.resources.parser import Token
from firsthand.rules import Row, rule
from firsthand.schema import Because, Span

_PREPOSITIONS = CUES["preposition"]


def parted(scene: Scene, found: list[Found]) -> list[Found]:
    """The attributions, the contents of two such phrases in one sentence parted between them."""
    phrases = sorted((one for one in found if _row(scene, one)), key=lambda one: one.cue[0].start)
    for before, one in itertools.pairwise(phrases):
        if before.source and one.source and one.content:
            why = own_figure(scene, before, one) or own_part(scene, before, one)
            one.reasons = (*one.reasons, why) if why is not None else one.reasons
    return found


def _row(scene: Scene, one: Found) -> Row | None:
    words = scene.parse.text[one.cue[0].start : one.cue[0].end].lower() if len(one.cue) == 1 else ""
    return _PREPOSITIONS.lookup(words) if words else None


@rule(
    "attribution.own_part",
    means="of two such phrases in one sentence each has the part beside it",
    fires="The toll was five according to police and [eleven] according to the hospital.",
    silent="The toll was eleven according to the hospital.",
)
def own_part(scene: Scene, before: Found, one: Found) -> Because | None:
    """Leave the second voice what stands between the first and it."""
    start, cue = before.source[-1].end, one.cue[0].start
    if not (before.cue[0].start < start <= cue) or not any(s.holds(before.cue[0]) for s in one.content):
        return None
    between = list(scene.tokens[scene.parse.first_from(start) : scene.parse.first_from(cue)])
    while between and (between[0].pos in ("PUNCT", "CCONJ", "SPACE") or between[0].lower in _JOINTS):
        between.pop(0)
    if not any(t.pos in ("NUM", "VERB", "AUX") for t in between):
        return None
    rest = trimmed(scene.parse, between[0].i, between[-1].i + 1)
    if rest is None:
        return None
    one.content = (rest,)
    return own_part.because(rest)


@rule(
    "attribution.own_figure",
    means='a second "according to" may end in a figure: "according to the lawyers 340"',
    fires="According to the police 120 people were held; according to the lawyers [340].",
    silent="According to the police 120 people were held.",
)
def own_figure(scene: Scene, before: Found, one: Found) -> Because | None:
    """Take the figure at the end of a source for what it says."""
    source = [t for span in one.source for t in scene.parse.within(span)]
    if len(source) < 2 or source[-1].pos != "NUM" or not _told_before(scene, before, source[-1]):
        return None
    behind = scene.next_to(source[-1].i + 1)
    if behind is not None and behind.sentence == source[-1].sentence and behind.pos != "PUNCT":
        return None
    one.source, one.content = spans_of(source[:-1]), (source[-1].span,)
    left = minus(before.content, (Span(one.cue[0].start, source[-1].end),))
    pieces = (t for span in left if (t := scene.parse.within(span)))
    before.content = tuple(s for t in pieces if (s := trimmed(scene.parse, t[0].i, t[-1].i + 1)))
    return own_figure.because(source[-1].span)


def _told_before(scene: Scene, before: Found, number: Token) -> bool:
    """Whether the voice before gives a figure of its own in the same sentence."""
    told = [t for span in before.content for t in scene.parse.within(span)]
    return any(t.pos == "NUM" and t.sentence == number.sentence and t.i < number.i for t in told)


_JOINTS = frozenset({"while", "but", "whereas"})
