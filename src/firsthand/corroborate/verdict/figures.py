"""How many, where and when a group tells, put together from its tellings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from firsthand.corroborate.telling.values import Figure, Telling
from firsthand.schema import Because
from firsthand.schema.finding import FigureRange

Counted = tuple[Telling, Figure]


def figures(group: Sequence[Telling], origin_of: Mapping[str, str | None]) -> tuple[FigureRange, ...]:
    """The range of the group's figure: low, best and high, and when it was told; empty where none is told."""
    counted: list[Counted] = [(each, each.figure) for each in group if each.figure is not None]
    if not counted:
        return ()
    lows = [figure.min for _, figure in counted]
    highs = [figure.max for _, figure in counted]
    exact = _best(counted, origin_of)
    told = sorted(each.published for each, _ in counted if each.published)
    return (
        FigureRange(
            of=next((figure.of for _, figure in counted if figure.of), None),
            low=None if None in lows else min(low for low in lows if low is not None),
            best=exact[1].min if exact else None,
            high=None if None in highs else max(high for high in highs if high is not None),
            first_told=told[0] if told else None,
            last_told=told[-1] if told else None,
            because=_reasons(counted, exact),
        ),
    )


def _best(counted: Sequence[Counted], origin_of: Mapping[str, str | None]) -> Counted | None:
    """The exact figure with most first hands; of equal ones the latest told, then the higher."""
    exact = [
        (each, figure) for each, figure in counted if figure.min == figure.max and figure.min is not None
    ]

    def weight(one: Counted) -> tuple[int, str, float]:
        same = {origin_of[each.id] for each, figure in exact if figure.min == one[1].min} - {None}
        return len(same), one[0].published or "", one[1].min or 0.0

    return max(exact, key=lambda one: (weight(one), one[0].id), default=None)


def _reasons(counted: Sequence[Counted], exact: Counted | None) -> tuple[Because, ...]:
    ranged = Because(rule="verdict.figure_range", note="; ".join(dict.fromkeys(map(told, counted))))
    if exact is None:
        return (ranged,)
    best = Because(rule="verdict.figure_best", note=f"{told(exact)}: most first hands, told last")
    return (ranged, best)


def told(one: Counted) -> str:
    """A figure in words with its document: "at least 3 (d1)"."""
    return f"{amount(one[1])} ({one[0].document})"


def amount(figure: Figure) -> str:
    """A range in words: "7", "at least 3", "up to 88,000", "5 to 8", "about 20"."""
    low, high = figure.min, figure.max
    if low is not None and high is not None:
        shown = number(low) if low == high else f"{number(low)} to {number(high)}"
        return f"about {shown}" if figure.approx and low == high else shown
    if low is not None:
        return f"at least {number(low)}"
    return f"up to {number(high)}" if high is not None else "an unknown number"


def number(value: float) -> str:
    """A figure with its thousands set apart: 88,000."""
    return f"{int(value):,}" if value == int(value) else f"{value:,}"


def amount_of(figure: Figure) -> str:
    """A range with what it counts: "up to 88,000 troops", "an unknown number of volunteers"."""
    of = "of " if figure.min is None and figure.max is None else ""
    return f"{amount(figure)} {of}{figure.of}" if figure.of else amount(figure)


def how_many(group: Sequence[Telling]) -> tuple[str, ...]:
    """Each amount that the group tells, with what is counted, once."""
    return _once(amount_of(each.figure) for each in group if each.figure is not None)


def when(group: Sequence[Telling]) -> tuple[str, ...]:
    """Each time that the group tells, with the interval that it was settled to, once."""
    return _once(
        f"{' '.join(time.words.split())} ({interval(time.earliest, time.latest)})"
        for each in group
        for time in each.when
    )


def interval(earliest: str, latest: str) -> str:
    """First and last minute as a reader needs them: a day where both are of one day and it is whole."""
    first, last = earliest[:10], latest[:10]
    if first != last:
        return f"{first} to {last}"
    whole = earliest.endswith("00:00") and latest.endswith("23:59")
    return first if whole else f"{first} {earliest[11:]} to {latest[11:]}"


def where(group: Sequence[Telling]) -> tuple[str, ...]:
    """Each place that the group names, once."""
    return _once(place.name for each in group for place in each.where)


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
