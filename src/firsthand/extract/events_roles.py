"""Who did it, to whom, and with what: the parties of an event, by the place of its verb or noun."""

from __future__ import annotations

from firsthand.extract.event_forms import lemma
from firsthand.extract.events_names import FIGURES, is_party, parties_in
from firsthand.extract.events_nouns import noun_row
from firsthand.extract.events_types import Typed, unarmed
from firsthand.resources.parser import Token

SUBJECTS = ("nsubj", "csubj")
TOWARDS = ("against", "on", "at", "with", "to", "upon", "from", "into", "between", "of", "toward", "towards",
           "for", "over", "near", "in")  # fmt: skip
"""Prepositions before whom it is done to, the surest first."""
AIMED = frozenset({"against", "on", "at", "to", "upon", "into", "toward", "towards", "from"})
ON_THINGS = frozenset({"ASSAULT", "COERCE", "SANCTION", "RETREAT", "MOBILIZE", "PROTEST", "THREATEN"})
"""Types that can be done to a thing or a place; one does not praise or ask a thing."""
PLACES = frozenset({"place", "ground", "road", "border"})
THINGS = PLACES | {"boat", "aircraft", "vehicle", "media", "weapon", "people", "forces"}
WHERE = frozenset({"in", "near", "at", "over"})
"""Where it happens; whom it is done to, where nobody else is named."""
MEANS = frozenset({"with", "using", "by", "via"})
PRONOUNS = frozenset({"PRP", "PRP$", "WDT", "WP", "DT", "EX"})
MOVING = frozenset({"MOBILIZE", "AID"})
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
        return [noun for child in by for noun in child.below("pobj") if noun.entity not in FIGURES]
    subject = next((child for child in verb.children if child.dep in SUBJECTS), None)
    if subject is not None:
        if dies(verb):
            return []
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
    """Who does it where the verb has no subject of its own: subject or object of the clause above."""
    head = verb.head
    if verb.dep in ("acl", "relcl"):
        return _of_antecedent(verb, depth)
    if verb.dep == "pcomp":
        return (_done_to(head.head) or _agents(head.head, depth + 1)) if head.head.tag[:2] == "VB" else []
    if head is verb or verb.dep not in ("xcomp", "ccomp", "advcl", "conj", "oprd", "dep"):
        return []
    told = [noun for noun in head.below("dobj", "dative") if is_party(noun)]
    if told and verb.dep in ("xcomp", "ccomp") and head.pos == "VERB" and not head.below("nsubjpass"):
        return told
    if head.pos == "ADJ" and head.head is not head:
        head = head.head
    if verb.dep == "advcl" and unarmed(head) is not None and (shown := head.below("dobj")):
        return shown
    return _done_to(head) or _agents(head, depth + 1)


def _of_antecedent(verb: Token, depth: int) -> list[Token]:
    """ "Rebels holding the town", "a threat to leave": the noun before, if it can act, or who has it."""
    noun = verb.head
    if verb.tag == "VBG":
        return [noun] if is_party(noun) else _above(noun, depth) or [noun]
    return [] if verb.tag == "VBN" else _of_noun(noun) or _above(noun, depth)


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
    """Whether it is done to the verb's subject: "was shelled", "with two killed"."""
    if any(child.dep in ("nsubjpass", "auxpass") for child in verb.children):
        return True
    if verb.tag != "VBN" or verb.dep in ("amod", "ROOT", "conj"):
        return False
    return not verb.below("dobj") and not any(child.lemma == "have" for child in verb.below("aux"))


def _undergoers(verb: Token) -> list[Token]:
    """The nouns that it is done to: objects, the subject of a passive, the one who dies."""
    found = verb.below("dobj", "dative", "nsubjpass")
    if not found and verb.dep in ("acl", "relcl") and verb.tag == "VBN" and is_passive(verb):
        return [verb.head]
    if not found and (is_passive(verb) or dies(verb)):
        return verb.below("nsubj")
    return [noun for noun in found if noun.dep != "dative" or noun.tag[:2] == "NN"]


def dies(verb: Token) -> bool:
    """Whether the subject of the verb suffers what it says: who dies in an attack does not attack."""
    return lemma(verb) in ("die", "perish", "collapse")


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
    """Candidates for whom it is done to, the best first: people, forces and states before things."""
    token = event.token
    if token.tag[:2] != "VB":
        return [[noun] for _, noun in _behind(token)]
    done_to = _undergoers(token)
    if event.type == "OTHER":
        return [done_to]
    done_to = [noun for noun in done_to if event.noun is not noun]
    behind = _behind(token)
    foreign = [noun for noun in done_to if not _own(noun, event)]
    tried = [noun for noun in foreign if is_party(noun) and not _is_thing(noun)]
    tried += [party for place, noun in behind if not place for party in parties_in(noun)]
    for noun in (*done_to, *([event.noun] if event.noun is not None else [])):
        tried += parties_in(noun, inside=True)
    found = [[noun] for noun in tried]
    if depth < 5:
        for child in token.below("xcomp", "ccomp", "pcomp", "advcl"):
            if child.i > token.i:
                found += _below(child, event, depth)
    found += [[party] for place, noun in behind if place for party in parties_in(noun)]
    if event.type in ON_THINGS:
        aimed = [noun for _, noun in behind if noun.head.lower in AIMED]
        found += [[noun] for noun in (*foreign, *aimed) if _hit(noun, event)]
    return found


def _below(child: Token, event: Typed, depth: int) -> list[list[Token]]:
    """Whom a demand or a threat is about: the subject of its content, then whom the content is done to."""
    own = [[noun] for noun in child.below("nsubj", "nsubjpass")] if child.dep == "ccomp" else []
    return own + _whom(Typed(child, event.type), depth + 1)


def _behind(word: Token) -> list[tuple[bool, Token]]:
    """The nouns behind the word's prepositions, the surest first, each with whether it says where."""
    found = [
        (TOWARDS.index(child.lower), child.lower in WHERE, noun)
        for child in word.below("prep", "dative")
        if child.lower in TOWARDS
        for noun in child.below("pobj")
        if noun.entity not in FIGURES
    ]
    return [(place, noun) for _, place, noun in sorted(found, key=lambda one: one[0])]


def _own(noun: Token, event: Typed) -> bool:
    """Whether the noun names what somebody acts with: "its positions", troops sent, missiles fired."""
    row = noun_row(noun)
    kind = None if row is None else row["class"]
    if any(child.tag == "PRP$" for child in noun.children) and kind not in ("people", "forces"):
        return True
    if kind == "weapon":
        return event.type == "ASSAULT" and event.mode != "air-defence"
    moved = event.type in MOVING or event.mode == "withdraw" or lemma(event.token) in ("withdraw", "recall")
    return moved and kind in ("forces", "peacekeeper", "diplomat")


def _hit(noun: Token, event: Typed) -> bool:
    """Whether it can be done to this thing: a place, a vessel; under force, whatever is named."""
    row = noun_row(noun)
    if row is None or event.type in ("ASSAULT", "COERCE"):
        return event.type in ("ASSAULT", "COERCE") and (row is None or "type" not in row.fields)
    return row["class"] in THINGS and "type" not in row.fields


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
