"""Deeds that a report accuses nobody of: what police and courts do by law, and what armies do to armies.

A voice that tells of an arrest charges the police with nothing. Who blames them in so many words ("accused
police of", "unlawfully arrested") is read elsewhere and still counts.
"""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.extract.event_forms import lemma
from firsthand.extract.events_nouns import noun_row
from firsthand.extract.events_sides import FIGHTERS, REGULARS
from firsthand.resources.parser import Parse, Token
from firsthand.schema import Attribution, Event, Span

_OFFICERS = """police officer policeman policewoman trooper constable deputy detective sheriff marshal
    patrolman gendarme swat"""
OFFICERS = frozenset(_OFFICERS.split())
"""Who may use force by law, and does so against somebody who threatens."""
_AUTHORITIES = """court judge tribunal jury magistrate prosecutor customs inspector regulator council ministry
    government parliament authority agency commission guard coastguard bailiff warden watchdog"""
AUTHORITIES = OFFICERS | frozenset(_AUTHORITIES.split())
"""Who may arrest, seize and forbid by law."""
ORDERLY = frozenset({"arrest", "seize", "restrict", "prosecute", "blockade"})
FORCES = frozenset(
    {"RCMP", "FBI", "NYPD", "LAPD", "PSNI", "DEA", "ATF", "NCA", "Gardai", "Gardaí", "Interpol"}
)
"""Police by the letters of their name."""
_LAWLESS = """pirate smuggler trafficker poacher robber burglar thief looter hijacker kidnapper gunman
    attacker assailant suspect dealer fugitive escapee arsonist"""
LAWLESS = frozenset(_LAWLESS.split())
"""Whoever is so called is arrested, and not abducted."""
_WRONGLY = """unlawfully illegally arbitrarily wrongly wrongfully falsely unjustly brutally violently
    indiscriminately deliberately"""
WRONGLY = frozenset(_WRONGLY.split())
WITHOUT = frozenset({"charge", "trial", "warrant", "reason", "explanation", "provocation", "warning"})
_THREATENING = """gunman suspect attacker assailant robber bomber knifeman kidnapper hijacker terrorist
    burglar shooter hostage-taker armed knife-wielding"""
THREATENING = frozenset(_THREATENING.split())
_THREATENS = "lunge point draw fire shoot aim raise pull attack threaten ram brandish swing stab charge open"
THREATENS = frozenset(_THREATENS.split())
TRIED = frozenset({"hit", "kill", "run", "strike", "grab"})
COMES_AT = frozenset({"come", "drive", "advance", "rush", "run", "move", "walk", "speed"})
"""What threatens where it is done towards the officer."""
AT = frozenset({"at", "toward", "towards"})
WHEN = frozenset({"when", "after", "as"})
MUTUAL = frozenset({"engage", "clash", "battle", "skirmish", "duel", "fight"})
_TITLES = "trooper officer deputy constable const detective det inspector sheriff marshal patrolman pc"
TITLES = frozenset(_TITLES.split())
_RANKS = "sgt sergeant cpl corporal lt lieutenant capt captain"
RANKS = frozenset(_RANKS.split())
ARMY = frozenset({"army", "troops", "soldier", "soldiers", "military", "rebels", "navy", "brigade"})
LONGEST_NAME = 4


class Officers:
    """The surnames of those whom a document calls officers of the law."""

    def __init__(self, parse: Parse) -> None:
        said = {token.lower for token in parse.tokens}
        titles = TITLES | RANKS if said & OFFICERS and not said & ARMY else TITLES
        self.names = {
            name for n, token in enumerate(parse.tokens) if token.lower.rstrip(".") in titles
            for name in _surname(parse.tokens[n + 1 : n + 1 + LONGEST_NAME])
        }  # fmt: skip

    def holds(self, tokens: Sequence[Token]) -> bool:
        """Whether the words name police, or somebody whom the document calls an officer."""
        head = _head(tokens)
        titled = any(token.lower.rstrip(".") in TITLES for token in tokens if token is not head)
        return lemma(head) in OFFICERS or (head.pos == "PROPN" and (titled or head.lower in self.names))


def _surname(behind: Sequence[Token]) -> list[str]:
    """The last of the names that stand right behind a title."""
    last: list[str] = []
    for token in behind:
        if token.text == ".":
            continue
        if token.pos != "PROPN" or not token.text[:1].isupper():
            break
        last = [token.lower]
    return last


def accuses_nobody(
    parse: Parse, event: Event, trigger: Token, actor: Span, voice: Attribution | None, officers: Officers
) -> bool:
    """Whether the telling of a deed holds the actor responsible for nothing that can be blamed."""
    doing = parse.within(actor)
    if not doing or _wrongly(trigger):
        return False
    if event.type == "COERCE":
        lawful = lemma(_head(doing)) in AUTHORITIES or officers.holds(doing) or _head(doing).text in FORCES
        return event.mode in ORDERLY and (lawful or (event.mode == "arrest" and _lawless(parse, event)))
    if officers.holds(doing) and event.mode in ("firearms", "repel", None):
        return _met_a_threat(parse, event, trigger) or _own_police(parse, voice)
    return voice is not None and _in_combat(parse, event, trigger, doing)


def _lawless(parse: Parse, event: Event) -> bool:
    """Whether only such are held as the law holds: pirates, smugglers, suspects."""
    held = [_head(tokens) for span in event.recipients if (tokens := parse.within(span))]
    return bool(held) and all(lemma(head) in LAWLESS for head in held)


def _wrongly(trigger: Token) -> bool:
    if any(child.lower in WRONGLY for child in trigger.children):
        return True
    return any(
        lemma(n) in WITHOUT for p in trigger.below("prep") if p.lower == "without" for n in p.below("pobj")
    )


def _met_a_threat(parse: Parse, event: Event, trigger: Token) -> bool:
    """ "Shot an armed man", "opened fire when the car came at him": against whom, or when."""
    hurt = [token for span in event.recipients for token in parse.within(span)]
    joined = [*trigger.below("conj"), *([trigger.head] if trigger.dep == "conj" else [])]
    verbs = [trigger, *joined]
    hurt += [
        t
        for verb in verbs
        for n in verb.below("dobj", "nsubjpass")
        for t in (n, *n.below("amod", "compound"))
    ]
    if any(lemma(token) in THREATENING or token.lower in THREATENING for token in hurt):
        return True
    return any(_threatens(one) for verb in verbs for one in verb.below("advcl"))


def _threatens(verb: Token) -> bool:
    """ "When he drew a knife", "after a car came at him": what somebody other than the police does."""
    if not {mark.lower for mark in verb.below("mark", "advmod")} & WHEN:
        return False
    if not verb.below("nsubj") or any(lemma(noun) in OFFICERS for noun in verb.below("nsubj")):
        return False
    at = any(p.lower in AT for p in verb.below("prep"))
    tried = lemma(verb) in ("try", "attempt") and any(
        lemma(x) in THREATENS | TRIED for x in verb.below("xcomp")
    )
    return tried or lemma(verb) in THREATENS or (at and lemma(verb) in COMES_AT)


def _own_police(parse: Parse, voice: Attribution | None) -> bool:
    """Whether police tell of their own."""
    source = [token for span in voice.source for token in parse.within(span)] if voice is not None else []
    return any(token.lower in OFFICERS or lemma(token) in OFFICERS for token in source)


def _in_combat(parse: Parse, event: Event, trigger: Token, doing: Sequence[Token]) -> bool:
    """Whether both sides fight, or an army's forces hit fighters: war, and no charge."""
    fire = lemma(trigger) in ("exchange", "trade") and any(n.lower == "fire" for n in trigger.below("dobj"))
    if fire or lemma(trigger) in MUTUAL:
        return True
    hurt = [_head(tokens) for span in event.recipients if (tokens := parse.within(span))]
    against = bool(hurt) and all(lemma(head) in FIGHTERS - {"man", "group"} for head in hurt)
    return against and _forces(_head(doing))


def _forces(noun: Token) -> bool:
    row = noun_row(noun)
    kind = row["class"] if row is not None else ""
    return (lemma(noun) in REGULARS or kind in ("forces", "aircraft")) and lemma(noun) not in FIGHTERS


def _head(tokens: Sequence[Token]) -> Token:
    inside = {token.i for token in tokens}
    return next((t for t in tokens if t.head is t or t.head.i not in inside), tokens[-1])
