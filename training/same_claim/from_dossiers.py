"""Marked dossiers -> stories: `from_dossiers.py bench/own/dossiers_blind.jsonl ... > stories/c01.jsonl`.

Needs `PYTHONPATH=src`. A claim is told by its marked words and by the piece that Firsthand makes of them,
so that what is learned from looks like what is read. Only sets that measure nothing any more may be taken.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from firsthand.corroborate.telling import tellings
from firsthand.corroborate.telling_values import Telling
from firsthand.pipeline import read
from firsthand.schema import Hints, Reading

COVERED = 0.5
"""Share of the letters of a mark and a piece that both hold, from which on the piece tells the mark."""


def story(number: int, dossier: dict[str, Any]) -> dict[str, Any]:
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
    return {
        "story": f"c{number:02d}",
        "what": dossier["title"],
        "claims": [{"id": name, "tellings": list(dict.fromkeys(each))} for name, each in claims.items()],
        "contradicts": [
            [x["a"], x["b"]] for x in dossier["contradictions"] if x["a"] in claims and x["b"] in claims
        ],
    }


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
    rows = [row for path in sys.argv[1:] for row in Path(path).read_text(encoding="utf-8").splitlines()]
    for number, row in enumerate(rows, 1):
        print(json.dumps(story(number, json.loads(row)), ensure_ascii=False))


if __name__ == "__main__":
    main()
