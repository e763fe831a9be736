"""A mail message -> its text, its subject, who sent it and when."""

from __future__ import annotations

import re
from email import policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.parser import BytesParser
from typing import Any

from firsthand.ingest.encoding import decode_as
from firsthand.ingest.found import Found, Items, digest, said
from firsthand.ingest.html import page
from firsthand.schema import Unreadable

MAX_MAIL = 100_000_000
"""Bytes, attachments included."""

MAX_HEADER = 4_000
"""Characters. Longer headers are passed over: decoding them takes time that grows with their square."""

_HEADERS = (("title", "Subject"), ("author", "From"), ("published", "Date"))
_SAID_BY = (*_HEADERS, ("publisher", "From"))
_OFFICE = r"(?:Press|Media|Information|Communications?) (?:Office|Service|Centre|Center|Department|Desk|Team)"
_PRESS_OFFICE = re.compile(
    rf"{_OFFICE}(?:,| of(?: the)?| -| –)\s+(?P<of>[A-Z].{{2,80}})"
    rf"|(?P<before>[A-Z].{{2,80}}?)(?:,|['’]s?| -| –)? {_OFFICE}"
)
"""A sender who publishes for a body: "Press Office, Ministry of Defence"."""


def mail(data: bytes, name: str) -> Items:
    """The text part of a message, or the words of its HTML part; attachments are named, not read."""
    if len(data) > MAX_MAIL:
        yield Unreadable(name=name, why="is larger than 100 MB.", advice="Save its text as a .txt file.")
        return
    # The older of the two header models: it takes headers as they are and decodes one when asked.
    message = BytesParser(policy=policy.compat32).parsebytes(data)
    text = _text(message, name)
    if text is None or not text[0].strip():
        yield Unreadable(
            name=name, why="is a mail message that holds no text.", advice="Save its attachments."
        )
        return
    words, notices = text
    fields = {field: value for field, header in _HEADERS if (value := _header(message, header))}
    if "author" in fields:
        fields["author"] = fields["author"].partition("<")[0].strip(" \"'") or fields["author"]
        if office := _PRESS_OFFICE.fullmatch(fields["author"]):
            fields["publisher"] = office["of"] or office["before"]
    yield Found(
        text=words, sha256=digest(data), name=name, media_type="message/rfc822",
        notices=(*notices, *_attachments(message)),
        because=tuple(said(f, f"the message's {h} header") for f, h in _SAID_BY if f in fields),
        **fields,
    )  # fmt: skip


def _text(message: Any, name: str) -> tuple[str, tuple[str, ...]] | None:
    """The words of the first text part, else of the first HTML part, with notices."""
    parts = [part for part in _parts(message) if not part.is_multipart() and not _attached(part)]
    for part in parts:
        if part.get_content_type() == "text/plain":
            decoded = decode_as(_bytes(part), part.get_param("charset") and str(part.get_param("charset")))
            if decoded and decoded.text.strip():
                return decoded.text.replace("\r\n", "\n"), decoded.notices
    for part in parts:
        if part.get_content_type() == "text/html":
            found = page(_bytes(part), name, part.get_param("charset") and str(part.get_param("charset")))
            if isinstance(found, Found):
                return found.text, found.notices
    return None


def _parts(message: Any) -> list[Any]:
    """The parts of a message, those of an attached message left out, at most a thousand."""
    found: list[Any] = []
    waiting = [message]
    while waiting and len(found) < 1000:
        part = waiting.pop(0)
        for header, value in part.items():
            if len(str(value)) > MAX_HEADER:
                del part[header]
        found.append(part)
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            waiting[:0] = part.get_payload()
    return found


def _attached(part: Any) -> bool:
    try:
        kind = part.get_content_maintype()
        return bool(part.get_content_disposition() == "attachment" or kind == "message")
    except (ValueError, AttributeError, IndexError):
        return False


def _bytes(part: Any) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _attachments(message: Any) -> tuple[str, ...]:
    named = [part.get_filename() or part.get_content_type() for part in _parts(message) if _is_file(part)]
    return (f"Attachments, not read: {', '.join(map(str, named[:20]))}.",) if named else ()


def _is_file(part: Any) -> bool:
    """Whether a part is no text of the message itself."""
    return _attached(part) or part.get_content_maintype() not in ("text", "multipart")


def _header(message: Any, name: str) -> str | None:
    """A header in plain words; None where it is missing or cannot be decoded."""
    try:
        value = str(make_header(decode_header(message.get(name) or "")))
    except (MessageError, ValueError, LookupError):
        return None
    return " ".join(value.split()) or None
