"""Times of claims -> SVG: a bar as long as the words leave open, and a mark where it was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from firsthand.show.web.texts import texts

WIDTH_PX, ROW_PX, LEFT_PX, TOP_PX, RIGHT_PX = 960, 24, 330, 34, 24
LETTERS = 42
SHORT_DAYS = 45
"""Longer bars, and what lies far from all others, would make the rest a hair: the drawing is as wide as the
short ones need, and what lies beyond is told at its edge."""
NEAR_DAYS = 92
"""How far from the middle of the days of publication a bar may lie and still widen the drawing."""
FAR = 6
"""How many times as wide the whole must be before something is left at the edge."""


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
    every = _ends(placed)
    told = sorted(said for *_, said in placed if said)
    middle = told[len(told) // 2] if told else None
    short = _ends([each for each in placed if _short_and_near(each, middle)])
    if every is None or short is None:
        return every
    wide, narrow = ((ends[1] - ends[0]).days + 1 for ends in (every, short))
    return short if wide > FAR * narrow else every


def _short_and_near(each: Placed, middle: date | None) -> bool:
    _, first, last, said = each
    days = [first, last, *([said] if said else [])]
    near = middle is None or all(abs((day - middle).days) <= NEAR_DAYS for day in days)
    return near and (last - first).days <= SHORT_DAYS


def _ends(placed: Sequence[Placed]) -> tuple[date, date] | None:
    days = [day for _, first, last, said in placed for day in (first, last, said) if day]
    return (min(days), max(days)) if days else None


class _Scale:
    """Days to pixels."""

    def __init__(self, first: date, last: date) -> None:
        self.first, self.last, self.days = first, last, (last - first).days + 1

    def x(self, day: date) -> float:
        share = min(max((day - self.first).days / self.days, 0.0), 1.0)
        return round(LEFT_PX + share * (WIDTH_PX - LEFT_PX - RIGHT_PX), 1)

    def middle(self, day: date) -> float:
        return round(self.x(day) + (WIDTH_PX - LEFT_PX - RIGHT_PX) / self.days / 2, 1)

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
    x, width, beyond = _bar(first, last, scale, top)
    document, _, claim = row.name.partition(".")
    flat = " ".join(row.words.split())
    label = flat if len(flat) <= LETTERS else flat[: LETTERS - 1].rstrip() + "…"
    told = _said(said, x + width, scale, top + 12) if said else Markup("")
    title = f"{row.name}: {row.first}–{row.last} ({row.given}); {row.said_by}, {row.said or '?'}"
    return Markup(
        '<a href="/read/{d}/{c}#{c}"><title>{title}</title>'
        '<rect class="hit" x="0" y="{top}" width="{w}" height="{rh}"/>'
        '<text x="4" y="{y}">{label}</text>'
        '<rect class="when" x="{x}" y="{b}" width="{bw}" height="12" rx="2"/>{beyond}{told}</a>'
    ).format(
        d=document, c=claim, title=title, top=top, w=WIDTH_PX, rh=ROW_PX, y=top + 16, label=label, x=x,
        b=top + 6, bw=width, told=told, beyond=beyond,
    )  # fmt: skip


def _bar(first: date, last: date, scale: _Scale, top: int) -> tuple[float, float, Markup]:
    """Where a bar begins, how wide it is, and the words at the edge where it lies wholly beyond it."""
    left = scale.x(first)
    # A day lasts until the next one begins.
    right = scale.x(date.fromordinal(min(last.toordinal() + 1, date.max.toordinal())))
    if scale.first <= last and first <= scale.last:
        return left, max(3.0, round(right - left, 1)), Markup("")
    after = first > scale.last
    x, end = (WIDTH_PX - RIGHT_PX, "end") if after else (LEFT_PX, "start")
    days = f"{first} – {last}" if first != last else f"{first}"
    said = Markup('<text class="beyond" x="{x}" y="{y}" text-anchor="{end}">{words}</text>').format(
        x=x, y=top + 16, end=end, words=f"{days} →" if after else f"← {days}"
    )
    return float(x), 0.0, said


def _said(said: date, right: float, scale: _Scale, y: int) -> Markup:
    """The diamond where it was said, and how long after the happening."""
    x = scale.middle(said)
    told = Markup('<path class="said" d="M{x} {a} l5 5 l-5 5 l-5 -5 z"/>').format(x=x, a=y - 5)
    if x > right:
        told += Markup('<path class="wait" d="M{a} {y} H{b}"/>').format(a=right, b=x - 5, y=y)
    return told
