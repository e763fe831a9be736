"""Places that a sentence names as somebody's, where nothing happened: home towns, governments, parties."""

from __future__ import annotations

from firsthand.ground.place_names import LISTS
from firsthand.resources.parser import Parse, Token
from firsthand.schema import Place

_PARTIES = frozenset(LISTS["parties"])
_NAMED_BODIES = "party bank union federation council front movement congress association army alliance"
_BODIES = frozenset(_NAMED_BODIES.split())
_COUNTRY = "PCLI"
_CLIMB = 8


def is_no_scene(place: Place, parse: Parse) -> bool:
    """Whether a name says whose home, hand or side it is, and not where something happened.

    "Jon Velk of Austin, Texas," died elsewhere; a market bombed "by the US", talks "between Israel and Iran",
    "the army and Russia" as those who act, and the country in the name of a body ("Radio Free Moravia").
    """
    inside = parse.within(place.span)
    if not inside:
        return False
    top = next((token for token in inside if token.head not in inside or token.head is token), inside[-1])
    return (
        _acts(top, place)
        or _home(_first(parse, inside[0]), parse)
        or _of_body(inside, parse)
        or _of_party(inside[0], parse)
        or _likened(inside, parse)
    )


def _of_party(first: Token, parse: Parse) -> bool:
    """Whether the name is the end of a party's or a bank's: the Democratic Party of Moravia."""
    if first.i < 2 or parse.tokens[first.i - 1].lower != "of":
        return False
    body = parse.tokens[first.i - 2]
    return body.text[:1].isupper() and body.lower in _BODIES and body.sentence == first.sentence


def _likened(inside: list[Token], parse: Parse) -> bool:
    """Whether one place is likened to another: the Nice of Moravia, the Paris of the East."""
    first, last = inside[0], inside[-1]
    before = [parse.tokens[at].lower for at in range(max(0, first.i - 3), first.i)]
    behind = parse.tokens[last.i + 1].lower if last.i + 1 < len(parse.tokens) else ""
    if before[-1:] == ["the"] and behind == "of":
        return _compares(last)
    if before[-1:] == ["of"] and len(before) == 3 and before[0] == "the":
        return parse.tokens[first.i - 2].tag == "NNP" and _compares(parse.tokens[first.i - 2])
    return False


def _compares(name: Token) -> bool:
    """Whether a name says what another place is like: is the Paris of, known as the Nice of."""
    if name.dep in ("attr", "oprd"):
        return True
    called = name.dep == "pobj" and name.head.lower == "as"
    return called and name.head.head.lemma in ("know", "describe", "dub", "call")


def _acts(name: Token, place: Place) -> bool:
    """Whether the name is one of those who act: joined to a subject, behind "by", a party to talks."""
    joined = name
    for _ in range(_CLIMB):
        if joined.dep != "conj" or joined.head.pos not in ("NOUN", "PROPN"):
            break
        joined = joined.head
    if joined is not name and joined.dep in ("nsubj", "nsubjpass"):
        return True
    if joined.dep != "pobj":
        return False
    lead = joined.head
    if lead.dep == "agent" and lead.lower == "by":
        return _is_country(place)
    return lead.lower == "between" and _between_parties(lead) and _is_country(place)


def _between_parties(lead: Token) -> bool:
    return any(above.lemma.lower() in _PARTIES for above in (lead.head, lead.head.head))


def _is_country(place: Place) -> bool:
    """Whether a country is meant, or an open name may mean one."""
    return bool(place.candidates) and place.candidates[0].feature == _COUNTRY


def _first(parse: Parse, token: Token) -> Token:
    """Where "Austin, Texas" begins, from either of its names."""
    before = parse.tokens[token.i - 1] if token.i else token
    named = parse.tokens[token.i - 2] if token.i > 1 else token
    if before.text == "," and named.entity in ("GPE", "LOC") and named.sentence == token.sentence:
        at = named.i
        while at and parse.tokens[at - 1].entity == named.entity and parse.tokens[at - 1].tag == "NNP":
            at -= 1
        return parse.tokens[at]
    return token


def _home(name: Token, parse: Parse) -> bool:
    """Whether "of" stands before the name and a person right before it: Jon Velk, 42, of Salford."""
    at = name.i - 1
    if at < 1 or parse.tokens[at].lower != "of":
        return False
    at -= 1
    while at and name.i - at < _CLIMB and (parse.tokens[at].text == "," or parse.tokens[at].text.isdigit()):
        at -= 1
    token = parse.tokens[at]
    return token.entity == "PERSON" and token.tag == "NNP" and token.sentence == name.sentence


def _of_body(inside: list[Token], parse: Parse) -> bool:
    """Whether the name ends that of a body, proper names right before it: Radio Free Moravia."""
    first, last = inside[0], inside[-1]
    before = parse.tokens[first.i - 1] if first.i else first
    behind = parse.tokens[last.i + 1] if last.i + 1 < len(parse.tokens) else last
    return (
        first.entity == before.entity == "ORG"
        and before is not first
        and before.tag in ("NNP", "NNPS")
        and behind.entity != "ORG"
        and before.sentence == first.sentence
    )


__all__ = ["is_no_scene"]
