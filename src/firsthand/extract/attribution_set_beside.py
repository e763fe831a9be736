"""Figures that a sentence sets beside another voice's: "16 dead, not nine as the government maintains"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.extract.attribution_found import Found, spans_of
from firsthand.extract.attribution_gapped import head_of, may_speak, sets_of_numbers, without
from firsthand.extract.attribution_grammar import Scene
from firsthand.extract.attribution_verbs import CUES
from firsthand.resources.parser import Sentence
from firsthand.rules import rule
from firsthand.schema import Span

NUMBER = (
    r"(?:(?:at least|about|around|some|only|just|nearly|almost|more than|over|fewer than|up to|"
    r"as many as)\s+)?"
    r"(?:\d[\d,]*(?:\.\d+)?|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?|(?:one|two|three|four|five|"
    r"six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|a dozen|dozens)\b)"
    r"(?:\s+(?:hundred|thousand|million|dozen))?"
)
_TOLL = r"(?:death toll|toll|figure|count|tally|total|estimate|number|reckoning)"
_SAYS = (
    r"(?:admit|acknowledg|maintain|claim|insist|report|conced|announc|confirm|acknowledge|concede|announce|"
    r"assert|estimat|estimate|recogni[sz]|recogni[sz]e)(?:s|ed)|says?|said|gives?|gave|has given|have given|"
    r"put out|puts out|admit|acknowledge|maintain|claim|insist|report|concede|recogni[sz]e"
)
_GIVEN = (
    r"(?:acknowledged|admitted|reported|given|claimed|conceded|confirmed|announced|listed|counted|recorded|"
    r"registered|cited|put out|put forward|stated|recogni[sz]ed)"
)
WHO = r"(?:(?:the|an?|his|her|its|their)\s+)?[^\W\d_][^,;.:()\"“”]{1,60}?"
_AGAINST = (
    r"(?:(?:more than|nearly|almost|about|roughly|over|well over|at least|some|far)\s+)?"
    r"(?:not|against|versus|compared (?:with|to)|rather than|instead of|as opposed to|(?:higher|lower|more|"
    r"fewer|less|larger|smaller|greater) than|(?:well |far )?(?:above|below)|double|twice|triple|half|"
    r"(?:three|four|five|six|ten) times|contradict(?:s|ed|ing)|disput(?:es|ed|ing)|reject(?:s|ed|ing))"
)
_NOUN = r"(?:\s+(?:dead|killed|wounded|injured|missing|(?!as\b|by\b|that\b|said\b)[a-z]+s)\b)?"
_END = r"(?=\s*(?:[,;.:)–—]|$))"

_MAINTAINED = re.compile(
    rf"\b{_AGAINST}\s+(?:the\s+)?(?:(?:official\s+)?{_TOLL}\s+of\s+)?(?P<n>{NUMBER}{_NOUN})"
    rf"(?:,?\s+(?:as|that|which))?\s+(?P<who>{WHO})\s+(?:has\s+|have\s+|had\s+)?(?P<cue>{_SAYS}){_END}"
)
_GIVEN_BY = re.compile(
    rf"\b{_AGAINST}\s+(?:the\s+)?(?:(?:official\s+)?{_TOLL}\s+of\s+)?(?P<n>{NUMBER}{_NOUN})"
    rf",?\s+(?:as\s+)?(?P<cue>{_GIVEN}(?:\s+(?:so far|earlier|publicly))?\s+by)\s+(?P<who>{WHO}){_END}"
)
_FIGURE_OF = re.compile(
    rf"\b{_AGAINST}\s+(?P<who>{WHO})(?:['’]s?)?\s+(?:own\s+|official\s+|earlier\s+|latest\s+)*{_TOLL}\s+of\s+"
    rf"(?P<n>{NUMBER}{_NOUN}){_END}"
)


def with_figures_beside(scene: Scene, found: list[Found]) -> list[Found]:
    """The attributions with those figures that a sentence sets against them, taken out of the others."""
    kept = found
    for sentence in sets_of_numbers(scene):
        for one, whole in _set_beside(scene, sentence):
            kept = [*without(scene, kept, whole, one.cue), one]
    return kept


def _set_beside(scene: Scene, sentence: Sentence) -> Iterator[tuple[Found, Span]]:
    start, end = sentence.span
    for pattern in (_MAINTAINED, _GIVEN_BY, _FIGURE_OF):
        for match in pattern.finditer(scene.parse.text, start, end):
            one = set_against(scene, match)
            if one is not None:
                yield one, Span(match.start(), match.end())


@rule(
    "attribution.set_against",
    means='a figure set against another is that of its own voice: "not nine as police say"',
    fires="The mayor said 16 people died, [not nine as the government maintains].",
    silent="The mayor said 16 people died, not nine.",
)
def set_against(scene: Scene, match: re.Match[str]) -> Found | None:
    """The figure as what its own voice puts forward, with the cue where the words have one."""
    parse = scene.parse
    who = parse.within(Span(*match.span("who")))
    head = head_of(who)
    row = CUES["verb"].lookup("say")
    if head is None or row is None or not may_speak(head) or scene.level(head) >= 0:
        return None
    figure = Span(*match.span("n"))
    cue = (Span(*match.span("cue")),) if "cue" in match.re.groupindex else ()
    reasons = (set_against.because(Span(*match.span())),)
    verb = parse.within(cue[0])[0] if cue else head
    return Found((figure,), cue, spans_of(who), row, reasons, verb, head)
