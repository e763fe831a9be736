"""Two documents, one of them the copy -> which, by credit and by time, in words.

A text that credits the other's publisher ("TARN (Northline) -", "Northline reported") was taken from it.
Without a credit the earlier one is the model. Where neither says it, the direction is open and `because`
says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from firsthand.schema import Document, Span

_SAID = (
    r"(?:reports?|reported|said|says|writes|wrote|quotes|quoted|quoting|according to|via|source"
    r"|сообщает|пишет|повідомляє)"
)
_SLUG = re.compile(r"\s*.{0,80}?\(([^()\n]{2,40})\)\s*[-–—:]")
_HEAD = 600
"""Characters from the start of a text in which a slug or a credit line stands."""
_SIGNED = re.compile(r"[(\[]([^()\[\]\n]{2,40})[)\]]\s*\.?\s*\Z")
"""What a text ends with that names whose it is: "(Northline)"."""


@dataclass(frozen=True, slots=True)
class Direction:
    """Whether the first of two documents is the copy, why, and the words that say it in the copy."""

    first_is_copy: bool
    note: str
    rule: Literal["credit", "time", "open"]
    credit: Span | None = None


def direction(one: Document, other: Document) -> Direction:
    """Which of two documents is the copy. The same pair in the other order gives the same document."""
    given = credit(one, other.publisher), credit(other, one.publisher)
    if bool(given[0]) != bool(given[1]):
        publisher, words = (other.publisher, given[0]) if given[0] else (one.publisher, given[1])
        return Direction(bool(given[0]), f"it credits {publisher}", "credit", words)
    third = _third(one, other)
    order = _order(one.published, other.published)
    if order:
        first, last = (one, other) if order < 0 else (other, one)
        return Direction(order > 0, f"{last.published} is later than {first.published}{third}", "time")
    return Direction(
        _likelier_copy(one) > _likelier_copy(other),
        "which came first cannot be told: neither credits the other, and the times do not say" + third,
        "open",
    )


def _likelier_copy(document: Document) -> tuple[bool, int, str]:
    """The greater of two is the copy, where neither time nor a credit of the other says it.

    Who credits anybody is; else the shorter; between equals the ids decide, so order never does.
    """
    named = [match.group(1).casefold() for match in _credits(document)]
    return (
        any(each != (document.publisher or "").casefold() for each in named),
        -len(document.text),
        document.id,
    )


def _credits(document: Document) -> list[re.Match[str]]:
    """The names in brackets at the head and at the end of a text."""
    found = _SLUG.match(document.text[:_HEAD]), _SIGNED.search(document.text)
    return [each for each in found if each]


def credit(document: Document, publisher: str | None) -> Span | None:
    """The words that credit a publisher: a slug at the head, its name in brackets at the end, or a verb of
    saying beside it."""
    if not publisher or publisher == document.publisher:
        return None
    for named in _credits(document):
        if named.group(1).casefold() == publisher.casefold():
            return Span(*named.span(1))
    name = re.escape(publisher)
    said = re.compile(
        rf"(?<!\w){name}(?!\w)\s+(?:has |have )?{_SAID}\b|\b{_SAID}:?\s+(?:the )?{name}(?!\w)", re.IGNORECASE
    ).search(document.text)
    return Span(*said.span()) if said else None


def _third(one: Document, other: Document) -> str:
    """A third publisher whose slug stands at the head of both."""
    slugs = [_SLUG.match(document.text[:_HEAD]) for document in (one, other)]
    names = {slug.group(1).casefold(): slug.group(1) for slug in slugs if slug}
    return f"; both credit {min(names.values())}" if all(slugs) and len(names) == 1 else ""


def _order(one: str | None, other: str | None) -> int:
    """-1 where the first is the earlier, 1 where the second is, 0 where it cannot be told."""
    if not one or not other:
        return 0
    try:
        moments = datetime.fromisoformat(one), datetime.fromisoformat(other)
    except ValueError:
        return 0
    timed = all(len(written) > 10 for written in (one, other))
    if timed and (moments[0].tzinfo is None) == (moments[1].tzinfo is None):
        return (moments[0] > moments[1]) - (moments[0] < moments[1])
    return (one[:10] > other[:10]) - (one[:10] < other[:10])
