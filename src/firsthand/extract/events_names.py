"""Who a noun phrase names: its words without article, figure and relative clause, and who a group is."""

from __future__ import annotations

from firsthand.extract.events_nouns import NOUNS, doers_behind, names_people, noun_row
from firsthand.resources.parser import Token
from firsthand.schema import Reasons, Span

BEFORE = frozenset({"compound", "amod", "nmod", "poss", "npadvmod", "advmod"})
FIGURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})
DAYS = "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow"
MONTHS = "january february march april may june july august september october november december"
CALENDAR = frozenset(f"{DAYS} {MONTHS}".split())
"""Days and months, which the parser now and then takes for somebody."""
DEEPEST = 3
"""Phrases within phrases that still belong to a name: "ministry of health of the republic of Orvan"."""
MOST = 12
"""Parties read of one list: a longer list is no list of parties."""
WHERE = frozenset({"in", "at", "from", "throughout"})
PLACED = frozenset({"GPE", "LOC", "FAC", "ORG"})
NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})
RECEIVING = frozenset({"place", "ground"})
LOOSE = frozenset({"det", "nummod", "predet", "punct", "quantmod"})
LEFT_OUT = frozenset(
    {
        "more",
        "about",
        "least",
        "some",
        "nearly",
        "several",
        "many",
        "other",
        "own",
        "only",
        "all",
        "just",
        "few",
        "most",
    }
)


def parties(noun: Token) -> list[Token]:
    """The heads that a noun phrase lists: "Orvan and Belmora" are two, "thousands of miners" are miners."""
    found: list[Token] = []
    waiting = [noun]
    while waiting and len(found) < MOST:
        one = waiting.pop(0)
        found.append(consists_of(one))
        waiting += [child for child in one.children if child.dep == "conj" and child.pos != "VERB"]
    return found


def consists_of(noun: Token) -> Token:
    """Whom a group consists of: "thousands of miners" are miners; the noun itself where it is no group."""
    for _ in range(3):
        if NOUNS["group"].lookup(noun.lemma) is None:
            return noun
        inner = [deeper for child in noun.children if child.lower == "of" for deeper in child.below("pobj")]
        if not inner:
            return noun
        noun = inner[0]
    return noun


def groups(noun: Token) -> Reasons:
    """The reasons by which "thousands of miners" were read as miners."""
    row = NOUNS["group"].lookup(noun.lemma)
    if row is None or not any(child.lower == "of" for child in noun.children):
        return ()
    return (row.because(noun.span),)


def span(noun: Token, depth: int = 0) -> Span:
    """The words that name the party: no article, no figure, no relative clause, no apposition."""
    first = noun
    left = [child for child in noun.children if child.i < noun.i]
    for child in reversed(left):
        if child.dep not in BEFORE or child.lower in LEFT_OUT:
            if child.dep in (
                "det",
                "nummod",
                "quantmod",
                "punct",
                "predet",
                "advmod",
                "poss",
                "amod",
                "cc",
                "conj",
                "nmod",
            ):
                if child.dep in ("punct", "cc", "conj"):
                    continue
                break
            continue
        first = _leftmost(child)
    end = noun.end
    for child in noun.children:
        if depth < DEEPEST and child.dep == "prep" and child.i == noun.i + 1 and _names_it(noun, child):
            for inner in child.below("pobj"):
                end = max(end, *(span(one, depth + 1).end for one in (inner, *_named_along(inner))))
    return Span(first.start, end)


def _named_along(noun: Token) -> list[Token]:
    """ "Ministers of Orvan and Belmora": the names joined to the first."""
    return [child for child in noun.children if child.dep == "conj" and child.pos == noun.pos == "PROPN"]


ACCUSING = frozenset({"accuse", "convict", "suspect", "acquit"})
"""Verbs whose "of" says of what, though the parser may hang it on whom."""


def _names_it(noun: Token, preposition: Token) -> bool:
    """Whether the phrase behind the noun belongs to the name: "ministry of health", "rebels in Belmora"."""
    accused = preposition.lower == "of" and noun.dep == "dobj" and noun.head.lemma in ACCUSING
    if accused and any(_is_deed(inner) for inner in preposition.below("pobj")):
        return False  # "accuses both sides of torture": the sides
    if preposition.lower == "of" or (noun.entity == "ORG" and preposition.entity == "ORG"):
        return True
    if preposition.lower not in WHERE or not names_people(noun):
        return False
    return any(inner.pos == "PROPN" and inner.entity in PLACED for inner in preposition.below("pobj"))


def _is_deed(noun: Token) -> bool:
    """Whether a noun names a happening: torture, the killing of farmers."""
    row = noun_row(noun)
    return row is not None and "type" in row.fields


def _leftmost(token: Token) -> Token:
    inside = [child for child in token.children if child.i < token.i and child.dep not in LOOSE]
    while inside:
        token = inside[0]
        inside = [child for child in token.children if child.i < token.i and child.dep not in LOOSE]
    return token


def is_party(noun: Token) -> bool:
    """Whether the noun names people, forces, a state or an organisation rather than a thing."""
    if names_people(noun):
        return True
    if noun.lower in CALENDAR:
        return False
    return noun.entity not in FIGURES and (noun.pos == "PROPN" or noun.entity in NAMES)


INNER = ("by", "against", "on", "over", "at", "about", "with", "to", "from", "between", "toward", "towards")
GOING = frozenset({"withdrawal", "mobilization"})
"""Nouns of what those behind their "of" do: the withdrawal of the troops is theirs to make."""


def can_receive(noun: Token) -> bool:
    """Whether help can go to what the noun names: people, forces, a state, a town, a hospital."""
    row = noun_row(noun)
    if row is None:
        return is_party(noun)
    return is_party(noun) or row["class"] in RECEIVING or row.get("also") in RECEIVING


def parties_in(noun: Token, inside: bool = False, depth: int = 0) -> list[Token]:
    """The noun itself if it is a party (and not only those `inside` are wanted), else those in its phrase."""
    if is_party(noun) and not inside:
        return [noun]
    if depth > 1:
        return []
    return [party for inner in inner_parties(noun) for party in parties_in(inner, depth=depth + 1)]


def inner_parties(noun: Token) -> list[Token]:
    """Who stands inside the phrase of a thing: "Belmoran homes", "calls by Orvan", "sanctions on Orvan"."""
    found: list[Token] = []
    row = noun_row(noun)
    if row is not None and row["class"] in GOING:
        of = [child for child in noun.below("prep") if child.lower == "of"]
        found += [inner for child in of for inner in child.below("pobj") if is_party(inner)]
    found += doers_behind(noun)
    for wanted in INNER:
        for child in noun.children:
            if child.lower == wanted and child.dep in ("prep", "agent"):
                found += child.below("pobj")
    found += [child for child in noun.children if child.dep == "poss" and child.pos in ("PROPN", "NOUN")]
    found += [
        child
        for child in noun.children
        if child.dep in ("amod", "compound", "nmod") and child.entity in NAMES
    ]
    for child in noun.children:
        if child.dep == "prep" and child.lower in ("of", "for", "in"):
            found += [n for n in child.below("pobj") if is_party(n)]
    return found + [child for child in noun.below("compound", "nmod") if names_people(child)]
