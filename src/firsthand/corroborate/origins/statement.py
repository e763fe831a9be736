"""A document that is one body's statement from end to end, whoever prints or broadcasts it.

"Communique No. 1. The Rescue Committee informs the people. The assembly is under our control." is read out by
a radio station and is the committee's. What such a paper says in its own words, its body says at first hand.
"""

from __future__ import annotations

import re

from firsthand.resources.capitals import cased
from firsthand.schema import Reading, Span

OURS = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
QUOTED = re.compile(r"[\"“][^\"“”]*(?:[\"”]|$)")

TITLED_BY = cased(
    r"^(?:(?i:(?:public|official|joint|press|video)\s+)?(?i:statement|communiqu[eé]|declaration|announcement|proclamation|"
    r"message|denial|appeal|order|reply))(?:\s+(?i:no\.?|nr\.?|number)\s*\w+)?\s+(?:of|by|from)\s+"
    r"(?P<who>the\s+[A-Z][\w’'-]+(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w’'-]+){0,4})"
)
"""A headline that says whose statement it is: "Statement of the Council, as broadcast"."""
OPENS = cased(
    r"^\W*(?P<who>The\s+(?:(?:[Cc]ommand|[Ll]eadership|[Ss]taff|[Cc]ouncil|[Cc]ommittee|[Bb]oard|[Mm]embers|[Pp]eople)\s+of\s+(?:the\s+)?)?"
    r"[A-Z][\w’'-]+(?:\s+(?:of\s+(?:the\s+)?|for\s+(?:the\s+)?)?[A-Z][\w’'-]+){0,4})\s+"
    r"(?:informs?|hereby|announces?|declares?|proclaims?|rejects?|mourns?|denies|deny|condemns?|repudiates?|regrets?|"
    r"makes?\s+known|salutes?|thanks?|assures?|reminds?|warns?|calls?\s+(?:on|upon)|bows?|expresses|express)\b"
)
"""An opening sentence in which a body speaks up: "The Free Coast Movement mourns the bathers"."""


def issued_by(reading: Reading) -> tuple[str, Span | None] | None:
    """The body whose statement the whole document is, with its words; null where others speak in it, too."""
    title, text = reading.document.title or "", reading.document.text
    named, opens = TITLED_BY.match(title.strip()), OPENS.match(text)
    if (named is None and opens is None) or not says_ours(text):
        return None
    who = (opens or named)["who"]  # type: ignore[index]
    if not speaks_alone(reading, who):
        return None
    return who, Span(*opens.span("who")) if opens else None


def says_we(text: str) -> bool:
    """Whether a text says "we" or "our" outside quotation marks."""
    return OURS.search(QUOTED.sub("", text)) is not None


def says_ours(text: str) -> bool:
    """The same, or speaks to "your" people as only a body does that rules them."""
    return says_we(text) or YOURS.search(QUOTED.sub("", text)) is not None


def says_it_of_others(text: str) -> bool:
    """Whether "we" in a text are those who ask, hear and publish, and not those who were there."""
    return HEARD.search(QUOTED.sub("", text)) is not None


HEARD = re.compile(
    r"\b(?:called|telephoned|phoned|rang|told|tells|sent|gave|given|wrote\s+to|informed|informs|showed|shows|reached|handed|shared\s+with|"
    r"emailed|mailed|texted|contacted|gives|lent)\s+us\b"
    r"|\b(?:we|whom\s+we)\s+(?:have\s+|had\s+|also\s+)?(?:this\s+from|quoted?|report(?:ed)?|publish(?:ed)?|asked|ask\s+(?:the|for\s+a)|spoke|spoken|"
    r"were\s+(?:told|sent|given|shown)|been\s+(?:told|sent|given|shown)|interviewed|met|call(?:ed)?|found|match(?:ed)?|compared|checked|verified|"
    r"geolocated|analysed|examined|reviewed|watched|looked|understand|could\s+not|cannot|ha(?:ve|d)\s+not\s+been)\b"
    r"|\bour\s+(?:own\s+)?(?:[\w-]+\s+)?(?:reporters?|correspondents?|newsroom|sources?|questions?|requests?|reconstruction)\b",
    re.IGNORECASE,
)
"""How "we" tell what others told: "a man called us", "we found that the tank stood on the hill"."""

YOURS = re.compile(
    r"\byour (?:army|armed forces|soldiers|sons|council|committee|government)\b", re.IGNORECASE
)


def speaks_alone(reading: Reading, who: str | None = None) -> bool:
    """Whether no voice reports anything in a document but its own: "we", or the one named `who`."""
    text = reading.document.text
    voices = [each.words(text) for one in reading.attributions if one.kind == "report" for each in one.source]
    return all(OURSELVES.match(each) or (who is not None and _is_of(each, who)) for each in voices)


OURSELVES = re.compile(r"(?:we|our|us|i|my)\b", re.IGNORECASE)


def _is_of(words: str, who: str) -> bool:
    said = {each.casefold() for each in re.findall(r"\w{3,}", words)} - {"the"}
    return bool(said) and said <= {each.casefold() for each in re.findall(r"\w{3,}", who)}


__all__ = ["OURS", "QUOTED", "issued_by", "says_it_of_others", "says_ours", "says_we", "speaks_alone"]
