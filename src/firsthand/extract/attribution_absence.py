"""Cues of what was looked for: "found no evidence that", "is consistent with"."""

from __future__ import annotations

from firsthand.extract.attribution_cues import lemma_of
from firsthand.extract.attribution_found import Found, spans_of, trimmed
from firsthand.extract.attribution_grammar import VERBAL, Scene, noun_phrase, subject, verb_group
from firsthand.resources.parser import Token
from firsthand.rules import Row, rule
from firsthand.schema import Span

_LOOKING = frozenset(
    {"find", "see", "have", "observe", "detect", "receive", "obtain", "uncover", "discover", "hear"}
)


def none_of(noun: Token) -> bool:
    """Whether a noun stands with "no": "no evidence"."""
    return any(t.lower == "no" and t.dep == "det" for t in noun.children)


def nobody_at_all(voice: Token) -> bool:
    """Whether nobody is who speaks: "no group has claimed the attack", "neither side commented on it".

    That nothing was said is the text's own to say; no voice stands behind it.
    """
    if voice.lower in ("nobody", "none", "no-one") or any(t.lower == "no" for t in voice.below("det")):
        return True
    return voice.lower == "neither" or any(t.lower == "neither" for t in voice.children)


def undoubted(noun: Token) -> bool:
    """Whether "there is no doubt that" puts forward what follows, as whoever speaks does."""
    return noun.lemma == "doubt" and nothing_told(noun)


def nothing_told(noun: Token) -> bool:
    """Whether the sentence says only that there is none: "there were no reports of deaths"."""
    return none_of(noun) and noun.head.lemma == "be" and bool(noun.head.below("expl"))


@rule(
    "attribution.there_is_none",
    means="whoever speaks says that there is no evidence or word of something, which leaves it unknown",
    fires="There is no evidence [that the bridge was mined].",
    silent=("There is no evidence.", "There is evidence that the bridge was mined."),
    gives={"certainty": "unknown"},
)
def there_is_none(scene: Scene, noun: Token, row: Row) -> Found | None:
    """The clause behind "there is no evidence", "there was no confirmation", "there are no reports"."""
    verb = noun.head
    if not nothing_told(noun):
        return None
    low, high = scene.bounds(noun)
    that = next((t for t in scene.tokens[noun.i + 1 : min(high, noun.i + 4)] if t.lower == "that"), None)
    if that is None or that.head is that or that.tag not in ("IN", "WDT"):
        return None
    content = trimmed(scene.parse, that.i, min(max(scene.right(that.head), that.i + 1), high))
    if content is None:
        return None
    cue = Span(scene.tokens[max(low, scene.left(verb.below("expl")[0]))].start, noun.end)
    return Found((content,), (cue,), (), row, (row.because(noun.span), there_is_none.because(content)), verb)


@rule(
    "attribution.no_evidence",
    means="somebody has found or seen no evidence of something",
    fires="The monitors found no evidence [that the bridge was mined].",
    silent="The monitors found some evidence that the bridge was mined.",
)
def no_evidence(scene: Scene, noun: Token, row: Row) -> Found | None:
    """What there is no evidence of; who found or saw none does not know."""
    verb = noun.head
    voice = subject(verb) if noun.dep == "dobj" and verb.tag in VERBAL else None
    content = next(
        (c for c in noun.children if c.i > noun.i and (c.dep in ("acl", "relcl") or c.lower == "of")), None
    )
    if voice is None or content is None or voice.i > verb.i or lemma_of(verb) not in _LOOKING:
        return None
    start = scene.left(content) + (content.lower == "of")
    low, high = scene.bounds(noun)
    span = trimmed(scene.parse, max(start, noun.i + 1), min(scene.right(content), high))
    if span is None:
        return None
    cue = Span(verb_group(verb)[0].start, noun.end)
    return Found(
        (span,), (cue,), spans_of(noun_phrase(scene, voice, low, verb.i)), row,
        (row.because(noun.span), no_evidence.because(span)), verb, voice,
    )  # fmt: skip


@rule(
    "attribution.consistent_with",
    means="something is consistent with what is said",
    fires="The marks are consistent with [a fire that began indoors].",
    silent="The marks are consistent.",
)
def consistent_with(scene: Scene, token: Token, row: Row) -> Found | None:
    """What stands behind "with"; the thing that fits it is the voice."""
    by = next((c for c in token.children if c.lower == "with" and c.i > token.i), None)
    voice = subject(token.head) if token.head is not token else None
    if by is None or voice is None or voice.i > token.i:
        return None
    low, high = scene.bounds(token)
    span = trimmed(scene.parse, by.i + 1, min(scene.right(by), high))
    if span is None:
        return None
    group = verb_group(token.head)
    return Found(
        (span,), (Span(group[0].start, by.end),), spans_of(noun_phrase(scene, voice, low, group[0].i)), row,
        (row.because(token.span), consistent_with.because(span)), token, voice,
    )  # fmt: skip
