"""Denials hung on what others say: "a drone hit the convoy, a claim that the ministry rejects"."""

from __future__ import annotations

from firsthand.extract.attribution_found import Found, minus, spans_of, trimmed
from firsthand.extract.attribution_grammar import Scene, comma_before, noun_phrase, own_subject, verb_group
from firsthand.extract.attribution_verbs import row_of_verb
from firsthand.resources.parser import Token
from firsthand.rules import Row, rule
from firsthand.schema import Span

_CHARGES = frozenset(
    {"claim", "allegation", "charge", "accusation", "assertion", "report", "statement", "version"}
)
_CLAUSES = ("ccomp", "xcomp", "acomp")


def with_denials(scene: Scene, found: list[Found]) -> list[Found]:
    """The attributions with the denials that hang on them, whose words are taken out of what is denied."""
    made: list[Found] = []
    nouns: set[int] = set()
    for token in scene.tokens:
        if (
            token.dep not in ("relcl", "acl", "ccomp")
            or (row := row_of_verb(scene, token)) is None
            or row.get("polarity") != "-"
        ):
            continue
        hung = denied_behind(scene, token, row, found)
        if hung is not None:
            made.append(hung)
            nouns.add(token.head.i)
    return [*(one for one in found if one.verb is None or one.verb.i not in nouns), *made]


@rule(
    "attribution.denied_behind",
    means='a denial hangs on what is said: ", a claim that the ministry rejected", ", which the army denies"',
    fires="The charity said that a drone hit the convoy, [a claim] that the ministry rejected.",
    silent="The charity made a claim that the ministry rejected.",
)
def denied_behind(scene: Scene, verb: Token, row: Row, found: list[Found]) -> Found | None:
    """The denial: of "a claim", or of what "which" stands for, what is said before the comma."""
    who, opens = own_subject(verb), _opening(scene, verb)
    if who is None or opens is None or any(c.dep in _CLAUSES and c.i > verb.i for c in verb.children):
        return None
    low = scene.bounds(verb)[0]
    start, end = scene.tokens[opens].start, scene.tokens[scene.right(verb) - 1].end
    outer = [o for o in found if o.verb is not None and o.verb.sentence == verb.sentence and o.verb.i < opens]
    for one in outer:
        kept = minus(one.content, (Span(start, end),))
        if kept and kept != one.content:
            one.content = tuple(s for piece in kept if (s := _without_comma(scene, piece)) is not None)
    said = max(
        (o for o in outer if o.row is not None and o.row["kind"] == "report"), key=_reach, default=None
    )
    clause = trimmed(scene.parse, low, opens)
    content = said.content if said is not None else (clause,) if clause is not None else ()
    if verb.head.i >= opens:
        content = spans_of(scene.tokens[opens : verb.head.i + 1])
    source = noun_phrase(scene, who, opens, verb.i)
    if not content or not source:
        return None
    content = tuple(piece for span in content if (piece := _without_comma(scene, span)) is not None)
    return Found(
        content, spans_of(verb_group(verb)), spans_of(source), row,
        (row.because(verb.span), denied_behind.because(content[0])), verb, who,
    )  # fmt: skip


def _reach(one: Found) -> int:
    return one.content[-1].end


def _without_comma(scene: Scene, span: Span) -> Span | None:
    tokens = scene.parse.within(span)
    return trimmed(scene.parse, tokens[0].i, tokens[-1].i + 1) if tokens else None


def _opening(scene: Scene, verb: Token) -> int | None:
    """The first token behind the comma of "a claim that X denies" or "which X denies"; None for neither."""
    noun = verb.head
    if noun.dep in ("appos", "dep", "npadvmod", "dobj") and noun.lemma in _CHARGES:
        first = scene.tokens[scene.left(noun)]
        return first.i if comma_before(scene, first) else None
    which = next((c for c in verb.children if c.lower == "which" and c.i < verb.i), None)
    if which is None or which.dep != "dobj" or not comma_before(scene, which):
        return None
    return which.i if noun.dep in ("dobj", "pobj", "nsubj") and noun.i == which.i - 2 else None
