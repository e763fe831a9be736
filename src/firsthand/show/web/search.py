"""Search over a dossier: texts, claims, voices and places, in an SQLite FTS5 index in memory."""

from __future__ import annotations

import re
import sqlite3
import threading
from collections.abc import Iterator
from typing import Literal, NamedTuple

from firsthand.schema import Reading
from firsthand.show.dossier import Dossier

Kind = Literal["text", "claim", "voice", "place"]
KINDS: tuple[Kind, ...] = ("claim", "voice", "place", "text")
OPEN, CLOSE = "\ue000", "\ue001"
"""Around a word that was looked for: private characters, taken out of what is indexed."""
_PRIVATE = str.maketrans("", "", OPEN + CLOSE + "\x00")
MOST = 50


class Hit(NamedTuple):
    """Where something was found."""

    kind: Kind
    document: str
    id: str | None
    """Of the claim, `c4`, or null; of text, the place in it is `at`."""
    at: int
    pieces: tuple[tuple[bool, str], ...]
    """(whether it was looked for, words)."""


class Search:
    """The index of one state of a case. Any thread may ask."""

    def __init__(self, dossier: Dossier) -> None:
        self._lock = threading.Lock()
        self._db = sqlite3.connect(":memory:", check_same_thread=False)
        self._db.execute(
            "create virtual table words using fts5(kind unindexed, document unindexed, id unindexed, "
            "place unindexed, body, tokenize = 'unicode61 remove_diacritics 2')"
        )
        rows = (row for reading in dossier.readings for row in _rows(reading))
        self._db.executemany("insert into words values (?, ?, ?, ?, ?)", rows)

    def find(self, typed: str, kind: str | None = None) -> list[Hit]:
        """What holds all the words typed, best first, at most 50 a kind; the last word may be begun only."""
        asked = _query(typed)
        if not asked:
            return []
        kinds = [each for each in KINDS if kind in (None, "", each)]
        found: list[Hit] = []
        with self._lock:
            for each in kinds:
                rows = self._db.execute(
                    "select kind, document, id, place, snippet(words, 4, ?, ?, '…', 24) from words "
                    "where words match ? and kind = ? order by rank limit ?",
                    (OPEN, CLOSE, asked, each, MOST),
                )
                found += [Hit(k, d, i, int(p), _pieces(s)) for k, d, i, p, s in rows]
        return found


def _query(typed: str) -> str:
    """What FTS5 understands: every word in quotation marks, so that nothing typed is an operator."""
    words = re.findall(r"\w+", typed.translate(_PRIVATE))[:20]
    return " ".join(f'"{word}"' for word in words) + ("*" if words else "")


def _pieces(snippet: str) -> tuple[tuple[bool, str], ...]:
    found: list[tuple[bool, str]] = []
    for n, part in enumerate(snippet.split(OPEN)):
        inside, closed, after = part.partition(CLOSE) if n else ("", "", part)
        if n and not closed:
            inside, after = part, ""
        found += [(True, inside)] if inside else []
        found += [(False, after)] if after else []
    return tuple(found)


def _rows(reading: Reading) -> Iterator[tuple[str, str, str | None, int, str]]:
    document, text = reading.document, reading.document.text
    if document.title:
        yield "text", document.id, None, 0, document.title.translate(_PRIVATE)
    for start, end in document.paragraphs or ((0, len(text)),):
        yield "text", document.id, None, start, text[start:end].translate(_PRIVATE)
    voices: dict[str, tuple[str | None, int]] = {}
    for claim in reading.claims:
        at = claim.anchors[0].start if claim.anchors else 0
        yield "claim", document.id, claim.id, at, claim.text.translate(_PRIVATE)
        for voice in claim.chain:
            voices.setdefault(voice.name, (claim.id, at))
    for name, (claim_id, at) in voices.items():
        yield "voice", document.id, claim_id, at, name.translate(_PRIVATE)
    places = {place.name: place.start for place in reversed(reading.places)}
    for name, at in places.items():
        yield "place", document.id, None, at, name.translate(_PRIVATE)
