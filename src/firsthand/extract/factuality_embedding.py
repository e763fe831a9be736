"""What the words around a clause say of its event: "failed to", "plans to", "if", "without", "denied"."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.extract.event_forms import lemma
from firsthand.extract.factuality_clause import AUXILIARIES, QUESTION_WORDS, SUBJECTS, WORDS, Limit
from firsthand.resources.parser import Token
from firsthand.rules import Row, Rule, rule
from firsthand.schema import Reasons

ENJOYING = frozenset({"like", "love", "hate", "prefer"})
OPEN_FROM = 0.9
"""A governor told with less than this does not vouch for what hangs on it."""


@dataclass(frozen=True, slots=True)
class Link:
    """The verb, noun or adjective that a clause hangs on, and by which relation."""

    governor: Token
    by: str
    """`to`, `doing`, `that`, `beside`, `joined`, `object` or `of`."""
    through: Token | None = None
    """The preposition between the two."""


def link(token: Token) -> Link | None:
    """What the clause of `token` hangs on; None at the head of a sentence."""
    head = token.head
    if head is token:
        return None
    if token.dep == "conj":
        return Link(head, "joined")
    if token.dep == "pcomp" or (token.dep == "pobj" and token.tag[:2] != "VB"):
        above = head.head if head.head is not head else head
        return Link(above, "doing" if token.dep == "pcomp" else "of", head)
    if token.dep in ("xcomp", "ccomp", "csubj", "advcl", "acl", "relcl", "oprd"):
        return Link(head, _manner(token))
    return Link(head, "object" if token.dep in ("dobj", "nsubjpass", "nsubj") else "beside")


def _manner(token: Token) -> str:
    to = any(child.lower == "to" and child.dep == "aux" for child in token.children)
    if to:
        return "to"
    if token.dep in ("xcomp", "oprd"):
        return "doing"
    if token.dep == "ccomp":
        bare = token.tag in ("VB", "VBG") and not any(child.dep in AUXILIARIES for child in token.children)
        return "doing" if bare else "that"
    return "beside"


def limits(token: Token, above: Link, score: float, because: Reasons) -> list[Limit]:
    """What the governor and the conjunction let the score be, given the governor's own score and reasons."""
    found: list[Limit] = []
    if above.by == "joined":
        found += _joined(token, above, score, because)
    elif above.by in ("to", "doing") and token.dep != "advcl":
        found += _complement(token, above, score, because)
    elif above.by == "that":
        found += _content(token, above, score, because)
    elif above.by == "object":
        found += _object(token, above, score, because)
    elif token.dep == "advcl" and score < OPEN_FROM and token.tag in ("VBG", "VBP", "VBZ"):
        found.append(Limit(max(score, -1.3), because))
    for child in token.children:
        if child.dep in ("mark", "advmod") and (row := WORDS["marker"].lookup(child.lower)) is not None:
            found.append(Limit(row["cap"], (row.because(child.span),)))
    if (aim := purpose(token)) is not None:
        to = next(child for child in token.children if child.lower == "to")
        found.append(Limit(aim, (purpose.because(to.span),)))
    return found


def _joined(token: Token, above: Link, score: float, because: Reasons) -> list[Limit]:
    """A second verb without subject and auxiliary of its own shares the first's: "will cross and burn"."""
    alone = not any(c.dep in SUBJECTS or c.dep in AUXILIARIES for c in token.children)
    alike = token.tag in (above.governor.tag, "VB")
    if token.tag[:2] != "VB":
        return [Limit(score, because)]
    if token.tag == "VB" and above.governor.tag != "VB":
        return []
    return [Limit(score, because, replaces=token.tag == "VB")] if alone and alike else []


def _complement(token: Token, above: Link, score: float, because: Reasons) -> list[Limit]:
    """ "Failed to fire", "accused of firing", "without firing": by the governor, else by the preposition."""
    row, between = _row(above), _between(above)
    if token.tag == "VBG" and above.governor.lemma in ENJOYING and not above.governor.below("aux"):
        row = None  # who likes fishing fishes; who would like to fish may not
    if row is not None and (between is None or not between.replaces):
        return [Limit(_held(row, score), (*because, row.because(above.governor.span)), replaces=True)]
    if between is not None:
        return [between]
    if token.dep in ("relcl", "acl") and above.by == "to":
        return []  # what a thing is for: `purpose` says so
    if token.tag == "VB" and above.by == "doing" and _told_plainly(token, above.governor):
        return [Limit(score, because)] if score < OPEN_FROM else []
    if above.by == "to" or (token.tag == "VB" and above.governor.pos == "AUX"):
        return [Limit(-0.5 if above.by == "to" else -1.3, because)]
    return [Limit(score, because)] if score < OPEN_FROM else []


def _told_plainly(token: Token, governor: Token) -> bool:
    """ "That is what officers tell me", "what they do is burn the crops": a bare verb, and yet no wish.

    The parser now and then takes the present for an infinitive; with a subject of its own it is none.
    """
    if governor.lemma != "be":
        return False
    done = (
        verb.lemma for clause in governor.below("csubj", "nsubj") for verb in (clause, *clause.below("relcl"))
    )
    return "do" in done or any(child.dep in SUBJECTS for child in token.children)


def _held(row: Row, score: float) -> float:
    """The complement's score: by the row where the governor holds or is denied, near open between."""
    if score >= OPEN_FROM:
        return float(row["holds"])
    if score <= -1.9:
        return float(row["denied"])
    return float(min(row["holds"], score)) if row["holds"] > 0 else float(row["holds"])


def _row(above: Link) -> Row | None:
    table = WORDS["governor"] if above.governor.pos in ("VERB", "AUX") else WORDS["noun_governor"]
    row = table.lookup(lemma(above.governor))
    return row or (WORDS["noun_governor"].lookup(above.governor.lower) if above.by == "to" else None)


def _between(above: Link) -> Limit | None:
    if above.through is None:
        return None
    preposition = above.through
    row = WORDS["preposition"].lookup(preposition.lower)
    for word in preposition.children:
        if word.dep in ("advmod", "prep") and word.lower == "instead":
            preposition, row = word, WORDS["preposition"].lookup("instead")
    if preposition.head.lower == "instead":
        preposition, row = preposition.head, WORDS["preposition"].lookup("instead")
    return (
        None if row is None else Limit(row["cap"], (row.because(preposition.span),), row.get("always", False))
    )


def _content(token: Token, above: Link, score: float, because: Reasons) -> list[Limit]:
    row = WORDS["attitude"].lookup(lemma(above.governor))
    if row is not None and not _not_wanted(token, above.governor):
        held = row["denied"] if score <= -1.9 else row["holds"]
        return [Limit(held, (row.because(above.governor.span),), replaces=held == row["denied"] and held > 0)]
    return [Limit(0.0, because)] if score <= -1.9 else []


def _not_wanted(token: Token, governor: Token) -> bool:
    """ "Asked why they hide" takes it that they hide; who insists that it is so does not want it to be so."""
    if lemma(governor) == "ask":
        return any(child.lower in QUESTION_WORDS and child.i < token.i for child in token.children)
    return lemma(governor) == "insist" and token.tag in ("VBZ", "VBD", "VBN", "VBP")


def _object(token: Token, above: Link, score: float, because: Reasons) -> list[Limit]:
    row = WORDS["governor"].lookup(lemma(above.governor))
    if token.dep != "nsubj" and row is not None and "object" in row.fields and score >= OPEN_FROM:
        return [Limit(row["object"], (row.because(above.governor.span),))]
    return [Limit(score, because)]


@rule(
    "factuality.purpose",
    means="What something was done for may or may not have come about.",
    fires="Crews returned [to] repair the line.",
    silent="Crews returned and repaired the line.",
    gives={"factuality": "?"},
)
def purpose(token: Token) -> float | None:
    """The score of an infinitive that says what something is for."""
    if token.dep not in ("advcl", "relcl", "acl") or token.tag != "VB":
        return None
    if WORDS["noun_governor"].lookup(token.head.lower) is not None:
        return None
    return 0.2 if any(child.lower == "to" and child.dep == "aux" for child in token.children) else None


RULES: tuple[Rule, ...] = (purpose.rule,)
