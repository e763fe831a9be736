"""Subjects that attack nobody: footage that captures, a storm that strikes, a fire that is a blaze."""

from __future__ import annotations

from firsthand.extract.event_forms import lemma
from firsthand.extract.events_nouns import NOUNS, noun_row
from firsthand.resources.parser import Token
from firsthand.rules import Row
from firsthand.schema import Because

NATURE = "event.nature"
ARMED = frozenset({"weapon", "attack", "aircraft", "fighting"})
_BURNING = """house flat apartment home factory forest bush brush grass kitchen building warehouse hotel
    hospital school nightclub club mill market wild barn tower electrical shop mine dormitory hostel oil fuel
    chip tanker block gas ward camp"""
BURNING = frozenset(_BURNING.split())
"""What burns in a fire: "a house fire" is no shooting."""
BEFORE = ("compound", "amod", "nmod", "poss")


def unarmed_row(noun: Token) -> Row | None:
    """The row by which a noun attacks nobody; None for "a wave of drones" and for what somebody did."""
    for child in noun.below("prep", "agent", "acl"):
        if child.lower == "by":
            return None
        for inner in child.below("pobj") if child.lower == "of" else ():
            row = noun_row(inner)
            if row is not None and row["class"] in ARMED:
                return None
    return NOUNS["unarmed"].lookup(lemma(noun))


def natural(noun: Token) -> Because | None:
    """Why a noun names nature, an accident or a blaze; None where it does not."""
    row = unarmed_row(noun)
    if row is not None:
        return row.because(noun.span) if row.rule.name == NATURE else None
    return _blaze(noun)


def _blaze(noun: Token) -> Because | None:
    row = NOUNS["blaze"].lookup(lemma(noun))
    if row is None or any(child.lower == "by" for child in noun.children):
        return None
    before = noun.below(*BEFORE)
    burning = any(child.lower in BURNING for child in before)
    plain = not before and any(child.lower in ("a", "the", "this") for child in noun.below("det"))
    from_guns = any(child.lower in ("from", "of") for child in noun.below("prep"))
    alone = row.get("alone", True) and plain and not from_guns
    return row.because(noun.span) if burning or alone else None
