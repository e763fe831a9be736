"""What somebody informs of, tells of or speaks of: each "of" one thing told, and the clause behind ";".

"The field hospital informs us of 37 patients with burns and of wounds consistent with phosphorus", "the
clinic speaks of 26 dead; nine were women".
"""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.extract.attribution_cues import Cue
from firsthand.extract.attribution_found import Found, spans_of, trimmed
from firsthand.extract.attribution_grammar import FINITE, Scene, noun_phrase, own_subject
from firsthand.extract.attribution_verbs import CUES, lemma_of, speaks
from firsthand.resources.parser import Token
from firsthand.rules import rule
from firsthand.schema import Span

_INFORMS = frozenset({"inform", "notify", "advise", "apprise", "tell", "speak", "talk", "warn", "report"})


def with_informed(scene: Scene, found: list[Found], cues: list[Cue]) -> list[Found]:
    """The attributions with what somebody is said to inform of."""
    held = {span.start for one in found for span in one.cue}
    told = [
        informed_of(scene, cue) for cue in cues
        if cue.token.start not in held and cue.group[0].start not in held
    ]  # fmt: skip
    return [*found, *(one for one in told if one is not None)]


def with_parts(scene: Scene, found: list[Found]) -> list[Found]:
    """The attributions, two where "of" stands twice, and with what ";" adds to the figures of one."""
    seconds = [second for one in found if (second := second_of(scene, one)) is not None]
    every = [*found, *seconds]
    for one in every:
        behind = figure_behind_semicolon(scene, one)
        if behind is not None:
            one.content = (*one.content, behind)
            one.reasons = (*one.reasons, figure_behind_semicolon.because(behind))
    return every


@rule(
    "attribution.informed_of",
    means='who informs somebody "of" a number of dead, hurt or sick tells it',
    fires="The field hospital that we run informs us of [37 patients with burns].",
    silent="The field hospital informs us of its rules.",
)
def informed_of(scene: Scene, cue: Cue) -> Found | None:
    """What stands behind the first "of" that belongs to the verb, up to the end of the sentence."""
    verb = cue.token
    who = cue.voice or own_subject(verb)
    if cue.passive or who is None or lemma_of(verb) not in _INFORMS or who.i > verb.i:
        return None
    behind = scene.tokens[verb.i + 1 : min(cue.high, verb.i + _NEAR)]
    of = next((t for t in behind if t.lower == "of"), None)
    if of is None or any(
        t.tag in FINITE or t.text in (",", ";", ":") for t in scene.tokens[verb.i + 1 : of.i]
    ):
        return None
    opening = scene.next_to(of.i + 1)
    if opening is None or (opening.pos != "NUM" and opening.lower not in _SOME):
        return None
    content = trimmed(scene.parse, of.i + 1, cue.high)
    source = cue.source or noun_phrase(scene, who, cue.low, verb.i)
    row = CUES["verb"].lookup("tell")
    if content is None or not source or row is None:
        return None
    reasons = (row.because(verb.span), informed_of.because(content))
    return Found((content,), spans_of([verb]), spans_of(source), row, reasons, verb, who)


_NEAR = 8
_SOME = frozenset({"some", "several", "about", "around", "at", "over", "more", "nearly", "dozens", "scores"})


@rule(
    "attribution.second_of",
    means='"and of" behind what somebody informs or speaks of opens a second thing that the same voice tells',
    fires="The clinic speaks of forty wounded and of [burns typical of phosphorus].",
    silent="The clinic speaks of the nurses and doctors of the ward.",
)
def second_of(scene: Scene, one: Found) -> Found | None:
    """The second thing, cut from the first."""
    words = scene.parse.within(one.cue[-1]) if one.cue else []
    if not words or lemma_of(words[-1]) not in _INFORMS or not one.content or one.quoted:
        return None
    tokens = scene.parse.within(one.content[-1])
    before = scene.next_to(tokens[0].i - 1) if tokens else None
    opened = bool(tokens) and (tokens[0].lower == "of" or (before is not None and before.lower == "of"))
    joint = next(
        (n for n, t in enumerate(tokens[1:-2], 1) if t.lower == "and" and tokens[n + 1].lower == "of"), None
    )
    if not opened or joint is None or any(t.tag in FINITE for t in tokens[:joint]):
        return None
    kept = trimmed(scene.parse, tokens[0].i, tokens[joint].i)
    second = trimmed(scene.parse, tokens[joint + 2].i, tokens[-1].i + 1)
    if kept is None or second is None:
        return None
    one.content = (*one.content[:-1], kept)
    reasons = (*one.reasons[:1], second_of.because(second))
    return Found((second,), one.cue, one.source, one.row, reasons, one.verb, one.voice)


@rule(
    "attribution.figure_behind_semicolon",
    means="a part of the number that somebody gave, told behind a semicolon, is still of the same voice",
    fires="The clinic speaks of 26 dead; [nine were women].",
    silent=(
        "The clinic speaks of 26 dead; the army said that nine were women.",
        "The clinic speaks of 26 dead; the bridge is closed.",
    ),
)
def figure_behind_semicolon(scene: Scene, one: Found) -> Span | None:
    """The clause behind ";" whose subject is a number or a share of those counted before."""
    if (one.row is not None and one.row["kind"] != "report") or not one.source or not one.cue:
        return None
    if one.quoted or not one.content:
        return None
    told = scene.parse.within(one.content[-1])
    mark = scene.next_to(told[-1].i + 1) if told else None
    if mark is None or mark.text != ";" or not any(t.pos == "NUM" or t.lower in _MANY for t in told):
        return None
    high = scene.bounds(mark)[1]
    clause = scene.tokens[mark.i + 1 : high]
    number = next((t for t in clause[:3] if t.pos == "NUM" or t.lower in _SHARE), None)
    verb = next((t for t in clause if t.tag in FINITE), None)
    if number is None or verb is None or verb.i < number.i or not _counts_on(clause[: verb.i - mark.i - 1]):
        return None
    if any(speaks(t) and t.pos == "VERB" for t in clause) or any(t.text == ";" for t in clause):
        return None
    return trimmed(scene.parse, mark.i + 1, high)


_MANY = frozenset({"dozens", "scores", "hundreds", "dozen", "several"})
_SHARE = frozenset(
    {"dozen", "most", "many", "some", "half", "several", "others", "rest", "all", "none", "few"}
)
_FILL = frozenset({
    "a", "an", "the", "at", "least", "of", "them", "these", "those", "about", "more", "than", "over",
    "nearly", "another", "further",
})  # fmt: skip
_COUNTED = frozenset({"dead", "wounded", "killed", "victims", "bodies", "patients", "injured", "missing"})


def _counts_on(subject: Sequence[Token]) -> bool:
    """Whether a subject is a share of what was counted: "nine", "five of them", "most of the dead"."""
    return all(
        t.pos == "NUM" or t.lower in _FILL or t.lower in _SHARE or t.lower in _COUNTED or t.dep == "aux"
        for t in subject
    )
