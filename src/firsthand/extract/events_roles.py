"""Who did it, to whom, and with what: the parties of an event, by the place of its verb or noun."""

from __future__ import annotations

from firsthand.extract.events_names import inner_parties, is_party
from firsthand.extract.events_types import Typed, noun_row
from firsthand.resources.parser import Token

SUBJECTS = ("nsubj", "csubj")
TOWARDS = (
    "against",
    "on",
    "at",
    "with",
    "to",
    "upon",
    "from",
    "into",
    "between",
    "of",
    "toward",
    "towards",
    "for",
    "over",
    "near",
    "in",
)
MEANS = frozenset({"with", "using", "by", "via"})
PRONOUNS = frozenset({"PRP", "PRP$", "WDT", "WP", "DT", "EX"})
MOVING = frozenset({"MOBILIZE", "AID", "SANCTION", "RETREAT", "AGREE", "THREATEN"})
"""Types in which troops and envoys are moved, not met: whom it is done to stands elsewhere."""


def actors(event: Typed) -> list[Token]:
    """The nouns that name who does it; empty where the sentence does not say."""
    if event.actors:
        return list(event.actors)
    if event.token.tag[:2] != "VB":
        return _of_noun(event.token)
    found = _agents(event.token)
    if not found and event.noun is not None:
        found = _of_noun(event.noun)
    return found


def _agents(verb: Token, depth: int = 0) -> list[Token]:
    """The subject of an active verb, the agent of a passive, or the one whom the clause above makes act."""
    if is_passive(verb):
        by = [child for child in verb.below("agent", "prep") if child.dep == "agent" or child.lower == "by"]
        return [noun for child in by for noun in child.below("pobj")]
    subject = next((child for child in verb.children if child.dep in SUBJECTS), None)
    if subject is not None:
        return _named(subject, verb, depth)
    return _borrowed(verb, depth) if depth < 8 else []


def _named(subject: Token, verb: Token, depth: int) -> list[Token]:
    """The subject itself, or the noun that a relative pronoun or "they" under a saying stands for."""
    if subject.tag in ("WDT", "WP") or (subject.lower == "that" and verb.dep == "relcl"):
        return [verb.head] if verb.dep == "relcl" else []
    if subject.tag == "PRP" and subject.lower in ("he", "she", "it", "they") and depth < 8:
        above = verb.head
        if above is not verb and verb.dep in ("ccomp", "advcl", "conj"):
            found = [n for n in _done_to(above) or _agents(above, depth + 1) if n.tag not in PRONOUNS]
            if found:
                return found
    return [subject]


def _borrowed(verb: Token, depth: int) -> list[Token]:
    head = verb.head
    if head is verb:
        return []
    if verb.dep in ("acl", "relcl"):
        return (
            [head]
            if verb.tag == "VBG"
            else ([] if verb.tag == "VBN" else _of_noun(head) or _above(head, depth))
        )
    if verb.dep in ("xcomp", "ccomp", "advcl", "conj", "oprd", "dep"):
        told = [
            child
            for child in head.children
            if child.dep in ("dobj", "dative") and verb.dep in ("xcomp", "ccomp")
        ]
        if told and head.pos == "VERB" and not any(c.dep == "nsubjpass" for c in head.children):
            return told
        if head.pos == "ADJ" and head.head is not head:
            head = head.head
        return _done_to(head) or _agents(head, depth + 1)
    if verb.dep == "pcomp" and head.head.tag[:2] == "VB":
        return _done_to(head.head) or _agents(head.head, depth + 1)
    return []


def _done_to(verb: Token) -> list[Token]:
    """The subject of a passive: who was quoted as saying says."""
    return [child for child in verb.children if child.dep == "nsubjpass"] if is_passive(verb) else []


def speakers(verb: Token) -> list[Token]:
    """Who says what `verb` heads as its content; empty where the saying has no subject."""
    above = verb.head
    if above is verb or above.tag[:2] != "VB":
        return []
    return [noun for noun in _done_to(above) or _agents(above, 1) if noun.tag not in PRONOUNS]


def _above(noun: Token, depth: int) -> list[Token]:
    """The subject of the verb whose object the noun is."""
    above = noun.head
    return _agents(above, depth + 1) if above.tag[:2] == "VB" and noun.dep == "dobj" else []


def is_passive(verb: Token) -> bool:
    """Whether the verb's subject is the one that it is done to."""
    if any(child.dep in ("nsubjpass", "auxpass") for child in verb.children):
        return True
    return verb.tag == "VBN" and verb.dep == "acl"


def _of_noun(noun: Token) -> list[Token]:
    """Who does what a noun names: "the shelling of K by Orvan", "Orvan's attack", "Orvanian raids"."""
    for child in noun.children:
        if child.lower == "by" and child.dep in ("prep", "agent"):
            return child.below("pobj")
    owners = [child for child in noun.children if child.dep == "poss" and child.tag not in PRONOUNS]
    owners += [
        c
        for c in noun.children
        if c.dep in ("amod", "compound", "nmod") and (c.entity in ("NORP", "GPE", "ORG"))
    ]
    return owners[:1]


def recipients(event: Typed, acting: list[Token]) -> list[Token]:
    """The nouns that name whom it is done to, other than those who act; empty where nothing says."""
    if event.recipients:
        return list(event.recipients)
    taken = {noun.i for noun in acting}
    for candidates in _whom(event, 0):
        found = [noun for noun in candidates if noun.i not in taken and noun.tag not in PRONOUNS]
        if found:
            return found[:1]
    return []


def _whom(event: Typed, depth: int) -> list[list[Token]]:
    token = event.token
    if token.tag[:2] != "VB":
        return _towards(token)
    done_to = [child for child in token.children if child.dep in ("dobj", "dative", "nsubjpass")]
    if not done_to and token.dep == "acl" and token.tag == "VBN":
        done_to = [token.head]
    tried = [[noun] for noun in done_to if is_party(noun) and not _is_thing(noun) and not _own(noun, event)]
    tried += _behind(token, party=True)
    for noun in done_to:
        tried += [[inner] for inner in inner_parties(noun)]
    if depth < 5:
        for child in token.children:
            if child.dep in ("xcomp", "ccomp", "pcomp", "advcl") and child.i > token.i:
                tried += _below(child, event, depth)
    tried += [[noun] for noun in done_to if event.noun is None or noun is not event.noun]
    return tried + _behind(token, party=False)


def _below(child: Token, event: Typed, depth: int) -> list[list[Token]]:
    """Whom a demand or a threat is about: the subject of its content, then whom the content is done to."""
    own = (
        [[noun] for noun in child.children if noun.dep in ("nsubj", "nsubjpass")]
        if child.dep == "ccomp"
        else []
    )
    return own + _whom(Typed(child, event.type), depth + 1)


def _behind(verb: Token, party: bool) -> list[list[Token]]:
    """The nouns behind the verb's prepositions, those that point at somebody first."""
    found: list[tuple[int, list[Token]]] = []
    for child in verb.children:
        if child.dep in ("prep", "dative") and child.lower in TOWARDS:
            for noun in child.below("pobj"):
                if noun.entity in ("DATE", "TIME"):
                    continue
                if is_party(noun) == party:
                    found.append((TOWARDS.index(child.lower), [noun]))
                elif party:
                    found += [(TOWARDS.index(child.lower) + 20, [inner]) for inner in inner_parties(noun)]
    return [nouns for _, nouns in sorted(found, key=lambda pair: pair[0])]


def _towards(noun: Token) -> list[list[Token]]:
    found: list[tuple[int, list[Token]]] = []
    for child in noun.children:
        if child.dep == "prep" and child.lower in TOWARDS:
            found += [(TOWARDS.index(child.lower), [inner]) for inner in child.below("pobj")]
    return [nouns for _, nouns in sorted(found, key=lambda pair: pair[0])]


def _own(noun: Token, event: Typed) -> bool:
    """Whether the noun names what somebody acts with: "its troops", or the troops that are sent."""
    if any(child.tag == "PRP$" for child in noun.children):
        return True
    row = noun_row(noun)
    return event.type in MOVING and row is not None and row["class"] in ("forces", "peacekeeper", "diplomat")


def _is_thing(noun: Token) -> bool:
    row = noun_row(noun)
    return row is not None and row["class"] not in (
        "people",
        "forces",
        "diplomat",
        "peacekeeper",
        "media",
        "place",
    )


def instruments(event: Typed) -> list[Token]:
    """The weapons and means that the words name: "with mortars", "using drones"."""
    found: list[Token] = []
    for child in event.token.children:
        if child.dep in ("prep", "agent") and child.lower in MEANS:
            found += [noun for noun in child.below("pobj") if _is_weapon(noun)]
        elif child.dep == "advcl" and child.lower in ("using", "firing"):
            found += child.below("dobj")
    found += [child for child in event.token.children if child.dep in ("nsubj", "dobj") and _is_weapon(child)]
    return found


def _is_weapon(noun: Token) -> bool:
    row = noun_row(noun)
    return row is not None and row["class"] in ("weapon", "aircraft")
