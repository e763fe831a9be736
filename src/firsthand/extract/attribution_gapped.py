"""A second voice with a figure and no verb: "the army said four people died and the rebels six"."""

from __future__ import annotations

from firsthand.extract.attribution_found import Found, spans_of, trimmed
from firsthand.extract.attribution_grammar import Scene
from firsthand.extract.voices_kinds import is_name, kind_of_word
from firsthand.resources.parser import Token
from firsthand.rules import rule
from firsthand.schema import Span

_LONGEST = 9
"""Words of a second voice and its figure."""
_SPEAKING = frozenset({"force", "government", "organisation", "outlet", "unnamed", "person"})


def with_gapped(scene: Scene, found: list[Found]) -> list[Found]:
    """The attributions with the second voices that their contents end in, taken out of these."""
    return [*found, *(second for one in found if (second := figure_of_another(scene, one)) is not None)]


@rule(
    "attribution.figure_of_another",
    means='a second voice gives its own figure without a verb: "and the rebels six"',
    fires="The army said four people were killed and the rebels [six].",
    silent="The army said four people were killed and six hurt.",
)
def figure_of_another(scene: Scene, one: Found) -> Found | None:
    """The voice and its figure at the end of a content that gives a figure before them."""
    if one.row is None or one.row["kind"] != "report" or not one.source or not one.content or one.quoted:
        return None
    tokens = [t for t in scene.parse.within(one.content[-1]) if t.pos != "SPACE"]
    number = next((t for t in reversed(tokens[-2:]) if t.pos == "NUM"), None)
    if number is None:
        return None
    at = number.i - tokens[0].i
    before = range(at - 1, max(0, at - _LONGEST), -1)
    joint = next((n for n in before if tokens[n].lower in ("and", ",", "while", "but")), None)
    if joint is None or not any(t.pos == "NUM" for t in tokens[:joint]):
        return None
    who = [t for t in tokens[joint + 1 : at] if t.lower not in ("at", "for", "about", ",", "only", "just")]
    head = who[-1] if who else None
    if head is None or not _may_speak(head) or any(t.pos in ("VERB", "AUX", "NUM", "PRON") for t in who):
        return None
    kept = trimmed(scene.parse, tokens[0].i, tokens[joint].i)
    figure = Span(tokens[at].start, tokens[-1].end)
    if kept is None:
        return None
    one.content = (*one.content[:-1], kept)
    reasons = (figure_of_another.because(figure),)
    return Found((figure,), one.cue, spans_of(who), one.row, reasons, one.verb, head)


def _may_speak(head: Token) -> bool:
    return kind_of_word(head) in _SPEAKING or is_name(head)
