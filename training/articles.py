"""The annotated articles -> windows of word pieces with their labels."""

from __future__ import annotations

import importlib.util
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from firsthand.resources.voices_pieces import Pieces, pieces
from firsthand.schema import Span

HERE = Path(__file__).parent / "attribution"
PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")

OUTSIDE, BEGIN, INSIDE, BARE = range(4)
"""Labels of a piece as part of a cue; BARE anchors a voice without cue (first word of source or content)."""
NOTHING, SOURCE, CONTENT = range(3)
"""Labels of a piece as seen from one cue."""
IGNORE = -100

KINDS = ("report", "other")
POLARITIES = ("+", "-", "?")
CERTAINTIES = ("certain", "probable", "possible", "unknown")

Row = dict[str, Any]


def load_articles() -> list[Row]:
    """Every article as compile.py reads it: text, and gold with offsets."""
    spec = importlib.util.spec_from_file_location("compile_marks", HERE / "compile.py")
    assert spec
    assert spec.loader
    marks = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(marks)
    rows = []
    for path in sorted((HERE / "articles").glob("*.txt")):
        rows.extend({**marks.article(*part)[0], "file": path.stem} for part in marks.articles(path))
    return rows


def slugs(name: str) -> set[str]:
    """The slugs listed in a file beside the articles, as ids."""
    return {f"ours/{line}" for line in (HERE / name).read_text(encoding="utf-8").split()}


def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of an article."""
    return tuple(Span(m.start(), m.end()) for m in PARAGRAPH.finditer(text))


@dataclass
class Labelled:
    """An article's pieces, with the labels that each attribution gives them."""

    pieces: Pieces
    cue: NDArray[np.int64]
    acts: list[dict[str, Any]] = field(default_factory=list)
    """For each: `anchor` (pieces), `roles` (label per piece), `classes` (kind, polarity, certainty)."""


def label(row: Row, tokenizer: Any) -> Labelled:
    """The pieces of an article and what its gold says of them."""
    cut = pieces(tokenizer, row["text"], paragraphs(row["text"]))
    done = Labelled(cut, np.zeros(len(cut), dtype=np.int64))
    for gold in row["gold"]:
        cue = covered(cut, max(gold["cue"], key=lambda s: s[1] - s[0], default=None))
        roles = np.zeros(len(cut), dtype=np.int64)
        for name, code in (("source", SOURCE), ("content", CONTENT)):
            for span in gold[name]:
                roles[covered(cut, span)] = code
        if len(cue):
            done.cue[cue] = INSIDE
            done.cue[cue[0]] = BEGIN
        else:
            cue = covered(cut, (gold["source"] or gold["content"])[0])[:1]
            if not len(cue) or done.cue[cue[0]]:
                continue
            done.cue[cue] = BARE
        classes = (
            KINDS.index(gold["kind"]),
            POLARITIES.index(gold["polarity"]),
            CERTAINTIES.index(gold["certainty"]),
        )
        done.acts.append({"anchor": cue, "roles": roles, "classes": classes})
    return done


def covered(cut: Pieces, span: Sequence[int] | None) -> NDArray[np.int64]:
    """Numbers of the pieces that lie inside a span."""
    if span is None:
        return np.zeros(0, dtype=np.int64)
    return np.flatnonzero((cut.starts >= span[0]) & (cut.ends <= span[1]))


@dataclass
class Example:
    """One training window."""

    ids: NDArray[np.int64]
    traits: NDArray[np.int64]
    cue: NDArray[np.int64]
    anchors: list[NDArray[np.int64]]
    roles: list[NDArray[np.int64]]
    classes: list[tuple[int, int, int]]


def cut_randomly(
    article: Labelled, chance: random.Random, low: int = 64, high: int = 256
) -> Iterator[Example]:
    """Windows of random length that together cover an article once."""
    first, total = -chance.randrange(low), len(article.pieces)
    while first < total:
        last = first + chance.randint(low, high) - 2
        if last - max(first, 0) > 8:
            yield window(article, max(first, 0), min(last, total))
        first = last


def window(article: Labelled, first: int, last: int) -> Example:
    """The part of an article between two pieces, with the acts whose cue lies inside it."""
    acts = [a for a in article.acts if a["anchor"][0] >= first and a["anchor"][-1] < last]
    return Example(
        ids=article.pieces.ids[first:last], traits=article.pieces.traits[first:last],
        cue=article.cue[first:last], anchors=[a["anchor"] - first for a in acts],
        roles=[a["roles"][first:last] for a in acts], classes=[a["classes"] for a in acts],
    )  # fmt: skip
