"""Lines that tell a reader whom to call, write to or follow: set aside, for they tell nothing of the event.

"Anyone with information is asked to call ...", "Jane Roe can be reached at ...", "For more information, visit
...", an address alone. Every sentence of a paragraph must be such a line, or the paragraph stays whole.
"""

from __future__ import annotations

import re

from firsthand.rules import all_rules, rule
from firsthand.schema import Because, Span

LONGEST = 600
"""Characters. No such paragraph is longer."""

_DETAIL = (
    r"(?:(?<![\w.])\+?\(?(?=\d(?:\D{0,2}\d){6})\d{1,5}\)?(?:[ .-]{0,2}\d{2,5}){1,4}(?![\w%])"  # a telephone
    r"|\b(?:\d-)?\d{3}-(?:\d{3}-)?[A-Z]{4,8}\b"  # one in letters
    r"|\b[\w.+-]{1,60}@[\w-]{1,60}\.\w"  # an e-mail address
    r"|(?<!\w)@\w{2,30}"
    r"|\b(?:https?://|www\.)\w|\b[\w-]{2,40}\.(?:com|org|net|gov|edu|info|example|co\.uk)\b)"
)
_WHO = (
    r"(?:any(?:one|body|\s+witness(?:es)?)|those|people|persons?|witnesses|residents|drivers|motorists|"
    r"members\s+of\s+the\s+public)"
)
_REACH = r"(?:call|phone|telephone|ring|text|contact|e-?mail|reach|notify|write\s+to|message)"
_ASKED = (
    r"(?:(?:is|are)\s+(?:being\s+)?(?:asked|urged|encouraged|requested|invited|advised)\s+to|"
    r"(?:can|should|may|must)|please)"
)
_INFORMED = r"(?:information|tips?|knowledge|footage|witnessed|saw|knows?)"
_OPENERS = re.compile(
    rf"(?:(?:{_WHO}\b(?=[^.!?]{{0,120}}\b{_INFORMED}\b)|if\s+you\s+(?:have|saw|know|witnessed)\b)"
    rf"(?=[^.!?]{{0,60}}\b(?:information|tips?)\b|.*{_DETAIL})"
    rf"[^.!?]{{0,160}}\b(?:{_ASKED}\s+(?:\w+\s+){{0,3}}?{_REACH}\b|please\s+{_REACH}\b)"
    rf"|witnesses\s+{_ASKED}\s+[^.!?]{{0,60}}\b{_REACH}\b(?=.*{_DETAIL})"
    r"|for\s+(?:more|further)\s+(?:information|details),?\s+(?:please\s+)?"
    rf"(?:visit|go\s+to|see|log\s+on\s+to|{_REACH})\b(?=.*{_DETAIL})"
    r"|(?:tips|information)\s+(?:can|may)\s+(?:also\s+)?be\s+(?:left|submitted|sent|given|called|e-?mailed)\b"
    rf"(?=.*{_DETAIL})"
    rf"|(?:please\s+)?(?:contact|call|e-?mail|reach|text|write\s+to|tweet|"
    rf"send\s+(?!(?:it|them|this|that|these|those)\b)[^.!?]{{2,60}}?\s+to)\s+"
    rf"(?=.*{_DETAIL})(?:us|him|her|me|them|(?-i:the\s+[A-Za-z]|[A-Z])|{_DETAIL})"
    r"|follow\s+(?:him|her|them|me|(?-i:[A-Z])[\w.'’-]+(?:\s+(?-i:[A-Z])[\w.'’-]+){0,3})\s+(?:on|at)\s+"
    r"(?:twitter|facebook|instagram|telegram|mastodon|bluesky|(?-i:X)\b|@)"
    r"|[^.!?:;,]{3,80}\s(?:can|may)\s+(?:also\s+)?be\s+(?:reached|contacted|e-?mailed)\s+"
    rf"(?:(?:via|by|through)\s+e-?mail\b|(?:via|at|by|on|through)\b(?=.*{_DETAIL}))"
    rf"|(?:(?:e-?mail|tel|phone|fax|telephone|twitter|contact)\s*[.:]\s*)?{_DETAIL}\S*$)",
    re.IGNORECASE | re.DOTALL,
)
_ABOUT_AUTHOR = re.compile(
    r"(?-i:[A-Z])[^.!?]{3,120}\s(?:covers|writes\s+about|is\s+(?:an?|the)\s[^.!?]{0,40}"
    r"(?:reporter|writer|correspondent|editor|columnist|journalist|producer))\b[^.!?]{0,80}\.\s+",
    re.IGNORECASE,
)
_FURTHER = re.compile(
    r"(?:callers?|tipsters?|tips|calls|you|reference|quote|a\s+(?:cash\s+)?reward)\b|.*" + _DETAIL,
    re.IGNORECASE | re.DOTALL,
)
_TOLD = re.compile(r"\b(?:said|told|says|wrote|killed|died)\b|[\"“”]")
_NEXT = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“(]?[A-Z])")
_MOST = 35
"""Words of a sentence that gives a number or an address; a longer one may tell something beside."""


@rule(
    "furniture.contact",
    means="A line that says whom to call, write to or follow, and nothing of what happened.",
    fires="Two shells fell on Monday.\n\n[Anyone with information is asked to call the police at 555-0142.]",
    silent="Two shells fell on Monday.\n\nAnyone with information was beaten by soldiers, the mayor said.",
)
def contact(words: str) -> bool | None:
    """Whether every sentence of a paragraph is such a line; not where one tells or quotes something."""
    if len(words) > LONGEST:
        return None
    about = _ABOUT_AUTHOR.match(words)
    first, *further = _NEXT.split(words[about.end() if about else 0 :])
    if not _OPENERS.match(first if not further else f"{first} {further[0]}"):
        return None
    if any(each.count(" ") >= _MOST or _TOLD.search(each) for each in (first, *further)):
        return None
    return True if all(_OPENERS.match(each) or _FURTHER.match(each) for each in further) else None


def trailing(text: str, paragraph: Span) -> tuple[Because, Span] | None:
    """The line of this kind that was run into the end of a text, and the reason to cut it off."""
    start = max(paragraph.start, paragraph.end - LONGEST)
    for gap in _NEXT.finditer(text, start, paragraph.end):
        span = Span(gap.end(), paragraph.end)
        if _OPENERS.match(span.words(text)) and contact(span.words(text)):
            return contact.because(span), span
    return None


RULES = all_rules(contact)
