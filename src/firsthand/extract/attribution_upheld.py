"""What somebody keeps to: "stood by its figure of nine", "sticks to 38", "holds to its version that".

Whoever keeps to a figure or an account tells it, though no verb of saying does.
"""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.extract.attribution_ends import noun_end
from firsthand.extract.attribution_found import Found, spans_of, trimmed
from firsthand.extract.attribution_grammar import Scene, noun_phrase, subject, verb_group
from firsthand.extract.attribution_verbs import CUES
from firsthand.extract.voices_kinds import kind_of_word
from firsthand.resources.parser import Token
from firsthand.rules import rule
from firsthand.schema import Span

_KEEPING = {
    "stand": ("by", "behind"),
    "stick": ("to", "by", "with"),
    "hold": ("to", "by"),
    "keep": ("to",),
    "abide": ("by",),
    "cling": ("to",),
    "adhere": ("to",),
}
_STUCK = {"stood": "stand", "stuck": "stick", "held": "hold", "kept": "keep", "clung": "cling"}
_FIGURES = frozenset({"figure", "count", "toll", "tally", "number", "estimate"})
_ACCOUNTS = frozenset({
    "account", "version", "claim", "story", "statement", "finding", "report", "assessment", "conclusion",
    "allegation", "accusation", "assertion", "testimony", "explanation", "position", "narrative", "line",
})  # fmt: skip
_SPEAKERS = frozenset({"person", "unnamed", "force", "government", "organisation", "outlet"})
_MEASURED = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})
_UNCOUNTED = frozenset({"side", "lane", "rule", "meal", "day", "hour", "week", "road", "promise", "drink"})


def with_upheld(scene: Scene, found: list[Found]) -> list[Found]:
    """The attributions with what somebody keeps to, which takes the place of what its noun alone gave."""
    made = [one for token in scene.tokens if (one := _kept(scene, token)) is not None]
    if not made:
        return found
    told = {span for one in made for span in one.content}
    nouns = [span for one in made for span in one.cue]
    return [
        *(
            one
            for one in found
            if not any(n.overlaps(span) for n in nouns for span in one.cue)
            and not (one.content and one.content[0] in told)
        ),
        *made,
    ]


def _kept(scene: Scene, token: Token) -> Found | None:
    verb = _STUCK.get(token.lower, token.lemma)
    if token.tag[:2] != "VB" or verb not in _KEEPING:
        return None
    to = next((c for c in token.children if c.lower in _KEEPING[verb] and c.i > token.i), None)
    if to is None:  # "holds fast to", "is holding firm to"
        to = next((c for a in token.below("advmod", "acomp") for c in a.below("prep")), None)
    if to is None or to.lower not in _KEEPING[verb]:
        return None
    kept = next(iter(to.below("pobj")), None)
    return upheld(scene, token, to, kept) if kept is not None else None


@rule(
    "attribution.upheld",
    means="who stands by or keeps to a figure, an account or a claim tells what it says",
    fires=(
        "The union stood by [its figure of 300 fugitives].",
        "The council sticks to its version that [the market was mined].",
        "The governor keeps to [38 missing pupils].",
    ),
    silent=("The union stood by the gate of the prison.", "The governor keeps to two meals."),
)
def upheld(scene: Scene, verb: Token, to: Token, kept: Token) -> Found | None:
    """The figure with what it counts, or the clause of the account; who keeps to it is the verb's subject."""
    low, high = scene.bounds(verb)
    who = _behind_semicolon(scene, subject(verb), verb)
    row = CUES["verb"].lookup("maintain")
    if row is None or who is None or not low <= who.i < verb.i or not _can_keep(who):
        return None
    content = _told(scene, to, kept, high)
    source = noun_phrase(scene, who, low, verb.i)
    if content is None or not source:
        return None
    group = verb_group(verb)
    first, last = min(t.i for t in group), scene.parse.first_from(content.start) - 1
    while last > to.i and scene.tokens[last].lower in ("that", ":"):
        last -= 1
    cue = Span(scene.tokens[first].start, scene.tokens[last].end)
    reasons = (upheld.because(content),)
    return Found((content,), (cue,), spans_of(source), row, reasons, verb, who)


def _behind_semicolon(scene: Scene, who: Token | None, verb: Token) -> Token | None:
    """The subject behind the last semicolon, where the parse hung one before it on the verb."""
    if who is None or all(t.text != ";" for t in scene.tokens[who.i : verb.i]):
        return who
    before = scene.tokens[verb.i - 1]
    return before if before.pos in ("NOUN", "PROPN") else None


def _can_keep(who: Token) -> bool:
    if who.pos == "PRON":
        return who.lower in ("he", "she", "it", "they", "who", "which")
    return who.entity in ("PERSON", "ORG", "GPE", "NORP") or kind_of_word(who) in _SPEAKERS or _owns(who)


def _owns(who: Token) -> bool:
    """A common noun of somebody: one that is called by what he does ("the owner of the ship")."""
    return who.pos == "NOUN" and who.lower.endswith(("er", "ers", "or", "ors", "ist", "ists"))


def _told(scene: Scene, to: Token, kept: Token, high: int) -> Span | None:
    """What is kept to: the clause behind an account, the figure with its noun, or a number alone."""
    if kept.lemma in _ACCOUNTS or kept.lemma in _FIGURES:
        clause = _clause(scene, kept, high)
        if clause is not None:
            return clause
    if kept.lemma in _FIGURES:
        counts = [t for t in kept.subtree() if t.tag == "CD"]
        whose = kept.below("poss") or kept.below("det")
        return _whole(scene, to, kept, high) if counts and whose else None
    number = kept if kept.tag == "CD" else next(iter(kept.below("nummod")), None)
    if number is None or number.entity in _MEASURED or kept.lemma in _UNCOUNTED or to.lower == "with":
        return None
    if number.lower in ("one", "two") or not _plain(kept):
        return None
    return _whole(scene, to, kept, high)


def _plain(kept: Token) -> bool:
    return not kept.below("poss") and kept.entity not in _MEASURED


def _clause(scene: Scene, noun: Token, high: int) -> Span | None:
    following = scene.next_to(noun.i + 1)
    if following is None or following.i >= high or following.lower not in ("that", ":"):
        return None
    return trimmed(scene.parse, following.i + 1, noun_end(scene, following.i, high))


def _whole(scene: Scene, to: Token, kept: Token, high: int) -> Span | None:
    return trimmed(scene.parse, to.i + 1, _end(scene, kept, high))


def _end(scene: Scene, noun: Token, high: int) -> int:
    """Where the noun's own words end."""
    inside: Sequence[Token] = [t for t in noun.subtree() if t.i < high]
    last = max(t.i for t in inside) + 1 if inside else noun.i + 1
    return next((t.i for t in scene.tokens[noun.i : last] if t.text in (";", ".")), last)
