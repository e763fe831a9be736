"""Which format some bytes are in: by what they begin with, then by the name."""

from __future__ import annotations

import importlib
import re

from firsthand.ingest.found import Reader

_READERS = {
    ".txt": "plain.plain",
    ".text": "plain.plain",
    ".md": "plain.markdown",
    ".markdown": "plain.markdown",
    ".html": "html.html",
    ".htm": "html.html",
    ".xhtml": "html.html",
    ".pdf": "pdf.pdf",
    ".jsonl": "jsonl.jsonl",
    ".ndjson": "jsonl.jsonl",
    ".eml": "mail.mail",
    ".warc": "warc.warc",
    ".warc.gz": "warc.warc",
    ".wacz": "wacz.wacz",
    ".rss": "feed.feed",
    ".atom": "feed.feed",
    ".xml": "feed.feed",
    ".json": "telegram.json_export",
}
"""Suffix -> module and function of this room. A format is loaded when the first file of its kind comes."""

READABLE: frozenset[str] = frozenset(_READERS)
"""Suffixes, in lower case and with their full stop, of the files that `ingest` reads."""

_OTHERS = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1aE\xdf\xa3", "a video"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)
_SPACE = b" \t\r\n\xef\xbb\xbf"
_HTML = re.compile(rb"(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html[\s>])", re.I | re.S)
_XML = re.compile(rb"<\?xml\b|<rss\b|<feed\b|<rdf:RDF\b", re.I)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.I)
_MAIL = re.compile(rb"^(?:From|To|Subject|Date|Received|Message-ID|Return-Path|MIME-Version):", re.M | re.I)
_JSON_LINE = re.compile(rb'\{[^\n]{0,5000}?"text"\s*:')
_TELEGRAM_PAGE = re.compile(rb'class="message (?:default|service)')


def suffix(name: str) -> str:
    """The suffix that decides a file's format, `.warc.gz` as one; '' where it has none of ours."""
    low = name.lower()
    return next((s for s in sorted(_READERS, key=len, reverse=True) if low.endswith(s)), "")


def reader(data: bytes, name: str) -> Reader:
    """The reader for some bytes. What they plainly begin with counts more than what they are called."""
    named = suffix(name)
    module, function = (_by_content(data, named) or _READERS.get(named) or "plain.plain").split(".")
    found: Reader = getattr(importlib.import_module(f"firsthand.ingest.{module}"), function)
    return found


def other_kind(data: bytes) -> str | None:
    """What a file is that holds no text to read, in words: "a picture"; None where that is not plain."""
    if data[4:8] == b"ftyp":
        return "a video or a picture"
    if data[:4] == b"RIFF" and data[8:12] in (b"WEBP", b"AVI "):
        return "a picture or a video"
    return next((kind for mark, kind in _OTHERS if data.startswith(mark)), None)


def _by_content(data: bytes, named: str) -> str | None:
    head = data[:4096].lstrip(_SPACE)
    for mark, found in ((b"%PDF-", "pdf.pdf"), (b"WARC/", "warc.warc")):
        if head.startswith(mark):
            return found
    if head.startswith(b"PK\x03\x04") and b"archive/" in data[:200] + data[-60_000:]:
        return "wacz.wacz"
    if _HTML.match(head):
        return "telegram.html_export" if _TELEGRAM_PAGE.search(data[:50_000]) else "html.html"
    if _XML.match(head) and _FEED.search(head):
        return "feed.feed"
    if named:
        return None
    return _by_shape(head)


def _by_shape(head: bytes) -> str | None:
    """For a name that says nothing, such as that of standard input."""
    if _JSON_LINE.match(head):
        return "jsonl.jsonl"
    if head.startswith(b"\x1f\x8b"):
        return "warc.warc"
    if not head.startswith(b"<") and len({m.group().lower() for m in _MAIL.finditer(head)}) >= 3:
        return "mail.mail"
    return None
