"""Whom a body says it has something from: "Velia notified the Mission", "a list that the abbey gave us".

In its own publication a body tells what others told it; a list is the word of whoever drew it up.
"""

from __future__ import annotations

import re

import msgspec

from firsthand.corroborate.names.bodies import body_of
from firsthand.corroborate.names.described import Described, describe
from firsthand.corroborate.names.publishers import is_medium, names_publisher
from firsthand.resources.capitals import cased
from firsthand.schema import Attribution, Because, Document, SourceKind, Span

NOTIFIED = cased(
    r"^\W*(?P<who>[^.!?;:\"“”\n]{2,90}?)\s+(?:ha[ds]\s+|have\s+)?(?:since\s+|also\s+|later\s+|earlier\s+)?"
    r"(?:notif(?:ied|ies)|inform(?:ed|s)|advise[ds]|alerted|t(?:old|ells)|report(?:ed|s)\s+to|confirm(?:ed|s)\s+to|wrote\s+to)\s+"
    r"(?:(?:us|our\s+[a-z]+)\b|the\s+(?P<own>[A-Z][\w’'-]+))"
)
"""Who opens a sentence by telling the publisher: "Velia notified the Mission of nine dead"."""
PUBLISHED = cased(
    r"(?:^|,\s+)\W*(?P<who>(?:[Tt]he\s+)?[A-Z][\w’'-]*(?:\s+[\w’'-]+){0,5}?)\s+(?:ha[ds]|have)\s+(?:since\s+|also\s+)?"
    r"(?:published|issued|released|gathered|presented|submitted)\s+(?:an?\s+|the\s+|its\s+)?(?:\w+\s+)?"
    r"(?:accounts?|reports?|lists?|testimon(?:y|ies)|evidence|findings|figures)\b"
)
"""Whose account a body passes on in its own publication: "Prisoner Care has published an account of"."""
SOURCE = re.compile(
    r"\(\s*(?:sources?\s*:|according\s+to|as\s+reported\s+by|reported\s+by|per)\s*(?P<who>[^()]{3,70}?)\s*\)",
    re.IGNORECASE,
)
"""Whose a figure is, in brackets after it: "Six since returned (source: regional authorities)"."""
OF_THEM = re.compile(r"\s+(?:that|which|who|whom)\s.*$|,.*$", re.DOTALL)
NOT_THEM = re.compile(r"(?:we|i|he|she|it|they|this|that|our|nobody|no\s+one|neither)\b", re.IGNORECASE)


def told_to(sentence: Span, at: int, document: Document, own: str) -> tuple[Described, Because] | None:
    """The voice that a sentence in a body's own publication says told that body, or is its source.

    `at`: where the telling begins; a source in brackets counts where it is the next after that.
    """
    text = document.text
    match = NOTIFIED.search(sentence.words(text))
    if match is not None and (match.group("own") is None or names_publisher(match.group("own"), own)):
        return _made(match, sentence.start, document, own)
    match = PUBLISHED.search(sentence.words(text))
    if match is not None and match.end() <= at - sentence.start:
        return _made(match, sentence.start, document, own, publishes=True)
    if beside := _reached_us(sentence, document, own):
        return beside
    match = SOURCE.search(sentence.words(text), max(0, at - sentence.start))
    return _made(match, sentence.start, document, own) if match is not None else None


SENT_US = cased(
    r"\b(?:(?:our|the)\s+)?(?P<who>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,3}|[a-z][\w’'-]*(?:\s+(?:in|of|at)\s+(?:the\s+)?"
    r"[\w’'-]+)?)\s+(?:ha[sd]\s+|have\s+)?(?:sent|given|handed|forwarded|passed)\s+(?:to\s+)?us\b"
)
"""Whose list or report it is: "as entered in the report that our clinic has sent us"."""
REACHED_US = cased(
    r"\W*(?P<who>(?:An?|One|Two|Three|Several)\s+[^.!?;:\"“”\n]{2,70}?)\s+(?:ha[sd]\s+|have\s+)?(?:reached|telephoned|phoned|"
    r"called|rang|contacted|wrote\s+to|told|informed|alerted|spoke\s+to|spoke\s+with)\s+(?:us|our\s+\w+)\b"
)
INTERVIEWED = cased(
    r"\W*(?:We|Our\s+\w+|The\s+[A-Z]?\w+)\s+(?:ha[sd]\s+|have\s+)?(?:interviewed|spoke\s+(?:to|with)|spoken\s+(?:to|with)|met|"
    r"heard\s+from|heard)\s+(?P<who>(?:an?|one|two|three|several)\s+[^.!?;:,\"“”\n]{2,50})"
)
"""Whom a body heard, in the sentence before what "he" told it."""
GOES_ON = re.compile(r"\W*(?:He|She|They)\b")
OF_THEM_TOO = re.compile(r"\b(?:of\s+(?:them|these|those)|they|them)\b", re.IGNORECASE)
NEAR = 400
"""Characters around a sentence in which the one before or after it is looked for."""


def _reached_us(sentence: Span, document: Document, own: str) -> tuple[Described, Because] | None:
    """Who told a body by the sentence beside: "A survivor reached us by telephone" after what he told."""
    text = document.text
    start = sentence.start
    if OF_THEM_TOO.search(text, sentence.start, sentence.end):
        start = max(text.rfind("\n", 0, start), start - NEAR, 0)
    if match := SENT_US.search(text, start, sentence.end):
        return _made(match, 0, document, own)
    match = REACHED_US.match(text, sentence.end, min(len(text), sentence.end + NEAR))
    if match and "\n" not in text[sentence.end : match.start("who")]:
        return _made(match, 0, document, own)
    if not GOES_ON.match(text, sentence.start):
        return None
    before = text[max(0, sentence.start - NEAR) : sentence.start].rstrip().rsplit("\n", 1)[-1]
    opens = max((each.end() for each in re.finditer(r"[.!?][\"”’']?\s+", before)), default=0)
    start = len(text[: sentence.start].rstrip()) - len(before) + opens
    match = INTERVIEWED.match(text, start) or REACHED_US.match(text, start)
    return _made(match, 0, document, own) if match is not None else None


def _made(
    match: re.Match[str], start: int, document: Document, own: str, *, publishes: bool = False
) -> tuple[Described, Because] | None:
    who = OF_THEM.sub("", match.group("who")).strip()
    if NOT_THEM.match(who) or len(who) < 3 or (is_medium(who) and not publishes) or names_publisher(who, own):
        return None
    if body_of(who) is None and not cased(r"[A-Z]").search(who[1:]) and not who[:1].isupper():
        return None
    anchor = Span(start + match.start("who"), start + match.start("who") + len(who))
    voice = describe(document.id, who, who, "organisation", frozenset(), anchor)
    note = f"{own} has it from {voice.name}"
    return voice, Because(rule="origin.told_by", anchors=(anchor,), note=note)


DRAWN_UP = cased(
    r"\s+(?:(?:that|which)\s+(?P<who>the\s+[a-z][\w’' -]{2,50}?|[A-Z][\w’' -]{2,50}?)\s+(?:ha[ds]\s+)?"
    r"(?:gave|given|handed|sent|showed|shown|provided|supplied|passed|drew\s+up|drawn\s+up|compiled|kept|keeps)\b"
    r"|(?:\w+\s+){0,2}?(?:given|handed|provided|supplied|compiled|drawn\s+up|kept|sent|signed|made)\s+"
    r"(?:(?:to\s+[\w]+|over|out)\s+)?by\s+(?P<by>the\s+[a-z][\w’'-]*(?:\s+of\s+[\w’'-]+|\s+[a-z][\w’'-]*)?|[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*))"
)
"""Who made a list, in the words after it: "a list that the monastery gave us", "drawn up by the parish"."""
LIST = re.compile(r"(?:an?|the|its)\s+(?:[\w-]+\s+)?(?:list|register|roll|tally|count)s?", re.IGNORECASE)
MADE_BY_OTHERS = frozenset({"people", "authorities", "military", "armed_group"})


def drawn_up_by(phrase: str, end: int, text: str) -> str | None:
    """The body that drew up a list or handed it over, by the words after it; null where none is told."""
    match = DRAWN_UP.match(text, end) if LIST.fullmatch(phrase) else None
    if match is None:
        return None
    who = match.group("who") or match.group("by")
    body = body_of(who)
    return who if body is not None and body.name not in MADE_BY_OTHERS else None


BOTH = cased(r"(?P<one>[A-Z][\w’'-]+)\s+and\s+(?P<two>[A-Z][\w’'-]+)")


def one_of_both(each: Attribution, document: Document) -> Attribution:
    """A country that says something alone, where it was first named with another: "Velia and Sorn blamed"."""
    both = BOTH.fullmatch(each.source_name or "")
    said = each.source[0].words(document.text) if both else ""
    if both is None or len(each.source) > 1 or said not in both.groups():
        return each
    return msgspec.structs.replace(each, source_name=said, source_kind="government")


HONOUR = re.compile(r"(?:His|Her|Their)\s+(?:Excellency|Honou?r|Highness|Eminence|Holiness|Majesty)\b,?\s*")


def without_honours(phrase: str, text: str) -> str:
    """The office in words of honour: "His Excellency the Governor" is the Governor, also if cut short."""
    honour = HONOUR.match(phrase)
    if honour is None:
        return phrase
    rest = phrase[honour.end() :]
    if not rest:
        office = re.search(rf"{re.escape(phrase)},?\s+(the\s+[A-Z]?[a-z]+)", text)
        rest = office.group(1) if office else phrase
    small = cased(r"the\s+[A-Z][a-z]+").match(rest)
    return rest[: small.end()].lower() + rest[small.end() :] if small and body_of(small.group()) else rest


SEEN_BY = re.compile(
    r"\s+(?:first\s+)?(?:published|seen|obtained|reviewed|quoted|read|leaked)\s+(?:by|to)\b.*$", re.DOTALL
)
INSIDE = re.compile(
    r"(?:an?|the|one)\s+(?:internal|confidential|secret|classified|leaked)\s+(?:\w+\s+)?"
    r"(?:papers?|reports?|memos?|notes?)",
    re.IGNORECASE,
)
"""Papers from inside, which are no medium's report."""


def as_document(phrase: str, kind: SourceKind) -> tuple[str, SourceKind]:
    """A paper from inside by its own words, not by the medium that saw it: "a log published by the Echo"."""
    if kind == "outlet" and INSIDE.fullmatch(phrase):
        kind = "document"
    return (SEEN_BY.sub("", phrase), kind) if kind == "document" else (phrase, kind)


def handed(each: Attribution, phrase: str, name: str, text: str) -> tuple[str, str, SourceKind]:
    """Words, name and kind of a voice: its office without honours, a list as the word of its maker."""
    phrase, name = without_honours(phrase, text), without_honours(name, text)
    if maker := drawn_up_by(phrase, each.source[-1].end, text):
        return maker, maker, "organisation"
    phrase, kind = as_document(phrase, each.source_kind)
    return phrase, name, kind
