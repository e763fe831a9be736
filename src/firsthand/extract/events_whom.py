"""To whom it was done: the recipients of an event, by type, object and preposition."""

from __future__ import annotations

from firsthand.extract.event_forms import lemma
from firsthand.extract.events_names import FIGURES, can_receive, consists_of, is_party, parties_in
from firsthand.extract.events_nouns import noun_row
from firsthand.extract.events_roles import PRONOUNS, inverted
from firsthand.extract.events_types import Typed
from firsthand.extract.events_voice import dies, is_passive
from firsthand.resources.parser import Token

_TOWARDS = """against on outside at with alongside behind to upon from into through between of toward towards
    for over about near in"""
TOWARDS = tuple(_TOWARDS.split())
"""Prepositions before whom it is done to, the surest first."""
AND_OF = frozenset({"front", "favour", "favor", "support", "defence", "defense", "honour", "honor", "memory"})
AIMED = frozenset(
    {"against", "on", "at", "to", "upon", "into", "toward", "towards", "from", "outside", "through", "of"}
)
ON_THINGS = frozenset({"ASSAULT", "COERCE", "SANCTION", "RETREAT", "PROTEST", "THREATEN"})
"""Types that can be done to a thing or a place; one does not praise or ask a thing."""
CALLED_HOME = frozenset({"withdraw", "recall", "pull", "move", "bring", "call", "redeploy", "draw", "reduce"})
"""Verbs by which one moves one's own forces."""
OFFERING = frozenset(
    {"offer", "contribute", "pledge", "promise", "commit", "lend", "send", "deploy", "provide"}
)
"""Verbs by which one's own forces are put at another's service."""
LIMBS = frozenset({"head", "chest", "leg", "back", "arm", "stomach", "neck", "foot", "hand", "face", "heart"})
IN_PLACES = frozenset(
    {"ASSAULT", "COERCE", "SANCTION", "RETREAT", "MOBILIZE", "AID", "CONSULT", "THREATEN", "CONCEDE"}
)
PLACES = frozenset({"place", "ground", "road", "border"})
THINGS = PLACES | {"boat", "aircraft", "vehicle", "media", "weapon", "people", "forces", "network"}
NOT_HIT = frozenset({"restriction", "demand", "plan", "asylum"})
WHERE = frozenset({"in", "near", "at", "over"})
"""Where it happens; whom it is done to, where nobody else is named."""
THROUGH = frozenset({"through", "to", "of", "from", "into"})
"""Prepositions of the way that a march takes."""
ARRIVING = frozenset({"arrive", "land", "be", "visit", "travel", "stop", "stay"})
"""Who arrives in a country visits it; who meets in it meets somebody else."""
MOVING = frozenset({"MOBILIZE", "AID"})
"""Types in which troops and envoys are moved, not met: whom it is done to stands elsewhere."""


def recipients(event: Typed, acting: list[Token]) -> list[Token]:
    """The nouns that name whom it is done to, other than those who act; empty where nothing says."""
    if event.recipients:
        return list(event.recipients)
    taken = {noun.i for noun in acting}
    for candidates in _suffering(event) if event.suffered else _whom(event, 0):
        found = [
            noun
            for noun in candidates
            if noun.i not in taken and noun.tag not in PRONOUNS and not _only_where(noun, event)
        ]
        if found:
            return found[:1]
    return []


def _only_where(noun: Token, event: Typed) -> bool:
    """ "A strike in the capital", "shot in the head": where it was, not to whom it was done."""
    if noun.dep != "pobj" or noun.head.lower not in ("in", "at"):
        return False
    met = event.type == "CONSULT" and lemma(event.token) not in ARRIVING
    return lemma(noun) in LIMBS or ((met or event.type == "PROTEST") and noun.entity in ("GPE", "LOC"))


def _suffering(event: Typed) -> list[list[Token]]:
    """ "The convoy suffered an attack", "two miners went on trial": the subject."""
    return [event.token.below("nsubj", "nsubjpass")]


def _whom(event: Typed, depth: int) -> list[list[Token]]:
    """Candidates for whom it is done to, the best first: people, forces and states before things."""
    token = event.token
    if token.tag[:2] != "VB":
        return _of_noun(event, depth)
    done_to = [noun for noun in _undergoers(token) if event.noun is not noun]
    if event.type == "OTHER":
        return [done_to]
    behind = _behind(token)
    foreign = [noun for noun in done_to if not _own(noun, event) and (depth or not _moved(noun, event))]
    foreign = [consists_of(noun) for noun in foreign]
    near = [(place, noun) for place, _, noun in behind]
    if event.noun is not None and event.type == "ASSAULT":  # "the attack on the mill was carried out by"
        near = [(place, noun) for place, _, noun in _behind(event.noun)] + near
    found = [[noun] for noun in _named(event, foreign, done_to, behind)]
    found += _hits(event, foreign, near) if event.type == "THREATEN" else []
    if depth < 5:
        for child in token.below("xcomp", "ccomp", "pcomp", "advcl"):
            if child.i > token.i or (child.dep == "ccomp" and event.type == "REQUEST"):
                found += _below(child, event, depth)
    found += [[party] for noun in _where(event, behind) for party in parties_in(noun)]
    return found + (_hits(event, foreign, near) if event.type in ON_THINGS | {"AID"} else [])


Behind = list[tuple[bool, str, Token]]


def _named(event: Typed, foreign: list[Token], done_to: list[Token], behind: Behind) -> list[Token]:
    """Those whom the clause itself names: its object, who stands behind a preposition, who owns the thing."""
    tried = [noun for noun in foreign if is_party(noun) and not _is_thing(noun)]
    if event.noun is not None:
        tried += _about(event.noun)
    if event.type == "COOPERATE":
        handed = [noun for _, word, noun in behind if word == "with" and is_party(noun)]
        tried = handed + tried
    if event.type == "AID":
        tried += [noun for _, word, noun in behind if word in ("to", "for") and can_receive(noun)]
    near = [noun for place, word, noun in behind if not place and not _far(noun, event)
            and (event.type != "PROTEST" or word not in THROUGH)]  # fmt: skip
    if event.type == "ACCUSE":  # complained to the court over the raids: those who raid
        over = [noun for _, word, noun in behind if word == "over"]
        near = sorted([*over, *near], key=lambda noun: noun.head.lower == "to")
    tried += [party for noun in near for party in parties_in(noun)]
    for noun in (*done_to, *([event.noun] if event.noun is not None else [])):
        tried += parties_in(noun, inside=True)
        if event.type in ("SANCTION", "AID") and (made_of := consists_of(noun)) is not noun:
            tried += parties_in(made_of, inside=True)
    return _protested(event) + tried


def _protested(event: Typed) -> list[Token]:
    """ "In protest at the ministry's refusal": those whom a protest is against, wherever it stands."""
    if event.type != "PROTEST":
        return []
    words = [event.token, *([event.noun] if event.noun is not None else [])]
    nouns = [noun for word in words for child in word.below("prep") if child.lower == "in"
             for noun in child.below("pobj") if lemma(noun) == "protest"]  # fmt: skip
    about = [one for noun in nouns for child in noun.below("prep") for one in child.below("pobj")]
    return [party for one in about for party in parties_in(one)]


def _where(event: Typed, behind: Behind) -> list[Token]:
    """Where it happens, for types that can be done to a place, and where somebody goes to meet others."""
    found = [noun for _, _, noun in behind if _far(noun, event)]
    if event.type in IN_PLACES and (event.type != "CONSULT" or lemma(event.token) in ARRIVING):
        found += [noun for place, _, noun in behind if place]
    elif event.type in ("ACCUSE", "PROTEST"):
        found += [
            noun
            for _, word, noun in behind
            if word in ("at", "over") or (word == "in" and not _is_place(noun))
        ]
    return found


def _is_place(noun: Token) -> bool:
    return noun.entity in ("GPE", "LOC", "FAC") or (
        (row := noun_row(noun)) is not None and row["class"] in PLACES
    )


def _far(noun: Token, event: Typed) -> bool:
    """A place to which somebody goes to meet others: whom is done to only where no others are named."""
    return (
        event.type == "CONSULT" and noun.entity in ("GPE", "LOC") and noun.head.lower in ("to", "from", "for")
    )


def _hits(event: Typed, foreign: list[Token], near: list[tuple[bool, Token]]) -> list[list[Token]]:
    aimed = [noun for _, noun in near if noun.head.lower in AIMED]
    if event.type == "SANCTION":
        aimed += [
            noun for thing in event.token.below("dobj") for _, word, noun in _behind(thing) if word == "to"
        ]
    return [[noun] for noun in (*foreign, *aimed) if _hit(noun, event)]


def _of_noun(event: Typed, depth: int) -> list[list[Token]]:
    """Whom a noun is about: behind its prepositions, or in what it asks, offers or refuses to do."""
    noun = event.token
    found = [
        [party]
        for _, preposition, one in _behind(noun)
        if preposition not in ("between", "by")
        for party in parties_in(one) or [one]
    ]
    if event.type not in ("REQUEST", "REJECT", "AGREE", "THREATEN") or depth > 3:
        return found
    clauses = noun.below("acl", "relcl", "ccomp")
    clauses += [
        c for by in noun.below("prep", "agent") for n in by.below("pobj") for c in n.below("acl", "relcl")
    ]
    inner: list[list[Token]] = []
    for clause in clauses:
        if clause.tag in ("VB", "VBP", "MD"):
            inner += [[one] for one in clause.below("nsubj") if is_party(one)]
            inner += _whom(Typed(clause, event.type), depth + 1)
    if not inner:  # the parser takes "let the observers in" for the start of another clause
        inner = [
            [one] for c in clauses for d in c.below("ccomp") for one in d.below("nsubj") if is_party(one)
        ]
    return inner + found


def _about(noun: Token) -> list[Token]:
    """Whom the noun of a light verb is about, by its own prepositions: "a complaint against the firm"."""
    found: list[Token] = []
    for _, preposition, one in _behind(noun):
        if preposition in ("against", "at", "on", "over", "about", "to", "for", "with", "into"):
            found += parties_in(one)
    return found


def _below(child: Token, event: Typed, depth: int) -> list[list[Token]]:
    """Whom a demand or a threat is about: the subject of its content, then whom the content is done to."""
    asked = child.dep == "ccomp" or any(mark.lower == "for" for mark in child.below("mark"))
    own = [[noun] for noun in child.below("nsubj", "nsubjpass")] if asked else []
    return own + _whom(Typed(child, event.type), depth + 1)


def _undergoers(verb: Token) -> list[Token]:
    """The nouns that it is done to: objects, the subject of a passive, the one who dies."""
    found = verb.below("dobj", "dative", "nsubjpass")
    found += [noun for child in verb.below("ccomp") if child.pos == "ADJ" for noun in child.below("nsubj")]
    if (speaker := inverted(verb)) is not None:
        found.remove(speaker)
    if not found and verb.dep in ("acl", "relcl") and verb.tag == "VBN" and is_passive(verb):
        return [verb.head]
    if not found and (is_passive(verb) or dies(verb)):
        return verb.below("nsubj")
    return [noun for noun in found if noun.dep != "dative" or noun.tag[:2] == "NN"]


def _behind(word: Token) -> Behind:
    """The nouns behind the word's prepositions, the surest first, each with whether it says where."""
    prepositions = list(word.below("prep", "dative"))
    for child in word.below("prep", "advmod", "prt", "acl"):
        inner = child.below("prep")
        prepositions += inner if child.dep != "acl" else [one for one in inner if one.lower in ("to", "at")]
    found = [
        (TOWARDS.index(child.lower), child.lower in WHERE, child.lower, noun)
        for child in prepositions
        if child.lower in TOWARDS
        for noun in _in_front_of(child)
        if noun.entity not in FIGURES
    ]
    return [(place, word, noun) for _, place, word, noun in sorted(found, key=lambda one: one[0])]


def _in_front_of(preposition: Token) -> list[Token]:
    """ "In front of the court", "in favour of the court": the court; else the noun behind the word."""
    found: list[Token] = []
    for noun in preposition.below("pobj"):
        deeper = [n for child in noun.below("prep") if child.lower == "of" for n in child.below("pobj")]
        found += deeper if noun.lower in AND_OF and deeper else [noun]
    return found


def _moved(noun: Token, event: Typed) -> bool:
    """What is brought into place: not whom it is done to."""
    return event.type == "MOBILIZE" and noun.dep in ("dobj", "nsubjpass", "nsubj") and noun.entity != "GPE"


def _own(noun: Token, event: Typed) -> bool:
    """Whether the noun names what somebody acts with: "its positions", troops sent, missiles fired."""
    row = noun_row(noun)
    kind = None if row is None else row["class"]
    moved = event.type in MOVING or lemma(event.token) in CALLED_HOME | OFFERING
    if any(child.tag == "PRP$" for child in noun.children):
        return kind not in ("people", "forces") or moved or event.type == "CONSULT"
    if kind == "weapon":
        return event.type == "ASSAULT" and event.mode != "air-defence"
    return moved and kind in ("forces", "peacekeeper", "diplomat")


def _hit(noun: Token, event: Typed) -> bool:
    """Whether it can be done to this thing: a place, a vessel; under force, whatever is named."""
    row = noun_row(noun)
    if event.type == "AID":
        return row is not None and row["class"] in PLACES
    if row is None or event.type in ("ASSAULT", "COERCE"):
        known = row is None or (row["class"] not in NOT_HIT and "type" not in row.fields)
        return event.type in ("ASSAULT", "COERCE") and known
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
