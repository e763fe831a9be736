"""A toll by whose count it is: "the ministry's figure is nine", "police gave the toll as four"."""

from __future__ import annotations

import re

from firsthand.extract.attribution_found import Found, spans_of, trimmed
from firsthand.extract.attribution_gapped import head_of, may_speak
from firsthand.extract.attribution_grammar import Scene
from firsthand.extract.attribution_set_beside import NUMBER, WHO
from firsthand.extract.attribution_verbs import CUES
from firsthand.rules import Construction, rule
from firsthand.schema import Span

_CALLED = (
    r"(?:(?:own|official|latest|current|provisional|preliminary|initial|first|last|revised|final|earlier|"
    r"new)\s+)*"
)
_TOLL = (
    r"(?:(?:death|casualty|body)\s+)?(?:toll|figure|count|tally|total|estimate|reckoning|number)"
    r"(?:\s+(?:of|for|among)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}?[a-z]+)??"
)
_STANDS = (
    r"(?:(?:now|still|currently)\s+)?(?:stands?\s+at|stood\s+at|remains?(?:\s+at)?|remained(?:\s+at)?|is|was|"
    r"rose\s+to|has\s+risen\s+to|reached|has\s+reached)(?:\s+(?:now|still|currently))?"
)
_OWN = re.compile(rf"(?P<who>{WHO})['’]s?\s+{_CALLED}(?P<said>{_TOLL}\s+{_STANDS}\s+{NUMBER})")
_GAVE = re.compile(
    rf"(?P<who>{WHO})\s+(?P<said>(?:(?:has|have|had)\s+)?(?:g[ai]ve|gives|given|issued|revised|raised|lowered|"
    rf"reduced|updated|corrected|cut)\s+(?:an?|the|its|their)\s+{_CALLED}{_TOLL}\s+(?:from\s+{NUMBER}\s+)?"
    rf"(?:of|as|at|to)\s+{NUMBER})"
)
_BY = re.compile(
    rf",?\s+(?P<said>(?:by|on|going by)\s+(?P<who>{WHO})['’]s?\s+{_CALLED}"
    r"(?:count|tally|reckoning|estimate|figures|records))(?=\s*(?:[,;.)]|$))"
)
_OPENS = re.compile(r"(?:^|[;:–—\"“]|,)\s*(?:(?:and|but|while|whereas)\s+)?$|\b(?:but|while|whereas|and)\s+$")
_CLOSES = re.compile(r";|,?\s+(?:but|while|whereas|although|though)\s|,\s+and\s|\s[–—]\s")


def with_counts(scene: Scene, found: list[Found]) -> list[Found]:
    """The attributions with the tolls that a sentence gives by their counters."""
    more: list[Found] = []
    for sentence in scene.parse.sentences:
        if not any(token.pos == "NUM" for token in scene.parse.tokens_of(sentence)):
            continue
        start, end = sentence.span
        for pattern, construction in ((_OWN, toll_of), (_GAVE, toll_of), (_BY, by_count)):
            for match in pattern.finditer(scene.parse.text, start, end):
                more += _new(scene, construction, match, Span(start, end), [*found, *more])
    return [*found, *more]


def _new(
    scene: Scene,
    construction: Construction[..., Found],
    match: re.Match[str],
    sentence: Span,
    found: list[Found],
) -> list[Found]:
    """What a construction makes of words in which no voice has been found so far."""
    told = Span(*match.span("said"))
    here = [one for one in found if any(sentence.holds(span) for span in one.content)]
    if any(
        told.overlaps(span) or Span(*match.span("who")).overlaps(source)
        for one in here
        for span in (*one.cue, *one.content)
        for source in (one.source or (told,))
    ):
        return []
    one = construction(scene, match, sentence)
    return [one] if one is not None else []


@rule(
    "attribution.toll_of",
    means="a toll is told by the voice that it is the toll of, or that gives it",
    fires=["The ministry's [figure is nine].", "Security forces [gave the death toll as seven]."],
    silent="The bridge's figure is nine.",
)
def toll_of(scene: Scene, match: re.Match[str], sentence: Span) -> Found | None:
    """The clause in which the toll stands, from its voice on."""
    text = scene.parse.text
    start = match.start("who")
    before = text[sentence.start : start]
    if before.strip() and _OPENS.search(before) is None:
        return None
    stop = _CLOSES.search(text, match.end(), sentence.end)
    content = Span(start, stop.start() if stop else sentence.end)
    return _found(scene, match, content, toll_of)


@rule(
    "attribution.by_count",
    means="what is so by a body's count is what that body says: \"nine died by the ministry's count\"",
    fires="Nine people were killed [by the ministry's count].",
    silent="Nine people were killed by the ministry's guards.",
)
def by_count(scene: Scene, match: re.Match[str], sentence: Span) -> Found | None:
    """The clause before the count."""
    text = scene.parse.text
    before = text[sentence.start : match.start()]
    opened = max((m.end() for m in _CLOSES.finditer(before)), default=0)
    content = Span(sentence.start + opened, match.start())
    if not any(t.pos == "NUM" for t in scene.parse.within(content)):
        return None
    return _found(scene, match, content, by_count)


def _found(scene: Scene, match: re.Match[str], content: Span, why: Construction[..., Found]) -> Found | None:
    who = scene.parse.within(Span(*match.span("who")))
    head, row = head_of(who), CUES["verb"].lookup("say")
    tokens = scene.parse.within(content)
    if head is None or row is None or not tokens or not may_speak(head) or scene.level(head) >= 0:
        return None
    words = trimmed(scene.parse, tokens[0].i, tokens[-1].i + 1)
    if words is None or scene.sentence(head).i != tokens[-1].sentence:
        return None
    told = Span(*match.span("said"))
    return Found((words,), (), spans_of(who), row, (why.because(told),), head, head)
