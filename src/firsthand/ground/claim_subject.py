"""The subject that a claim shares with the words that report it.

In "infantry believed to be volunteers" the content is "to be volunteers"; who is said to be volunteers stands
outside it. A claim must say whom it is about, so the subject is taken into its words.
"""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.resources.parser import Parse, Token
from firsthand.rules import all_rules, rule
from firsthand.schema import Attribution, Because, Span, Spans

SUBJECTS = ("nsubj", "nsubjpass")


def with_subject(content: Spans, attribution: Attribution, parse: Parse) -> tuple[Spans, Because | None]:
    """The content of an attribution with its subject, where that stands outside, and the reason."""
    found = None if attribution.source else shared_subject(attribution, parse)
    if found is None or any(found.overlaps(span) for span in content):
        return content, None
    return tuple(sorted((*content, found))), shared_subject.because(found)


@rule(
    "claim.shared_subject",
    means="The subject of 'is believed to' or 'allegedly' is what the claim is about, and belongs to it.",
    fires="[The men] are believed to be volunteers.",
    silent="The mayor believes that the men are volunteers.",
)
def shared_subject(attribution: Attribution, parse: Parse) -> Span | None:
    """The subject of the verb that a cue without a source is, or hangs on; None where there is none."""
    cues = [token for span in attribution.cue for token in parse.within(span)]
    for cue in cues:
        verb = cue.head if cue.dep in ("advmod", "aux", "auxpass") else cue
        if verb.pos not in ("VERB", "AUX", "ADJ") or verb.lemma in _ADDRESSING:
            continue
        subject = next(iter(verb.below(*SUBJECTS)), None)
        if subject is None and verb.dep in ("acl", "amod") and verb.head.i < verb.i:
            # "infantry believed to be ...": the noun right before is meant, whichever the parser hangs it on.
            before = parse.tokens[cue.i - 1]
            subject = before if before.pos in ("NOUN", "PROPN") else verb.head
        if subject is not None and subject.pos in ("NOUN", "PROPN", "PRON"):
            return _phrase(subject, before=min(verb.i, cue.i))
    return None


_ADDRESSING = frozenset(
    {"tell", "inform", "advise", "ask", "warn", "notify", "assure", "order", "brief", "remind"}
)
"""Verbs whose subject in the passive is who is spoken to: "I was told that the bridge was mined"."""


def missing_subject(left: Sequence[Token]) -> Spans:
    """The subject of what is left of a sentence, where it stands among words that belong to a voice.

    In "The footage showing troops causes outrage" the publisher's own words are "causes outrage"; in "Brandt,
    who heads the clinic, said ..." they are "who heads the clinic".
    """
    inside = {token.i for token in left}
    tops = [token for token in left if token.dep == "ROOT" or token.head.i not in inside]
    verb = next((token for token in tops if token.pos in ("VERB", "AUX")), None)
    if verb is None:
        return ()
    subject = next(iter(verb.below(*SUBJECTS)), None)
    if subject is not None and subject.lower in ("which", "who", "that") and verb.dep == "relcl":
        phrase = _phrase(verb.head, before=min(subject.i, verb.head.i + 1))
    elif subject is not None and subject.i not in inside and subject.i < verb.i:
        phrase = _phrase(subject, before=subject.i + 1)
    else:
        phrase = None
    return (phrase,) if phrase else ()


def _phrase(noun: Token, before: int) -> Span | None:
    """A noun with all that hangs on it and stands before a token, in one piece."""
    words = [token for token in noun.subtree() if token.i < before]
    run = [token for n, token in enumerate(words) if token.i - n == words[0].i]
    while run and run[-1].pos == "PUNCT":
        run.pop()
    return Span(run[0].start, run[-1].end) if run and noun in run else None


RULES = all_rules(shared_subject)
