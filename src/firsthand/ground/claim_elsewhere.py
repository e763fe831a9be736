"""Places that a sentence names and where nothing of it happens: where people come from or are carried to."""

from __future__ import annotations

from firsthand.ground.place_no_scene import is_no_scene
from firsthand.ground.quantity_figure import KINDS, PEOPLE, word_list
from firsthand.resources.parser import Parse, Token
from firsthand.schema import Place

_IN_CARE = word_list("in_care")
_CARRIED = word_list("carried")
_AWAY = word_list("carried_away")
_COMING = word_list("coming")
_SENT_OFF = word_list("sent_off")


def is_elsewhere(place: Place, parse: Parse) -> bool:
    """Whether a name says where somebody comes from, or where the wounded are taken to.

    Soldiers "from a base in Damascus", wounded men "taken to Gao", drones "launched from" a town that strike
    another, a driver who "came from" a town. What befell them befell them in another place.
    """
    if is_no_scene(place, parse):
        return True
    inside = parse.within(place.span)
    top = next((token for token in inside if token.head not in inside or token.head is token), None)
    if top is None or (lead := _lead(top)) is None:
        return False
    if lead.lower == "to":
        return _carried_to(lead.head)
    return lead.lower == "from" and _come_from(lead.head)


def _lead(name: Token) -> Token | None:
    """The "from" or "to" that a name stands under, through the place it is in: from a base in Damascus."""
    token = name
    for _ in range(4):
        if token.dep in ("compound", "nmod", "appos", "conj"):
            token = token.head
            continue
        if token.dep != "pobj":
            return None
        if token.head.lower in ("from", "to"):
            return token.head
        if token.head.lower not in ("in", "at", "near", "of") or token.head.head.pos not in ("NOUN", "PROPN"):
            return None
        token = token.head.head
    return None


def _come_from(above: Token) -> bool:
    if above.pos in ("NOUN", "PROPN"):
        tables = (KINDS["noun"], KINDS["outcome"])
        rows = [table.lookup(word) for table in tables for word in (above.lemma.lower(), above.lower)]
        return any(row is not None and row["kind"] in PEOPLE for row in rows)
    sent_off = above.lemma in _SENT_OFF and above.tag == "VBN" and above.dep == "acl"
    return sent_off or (above.lemma in _COMING and not above.below("dobj", "nsubjpass"))


def _carried_to(verb: Token) -> bool:
    if verb.lemma in _AWAY:
        return True
    if verb.lemma not in _CARRIED:
        return False
    treated = any(
        noun.lower in ("treatment", "surgery", "burial")
        for on in verb.below("prep")
        for noun in on.below("pobj")
    )
    whom = verb.below("nsubjpass", "dobj")
    hurt = any(
        one.lower in _IN_CARE
        or one.lemma in _IN_CARE
        or any(child.lower in _IN_CARE for child in one.children)
        for one in whom
    )
    return treated or hurt


__all__ = ["is_elsewhere"]
