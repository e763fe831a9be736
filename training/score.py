"""How well predicted voices agree with marked ones: the figures of README.md.

Everything is counted over words; punctuation never counts. A voice is right when content and source each
share half of their words with the same marked voice (F1 >= .5; no source must be no source).
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

WORD = re.compile(r"\w+(?:[’'`]\w+)*")
Row = dict[str, Any]
Words = frozenset[int]


def words(text: str, spans: list[tuple[int, int]]) -> Words:
    """The words of some spans, each by where it starts."""
    return frozenset(m.start() for start, end in spans for m in WORD.finditer(text, start, end))


def overlap(left: Words, right: Words) -> float:
    """F1 of two sets of words; two empty sets agree."""
    return 2 * len(left & right) / (len(left) + len(right)) if left or right else 1.0


def matches(text: str, predicted: list[Row], gold: list[Row]) -> dict[int, int]:
    """Marked voice -> predicted voice, one to one, the best agreement first."""
    sets = [
        [{role: words(text, row[role]) for role in ("content", "source", "cue")} for row in rows]
        for rows in (predicted, gold)
    ]
    pairs = []
    for i, p in enumerate(sets[0]):
        for j, g in enumerate(sets[1]):
            content, source = overlap(p["content"], g["content"]), overlap(p["source"], g["source"])
            if content >= 0.5 and source >= 0.5:
                pairs.append((-(content + source + overlap(p["cue"], g["cue"])), i, j))
    found: dict[int, int] = {}
    for _, i, j in sorted(pairs):
        if j not in found and i not in found.values():
            found[j] = i
    return found


def score(rows: list[tuple[str, list[Row], list[Row]]]) -> dict[str, float]:
    """Figures over (text, predicted, gold) of several texts, in per cent."""
    count: Counter[str] = Counter()
    for text, predicted, gold in rows:
        found = matches(text, predicted, gold)
        count += Counter(predicted=len(predicted), gold=len(gold), right=len(found))
        for field in ("certainty", "polarity", "kind"):
            count[field] += sum(predicted[i].get(field) == gold[j].get(field) for j, i in found.items())
        numbers = {row["id"]: j for j, row in enumerate(gold)}
        named = {row["id"]: i for i, row in enumerate(predicted)}
        edges = {(j, numbers[row["parent"]]) for j, row in enumerate(gold) if row["parent"]}
        drawn = {(i, named[row["parent"]]) for i, row in enumerate(predicted) if row["parent"]}
        count += Counter(edges=len(edges), drawn=len(drawn))
        count["nested"] += sum((found.get(a), found.get(b)) in drawn for a, b in edges)
    right = max(count["right"], 1)
    return {
        "voices P": percent(count["right"], count["predicted"]),
        "voices R": percent(count["right"], count["gold"]),
        "voices F1": percent(2 * count["right"], count["predicted"] + count["gold"]),
        "nesting F1": percent(2 * count["nested"], count["edges"] + count["drawn"]),
        **{field: percent(count[field], right) for field in ("certainty", "polarity", "kind")},
    }


def percent(part: int, whole: int) -> float:
    """Per cent with one decimal; 0 of nothing."""
    return round(100 * part / whole, 1) if whole else 0.0
