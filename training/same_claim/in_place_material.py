"""Marked dossiers -> their tellings where they stand: `in_place_material.py FILES > in_place.jsonl`.

Needs `PYTHONPATH=src`. A dossier a line: each telling as a network is given it, the claim that it tells (null
where nobody marked one) and who holds it at first hand, and the pairs of claims that cannot both hold. Only
sets that measure nothing any more may be taken.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from from_dossiers import pieces

from firsthand.corroborate.telling.values import Telling

HALF = 0.5
"""Share of the letters of a mark or of a piece, the shorter, from which on the piece tells the mark."""


def in_place(dossier: dict[str, Any]) -> dict[str, Any]:
    """All tellings of one dossier, and what its marks say of them."""
    rows: list[dict[str, Any]] = []
    for doc in dossier["docs"]:
        marks = [mark for mark in dossier["mentions"] if mark["doc"] == doc["id"]]
        found = pieces(doc)
        meant = _told_by(marks, found)
        for number, piece in enumerate(found):
            mark = meant.get(number)
            touched = any(_overlap(piece, each) for each in marks)
            if mark is None and touched:
                continue  # it tells part of what is marked elsewhere
            rows.append(
                {
                    "spoken": piece.spoken(piece.as_meant),
                    "claim": mark and mark["claim"],
                    "hand": mark and mark["root"],
                }
            )
    return {
        "id": dossier["id"],
        "tellings": rows,
        "several": [each["id"] for each in dossier["claims"] if each["n_docs"] > 1],
        "contradicts": [[each["a"], each["b"]] for each in dossier["contradictions"]],
    }


def _told_by(marks: list[dict[str, Any]], found: tuple[Telling, ...]) -> dict[int, dict[str, Any]]:
    """The mark that each piece tells, by the piece's number: of several the first that it covers."""
    told: dict[int, dict[str, Any]] = {}
    for mark in marks:
        sizes = [(_overlap(piece, mark), number) for number, piece in enumerate(found)]
        enough = [
            (size, number)
            for size, number in sizes
            if size and size >= HALF * min(mark["end"] - mark["start"], _length(found[number]))
        ]
        if enough:
            told.setdefault(max(enough)[1], mark)
    return told


def _overlap(piece: Telling, mark: dict[str, Any]) -> int:
    first = piece.anchors[0]
    return max(0, min(first.end, int(mark["end"])) - max(first.start, int(mark["start"])))


def _length(piece: Telling) -> int:
    return piece.anchors[0].end - piece.anchors[0].start


def main() -> None:
    """All dossiers of the files named, a line each on standard output."""
    for path in sys.argv[1:]:
        for row in Path(path).read_text(encoding="utf-8").splitlines():
            print(json.dumps(in_place(json.loads(row)), ensure_ascii=False))


if __name__ == "__main__":
    main()
