"""What an event's own clause says of its happening: tense, modal verb, negation, mood, hedging adverb."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.extract.factuality_time import arranged, bound_for, on_condition, told_past
from firsthand.resources.parser import Token
from firsthand.rules import Row, Rule, lexicon, rule
from firsthand.schema import Reasons

WORDS = lexicon(__package__, "factuality.en.toml")

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
AUXILIARIES = frozenset({"aux", "auxpass"})
QUESTION_WORDS = frozenset({"who", "whom", "whose", "what", "which", "when", "where", "why", "how"})

# Mean answers of It-Happened by tag, rounded: a plain past is told as certain, a present less so.
BY_TAG = {"VBD": 3.0, "VBN": 2.5, "VBZ": 2.2, "VBP": 2.1, "VBG": 1.5, "VB": 1.5}
DONE_BY_NOW = 2.9
"""A participle with an auxiliary of the past or the perfect: "was shelled", "has left", "were leaving"."""
COURTESIES = frozenset({"thank", "thanks", "hope", "love", "regards", "appreciate", "recommend", "welcome"})
"""Bare forms that open a sentence and are no commands: "(I) hope this helps"."""
ALIKE = frozenset(
    {"put", "shut", "hit", "cut", "set", "hurt", "split", "cast", "beset", "spread", "overcome", "overrun"}
)
"""Verbs whose participle is their bare form."""
NOMINAL = 2.0
REDUCED = 2.0
"""A participle without an auxiliary: "the town shelled on Monday"."""
ALONGSIDE = 2.4
"""A participle beside something told as past: "a car blew up, killing the guard"."""
OPEN_INFINITIVE = -0.6
"""An infinitive that hangs on nothing: "how to leave"."""


@dataclass(frozen=True, slots=True)
class Clause:
    """What the clause alone says: its score, and why."""

    score: float
    because: Reasons = ()


@dataclass(frozen=True, slots=True)
class Limit:
    """The most that the surroundings let a score be; a limit that `replaces` sets it outright."""

    score: float
    because: Reasons = ()
    replaces: bool = False


def told(token: Token) -> Clause:
    """The clause's own telling of the event that `token` names."""
    score, because = _stance(token)
    for child in token.children:
        if (found := _denial(child)) is not None:
            row, word = found
            score, because = min(score, row["score"]), (*because, row.because(word.span))
        elif (hedge := _hedge(child)) is not None and hedge["cap"] < score:
            score, because = hedge["cap"], (*because, hedge.because(child.span))
    return Clause(score, because)


def _stance(token: Token) -> tuple[float, Reasons]:
    """Score by modal verb, mood or tense, before negation."""
    auxiliaries = [child for child in token.children if child.dep in AUXILIARIES]
    for child in auxiliaries:
        if child.tag == "MD" and (row := WORDS["modal"].lookup(child.lower)) is not None:
            return _modal(token, child, row, any(other.lemma == "have" for other in auxiliaries))
    for mood in (imperative, question):
        if (score := mood(token)) is not None:
            return score, (mood.because(token.span),)
    if (ahead := _ahead(token, auxiliaries)) is not None:
        return ahead
    if (row := _state(token, auxiliaries)) is not None:
        return row["score"], (row.because(token.span),)
    return _by_tense(token, auxiliaries), ()


def _state(token: Token, auxiliaries: list[Token]) -> Row | None:
    """The row of a verb that tells how something is ("has", "knows"), not what is done, in the present."""
    if token.tag not in ("VBP", "VBZ") or auxiliaries or _of_you(token):
        return None
    if any(child.lower == "to" for verb in token.below("xcomp") for child in verb.below("aux")):
        return None  # "has to leave" is no having
    return WORDS["state"].lookup(token.lemma)


def _modal(token: Token, modal: Token, row: Row, perfect: bool) -> tuple[float, Reasons]:
    held = row["perfect"] if perfect else row["score"]
    if not perfect and (seen := sensed(token, modal)) is not None:
        return seen, (sensed.because(modal.span),)
    if (asked := wanted(token, modal)) is not None:
        return min(asked, held), (row.because(modal.span), wanted.because(modal.span))
    if not perfect and (meant := softened(token, modal)) is not None:
        return meant, (softened.because(modal.span),)
    return held, (row.because(modal.span),)


def _ahead(token: Token, auxiliaries: list[Token]) -> tuple[float, Reasons] | None:
    """The score and the reason of what is told in the present and still to come."""
    if (row := _going_to(token)) is not None:
        return row["holds"], (row.because(token.span),)
    if (day := arranged(token, auxiliaries)) is not None:
        return -1.6, (arranged.because(day.span),)
    if (condition := on_condition(token, auxiliaries)) is not None:
        return 0.6, (on_condition.because(condition.span),)
    if (headed := bound_for(token, auxiliaries)) is not None:
        return headed, (bound_for.because(token.span),)
    return None


def _going_to(token: Token) -> Row | None:
    """The row of "going" in "going to leave", which goes nowhere and tells the future."""
    if token.tag != "VBG" or token.lower != "going":
        return None
    to = any(child.lower == "to" for verb in token.below("xcomp") for child in verb.below("aux"))
    return WORDS["governor"].lookup("go") if to else None


def _by_tense(token: Token, auxiliaries: list[Token]) -> float:
    """Score of a plain statement: by its auxiliary, else by the form of its verb."""
    if token.tag[:2] != "VB":
        return NOMINAL
    if auxiliaries and (score := _by_auxiliary(token, auxiliaries[0])) is not None:
        return score
    if token.tag in ("VBP", "VB") and _of_you(token):
        return 1.3
    if token.tag in ("VBG", "VBN") and not auxiliaries and token.dep != "ROOT":
        return ALONGSIDE if _beside_the_past(token) else REDUCED if token.tag == "VBN" else BY_TAG["VBG"]
    if token.tag == "VB" and not auxiliaries and any(child.dep in SUBJECTS for child in token.children):
        return BY_TAG["VBP"] if token.head.lemma == "be" else BY_TAG["VB"]
    return BY_TAG.get(token.tag, NOMINAL)


def _of_you(token: Token) -> bool:
    """Whether it is told of "you", who may be anybody: "you cross the bridge and there is the depot"."""
    return any(child.lower == "you" and child.dep in SUBJECTS for child in token.children)


def _beside_the_past(token: Token) -> bool:
    """Whether the verb that a participle hangs on, by itself or by a noun, tells of something past."""
    if token.dep not in ("advcl", "acl", "prep", "amod", "pcomp", "conj"):
        return False
    for above, _ in zip(token.ancestors(), range(3), strict=False):
        if above.tag[:2] == "VB":
            return told_past(above)
    return False


def _by_auxiliary(token: Token, first: Token) -> float | None:
    if token.tag == "VBG":
        return DONE_BY_NOW if first.tag == "VBD" else BY_TAG["VBP"] if first.tag in ("VBP", "VBZ") else 1.6
    if token.tag == "VBN" and (first.tag == "VBD" or (first.lemma == "have" and first.tag in ("VBP", "VBZ"))):
        return DONE_BY_NOW
    if first.lower == "to" and token.head is token:
        return OPEN_INFINITIVE
    if first.lemma == "do":
        return 2.3 if first.tag == "VBD" else 1.6
    return None


def _hedge(child: Token) -> Row | None:
    return WORDS["hedge"].lookup(child.lower) if child.dep == "advmod" else None


def _denial(child: Token) -> tuple[Row, Token] | None:
    """The row and the word by which a child of the event's word denies it: "not", "nobody", "no soldiers"."""
    if child.dep in ("neg", "advmod", "preconj"):
        word = (
            next((no for no in child.children if no.lower == "no"), child)
            if child.lower == "longer"
            else child
        )
        row = WORDS["negator"].lookup(word.lower)
        return None if row is None else (row, word)
    having = child.dep == "dobj" and child.head.lemma == "have"
    if not having and (child.dep in SUBJECTS or child.dep in ("dobj", "attr", "det")):
        for word in (child, *child.below("det", "preconj")):
            if (row := WORDS["absence"].lookup(word.lower)) is not None:
                return row, word
    return None


@rule(
    "factuality.imperative",
    means="What someone is told to do is not told as done.",
    fires="[Bring] the wounded to the school.",
    silent="The crew brought the wounded to the school.",
    gives={"factuality": "-"},
)
def imperative(token: Token) -> float | None:
    """The score of a command: a bare verb, first of its sentence or of a part of it, without a subject."""
    if token.lower in COURTESIES or _participle_alike(token):
        return None
    if any(child.lower in ("lets", "please") and child.i < token.i for child in token.children):
        asked = token.tag in ("VB", "VBP") and not any(child.dep in AUXILIARIES for child in token.children)
        return -1.5 if asked else None
    first = token.tag == "VBP" and token.dep == "ROOT"
    opens = first and token.i == min(one.i for one in token.subtree())
    if (token.tag != "VB" and not opens) or any(
        child.dep in SUBJECTS or child.dep in AUXILIARIES for child in token.children
    ):
        return None
    apart = token.dep in ("ROOT", "advcl", "parataxis", "dep")
    apart = apart or (token.dep in ("nmod", "compound") and _first_of(token.head) is token)
    before = token.dep == "ccomp" and token.i < token.head.i  # "Read the order; there is a trick in it"
    return -1.5 if apart or before or (token.dep == "conj" and token.head.tag != "VB") else None


def _participle_alike(token: Token) -> bool:
    """ "Shut out of the talks, the rebels left": a participle that looks as the bare verb does."""
    before = token.dep == "advcl" and token.i < token.head.i
    return before and token.lower in ALIKE and not token.below("dobj", "dative")


def _first_of(phrase: Token) -> Token | None:
    """The first word of a phrase, marks aside: "(See annexed map)"."""
    return next((token for token in phrase.subtree() if token.pos != "PUNCT"), None)


@rule(
    "factuality.question",
    means="What is asked is left open.",
    fires="Did the convoy [reach] the port?",
    silent="Why did the convoy reach the port?",
    gives={"factuality": "?"},
)
def question(token: Token) -> float | None:
    """The score of a question that can be answered by yes or no."""
    if token.dep != "ROOT" or not any(child.lower == "?" for child in token.children):
        return None
    return 0.8 if _inverted(token) is not None and not _asks_which(token) else None


@rule(
    "factuality.wanted",
    means="What someone is asked for ('can you ...?') is not told as done.",
    fires="[Can] you reach the port?",
    silent="You can reach the port.",
    gives={"factuality": "-"},
)
def wanted(token: Token, modal: Token) -> float | None:
    """The score of a request in the form of a question."""
    if _inverted(token) is not modal or not any(child.lower == "?" for child in token.children):
        return None
    return -1.5


SENSES = frozenset({"see", "hear", "smell", "feel"})


@rule(
    "factuality.sensed",
    means="What can be seen or heard is there, and who can see it sees it.",
    fires=("Gunfire [can] be heard from the port.", "I [can] see smoke over the port."),
    silent=("The guns can reach the port.", "The move could see fighting resume."),
)
def sensed(token: Token, modal: Token) -> float | None:
    """The score of a perception told with "can" or "could"; a thing that "could see" it foresees it."""
    if token.lemma not in SENSES or modal.lower not in ("can", "could", "ca"):
        return None
    if token.below("mark") or any(c.lower in ("if", "unless", "when") for c in token.children):
        return None
    who = next((c for c in token.children if c.dep in SUBJECTS), None)
    passive = bool(token.below("auxpass"))
    return 1.9 if passive or (who is not None and who.lower in _SOMEBODY) else None


_SOMEBODY = frozenset({"i", "we", "you", "he", "she", "they", "residents", "witnesses"})

WISHING = frozenset({"like", "love", "prefer", "hate"})
SAYING = frozenset(
    {"say", "argue", "think", "suggest", "hope", "appreciate", "recommend", "advise", "add", "note"}
)


@rule(
    "factuality.softened",
    means="Who would like something likes it, and who would say so says so; politely, so it is left open.",
    fires=("The mayor [would] like a ceasefire.", "I [would] argue that the bridge fell."),
    silent=("The mayor would leave the town.", "The mayor would have liked a ceasefire."),
)
def softened(token: Token, modal: Token) -> float | None:
    """The score of a wish or an opinion that is worded with "would"."""
    if modal.lower not in ("would", "'d", "’d") or token.tag != "VB":
        return None
    speaking = any(child.dep in SUBJECTS and child.lower in ("i", "we") for child in token.children)
    return 0.8 if token.lemma in WISHING or (speaking and token.lemma in SAYING) else None


def _inverted(token: Token) -> Token | None:
    """The auxiliary that stands before the subject, as in a question."""
    subject = next((child for child in token.children if child.dep in SUBJECTS), None)
    first = next((child for child in token.children if child.dep in AUXILIARIES), None)
    return first if subject is not None and first is not None and first.i < subject.i else None


def _asks_which(token: Token) -> bool:
    return any(child.lower in QUESTION_WORDS for child in token.children if child.i < token.i)


RULES: tuple[Rule, ...] = (
    *WORDS.rules,
    *(one.rule for one in (imperative, question, wanted, softened, sensed)),
)
