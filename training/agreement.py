"""How well two hands agree that marked the same articles: `training/agreement.py [--differences]`.

The first hand is `attribution/articles/`, the second `attribution/again/`, marked from the bare text. Two
marks are the same voice where `score.py` says so. Agreement on certainty, polarity and kind is a share of the
voices that both hands found, and Cohen's kappa: what is left of it when chance is taken away (1 = always,
0 = as by lot). `--differences` lists every voice that one hand lacks or marks otherwise.
"""

from __future__ import annotations

import argparse
import importlib.util
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from score import matches, percent, score, words

HERE = Path(__file__).parent / "attribution"
ROLES = ("source", "cue", "content")
FIELDS = ("certainty", "polarity", "kind")

Row = dict[str, Any]
Twice = tuple[str, list[Row], list[Row]]
"""A text, and its voices by the second hand and by the first."""


def load(folder: Path) -> dict[str, Row]:
    """The articles of a folder as `compile.py` reads them, by id; raises ValueError where it refuses one."""
    spec = importlib.util.spec_from_file_location("compile_marks", HERE / "compile.py")
    assert spec
    assert spec.loader
    marks = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(marks)
    rows = (marks.article(*part)[0] for path in sorted(folder.glob("*.txt")) for part in marks.articles(path))
    return {row["id"]: row for row in rows}


def twice(first: dict[str, Row], second: dict[str, Row]) -> dict[str, Twice]:
    """The articles that both hands marked; raises ValueError where they did not mark the same words."""
    pairs = {}
    for ident, row in second.items():
        if row["text"] != first[ident]["text"]:
            raise ValueError(f"{ident}: the two hands marked different texts")
        pairs[ident] = (row["text"], row["gold"], first[ident]["gold"])
    return pairs


def kappa(pairs: Iterable[tuple[str, str]]) -> float:
    """Cohen's kappa of two hands' labels; 1 where both only ever gave one and the same, 0 of no pairs."""
    both = Counter(pairs)
    total = sum(both.values())
    if not total:
        return 0.0
    left, right = Counter[str](), Counter[str]()
    for (a, b), times in both.items():
        left[a] += times
        right[b] += times
    seen = sum(times for (a, b), times in both.items() if a == b) / total
    chance = sum(left[a] * right[a] for a in left) / total**2
    return 1.0 if chance == 1 else round((seen - chance) / (1 - chance), 2)


def only(kind: str, rows: Iterable[Twice]) -> list[Twice]:
    """The same texts with the voices of one kind alone, none inside another."""

    def chosen(hand: list[Row]) -> list[Row]:
        return [{**row, "parent": None} for row in hand if row["kind"] == kind]

    return [(text, chosen(second), chosen(first)) for text, second, first in rows]


def figures(rows: list[Twice]) -> dict[str, float]:
    """Every figure of agreement: per cent, kappas from -1 to 1."""
    voices = score(rows)
    found = [
        (text, second[i], first[j])
        for text, second, first in rows
        for j, i in matches(text, second, first).items()
    ]
    table: dict[str, float] = {
        "voices marked by the first hand": sum(len(first) for _, _, first in rows),
        "voices marked by the second hand": sum(len(second) for _, second, _ in rows),
        "voices F1": voices["voices F1"],
        "voices of saying and showing alone, F1": score(only("report", rows))["voices F1"],
        "nesting F1": voices["nesting F1"],
    }
    for role in ROLES:
        sets = [(words(text, a[role]), words(text, b[role])) for text, a, b in found]
        shared, all_words = sum(len(a & b) for a, b in sets), sum(len(a) + len(b) for a, b in sets)
        table[f"words of the {role}, F1"] = percent(2 * shared, all_words)
    for field in FIELDS:
        table[field] = voices[field]
        table[f"{field}, kappa"] = kappa((a[field], b[field]) for _, a, b in found)
    return table


def differences(ident: str, text: str, second: list[Row], first: list[Row]) -> list[str]:
    """One line for each voice that one hand lacks, or that both have with other words or labels."""
    found = matches(text, second, first)

    def shown(row: Row) -> str:
        parts = (" … ".join(text[a:b] for a, b in row[role]) or "-" for role in ROLES)
        return " | ".join([*parts, *(row[field] for field in FIELDS)])

    lines = [
        (row["content"][0], f"only first:  {shown(row)}") for j, row in enumerate(first) if j not in found
    ]
    for i, row in enumerate(second):
        if i not in found.values():
            lines.append((row["content"][0], f"only second: {shown(row)}"))
    for j, i in found.items():
        a, b = first[j], second[i]
        unlike = [role for role in ROLES if words(text, a[role]) != words(text, b[role])]
        unlike += [field for field in FIELDS if a[field] != b[field]]
        if unlike:
            lines.append(
                (b["content"][0], f"{', '.join(unlike)}\n    first:  {shown(a)}\n    second: {shown(b)}")
            )
    return [f"{ident}: {line}" for _, line in sorted(lines)]


def main() -> None:
    """Print the table, or the differences."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--differences", action="store_true")
    pairs = twice(load(HERE / "articles"), load(HERE / "again"))
    if ask.parse_args().differences:
        print("\n".join(line for ident, pair in pairs.items() for line in differences(ident, *pair)))
        return
    for name, figure in {"articles": len(pairs), **figures(list(pairs.values()))}.items():
        print(f"{name:<42}{figure:>8}")


if __name__ == "__main__":
    main()
