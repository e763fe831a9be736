"""Times of claims -> SVG: a bar as long as the words leave open, and a mark where it was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from firsthand.show.web.texts import texts

WIDTH_PX, ROW_PX, LEFT_PX, TOP_PX, RIGHT_PX = 960, 24, 330, 34, 24
LETTERS = 48
LONGEST_DAYS = 3 * 366
"""A longer bar would make all others a hair; it is cut at the edge of the drawing."""


@dataclass(frozen=True)
class Row:
    """A happening with its interval in days, and the day on which it was said."""

    name: str
    words: str
    said_by: str
    said: str | None
    first: str
    last: str
    given: str
    """The words of the time."""


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def time_line(rows: Sequence[Row]) -> Markup | None:
    """The drawing; null where no row has a day. Each row is a link to its claim."""
    placed = [
        (row, first, last, _day(row.said))
        for row in rows
        if (first := _day(row.first)) and (last := _day(row.last))
    ]
    days = _days(placed)
    if days is None:
        return None
    scale = _Scale(*days)
    height = TOP_PX + len(placed) * ROW_PX + 8
    parts = [_axis(scale, height)]
    for n, (row, first, last, said) in enumerate(placed):
        parts.append(_row(row, first, last, said, scale, TOP_PX + n * ROW_PX))
    title = texts()("map.line_title", n=len(placed))
    return Markup(
        '<svg class="line" role="group" aria-label="{t}" viewBox="0 0 {w} {h}" width="{w}" height="{h}">'
        "{inner}</svg>"
    ).format(t=title, w=WIDTH_PX, h=height, inner=Markup("").join(parts))


Placed = tuple[Row, date, date, date | None]


def _days(placed: Sequence[Placed]) -> tuple[date, date] | None:
    short = [each for each in placed if (each[2] - each[1]).days <= LONGEST_DAYS] or list(placed)
    if not short:
        return None
    ends = [day for _, first, last, said in short for day in (first, last, said) if day]
    first, last = min(ends), max(ends)
    if (last - first).days > 40 * LONGEST_DAYS:
        first = date.fromordinal(last.toordinal() - 40 * LONGEST_DAYS)
    return first, last


class _Scale:
    """Days to pixels."""

    def __init__(self, first: date, last: date) -> None:
        self.first, self.days = first, (last - first).days + 1

    def x(self, day: date) -> float:
        share = min(max((day - self.first).days / self.days, 0.0), 1.0)
        return round(LEFT_PX + share * (WIDTH_PX - LEFT_PX - RIGHT_PX), 1)

    def ticks(self) -> list[date]:
        step = max(1, -(-self.days // 6))
        return [self.first + timedelta(days=n) for n in range(0, self.days, step)]


def _axis(scale: _Scale, height: int) -> Markup:
    return Markup("").join(
        Markup('<path class="tick" d="M{x} 22 V{h}"/><text class="tick" x="{t}" y="16">{day}</text>').format(
            x=scale.x(day), h=height, t=scale.x(day) + 3, day=day.isoformat()
        )
        for day in scale.ticks()
    )


def _row(row: Row, first: date, last: date, said: date | None, scale: _Scale, top: int) -> Markup:
    left = scale.x(first)
    # A day lasts until the next one begins.
    right = scale.x(date.fromordinal(min(last.toordinal() + 1, date.max.toordinal())))
    document, _, claim = row.name.partition(".")
    flat = " ".join(row.words.split())
    label = flat if len(flat) <= LETTERS else flat[: LETTERS - 1].rstrip() + "…"
    told = Markup("")
    if said:
        x, y = scale.x(said), top + 12
        told = Markup('<path class="said" d="M{x} {a} l5 5 l-5 5 l-5 -5 z"/>').format(x=x, a=y - 5)
        if x > right:
            told += Markup('<path class="wait" d="M{a} {y} H{b}"/>').format(a=right, b=x - 5, y=y)
    title = f"{row.name}: {row.first}–{row.last} ({row.given}); {row.said_by}, {row.said or '?'}"
    return Markup(
        '<a href="/read/{d}/{c}#{c}"><title>{title}</title>'
        '<rect class="hit" x="0" y="{top}" width="{w}" height="{rh}"/>'
        '<text x="4" y="{y}">{label}</text>'
        '<rect class="when" x="{x}" y="{b}" width="{bw}" height="12" rx="2"/>{told}</a>'
    ).format(
        d=document, c=claim, title=title, top=top, w=WIDTH_PX, rh=ROW_PX, y=top + 16, label=label, x=left,
        b=top + 6, bw=max(3.0, round(right - left, 1)), told=told,
    )  # fmt: skip
