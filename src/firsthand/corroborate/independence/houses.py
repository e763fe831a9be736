"""Two houses that no word makes one: a mission's office and an army, a council and a militia, a newsroom."""

from __future__ import annotations

import re

from firsthand.corroborate.names.described import HEAD_ENDS, Described
from firsthand.corroborate.names.spelled import name_parts, plain, same_mark

TOLD_BY_WORD = frozenset(
    ["hospital", "police", "rescue", "school", "region", "city", "church", "ambulance", "company"]
)
"""Bodies whose own names hold a word that tells what they are."""
ORGANISATIONS = frozenset(
    ["mission", "centre", "center", "observatory", "council", "movement", "party", "bureau", "authority"]
)
"""Words at the end of a name that tell what it names."""
OFFICES = frozenset(["office", "mission", "observatory", "bureau", "institute", "centre", "center"])
"""What nobody calls those who fight."""
FIGHTS = ("military", "armed_group", "security")


def other_houses(one: Described, other: Described) -> bool:
    """Whether words tell that two descriptions are of two houses, in either order."""
    return any(
        _called_otherwise(*pair) or _runs_no_army(*pair) or another_board(*pair) or _of_a_newsroom(*pair)
        for pair in ((one, other), (other, one))
    ) or _only_a_place(one, other)


def _called_otherwise(one: Described, other: Described) -> bool:
    """Whether the name of one tells what it is, and the other is a body of another kind.

    The Joint River Mission is no hospital, the Harbour Security Centre no ship's operator, the Office of an
    envoy no general staff.
    """
    if one.body is not None or one.person or not one.marks or other.marks:
        return False
    said = [plain(word) for word in name_parts(HEAD_ENDS.split(one.name)[0])]
    if other.body in FIGHTS:
        return said[-1:] != [] and said[-1] in OFFICES
    return other.body in TOLD_BY_WORD and len(said) > 1 and said[-1] in ORGANISATIONS


def _runs_no_army(one: Described, other: Described) -> bool:
    """Whether one runs or owns something ("the site's manager"), and the other fights."""
    if one.body is not None or one.marks or other.body not in FIGHTS:
        return False
    return RUNS.search(HEAD_ENDS.split(one.phrase)[0]) is not None


RUNS = re.compile(r"\b(?:manager|owner|caretaker|landlord|foreman)\b", re.IGNORECASE)
BOARD = re.compile(
    r"\b(?:the|its|their)\s+(?P<what>council|committee|commission|union|mission|observatory|embassy|university|court|"
    r"tribunal|parliament|senate|synod)(?:[’']s?\b|\s*(?:,|$))"
)
"""A body told by what it is and no more: "the committee's statement", "the spokesman of the council"."""


def another_board(one: Described, other: Described) -> bool:
    """Whether one is told by what it is ("the committee"), and the whole name of the other says otherwise."""
    board = BOARD.search(one.phrase[:1].lower() + one.phrase[1:]) if not (one.marks or one.person) else None
    if board is None or other.person or len(name_parts(other.name)) < 2:
        return False
    return board.group("what") not in plain(f"{other.name} {other.phrase}")


def _of_a_newsroom(one: Described, other: Described) -> bool:
    """Whether one is a journalist or a newsroom, and the other a body that is none."""
    return other.body is not None and one.body is None and NEWSROOM.match(one.phrase) is not None


NEWSROOM = re.compile(
    r"(?:(?:an?|the|our|its|one)\s+)?(?:[\w’'-]+\s+){0,3}?(?:journalists?|reporters?|correspondents?|photographers?|editors?(?:-in-chief)?|"
    r"cameram[ae]n|newsroom|editorial\s+(?:office|board|staff|team)|fact-?checkers?)\b",
    re.IGNORECASE,
)


def _only_a_place(one: Described, other: Described) -> bool:
    """Whether all that two names share is where they are: Dorna City Council, Dorna Waterworks."""
    unknown, known = (one, other) if one.body is None else (other, one)
    if unknown.body is not None or known.body not in OF_A_TOWN or len(unknown.marks) < 2:
        return False
    shared = [mark for mark in unknown.marks if any(same_mark(mark, each) for each in known.marks)]
    return len(shared) == 1


OF_A_TOWN = frozenset(["hospital", "police", "rescue", "school", "city", "church", "ambulance", "guard"])
"""Bodies that many towns have, and that are called by the town."""
