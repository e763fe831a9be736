"""Marked dossiers -> stories: `from_dossiers.py c bench/own/dossiers_blind.jsonl ... > stories/c01.jsonl`.

Needs `PYTHONPATH=src`. A claim is told by its marked words and by the piece that Firsthand makes of them,
so that what is learned from looks like what is read. Pieces that nobody marked, some of each dossier, are
told once: most of what documents of one matter tell is told by one of them. Only sets that measure nothing
any more may be taken. The first argument is the letter that the stories are named by.
"""

from __future__ import annotations

import json
import random
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from firsthand.corroborate.telling.propositions import tellings
from firsthand.corroborate.telling.values import Telling
from firsthand.pipeline import read
from firsthand.schema import Hints, Reading

COVERED = 0.5
"""Share of the letters of a mark and a piece that both hold, from which on the piece tells the mark."""

FEWEST_UNMARKED, WORDS = 6, 3
"""Unmarked pieces of a dossier at least, and the words that one must have."""


def story(name: str, dossier: dict[str, Any]) -> dict[str, Any]:
    """One dossier's claims, each with its tellings, and the pairs that cannot both hold."""
    told = {doc["id"]: pieces(doc) for doc in dossier["docs"]}
    claims: dict[str, list[str]] = defaultdict(list)
    for mark in dossier["mentions"]:
        wordings = claims[mark["claim"]]
        best = max(told[mark["doc"]], key=lambda each: shared(each, mark), default=None)
        piece = [best.in_short] if best is not None and shared(best, mark) >= COVERED else []
        known = {each.casefold().strip(".") for each in wordings}
        wordings += [
            each for each in (mark["quote"].strip(), *piece) if each.casefold().strip(".") not in known
        ]
    for number, piece in enumerate(unmarked(name, dossier, told, sum(map(len, claims.values())) // 2)):
        claims[f"x{number}"].append(piece)
    return {
        "story": name,
        "what": dossier["title"],
        "claims": [{"id": claim, "tellings": list(dict.fromkeys(each))} for claim, each in claims.items()],
        "contradicts": [
            [x["a"], x["b"]] for x in dossier["contradictions"] if x["a"] in claims and x["b"] in claims
        ],
    }


def unmarked(
    name: str, dossier: dict[str, Any], told: dict[str, tuple[Telling, ...]], most: int
) -> list[str]:
    """Some pieces that share no letter with a mark, drawn by lot."""
    found = {
        piece.in_short
        for pieces_of in told.values()
        for piece in pieces_of
        if len(piece.in_short.split()) >= WORDS
        and not any(mark["doc"] == piece.document and shared(piece, mark) for mark in dossier["mentions"])
    }
    most = max(FEWEST_UNMARKED, most)
    return random.Random(name).sample(sorted(found), min(len(found), most))


def pieces(doc: dict[str, str]) -> tuple[Telling, ...]:
    """The tellings that Firsthand reads in one document."""
    row = {
        "id": doc["id"], "text": doc["text"], "title": doc["headline"],
        "publisher": doc["outlet"], "published": doc["date"],
    }  # fmt: skip
    readings = read(json.dumps(row).encode(), Hints(name="dossier.jsonl"))
    return tuple(each for reading in readings if isinstance(reading, Reading) for each in tellings(reading))


def shared(telling: Telling, mark: dict[str, Any]) -> float:
    """Letters that a telling and a mark share, as a share of all that either has."""
    both: int = sum(
        max(0, min(anchor.end, mark["end"]) - max(anchor.start, mark["start"])) for anchor in telling.anchors
    )
    either = sum(anchor.end - anchor.start for anchor in telling.anchors) + mark["end"] - mark["start"] - both
    return both / float(either)


def main() -> None:
    """All dossiers of the files named, as stories on standard output."""
    letter, *paths = sys.argv[1:]
    rows = [row for path in paths for row in Path(path).read_text(encoding="utf-8").splitlines()]
    for number, row in enumerate(rows, 1):
        print(json.dumps(story(f"{letter}{number:02d}", json.loads(row)), ensure_ascii=False))


if __name__ == "__main__":
    main()
