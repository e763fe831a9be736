"""A name without a verb between two quotations: '"I ran," Irma Dolan, a nurse, "and did not look back."'."""

from __future__ import annotations

from firsthand.extract.attribution_found import Found, spans_of
from firsthand.extract.attribution_grammar import FINITE, Scene
from firsthand.extract.quotes import Quotation
from firsthand.resources.parser import Token
from firsthand.rules import rule

_LONGEST_NAME = 16
_SPEAKING = frozenset({"i", "we", "my", "our", "me", "us"})


@rule(
    "attribution.named_between",
    means="a name that stands between two quotations without a verb is who speaks in both",
    fires='["We ran all night,"] Irma Dolan, a nurse at the clinic, "and we did not look back."',
    silent='He read "The Long Night", Irma Dolan\'s memoir, and "The Quarry" in one week.',
    gives={"type": "direct"},
)
def named_between(scene: Scene, quotation: Quotation) -> Found | None:
    """Both quotations as words of the one who is named, where the words are somebody's own ("I", "we")."""
    start = scene.parse.first_from(quotation.span.end)
    behind = next(
        (
            q
            for token in scene.tokens[start + 1 : start + _LONGEST_NAME + 1]
            for q in scene.quotations_in(token.span)
            if q.depth == 0 and q.span.start >= quotation.span.end
        ),
        None,
    )
    if behind is None or behind.paragraph != quotation.paragraph or not quotation.closed:
        return None
    between = list(scene.tokens[start : scene.parse.first_from(behind.span.start)])
    name = _named(between)
    spoken = [t.lower for q in (quotation, behind) for t in scene.parse.within(q.inner)]
    if name is None or _SPEAKING.isdisjoint(spoken) or not scene.sentence_like(quotation):
        return None
    return Found(
        (quotation.span, behind.span), (), spans_of(name), voice=name[-1], quoted=True,
        reasons=(named_between.because(quotation.span),),
    )  # fmt: skip


def _named(between: list[Token]) -> list[Token] | None:
    """The name that opens some words, where no verb is among them and no sentence ends."""
    if any(t.tag in FINITE or t.text in (".", "!", "?", ";", ":") for t in between):
        return None
    name = []
    for token in between:
        if token.pos != "PROPN":
            break
        name.append(token)
    return name or None
