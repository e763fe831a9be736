"""Claims that stand under a condition, and those about something that is only called so.

"Without the wall the camp would have been flooded" tells of no flood, and "Dalen is the suspected killer" of
no killer. Both are the words of somebody who is sure of what he says, so no voice's certainty tells of them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from firsthand.ground.claim_negation import main_verb, under_condition
from firsthand.resources.parser import Parse, Token
from firsthand.rules import all_rules, lexicon, rule
from firsthand.schema import Because, Certainty, Span, Spans

WORDS = lexicon(__package__, "claims.en.toml")
CALLED, WIDELY = WORDS["called"], WORDS["widely"]
_THOUGHT = frozenset({"see", "view", "regard", "consider", "perceive", "think", "believe", "assume"})

_WOULD = frozenset({"would", "will", "could", "might", "'d", "’d", "'ll", "’ll"})
_GIVEN = frozenset({"but", "with", "for"})
_SUBJECTS = ("nsubj", "nsubjpass", "expl")


@rule(
    "claim.conditional",
    means="What would be so under a condition is no more than possible.",
    fires="The mayor said the dam will break [if] the rains go on.",
    silent="The mayor asked if the dam will break.",
    gives={"certainty": "possible"},
)
def conditional(anchors: Spans, parse: Parse) -> tuple[Certainty, Because] | None:
    """Possible, and the word that sets the condition, where the main clause says what would or will be."""
    words = [token for span in anchors for token in parse.within(span)]
    inside = {token.i for token in words}
    verb = main_verb(words)
    modal = (
        next((t for t in verb.below("aux") if t.tag == "MD" and t.lower in _WOULD), None) if verb else None
    )
    if verb is None or modal is None or modal.i not in inside:
        return None
    found = condition(words, parse) or (_unreal(verb, modal) and _without(verb, modal, inside))
    if found:
        return "possible", conditional.because(found)
    if would_have(verb, modal):
        return "possible", would_have.because(modal.span)
    return None


@rule(
    "claim.would_have",
    means="What 'would have' been is no more than possible, whatever the condition was.",
    fires="The engineer said the dam [would] have held.",
    silent="The engineer said the dam has held.",
    gives={"certainty": "possible"},
)
def would_have(verb: Token, modal: Token) -> bool | None:
    """Whether a verb tells what would have been; not of a time that a date sets: "by May it would have"."""
    have = any(aux.lower == "have" and aux.i > modal.i for aux in verb.below("aux"))
    if modal.lower not in ("would", "could", "might", "'d", "’d") or not have:
        return None
    no_more = modal.lower != "would" and verb.below("neg")  # "could not have been happier"
    return None if no_more or any(t.lower == "by" for t in verb.below("prep")) else True


def condition(words: Sequence[Token], parse: Parse) -> Span | None:
    """The word that leads in the clause under which the rest holds: "if", "unless", "had the guards"."""
    for token in words:
        if token.pos not in ("VERB", "AUX") or token.dep not in _HUNG:
            continue
        mark = under_condition(token)
        if mark is not None and mark in words:
            even = mark.i and parse.tokens[mark.i - 1].lower in _NO_MATTER
            return None if even else mark.span
    return None


_NO_MATTER = frozenset({"even", "as", "only"})
_HUNG = frozenset({"advcl", "ccomp", "ROOT", "conj", "parataxis"})


def _unreal(verb: Token, modal: Token) -> bool:
    """Whether a verb stands with "would have" or "could be": not what will be, but what would."""
    return modal.lower in ("would", "could", "might") and modal.i < verb.i


def _without(verb: Token, modal: Token, inside: Collection[int]) -> Span | None:
    """The "without", "but for" or "with" before "would have been"."""
    have = any(aux.lower == "have" and aux.i > modal.i for aux in verb.below("aux"))
    for lead in verb.below("prep"):
        if lead.i not in inside or not any(noun.pos != "VERB" for noun in lead.below("pobj", "pcomp")):
            continue
        if lead.i > modal.i and not have:
            continue
        if (lead.lower == "without" and have) or (have and lead.lower in _GIVEN and lead.i < modal.i):
            return lead.span
    return None


def so_called(anchors: Spans, triggers: Collection[int], parse: Parse) -> tuple[Certainty, Because] | None:
    """Possible, where the main clause says that somebody is so called, or tells of a deed that is.

    `triggers`: where the words stand that name events. Who arrests suspected smugglers does arrest them.
    """
    words = [token for span in anchors for token in parse.within(span)]
    verb = main_verb(words)
    if verb is not None and verb.lemma in _THOUGHT and verb.below("auxpass"):
        many = next((t for t in verb.below("advmod") if WIDELY.lookup(t.lower) and t in words), None)
        if many is not None and (row := WIDELY.lookup(many.lower)):
            return "probable", row.because(many.span)
    inside = {token.i for token in words}
    for token in words:
        row = CALLED.lookup(token.lower) if token.dep == "amod" else None
        if row is None:
            continue
        noun = token.head
        named = noun.dep == "attr" and noun.head is verb
        deed = (
            _deed(noun, triggers)
            and not _struck_by(token, verb)
            and ((noun.dep in _SUBJECTS and noun.head is verb) or (verb is None and _top(noun, inside)))
        )
        if named or deed:
            return "possible", row.because(token.span)
    return None


def _struck_by(called: Token, verb: Token | None) -> bool:
    """ "A suspected drone strike hit the depot": by what is suspected, that it was hit is told outright."""
    if called.lower != "suspected" or verb is None or verb.tag != "VBD" or verb.lemma == "take":
        return False
    instrument = any(t.dep == "compound" for t in called.head.children)
    return instrument and called.head.head is verb and bool(verb.below("dobj"))


def _deed(noun: Token, triggers: Collection[int]) -> bool:
    part = (t for t in noun.children if t.dep == "compound")
    return noun.pos == "NOUN" and any(t.start in triggers for t in (noun, *part))


def _top(noun: Token, inside: Collection[int]) -> bool:
    return noun.head is noun or noun.head.i not in inside


RULES = all_rules(conditional, would_have)
