"""Verbs that the parser takes for nouns or adjectives, since the headline leaves out "was".

Looked for only in a sentence that has no finite verb and no event of a type: "Fort overrun by militia".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from firsthand.extract.event_forms import lemma
from firsthand.extract.events_nouns import classes, noun_row
from firsthand.extract.events_types import VERBS, Typed
from firsthand.resources.parser import Token
from firsthand.rules import Row, Rule, rule

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOUNS = frozenset({"NOUN", "PROPN"})
BEHIND = frozenset({"by", "in", "at", "near", "over", "after", "from", "for", "on", "to", "outside"})
IRREGULAR = {
    "overrun": "overrun", "shot": "shoot", "beaten": "beat", "held": "hold", "struck": "strike", "hit": "hit",
    "sunk": "sink", "slain": "slay", "sent": "send", "taken": "take", "blown": "blow", "shut": "shut",
    "caught": "catch", "torn": "tear", "driven": "drive", "broken": "break", "given": "give",
    "thrown": "throw", "retaken": "retake", "withheld": "withhold", "forbidden": "forbid",
}  # fmt: skip


def misread(tokens: Sequence[Token]) -> list[Typed]:
    """The events that the parser's reading of a headline hides; none where the sentence has a finite verb."""
    if any(token.tag in FINITE for token in tokens):
        return []
    found: list[Typed] = []
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        for construction in (without_was, misread_verb, third_person):
            if not found and (event := construction(before, token, after)) is not None:
                found.append(event)
    return found


@rule(
    "event.without-was",
    means="A participle behind a noun tells what was done to it, in a headline.",
    fires="Fort [overrun] by militia, nine dead",
    silent="Fort of the militia, nine dead",
    gives={"type": "ASSAULT"},
)
def without_was(before: Token, token: Token, after: Token) -> Typed | None:
    """What was done to the noun before, by whoever stands behind "by"."""
    if before.pos not in NOUNS or token.pos == "PUNCT" or after.lower not in BEHIND:
        return None
    row = _row(token, before)
    if row is None:
        return None
    doing = after.below("pobj") if after.lower == "by" else []
    because = (row.because(token.span), without_was.because(token.span))
    return Typed(token, row["type"], row.get("mode"), because, actors=tuple(doing), recipients=(before,))


@rule(
    "event.misread-verb",
    means="A participle that the parser hangs on the noun behind it is a verb, where there is no other.",
    fires="Dockers in Mombasa [downed] tools on Thursday over unpaid wages.",
    silent="Dockers in Mombasa down for the day.",
    gives={"type": "PROTEST"},
)
def misread_verb(before: Token, token: Token, after: Token) -> Typed | None:  # noqa: ARG001
    """What those do whom the sentence begins with."""
    if token.dep != "amod" or token.head is not after or after.dep != "appos" or after.head.pos not in NOUNS:
        return None
    row = _row(token, after)
    if row is None:
        return None
    because = (row.because(token.span), misread_verb.because(token.span))
    return Typed(token, row["type"], row.get("mode"), because, actors=(after.head,))


@rule(
    "event.third-person",
    means="A word in -s between two nouns is a headline's verb, where there is no other.",
    fires="Bank [halts] loans to Samoa",
    silent="Bank loans to Samoa",
    gives={"type": "SANCTION"},
)
def third_person(before: Token, token: Token, after: Token) -> Typed | None:
    """What the one before does to what is named behind; a word that names an event by itself is none."""
    if before.pos not in NOUNS or after.pos not in (*NOUNS, "NUM") or not token.lower.endswith("s"):
        return None
    if token.tag not in ("NNS", "NN") or noun_row(token) is not None:
        return None
    row = _of_verb(lemma(token), after.head if after.dep == "compound" else after)
    if row is None:
        return None
    because = (row.because(token.span), third_person.because(token.span))
    return Typed(token, row["type"], row.get("mode"), because, actors=(before,))


def _row(token: Token, thing: Token) -> Row | None:
    verb = participles().get(token.lower)
    return None if verb is None else _of_verb(verb, thing)


def _of_verb(verb: str, thing: Token) -> Row | None:
    for kind, _ in classes(thing):
        if (row := VERBS["verb"].lookup(f"{verb} {kind}")) is not None:
            return row
    return VERBS["verb"].lookup(verb)


@lru_cache(maxsize=1)
def participles() -> dict[str, str]:
    """Participle to verb, for the verbs of the lexicon."""
    verbs = {word.split()[0] for row in VERBS["verb"].rows for word in row.words}
    return {_participle(verb): verb for verb in verbs if verb.isalpha()} | IRREGULAR


def _participle(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in "aeou":
        return verb[:-1] + "ied"
    doubled = len(verb) == 3 and verb[-1] not in "aeiouwxy" and verb[-2] in "aeiou"
    return verb + (verb[-1] if doubled else "") + "ed"


RULES: tuple[Rule, ...] = (without_was.rule, misread_verb.rule, third_person.rule)
