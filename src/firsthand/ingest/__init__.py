"""Bytes -> Document."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from firsthand.ingest.paragraphs import paragraphs
from firsthand.schema import Document, Hints, Unreadable


def ingest(data: bytes, hints: Hints) -> Iterator[Document | Unreadable]:
    """The documents in some bytes, in their order; what cannot be read comes as `Unreadable` among them."""
    for line in data.splitlines():
        row = json.loads(line)
        text = row["text"]
        yield Document(
            id=row["id"], sha256=hashlib.sha256(line).hexdigest(), text=text, title=row.get("title"),
            publisher=row.get("publisher"), published=row.get("published"), language="en",
            name=hints.name, paragraphs=paragraphs(text),
        )  # fmt: skip


__all__ = ["ingest"]
