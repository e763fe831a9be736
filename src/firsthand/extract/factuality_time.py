"""What words of time say of an event's happening: told in the present, and still to come."""

from __future__ import annotations

from firsthand.resources.parser import Token
from firsthand.rules import Rule, rule

PRESENT = frozenset({"VBZ", "VBP"})
AWAITING = frozenset({"when", "until", "till", "once", "after", "before", "whenever"})
AHEAD = frozenset({"tomorrow", "tonight", "soon", "shortly"})
UNITS = frozenset({"minute", "hour", "day", "week", "month", "year"})


@rule(
    "factuality.arranged",
    means="What is told in the present for a time still to come has not happened yet.",
    fires=(
        "The convoy is leaving [tomorrow].",
        "The talks open [next] week.",
        "The convoy is leaving [in] an hour.",
    ),
    silent=(
        "The convoy is leaving today.",
        "The convoy left the next day.",
        "Shelling is increasing in recent weeks.",
    ),
    gives={"factuality": "-"},
)
def arranged(token: Token, auxiliaries: list[Token]) -> Token | None:
    """The word by which something told in the present is still to come."""
    first = auxiliaries[0].tag if auxiliaries else token.tag
    if first not in PRESENT or (auxiliaries and token.tag != "VBG" and auxiliaries[0].lemma != "be"):
        return None
    for child in token.children:
        if child.dep in ("npadvmod", "advmod") and child.lower in AHEAD:
            return child
        if child.dep == "npadvmod" and (following := [w for w in child.below("amod") if w.lower == "next"]):
            return following[0]
        if token.tag == "VBG" and child.lower == "in" and _in_a_while(child):
            return child
    return None


def _in_a_while(preposition: Token) -> bool:
    """ "In an hour", "in two weeks", and not "in recent weeks"."""
    units = (noun for noun in preposition.below("pobj") if noun.lemma in UNITS)
    return any(noun.below("det", "nummod") and not noun.below("amod") for noun in units)


@rule(
    "factuality.bound-for",
    means="Who is going somewhere may not have set out.",
    fires="The convoy is [going] to the port.",
    silent="The convoy was going to the port.",
    gives={"factuality": "?"},
)
def bound_for(token: Token, auxiliaries: list[Token]) -> float | None:
    """The score of "is going to the port", which tells of a journey or of the plan of one."""
    if token.lower != "going" or not auxiliaries or auxiliaries[0].tag not in PRESENT:
        return None
    return 0.5 if auxiliaries[0].lemma == "be" and any(c.lower == "to" for c in token.below("prep")) else None


@rule(
    "factuality.not-yet",
    means="What something still to come waits for has not happened yet.",
    fires=(
        "The guns will fire [when] the convoy reaches the port.",
        "Stay [until] the shelling has stopped.",
    ),
    silent=(
        "The guns fired when the convoy reached the port.",
        "The guns will fire because the convoy left.",
    ),
)
def not_yet(token: Token, opening: Token) -> float | None:
    """The score of a clause of time in the present, where the main clause is not told as having happened."""
    if opening.lower not in AWAITING:
        return None
    first = next((child for child in token.children if child.dep in ("aux", "auxpass")), token)
    return -1.4 if first.tag in PRESENT else None


@rule(
    "factuality.on-condition",
    means="What is told in the present to follow from a condition is left open as the condition is.",
    fires="[If] the convoy reaches the port, the town falls.",
    silent=(
        "If the convoy reached the port, the town fell.",
        "The town holds even if the convoy reaches it.",
    ),
)
def on_condition(token: Token, auxiliaries: list[Token]) -> Token | None:
    """The "if" whose clause what is told in the present depends on."""
    if (auxiliaries[0].tag if auxiliaries else token.tag) not in PRESENT:
        return None
    for clause in token.below("advcl"):
        first = next((child for child in clause.children if child.dep in ("aux", "auxpass")), clause)
        for word in clause.below("mark"):
            alone = not word.below("advmod") and not any(
                c.lower in ("even", "as") for c in clause.below("advmod", "mark")
            )
            if word.lower in ("if", "unless") and alone and first.tag in PRESENT:
                return word
    return None


def told_past(verb: Token) -> bool:
    """Whether a verb is told in the past tense or as done by now ("fled", "was shelled", "has fled")."""
    first = next((child for child in verb.children if child.dep in ("aux", "auxpass")), verb)
    return first.tag == "VBD" or (first.lemma == "have" and first.tag in PRESENT and verb.tag == "VBN")


def done_by_now(verb: Token) -> bool:
    """Whether a verb is told as done by now, by "have" in the present ("has fled")."""
    return verb.tag == "VBN" and any(a.lemma == "have" and a.tag in PRESENT for a in verb.below("aux"))


RULES: tuple[Rule, ...] = (on_condition.rule, arranged.rule, bound_for.rule, not_yet.rule)
