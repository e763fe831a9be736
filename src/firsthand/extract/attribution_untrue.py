"""What is called untrue: "the claim that our troops fired is false", "does not correspond to reality"."""

from __future__ import annotations

from firsthand.extract.attribution_cues import CUES
from firsthand.extract.attribution_found import Found, trimmed
from firsthand.extract.attribution_grammar import Scene, verb_group
from firsthand.resources.parser import Token
from firsthand.rules import Row, rule
from firsthand.schema import Span

_UNTRUE, _NOUNS = CUES["untrue"], CUES["noun"]
_LINKING = frozenset({"be", "prove", "remain", "seem", "appear"})
_MATCHING = frozenset({"correspond", "match", "reflect", "conform", "agree"})
_SAID = frozenset(
    {"information", "news", "statement", "story", "footage", "video", "word", "message", "version"}
)
"""Nouns that can be called untrue, besides those that name something said."""


def with_untrue(scene: Scene, found: list[Found]) -> list[Found]:
    """The attributions with the denials in which something told is called untrue.

    What only nobody told is then denied and no more; what a named voice told stays its claim beside it.
    """
    made, gone = [], set[int]()
    for one in found:
        noun = _noun_of(one)
        if noun is None or (denial := called_untrue(scene, noun, one, found)) is None:
            continue
        made.append(denial)
        if not one.source:
            gone.add(id(one))
    return [*(one for one in found if id(one) not in gone), *made] if made else found


def _noun_of(one: Found) -> Token | None:
    """The noun whose clause a content is: "the claim that ...", "information, according to which ..."."""
    if one.verb is None:
        return None
    noun = told_noun(one.verb) if one.verb.lower == "according" else one.verb
    if noun is None:
        return None
    told = _NOUNS.lookup(noun.lemma) is not None or noun.lemma in _SAID
    return noun if told and noun.pos == "NOUN" and noun.dep in ("nsubj", "nsubjpass") else None


@rule(
    "attribution.called_untrue",
    means="what was told is called false: whoever says so denies it",
    fires="The ministry said the claim [that the bridge was mined] was false.",
    silent="The ministry said the claim that the bridge was mined was under study.",
    gives={"polarity": "-"},
)
def called_untrue(scene: Scene, noun: Token, told: Found, found: list[Found]) -> Found | None:
    """The denial, by whoever's words the sentence is; by nobody named where it is the publisher's own."""
    verb = noun.head
    judged = next((by for v in (verb, *verb.below("conj")) if (by := _judgement(v))), None)
    if judged is None:
        return None
    row, word, verb = judged
    around = [
        one for one in found
        if one is not told and one.source and any(piece.holds(noun.span) for piece in one.content)
    ]  # fmt: skip
    outer = min(around, key=lambda one: sum(p.end - p.start for p in one.content), default=None)
    opens = scene.parse.within(told.content[0])[:1]
    whole = told.source or any(t.tag == "IN" and t.dep == "prep" for t in opens)
    start = scene.tokens[scene.left(noun)].start
    content = (Span(start, told.content[-1].end),) if whole else told.content
    group = verb_group(verb)
    return Found(
        content, (Span(group[0].start, max(word.end, group[-1].end)),), outer.source if outer else (), row,
        (row.because(word.span), called_untrue.because(content[0])), verb,
        outer.voice if outer else None, within=outer,
    )  # fmt: skip


def _judgement(verb: Token) -> tuple[Row, Token, Token] | None:
    """The row and the word that call the subject of a verb untrue, and the verb; None where nothing does."""
    negated = any(c.dep == "neg" for c in verb.children)
    if verb.lemma in _LINKING:
        below = [v for v in verb.below("xcomp") if v.lemma == "be"]  # "appears to be baseless"
        words = [w for v in (verb, *below) for w in v.below("acomp", "attr", "oprd")]
    elif verb.lemma in _MATCHING:
        words = [*verb.below("dobj"), *(n for p in verb.below("prep") for n in p.below("pobj"))]
    else:
        words = [verb] if verb.tag == "VBN" else []
    for word in words:
        row = _UNTRUE.lookup(word.lower)
        if row is not None and bool(row.get("with_negation")) == negated:
            return row, word, verb
    return None


def told_noun(according: Token) -> Token | None:
    """The noun before "according to which": the parse hangs the words on it, or both on the verb behind."""
    above = according.head
    if above.pos in ("VERB", "AUX"):
        return next((n for n in above.below("nsubj") if n.i < according.i), None)
    return above if above.pos == "NOUN" and above.i < according.i else None


def told_by_what(scene: Scene, according: Token, which: Token) -> tuple[Span | None, Token | None]:
    """What stands behind "according to which", to the comma that closes it, and who told it, if named.

    "Information spread by the council, according to which guards fired, is false": the council told it.
    """
    noun = told_noun(according)
    if noun is None:
        return None, None
    end = min(scene.right(noun), scene.bounds(according)[1])
    if noun.i == which.i or end <= which.i + 1:
        end = scene.bounds(according)[1]
    closing = (t.i for t in scene.tokens[which.i + 1 : end] if t.text == "," and _goes_on(scene, t))
    span = trimmed(scene.parse, which.i + 1, next(closing, end))
    agents = [a for c in noun.below("acl") for a in c.below("agent", "prep") if a.lower == "by"]
    return span, next((n for a in agents for n in a.below("pobj")), None)


def _goes_on(scene: Scene, comma: Token) -> bool:
    following = scene.next_to(comma.i + 1)
    return following is not None and following.tag in ("VBZ", "VBP", "VBD", "MD")
