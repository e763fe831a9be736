"""An HTML page -> the article in it, with what the page says of its title, author, date and publisher."""

from __future__ import annotations

import re
from typing import Any

from firsthand.ingest import html_plain
from firsthand.ingest.encoding import decode, decode_as
from firsthand.ingest.found import Found, Items, digest, said, too_long
from firsthand.ingest.html_metadata import Page, page_says
from firsthand.schema import Unreadable

MAX_PAGE = 20_000_000
"""Bytes. Pages with pictures inside reach a few million."""

MAX_DEPTH = 250
"""Tags open at once. Real pages stay below 100; beyond 256 the HTML parser drops what is inside."""

MAX_TAGS = 100_000

MIN_ARTICLE = 60
"""Characters. Less than this is a heading or a cookie notice, not an article."""

_DECLARED = re.compile(rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?([\w.:-]{2,40})", re.I)
_ADVICE = "Save the article's text as a .txt file and read that."


def html(data: bytes, name: str) -> Items:
    """The article of a page; where none stands out, all its words, with a notice that says so."""
    yield page(data, name)


def page(data: bytes, name: str, charset: str | None = None) -> Found | Unreadable:
    """The article of one page, whose container may name its character set."""
    if len(data) > MAX_PAGE:
        return too_long(name)
    declared = _DECLARED.search(data[:4096])
    named = charset or (declared[1].decode("ascii") if declared else None)
    decoded = decode_as(data, named) or decode(data)
    if decoded is None:
        return Unreadable(name=name, why="is named as HTML, but its bytes are not text.")
    text = decoded.text.replace("\0", "")
    says = page_says(text)
    article, notices = _article(text)
    if not article.strip():
        why = "is a page without text: it may be filled in by a script when it is opened."
        return Unreadable(name=name, why=why, advice=_ADVICE)
    return _found(article, says, digest(data), name, (*decoded.notices, *notices))


def _found(article: str, says: Page, sha256: str, name: str, notices: tuple[str, ...]) -> Found:
    fields: dict[str, Any] = {field: value for field, (value, _) in says.items() if field != "language"}
    return Found(
        text=article, sha256=sha256, name=name, media_type="text/html", notices=notices,
        because=tuple(said(field, where) for field, (_, where) in says.items() if field != "language"),
        **fields,
    )  # fmt: skip


def _article(text: str) -> tuple[str, tuple[str, ...]]:
    """The article's paragraphs, parted by blank lines, and what to know of how they were found."""
    unsafe = html_plain.too_complex(text, MAX_DEPTH, MAX_TAGS)
    if unsafe:
        words = html_plain.words(text)
        return words, (f"The page has {unsafe}: all its words are taken, the article is not told apart.",)
    words = _extracted(text)
    if len(words) >= MIN_ARTICLE:
        return words, ()
    return html_plain.words(text), ("No article stands out in the page: all its words are taken.",)


def _extracted(text: str) -> str:
    from trafilatura import bare_extraction

    found = bare_extraction(text, with_metadata=False, include_comments=False, include_tables=True)
    lines = (found.text or "").splitlines() if found is not None else []
    return "\n\n".join(line.strip() for line in lines if line.strip())
