"""Figures that hang on another: all but one of twelve, a third of 120, twice that number.

The whole stands behind ("all but three of the 20"), at the head of the clause ("of the 20, all but three"),
or was counted right before ("there were 20 aboard; all but three died"). Where none is told, both bounds stay
null.
"""

from __future__ import annotations

from firsthand.ground.quantity_figure import Figure, Line
from firsthand.rules import all_rules, rule

_OPEN = (",", ";", ":", ".", "—", "–", '"', "“", "(", "and", "but", "that")
_UNITS = ("distance", "area", "money", "share")
_POINTING = ("whom", "which", "them", "these", "those")
_REACH = 14
"""How many words may stand between "of the 20" and the part that is told of them."""


def based(line: Line, figure: Figure) -> bool:
    """Whether the figure opens its clause as the whole of a part to come: of the 20 crew, all but three."""
    at = figure.first - 1
    while line.word(at) in ("the", "its", "their", "his", "her", "those", "all", "these"):
        at -= 1
    if line.word(at) in ("'s", "’s", "'", "’"):  # of the village's 40 houses
        at = next((k for k in range(at - 1, max(line.first, at - 5) - 1, -1) if line.word(k) == "of"), at)
    if line.word(at) != "of":
        return False
    at -= line.word(at - 1) == "out"
    if (
        at != line.first
        and line.word(at - 1) not in _OPEN
        and line.word(at - 1) not in ("and", "but", "that")
    ):
        return False
    end = max(figure.last, figure.noun[1] if figure.noun else figure.last)
    return any(line.word(k) == "," for k in range(end, end + _REACH))


@rule(
    "quantity.whole-before",
    means="A part that names no whole is of the whole told before it in the sentence.",
    fires="Of the [20] crew, all but three were killed.",
    silent="There were 20 sailors on watch, and all but one officer were killed.",
    gives={"min": 17.0, "max": 17.0, "kind": "killed"},
)
def whole_before(line: Line, figure: Figure, kept: list[Figure]) -> Figure | None:
    """The figure right before, if what hangs on it names nothing of its own and is fewer."""
    pointing = figure.of is not None and line.word(figure.of + 1) in _POINTING
    before = kept[-1] if kept else None
    if before is None or (figure.noun is not None and not pointing):
        return None
    if before.form not in ("number", "amount", "one") or before.kind in (
        "distance",
        "area",
        "money",
        "share",
    ):
        return None
    if figure.form == "part" and not (pointing or based(line, before)):
        return None
    if figure.less is not None and (before.low or 0) <= figure.less:
        return None
    figure.because.append(whole_before.because(line.span(*before.number)))
    figure.noun = figure.noun or before.noun
    figure.kind = figure.kind or before.counted or before.kind
    return before


def related(
    line: Line, figure: Figure, later: list[Figure], kept: list[Figure], earlier: list[Figure]
) -> None:
    """Work out a figure that hangs on another: all but one of twelve, a third of 120, twice that number."""
    if figure.form == "times" and figure.factor is not None:
        told = (*reversed(kept), *reversed(earlier))
        last = next((f for f in told if f.low is not None or f.high is not None), None)
        if last is not None:
            low, high = _times(last.low, figure.factor), _times(last.high, figure.factor)
            figure.low, figure.high = _as_hedged(figure, low, high)
            figure.approx = figure.approx or last.approx
        return
    if figure.form not in ("part", "whole"):
        return
    if figure.kind == "share" and figure.less is not None:
        figure.low = figure.high = 100 - figure.less
        return
    whole = next((f for f in later[:1] if f.form in ("number", "amount") and _near(line, figure, f)), None)
    whole = whole or whole_before(line, figure, kept)
    if whole is None:
        if figure.form == "part" and figure.factor is not None:
            share = round(100 * figure.factor, 2)
            figure.low, figure.high = _as_hedged(figure, share, share)
            figure.kind, figure.deed = "share", True
        return
    if figure.less is not None and whole.low is not None:
        figure.low, figure.high = (
            whole.low - figure.less,
            None if whole.high is None else whole.high - figure.less,
        )
    elif figure.factor is not None:
        low, high = _times(whole.low, figure.factor), _times(whole.high, figure.factor)
        figure.low, figure.high = _as_hedged(figure, low, high)
    figure.approx = figure.approx or whole.approx


def _near(line: Line, figure: Figure, whole: Figure) -> bool:
    start = figure.of if figure.of is not None else figure.last - 1
    return start < whole.first <= start + 5 and all(
        line.word(k) not in (",", ".", ";") for k in range(start, whole.first)
    )


def _times(value: float | None, factor: float) -> float | None:
    return None if value is None else round(value * factor, 6)


def _as_hedged(figure: Figure, low: float | None, high: float | None) -> tuple[float | None, float | None]:
    """The bounds, opened again by the hedges that the figure already carries."""
    names = {reason.rule for reason in figure.because}
    if names & {"quantity.floor", "quantity.more-than", "quantity.just-over", "quantity.or-more"}:
        return low, None
    if names & {"quantity.ceiling", "quantity.below", "quantity.just-under", "quantity.or-fewer"}:
        return None, high
    return low, high


RULES = all_rules(whole_before)
