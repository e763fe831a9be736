"""Whether a voice speaks of its own side: whose forces did it, by the words of the voice and of the actor."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from firsthand.extract.event_forms import lemma
from firsthand.extract.events_nouns import doer, noun_row
from firsthand.resources.gazetteer import default_gazetteer
from firsthand.resources.gazetteer_names import fold
from firsthand.resources.parser import Parse, Token
from firsthand.schema import Span

_MILITARY = """army armies military navy brigade battalion regiment division corps defence defense staff
    troops forces command garrison"""
MILITARY = frozenset(_MILITARY.split())
"""Words of a voice that speaks for regular forces."""
_OFFICIAL = """ministry minister official officials president government governor kremlin commander spokesman
    spokeswoman spokesperson force authorities general colonel secretary"""
OFFICIAL = MILITARY | frozenset(_OFFICIAL.split())
"""Words of a voice that speaks for the state it is named after."""
_IRREGULAR = "militia rebel rebels insurgent insurgents guerrilla guerrillas militants fighters separatists"
IRREGULAR = frozenset(_IRREGULAR.split())
LEADING = frozenset({"chief", "commander", "leader", "fighter", "member"})
"""Who speaks for a group that is called no more than that."""
_AGAINST = """former ex opposition opponent opponents critic critics rights human exiled ombudsman victim
    victims survivor survivors deserter defector captured"""
AGAINST = frozenset(_AGAINST.split())
"""Words of a voice that does not speak for the side that it is named after."""
_REGULARS = "army military navy force forces troop troops soldier serviceman servicemen defence defense"
REGULARS = frozenset(_REGULARS.split())
_FIGHTERS = "fighter militant rebel guerrilla insurgent militia group man combatant"
FIGHTERS = frozenset(_FIGHTERS.split())
_PLAIN = "air ground special security border own armed elite naval forces force defence defense unit brigade"
PLAIN = frozenset(_PLAIN.split())
"""Words beside forces that leave open whose they are."""
ENDINGS = ("ian", "ean", "ese", "ish", "ans", "an", "ia", "i", "n", "e", "a", "s")
SHORTEST = 4


def same_side(parse: Parse, source: Span, actor: Span) -> bool:
    """Whether the actor belongs to the voice: "its forces", the army of an army's voice, one nation's forces.

    False where the words do not settle it.
    """
    speaking, doing = parse.within(source), parse.within(actor)
    if not speaking or not doing:
        return False
    said = {token.lower for token in speaking}
    if said & AGAINST:
        return False
    ours, theirs = _nation(speaking), _nation(doing)
    if ours is not None and theirs is not None and ours != theirs:
        return False  # Niger is not Nigeria, whatever letters they share
    if ours is not None and ours == theirs and _capital(speaking):
        return _armed(_head(doing)) or somebodys_arms(_head(doing))
    return _owned(speaking, doing) or _named_alike(speaking, doing) or _plain(speaking, said, doing)


def _nation(tokens: Sequence[Token]) -> str | None:
    """The country that a demonym, a country's name or its capital's among some words names, if it is one."""
    found = {code for token in tokens if token.pos in ("PROPN", "ADJ") and (code := _country(token.text))}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=4096)
def _country(word: str) -> str | None:
    if not word[:1].isupper():
        return None
    gazetteer = default_gazetteer()
    if (land := gazetteer.demonym(word)) is not None:
        return land.country
    called = [
        place for place, alternate in gazetteer.named([fold(word)]).get(fold(word), ()) if not alternate
    ]
    states = {place.country for place in called if place.feature == "PCLI"} or {
        place.country for place in called if place.feature == "PPLC"
    }
    return states.pop() if len(states) == 1 else None


def _capital(speaking: Sequence[Token]) -> bool:
    """Whether the voice is no more than the name of a town or a country: Lisbon says, Portugal says."""
    return all(token.pos == "PROPN" or token.lower == "the" for token in speaking)


def _head(tokens: Sequence[Token]) -> Token:
    inside = {token.i for token in tokens}
    return next((t for t in tokens if t.head is t or t.head.i not in inside), tokens[-1])


def _armed(noun: Token) -> bool:
    row = noun_row(noun)
    return (row is not None and row["class"] == "forces") or lemma(noun) in REGULARS | FIGHTERS


def somebodys_arms(noun: Token) -> bool:
    """Whether the noun names drones, aircraft or guns as somebody's: "its drones", "government aircraft"."""
    row = noun_row(noun)
    if row is None or row["class"] not in ("weapon", "aircraft", "vehicle", "boat"):
        return False
    beside = (child for child in noun.children if child.i < noun.i)
    return any(
        child.tag in ("PRP$",) or child.entity in ("NORP", "GPE") or _party_word(child) for child in beside
    )


def _party_word(word: Token) -> bool:
    if word.dep not in ("compound", "poss", "amod", "nmod"):
        return False
    row = noun_row(word)
    return word.lower in OFFICIAL | IRREGULAR or (row is not None and row["class"] in ("forces", "people"))


def _owned(speaking: Sequence[Token], doing: Sequence[Token]) -> bool:
    """ "Its forces", "his men", "our troops": those of the one who speaks, where the pronoun can mean it."""
    if doing[0].tag != "PRP$" or not (_armed(_head(doing)) or somebodys_arms(_head(doing))):
        return False
    head = _head(speaking)
    row = noun_row(head)
    someone = (row is not None and row["class"] == "people") or doer(head) is not None
    person = head.entity == "PERSON" or (someone and head.tag in ("NN", "NNP"))
    word = doing[0].lower
    if word == "its":
        return not person or any(token.lower in MILITARY for token in speaking)
    return person if word in ("his", "her") else True


def _named_alike(speaking: Sequence[Token], doing: Sequence[Token]) -> bool:
    """ "The Russian ministry" and "Russian forces", "a commander of the Hill Guard" and "the Hill Guard"."""
    ours = [token for token in speaking if _name(token)]
    theirs = [token for token in doing if _name(token)]
    if not ours or not theirs or not any(token.lower in OFFICIAL | LEADING | IRREGULAR for token in speaking):
        return False
    head = _head(doing)
    if not (_armed(head) or somebodys_arms(head) or head.pos == "PROPN"):
        return False
    own = set().union(*(_stems(token.text) for token in ours))
    return all(_stems(token.text) & own for token in theirs)


def _name(token: Token) -> bool:
    named = token.pos == "PROPN" or token.entity in ("NORP", "GPE", "ORG")
    return named and token.text[0].isupper() and token.lower not in OFFICIAL | PLAIN


def _stems(word: str) -> set[str]:
    """ "Russia" and "Russian" share one, "Sudan" and "Sudanese"."""
    cut = {word[: -len(end)] for end in ENDINGS if word.endswith(end)}
    return {word, *(stem for stem in cut if len(stem) >= SHORTEST)}


def _plain(speaking: Sequence[Token], said: set[str], doing: Sequence[Token]) -> bool:
    """ "The army" of a military source, "the fighters" of a rebel chief: no word tells them from its own."""
    head = _head(doing)
    if any(token is not head and token.lower not in PLAIN | {"the"} for token in doing):
        return False
    irregular = bool(said & IRREGULAR) or ("group" in said and any(lemma(t) in LEADING for t in speaking))
    if irregular:
        return lemma(head) in FIGHTERS
    return lemma(head) in REGULARS and bool(said & MILITARY)
