"""Groups on a line of time: when it is said to have happened, and, apart from that, when it was said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from markupsafe import Markup

from firsthand.show.export.events import Row

WIDTH_PX, NAMES_PX, ROW_PX, TOP_PX = 960, 330, 26, 34
LETTERS = 46
BEFORE, AFTER = timedelta(days=45), timedelta(days=14)
"""How far beyond the days of publication the line reaches, at the most."""
STEPS_H = (3, 6, 12, 24, 48, 24 * 7, 24 * 14, 24 * 30, 24 * 91, 24 * 365, 24 * 365 * 5, 24 * 365 * 20)
MOST_TICKS = 9


class Placed(NamedTuple):
    """A group with its interval and the days on which it was said."""

    row: Row
    first: datetime
    last: datetime
    told: tuple[datetime, ...]


class TimeLine(NamedTuple):
    """The drawing, and what is not on it, in words."""

    drawing: Markup
    left_off: tuple[tuple[str, str], ...]
    """(group, why)."""


def time_line(rows: Sequence[Row]) -> TimeLine | None:
    """The groups whose tellings give a time, earliest first; null where none does."""
    placed = sorted(filter(None, map(_placed, rows)), key=lambda each: (each.first, each.last))
    if not placed:
        return None
    start, end = _window(placed)
    shown = [each for each in placed if each.last >= start and each.first <= end]
    off = tuple(
        (each.row.group.id, f"{each.first:%Y-%m-%d} to {each.last:%Y-%m-%d}, far from the reports")
        for each in placed if each not in shown
    )  # fmt: skip
    return TimeLine(_drawn(shown, start, end), off)


def _placed(row: Row) -> Placed | None:
    try:
        first = datetime.fromisoformat(row.when.earliest or "")
        last = datetime.fromisoformat(row.when.latest or "")
    except ValueError:
        return None
    said = {told.reading.document.published for told in row.tellings}
    return Placed(row, first, last, tuple(sorted(filter(None, map(_day, said)))))


def _day(published: str | None) -> datetime | None:
    """The middle of the day of publication: its hour is in another zone than that of the happening."""
    try:
        return datetime.fromisoformat((published or "")[:10]) + timedelta(hours=12)
    except ValueError:
        return None


def _window(placed: Sequence[Placed]) -> tuple[datetime, datetime]:
    told = [day for each in placed for day in each.told]
    start, end = min(each.first for each in placed), max(each.last for each in placed)
    if told:
        near = [
            each for each in placed if each.last >= min(told) - BEFORE and each.first <= max(told) + AFTER
        ]
        start = max(min([each.first for each in near] + told), min(told) - BEFORE)
        end = min(max([each.last for each in near] + told), max(told) + AFTER)
    edge = max((end - start) * 0.02, timedelta(hours=2))
    return _moved(start, -edge), _moved(end, edge)


def _moved(moment: datetime, by: timedelta) -> datetime:
    """A moment some time off, as far as a calendar reaches."""
    try:
        return moment + by
    except OverflowError:
        return moment


def _drawn(shown: Sequence[Placed], start: datetime, end: datetime) -> Markup:
    height = TOP_PX + len(shown) * ROW_PX + 8
    span = (end - start).total_seconds() or 1.0

    def x(moment: datetime) -> float:
        part = (min(max(moment, start), end) - start).total_seconds() / span
        return NAMES_PX + part * (WIDTH_PX - NAMES_PX - 12)

    parts = [_tick(x(at), label, height) for at, label in ticks(start, end)]
    for number, each in enumerate(shown):
        parts.append(_line(each, TOP_PX + number * ROW_PX, x, start, end))
    return Markup(
        '<svg class="times" role="group" viewBox="0 0 {w} {h}" width="{w}" height="{h}">'
        "<title>when each claim is said to have happened, and when it was published</title>{inner}</svg>"
    ).format(w=WIDTH_PX, h=height, inner=Markup("").join(parts))


def ticks(start: datetime, end: datetime) -> list[tuple[datetime, str]]:
    """Round moments between two, at most nine, with their labels."""
    hours = (end - start).total_seconds() / 3600
    step = next((each for each in STEPS_H if hours / each <= MOST_TICKS), STEPS_H[-1])
    at = start.replace(hour=0, minute=0, second=0, microsecond=0)
    found: list[tuple[datetime, str]] = []
    while at <= end and len(found) < 60:
        if at >= start:
            found.append((at, f"{at:%H:%M}" if step < 24 and at.hour else f"{at.day} {at:%b} {at.year}"))
        at = _moved(at, timedelta(hours=step))
        if found and at <= found[-1][0]:
            break
    return found


def _tick(x: float, label: str, height: int) -> Markup:
    return Markup(
        '<line class="tick" x1="{x:.1f}" x2="{x:.1f}" y1="{top}" y2="{h}"/>'
        '<text class="tick" x="{x:.1f}" y="16" text-anchor="middle">{label}</text>'
    ).format(x=x, top=TOP_PX - 10, h=height, label=label)


def _line(each: Placed, top: float, x: object, start: datetime, end: datetime) -> Markup:
    assert callable(x)  # noqa: S101 - for the type checker
    group = each.row.group
    whole = " ".join(group.text.split())
    name = whole if len(whole) <= LETTERS else whole[: LETTERS - 1].rstrip() + "…"
    left, right, middle = x(each.first), x(each.last), top + ROW_PX / 2
    open_ = (" from" if each.first < start else "") + (" to" if each.last > end else "")
    said = Markup("").join(
        Markup('<path class="said" d="M{:.1f} {:.1f}l5 5l-5 5l-5 -5z"/>').format(x(day), middle - 5)
        for day in each.told
    )
    title = f"{group.id}: {each.first:%Y-%m-%d %H:%M} to {each.last:%Y-%m-%d %H:%M}; {whole}"
    return Markup(
        '<a href="#{id}"><g><title>{title}</title>'
        '<text x="0" y="{ty}"><tspan class="id">{id}</tspan> {name}</text>'
        '<rect class="happened{open}" x="{l:.1f}" y="{y:.1f}" width="{w:.1f}" height="9" rx="1.5"/>'
        "{said}</g></a>"
    ).format(
        id=group.id, title=title, ty=middle + 4, name=name, l=left, y=middle - 4.5, w=max(3.0, right - left),
        open=open_, said=said,
    )  # fmt: skip
