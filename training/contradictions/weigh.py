"""Marked dossiers -> what each piece of evidence for a contradiction weighs: `weigh.py FILES`.

Needs `PYTHONPATH=src`. Every two groups of each dossier that a network finds near each other are laid beside
the marks: do they tell two claims that cannot both hold? Logistic regression by iterated least squares, with
a ridge; pairs that careful readers would judge differently are left out, and a trap told weighs twice. Only
dossiers may be taken that no network has learned from: of those it knows by heart it is too sure.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from firsthand.corroborate.contradiction import found as of_groups
from firsthand.corroborate.contradiction.weighed import Evidence, Weighed, log_odds, weighed
from firsthand.pipeline import compare, read
from firsthand.schema import Findings, Hints, Reading

NAMES = ("BASE", "SURE", "ALL_SURE", "NEARNESS", "ONE_HAND", "ONE_OFTEN", "BOTH_OFTEN")
RIDGE, TRAP = 5.0, 2.0
HALF = 0.5
"""Share of the letters of a mark or of a piece, the shorter, from which on the piece tells the mark."""


def row(known: Evidence) -> list[float]:
    """The evidence as numbers that the weights of `NAMES` multiply; `told_over` keeps its own."""
    return [
        1.0,
        log_odds(known.surest),
        log_odds(known.all_in_all),
        known.near,
        float(known.one_hand),
        float(known.often == 1),
        float(known.often == 2),
    ]


def readings(dossier: dict[str, Any]) -> list[Reading]:
    """The documents of a dossier as they are read."""
    found: list[Reading] = []
    for doc in dossier["docs"]:
        given = {
            "id": doc["id"],
            "text": doc["text"],
            "title": doc["headline"],
            "publisher": doc["outlet"],
            "published": doc["date"],
        }
        some = read(json.dumps(given).encode(), Hints(name="dossier.jsonl"))
        found += [each for each in some if isinstance(each, Reading)]
    return found


def claims_of(dossier: dict[str, Any], findings: Findings) -> dict[str, set[str]]:
    """The marked claims that each group tells somewhere, by the tellings that cover a mark."""
    told: dict[str, set[str]] = defaultdict(set)
    for mark in dossier["mentions"]:
        best: Counter[str] = Counter()
        for claim in findings.claims:
            if claim.document != mark["doc"] or claim.group is None:
                continue
            s, e = next(iter(claim.anchors))
            both = min(e, mark["end"]) - max(s, mark["start"])
            if both >= HALF * min(e - s, mark["end"] - mark["start"]):
                best[claim.group] = max(best[claim.group], both)
        if best:
            told[best.most_common(1)[0][0]].add(mark["claim"])
    return told


def laid_beside_marks(dossier: dict[str, Any], least: float) -> Iterator[tuple[Weighed, set[frozenset[str]]]]:
    """Every two groups with at least this chance, and the pairs of marked claims that they tell."""
    seen: list[tuple[Weighed, str, str]] = []

    def recorded(groups: Any, *given: Any) -> Iterator[Weighed]:
        every = weighed(groups, *given, least=least)
        seen.extend((each, groups[each.a][0].id, groups[each.b][0].id) for each in every)
        return iter(())

    of_groups.weighed = recorded
    findings = compare(readings(dossier))
    of_groups.weighed = weighed
    told = claims_of(dossier, findings)
    group = {claim.id: claim.group for claim in findings.claims}
    for each, first, second in seen:
        one, other = (told.get(group.get(name) or "", set()) for name in (first, second))
        yield each, {frozenset((x, y)) for x in sorted(one) for y in sorted(other) if x != y}


def pairs_of(dossier: dict[str, Any]) -> Iterator[tuple[Evidence, bool, float]]:
    """What is known of every two groups of a dossier, whether they contradict each other, and its weight."""
    listed = {
        name: {frozenset((each["a"], each["b"])) for each in dossier.get(name, ())}
        for name in ("contradictions", "not_contradictions", "ignored_pairs")
    }
    for each, claims in laid_beside_marks(dossier, least=0.0):
        if claims & listed["ignored_pairs"]:
            continue
        apart = bool(claims & listed["contradictions"])
        trap = not apart and bool(claims & listed["not_contradictions"])
        yield each.evidence, apart, TRAP if trap else 1.0


def learned(rows: np.ndarray, apart: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """The weights that tell best which rows are contradictions; the first, of the base, has no ridge."""
    middle, spread = rows.mean(0), rows.std(0)
    middle[0], spread[0] = 0.0, 1.0
    given = (rows - middle) / spread
    weights, ridge = np.zeros(given.shape[1]), np.diag([1e-6, *[RIDGE] * (given.shape[1] - 1)])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-given @ weights))
        slope = given.T @ (counts * (chance - apart)) + ridge @ weights
        curve = (given * (counts * chance * (1 - chance))[:, None]).T @ given + ridge
        weights -= np.linalg.solve(curve, slope)
    found = weights / spread
    found[0] -= found[1:] @ middle[1:]
    return found


def main() -> None:
    """Print the weights."""
    dossiers = [
        json.loads(line)
        for path in map(Path, sys.argv[1:])
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    known = [each for dossier in dossiers for each in pairs_of(dossier)]
    rows = np.array([row(each) for each, _, _ in known])
    apart = np.array([float(each) for _, each, _ in known])
    counts = np.array([each for _, _, each in known])
    print(f"{len(dossiers)} dossiers, {len(known)} pairs of groups, {int(apart.sum())} contradict each other")
    for name, weight in zip(NAMES, learned(rows, apart, counts), strict=True):
        print(f"{name} = {weight:.3f}")


if __name__ == "__main__":
    main()
