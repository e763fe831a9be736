"""Where events go wrong, by type, and what was left unanswered: for events, times and figures.

    python -m bench.confusion events|time|quantity GOLD.jsonl [--against PREDICTIONS.jsonl]

Reads the gold set with the installed `firsthand` unless predictions (`read --json`) are given.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def lines(path: Path) -> list[Row]:
    """The rows of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def read(gold: list[Row]) -> dict[str, Row]:
    """What `firsthand read --json` makes of the texts, by id."""
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder) / "texts.jsonl"
        rows = ({"id": r["id"], "text": r["text"], "published": r.get("dct")} for r in gold)
        texts.write_text(
            "".join(json.dumps({k: v for k, v in r.items() if v}) + "\n" for r in rows), encoding="utf-8"
        )
        command = [sys.executable, "-m", "firsthand", "read", "--json", str(texts)]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    return {row["id"]: row for row in map(json.loads, done.stdout.splitlines())}


def events(gold: list[Row], found: dict[str, Row]) -> None:
    """Gold type against the type of the main event; then actors and recipients that were left empty."""
    mixed: Counter[tuple[str, str]] = Counter()
    refused: Counter[str] = Counter()
    for row in gold:
        first = next(iter(found.get(row["id"], {}).get("events", ())), None)
        mixed[row["event"], first["type"] if first else "none"] += 1
        for role in ("actors", "recipients"):
            refused[f"{role} in the gold"] += bool(row[role])
            refused[f"{role} left empty"] += bool(row[role]) and not (first and first[role])
            refused[f"{role} given where the gold has none"] += bool(first and first[role]) and not row[role]
    for kind in sorted({kind for kind, _ in mixed}):
        of_kind = {got: n for (wanted, got), n in mixed.items() if wanted == kind}
        wrong = ", ".join(
            f"{got} {n}" for got, n in sorted(of_kind.items(), key=lambda x: -x[1]) if got != kind
        )
        print(f"{kind:10} {of_kind.get(kind, 0):3} of {sum(of_kind.values()):3} right   {wrong}")
    report(refused)


def time(gold: list[Row], found: dict[str, Row]) -> None:
    """Right, wrong, without a value and missed, by the type of the gold expression."""
    counted("timex", "times", ("value",), gold, found)


def quantity(gold: list[Row], found: dict[str, Row]) -> None:
    """Right, wrong, without a value and missed, by the kind of the gold figure."""
    counted("quantities", "quantities", ("kind", "min", "max"), gold, found)


def counted(wanted: str, given: str, fields: tuple[str, ...], gold: list[Row], found: dict[str, Row]) -> None:
    """Compare what stands at the same words; a null in the last field counts as refused."""
    by_kind: dict[str, Counter[str]] = {}
    for row in gold:
        got = found.get(row["id"], {}).get(given, [])
        for each in row[wanted]:
            at = [g for g in got if g["start"] < each["end"] and each["start"] < g["end"]]
            tally = by_kind.setdefault(each.get("kind") or each["type"], Counter())
            if not at:
                tally["missed"] += 1
            elif all(at[0][field] == each[field] for field in fields):
                tally["right"] += 1
            else:
                tally["refused" if all(at[0][field] is None for field in fields[-2:]) else "other"] += 1
    for kind, tally in sorted(by_kind.items()):
        parts = ", ".join(f"{name} {tally[name]}" for name in ("right", "other", "refused", "missed"))
        print(f"{kind:10} {parts}")


def report(counts: Counter[str]) -> None:
    """One count a line."""
    for name, n in counts.items():
        print(f"{name}: {n}")


def main() -> None:
    """Read, compare, print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("task", choices=("events", "time", "quantity"))
    ask.add_argument("gold", type=Path)
    ask.add_argument("--against", type=Path)
    asked = ask.parse_args()
    gold = lines(asked.gold)
    found = {row["id"]: row for row in lines(asked.against)} if asked.against else read(gold)
    {"events": events, "time": time, "quantity": quantity}[asked.task](gold, found)


if __name__ == "__main__":
    main()
