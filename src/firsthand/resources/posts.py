"""A document -> the time stamps that head the posts of a live blog.

A stamp ("14.35", "2:10pm GMT", "Updated at 14.52", "12:45 - A convoy ...") says when a post was written,
never when what it tells of happened, and who spoke in one post is not at hand in the next. One pass.
"""

from __future__ import annotations

import re

from firsthand.resources.capitals import cased
from firsthand.schema import Document, Span, Spans

_CLOCK = (
    r"(?:[01]?\d|2[0-3])[.:h][0-5]\d(?::[0-5]\d)?(?!\d)(?:\s*[ap]\.?m\b\.?)?|"
    r"\d{1,2}\s*[ap]\.?m\b\.?"
)
_ZONE = (
    r"(?:GMT|UTC|BST|CET|CEST|EET|EEST|MSK|EST|EDT|ET|PST|PDT|IST|AEST|[Ll]ocal(?: time)?)(?:\s?[+-]\d{1,2})?"
)
_DAY = (
    r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s+)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:st|nd|rd|th)?|"
    r"\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})(?:,?\s+\d{4})?"
)
_SINCE = r"\d{1,3}\s?(?:m|min|mins|minutes?|h|hrs?|hours?|d|days?)\s+ago"
_STAMP = re.compile(
    rf"[\[(]?(?:(?:[Ll]ast\s+)?(?P<posted>[Uu]pdated|[Pp]osted|[Pp]ublished)(?:\s+(?:at|on))?:?\s+)?"
    rf"(?:(?:{_DAY})(?:,|\s+at|\s+[-–—|])?\s+)?(?:(?:{_CLOCK})(?:\s*\(?{_ZONE}\)?)?|{_SINCE})"
    rf"(?:,?\s+(?:on\s+)?{_DAY})?[\])]?"
)
_BEHIND = cased(r"\s*(?:[-–—:|•]\s+|(?<=[\])])\s*|\s+(?=[A-Z\"“]))")
_LONGEST = 80
_FEWEST = 2
"""Lines that must open with a stamp and go on behind it before the stamps are taken for those of posts."""


def stamps(document: Document) -> Spans:
    """The stamps of a document in text order, with the dash or colon behind them; none where it has no posts.

    A paragraph that is nothing but a stamp is one by itself. One that opens with a time and goes on is a post
    only where another does the same: "14.35 was the hour" opens no live blog.
    """
    alone, leading = [], []
    for paragraph in document.paragraphs:
        match = _STAMP.match(document.text, paragraph.start, min(paragraph.end, paragraph.start + _LONGEST))
        if match is None:
            continue
        if match.end() == paragraph.end or not document.text[match.end() : paragraph.end].strip(" .:-–—|"):
            alone.append(paragraph)
        elif (behind := _BEHIND.match(document.text, match.end(), paragraph.end)) is not None:
            leading.append(Span(paragraph.start, behind.end()))
    return tuple(sorted((*alone, *leading))) if len(leading) >= _FEWEST else tuple(alone)
