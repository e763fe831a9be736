"""Deeds that are told only as what a false claim says: "the claim that rebels shelled it is false"."""

from __future__ import annotations

from firsthand.extract.event_forms import lemma
from firsthand.extract.events_blame import WORDS
from firsthand.resources.parser import Token
from firsthand.schema import Because

_TELLING = """claim report allegation assertion accusation statement information rumour rumor story news
    suggestion account version notion charge message post article"""
TELLING = frozenset(_TELLING.split())
"""Nouns whose clause says what somebody tells."""
WITHIN = frozenset({"conj", "advcl", "xcomp", "ccomp", "pcomp", "dobj"})
CLAUSE = frozenset({"acl", "ccomp", "relcl", "appos", "dep"})
ABOUT = frozenset({"of", "about"})
STATED = ("acomp", "attr", "oprd", "dobj")
DEEPEST = 6


def refuted(deed: Token) -> Because | None:
    """Why a deed is only what a false claim says; None where nothing calls its telling false."""
    if (pending := _under_which(deed)) is not None:
        return pending
    told = _telling(deed)
    if told is None or told.head is told:
        return None
    if told.dep == "dobj" and (row := WORDS["dismissing"].lookup(lemma(told.head))) is not None:
        return row.because(told.head.span)
    return _false(told.head) if told.dep in ("nsubj", "nsubjpass") else None


def _telling(deed: Token) -> Token | None:
    """The noun of telling whose clause, or whose "of", the deed stands in."""
    for _ in range(DEEPEST):
        above = deed.head
        if above is deed:
            return None
        if above.pos in ("NOUN", "PROPN") and lemma(above) in TELLING:
            return above if deed.dep in CLAUSE and deed.tag[:2] == "VB" else None
        if deed.dep == "pobj":
            return above.head if above.lower in ABOUT and lemma(above.head) in TELLING else None
        if deed.dep not in WITHIN:
            return None
        deed = above
    return None


def _under_which(deed: Token) -> Because | None:
    """ "Information, according to which troops opened fire, is false": the parser joins the two verbs."""
    near = {one.i: one.lower for one in (*deed.subtree(), deed.head, deed.head.head, *deed.head.children)}
    under = any(
        word == "which" and near.get(i - 1) == "to" and near.get(i - 2) == "according"
        for i, word in near.items()
        if i < deed.i
    )
    # "said reports that troops fired were invented": the parser takes the noun for a verb
    mistaken = deed.head.tag == "VBZ" and lemma(deed.head) in TELLING and not deed.head.below("nsubj")
    joined = deed.below("conj", "ccomp") if under or mistaken else []
    above = deed.head
    for _ in range(DEEPEST if under else 0):
        joined += [above] if above.tag[:2] == "VB" else []
        above = above.head
    return next((why for verb in joined if (why := _false(verb)) is not None), None)


def _false(verb: Token) -> Because | None:
    """The word by which a predicate calls its subject false: "is untrue", "was fabricated", "is not true"."""
    denied = any(child.dep == "neg" for child in verb.children)
    table = WORDS["true" if denied else "untrue"]
    nouns = [noun for to in verb.below("prep") if to.lower == "to" for noun in to.below("pobj")]
    for token in (verb, *verb.below(*STATED), *(nouns if lemma(verb) == "correspond" else ())):
        if (row := table.lookup(token.lower) or table.lookup(lemma(token))) is not None:
            return row.because(token.span)
    return None
