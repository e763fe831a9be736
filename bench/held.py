"""Score who is held responsible for which deed, and what was lost: `python -m bench.held [--misses]`.

Responsibility: an entry is right where its event is one of the deed's words and its actor overlaps
the gold's; the level is counted over those. Two words of one deed count once.

Losses: matched by kind within a paragraph, the nearest figures first; `low`, `best`, `high` and the day count
where all agree. What the program leaves null where the gold tells is refused, what differs is wrong.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from firsthand.ingest import text_document
from firsthand.pipeline import read_document
from firsthand.schema import Hints

OWN = Path(__file__).parent / "own"


def gold(name: str) -> list[dict[str, Any]]:
    """The rows of a set."""
    return [json.loads(line) for line in (OWN / name).read_text(encoding="utf8").splitlines()]


def reading(row: dict[str, Any]) -> Any:
    """What the program makes of a paragraph."""
    hints = Hints(name="-", published=row.get("published", "2031-03-14"), publisher="Harbour Post")
    return read_document(text_document(row["text"], hints))


def overlaps(span: Any, pairs: list[list[int]]) -> bool:
    """Whether a span shares a character with one of some pairs."""
    return any(span.start < end and start < span.end for start, end in pairs)


def found_of(row: dict[str, Any], read: Any) -> dict[tuple[str, int], set[str]]:
    """The levels found for each deed and gold actor; an actor of none counts by its place, negative."""
    found: dict[tuple[str, int], set[str]] = {}
    for event in read.events:
        deed = next((k for k, words in row["deeds"].items() if overlaps(event.trigger, words)), "-")
        for entry in event.responsibility:
            own = (
                n
                for n, h in enumerate(row["held"])
                if h["deed"] == deed and overlaps(entry.actor, h["actor"])
            )
            found.setdefault((deed, next(own, -1 - entry.actor.start)), set()).add(entry.level)
    return found


def responsibility(misses: bool) -> None:
    """Print what was found, wrong and missed, and how often the level is right."""
    n: Counter[str] = Counter()
    level: Counter[str] = Counter()
    for row in gold("responsibility.jsonl"):
        read = reading(row)
        found = found_of(row, read)
        for (deed, number), levels in found.items():
            if number < 0:
                n["wrong"] += 1
                if misses:
                    actor, told = row["text"][-1 - number :][:25], row["text"][:150]
                    print(f"  WRONG {row['id']} {row['kind']}: {actor!r} {levels} for {deed}: {told}")
                continue
            n["right"] += 1
            told = row["held"][number]["level"]
            level["right" if levels == {told} else f"{told} as {'/'.join(sorted(levels))}"] += 1
            if misses and levels != {told}:
                print(f"  LEVEL {row['id']} {row['kind']}: {told} as {levels}: {row['text'][:150]}")
        for number, held in enumerate(row["held"]):
            if (held["deed"], number) not in found:
                n["missed"] += 1
                if misses:
                    print(f"  MISSED {row['id']} {row['kind']}: {held['level']}: {row['text'][:150]}")
        n["first"] += first_told(row, read)
        n["several"] += sum(len(words) > 1 and held_for(row, k) for k, words in row["deeds"].items())
    p, r = n["right"] / max(1, n["right"] + n["wrong"]), n["right"] / max(1, n["right"] + n["missed"])
    print(f"responsibility: right {n['right']} wrong {n['wrong']} missed {n['missed']} "
          f"P {p:.2f} R {r:.2f} F1 {2 * p * r / max(p + r, 1e-9):.3f}")  # fmt: skip
    print(f"level right {level['right'] / max(1, n['right']):.3f} {dict(level)}")
    print(f"deeds told again with who did it at the first telling: {n['first']} of {n['several']}")


def held_for(row: dict[str, Any], deed: str) -> bool:
    """Whether anybody is held responsible for a deed."""
    return any(held["deed"] == deed for held in row["held"])


def first_told(row: dict[str, Any], read: Any) -> int:
    """How many deeds told more than once have who did it at their first words."""
    count = 0
    for deed, words in row["deeds"].items():
        if len(words) > 1 and held_for(row, deed):
            actors = [pair for held in row["held"] if held["deed"] == deed for pair in held["actor"]]
            first = [event for event in read.events if overlaps(event.trigger, words[:1])]
            count += any(overlaps(entry.actor, actors) for event in first for entry in event.responsibility)
    return count


def apart(one: dict[str, Any], other: Any) -> tuple[int, str]:
    """How many of the bounds differ."""
    return sum(one[key] != getattr(other, key) for key in ("low", "best", "high")), str(other.as_of)


def losses(misses: bool) -> None:
    """Print how many losses are found with all three figures, with the day, and what is wrong or refused."""
    n: Counter[str] = Counter()
    for row in gold("losses.jsonl"):
        given = [loss for event in reading(row).events for loss in event.casualties]
        for each in row["losses"]:
            n["gold"] += 1
            alike = sorted(
                (loss for loss in given if loss.kind == each["kind"]), key=lambda x: apart(each, x)
            )
            if not alike:
                n["missed"] += 1
                if misses:
                    print(f"  MISSED {row['id']} {each}: {row['text'][:150]}")
                continue
            best = alike[0]
            given.remove(best)
            n["found"] += 1
            same = [getattr(best, key) == each[key] for key in ("low", "best", "high")]
            n["figures"] += all(same)
            n["day"] += str(best.as_of)[:10] == each["as_of"]
            for key in ("low", "best", "high"):
                if getattr(best, key) != each[key]:
                    n["refused" if getattr(best, key) is None else "differs"] += 1
            if misses and not (all(same) and str(best.as_of)[:10] == each["as_of"]):
                got = (best.low, best.best, best.high, best.as_of)
                print(f"  DIFFERS {row['id']} {each} given {got}: {row['text'][:150]}")
        n["wrong"] += len(given)
        if misses and given:
            print(
                f"  WRONG {row['id']} {[(x.kind, x.low, x.best, x.high) for x in given]}: {row['text'][:150]}"
            )
    print(f"losses: {n['gold']} in gold, found {n['found']}, with all figures {n['figures']}, with the day "
          f"{n['day']}, missed {n['missed']}, given where there is none {n['wrong']}; single figures that "
          f"differ {n['differs']}, refused {n['refused']}")  # fmt: skip


if __name__ == "__main__":
    responsibility("--misses" in sys.argv)
    losses("--misses" in sys.argv)
