"""Who did it and with what: the actors and instruments of an event, by the place of its verb or noun."""

from __future__ import annotations

from firsthand.extract.events_names import FIGURES, is_party
from firsthand.extract.events_nouns import doers_behind, noun_row
from firsthand.extract.events_types import Typed, unarmed
from firsthand.extract.events_voice import dies, is_passive
from firsthand.resources.parser import Token

SUBJECTS = ("nsubj", "csubj")
MEANS = frozenset({"with", "using", "by", "via"})
DASHES = frozenset({"—", "–", "-", "--"})
FINITE = frozenset({"VBD", "VBP", "VBZ"})
SHORTEST_PLACE = 3
"""Letters in capitals from which a word before a dash is taken for the place of a dateline."""
PRONOUNS = frozenset({"PRP", "PRP$", "WDT", "WP", "DT", "EX"})
MEETINGS = frozenset({"CONSULT", "COOPERATE", "AGREE"})
"""Types whose noun is without an actor of its own that of the clause: "the envoy is in town for talks"."""


def actors(event: Typed) -> list[Token]:
    """The nouns that name who does it; empty where the sentence does not say."""
    if event.actors:
        return [party for noun in event.actors for party in _behind_the_thing(noun)]
    if event.token.tag[:2] != "VB":
        return of_noun(event.token) or _of_clause(event)
    if event.suffered:
        return [] if event.noun is None else of_noun(event.noun) or _from_whom(event)
    if event.noun is not None and event.noun.dep in SUBJECTS and event.noun.head is event.token:
        return of_noun(event.noun)
    found = [party for noun in _agents(event.token) for party in _behind_the_thing(noun)]
    if not found and event.noun is not None:
        found = of_noun(event.noun)
    return found


def _from_whom(event: Typed) -> list[Token]:
    """ "Came under attack from the rebels", "came under fire by gunmen": whom it comes from."""
    words = (event.token, *([event.noun] if event.noun is not None else []), *event.token.below("prep"))
    small = [child for word in words for child in word.below("prep", "agent")]
    nouns = [noun for child in small if child.lower in ("from", "by") for noun in child.below("pobj")]
    armed = [noun for noun in nouns if is_party(noun) or somebodys(noun)]
    return armed if event.type == "ASSAULT" else []


def somebodys(noun: Token) -> bool:
    """ "Orvanian artillery", "rebel guns": arms that are called somebody's."""
    return _is_weapon(noun) and bool(_owners(noun))


def _behind_the_thing(noun: Token) -> list[Token]:
    """Who claimed or planted the bomb, who made the inquiry; the noun itself where nobody is named."""
    row = noun_row(noun)
    if row is not None and row["class"] == "weapon" and (owners := _owners(noun)):
        return owners
    if is_party(noun) or (row is not None and row["class"] == "people"):
        return [noun]
    itself = [] if row is not None and row["class"] in ("weapon", "attack") else [noun]
    return doers_behind(noun) or itself


def _owners(weapon: Token) -> list[Token]:
    """ "Army shells", "rebel rockets", "the junta's jets": whose they are."""
    near = weapon.below("poss", "compound", "amod", "nmod")
    return [word for word in near if is_party(word) and word.tag not in PRONOUNS][-1:]


def _of_clause(event: Typed) -> list[Token]:
    """ "The envoy is in Belmora for talks": who is there for it."""
    preposition, above = event.token.head, event.token.head.head
    if event.type == "MOBILIZE" and preposition.lower == "on" and above.pos in ("NOUN", "PROPN"):
        return [above] if is_party(above) else []
    if event.type not in MEETINGS or event.token.dep != "pobj" or above.lemma != "be":
        return []
    if preposition.lower not in ("for", "in"):
        return []
    return [noun for noun in above.below("nsubj") if is_party(noun)]


def _agents(verb: Token, depth: int = 0) -> list[Token]:
    """The subject of an active verb, the agent of a passive, or the one whom the clause above makes act."""
    if is_passive(verb):
        by = [child for child in verb.below("agent", "prep") if child.dep == "agent" or child.lower == "by"]
        return [noun for child in by for noun in child.below("pobj") if noun.entity not in FIGURES]
    subject = _subject(verb)
    if subject is not None:
        if dies(verb):
            return []
        return _named(subject, verb, depth)
    if (speaker := inverted(verb)) is not None:
        return [speaker]
    if (split := _split(verb)) is not None:
        return split
    return _borrowed(verb, depth) if depth < 8 else []


def _subject(verb: Token) -> Token | None:
    """The nearest subject before the verb, or the one behind it; never the place of a dateline."""
    found = verb.below(*SUBJECTS)
    before = [noun for noun in found if noun.i < verb.i]
    noun = before[-1] if before else next(iter(found), None)
    return None if noun is None else behind_dateline(noun, verb)


def behind_dateline(noun: Token, verb: Token) -> Token | None:
    """ "KARSK (Hill Wire) - Rebels shelled": the rebels; the noun itself where it opens no dateline."""
    if noun.pos != "PROPN" or noun.i > verb.i:
        return noun
    around = noun.subtree()
    between = [one for one in (*around, *verb.children) if noun.i < one.i < verb.i]
    marks = [one for one in between if one.text in DASHES and one.dep == "punct"]
    dashes = [one for one in marks if one.head is noun or one.head is verb]
    if len(dashes) != 1:
        return noun
    at = dashes[0].i
    bracketed = any(one.text == ")" and one.i == at - 1 for one in between)
    if not bracketed and not (noun.text.isupper() and len(noun.text) >= SHORTEST_PLACE):
        return noun
    return next((one for one in around if one.i > at and one.dep in ("appos", "conj", "dep")), None)


def inverted(verb: Token) -> Token | None:
    """ "Let them in, urged the union": the noun behind a saying that comes after what was said."""
    before = any(child.i < verb.i for child in verb.below("ccomp", "advcl", "parataxis"))
    after = [child for child in verb.below("dobj") if child.i > verb.i]
    return after[0] if before and after and is_party(after[0]) else None


def _named(subject: Token, verb: Token, depth: int) -> list[Token]:
    """The subject itself, or the noun that a relative pronoun or "they" under a saying stands for."""
    if subject.tag in ("WDT", "WP") or (subject.lower == "that" and verb.dep == "relcl"):
        return [verb.head] if verb.dep == "relcl" else []
    if subject.tag == "PRP" and subject.lower in ("he", "she", "it", "they") and depth < 8:
        above = verb.head
        if subject.lower in ("they", "it") and (accused := _accused(above)):
            return accused
        if above is not verb and verb.dep in ("ccomp", "advcl", "conj") and not _quoted(verb, subject):
            found = [n for n in _done_to(above) or _agents(above, depth + 1) if n.tag not in PRONOUNS]
            if found:
                return found
    return [subject]


def _accused(saying: Token) -> list[Token]:
    """ "Accused the rebels, saying they had fired": the rebels."""
    above = saying.head
    if saying.tag != "VBG" or saying.dep != "advcl" or above.lemma not in ("accuse", "blame", "condemn"):
        return []
    return [noun for noun in above.below("dobj") if is_party(noun)]


def _quoted(verb: Token, subject: Token) -> bool:
    """Whether a clause is a quotation, in which "they" are others than the one who speaks."""
    marks = (*verb.children, *verb.head.children) if verb.dep == "ccomp" else ()
    return any(child.tag == "``" and child.i < subject.i for child in marks)


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


def _split(verb: Token) -> list[Token] | None:
    """ "Said drones launched from K struck L": the drones, where the parse makes two clauses of it."""
    if verb.dep != "ccomp" or verb.tag not in FINITE:
        return None
    before = [c for c in verb.head.below("ccomp") if c.i < verb.i and c.tag in ("VBN", "VBD")]
    if not before or before[-1].below("aux", "auxpass", "dobj", "punct", "cc"):
        return None
    return [noun for noun in before[-1].below("nsubj") if not _is_weapon(noun)]


def _of_antecedent(verb: Token, depth: int) -> list[Token]:
    """ "Rebels holding the town", "a threat to leave": the noun before, if it can act, or who has it."""
    noun = verb.head
    if verb.tag == "VBG":
        return [noun] if is_party(noun) else _above(noun, depth) or [noun]
    if verb.tag == "VBN":
        return []
    return [noun] if is_party(noun) and noun.head is noun else of_noun(noun) or _above(noun, depth)


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


def of_noun(noun: Token) -> list[Token]:
    """Who does what a noun names: "the shelling of K by Orvan", "Orvan's attack", "talks between A and B"."""
    if found := doers_behind(noun):
        return found
    owners = [child for child in noun.children if child.dep == "poss" and child.tag not in PRONOUNS]
    owners += [
        c
        for c in noun.children
        if c.dep in ("amod", "compound", "nmod") and (c.entity in ("NORP", "GPE", "ORG"))
    ]
    if owners:
        return owners[:1]
    return _both(noun) or _moved(noun)


def _both(noun: Token) -> list[Token]:
    """ "Trade between Orvan and Belmora": both sides do it."""
    return [n for child in noun.below("prep") if child.lower == "between" for n in child.below("pobj")]


def _moved(noun: Token) -> list[Token]:
    """ "A build-up of troops", "a march of miners": who moves."""
    row = noun_row(noun)
    if row is None or row["class"] not in ("mobilization", "protest", "withdrawal"):
        return []
    of = [n for child in noun.below("prep") if child.lower == "of" for n in child.below("pobj")]
    return [noun for noun in of if is_party(noun)]


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
