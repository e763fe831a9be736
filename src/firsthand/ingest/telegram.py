"""A Telegram Desktop export (result.json or messages.html) -> one document a message with text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from firsthand.ingest.encoding import decode
from firsthand.ingest.found import Found, Items, digest, said
from firsthand.schema import Unreadable

MAX_EXPORT = 500_000_000
"""Bytes of one result.json: a channel of some hundred thousand messages."""

_ADVICE = "In Telegram Desktop: Export chat history, format JSON. Documents of your own go in as JSON Lines."
_WHEN = re.compile(r"(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d(?::\d\d)?)(?: UTC([+-]\d\d:\d\d))?")
_CHANNELS = ("public_channel", "private_channel")


def json_export(data: bytes, name: str) -> Items:
    """The messages of result.json; a .json file of another kind is read as one line of JSON Lines."""
    if len(data) > MAX_EXPORT:
        yield Unreadable(name=name, why="is larger than 500 MB.", advice="Export fewer months at a time.")
        return
    try:
        whole: Any = json.loads(data)
    except (ValueError, RecursionError):
        yield from _lines(data, name)
        return
    chats = list(_chats(whole))
    if not chats:
        rows = whole if isinstance(whole, list) else [whole]
        yield from _lines(b"\n".join(json.dumps(row).encode() for row in rows), name)
        return
    for chat in chats:
        yield from _chat(chat, name)


def _lines(data: bytes, name: str) -> Items:
    from firsthand.ingest.jsonl import jsonl

    return jsonl(data, name)


def _chats(whole: Any) -> Iterator[dict[str, Any]]:
    """The chats of an export: the file is one chat, or an account with a list of them."""
    if not isinstance(whole, dict):
        return
    if isinstance(whole.get("messages"), list):
        yield whole
    for part in ("chats", "left_chats"):
        listed = whole.get(part)
        for chat in listed.get("list", ()) if isinstance(listed, dict) else ():
            if isinstance(chat, dict) and isinstance(chat.get("messages"), list):
                yield chat


def _chat(chat: dict[str, Any], name: str) -> Items:
    silent = 0
    for message in chat["messages"]:
        if not isinstance(message, dict) or message.get("type") != "message":
            continue
        text = _text(message.get("text"))
        if text.strip():
            yield _message(message, text, chat, name)
        else:
            silent += 1
    if silent:
        why = f"has {silent} messages without text (photos, videos, stickers)."
        yield Unreadable(name=name, why=why, advice="Footage goes into a case as files.")


def _text(value: Any) -> str:
    """Text as the export writes it: a string, or pieces of which some carry a format."""
    if isinstance(value, str):
        return value
    pieces = value if isinstance(value, list) else ()
    return "".join(
        p if isinstance(p, str) else str(p.get("text", "")) for p in pieces if isinstance(p, str | dict)
    )


def _message(message: dict[str, Any], text: str, chat: dict[str, Any], name: str) -> Found:
    number = str(message.get("id", "?"))
    who = message.get("from") or chat.get("name")
    key = "publisher" if chat.get("type") in _CHANNELS else "author"
    fields = {key: who, "published": _when(message), "publisher": chat.get("name")}
    if key == "publisher":
        fields["publisher"] = who
    given = {field: value for field, value in fields.items() if isinstance(value, str) and value}
    forwarded = message.get("forwarded_from")
    raw = json.dumps(message, sort_keys=True).encode()
    return Found(
        text=text, sha256=digest(raw), name=f"{name}#{number}", id=f"{chat.get('id', name)}/{number}",
        media_type="application/json", because=tuple(said(f, "stated in the export") for f in given),
        notices=(f"Forwarded from {forwarded}.",) if forwarded else (), **given,
    )  # fmt: skip


def _when(message: dict[str, Any]) -> str | None:
    """When a message was sent: in UTC where the export gives it, else the clock of who exported it."""
    try:
        return datetime.fromtimestamp(int(message["date_unixtime"]), UTC).isoformat()
    except (KeyError, TypeError, ValueError, OverflowError, OSError):
        date = message.get("date")
        return date if isinstance(date, str) else None


def html_export(data: bytes, name: str) -> Items:
    """The messages of messages.html, with the sender and time that stand above each."""
    from firsthand.ingest.html_plain import too_complex

    decoded = decode(data)
    if decoded is None or too_complex(decoded.text, 250, 2_000_000):
        yield Unreadable(name=name, why="is no whole Telegram export.", advice=_ADVICE)
        return
    from lxml import html  # type: ignore[import-untyped]

    root = html.document_fromstring(
        decoded.text.replace("\0", "").encode(), parser=html.HTMLParser(encoding="utf-8")
    )
    chat = _words(root, ".//div[contains(@class,'page_header')]//div[contains(@class,'text')]")
    sender: str | None = None
    for node in root.iterfind(".//div[@id]"):
        if "message" not in node.get("class", "").split() or "default" not in node.get("class", "").split():
            continue
        sender = _words(node, "./div[@class='body']/div[@class='from_name']") or sender
        text = _body(node)
        if text:
            yield _from_page(node, text, sender, chat, name)


def _body(node: Any) -> str:
    """The message's own text, or that of the message that it forwards; line breaks kept."""
    for found in node.xpath("./div[contains(@class,'body')]//div[@class='text']"):
        for br in found.iter("br"):
            br.tail = "\n" + (br.tail or "")
        return "\n".join(line.strip() for line in found.text_content().splitlines()).strip()
    return ""


def _from_page(node: Any, text: str, sender: str | None, chat: str | None, name: str) -> Found:
    number = node.get("id", "").removeprefix("message")
    stamp = node.xpath("string(./div[contains(@class,'body')]/div[contains(@class,'date')]/@title)")
    match = _WHEN.search(stamp)
    when = f"{match[3]}-{match[2]}-{match[1]}T{match[4]}{match[5] or ''}" if match else None
    publisher = chat or sender
    fields = {"published": when, "publisher": publisher, "author": sender if sender != publisher else None}
    given = {field: value for field, value in fields.items() if value}
    forwarded = _words(node, ".//div[contains(@class,'forwarded')]//div[@class='from_name']")
    return Found(
        text=text, sha256=digest(f"{number}\n{stamp}\n{text}".encode("utf-8", "replace")),
        name=f"{name}#{number}", media_type="text/html",
        because=tuple(said(field, "stated in the export") for field in given),
        notices=(f"Forwarded from {forwarded}.",) if forwarded else (), **given,
    )  # fmt: skip


def _words(node: Any, path: str) -> str | None:
    found = node.xpath(path)
    return " ".join(found[0].text_content().split()) or None if found else None
