"""Who a sentence of a report says saw it: "She counted nine bodies", "Nine beside him did not get up".

A portrait gives what its one person saw without "said": what he saw, carried or buried is his telling.
"""

from __future__ import annotations

import re

from firsthand.corroborate.names.described import Described, describe
from firsthand.corroborate.names.publishers import is_medium
from firsthand.corroborate.origins.document import Carrier
from firsthand.corroborate.origins.named_before import NO_NAMES, OPENS_WITH_NAME
from firsthand.resources.capitals import cased
from firsthand.schema import Because, Span

NAME = r"[A-Z][\w’'-]+(?:\s+(?:[a-z]{1,3}\s+)?[A-Z][\w’'-]+)+"
_NUMBER = (
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty)"
)
_PEOPLE = (
    r"(?:bodies|corpses|graves|coffins|dead|wounded|injured|survivors|remains|friends|neighbou?rs|colleagues|comrades|"
    r"cousins|brothers|sisters|classmates|patients|children|victims|prisoners)"
)
_SAW = r"(?:saw|found|counted|heard|watched|buried|witnessed)"
_HANDLED = (
    r"(?:carried|covered|laid|dug|washed|pulled|dragged|lifted|wrapped|loaded|stepped\s+over|knew|lost|"
    r"helped\s+(?:to\s+)?(?:carry|lift|bury|wash|lay|dig|load|pull))"
)
PERSON_SAW = cased(
    rf"^\W*(?:(?:[A-Z]?[a-z]+)\s+){{0,3}}?(?P<who>{NAME}|He|She)\b[^.\"“”]{{0,80}}?\b"
    rf"(?P<verb>{_SAW}\b|{_HANDLED}\s(?:[\w’'-]+\s){{0,4}}?(?:{_PEOPLE}|of\s+the\s+{_NUMBER})\b)"
)
AFTER_AN_OPENING = cased(
    rf"^\W*(?:From|By|At|In|On|After|Before|Then|Later)\b[^.\"“”]{{0,40}}?\s(?P<who>he|she)\s+(?:\w+\s+)?{_SAW}\b"
)
BESIDE = re.compile(
    rf"^\W*(?:all\s+)?{_NUMBER}\s+(?:[a-z]+\s+){{0,3}}?(?:beside|next\s+to|around|behind|in\s+front\s+of|before)\s+"
    r"(?P<who>him|her)\s+(?!and\b)[a-z]+",
    re.IGNORECASE,
)
"""Those who fell beside a person, whom that person has seen fall."""
OUR_REPORTER = cased(
    r"(?:^|[.!?]\s|\n)\W*(?:Our|This)\s+(?:own\s+)?(?:\w+\s+)?(?:reporter|correspondent|photographer)\b(?![’'])"
)
PRONOUNS = frozenset({"he", "she", "him", "her"})


def who_saw(where: Span, of: Carrier) -> tuple[Described, Because] | Span | None:
    """Who saw what a sentence tells, by its words; the span of its "she" where that is the own reporter."""
    sentence = where.words(of.document.text)
    match = PERSON_SAW.search(sentence) or AFTER_AN_OPENING.search(sentence) or BESIDE.search(sentence)
    if match is None:
        return None
    anchor = Span(where.start + match.start("who"), where.start + match.end("who"))
    who = match.group("who")
    if who.lower() in PRONOUNS:
        return _the_only_person(anchor, of)
    if is_medium(who):
        return None
    voice = describe(of.document.id, who, who, "person", frozenset(), anchor)
    return _seen(voice, anchor)


def _the_only_person(pronoun: Span, of: Carrier) -> tuple[Described, Because] | Span | None:
    """Whom "she saw" means: the one person among the voices, else the one whose name opens a sentence."""
    before = of.document.text[max(0, pronoun.start - _NEAR) : pronoun.start]
    names = [name for match in OPENS_WITH_NAME.finditer(before) if (name := _name(match))]
    people = {voice.person: voice for voice in of.voices.values() if voice.person}
    if len(people) == 1:
        return _seen(next(iter(people.values())), pronoun)
    if (ours := list(OUR_REPORTER.finditer(before))) and not (names or people):
        return Span(pronoun.start - len(before) + ours[-1].start(), pronoun.end)
    described = [describe(of.document.id, name, name, "person", anchor=pronoun) for name in names]
    persons = {voice.person: voice for voice in described if voice.person}
    return _seen(next(iter(persons.values())), pronoun) if not people and len(persons) == 1 else None


def _name(match: re.Match[str]) -> str:
    name = match.group("who") or match.group("named") or ""
    words = name.split()
    return "" if not words or words[0] in NO_NAMES or is_medium(name) else name


def _seen(voice: Described, anchor: Span) -> tuple[Described, Because]:
    return voice, Because(rule="origin.who_saw", anchors=(anchor,), note=f"{voice.name} saw it")


_NEAR = 800
"""Characters before a pronoun in which the name that it stands for is looked for."""
