"""Constructions by which what is named did not come about, or came about against what their words suggest.

"Stopped from leaving", "too weak to carry", "has yet to cross", "had it held"; "returned only to find". Each
takes the verb, what it hangs on and the score of that, and gives the verb's score, or None.
"""

from __future__ import annotations

from firsthand.extract.event_forms import lemma
from firsthand.resources.parser import Token
from firsthand.rules import Construction, Rule, all_rules, rule
from firsthand.schema import Because

DENIED, OPEN_FROM = -1.9, 0.9
KEEPING = frozenset(
    {"stop", "keep", "save", "protect", "shield", "rescue", "restrain", "spare", "exempt", "hold"}
)
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})


@rule(
    "factuality.kept-from",
    means="What one is stopped or kept from doing does not happen.",
    fires=("Police stopped the crowd [from] entering the depot.", "The wall kept rebels [from] shelling it."),
    silent=("Police stopped entering the depot.", "The crowd kept shelling the depot."),
    gives={"factuality": "-"},
)
def kept_from(
    token: Token, governor: Token, through: Token | None, score: float
) -> tuple[float, Token] | None:
    """The score of a gerund behind "from", where the verb means keeping."""
    if token.tag != "VBG" or through is None or through.lower != "from" or lemma(governor) not in KEEPING:
        return None
    return (-2.0 if score >= OPEN_FROM else 0.8 if score <= DENIED else min(score, -0.5)), through


@rule(
    "factuality.too-much",
    means="What something is too much, too little or too weak to do, it does not do.",
    fires="The bridge is [too] weak to carry trucks.",
    silent=("The bridge is strong enough to carry trucks.", "The bridge is not too weak to carry trucks."),
)
def too_much(token: Token, governor: Token, _: Token | None, score: float) -> tuple[float, Token] | None:
    """The score of an infinitive under a word that "too" stands before."""
    if not _to(token) or governor.pos not in ("ADJ", "ADV") or score < OPEN_FROM:
        return None
    if governor.lower in ("happy", "glad", "pleased", "eager", "willing", "ready"):
        return None  # "only too happy to leave"
    return next(((-1.8, word) for word in governor.below("advmod") if word.lower == "too"), None)


@rule(
    "factuality.yet-to",
    means="What one has yet to do has not happened.",
    fires=("The army has [yet] to cross the river.", "The army is [yet] to cross the river."),
    silent="The army had to cross the river.",
)
def yet_to(token: Token, governor: Token, _: Token | None, score: float) -> tuple[float, Token] | None:
    """The score of an infinitive under "has yet", "is yet", "remains yet"."""
    if not _to(token) or governor.lemma not in ("have", "be", "remain") or score < OPEN_FROM:
        return None
    near = (*governor.below("advmod"), *token.below("advmod"))
    return next(((-1.8, word) for word in near if word.lower == "yet" and word.i < token.i), None)


@rule(
    "factuality.only-to",
    means="What something was done 'only to' meet with was met with.",
    fires="The crew returned [only] to find the depot burned.",
    silent="The crew returned to find the depot.",
    gives={"factuality": "+"},
)
def only_to(token: Token, governor: Token, _: Token | None, score: float) -> tuple[float, Token] | None:
    """The score of an infinitive behind "only", where the verb before it is told as past."""
    if not _to(token) or token.dep not in ("advcl", "xcomp") or score < OPEN_FROM or governor.tag != "VBD":
        return None
    return next(
        ((2.2, word) for word in token.below("advmod") if word.lower == "only" and word.i > governor.i), None
    )


@rule(
    "factuality.had-it",
    means="A condition without 'if' ('had it held') is left open, as one with it is.",
    fires="[Had] the bridge held, the army would have crossed the river.",
    silent="The bridge had held, the army crossed the river.",
)
def had_it(token: Token, governor: Token, _: Token | None, score: float) -> tuple[float, Token] | None:
    """The score of a clause before the main one that "had", "should" or "were" opens."""
    if token.dep != "advcl" or token.i > governor.i or score >= OPEN_FROM:
        return None
    first = next((c for c in token.children if c.dep in ("aux", "auxpass") or c.dep in SUBJECTS), None)
    return (-0.7, first) if first is not None and first.lower in ("had", "should", "were") else None


Unmet = Construction[[Token, Token, Token | None, float], tuple[float, Token]]
CONSTRUCTIONS: tuple[Unmet, ...] = (kept_from, too_much, yet_to, only_to, had_it)


def unmet(token: Token, governor: Token, through: Token | None, score: float) -> tuple[float, Because] | None:
    """The score that one of the constructions gives, and the word that it goes by."""
    for construction in CONSTRUCTIONS:
        if (found := construction(token, governor, through, score)) is not None:
            return found[0], construction.because(found[1].span)
    return None


def _to(token: Token) -> bool:
    return any(child.lower == "to" and child.dep == "aux" for child in token.children)


RULES: tuple[Rule, ...] = all_rules(*CONSTRUCTIONS)
