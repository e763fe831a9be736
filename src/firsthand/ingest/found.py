"""What a format's reader finds in some bytes, before it is made a document."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

from firsthand.schema import Because, Reasons, Unreadable
from firsthand.schema.anchor import Value

MAX_CHARACTERS = 2_000_000
"""A text longer than this is no article: a novel has half of it. The parser's memory sets the bound."""

MAX_BYTES = 4 * MAX_CHARACTERS
"""No encoding of a readable text takes more bytes than this (four a character in UTF-8 and UTF-16)."""

TOO_LONG = "Split it into its articles, one document each: JSON Lines holds any number of them."


class Found(Value, frozen=True, kw_only=True):
    """One item as its format gives it: nothing settled, nothing set aside yet."""

    text: str
    sha256: str
    name: str
    id: str | None = None
    """The item's own identifier; null where the format gives none, then its hash names it."""
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    """A date in the source's own notation."""
    url: str | None = None
    language: str | None = None
    """A language that the source names, in its own notation."""
    media_type: str = "text/plain"
    notices: tuple[str, ...] = ()
    because: Reasons = ()


Items = Iterator[Found | Unreadable]
Reader = Callable[[bytes, str], Items]


def digest(data: bytes) -> str:
    """SHA-256 in lower-case hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def said(field: str, where: str) -> Because:
    """The reason for a title, date, publisher or address that the source itself states."""
    return Because(rule=f"ingest.{field}", note=where)


def too_long(name: str, count: int | None = None) -> Unreadable:
    """The refusal of a text that is longer than any article."""
    length = f"is {count:,} characters long" if count else "is longer"
    return Unreadable(name=name, why=f"{length}; at most {MAX_CHARACTERS:,} can be read.", advice=TOO_LONG)
