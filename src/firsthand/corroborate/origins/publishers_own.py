"""A sentence in which the publisher itself speaks: "our correspondent saw", "we could not find"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from firsthand.corroborate.names.described import Described
from firsthand.corroborate.names.publishers import names_publisher
from firsthand.corroborate.origins.document import Carrier
from firsthand.corroborate.origins.statement import OURS, QUOTED
from firsthand.corroborate.telling.values import Telling
from firsthand.resources.capitals import cased
from firsthand.schema import Because, Span

SPEAKS_FOR_US = re.compile(r"(?:we|our|i|us)\b", re.IGNORECASE)
WITHIN = 4000
"""Characters around a sentence in which a quotation that holds it may open or close."""
FOUND = re.compile(r"\bfound$", re.IGNORECASE)
FOUND_OUT = re.compile(
    r"\s+(?:that|no|out|nothing|evidence|it|this|an?\s+(?:earlier|older|previous|different)|the\s+(?:same|original|earliest))\b"
)
"""What is found by looking things up, not by being there: "we found that", "we found an earlier copy"."""


def speaks_itself(of: Carrier, sentence: Span, paragraph: Span) -> bool:
    """Whether a medium says "we" or "our" in a sentence, outside quotation marks.

    False for the paper of a body, whose "we" is that body. A quotation that its paragraph does not close
    runs to the end of it, as quotations of several paragraphs do.
    """
    if of.own is not None:
        return False
    start = min(max(paragraph.start, sentence.start - WITHIN), sentence.start)
    end = min(max(paragraph.end, sentence.end), sentence.end + WITHIN)
    bare = QUOTED.sub(lambda match: " " * len(match.group()), of.document.text[start:end])
    return OURS.search(bare, sentence.start - start, sentence.end - start) is not None


ITS_PEOPLE = re.compile(
    r"\s+(?:said|says|announced|confirmed|wrote|added)\s+in\s+a\s+(?:written\s+)?statement\b"
    r"|\b(?:its|their|one\s+of\s+its)\s+(?:own\s+)?(?:[\w-]+\s+){0,2}?(?:reporters?|correspondents?|journalists?|crew|"
    r"cameram[ae]n|camerawoman|photographers?|editors?|producers?|presenters?|newsroom|staff|offices?|studios?|"
    r"building|headquarters|transmitters?|mast)\b"
)
"""How a medium that is cited speaks for itself: of its own people and rooms, or in a statement of its own."""


POSTED = re.compile(r"\((?:[\w-]+\s+)?(?:posts?|statement|notice|feed|account)\)$", re.IGNORECASE)
"""A medium that posts in its own name, and says "we": it tells what befell itself."""


def posts_of_itself(of: Carrier, outside: str) -> Because | None:
    """The "we" of a medium that posts in its own name; `outside`: its text without the quotations."""
    name = of.document.publisher or ""
    ours = OURS.search(outside) if POSTED.search(name) else None
    if ours is None:
        return None
    note = f"{name} tells it of its own people"
    return Because(rule="origin.own_people", anchors=(Span(*ours.span()),), note=note)


ITS_OWNER = re.compile(
    r"(?:his|her|their)\s+(?:own\s+)?(?:[\w-]+\s+){0,2}?(?:station|newspaper|paper|channel|broadcaster|agency|magazine|"
    r"radio|outlet|website|network|weekly|daily|newsroom|editors?|employers?)\b",
    re.IGNORECASE,
)
"""A medium that speaks of one of its own: "the presenter was shot, her station said"."""


def tells_of_itself(telling: Telling, voice: Described, of: Carrier) -> bool:
    """Whether a medium that another document cites tells it of its own people, or in its own statement."""
    text = of.document.text
    if voice.anchor is None:
        return False
    if ITS_OWNER.match(voice.phrase):
        return True
    ends = re.compile(r"[.!?](?=[\"”’']?(?:\s|$))|\n").search(text, telling.anchors[-1].end - 1)
    until = ends.end() if ends else len(text)
    start = min(voice.anchor.end, telling.anchors[0].start)
    return ITS_PEOPLE.search(text, max(start, until - WITHIN), until) is not None


TEAM_OF = cased(
    r"^(?:the\s+)?(?P<who>[A-Z].*?)(?:[’']s?)?\s+(?:own\s+)?(?:[\w-]+\s+){0,2}?(?:teams?|desk|newsroom|unit|reporters?|"
    r"correspondents?|journalists?|editors?|photographers?|fact-?checkers?|investigators|crew)$"
)
"""A medium's own people, told by its name: "BCN's visual team", "the Ledger's reporters"."""


def is_own_team(phrase: str, publisher: str | None) -> bool:
    """Whether words name a publisher's own people: what these verified, the publisher tells itself."""
    if OURS_THERE.match(phrase):
        return True
    match = TEAM_OF.match(phrase)
    return match is not None and names_publisher(match.group("who"), publisher)


OURS_THERE = re.compile(
    r"our\s+(?:own\s+)?(?:[\w-]+\s+){0,2}?(?:colleagues?|reporters?|correspondents?|journalists?|crew|newsroom|editors?)\s+"
    r"(?:in|at|on|near|from)\s",
    re.IGNORECASE,
)
"""A medium's own people with where they are: "our colleague in Orlen", who is no voice of another."""


def is_publisher_itself(voice: Described, of: Carrier) -> bool:
    """Whether a voice of a medium is its own people: "our correspondent", "we"."""
    if of.own is None and not voice.person and is_own_team(voice.phrase, of.document.publisher):
        return True
    nameless = not (voice.marks or voice.person)
    return of.own is None and nameless and SPEAKS_FOR_US.match(voice.phrase) is not None


def looked_up(seen: re.Match[str], text: str) -> bool:
    """Whether "we found" tells of a search ("we found an earlier copy"), not of what one saw."""
    return FOUND.search(seen.group()) is not None and FOUND_OUT.match(text, seen.end()) is not None


OUR_PEOPLE = cased(
    r"\b[Oo]ur\s+(?:own\s+)?(?:\w+\s+){0,2}?(?:reporters?|correspondents?|journalists?|operators?|cameramen|cameraman|"
    r"camerawoman|photographers?|editors?|producers?|presenters?|newsroom|film\s+crew|crew)\b"
    r"(?:\s*,?\s+(?P<who>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,2}))?"
)
"""A medium of its own people: what befell them it knows itself."""
SAW_IT = cased(
    r"\b(?:[Oo]ur|[Aa]n?\s+(?P<of>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,2}))\s+(?:own\s+)?"
    r"(?:reporters?|correspondents?|journalists?|crew|team)\b[^.!?\n\"“”]{0,40}?\s(?:saw|counted|heard|watched|witnessed)\b"
)
"""A sentence in which the publisher's own people see it: "a Northline reporter at the scene saw nine"."""


OF_OURS = cased(
    r"\b[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){1,2},?\s+(?:of|from|for)\s+(?:this|our)\s+(?:own\s+)?"
    r"(?:paper|newspaper|station|agency|newsroom|magazine|radio|channel|weekly|daily|staff|desk)\b,?"
    r"\s+(?:who\s+)?(?:(?:ha[ds]|have)\s+)?(?:just\s+)?(?:been|was|stood|saw|seen|went|gone|walked|visited|reached|counted|watched)\b"
)
"""One of a medium's own by name, who was there: "Jon Sarre of this paper has been to both houses"."""


class Ours(NamedTuple):
    """A place where a document speaks of its publisher's own people, outside all quotations."""

    at: Span
    named: frozenset[str]
    """The names that are told with it."""
    saw: bool
    """Whether they saw something, rather than suffered it."""


FEW = 40
"""Places at which a document speaks of its own people that are looked at."""


def own_people(of: Carrier) -> tuple[Ours, ...]:
    """Where a medium tells what its own people saw, and where it names them, in text order."""
    if of.own is not None:
        return ()
    bare = QUOTED.sub(lambda match: " " * len(match.group()), of.document.text)
    saw = [
        Ours(Span(*match.span()), frozenset(), True)
        for match in islice(SAW_IT.finditer(bare), FEW)
        if not match.group("of") or names_publisher(match.group("of"), of.document.publisher)
    ]
    saw += [Ours(Span(*match.span()), frozenset(), True) for match in islice(OF_OURS.finditer(bare), FEW)]
    named = [
        Ours(Span(*match.span()), frozenset((match.group("who") or "").split()), False)
        for match in islice(OUR_PEOPLE.finditer(bare), FEW)
    ]
    return (*saw, *named)


NAMES = cased(r"[A-Z][\w’'-]+")


def of_its_own_people(sentence: Span, ours: Sequence[Ours], of: Carrier) -> Because | None:
    """The words by which a sentence tells what the publisher's own people saw, or what befell them."""
    who = of.document.publisher or "the publisher"
    said = frozenset(NAMES.findall(sentence.words(of.document.text)) if ours else ())
    for each in ours:
        if sentence.overlaps(each.at) or (each.named & said and not each.saw):
            rule = "origin.reporter_there" if each.saw else "origin.own_people"
            note = f"{who} was there" if each.saw else f"{who} tells it of its own people"
            return Because(rule=rule, anchors=(each.at,), note=note)
    return None
