"""Bytes -> Document: what was published, by whom and when, as far as the bytes or the user say so."""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.ingest import byline, furniture, masthead
from firsthand.ingest.document import made, settle
from firsthand.ingest.encodable import encodable
from firsthand.ingest.formats import READABLE, other_kind, reader, suffix
from firsthand.ingest.found import Found, Items
from firsthand.rules import Rule
from firsthand.schema import Document, Hints, Unreadable

ZIPPED = (".wacz", ".warc.gz")


def ingest(data: bytes, hints: Hints) -> Iterator[Document | Unreadable]:
    """The documents in some bytes, in their order; what cannot be read comes as `Unreadable` among them.

    One document after another is made, so that an archive or a long JSON Lines file streams. Nothing is
    raised, whatever the bytes are.
    """
    hints = encodable(hints)
    if not data.strip(b" \t\r\n\0"):
        yield Unreadable(name=hints.name, why="is empty: it holds no text.")
        return
    if (kind := other_kind(data)) and not _may_be_archive(data, hints.name):
        advice = "Footage goes into a case with `firsthand add`; save other documents as text or PDF."
        yield Unreadable(name=hints.name, why=f"is {kind}, which holds no text to read.", advice=advice)
        return
    for found in _found(data, hints.name):
        yield settle(found, hints) if isinstance(found, Found) else encodable(found)


def _may_be_archive(data: bytes, name: str) -> bool:
    zipped = data.startswith((b"PK\x03\x04", b"\x1f\x8b"))
    return zipped and (suffix(name) in ZIPPED or name == "-" or data.startswith(b"\x1f\x8b"))


def _found(data: bytes, name: str) -> Items:
    """What the format's reader finds. A fault inside a reader ends this item, not the run."""
    items = iter(reader(data, name)(data, name))
    while True:
        try:
            yield next(items)
        except StopIteration:
            return
        except Exception as error:  # noqa: BLE001 - libraries for old formats raise anything on damaged bytes
            fault = type(error).__name__
            yield Unreadable(
                name=name,
                why=f"could not be read as {suffix(name) or 'text'}: it may be damaged ({fault}).",
                advice="Open it in another program and save it again, or as text.",
            )
            return


def text_document(text: str, hints: Hints, id: str = "text", language: str | None = None) -> Document:  # noqa: A002
    """The document that a text makes, as a JSON Lines line would give it: nothing trimmed or refused."""
    found = Found(text=text, sha256="0" * 64, name=hints.name, id=id, language=language)
    return made(found, hints)


def rules() -> tuple[Rule, ...]:
    """Every rule of this room, in the order tried."""
    return (*furniture.RULES, *byline.RULES, *masthead.RULES)


__all__ = ["READABLE", "ingest", "rules", "text_document"]
