"""Two groups -> whether they speak of one happening, and whether by different hands.

What cannot both hold is a contradiction only of one happening, in one scope, from two hands: one hand that
says something else later corrects itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from firsthand.corroborate.contradiction.answered import set_right
from firsthand.corroborate.contradiction.exclusive import told
from firsthand.corroborate.same_claim.happening import TOGETHER, days_between, happening, published_apart
from firsthand.corroborate.same_claim.words import HELD, turns_apart
from firsthand.corroborate.telling.terms import stem
from firsthand.corroborate.telling.values import Telling
from firsthand.resources.capitals import cased

Tellings = Sequence[Telling]

STRONG = 1.5
"""Evidence for one happening from which on two tellings may contradict each other; grouping asks less."""

UNDATED = 3.0
"""The same where a telling has neither a day nor a day of publication: many happenings are alike."""

KNOWN_BY = 8
"""Tellings of a group by which it is found and set against others; the rest say the same."""

SIDE_BY_SIDE = 1.0
"""What a document that tells both adds: whoever sets two figures side by side takes them to be of one."""

ANSWERED = 1.5
"""What "41, not fourteen" adds to what tells of fourteen: it answers it."""

OTHER_SCOPE = re.compile(
    r"\b(?:this (?:month|year|week)|since|so far|(?:in|at) (?:two|three|four|both|several|separate|\d+) "
    r"(?:attacks|villages|strikes|places|towns|raids|incidents|addresses|sites|districts)|two attacks|twin|"
    r"(?:over|in|during) the (?:past|last)|nationwide|across the country|in total|in all|altogether|overall|"
    r"every (?:day|month|year)|a day|per day|monthly)\b",
    re.IGNORECASE,
)
"""Words of a figure that is not that of one happening."""

OTHER_HAPPENING = re.compile(
    r"\b(?:another|a separate|a similar|a second|a previous|last (?:year|month)|"
    r"an earlier (?:attack|strike|raid)|"
    r"in (?:19|20)\d\d|the day before|elsewhere|the second time|"
    r"(?:in|early|late|mid)[ -](?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December)(?! \d))\b",
    re.IGNORECASE,
)
"""Words that set a sentence in another happening than the one reported."""


class Pair(NamedTuple):
    """A telling of each of two groups, the evidence for one happening, and whether a document tells both."""

    a: Telling
    b: Telling
    points: float
    beside: bool
    placed: bool = True
    """Whether enough is told of place, day and topic to say that it is one happening."""


def pairs(a: Tellings, b: Tellings, *, anywhere: bool = False) -> Iterator[Pair]:
    """The pairs of two groups that are of one happening, the surest first.

    `anywhere`: also those of which nothing says that they are of two happenings, though little that they are
    of one.
    """
    both = {each.document for each in a} & {each.document for each in b}
    beside = TOGETHER + (SIDE_BY_SIDE if both else 0.0)
    found = []
    for one in a[:KNOWN_BY]:
        for other in b[:KNOWN_BY]:
            shared = happening(one, other)
            needed = STRONG if _dated(one) and _dated(other) else UNDATED
            answered = ANSWERED if set_right(one, other) or set_right(other, one) else 0.0
            placed = shared.points + beside + answered >= needed
            if shared.bar is None and (placed or anywhere):
                found.append(Pair(one, other, shared.points, bool(both), placed))
    yield from sorted(found, key=lambda pair: (-pair.points, pair.a.id, pair.b.id))


def can_quarrel(pair: Pair) -> bool:
    """Whether two tellings are of two voices, or of one nobody knows, not the very same words, and not of who
    holds a place on two days."""
    return not (one_voice(pair) or _same_words(pair) or _held_on_another_day(pair))


def _held_on_another_day(pair: Pair) -> bool:
    """Whether two tellings of days apart say who has a place: it may have been lost or taken in between."""
    a, b = pair.a, pair.b
    apart = published_apart(a.published or "", b.published or "")
    return apart is not None and apart >= LOST_IN and bool(HOLDING & {*a.matters} and HOLDING & {*b.matters})


HOLDING, LOST_IN = HELD | {"withdraw"}, 3
"""Happenings that tell who has a place, and the days between two reports in which it may change hands."""


def one_voice(pair: Pair) -> bool:
    """Whether one who is named says both: he puts himself otherwise, or is quoted otherwise."""
    a, b = pair.a.chain, pair.b.chain
    if min(len(a), len(b)) < 2 or a[-1].kind in ("unnamed", "outlet", "document"):
        return False
    return a[-1].name.casefold() == b[-1].name.casefold()


def _same_words(pair: Pair) -> bool:
    """Whether both say the very same: one was read as a denial and the other was not.

    "Found no evidence that" stands before the words that another tells.
    """
    if pair.a.unconfirmed or pair.b.unconfirmed:
        return False
    return _letters(pair.a.piece) == _letters(pair.b.piece)


@lru_cache(maxsize=20_000)
def _letters(piece: str) -> str:
    return "".join(filter(str.isalpha, piece.casefold()))


def by_two_hands(a: Tellings, b: Tellings, origin_of: Mapping[str, str | None]) -> bool:
    """Whether each of two groups has a hand that stands behind it rather than behind the other.

    A hand is an origin, else a voice's name. One that is found behind both, as one that corrects itself is,
    stands behind the group in which more tellings go back to it.
    """
    first, second = (Counter(_hand(each, origin_of) for each in group) for group in (a, b))
    return bool(first - second) and bool(second - first)


def share_a_hand(a: Tellings, b: Tellings, origin_of: Mapping[str, str | None]) -> bool:
    """Whether one hand stands behind both groups."""
    return bool({_hand(each, origin_of) for each in a} & {_hand(each, origin_of) for each in b})


def corrected(a: Tellings, b: Tellings, origin_of: Mapping[str, str | None]) -> bool:
    """Whether every hand behind one of two groups is later found behind the other: it has corrected itself.

    Of hands, only those that documents name count: whom nobody could trace has taken nothing back.
    """
    for first, later in ((a, b), (b, a)):
        hands, last = {origin_of.get(each.id) for each in first}, max(map(_day_told, first))
        again = {origin_of.get(each.id) for each in later if _day_told(each) > last}
        if None not in hands and hands <= again:
            return True
    return False


def _day_told(telling: Telling) -> str:
    """The day on which a telling was published, "" where unknown."""
    return (telling.published or "")[:10]


def _hand(telling: Telling, origin_of: Mapping[str, str | None]) -> str:
    origin = origin_of.get(telling.id)
    if origin is not None:
        return origin
    return telling.chain[-1].name.casefold() if telling.chain else telling.document


def _dated(telling: Telling) -> bool:
    return bool(telling.published or telling.days)


def two_voices(a: Telling, b: Telling) -> bool:
    """Whether two tellings of one document are those of two voices, neither of them the publisher's."""
    return len(a.chain) > 1 < len(b.chain) and a.chain[-1] != b.chain[-1]


def _of_two_by_one_name(a: Tellings, b: Tellings) -> bool:
    """Whether a name has another word for where it lies in each: "by the river" and "in the hills"."""
    first, second = (
        {found for each in group[:KNOWN_BY] for text in (each.sentence, each.text) for found in _lies(text)}
        for group in (a, b)
    )
    both = {name for name, _ in first} & {name for name, _ in second}
    return any(
        {at for name, at in first if name == each}.isdisjoint(at for name, at in second if name == each)
        for each in both
    )


@lru_cache(maxsize=20_000)
def _lies(text: str) -> frozenset[tuple[str, str]]:
    """The names of villages in a text, with where they are said to lie."""
    land = ((match[1] or match[4], match[2] or match[3]) for match in LIES.finditer(text))
    area = ((match[1] or match[3], match[2] or match[4]) for match in OF_AREA.finditer(text))
    return frozenset((name, where.casefold()[:5]) for name, where in (*land, *area))


_AREA = (
    r"(?:district|province|region|county|municipality|oblast|governorate|department|canton|parish|commune)"
)
_NAME = r"(?:[A-Z][^\W\d_]+[ -])?[A-Z][^\W\d_]+"
OF_AREA = cased(
    rf"\b([A-Z][^\W\d_]+),? ?(?:\(|(?:in|of) (?:the )?)({_NAME}) (?:{_AREA})\b"
    rf"|\b([A-Z][^\W\d_]+),? (?:in|of) (?:the )?{_AREA} of ([A-Z][^\W\d_]+)"
)
"""The area that a village is told to lie in: "Kell (Oran district)", "Kell of Sede district"."""

_LAND = (
    r"(?:river|lake|sea|coast|shore|hills?|plateau|mountains?|valley|forest|marsh|desert|plains?|bay|"
    r"border|canal|"
    r"railway|highlands?|lowlands?|upland|heights?)"
)
LIES = cased(
    rf"\b([A-Z][^\W\d_]+),? (?:by|on|in|under|beside|above|below|near|at|of|down by|up in|up on) the "
    rf"({_LAND})\b"
    rf"|\b((?i:{_LAND}))(?:side|[ -]top)? (?:village|town|hamlet|settlement) of ([A-Z][^\W\d_]+)"
)
"""Where a village lies, told beside its name: two of one name are told apart by it."""


def comparable(a: Telling, b: Telling) -> bool:
    """Whether two tellings could be of one deed: known, of one scope, by two voices."""
    if not (told(a.piece) and told(b.piece)) or "unknown" in (a.certainty, b.certainty):
        return False
    if a.document == b.document and not two_voices(a, b):
        return False
    return not turns_apart(a, b) and of_one_scope(a, b)


def of_one_scope(a: Telling, b: Telling) -> bool:
    """Whether neither telling speaks of more than the happening, or of another one."""
    if _of_more(a.piece) != _of_more(b.piece):
        return False
    if a.matters and b.matters and a.sites and b.sites and not set(a.sites) & set(b.sites):
        return False
    return not (_of_another(a.piece) or _of_another(b.piece))


@lru_cache(maxsize=20_000)
def _of_more(piece: str) -> bool:
    return OTHER_SCOPE.search(piece) is not None


@lru_cache(maxsize=20_000)
def _of_another(piece: str) -> bool:
    return OTHER_HAPPENING.search(piece) is not None


def first_told(group: Tellings) -> str:
    """The day on which a group was first told, "" where unknown."""
    return min(map(_day_told, group), default="")


def other_day_or_village(a: Tellings, b: Tellings) -> bool:
    """Whether all days told for the one group lie apart from all told for the other, or the villages do.

    A telling that names no day may be of either; what the others of its group name decides.
    """
    if _of_two_by_one_name(a, b):
        return True
    days = [sorted({each.days for each in group if each.days is not None}) for group in (a, b)]
    risen = any(each.rising or each.replaced for each in (*a, *b))
    if not days[0] or not days[1] or risen:
        return False
    return all(days_between(one, other) > DAYS_LATER for one in days[0] for other in days[1])


DAYS_LATER = 3
"""Days apart up to which a toll may be told by the day on which it was given."""


def withdrawn(group: Tellings) -> bool:
    """Whether its own publisher took it back: a correction says what had been told wrongly."""
    return any(CORRECTION & each.topic and _of_the_publisher(each) for each in group)


CORRECTION = frozenset(map(stem, ("correction", "retract", "retraction", "erratum", "corrigendum")))
"""Words of a document that corrects an earlier one."""


def _of_the_publisher(telling: Telling) -> bool:
    """Whether a telling is the publisher's own, or what its earlier report said."""
    if len(telling.chain) < 2:
        return bool(telling.chain)
    own = {word.casefold() for word in telling.chain[0].name.split() if len(word) > LONG}
    return any(own & {word.casefold() for word in voice.name.split()} for voice in telling.chain[1:])


LONG = 3
"""Letters of words that names share by chance."""
