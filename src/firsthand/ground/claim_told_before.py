"""Denials of what was said right before: "it had not", "the claim was false", "the army denied this".

Such words say nothing of their own. They carry what they deny, where it is certain what that is: the one
thing that the sentence before puts forward. Else the claim is unknown, and says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from firsthand.ground.claim_left import without_that
from firsthand.ground.claim_negation import Put, pieces
from firsthand.resources.parser import Parse, Token
from firsthand.rules import all_rules, rule
from firsthand.schema import Attribution, Because, Certainty, Reasons, Span, Spans

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
P = TypeVar("P", bound=Put)
_THIS = frozenset({"it", "this", "that", "these", "those", "them"})
_WHAT_WAS_SAID = _THIS | {"they", "he", "she"}
_THE = frozenset({"the", "this", "that", "these", "those", "any", "all", "any such", "such", "both"})
_TOLD = frozenset({
    "accusation", "allegation", "assertion", "charge", "claim", "report", "rumor", "rumour", "story",
    "suggestion", "version",
})  # fmt: skip
_EMPTY = frozenset(
    {"have", "do", "be", "happen", "occur", "so", "true", "correct", "right", "case", "the", "a"}
)
_FALSE = frozenset({
    "baseless", "bogus", "fabricated", "fabrication", "fake", "false", "groundless", "incorrect", "invention",
    "lie", "lies", "nonsense", "unfounded", "untrue", "wrong",
})  # fmt: skip
_LONGEST_DENIAL = 6
_LONGEST_OBJECT = 4
_AGAINST = frozenset({"deny", "dismiss", "dispute", "rebut", "refute", "reject"})


def with_what_was_said(found: P, ending: Mapping[int, Sequence[Attribution]], parse: Parse) -> P:
    """A claim that only denies what was said before, with the words that it denies.

    `ending` are, per sentence, the attributions whose content ends in it.
    """
    words = [token for span in found.anchors for token in parse.within(span)]
    if not words:
        return found
    here = [one for one in ending.get(words[0].sentence, ()) if one.content[-1].end < words[0].start]
    before = here or ending.get(words[0].sentence - 1, ())
    short = it_had_not(words) or denied_this(found.attribution, parse)
    if short is None:
        unsure = not_confirmed(words) if found.attribution is None else None
        return replace(found, because=(*found.because, unsure)) if unsure else found  # type: ignore[type-var]
    what, why = short
    said = _said(before, what, words[0].sentence, parse)
    if said:
        tokens = [token for span in said for token in parse.within(span)]
        anchors = (*pieces(without_that(tokens)), *found.anchors)
        return replace(found, anchors=anchors, because=(*found.because, why))  # type: ignore[type-var]
    if what.lower in _TOLD_FORMS and (untold := denies_untold(what)) is not None:
        return replace(found, because=(*found.because, untold))  # type: ignore[type-var]
    return found


def _said(before: Sequence[Attribution], what: Token, sentence: int, parse: Parse) -> Spans:
    """The one thing that the sentence before puts forward; none where there are several, or it is no telling.

    The publisher's own sentence can be meant by "this", and not by "the allegation".
    """
    put = {each.content: each for each in before if each.polarity == "+" and each.parent is None}
    if len(put) == 1 and next(iter(put.values())).certainty != "unknown":
        content = next(iter(put))
        words = (token for span in content for token in parse.within(span))
        return content if any(token.tag in _FINITE for token in words) else ()
    if put or before or not sentence or what.lower not in _THIS:
        return ()
    last = parse.sentences[sentence - 1]
    tokens = parse.tokens_of(last)
    tells = any(token.tag in _FINITE for token in tokens)
    here = parse.sentences[sentence]
    return (last.span,) if tells and last.paragraph == here.paragraph else ()


@rule(
    "claim.it_had_not",
    means="Words that only say 'it had not' or 'that is false' deny what was said right before them.",
    fires="The post claimed that the dam had burst. [It had not.]",
    silent="The post claimed that the dam had burst. It had not rained.",
    gives={"polarity": "-"},
)
def it_had_not(words: Sequence[Token]) -> tuple[Token, Because] | None:
    """The word that stands for what was said, where the words only deny it."""
    spoken = [token for token in words if token.pos != "PUNCT"]
    if not 2 <= len(spoken) <= _LONGEST_DENIAL:
        return None
    behind = 2 if spoken[0].lower in _THE and spoken[1].lower in _TOLD_FORMS else 1
    if behind == 1 and spoken[0].lower not in _WHAT_WAS_SAID:
        return None
    rest = spoken[behind:]
    negated, false = any(t.dep == "neg" for t in rest), any(t.lower in _FALSE for t in rest)
    empty = all(
        (t.lemma in _EMPTY and t.lower != "done") or t.lower in _FALSE or t.dep == "neg" or t.pos == "ADV"
        for t in rest
    )
    if not rest or not empty or negated == false:
        return None
    return spoken[behind - 1], it_had_not.because(Span(words[0].start, words[-1].end))


_TOLD_FORMS = _TOLD | {f"{word}s" for word in _TOLD} | {"stories"}


@rule(
    "claim.denied_this",
    means="Who denies 'this' or 'the allegation' denies what was said right before.",
    fires="The charity said a shell hit its clinic. The army denied [the allegation].",
    silent="The charity said a shell hit its clinic. The army denied the sale of the barracks.",
    gives={"polarity": "-"},
)
def denied_this(attribution: Attribution | None, parse: Parse) -> tuple[Token, Because] | None:
    """The word that stands for what was said, where it is all that a voice speaks against."""
    if attribution is None or not attribution.source:
        return None
    cue = [token for span in attribution.cue for token in parse.within(span)]
    content = [token for span in attribution.content for token in parse.within(span)]
    spoken = [token for token in content if token.pos != "PUNCT"]
    against = attribution.polarity == "-" or attribution.certainty == "certain"
    if not against or not any(t.lemma in _AGAINST for t in cue) or any(t.dep == "neg" for t in cue):
        return None
    as_what = next((n for n, t in enumerate(spoken) if t.lower == "as"), len(spoken))
    thing = spoken[:as_what]
    if not 1 <= len(thing) <= _LONGEST_OBJECT:
        return None
    this = len(thing) == 1 and thing[0].lower in _THIS
    named = (thing[0].lower in _THE or len(thing) == 1) and thing[-1].lower in _TOLD_FORMS
    if not (this or named):
        return None
    return thing[-1], denied_this.because(Span(thing[0].start, thing[-1].end))


@rule(
    "claim.denies_untold",
    means="What a denial speaks of is unknown where the text before does not put it forward as one thing.",
    fires="Rain fell on Monday. The army said the [allegation] was false.",
    silent="The charity said a shell hit its clinic. The army said the allegation was false.",
    gives={"certainty": "unknown"},
)
def denies_untold(what: Token) -> Because | None:
    """The reason for a claim of which nobody can tell what it denies."""
    return denies_untold.because(what.span)


@rule(
    "claim.not_confirmed",
    means="What the publisher says that it could not confirm stays unknown.",
    fires="A dam burst on Monday. We have not been able to [confirm] that.",
    silent="A dam burst on Monday. We have been able to confirm that.",
    gives={"certainty": "unknown"},
)
def not_confirmed(words: Sequence[Token]) -> Because | None:
    """The reason for a claim that only tells that nothing could be confirmed."""
    for token in words:
        above = token.head.head if token.head.lower in ("able", "position") else token.head
        near = (token, token.head, above)
        if token.lemma in _CONFIRM and any(verb.below("neg") for verb in near):
            return not_confirmed.because(token.span)
    return None


_CONFIRM = frozenset({"confirm", "corroborate", "verify"})


def untold(because: Reasons) -> tuple[Certainty, None] | None:
    """Unknown, where a claim's reasons say that nobody can tell what it denies."""
    unknown = (denies_untold.rule.name, not_confirmed.rule.name)
    return ("unknown", None) if any(each.rule in unknown for each in because) else None


RULES = all_rules(it_had_not, denied_this, denies_untold, not_confirmed)
