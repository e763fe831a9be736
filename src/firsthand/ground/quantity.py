"""How many: figures as ranges, with their hedges kept and with what they count.

A figure is given in the unit that the text names. "At least three" is 3 and open above; "more than 1,000"
is given as 1,000 and open above; "up to 40" is open below; "about 40" is 40 and `approx`, for how far
"about" reaches is not in the words. Dozens, several, a battalion are ranges by what English readers take them
for. Where a figure hangs on another that the sentence does not give ("all but one"), both bounds stay null.
"""

from __future__ import annotations

from firsthand.ground import (
    quantity_bare,
    quantity_counted,
    quantity_fate,
    quantity_graver,
    quantity_hedges,
    quantity_numerals,
    quantity_relations,
    quantity_settle,
    quantity_single,
    quantity_traps,
    quantity_whole,
)
from firsthand.ground.quantity_figure import KINDS, WORDS, Figure, Line
from firsthand.resources.parser import Parse
from firsthand.rules import Rule, all_rules
from firsthand.schema import Quantity, Time

_ARTICLES = ("a", "an")
_STARTS = (
    frozenset(
        word.split()[0]
        for kind in ("number", "scale", "amount", "unit", "part", "times")
        for row in WORDS[kind].rows
        for word in row.words
    )
    | quantity_single.OWNING
    | {
        "a",
        "an",
        "half",
        "all",
        "everyone",
        "everybody",
        "nobody",
        "none",
        "no",
        "not",
        "neither",
        "without",
        "both",
        "many",
        "several",
        "every",
    }
)


def quantities(parse: Parse, times: tuple[Time, ...]) -> tuple[Quantity, ...]:
    """The figures of a document with what they count, in text order; never one inside a date."""
    dated = _dated(parse, times)
    made: list[Quantity] = []
    earlier: list[Figure] = []
    for sentence in parse.sentences:
        line = Line(parse, sentence, dated)
        figures = quantity_settle.settle(line, _figures(line), earlier)
        earlier = figures or earlier
        for figure in figures:
            made.append(_quantity(line, figure, len(made) + 1))
    return tuple(made)


def _dated(parse: Parse, times: tuple[Time, ...]) -> frozenset[int]:
    """Indices of the tokens that belong to an expression of time."""
    found: set[int] = set()
    for time in times:
        at = parse.first_from(time.start)
        if at and parse.tokens[at - 1].end > time.start:
            found.add(at - 1)
        while at < len(parse.tokens) and parse.tokens[at].start < time.end:
            found.add(at)
            at += 1
    return frozenset(found)


def _quantity(line: Line, figure: Figure, number: int) -> Quantity:
    span = line.span(figure.first, figure.last)
    return Quantity(
        id=f"q{number}",
        start=span.start,
        end=span.end,
        of=quantity_counted.words_of(line, figure),
        kind=figure.kind or "other",
        min=figure.low,
        max=figure.high,
        approx=figure.approx,
        because=tuple(dict.fromkeys(figure.because)),
    )


def _figures(line: Line) -> list[Figure]:
    """The figures of a sentence from left to right, joined to ranges, hedged, without what only looks so."""
    found: list[Figure] = []
    i = line.first
    while i < line.last:
        figure = _figure(line, i)
        if figure is not None and not _trap(line, figure):
            found.append(figure)
        i = i + 1 if figure is None else max(figure.last, i + 1)
    return found


def _figure(line: Line, i: int) -> Figure | None:
    """The figure whose number starts at a token, with its range and hedges; None where there is no number."""
    token = line.tokens[i]
    opens = any(c.isdigit() for c in token.text[:5]) or token.lower.rstrip("-") in _STARTS
    if i in line.dated:
        return None
    if not opens:
        return _article(i) if quantity_single.in_headline(line, i) else None
    figure = _read(line, i)
    if figure is None:
        return None
    figure = quantity_hedges.ranged(line, figure, _bound)
    if _in_or_out_of(line, figure):
        at = figure.last + 1 + (line.word(figure.last) == "out")
        figure = quantity_relations.one_in(line, figure, _number(line, at)) or figure
    figure = (
        quantity_relations.strength(line, figure) or figure
        if figure.form in ("number", "one", "amount")
        else figure
    )
    number = (figure.first, figure.last)
    figure = quantity_hedges.hedged(line, figure)
    figure.number = number
    return figure


def _in_or_out_of(line: Line, figure: Figure) -> bool:
    return line.word(figure.last) == "in" or (
        line.word(figure.last) == "out" and line.word(figure.last + 1) == "of"
    )


def _number(line: Line, i: int) -> Figure | None:
    """A number in digits or words, or an amount, with its multipliers."""
    token = line.token(i)
    if token is None or i in line.dated:
        return None
    if token.lower in ("$", "€", "£"):
        return _number(line, i + 1)
    figure = quantity_numerals.digits(line, i) if any(c.isdigit() for c in token.text) else None
    figure = figure or quantity_numerals.words(line, i)
    return quantity_numerals.scaled(line, figure) if figure is not None else None


def _bound(line: Line, i: int) -> Figure | None:
    """A figure that can end a range: a number, or an amount as in "dozens and possibly hundreds"."""
    return quantity_numerals.amount(line, i) or _number(line, i)


def _read(line: Line, i: int) -> Figure | None:
    """The figure that starts at a token, by the first reader that knows it."""
    word = line.word(i)
    if word in quantity_relations.WHOLES:
        return quantity_relations.all_but(line, i)
    if word == "both":
        return quantity_relations.both(line, i)
    if word in ("nobody", "none", "no", "not", "neither", "without"):
        return quantity_relations.none_of(line, i) or quantity_numerals.amount(line, i)
    return (
        quantity_hedges.dashed(line, i)
        or quantity_hedges.hung(line, i, _bound)
        or quantity_relations.times(line, i)
        or quantity_numerals.many_dozens(line, i)
        or quantity_relations.part(line, i)
        or quantity_numerals.amount(line, i)
        or _number(line, i)
        or quantity_relations.unit(line, i)
        or (_article(i) if word in quantity_single.OWNING and quantity_single.someone(line, i) else None)
        or (_article(i) if word in _ARTICLES and line.after(WORDS["before"], i, 5) is None else None)
    )


def _article(i: int) -> Figure:
    return Figure(i, i + 1, 1.0, 1.0, "article", [])


def _trap(line: Line, figure: Figure) -> bool:
    """Whether the figure is a date, a name, an age, a score or a number of something."""
    first, last = figure.number
    if any(k in line.dated for k in range(figure.first, figure.last)):
        return True
    if figure.form in ("article", "no", "nobody", "both", "times", "whole"):
        return False
    if quantity_traps.timed(line, first, last) or quantity_traps.timed(line, first, figure.last):
        return True
    return figure.form not in ("part", "unit") and quantity_traps.named(line, figure)


RULES: tuple[Rule, ...] = (
    *quantity_numerals.RULES,
    *quantity_hedges.RULES,
    *quantity_relations.RULES,
    *quantity_whole.RULES,
    *quantity_single.RULES,
    *quantity_fate.RULES,
    *quantity_graver.RULES,
    *quantity_counted.RULES,
    *quantity_bare.RULES,
    *all_rules(KINDS),
)
