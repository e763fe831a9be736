"""Whom a pronoun cannot mean, and who answers: what the words around an antecedent tell of it."""

from __future__ import annotations

from firsthand.extract.attribution_verbs import lemma_of, speaks
from firsthand.extract.voices_kinds import kind_of_word
from firsthand.extract.voices_known import Named
from firsthand.resources.parser import Token

HE, SHE = frozenset({"he", "him", "his"}), frozenset({"she", "her"})


def gender(head: Token) -> str:
    """He or she for a pronoun of either, nothing for others."""
    return "he" if head.lower in HE else "she" if head.lower in SHE else ""


def whom_asked(best: Named, head: Token) -> Token | None:
    """Whom the voice before has asked something, who then answers: "the judge asked Rolf Dane where"."""
    verb = best.head.head if best.head is not None else None
    if verb is None or verb.lemma not in ("ask", "question") or not 0 < head.sentence - verb.sentence <= 1:
        return None
    asked = next(iter(verb.below("dobj", "dative")), None)
    if asked is None:
        return None
    beside = (*asked.below("appos"), *verb.below("npadvmod"))
    return next((t for t in beside if t.entity == "PERSON"), asked)


def what_was_counted(noun: Token) -> Token | None:
    """What was shared or seen so often: "a photograph shared thousands of times, which"."""
    times = (noun, *(t for of in noun.below("prep") for t in of.below("pobj")))
    verb = noun.head
    if verb.pos != "VERB" or verb.i > noun.i or not any(t.lemma in ("time", "view") for t in times):
        return None
    return next(iter(verb.below("nsubj", "nsubjpass")), verb.head if verb.dep == "acl" else None)


def another_beside(token: Token) -> bool:
    """Whether two persons share a verb: "the mayor, Ilse Brandt, and the police chief, Jan Korda, met"."""
    return any(c.pos in ("NOUN", "PROPN") for t in (token, *token.below("appos")) for c in t.below("conj"))


def may_be_somebody(head: Token) -> bool:
    """Whether a common noun can be he or she: a guard who speaks can, a freeze cannot."""
    known = kind_of_word(head) is not None or head.lower.endswith(_PEOPLES)
    return known or (head.dep == "nsubj" and speaks(head.head) and lemma_of(head.head) not in _OF_THINGS)


_OF_THINGS = frozenset({
    "open", "close", "start", "begin", "finish", "go", "continue", "snap", "crack", "roar", "sing", "offer",
    "thunder", "hiss", "wail", "show", "indicate", "suggest", "reveal", "point", "signal", "pipe", "chime",
})  # fmt: skip
"""Verbs of speech that things have as well: the door that opened is no she."""
_PEOPLES = ("man", "woman", "smith", "keeper", "maker", "worker", "driver", "holder", "ologist")
"""Ends of nouns that are people's: of a noun that no lexicon knows nobody knows whether it can be a "he"."""
