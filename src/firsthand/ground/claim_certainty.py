"""How sure a claim is, and whether it is put forward or denied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from firsthand.ground.claim_negation import denies_nothing, main_verb, rejected
from firsthand.resources.parser import Parse, Token
from firsthand.rules import all_rules, lexicon, rule
from firsthand.schema import CERTAINTIES, Attribution, Because, Certainty, Event, Spans

WORDS = lexicon(__package__, "claims.en.toml")


@rule(
    "claim.least_sure",
    means="A claim is as sure as the least sure voice of its chain.",
    fires="Analysts [fear] that the carriers will come back.",
    silent="Analysts said that the carriers came back.",
)
def least_sure(links: Sequence[Attribution]) -> tuple[Certainty, Because] | None:
    """How sure the least sure voice is, where that is less than certain."""
    least = max(links, key=lambda each: CERTAINTIES.index(each.certainty), default=None)
    if least is None or least.certainty == "certain":
        return None
    return least.certainty, least_sure.because(*(least.hedges or least.cue or least.content))


@rule(
    "claim.not_told_as_done",
    means="What the publisher tells as possible, planned or to come is no more than possible.",
    fires="The carriers may [leave] the wood.",
    silent="The carriers left the wood.",
    gives={"certainty": "possible"},
)
def not_told_as_done(
    links: Sequence[Attribution], event: Event | None, denial: Because | None, parse: Parse
) -> tuple[Certainty, Because] | None:
    """For the publisher's own words only: how sure a voice is stands in its attribution."""
    if links or event is None or event.factuality == "+" or denial is not None or senses(parse, event):
        return None
    if any(_inside_a_noun(t) or _what_for(t) for t in parse.within(event.trigger)):
        return None
    return "possible", not_told_as_done.because(event.trigger)


def _inside_a_noun(trigger: Token) -> bool:
    """ "Attempts to reach her failed", "in his rush to leave": planned in a noun's phrase only."""
    hangs, about, token = False, False, trigger
    while token.head is not token:
        hangs = hangs or token.dep in ("acl", "relcl")
        about = about or (hangs and token.dep in ("nsubj", "nsubjpass", "pobj"))
        token = token.head
    plain = token.pos in ("VERB", "AUX") and not any(aux.tag == "MD" for aux in token.below("aux"))
    return hangs and about and plain


def _what_for(trigger: Token) -> bool:
    """Whether a verb tells only what a thing was done for: "hired a singer to support her" hired."""
    if not any(aux.tag == "TO" for aux in trigger.below("aux")) or trigger.dep not in _HUNG:
        return False
    done = trigger.head.head if trigger.dep in ("acl", "relcl") else trigger.head
    means = trigger.dep == "advcl" or done.lemma in _MEANS
    plain = done.tag == "VBD" and not any(c.tag == "MD" for c in done.below("aux"))
    return means and plain and not done.below("neg") and done.lemma not in _NOT_YET


_HUNG = frozenset({"advcl", "xcomp", "ccomp", "acl", "relcl"})
_MEANS = frozenset(
    {"bring", "build", "deploy", "dispatch", "employ", "form", "hire", "open", "recruit", "send", "use"}
)
_NOT_YET = frozenset(
    {"agree", "attempt", "fail", "plan", "promise", "refuse", "threaten", "try", "vow", "want"}
)


def senses(parse: Parse, event: Event) -> bool:
    """Whether an event is what somebody can see or hear: "I can hear shelling" tells of shelling."""
    for trigger in parse.within(event.trigger):
        for token in (trigger, trigger.head):
            if token.lemma in ("see", "hear", "smell", "feel") and any(
                t.lower == "can" for t in token.below("aux")
            ):
                return not token.below("neg")
            able = token is trigger and token.lemma in _ABLE
            if able and any(t.lower in ("can", "could") for t in token.below("aux")):
                return not token.below("neg")
    return False


_ABLE = frozenset({"outrun", "outpace", "outlast", "outswim", "lift", "swim", "read", "afford", "withstand"})
"""What one can do, told with "could", one is able to do: no guess."""


@rule(
    "claim.perhaps_so_many",
    means="A figure of the publisher's own with 'perhaps' before it is no more than possible.",
    fires="The strike killed [perhaps] nine people.",
    silent="The strike killed nine people.",
    gives={"certainty": "possible"},
)
def perhaps_so_many(
    links: Sequence[Attribution], anchors: Spans, parse: Parse
) -> tuple[Certainty, Because] | None:
    """For the publisher's own words only, as `not_told_as_done`."""
    words_of = [] if links else [token for span in anchors for token in parse.within(span)]
    for token, after in pairwise(words_of):
        if token.lower in ("perhaps", "maybe", "possibly") and _counts(after, parse):
            return "possible", perhaps_so_many.because(token.span)
    return None


def _counts(token: Token, parse: Parse) -> bool:
    """Whether a word begins a figure: "nine", "a dozen"; "the biggest deal" is none."""
    behind = parse.tokens[token.i + 1 : token.i + 2]
    some = token.lower in ("a", "an", "some") and any(t.pos == "NUM" or t.lower in _ROUND for t in behind)
    return token.pos == "NUM" or some


_ROUND = frozenset({"dozen", "hundred", "thousand", "million", "couple", "few", "score", "third", "quarter"})


@rule(
    "claim.denied",
    means="A claim is denied when its voice denies it.",
    fires="The ministry [denied] that the carriers had left the wood.",
    silent="The ministry said that the carriers had left the wood.",
    gives={"polarity": "-"},
)
def denied(attribution: Attribution | None) -> Because | None:
    """The reason for a minus where the voice takes its stand against the words."""
    if attribution is None or attribution.polarity == "+":
        return None
    return denied.because(*(attribution.cue or attribution.content))


def denied_within(
    attribution: Attribution, inner: Mapping[str | None, Sequence[Attribution]], parse: Parse
) -> tuple[Attribution, ...]:
    """What nobody is named for and a voice denies: the clause of "dismissed any claim that it fired first".

    It is that voice's denial, and no claim of its own. A teller who is named ("a report by Radio Meridian
    that") keeps his.
    """
    if attribution.polarity == "+" or not attribution.source:
        return ()
    opening = parse.within(attribution.content[0])[:_OPENING]
    nouns = {token.start for token in opening if token.pos == "NOUN"}
    found = inner.get(attribution.id, ())
    return tuple(each for each in found if each.cue and not each.source and each.cue[0].start in nouns)


_OPENING = 4
"""Words of a content among which the noun stands that is denied: "any such claim"."""


def negated(event: Event | None, parse: Parse, anchors: Spans) -> Because | None:
    """The reason for a minus where the words themselves say that it did not happen."""
    for trigger in parse.within(event.trigger) if event is not None else ():
        if (why := rejected(trigger, anchors)) is not None:
            return why
        if trigger.lemma == "plead" or _told_aside(trigger, anchors, parse):
            continue
        above = [trigger.head] if trigger.dep == "nsubj" and trigger.head.lemma in _COMING_ABOUT else []
        for token in (*trigger.children, *(t for verb in above for t in verb.below("neg"))):
            held = (token, *token.children) if token.dep in ("nsubj", "nsubjpass", "dobj") else (token,)
            for word in held:
                row = WORDS["negation"].lookup(word.lower)
                said = any(span.holds(word.span) for span in anchors)
                behind = parse.tokens[word.i + 1 : word.i + 3]
                said = said and not denies_nothing([t.lower for t in behind])
                if said and row is not None and word.dep in ("neg", "det", "nsubj", "nsubjpass", "dobj"):
                    return row.because(word.span)
    return None


def _told_aside(trigger: Token, anchors: Spans, parse: Parse) -> bool:
    """Whether a verb stands in a clause that only adds to the main one: what it denies, the claim may not."""
    main = main_verb([token for span in anchors for token in parse.within(span)])
    token = trigger
    while main is not None and token is not main and token.head is not token:
        if token.dep in _ADDING or (token.dep == "ccomp" and token.head.lemma == "be"):
            return True
        token = token.head
    return False


_ADDING = frozenset({"relcl", "advcl"})
_COMING_ABOUT = frozenset({"happen", "occur", "exist", "take"})
"""Verbs that say only that there was what their subject names: "the massacre never happened"."""

RULES = all_rules(least_sure, not_told_as_done, perhaps_so_many, denied, WORDS)
