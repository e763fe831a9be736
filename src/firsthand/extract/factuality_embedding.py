"""What the words around a clause say of its event: "failed to", "plans to", "if", "without", "denied"."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.extract.event_forms import lemma
from firsthand.extract.factuality_clause import AUXILIARIES, QUESTION_WORDS, SUBJECTS, WORDS, Limit
from firsthand.extract.factuality_time import PRESENT, done_by_now, not_yet
from firsthand.extract.factuality_unmet import unmet
from firsthand.resources.parser import Token
from firsthand.rules import Row, Rule, rule
from firsthand.schema import Reasons

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
SOURCES = frozenset(
    {
        "return",
        "come",
        "recover",
        "benefit",
        "profit",
        "gain",
        "earn",
        "suffer",
        "emerge",
        "result",
        "stem",
        "learn",
        "die",
    }
)
"""Verbs with which "from" says what went before, not what one is kept from."""
ENJOYING = frozenset({"like", "love", "hate", "prefer"})
DENIED = -1.9
"""A governor told with this or less is denied."""
FINITE = frozenset({"VBZ", "VBP", "VBD"})
OPEN_FROM = 0.9
"""A governor told with less than this does not vouch for what hangs on it."""


@dataclass(frozen=True, slots=True)
class Link:
    """The verb, noun or adjective that a clause hangs on, and by which relation."""

    governor: Token
    by: str
    """`to`, `doing`, `that`, `beside`, `joined`, `object`, `of` or `predicate`."""
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
        doing = token.dep == "pcomp" and not _around(head)
        return Link(above, "doing" if doing else "of", head)
    if token.dep in ("xcomp", "ccomp", "csubj", "advcl", "acl", "relcl", "oprd"):
        return Link(head, _manner(token))
    if token.dep in ("acomp", "attr"):
        return Link(head, "predicate")
    return Link(head, "object" if token.dep in ("dobj", "nsubjpass", "nsubj") else "beside")


def _manner(token: Token) -> str:
    to = any(child.lower == "to" and child.dep == "aux" for child in token.children)
    if to:
        return "to"
    if token.dep in ("xcomp", "oprd"):
        return "doing"
    if token.dep == "ccomp":
        bare = token.tag in ("VB", "VBG") and not any(child.dep in AUXILIARIES for child in token.children)
        ordered = token.tag == "VB" and token.i < token.head.i  # "Leave the town, officials said"
        return "doing" if bare and not ordered else "that"
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
    elif above.by == "predicate":
        found += [Limit(score, because)] if score < OPEN_FROM else []
    elif token.dep == "advcl" and score < OPEN_FROM:
        found += _circumstance(token, score, because)
    else:
        found += _aside(token, score, because)
    return found + _set_by_words(token, above, score)


def _set_by_words(token: Token, above: Link, score: float) -> list[Limit]:
    """The limits of single words and constructions: a conjunction, "to" of purpose, "too weak to"."""
    found: list[Limit] = []
    for child in token.children:
        if child.dep in ("mark", "advmod") and (row := WORDS["marker"].lookup(child.lower)) is not None:
            cap = row.get("perfect", row["cap"]) if done_by_now(token) else row["cap"]
            found.append(Limit(cap, (row.because(child.span),)))
    if (aim := purpose(token, score)) is not None:
        to = next(child for child in token.children if child.lower == "to")
        found.append(Limit(aim, (purpose.because(to.span),)))
    if (against := unmet(token, above.governor, above.through, score)) is not None:
        found.append(Limit(against[0], (against[1],), replaces=True))
    return found


def _aside(token: Token, score: float, because: Reasons) -> list[Limit]:
    """ "Crossing it would take days", "needs a crew that fires": as open as what they are a part of."""
    if token.dep == "csubj" and token.tag == "VBG" and score < OPEN_FROM:
        return [Limit(max(score, -0.6), because)]
    if (held := described(token, score)) is not None:
        return [Limit(held, (*because, described.because(token.span)))]
    return []


def _circumstance(token: Token, score: float, because: Reasons) -> list[Limit]:
    """ "Will fire when it comes", "will cross, firing": what goes with an event that is still to come.

    A reason or a contrast stands whatever it goes with, a condition has its own row, and "not" in the main
    clause does not reach over a comma ("did not fire, citing the fog").
    """
    opening = next((c for c in token.children if c.dep in ("mark", "advmod") and c.i < token.i), None)
    if opening is not None and (awaited := not_yet(token, opening)) is not None:
        return [Limit(awaited, (*because, not_yet.because(opening.span)), replaces=True)]
    if opening is not None and opening.dep == "mark":
        return []
    if token.tag == "VBG":
        aside = any(c.lower == "," and c.i < token.i for c in token.head.children) and token.i > token.head.i
        return [] if aside and score <= DENIED else [Limit(max(score, -1.3), because)]
    return [Limit(max(score, -1.3), because)] if token.tag in PRESENT and score > DENIED else []


def _joined(token: Token, above: Link, score: float, because: Reasons) -> list[Limit]:
    """A second verb without subject and auxiliary of its own shares the first's: "will cross and burn"."""
    alone = not any(c.dep in SUBJECTS or c.dep in AUXILIARIES for c in token.children)
    alike = token.tag in (above.governor.tag, "VB") or (token.tag == "VBP" and above.governor.tag == "VB")
    if token.tag[:2] != "VB":
        return [Limit(score, because)]
    if token.tag == "VB" and above.governor.tag != "VB":
        return []
    return [Limit(score, because, replaces=token.tag in ("VB", "VBP"))] if alone and alike else []


def _complement(token: Token, above: Link, score: float, because: Reasons) -> list[Limit]:
    """ "Failed to fire", "accused of firing", "without firing": by the governor, else by the preposition."""
    governor = above.governor
    if token.dep == "pcomp" and token.tag in FINITE and any(c.dep in SUBJECTS for c in token.children):
        return []  # "spoke of what happens there": a clause of its own
    if (came := came_about(above, score)) is not None:
        return [Limit(came, (came_about.because(governor.span),), replaces=True)]
    row, between = _answered_for(token, above, score) or _row(above), _between(above)
    if row is not None and governor.lemma in ENJOYING and not governor.below("aux"):
        row = _enjoyed(token, row)
    if row is not None and (between is None or not between.replaces):
        return [Limit(_held(row, score), (*because, row.because(governor.span)), replaces=True)]
    if between is not None:
        return [between]
    if token.dep in ("relcl", "acl") and above.by == "to":
        return []  # what a thing is for: `purpose` says so
    return _unruled(token, above, score, because)


def _around(preposition: Token) -> bool:
    """Whether a preposition names what there is: "could not leave because of fighting", "amid"."""
    return preposition.lower in ("amid", "despite", "because", "given", "due") or (
        preposition.lower in ("of", "to") and preposition.head.lower in ("because", "due")
    )


def _enjoyed(token: Token, row: Row) -> Row | None:
    """Who likes fishing fishes, and who loves to fish may; who would like to fish may not."""
    return None if token.tag == "VBG" or lemma(token.head) == "love" else row


def _unruled(token: Token, above: Link, score: float, because: Reasons) -> list[Limit]:
    """The limit where neither the governor nor a preposition has a row."""
    if token.tag == "VB" and above.by == "doing" and _told_plainly(token, above.governor):
        return [Limit(score, because)] if score < OPEN_FROM else []
    if above.by == "to":
        return [Limit(_unknown(above.governor, score), because)]
    if token.tag == "VB" and above.governor.pos == "AUX":
        return [Limit(-1.3, because)]
    return [Limit(score, because)] if score < OPEN_FROM else []


def _unknown(governor: Token, score: float) -> float:
    """The score of an infinitive whose governor no row knows: under a past one it came about sooner."""
    if score < OPEN_FROM:
        return min(score, -0.5)
    return {"VBD": 0.4, "JJ": 0.0}.get(governor.tag, 0.8 if lemma(governor) == "love" else -0.7)


@rule(
    "factuality.came-about",
    means="What one had to do or was able to do, told in the past, was done.",
    fires=("The crew [had] to leave.", "The crew was [able] to leave."),
    silent=("The crew has to leave.", "The crew was not able to leave.", "The crew is able to leave."),
)
def came_about(above: Link, score: float) -> float | None:
    """The score of an infinitive under a necessity or an ability that is told as past."""
    governor = above.governor
    if above.by != "to" or score < OPEN_FROM:
        return None
    if governor.lemma == "have" and not governor.below("dobj"):
        past = governor.tag == "VBD" or (governor.tag == "VBN" and bool(governor.below("aux")))
        return 2.5 if past else None
    copula = governor.head
    able = governor.lower == "able" and governor.dep == "acomp" and copula.lemma == "be"
    return 2.5 if able and copula.tag in ("VBD", "VBN") else None


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
    if score <= DENIED:
        return float(row["denied"])
    return float(min(row["holds"], score)) if row["holds"] > 0 else float(row["holds"])


def _in_order(noun: Token) -> bool:
    """ "In order to leave" orders nothing."""
    return noun.lower == "order" and noun.dep == "pobj" and noun.head.lower == "in"


def _row(above: Link) -> Row | None:
    if _in_order(above.governor):
        return None
    table = WORDS["governor"] if above.governor.pos in ("VERB", "AUX") else WORDS["noun_governor"]
    row = table.lookup(lemma(above.governor))
    return row or (WORDS["noun_governor"].lookup(above.governor.lower) if above.by == "to" else None)


def _answered_for(token: Token, above: Link, score: float) -> Row | None:
    """The row of "thanked for leaving", "was jailed for burning the depot": it takes it that it was done."""
    if above.through is None or above.through.lower != "for" or DENIED < score < OPEN_FROM:
        return None
    if any(_denies(child) for child in token.children):
        return None  # "thanked for not firing"
    return WORDS["answered_for"].lookup(lemma(above.governor))


def _denies(child: Token) -> bool:
    return child.dep in ("neg", "advmod", "preconj") and WORDS["negator"].lookup(child.lower) is not None


def _between(above: Link) -> Limit | None:
    if above.through is None:
        return None
    preposition = above.through
    row = WORDS["preposition"].lookup(preposition.lower)
    if preposition.lower == "from" and lemma(preposition.head) in SOURCES:
        return None  # "returned from fighting the fire"
    for word in preposition.children:
        if word.dep in ("advmod", "prep") and word.lower in ("instead", "rather"):
            preposition, row = word, WORDS["preposition"].lookup(word.lower)
    if preposition.head.lower == "instead":
        preposition, row = preposition.head, WORDS["preposition"].lookup("instead")
    return (
        None if row is None else Limit(row["cap"], (row.because(preposition.span),), row.get("always", False))
    )


def _content(token: Token, above: Link, score: float, because: Reasons) -> list[Limit]:
    if any(c.text == ";" and token.i < c.i < above.governor.i for c in above.governor.children):
        return []  # "a shell hit the school; no deaths were reported": side by side, not one in the other
    row = WORDS["attitude"].lookup(lemma(above.governor))
    if row is not None and not _not_wanted(token, above.governor):
        held = row["denied"] if score <= DENIED else row["holds"]
        return [Limit(held, (row.because(above.governor.span),), replaces=held == row["denied"] and held > 0)]
    return [Limit(0.0, because)] if score <= DENIED else []


def _not_wanted(token: Token, governor: Token) -> bool:
    """ "Asked why they hide" takes it that they hide; who insists that it is so does not want it to be so."""
    if lemma(governor) == "ask":
        return any(child.lower in QUESTION_WORDS and child.i < token.i for child in token.children)
    if lemma(governor) in ("want", "like", "let"):
        return token.tag in ("VBZ", "VBD")  # they take no clause with a tense: two sentences run together
    return lemma(governor) == "insist" and token.tag in ("VBZ", "VBD", "VBN", "VBP")


def _object(token: Token, above: Link, score: float, because: Reasons) -> list[Limit]:
    row = WORDS["governor"].lookup(lemma(above.governor))
    if token.dep != "nsubj" and row is not None and "object" in row.fields and score >= OPEN_FROM:
        return [Limit(row["object"], (row.because(above.governor.span),))]
    return [Limit(score, because)]


@rule(
    "factuality.described",
    means="What tells of a thing that need not be there ('needs a crew that fires') is open as it is.",
    fires="The army will need trucks that [carry] shells.",
    silent=("The army has trucks that carry shells.", "The army will need the trucks that carry shells."),
    gives={"factuality": "?"},
)
def described(token: Token, score: float) -> float | None:
    """The score of a present clause about an indefinite thing under what has not happened."""
    noun = token.head
    sought = noun.dep == "dobj" and noun.head.lemma in ("need", "want", "seek")
    if token.dep not in ("relcl", "acl") or (score >= OPEN_FROM and not sought):
        return None
    if noun.pos != "NOUN" or noun.below("poss") or any(c.lower in DEFINITE for c in noun.below("det")):
        return None
    first = next((child for child in token.children if child.dep in AUXILIARIES), token)
    return 0.4 if first.tag in PRESENT or (first is token and token.tag in ("VBG", "VBN")) else None


@rule(
    "factuality.purpose",
    means="What something was done for may or may not have come about.",
    fires="Crews returned [to] repair the line.",
    silent="Crews returned and repaired the line.",
    gives={"factuality": "?"},
)
def purpose(token: Token, score: float) -> float | None:
    """The score of an infinitive that says what something is for."""
    if token.dep not in ("advcl", "relcl", "acl") or token.tag not in ("VB", "VBN"):
        return None
    in_order = _in_order(token.head)
    if not in_order and WORDS["noun_governor"].lookup(token.head.lower) is not None:
        return None
    if not any(child.lower == "to" and child.dep == "aux" for child in token.children):
        return None
    if token.dep != "advcl" and not in_order:
        return 0.2 if token.tag == "VB" else -1.3  # "the bridge to be repaired"
    if score < OPEN_FROM:
        return -0.6
    doing = token.head.head.head if in_order else token.head
    return 0.7 if doing.tag in ("VBD", "VBN") else 0.2


RULES: tuple[Rule, ...] = (purpose.rule, came_about.rule, described.rule)
