"""What a relative time is counted from: the publication date, or the date that the story has reached.

News is counted from its publication. A narrative tells of long ago in dates of its own: there "in April" goes
on from the date told last, and the day on which the page was published says nothing. Which of the two a
document is, its dates tell: a narrative has many dates with a year, most of them more than half a year before
publication, and few words such as "yesterday" or "on Tuesday". A word such as "later" or "the same day" is
always counted from the story where the story has a date.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from firsthand.ground.time_calendar import Point, bounds
from firsthand.ground.time_scheduled import GRANTING, befallen, coming, prepared_for, set_for
from firsthand.ground.time_sense import Found, Sense
from firsthand.ground.time_stream import Stream, phrases
from firsthand.resources.parser import Token
from firsthand.rules import Rule, rule
from firsthand.schema import Because, Document, Span

FROM_PUBLICATION = Rule(
    "time.from_publication",
    means="Counted from the publication date.",
    fires=("The station was struck [yesterday].",),
    silent=("The station was struck in 2029.",),
    gives={"value": "2031-03-13"},
)
FROM_STORY = Rule(
    "time.from_story",
    means="Counted from the date that the story told last.",
    fires=("He was seized on [5 May 2029]. Two days later he was freed.",),
    silent=("The station was struck yesterday.",),
    gives={"value": "2029-05-07"},
)


_TELLING = {
    "say", "show", "report", "tell", "claim", "suggest", "indicate", "allege", "describe", "confirm",
    "have", "appear", "seem", "remain", "know", "think", "believe", "mean", "include", "blame", "accuse",
    "deny", "write", "do", "come", "see", "note", "add", "date", "follow", "mark",
}  # fmt: skip
_FULL_STOPS = set(".!?\"”’')")


@dataclass(frozen=True, slots=True)
class Mention:
    """A date that the story has reached, and the words that told it."""

    point: Point
    span: Span
    sentence: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Clues:
    """What the dates of a document tell of it as a whole."""

    published: date | None
    narrative: bool
    day_first: bool | None
    """Whether its dates in figures put the day first; None where nothing tells."""


def publication_day(document: Document) -> date | None:
    """The day of publication; None where nobody says, or not as a date."""
    try:
        return date.fromisoformat((document.published or "")[:10])
    except ValueError:
        return None


def clues(document: Document, found: Sequence[Found]) -> Clues:
    """What the expressions found tell of the document."""
    published = publication_day(document)
    dated = [
        f.sense.point for f in _single(found) if f.sense.point is not None and f.sense.point.year is not None
    ]
    deictic = sum(_deictic(f.sense) for f in found)
    return Clues(published, _is_narrative(dated, deictic, published), _day_first(found))


def _single(found: Sequence[Found]) -> list[Found]:
    return [one for f in found for one in (f.separate or (f,))]


def _deictic(sense: Sense) -> bool:
    if sense.kind == "weekday":
        return True
    return sense.kind == "step" and sense.frame == "published"


def _is_narrative(dated: Sequence[Point], deictic: int, published: date | None) -> bool:
    if len(dated) < 6 or deictic * 3 > len(dated):
        return False
    if published is None:
        return True
    old = sum(1 for point in dated if _long_before(point, published))
    return old * 3 > len(dated) * 2


def _long_before(point: Point, published: date) -> bool:
    """More than half a year before publication: no news any more."""
    held = bounds(point)
    return held is None or (published - held[1]).days > 183


def _day_first(found: Sequence[Found]) -> bool | None:
    """By dates in figures that can be read one way only, else by the order of the dates in words."""
    figures, words = set(), set()
    for one in _single(found):
        rules = {because.rule for because in one.rules}
        point = one.sense.point
        if (
            "time.slashed_date" in rules
            and point is not None
            and not one.sense.swappable
            and point.day != point.month
        ):
            figures.add(one.sense.definite)
        elif "time.day_month" in rules:
            words.add(True)
        elif "time.month_day" in rules:
            words.add(False)
    told = figures or words
    return told.pop() if len(told) == 1 else None


def ahead(stream: Stream, found: Found) -> Because | None:
    """The word that puts the time in the future, going up from it through the verbs it hangs on."""
    token = stream.token(found.end - 1) or stream.token(found.start)
    if token is None or _beside_past(stream, found) or stream.word(found.start - 1) == "since":
        return None
    last = _outermost(stream, found, token)
    if befallen(stream, found):
        return None
    verb = last.head.head if last.head.pos == "ADP" else last.head
    here = until_ahead(stream, found) or present_ahead(stream, verb)
    return (
        here
        or _above(last, stream.span(found.start, found.end))
        or coming(stream, found)
        or prepared_for(stream, found)
    )


def _above(token: Token, own: Span) -> Because | None:
    """The word of the future among the verbs that a token hangs on, up to the first that is past.

    `own` are the words of the date: the month of "May 3" is no verb.
    """
    below = token
    for steps, above in enumerate(token.ancestors(), 1):
        if _would_have(above):
            return None
        cue = _intended(below, above) or _cue(above)
        others = (child for child in above.children if not own.start <= child.start < own.end)
        cue = cue or next((c for child in others if (c := _cue(child, child=True))), None)
        below = above
        if cue is not None:
            return cue
        if above.tag == "VBN" and above.dep == "acl":
            return None  # the merger, announced in June, will close: June is past
        if above.tag == "VBD" or (above.pos in {"VERB", "AUX"} and _finite_past(above)) or steps > 6:
            return None
    return None


@rule(
    "time.present_ahead",
    means="A verb in the present with a date speaks of what is still to come; a headline's does not.",
    fires="The summit [opens] on Thursday.",
    silent=[
        "The summit opened on Thursday.",
        "The summit, reports on Thursday say, is over.",
        "Bomb kills 12 on Thursday",
        "Nine were killed when shells hit the market on Monday.",
        "The army, which retook the hill on Monday, is digging in.",
    ],
    gives={"value": "2031-03-20"},
)
def present_ahead(stream: Stream, verb: Token) -> Because | None:
    """The verb, unless it tells what somebody says or what has been so for long."""
    if verb.tag == "VB" and verb.head.lemma == "be" and any(child.tag == "TO" for child in verb.children):
        verb = verb.head  # `they are to meet on Monday`
    if verb.tag not in {"VBZ", "VBP"} or verb.lemma in _TELLING or _past_in_disguise(verb):
        return None
    sentence = stream.parse.sentences[verb.sentence]
    ends = stream.text[sentence.span.end - 1]
    return present_ahead.because(verb.span) if ends in _FULL_STOPS else None


# Their past looks like their present, and in news it is the past that is dated.
_UNCHANGED = re.compile(
    "beat|bet|bid|burst|bust|cast|cost|cut|fit|hit|hurt|knit|let|put|quit|read|rid|set|shed|shut|slit|split|"
    "spread|thrust|upset|wed"
)
# Pasts that parsers take for a present when they do not know the verb: `retook`, `overran`, `undertook`.
_IRREGULAR = re.compile(
    r"\w+(?:took|ran|came|went|drew|threw|held|built|wrote|told|fought|gave|saw|rose|drove|flew|broke|fell|stood)"
)


def _past_in_disguise(verb: Token) -> bool:
    """`hit`, `cut`, `retook`; and whatever stands in a clause of time or reason below a verb of the past."""
    if verb.tag == "VBP" and (_UNCHANGED.fullmatch(verb.lower) or _IRREGULAR.fullmatch(verb.lower)):
        return True
    above = verb.head
    return verb.dep == "advcl" and above is not verb and (above.tag == "VBD" or _finite_past(above))


def _outermost(stream: Stream, found: Found, token: Token) -> Token:
    """The token of the expression by which the rest of it hangs on the sentence: `at 5 p.m. on March 28`."""
    span = stream.span(found.start, found.end)
    while token.head is not token and span.start <= token.head.start < span.end:
        token = token.head
    return token


@rule(
    "time.until_ahead",
    means="Until or by a date, of what is so or has been so: the date lies ahead.",
    fires=["The bridge is shut [until] 9 April.", "The general wants the valley cleared [by] 1 May."],
    silent=["Talks went on until 9 April.", "The valley had been cleared by 1 May."],
    gives={"value": "2031-04-09"},
)
def until_ahead(stream: Stream, found: Found) -> Because | None:
    """The word before the date, unless the verb that it hangs on tells of what is over."""
    at = found.start - 1
    cue = stream.token(at)
    if stream.word(at) not in {"until", "till", "by"} or cue is None:
        return None
    here = until_ahead.because(stream.span(at, at + 1))
    for verb in itertools.islice(cue.ancestors(), 7):
        if verb.pos not in {"VERB", "AUX"} and verb.tag[:2] != "VB":
            continue
        deferred = phrases("deferral").table.lookup(verb.lemma)
        if deferred is not None and not _done(verb):
            return deferred.because(verb.span)
        if verb.tag == "VBD" or any(child.tag == "VBD" for child in verb.below("aux", "auxpass")):
            return None
        aux = any(child.tag in {"VBZ", "VBP", "MD"} for child in verb.below("aux", "auxpass"))
        if aux or verb.tag in {"VBZ", "VBP"}:
            return here
    return None


def in_doubt(stream: Stream, found: Found) -> bool:
    """Whether a state of the past may last beyond publication: the road was closed until 9 January."""
    cue = stream.token(found.start - 1)
    if set_for(stream, found) is not None or _told_ahead(stream, found):
        return True
    if cue is None or stream.word(found.start - 1) not in {"until", "till"}:
        return False
    if cue.head.lemma in GRANTING:
        return True
    verb = next((v for v in itertools.islice(cue.ancestors(), 4) if v.pos in {"VERB", "AUX"}), None)
    return verb is not None and bool(verb.below("auxpass")) and not _done(verb)


def _told_ahead(stream: Stream, found: Found) -> bool:
    """Whether a death or a disaster is dated in a sentence about what is to come: of which year is open."""
    token = stream.token(found.end - 1)
    if token is None or not befallen(stream, found):
        return False
    return _above(_outermost(stream, found, token), stream.span(found.start, found.end)) is not None


def _done(verb: Token) -> bool:
    """Whether the verb tells of what was over before something else: had been suspended."""
    return any(child.lower == "had" for child in verb.below("aux"))


def _beside_past(stream: Stream, found: Found) -> bool:
    """Whether a verb of the past stands right beside it: `said on Thursday it will`, `on Thursday said`."""
    at = found.start - 1
    while stream.word(at) in {"on", "in", "at", "late", "early", ","}:
        at -= 1
    before, after = stream.token(at), stream.token(found.end)
    return (before is not None and before.tag == "VBD") or (after is not None and after.tag == "VBD")


def _finite_past(token: Token) -> bool:
    return any(
        child.tag == "VBD" or child.lower in {"have", "has"} for child in token.below("aux", "auxpass")
    )


def _would_have(verb: Token) -> bool:
    """What would have, could have or must have happened has not still to come."""
    aux = {child.lower for child in verb.below("aux")}
    return "have" in aux and bool(aux & {"would", "could", "should", "might", "may", "must"})


def _intended(deed: Token, verb: Token) -> Because | None:
    """The verb, where the deed is one that somebody had in mind: `wanted to take the town by May`."""
    if deed.tag != "VB" or not any(child.tag == "TO" for child in deed.children):
        return None
    got = phrases("intention").table.lookup(verb.lemma)
    return None if got is None else got.because(verb.span)


def _cue(token: Token, child: bool = False) -> Because | None:
    if child and token.dep not in {"aux", "acomp", "amod"}:
        return None
    if token.tag in {"VBD", "NN"} or (token.tag == "VB" and not child):
        return None
    got = phrases("ahead").table.lookup(token.lower)
    return None if got is None else got.because(token.span)


def day_of(mention: Mention | None) -> date | None:
    """The first day of what the story has reached."""
    held = bounds(mention.point) if mention is not None else None
    return None if held is None else held[0]
