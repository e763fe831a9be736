"""A second voice with a clause and no verb: "the mayor says that nine died, and the army that none did"."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from firsthand.extract.attribution_found import Found, spans_of, trimmed
from firsthand.extract.attribution_gapped import head_of, may_speak, without
from firsthand.extract.attribution_grammar import FINITE, Scene
from firsthand.resources.parser import Token
from firsthand.rules import rule
from firsthand.schema import Span

_JOINTS = frozenset({"and", "while", "but", "whereas", ";"})
_BETWEEN = frozenset(
    {",", "and", "but", "or", ";", "that", "who", "which", "as", "when", "where", "because", "if"}
)
_LONGEST = 10
"""Words of a second voice."""


def with_that_of_another(scene: Scene, found: list[Found]) -> list[Found]:
    """The attributions with the second voices that share the verb of the first, out of its content."""
    kept = found
    for one in found:
        token = _that(scene, one)
        second = that_of_another(scene, one, token) if token is not None else None
        if second is None or any(a.overlaps(b) for a in second.source for o in found for b in o.source):
            continue
        whole = Span(second.source[0].start, second.content[0].end)
        kept = [*without(scene, kept, whole, ()), second]
    return kept


def _that(scene: Scene, one: Found) -> Token | None:
    """The second "that" of a content that opens with one, behind a joint and a few words."""
    if one.row is None or one.row["kind"] != "report" or one.quoted or not (one.source and one.content):
        return None
    tokens = scene.parse.within(one.content[0])
    if len(tokens) < _LONGEST // 2 or tokens[0].lower != "that" or one.source[0].start > one.content[0].start:
        return None
    return next((t for t in tokens[3:] if t.lower == "that" and t.tag in ("IN", "WDT")), None)


@rule(
    "attribution.that_of_another",
    means='a second voice shares the verb of the first: "and the army that nobody was hurt"',
    fires="The mayor says that nine people died, and the army that [nobody was hurt].",
    silent="The mayor says that nine people died, and that nobody was hurt.",
)
def that_of_another(scene: Scene, one: Found, that: Token) -> Found | None:
    """The voice between a joint and "that", with the clause behind it; None where the clause describes."""
    tokens = scene.tokens
    low = scene.parse.first_from(one.content[0].start)
    before = range(that.i - 1, max(low, that.i - _LONGEST), -1)
    joint = next((n for n in before if tokens[n].lower in _JOINTS), None)
    following = scene.next_to(that.i + 1)
    if joint is None or following is None or following.pos in ("VERB", "AUX", "ADV", "PUNCT"):
        return None
    if not any(t.tag in FINITE for t in tokens[low:joint]) or scene.level(that) >= 0:
        return None
    who = tokens[joint + 1 : that.i]
    head = head_of(who)
    end = scene.parse.within(one.content[0])[-1].i + 1
    if (
        head is None
        or not may_speak(head)
        or any(t.text == "," for t in who)
        or _describes(tokens[that.i + 1 : end])
    ):
        return None
    content = trimmed(scene.parse, that.i + 1, end)
    if content is None:
        return None
    return Found(
        (content,), (), spans_of(who), one.row, (that_of_another.because(content),), one.verb, head,
    )  # fmt: skip


def _describes(clause: Sequence[Token]) -> bool:
    """Whether words behind "that" belong to the noun: they end before the verb that the noun has."""
    finite = [n for n, t in enumerate(clause) if t.tag in FINITE]
    if not finite:
        return True
    pairs = itertools.pairwise(finite)
    return any(not any(t.lower in _BETWEEN for t in clause[a + 1 : b]) for a, b in pairs)
