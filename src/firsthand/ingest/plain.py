"""Plain text and Markdown -> what they say."""

from __future__ import annotations

import re

from firsthand.ingest.encoding import decode
from firsthand.ingest.found import MAX_BYTES, Found, Items, digest, said, too_long
from firsthand.schema import Reasons, Unreadable

_NOT_TEXT = "is named as text, but its bytes are not text in any encoding that can be told."
_FRONT = re.compile(r"---\n((?:[^\n]*\n){1,60}?)---\n")
_FIELD = re.compile(r"(title|author|date|published|publisher|source|url|link|lang|language)\s*:\s*(.+)", re.I)
_FIELDS = {"date": "published", "source": "publisher", "link": "url", "lang": "language"}
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+([^\n]*)$", re.M)
_RULE = re.compile(r"^ {0,3}(?:[-*_][ \t]*){3,80}$", re.M)
_IMAGE = re.compile(r"!\[([^\[\]\n]{0,500})\]\([^()\n]{0,2000}\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,500})\]\([^()\s]{0,2000}(?: \"[^\"\n]{0,300}\")?\)")
_QUOTE = re.compile(r"^ {0,3}>[ \t]?", re.M)
_EMPHASIS = re.compile(r"(\*\*|__|\*|_)(?=\S)([^*_\n]{1,500}?)(?<=\S)\1(?!\w)")


def plain(data: bytes, name: str) -> Items:
    """The text of a plain text file; line ends become \\n, nothing else is changed."""
    yield text_of(data, name)


def text_of(data: bytes, name: str) -> Found | Unreadable:
    """The text of some bytes, with the encoding that was assumed where they do not say it."""
    if len(data) > MAX_BYTES:
        return too_long(name)
    decoded = decode(data)
    if decoded is None:
        return Unreadable(name=name, why=_NOT_TEXT, advice="Give a file of another kind its own suffix.")
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    return Found(text=text, sha256=digest(data), name=name, notices=decoded.notices)


def markdown(data: bytes, name: str) -> Items:
    """The words of a Markdown file, its marks left out; title, date and so on from its front matter."""
    found = text_of(data, name)
    if isinstance(found, Unreadable):
        yield found
        return
    fields, body = _front_matter(found.text)
    where = "stated in the front matter"
    because: Reasons = tuple(said(key, where) for key in fields if key != "language")
    heading = _HEADING.search(body)
    if "title" not in fields and heading and not body[: heading.start()].strip() and _bare(heading).strip():
        fields["title"] = _words(_bare(heading)).strip()
        because = (*because, said("title", "the first heading"))
    yield Found(
        text=_words(body), sha256=found.sha256, name=name, media_type="text/markdown",
        notices=found.notices, because=because, **fields,
    )  # fmt: skip


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    match = _FRONT.match(text)
    if match is None:
        return {}, text
    fields: dict[str, str] = {}
    for line in match[1].splitlines():
        if (field := _FIELD.fullmatch(line.strip())) and (value := field[2].strip().strip("\"'")):
            key = field[1].lower()
            fields.setdefault(_FIELDS.get(key, key), value)
    return fields, text[match.end() :]


def _bare(heading: re.Match[str]) -> str:
    """A heading without the marks that may close it."""
    return heading[1].rstrip().rstrip("#").rstrip()


def _words(text: str) -> str:
    """Markdown without its marks; words, line breaks and their order stay."""
    text = _HEADING.sub(_bare, text)
    for pattern, put in ((_RULE, ""), (_QUOTE, ""), (_IMAGE, ""), (_LINK, r"\1")):
        text = pattern.sub(put, text)
    return _EMPHASIS.sub(r"\2", text)
