"""Two groups with figures of one measure -> contradiction, update, or neither (a part, a sum, a hedge)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from firsthand.corroborate.contradiction.answered import one_state, state
from firsthand.corroborate.contradiction.maintained import still_maintained
from firsthand.corroborate.contradiction.part import CARRIED, FOUND, OWN_PEOPLE, some_of_all
from firsthand.corroborate.contradiction.scope import (
    KNOWN_BY,
    Pair,
    Tellings,
    by_two_hands,
    corrected,
    first_told,
    of_one_scope,
    share_a_hand,
    two_voices,
)
from firsthand.corroborate.same_claim.figure import (
    OPPOSED,
    compared,
    none_counted,
    parties,
    party,
    same_measure,
    size,
)
from firsthand.corroborate.same_claim.happening import TOLLS, days_between
from firsthand.corroborate.same_claim.words import agents_apart, directions_apart, turns_apart
from firsthand.corroborate.telling.measure import BY_MATTER, HUMAN
from firsthand.corroborate.telling.values import Telling

Standing = Literal["number", "victim", "update"]

Figures = Mapping[tuple[str, str], Sequence[Telling]]

ONE = re.compile(r"\b(?:one|1|single|only)\b", re.IGNORECASE)
"""A count of one; "a man died" names him and counts nobody."""

SEEN = re.compile(
    r"\b(?:I|we|he|she|they|reporters?|correspondents?)\s+(?:\w+\s+)?(?:counted|saw|took|pulled|carried|"
    r"dug|found)\b"
    r"|\blaid out\b",
    re.IGNORECASE,
)
"""What one pair of eyes counted is no toll of the whole."""

CORRECTED = re.compile(r"^(?:an? )?(?:correction|clarification|earlier (?:version|report))\b", re.IGNORECASE)
"""What is no voice but a publisher's correction of itself."""

AMONG = re.compile(
    r"\W*(?:among (?:them|whom|those|the dead)|including|of (?:them|whom)|not\b(?! (?:one|a)\b)"
    r"|(?!(?:all|both|each|none) )\w+ of (?:the|them|those|us|his|her|its|their|our)\b)",
    re.IGNORECASE,
)
"""How a piece begins that counts some of those counted before it, or says what the figure is not."""

TIMES = re.compile(r"\btimes (?:as|more|larger|higher|the)\b|\b(?:twice|half) (?:as|the)\b", re.IGNORECASE)
"""A figure that only says how two compare."""

AND_HURT = re.compile(r"\W*and (?:the |as many )?(?:wounded|injured|hurt|maimed)\b", re.IGNORECASE)
"""What follows a figure of dead that counts the wounded too."""


HURT = ("killed", "wounded", "casualties")


class Numbers(NamedTuple):
    """How two groups of figures stand, and the tellings that show it; in an update `a` is replaced."""

    standing: Standing
    pair: Pair


def numbers(
    met: Sequence[Pair], a: Tellings, b: Tellings, others: Figures, origin_of: Mapping[str, str | None]
) -> Numbers | None:
    """What two groups of figures are to each other; `others` are all figures by document and measure."""
    if not _could(_with_figure(a), _with_figure(b)):
        return None
    for pair in met:
        standing = _standing(pair, a, b, others, origin_of)
        if standing is not None:
            swapped = standing == "update" and not _earlier(pair.a, pair.b, a, b)
            return Numbers(standing, Pair(pair.b, pair.a, pair.points, pair.beside) if swapped else pair)
    return None


def _with_figure(group: Tellings) -> Telling:
    """The first telling of a group that gives a figure, else its first."""
    return next((each for each in group if each.figure is not None), group[0])


def _could(a: Telling, b: Telling) -> bool:
    """A first look at one telling of each group, so that most pairs cost nothing."""
    if a.figure is None or b.figure is None or a.polarity != b.polarity:
        return False
    return same_measure(a, b) or _none_and_some(a, b)


def _standing(
    pair: Pair, a: Tellings, b: Tellings, others: Figures, origin_of: Mapping[str, str | None]
) -> Standing | None:
    one, other = pair.a, pair.b
    if not _comparable(one, other):
        return None
    apart = _apart(pair, others)
    kept = apart == "number" and still_maintained(one, other, a, b, origin_of)
    if apart == "number" and corrected(a, b, origin_of):
        return "update"
    if kept and by_two_hands(a, b, origin_of):
        return apart
    risen = apart == "number" or (apart is None and _raised(one, other))
    if risen and replaces(one, other, a, b, origin_of):
        return "update"
    if apart == "number" and not pair.beside and _later_and_higher(one, other, a, b):
        return None
    return apart if apart is not None and by_two_hands(a, b, origin_of) else None


def figures_explained(a: Tellings, b: Tellings, others: Figures, origin_of: Mapping[str, str | None]) -> bool:
    """Whether two groups give other figures, of which an update, a sum or what befell whom is the reason."""
    return any(
        one.figure is not None
        and other.figure is not None
        and compared(one.figure, other.figure) == "apart"
        and (
            _of_a_sum(one, other, others)
            or _turned_over(one, other)
            or _befell_otherwise(one, other)
            or corrected(a, b, origin_of)
            or replaces(one, other, a, b, origin_of)
        )
        for one in a[:KNOWN_BY]
        for other in b[:KNOWN_BY]
    )


def _befell_otherwise(a: Telling, b: Telling) -> bool:
    """Whether one counts dead and the other wounded, or missing, or held."""
    both = a.measure, b.measure
    return both[0] != both[1] and "casualties" not in both and all(each in HUMAN for each in both)


def _turned_over(a: Telling, b: Telling) -> bool:
    """Whether one counts what was fired and the other what was shot down of it."""
    return any(set(a.matters) & first and set(b.matters) & second for first, second in OPPOSED)


def _human(a: Telling, b: Telling) -> bool:
    return a.measure in HUMAN or b.measure in HUMAN


LISTED = re.compile(
    r"\b(?:lists?|names of|by (?:its|their|our|his|her) (?:own )?(?:count|reckoning|tally)|certificates?|"
    r"(?:more than )?(?:double|twice|triple) (?:the|what)|disput\w+|true (?:number|toll|figure))\b",
    re.IGNORECASE,
)
"""Words of a count of one's own, which sets another right and does not follow it in time."""


def _later_and_higher(one: Telling, other: Telling, a: Tellings, b: Tellings) -> bool:
    """Whether a toll is told higher later by whomever, or the lower one as rising: it may have risen."""
    if one.measure not in TOLLS or other.measure not in TOLLS:
        return False
    low, high = (a, b) if size(one) < size(other) else (b, a)
    if LISTED.search((other if size(one) < size(other) else one).piece):
        return False
    smaller = one if size(one) < size(other) else other
    return _sooner(low, high) or (smaller.rising and not _sooner(high, low))


def _apart(pair: Pair, others: Figures) -> Standing | None:
    """In what two figures part, by whomever told; None where both can hold."""
    one, other = pair.a, pair.b
    if one.figure is None or other.figure is None:
        return None
    if _none_and_some(one, other):
        return "number"
    figures, who = compared(one.figure, other.figure), parties(one, other)
    if figures == "same" and who == "apart":
        return "victim" if one.measure in HURT else None
    of_all = who != "within" or not _subset(one, other, who) or _own_whole(one, other, others)
    if figures != "apart" or who == "apart" or not of_all or _of_a_sum(one, other, others):
        return None
    beside = pair.beside and one.document != other.document and (one.disputed or other.disputed)
    akin = one.measure in TOLLS or _befell_alike(one, other) or one_state(one, other)
    return "number" if akin or beside else None


def _raised(a: Telling, b: Telling) -> bool:
    """Whether "at least twelve" is followed by more: both can hold, and the later is what is known."""
    if a.figure is None or b.figure is None or not same_measure(a, b) or parties(a, b) != "same":
        return False
    return compared(a.figure, b.figure) == "compatible" and (a.rising or b.rising)


def _comparable(a: Telling, b: Telling) -> bool:
    """Whether two figures are of one scope, whole, told as known, by two voices, and say what they count."""
    if not _told_whole(a, b) or (a.measure not in HURT and agents_apart(a, b)):
        return False
    return _says_what(a) and _says_what(b)


def _told_whole(a: Telling, b: Telling) -> bool:
    """Whether two figures are of one scope, whole, told as known, and by two voices."""
    if not (_of_all(a) and _of_all(b)):
        return False
    low = a if size(a) < size(b) else b
    if FOUND.search(low.piece) or (low.measure in HURT and CARRIED.search(low.piece)):
        return False
    if some_of_all(low, b if low is a else a) or _one_then_fewer(a, b):
        return False
    if (
        turns_apart(a, b)
        or directions_apart(a, b)
        or not of_one_scope(a, b)
        or any(each.part or each.added or each.certainty == "unknown" for each in (a, b))
    ):
        return False
    if a.document == b.document and not two_voices(a, b):
        return False
    days_apart = a.days and b.days and days_between(a.days, b.days) > 0
    return not days_apart or any(each.rising or each.replaced for each in (a, b))


def _one_then_fewer(a: Telling, b: Telling) -> bool:
    """Whether one is of those who are still missing, held or away on another day than the other."""
    if not any(STILL.search(each.piece) for each in (a, b)):
        return False
    return (a.published or "")[:DAY] != (b.published or "")[:DAY]


STILL = re.compile(r"\b(?:still|remain(?:s|ed|ing)?|so far|no longer|yet to)\b", re.IGNORECASE)


def _of_all(telling: Telling) -> bool:
    """Whether a figure is of all that are counted, not of those whom one saw, of some, or put right since."""
    if any(CORRECTED.search(voice.name) for voice in telling.chain):
        return False
    if SEEN.search(telling.piece) or TIMES.search(telling.piece):
        return False
    if AMONG.match(telling.piece) and OWN_PEOPLE.match(telling.piece) is None:
        return False
    return telling.measure == "casualties" or not _with_wounded(telling)


def _with_wounded(telling: Telling) -> bool:
    """Whether "fifty dead" goes on "and wounded" without a figure of its own."""
    at = telling.text.find(telling.piece)
    return at >= 0 and AND_HURT.match(telling.text, at + len(telling.piece)) is not None


def _says_what(telling: Telling) -> bool:
    """Whether the piece itself says what is counted; lists of arms count each kind for itself."""
    figure = telling.figure
    if figure is not None and figure.min == figure.max == 1 and not ONE.search(telling.piece):
        return False
    if telling.measure == ":weapon":
        return False
    if telling.disputed or telling.measure not in HUMAN:
        return bool(telling.disputed or telling.matters or telling.nouns or state(telling))
    captured = telling.measure == "held" and "take" in telling.matters
    return (
        none_counted(telling)
        or captured
        or any(name == telling.measure for matter, name in BY_MATTER if matter in telling.matters)
    )


def _none_and_some(a: Telling, b: Telling) -> bool:
    """ "No casualties" beside any dead or wounded; "no one was killed" beside the dead only."""
    for nothing, some in ((a, b), (b, a)):
        if not none_counted(nothing) or some.figure is None or not (some.figure.min or 0) > 0:
            continue
        who = parties(nothing, some)
        if who == "apart" or (who == "within" and party(nothing) not in ("people", "casualties", None)):
            continue
        if nothing.measure == some.measure or (nothing.measure == "casualties" and some.measure in HURT):
            return nothing.measure in HURT
    return False


def _befell_alike(a: Telling, b: Telling) -> bool:
    """Whether the same befell what both count; what burned was damaged."""
    both = set(a.matters) & set(b.matters)
    return bool(both) or all(set(each.matters) & {"burn", "damage"} for each in (a, b))


def _subset(a: Telling, b: Telling, who: str) -> bool:
    """ "Three children" beside "twelve people": the narrower party may be among the wider."""
    if who != "within":
        return False
    small, large = (a, b) if size(a) < size(b) else (b, a)
    return party(large) == "people" or party(small) not in (None, "people")


def _own_whole(a: Telling, b: Telling, others: Figures) -> bool:
    """ "Four militants were killed" as the whole toll that one side tells, beside "at least eight people"."""
    small, large = (a, b) if size(a) < size(b) else (b, a)
    if small.measure != "killed" or party(small) not in FOUGHT or party(large) not in ("people", "civilians"):
        return False
    figure = small.figure
    exact = figure is not None and figure.min == figure.max and not figure.approx and size(small) >= SOME
    beside = (*others.get((small.document, "killed"), ()), *others.get((small.document, "casualties"), ()))
    return exact and small.document != large.document and all(size(each) <= size(small) for each in beside)


FOUGHT = ("fighters", "gunmen")
SOME = 2


def _of_a_sum(a: Telling, b: Telling, others: Figures) -> bool:
    """Whether a third figure of one of their documents makes the smaller up to the larger, or is the sum."""
    third = abs(size(a) - size(b)), size(a) + size(b)
    return any(
        size(each) in third and each.id not in (a.id, b.id)
        for document in {a.document, b.document}
        for each in others.get((document, a.measure or ""), ())
    )


def _earlier(one: Telling, other: Telling, a: Tellings, b: Tellings) -> bool:
    """Whether the first is the one replaced: told so, else told earlier, else the lower."""
    if one.replaced or other.replaced:
        return one.replaced
    if _sooner(a, b) or _sooner(b, a):
        return _sooner(a, b)
    return size(one) < size(other)


def replaces(
    one: Telling, other: Telling, a: Tellings, b: Tellings, origin_of: Mapping[str, str | None]
) -> bool:
    """Whether one figure replaces the other with time: told later as risen, or later by the same hand.

    Two hands that count differently, with no word of a rise, have each their own count.
    """
    if one.measure not in TOLLS or other.measure not in TOLLS:
        return share_a_hand(a, b, origin_of) and first_told(a) != first_told(b)
    if parties(one, other) == "within" and not share_a_hand(a, b, origin_of):
        return False
    low, high = (a, b) if size(one) < size(other) else (b, a)
    if any(each.rising for each in high) and first_told(low) <= first_told(high):
        return True
    if any(each.replaced and each.document in {later.document for later in high} for each in low):
        return True
    if _sooner(low, high):
        return share_a_hand(a, b, origin_of)
    return not _sooner(high, low) and _one_hand_more(one, other, a, b, origin_of)


def _one_hand_more(
    one: Telling, other: Telling, a: Tellings, b: Tellings, origin_of: Mapping[str, str | None]
) -> bool:
    """Whether one hand alone tells a little more at a time not told: a toll rises, and seldom falls."""
    low, high = sorted((size(one), size(other)))
    if by_two_hands(a, b, origin_of) or one.document == other.document:
        return False
    return share_a_hand(a, b, origin_of) and low > 0 and high <= MUCH_MORE * low


MUCH_MORE = 4
"""So many times as many are no longer a toll that has risen within the day."""


def _sooner(one: Tellings, other: Tellings) -> bool:
    """Whether a group was told before another: by the hour where both tell it, else by the day."""
    first, second = (min((each.published or "" for each in group), default="") for group in (one, other))
    same_clock = len(first) == len(second) > DAY
    return first < second if same_clock else first[:DAY] < second[:DAY]


DAY = 10
"""Characters of a day."""
