"""An RSS or Atom feed -> one document an entry."""

from __future__ import annotations

import io
from typing import Any

from firsthand.ingest import html_plain
from firsthand.ingest.found import MAX_BYTES, Found, Items, digest, said
from firsthand.schema import Unreadable

_ADVICE = "Save the articles themselves as HTML and read those."
_SUMMARY = "The feed gives a summary only, not the article."


def feed(data: bytes, name: str) -> Items:
    """The entries of a feed, each with its title, date and address; the feed's own title is the publisher."""
    if len(data) > 4 * MAX_BYTES:
        yield Unreadable(name=name, why="is larger than any feed.", advice=_ADVICE)
        return
    if b"<!ENTITY" in data:
        why = "declares entities of its own, which may unfold without end."
        yield Unreadable(name=name, why=why, advice=_ADVICE)
        return
    import feedparser

    # A stream, since bytes that look like an address would be fetched.
    parsed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not parsed.get("entries"):
        why = "is XML, but no RSS or Atom feed with entries."
        yield Unreadable(name=name, why=why, advice="Save the document as HTML or text.")
        return
    publisher = _plain(parsed.feed.get("title"))
    taken: set[str] = set()
    for number, entry in enumerate(parsed.entries, start=1):
        found = _entry(entry, publisher, f"{name}#{number}")
        if isinstance(found, Unreadable) or found.sha256 not in taken:
            yield found
        if isinstance(found, Found):
            taken.add(found.sha256)


def _entry(entry: Any, publisher: str | None, name: str) -> Found | Unreadable:
    whole, summary = _longest(entry.get("content")), str(entry.get("summary") or "")
    text = html_plain.words(whole if len(whole) >= len(summary) else summary)
    title = _plain(entry.get("title"))
    if not text and not title:
        return Unreadable(name=name, why="is an entry without text.")
    fields = {
        "title": title,
        "author": _plain(entry.get("author")),
        "publisher": publisher,
        "published": entry.get("published") or entry.get("created"),
        "url": entry.get("link"),
    }
    given = {key: str(value) for key, value in fields.items() if value}
    key = "\n".join([str(entry.get("id") or entry.get("link") or ""), title or "", text])
    return Found(
        text=text or title or "", sha256=digest(key.encode("utf-8", "replace")), name=name,
        media_type="application/feed+xml", notices=() if whole else (_SUMMARY,),
        because=tuple(said(field, "stated in the feed") for field in given), **given,
    )  # fmt: skip


def _longest(contents: Any) -> str:
    """An entry may carry its content in several notations."""
    values = [str(part.get("value") or "") for part in contents or () if hasattr(part, "get")]
    return max(values, key=len, default="")


def _plain(value: Any) -> str | None:
    return " ".join(html_plain.words(str(value)).split()) or None if value else None
