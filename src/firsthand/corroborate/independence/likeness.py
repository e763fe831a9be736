"""When two hands are one origin, and when they are surely two.

Two count as two only where the words tell them apart. One institution is one, whatever mouth it speaks with;
a person keeps his name in every spelling; a vague voice ("officials", "residents" of nobody knows whose
report) is taken for the one beside it that it may be.
"""

from __future__ import annotations

import re

from firsthand.corroborate.independence.houses import another_board, other_houses
from firsthand.corroborate.names.bodies import FILMED, words
from firsthand.corroborate.names.described import HEAD_ENDS, Described
from firsthand.corroborate.names.spelled import marks_agree as words_agree
from firsthand.corroborate.names.spelled import name_parts, plain, same_mark, same_person
from firsthand.corroborate.origins.called import may_be_called
from firsthand.corroborate.origins.doctors import any_medic

OFFICIAL = frozenset(
    [
        "military",
        "security",
        "police",
        "guard",
        "interior",
        "government",
        "ministry",
        "region",
        "city",
        "health",
        "rescue",
        "justice",
        "hospital",
        "school",
        "prisons",
    ]
)
"""Bodies that "officials" or "the authorities" may mean."""
MINISTRIES = frozenset(["military", "interior", "government", "health", "justice", "security"])
GROUPS = frozenset(["civil_group", "lawyers", "company", "think_tank", "authorities", "armed_group"])
"""Bodies that go by proper names in which no word tells what they are."""

UNIFORMED = frozenset(["military", "police", "guard", "rescue", "prisons", "security", "interior"])
"""Bodies whose people have ranks: a colonel of whom no more is told may be of any."""

APART, DOUBT, MAY_BE, SAME_BODY, SAME_MARKS, SAME_NAME = range(6)
"""How sure it is that two descriptions are of one origin, from surely two to surely one."""


def marks_agree(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the proper words of two descriptions can be of one body."""
    return words_agree(one, other, words().generic)


def likeness(one: Described, other: Described) -> int:
    """How far two descriptions can be of one origin: `APART` (surely two) to `SAME_NAME` (surely one)."""
    if one.sort == "clip" or other.sort == "clip":
        return _two_clips(one, other)
    if one.person or other.person:
        people = _people(one, other)
        if people is not None:
            return people
        if one.roles & other.roles and marks_agree(one.marks, other.marks):
            return SAME_MARKS
    if {"document", "outlet"} & {one.sort, other.sort}:
        return _two_publications(one, other)
    if one.body is not None and other.body is not None:
        return _two_bodies(one, other)
    return _by_words(one, other)


def _two_clips(one: Described, other: Described) -> int:
    """Clips of one sort are one; "a video" is, in another document, any that was filmed.

    In one document it is the drone's or the phone's, but beside a fixed camera's it is another.
    """
    sorts = {one.clip, other.clip}
    filmed = "video" in sorts and None not in sorts and sorts <= FILMED
    here = one.document != other.document or sorts <= {"video", "drone", "phone"}
    return SAME_NAME if len(sorts) == 1 or (filmed and here) else APART


def _people(one: Described, other: Described) -> int | None:
    """By a person's name; None where only one of the two is a person, and the other not a name of one."""
    if one.person and other.person:
        return _two_people(one, other)
    return SAME_NAME if _named_as_a_body(one, other) else None


def _two_publications(one: Described, other: Described) -> int:
    if one.sort != other.sort:
        return APART
    if one.sort == "outlet":
        return SAME_NAME if plain(one.name) == plain(other.name) else APART
    return SAME_BODY if one.heads & other.heads or _papers(one, other) else APART


def _papers(one: Described, other: Described) -> bool:
    """Whether one is any paper from inside ("an internal paper"), which a memo of the other may be."""
    if one.marks or other.marks:
        return False
    heads = [frozenset(HEAD_ENDS.split(each.phrase.casefold())[0].split()) for each in (one, other)]
    if (heads[0] & heads[1] & PAPERS) and _called_no_other(*heads):
        return True
    return any(first & ANY_PAPER and second & (PAPERS | ANY_PAPER) for first, second in (heads, heads[::-1]))


def _called_no_other(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether no word tells two papers of one sort apart: a control-room log, a leaked log."""
    first, second = (said - GOT_OUT for said in (one, other))
    return first <= second or second <= first


GOT_OUT = frozenset(
    {"a", "an", "the", "one", "leaked", "internal", "secret", "confidential", "classified", "same"}
)
"""What a paper from inside is called by how it came out: no other paper is told by it."""


PARTS = frozenset(
    {"entry", "entries", "page", "pages", "annex", "appendix", "footnote", "paragraph", "chapter", "cover"}
)
ANY_PAPER = PARTS | {"paper", "papers", "document", "documents", "file", "files"}
"""Any paper from inside, or a part of one."""
PAPERS = frozenset({"memo", "memorandum", "note", "email", "letter", "log", "report", "minutes", "order"})


def _two_people(one: Described, other: Described) -> int:
    if may_be_called(one, other) or same_person(one.person, other.person):
        return SAME_NAME
    if one.body == other.body is not None and (_first_name(one, other) or _first_name(other, one)):
        return SAME_NAME
    if _unit_and_ministry(one, other) or _unit_and_ministry(other, one):
        return APART
    institution = one.body == other.body and one.body is not None and one.speaks == "one" == other.speaks
    return SAME_BODY if institution and marks_agree(one.marks, other.marks) else APART


def _first_name(one: Described, other: Described) -> bool:
    """Whether one is called by the first name of the other alone: "Dr Hanan" for Hanan Sabr."""
    return len(one.person) == 1 < len(other.person) and plain(one.person[0]) == plain(other.person[0])


def _named_as_a_body(one: Described, other: Described) -> bool:
    """Whether the reading took a person for a body in one document ("Igor Gorlan wrote")."""
    person, body = (one, other) if one.person else (other, one)
    if len(person.person) > 1 and all(any(same_mark(a, b) for b in body.marks) for a in person.person):
        return True
    if body.anchor is None and plain(person.name) == plain(body.name):
        return True  # who publishes under that name
    parts = name_parts(body.name)
    if body.body is None and body.marks and plain(person.name) == plain(body.name):
        return True
    return body.body is None and len(parts) > 1 < len(person.person) and same_person(person.person, parts)


def _two_bodies(one: Described, other: Described) -> int:
    turned = ((one, other), (other, one))
    if any(another_board(*each) or _unit_and_ministry(*each) for each in turned):
        return APART
    agree = marks_agree(one.marks, other.marks)
    if one.body == other.body:
        if not agree:
            return SAME_BODY if _unit_unnamed(one, other) or _unit_unnamed(other, one) else APART
        return APART if _of_two_lands(one, other) else _by_their_names(one, other)
    pair = {one.body, other.body}
    if any(_medical_charity(*each) or _group_of_medics(*each) for each in ((one, other), (other, one))):
        return SAME_BODY
    any_rank = one.ranked != other.ranked and pair <= UNIFORMED
    if (
        any_rank
        or any(_rebels_by_name(*each) for each in turned)
        or _may_mean(pair)
        or (pair == {"ambulance", "hospital"} and (any_medic(one) or any_medic(other)))
    ):
        return MAY_BE if agree else APART
    shared = sum(any(same_mark(mark, each) for each in other.marks) for mark in one.marks)
    whole = shared >= 2 and shared == min(len(one.marks), len(other.marks))
    return SAME_MARKS if whole and pair & GROUPS else APART


def _rebels_by_name(one: Described, other: Described) -> bool:
    """Whether one is no more than "the rebels", and the other a force by a name that no state's army has."""
    if one.body != "armed_group" or one.marks or one.person or not other.marks:
        return False
    return ANY_REBELS.fullmatch(one.phrase) is not None and OF_NO_STATE.search(other.phrase) is not None


ANY_REBELS = re.compile(
    r"(?:(?:the|some|a|an)\s+)?(?:rebels?|rebel\s+(?:group|movement|command(?:ers)?)|insurgents?|separatists?|guerrillas?|militants?|"
    r"militia(?:men)?|fighters)",
    re.IGNORECASE,
)
OF_NO_STATE = re.compile(
    r"\b(?:Liberation|Free|People[’']s|Popular|Revolutionary|Resistance|Brigades|Front|Movement|Banner|Sons|Volunteers|"
    r"Self-Defen[cs]e|Militia|Fighters)\b"
)


def _by_their_names(one: Described, other: Described) -> int:
    """Two bodies of one kind by their proper words, or those that their documents name them by."""
    first, second = one.marks or one.kin, other.marks or other.kin
    return SAME_MARKS if first and second and marks_agree(first, second) else SAME_BODY


def _of_two_lands(one: Described, other: Described) -> bool:
    """Whether one is told of no country by a medium of one country, and the other is another country's."""
    first, second = one.marks or one.land, other.marks or other.land
    return bool(one.land or other.land) and bool(first and second) and not marks_agree(first, second)


def _group_of_medics(one: Described, other: Described) -> bool:
    """Whether one is a doctors' committee or union, and the other no more than "medics", "doctors"."""
    if (
        one.body not in ("civil_group", "hospital")
        or other.body not in ("hospital", "ambulance")
        or other.person
        or other.marks
    ):
        return False
    return MEDICS.fullmatch(other.phrase) is not None and OF_MEDICS.search(one.phrase) is not None


def _medical_charity(one: Described, other: Described) -> bool:
    """Whether one is a charity of doctors by its name, and the other no more than "the medical charity"."""
    if one.person or not one.marks or other.person or other.marks:
        return False
    return NAMED_OF_MEDICS.match(one.name) is not None and CHARITY.match(other.phrase) is not None


NAMED_OF_MEDICS = re.compile(
    r"(?:the\s+)?(?:Doctors|Medics|Surgeons|Nurses|Physicians|Healers)\s+(?:Across|Without|Beyond|For|for|Over|Of|of\s+the)\b"
)
CHARITY = re.compile(
    r"(?:the|an?)\s+medical\s+(?:charity|aid\s+(?:group|organi[sz]ation)|relief\s+(?:group|organi[sz]ation)|organi[sz]ation|group)\b",
    re.IGNORECASE,
)
MEDICS = re.compile(
    r"(?:(?:the|local|some)\s+)?(?:medics|doctors|physicians|medical\s+(?:sources|workers|staff))",
    re.IGNORECASE,
)
OF_MEDICS = re.compile(
    r"\b(?:doctors?|physicians?|medics?|medical|nurses?)[’']?\s+(?:\w+\s+)?"
    r"(?:committee|union|association|syndicate|network|council)\b|\bgroup\s+of\s+(?:doctors|physicians|medics|nurses)\b",
    re.IGNORECASE,
)


def _unit_and_ministry(one: Described, other: Described) -> bool:
    """Whether one speaks for a unit, the other for a ministry or by a rank: it may be the other side's."""
    if not UNIT.search(f"{one.name} {one.phrase}") or UNIT.search(other.phrase):
        return False
    by_rank = bool(one.person and other.person) and one.document != other.document
    return by_rank or MINISTRY.search(f"{other.name} {other.phrase}") is not None


MINISTRY = re.compile(r"\b(?:ministry|ministries|minister)\b", re.IGNORECASE)


def _unit_unnamed(one: Described, other: Described) -> bool:
    """Whether one is a unit of which only the side is told ("a Lutian brigade"), the other a unit by name."""
    unit = UNIT.search(one.phrase)
    if unit is None or not ANY_UNIT.match(one.phrase) or len(one.marks) > 1 or one.person:
        return False
    same = re.search(rf"\b{unit.group(1)}\b", other.phrase, re.IGNORECASE)
    return same is not None and any(mark[:1].isdigit() for mark in other.marks) and not _demonym(other)


def _demonym(voice: Described) -> bool:
    """Whether the words of a unit tell whose it is: Lutian, Kalvian."""
    return any(re.search(r"(?:[^t]ian|[^m]an|ese|ish)$", plain(mark)) for mark in voice.marks)


UNIT = re.compile(r"\b(brigade|battalion|regiment|division|squadron|corps)\b", re.IGNORECASE)
ANY_UNIT = re.compile(r"(?:an?|one)\s", re.IGNORECASE)


def _may_mean(pair: set[str | None]) -> bool:
    """Whether one of two bodies may speak for the other: "officials", a government for its ministry."""
    return bool(
        ("authorities" in pair and pair & OFFICIAL)
        or ("ministry" in pair and pair & MINISTRIES)
        or ("government" in pair and pair & {"interior", "security", "health", "justice", "prisons"})
        or ("prisons" in pair and pair & {"ministry", "interior", "justice"})
    )


def _by_words(one: Described, other: Described) -> int:
    """Where a lexicon does not know one of the two: by proper words, else by any telling word."""
    first, second = one.marks or one.kin, other.marks or other.kin
    if one.marks and other.marks and _by_a_place(one, other):
        return DOUBT
    pairs = ((one, other), (other, one))
    if other_houses(one, other) or any(_on_the_line(*pair) or _office_and_name(*pair) for pair in pairs):
        return APART
    if first and second and (one.marks or other.marks):
        return SAME_MARKS if marks_agree(first, second) else APART
    if (one.body in GROUPS and other.marks) or (other.body in GROUPS and one.marks):
        return DOUBT
    if one.person or other.person or "people" in (one.body, other.body):
        apart = one.document != other.document or any(each.person and each.body for each in (one, other))
        return APART if apart else DOUBT
    return SAME_BODY if one.heads & other.heads else DOUBT


def _office_and_name(one: Described, other: Described) -> bool:
    """Whether one is told as an office of the state ("the navy"), and the other by a name that is none's.

    "An aid group" may be any that has a name; "the national police" are nobody but the police.
    """
    if one.body not in OFFICES or other.body is not None or not (other.marks or other.person):
        return False
    return THE.match(one.phrase) is not None and not one.heads & other.heads and not other.mouth


OFFICES = MINISTRIES | {"police", "guard", "ministry", "region", "city", "rescue", "ambulance", "prisons"}
THE = re.compile(r"(?:the|its|their|his|her)\s", re.IGNORECASE)


def _on_the_line(one: Described, other: Described) -> bool:
    """Whether a transcript lets one speak by no more than "voice", and the other has a name."""
    return bool(other.person) and one.phrase.casefold() in ON_THE_LINE


ON_THE_LINE = frozenset({"voice", "caller", "listener", "voice message", "male voice", "female voice"})
"""What a transcript calls those whom it does not know by name."""


def _by_a_place(one: Described, other: Described) -> bool:
    """Whether all that two share is where they are: firefighters in Lenn, the manager of the Lenn depot."""
    if (one.body is None) == (other.body is None) or not marks_agree(one.marks, other.marks):
        return False
    unknown, body = (one, other) if one.body is None else (other, one)
    if any(mark in HEAD_ENDS.split(body.phrase)[0] for mark in body.marks):
        return False
    head = HEAD_ENDS.split(unknown.phrase)[0]
    shared = (one.heads & other.heads) - {plain(mark) for mark in one.marks | other.marks}
    return unknown.mouth and not name_parts(head.removeprefix("The ")) and not shared


def named(voice: Described) -> bool:
    """Whether a description says who it is, so that it can be told from others of its kind."""
    return bool(voice.person or voice.marks or voice.sort in ("clip", "outlet"))


def unnamed_people(one: Described, other: Described) -> bool:
    """Whether two groups of unnamed people may be one: not where two documents each spoke with theirs."""
    return one.document == other.document or not (one.contact and other.contact)
