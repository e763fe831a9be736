"""Trees of who has a claim from whom -> SVG: first hands on the left, documents on the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from firsthand.show.provenance import Node

COLUMN_PX, ROW_PX, BOX_PX, HEIGHT_PX = 276, 44, 232, 32
LETTERS = 33
"""Letters of a name that fit into a box; the whole name is in the box's title."""


@dataclass(frozen=True)
class _Placed:
    node: Node
    column: int
    row: float


def drawing(roots: Sequence[Node], described: str) -> Markup:
    """The trees as one inline SVG in the page's colours. Kinds differ in shape, not in colour alone."""
    placed: list[_Placed] = []
    lines: list[tuple[_Placed, _Placed]] = []
    rows = 0.0
    for root in roots:
        _, rows = _place(root, 0, rows, placed, lines)
    width = (max((each.column for each in placed), default=0) + 1) * COLUMN_PX - COLUMN_PX + BOX_PX + 4
    height = int(rows * ROW_PX) + 4
    parts = [_line(one, other) for one, other in lines] + [_box(each) for each in placed]
    return Markup(
        '<svg class="whom" role="img" viewBox="0 0 {w} {h}" width="{w}" height="{h}">'
        "<title>{t}</title>{inner}</svg>"
    ).format(w=width, h=height, t=described, inner=Markup("").join(parts))


def _place(
    node: Node, column: int, row: float, placed: list[_Placed], lines: list[tuple[_Placed, _Placed]]
) -> tuple[_Placed, float]:
    """Place a tree from `row` on; give its root and the first row below it."""
    children: list[_Placed] = []
    below = row
    for child in node.below:
        at, below = _place(child, column + 1, below, placed, lines)
        children.append(at)
    middle = (children[0].row + children[-1].row) / 2 if children else row
    own = _Placed(node, column, middle)
    placed.append(own)
    lines.extend((own, child) for child in children)
    return own, max(below, row + 1)


def _xy(each: _Placed) -> tuple[int, float]:
    return 2 + each.column * COLUMN_PX, 2 + each.row * ROW_PX


def _line(one: _Placed, other: _Placed) -> Markup:
    (x1, y1), (x2, y2) = _xy(one), _xy(other)
    start, end, mid = x1 + BOX_PX, x2, (x1 + BOX_PX + x2) / 2
    y1, y2 = y1 + HEIGHT_PX / 2, y2 + HEIGHT_PX / 2
    kind = "copied" if other.node.copied else "has"
    return Markup('<path class="{}" d="M{} {} C{} {} {} {} {} {}"/>').format(
        kind, start, y1, mid, y1, mid, y2, end, y2
    )


def _box(each: _Placed) -> Markup:
    node, (x, y) = each.node, _xy(each)
    whole = " ".join(node.name.split())
    shown = whole if len(whole) <= LETTERS else whole[: LETTERS - 1].rstrip() + "…"
    title = whole
    if node.party:
        title += ", party to the conflict"
    if node.copied:
        title += f", {node.copied.kind} copy, {node.copied.share:.0%} of its words"
    round_px = {"origin": 16, "voice": 0, "document": 3, "untraced": 16}[node.kind]
    box = Markup('<rect x="{}" y="{}" width="{}" height="{}" rx="{}"/>').format(
        x, y, BOX_PX, HEIGHT_PX, round_px
    )
    text = Markup('<text x="{}" y="{}" text-anchor="middle">{}</text>').format(
        x + BOX_PX / 2, y + HEIGHT_PX / 2 + 4, escape(shown)
    )
    return Markup('<g class="{}{}"><title>{}</title>{}{}</g>').format(
        node.kind, Markup(" party") if node.party else "", title, box, text
    )
