"""Formulas by which a body tells: "The Ministry fulfils the painful duty of reporting that six guards died".

Bodies that publish their own words seldom say "said": they regret to announce, have the honour to inform,
bring to the knowledge of world opinion, make known to the nation. Who does so tells what stands behind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from firsthand.extract.attribution_found import Found, spans_of, trimmed
from firsthand.extract.attribution_grammar import FINITE, Scene
from firsthand.extract.attribution_verbs import CUES
from firsthand.resources.parser import Token
from firsthand.rules import rule
from firsthand.schema import Span

_TELL = (
    r"(?:report(?:ing)?|announc(?:e|ing)|inform(?:ing)?|stat(?:e|ing)|communicat(?:e|ing)|notify(?:ing)?|"
    r"advis(?:e|ing)|tell(?:ing)?|declar(?:e|ing)|acquaint(?:ing)?|appris(?:e|ing)|mak(?:e|ing)\s+known)"
)
_DUTY = (
    r"(?:fulfil(?:s|led)?|fulfill(?:s|ed)?|perform(?:s|ed)?|discharge[sd]?|has|have|had)"
    r"(?:\s+with\s+\w+(?:\s+\w+)?)?\s+(?:the|its|their|a|our)\s+(?:\w+\s+){0,2}?"
    r"(?:duty|honou?r|task|obligation|privilege|regret|sorrow|grief|misfortune|pleasure|satisfaction)"
    rf"\s+(?:of|to)\s+{_TELL}"
)
_REGRETS = (
    r"(?:(?:deeply|profoundly|sincerely|hereby|respectfully)\s+)?"
    r"(?:regret(?:s|ted)?|begs?|wish(?:es)?|would\s+like|desires?|"
    r"(?:is|are|was|were)\s+(?:\w+ly\s+)?(?:sorry|sad|saddened|grieved|pained|obliged|compelled|bound))"
    rf"\s+to\s+{_TELL}"
)
_BRINGS = (
    r"(?:brings?|brought)\s+to\s+the\s+(?:knowledge|attention|notice|awareness)\s+of|"
    r"(?:makes?|made)\s+(?:it\s+)?(?:publicly\s+)?known|lets?\s+it\s+be\s+known|(?:gives?|gave)\s+notice|"
    r"(?:places?|placed|puts?)\s+(?:it\s+)?on\s+record"
)
_FORMULA = re.compile(
    rf"\b(?:{_DUTY}|{_REGRETS}|{_BRINGS})(?:\s+(?!that\b)[\w’'-]+){{0,9}}?"
    r"(?:,?\s+that\s+|\s?:\s+|\s+of\s+(?=the\s+\w+\s+of\b|\d|(?:two|three|four|five|six|seven|eight|nine|ten)\b)|"
    r"(?<=announce)\s+(?=the\b|an?\b|\d)|(?<=announcing)\s+(?=the\b|an?\b|\d))"
)
_LONGEST_NAME = 12
"""Words of the body before the formula."""


def with_solemn(scene: Scene, found: list[Found]) -> list[Found]:
    """The attributions with those that a formula opens, which take the place of what its words alone gave."""
    told = [
        one for match in _FORMULA.finditer(scene.parse.text)
        if (one := solemnly(scene, Span(*match.span()))) is not None
    ]  # fmt: skip
    if not told:
        return found
    formulas = [span for one in told for span in one.cue]
    return [
        *(one for one in found if not any(f.overlaps(span) for f in formulas for span in one.cue)),
        *told,
    ]


@rule(
    "attribution.solemnly",
    means="a body that has the duty to announce, regrets to inform or makes known to all tells it",
    fires=(
        "The Ministry fulfils the sad duty of announcing that [six guards were killed].",
        "The Council brings to the attention of the nations that [a plane bombed the port].",
        "The Union regrets to inform its members that [two drivers were beaten].",
    ),
    silent=(
        "The Ministry has the duty to protect the guards that were hurt.",
        "The Council brought a letter to the port that was bombed.",
    ),
)
def solemnly(scene: Scene, formula: Span) -> Found | None:
    """Who stands before the formula, and the rest of the sentence behind it."""
    first = scene.next_to(scene.parse.first_from(formula.start))
    row = CUES["verb"].lookup("announce")
    if first is None or row is None or scene.level(first) >= 0:
        return None
    low, high = scene.bounds(first)
    words = _body(scene.tokens[low : first.i])
    behind = scene.parse.first_from(formula.end)
    content = trimmed(scene.parse, behind, high) if behind < high else None
    if not words or content is None or len(scene.parse.within(content)) < _FEWEST:
        return None
    last = scene.tokens[behind - 1]
    cue = Span(first.start, last.start if last.lower in ("that", ":", "of") else last.end)
    cue = Span(cue.start, cue.start + len(scene.parse.text[cue.start : cue.end].rstrip(" ,\n")))
    inside = {t.i for t in words}
    head = next((t for t in words if t.head.i not in inside and t.pos in _NOMINAL), words[-1])
    reasons = (row.because(cue), solemnly.because(content))
    return Found((content,), (cue,), spans_of(words), row, reasons, first, head)


_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_FEWEST = 2


def whom_told(noun: Token) -> bool:
    """Whether an opinion is no view but the people who hear it: "informs national opinion that"."""
    return noun.lemma == "opinion" and any(c.lower in _OF_ALL for c in noun.below("amod", "compound"))


_OF_ALL = frozenset({"public", "world", "national", "international", "domestic", "foreign", "popular"})


def _body(words: Sequence[Token]) -> list[Token]:
    """The words right before the formula that can name who tells: no clause, nothing a comma sets off."""
    named = list(words)
    commas = [n for n, t in enumerate(named) if t.text in (",", ";", ":", "—", "–", "-")]
    if commas:
        named = named[commas[-1] + 1 :]
    if not 0 < len(named) <= _LONGEST_NAME or not any(t.pos in _NOMINAL for t in named):
        return []
    speaks_itself = named[-1].pos in _NOMINAL or named[-1].lower in (")", "also", "hereby")
    clear = not any(t.tag in FINITE or t.lower in ("that", "who", "which", "it", "there") for t in named)
    return named if speaks_itself and clear else []
