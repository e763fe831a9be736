"""Claims that a fact-check sets out and judges: "Claim: ...", "Verdict: False", "We rate this as misleading".

The claim is somebody's, nobody named where it names nobody; the verdict is the checker's, who publishes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.extract.attribution_cues import CUES
from firsthand.extract.attribution_found import Found, trimmed
from firsthand.extract.attribution_grammar import FINITE, Scene
from firsthand.extract.voices_kinds import kind_of_word
from firsthand.rules import Row, rule
from firsthand.schema import Span

_LABEL = re.compile(r"\W{0,4}(?:the |viral |false )?(?:claim|rumou?r|myth|what was claimed)(?= ?: ?\S)", re.I)
_VERDICT = re.compile(
    r"(?:\b(?:verdict|rating|ruling|conclusion|assessment)(?: is)? ?[:–—-] ?"
    r"|\bwe (?:rate|rated|find|judge) (?:(?:this|the|that) (?:claim|post|video|statement)|this|it)"
    r"(?: to be| as)?:? )"
    r"(?:this is |mostly |partly |largely |totally |entirely )?(?P<word>no evidence|[a-z]+)",
    re.I,
)
_FARTHEST = 400
"""Characters at the head of a paragraph in which a verdict is looked for."""


def with_checked(scene: Scene, found: list[Found]) -> list[Found]:
    """The attributions with the claims that a fact-check sets out, and its verdicts on them."""
    text = scene.parse.text
    judged = [
        (match, row)
        for match in _verdicts(scene)
        if (row := CUES["verdict"].lookup(match["word"].lower())) is not None
    ]
    set_out = [one for each in scene.document.paragraphs if (one := labelled(scene, each)) is not None]
    labels = [span for one in set_out for span in one.cue]
    kept = [one for one in found if not any(label.overlaps(span) for label in labels for span in one.cue)]
    every = [*kept, *set_out]
    made = []
    for match, row in judged:
        last = max((one for one in set_out if one.start < match.start()), key=lambda o: o.start, default=None)
        target = last or _first_told(kept, match.start())
        word = Span(*match.span("word"))
        if target is not None and text[word.start : word.end].strip():
            start = match.start() + (len(match.group()) - len(match.group().lstrip()))
            made.append(verdict(target, Span(start, word.end), word, row))
    return [*every, *(one for one in made if one is not None)]


def _verdicts(scene: Scene) -> Iterator[re.Match[str]]:
    for paragraph in scene.document.paragraphs:
        yield from _VERDICT.finditer(scene.parse.text, paragraph.start, paragraph.end)


@rule(
    "attribution.checked_claim",
    means='what stands behind the label "Claim:" is claimed by somebody, whom nobody names',
    fires="Claim: [Rebels poisoned the wells].",
    silent="Note: Rebels poisoned the wells.",
    gives={"certainty": "possible"},
)
def labelled(scene: Scene, paragraph: Span) -> Found | None:
    """The claim behind a label, up to the verdict where that stands in the same paragraph."""
    text = scene.parse.text
    match = _LABEL.match(text, paragraph.start, min(paragraph.end, paragraph.start + _FARTHEST))
    row = CUES["noun"].lookup("claim")
    if match is None or row is None:
        return None
    judged = _VERDICT.search(text, match.end(), paragraph.end)
    end = judged.start() if judged is not None else paragraph.end
    first = scene.parse.first_from(match.end())
    content = trimmed(scene.parse, first + 1, scene.parse.first_from(end))
    if content is None or not any(t.tag in FINITE for t in scene.parse.within(content)):
        return None
    label = Span(match.end() - len(match.group().lstrip(" *_#-–—•>\t")), match.end())
    return Found((content,), (label,), (), row, (row.because(label), labelled.because(content)))


@rule(
    "attribution.verdict",
    means="the verdict of a fact-check is the publisher's, on the claim that it set out before",
    fires="Claim: Rebels poisoned the wells.\n\nVerdict: [False]",
    silent="Verdict: False",
    gives={"polarity": "-"},
)
def verdict(target: Found, cue: Span, word: Span, row: Row) -> Found | None:
    """The checker's word on the claim's own content."""
    return Found(target.content, (cue,), (), row, (row.because(word), verdict.because(word)))


def _first_told(found: list[Found], before: int) -> Found | None:
    """What a post or nobody in particular is said to claim at the head of a text, above its verdict."""
    for one in sorted(found, key=lambda one: one.start):
        if one.content[0].start >= before or not one.cue or one.row is None:
            continue
        posted = one.voice is not None and kind_of_word(one.voice) in ("document", "footage")
        told = one.row.get("polarity", "+") == "+" and one.row.get("kind") == "report"
        return one if told and (posted or not one.source) else None
    return None
