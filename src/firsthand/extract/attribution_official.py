""" "The official toll stands at twelve": the figure is that of the officials."""

from __future__ import annotations

import re

from firsthand.extract.attribution_found import Found, trimmed
from firsthand.extract.attribution_grammar import Scene
from firsthand.extract.attribution_verbs import CUES
from firsthand.extract.voices_known import Named
from firsthand.resources.parser import Token
from firsthand.rules import rule
from firsthand.schema import Span

_TOLL = re.compile(
    r"\b[Tt]he\s+(?:latest\s+|current\s+|provisional\s+|final\s+|first\s+)?"
    r"(?P<who>official|government(?:['’]s)?|army(?:['’]s)?|police)\s+"
    r"(?:(?:death|casualty|body)\s+)?(?:toll|tally|count|figure|balance)\s+"
    r"(?P<verb>(?:now\s+|still\s+|currently\s+)?"
    r"(?:stands?|stood|remains?|remained|is|was|rose|has\s+risen|climbed|has\s+climbed|went\s+up|reached|"
    r"has\s+reached|speaks)(?:\s+(?:now|still|currently))?)\s+(?:at|to|of)?"
)
_FARTHEST = 8
_TURNS = frozenset({"but", "while", "whereas", "although"})


def with_official_tolls(scene: Scene, found: list[Found]) -> list[Found]:
    """The attributions with the figures that the text calls official."""
    cued = [span for one in found for span in one.cue]
    more = []
    for match in _TOLL.finditer(scene.parse.text):
        one = official_toll(scene, match)
        if one is not None and not any(span.overlaps(cue) for span in one.cue for cue in cued):
            more.append(one)
    return [*found, *more]


@rule(
    "attribution.official_toll",
    means="an official toll is what officials say",
    fires="The official toll [stands at twelve].",
    silent="The toll stands at twelve.",
)
def official_toll(scene: Scene, match: re.Match[str]) -> Found | None:
    """The rest of the sentence from the verb on, with the body that the toll is called by as the voice."""
    first = scene.next_to(scene.parse.first_from(match.start()))
    who = scene.next_to(scene.parse.first_from(match.start("who")))
    verb = scene.next_to(scene.parse.first_from(match.start("verb")))
    row = CUES["verb"].lookup("say")
    if first is None or who is None or verb is None or row is None or scene.level(first) >= 0:
        return None
    low, high = scene.bounds(first)
    behind = scene.tokens[verb.i : min(high, verb.i + _FARTHEST)]
    stop = next((t.i for t in scene.tokens[verb.i : high] if t.text == ";" or t.lower in _TURNS), high)
    content = trimmed(scene.parse, first.i, stop)
    if content is None or not any(t.pos == "NUM" for t in behind) or low > first.i:
        return None
    told = Span(verb.start, content.end)
    return Found((content,), (), (who.span,), row, (official_toll.because(told),), verb, who)


@rule(
    "voice.officials",
    means='"official" before a toll stands for officials',
    fires="The [official] toll stands at twelve.",
    silent="The toll stands at twelve.",
    gives={"source_name": "officials"},
)
def officials(head: Token) -> Named | None:
    """The officials whose toll it is."""
    if head.lower != "official" or head.pos != "ADJ":
        return None
    return Named("officials", "government", None, (officials.because(head.span),), head)
