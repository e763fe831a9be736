"""What a document calls those whom it names, so that another's "a nun" or "the engineer" is known for one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import islice

import msgspec

from firsthand.corroborate.names.bodies import words
from firsthand.corroborate.names.described import HEAD_ENDS, Described
from firsthand.corroborate.names.spelled import plain
from firsthand.resources.capitals import cased

MENTIONS = 4
"""Mentions of a name at which it is looked for what its bearer is called: that is told at the first ones."""
BEFORE = re.compile(r"(?P<called>[^\W\d_]+(?:[ -][^\W\d_]+){0,2})[ ]$")
AFTER = re.compile(
    r",\s+(?:\d+,\s+)?(?:an?|the|its|his|her|their|who\s+is\s+an?)\s+(?P<called>[a-z][a-z-]+(?:\s+[a-z][a-z-]+){0,2})"
)
AFTER_AN_OFFICE = cased(
    r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s+(?P<called>[a-z][\w-]*(?:\s+[a-z][\w-]*){0,4}),\s+$"
)
SAME_CALLING = {"master": "captain", "skipper": "captain", "headman": "chief", "woman": "", "man": ""}
TITLED = {"sister": "nun", "father": "priest"}
"""What those are called without their names who have such a title before it."""
ELSEWHERE = re.compile(
    r"[^.!?:;\n\"“”]{0,40}?\b(?:told|telling|spoke\s+to|speaking\s+to|spoke\s+with|(?:was|were)\s+quoted\s+by|quoted\s+in|interviewed\s+by)\s+"
    r"(?:an?|the|one)\s+(?:(?:local|regional|national|state|foreign|private|weekly|daily|evening|morning|village|town|"
    r"city|community|exile|another)\s+)*(?:newspaper|paper|weekly|daily|radio(?:\s+station)?|station|broadcaster|"
    r"magazine|website|site|channel|programme|program|agency)\b"
)
"""Who "told a local paper" what he tells was heard there, not by the document that repeats it."""
SINGLE = re.compile(r"(?:(?P<any>an?|one)|the|its|his|her|their)\s+", re.IGNORECASE)


def called(voice: Described, text: str) -> frozenset[str]:
    """What a document calls a person beside the name ("sound engineer"), in small letters."""
    if not voice.person:
        return frozenset()
    found: set[str] = set()
    name = cased(rf"(?<![\w’'-]){re.escape(' '.join(voice.person))}(?![\w’'-])")
    for match in islice(name.finditer(text), MENTIONS):
        before = text[max(0, match.start() - 90) : match.start()]
        office, role, after = (
            AFTER_AN_OFFICE.search(before),
            BEFORE.search(before),
            AFTER.match(text, match.end()),
        )
        for each in (office, role, after):
            if each is not None and (calling := _calling(each.group("called"))):
                found.add(calling)
    return frozenset(found)


def _calling(phrase: str) -> str:
    """The last word or two of a role: "sound engineer" of "a sound engineer at the station"."""
    said = [plain(word) for word in HEAD_ENDS.split(phrase)[0].split()]
    for n in range(len(said) - 1, -1, -1):
        if said[n] in words().no_calling:
            said = said[n + 1 :]
            break
    if not said or len(said[-1]) < 3:
        return ""
    titled = TITLED if phrase.rsplit(maxsplit=1)[-1].istitle() else {}
    said[-1] = titled.get(said[-1]) or SAME_CALLING.get(said[-1], said[-1])
    return " ".join(said[-2:]) if said[-1] else ""


def with_callings(known: Mapping[str, Described], text: str) -> dict[str, Described]:
    """The voices of a document, each person with what the text calls him."""
    callings: dict[tuple[str, ...], frozenset[str]] = {}
    made: dict[str, Described] = {}
    for name, each in known.items():
        if each.person and each.person not in callings:
            callings[each.person] = called(each, text)
        so = callings.get(each.person)
        made[name] = msgspec.structs.replace(each, called=so) if so else each
    return made


def heard_elsewhere(end: int, text: str) -> bool:
    """Whether the words behind a voice, which end there, say that another medium heard it."""
    return ELSEWHERE.match(text, end) is not None


def as_the_person(voice: Described, people: Iterable[Described]) -> Described:
    """A voice without a name as the person that it is."""
    one = next(iter(people))
    return msgspec.structs.replace(
        voice,
        person=one.person,
        body=one.body,
        speaks=one.speaks,
        side=one.side,
        marks=one.marks,
        called=one.called,
    )


def so_called(voice: Described, person: Described) -> bool:
    """Whether somebody told by a calling alone ("the nun", "an engineer on shift") is so called by name.

    What many are called ("a survivor") needs words that it was told elsewhere; whom the document itself
    heard, and calls "a nun", is another.
    """
    match = SINGLE.match(voice.phrase)
    if match is None or voice.person or voice.marks or not person.person:
        return False
    if match.group("any") and not voice.elsewhere and (voice.contact or voice.document == person.document):
        return False
    mine = _calling(voice.phrase[match.end() :])
    return bool(mine) and any(_one_calling(mine, theirs, voice) for theirs in person.called)


def _one_calling(mine: str, theirs: str, voice: Described) -> bool:
    own, other = mine.split(), theirs.split()
    if own[-1] != other[-1]:
        return False
    if own[-1] in words().many_called and not voice.elsewhere:
        return mine == theirs and len(own) > 1 and ANYONE.match(voice.phrase) is None
    return len(own) == 1 or len(other) == 1 or own[0] == other[0]


ANYONE = re.compile(r"(?:an?|one)\s", re.IGNORECASE)
ANY_WITNESS = re.compile(
    r"(?:an?|one)\s+(?:(?:freed|released|rescued|wounded)\s+)?(?:survivor|witness|eyewitness|resident|villager|local|man|woman|hostage)\b",
    re.IGNORECASE,
)


def may_be_the_only(voice: Described, people: Iterable[Described]) -> bool:
    """Whether "a survivor", who told another paper, may be the one private person with a name there."""
    return (
        voice.elsewhere
        and not voice.marks
        and ANY_WITNESS.match(voice.phrase) is not None
        and any(one.person and one.sort == "person" and one.document != voice.document for one in people)
    )
