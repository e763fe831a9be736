"""What stands beside a figure and opens it: ranges of two figures, hedges before and after."""

from __future__ import annotations

import re
from collections.abc import Callable

from firsthand.ground.quantity_figure import WORDS, Figure, Line, value_of, word_list
from firsthand.ground.quantity_numerals import hedge
from firsthand.rules import Construction, all_rules, rule

CHANGES = word_list("changes")
_DASHED = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,9})[–—-](\d{1,3}(?:,\d{3})+|\d{1,9})\Z")
_MAYBE = ("possibly", "perhaps", "maybe")
_CEILINGS = (("as", "many", "as"), ("up", "to"), ("as", "much", "as"))
Read = Callable[[Line, int], Figure | None]


@rule(
    "quantity.between",
    means="Between two figures: the first is the lower bound, the second the upper.",
    fires="[Between 40 and 60] sailors were killed.",
    silent="Sailors were torn between 40 flags.",
    gives={"min": 40.0, "max": 60.0, "approx": False},
)
def between(line: Line, low: Figure, high: Figure) -> Figure | None:
    """The range of two figures joined by "and" after "between"."""
    if line.word(low.first - 1) != "between" or line.word(low.last) not in ("and", "to", "-", "–"):
        return None
    return _joined(line, low, high, low.first - 1, between)


@rule(
    "quantity.from-to",
    means="One figure to a higher one, with or without a dash: a range.",
    fires=["[Eight to ten] sailors were killed.", "Medics carried [30-35] sailors out."],
    silent=["The toll rose from 12 to 15 sailors.", "The toll rose by 9 to 40.", "Sailors won 3-1."],
    gives={"min": 8.0, "max": 10.0, "approx": False},
)
def from_to(line: Line, low: Figure, high: Figure) -> Figure | None:
    """The range of two figures joined by "to" or a dash, unless a change from one to the other is told."""
    if line.word(low.last) not in ("to", "-", "–", "—", "‑", "till", "through"):
        return None
    first = low.first - (line.word(low.first - 1) == "from")
    around = {line.word(i) for i in range(max(line.first, first - 4), first)}
    if (first < low.first or line.word(first - 1) == "by") and around & CHANGES:
        return None
    return _joined(line, low, high, first, from_to)


@rule(
    "quantity.dashed",
    means="Two figures joined by a dash without a space, the second higher: a range.",
    fires="Medics carried [30–35] sailors out.",
    silent=["Sailors won 3–1.", "Sailors saw the 2030–2031 report."],
    gives={"min": 30.0, "max": 35.0, "approx": False},
)
def dashed(line: Line, i: int) -> Figure | None:
    """The range that one word gives; none between two years."""
    match = _DASHED.match(line.tokens[i].text)
    if match is None:
        return None
    low, high = (float(part.replace(",", "")) for part in match.groups())
    if not low < high or (1800 <= low < 2200 and high < 2200 and "," not in match[1]):
        return None
    return Figure(i, i + 1, low, high, "number", [dashed.because(line.span(i, i + 1))])


@rule(
    "quantity.hung",
    means="A figure that hangs on a dash before 'to' or 'or', and a higher one behind: a range.",
    fires="A [20- to 30]-strong crew held the bridge.",
    silent="A 20-strong crew held the bridge.",
    gives={"min": 20.0, "max": 30.0, "approx": False},
)
def hung(line: Line, i: int, read: Read) -> Figure | None:
    """The range of "20- to 30-strong": the parser keeps the dash on the word."""
    text = line.tokens[i].text
    if len(text) < 2 or text[-1] not in "-–" or line.word(i + 1) not in ("to", "or"):
        return None
    row = WORDS["number"].lookup(text[:-1])
    if row is None and not text[:-1].isdecimal():
        return None
    low = float(text[:-1]) if row is None else value_of(row, text[:-1].lower())
    high = read(line, i + 2)
    if high is None or high.form != "number" or high.high is None or not low < high.high:
        return None
    because = [hung.because(line.span(i, high.last)), *high.because]
    figure = Figure(i, high.last, low, high.high, "number", because)
    figure.kind, figure.noun = high.kind, high.noun
    return figure


@rule(
    "quantity.or",
    means="Two figures near each other, joined by or: the lower and the upper bound.",
    fires=["[Two or three] sailors were killed.", "[Dozens, if not hundreds] of sailors were killed."],
    silent="Sailors or three cooks were killed.",
    gives={"min": 2.0, "max": 3.0, "approx": False},
)
def either(line: Line, low: Figure, high: Figure) -> Figure | None:
    """The range of two figures joined by "or", "or possibly", "or even", "if not"."""
    at = _join(line, low)
    if line.word(at) == "not":
        return _joined(line, low, high, low.first, either)
    if line.word(at) not in ("or", "and"):
        return None
    maybe, capped = line.word(at + 1) in _MAYBE, _capped(line, at, high)
    if (line.word(at) == "and" or at > low.last) and not maybe and not capped:
        return None
    figure = _joined(line, low, high, low.first, either)
    if figure is not None:
        figure.capped = capped
    return figure


def _join(line: Line, low: Figure) -> int:
    """The word that joins two figures, past the comma of "at least 40, and possibly as many as 60"."""
    at = low.last + (line.word(low.last) == "," and line.word(low.last + 1) in ("and", "or", "if"))
    return at + 1 if line.word(at) == "if" and line.word(at + 1) == "not" else at


def _capped(line: Line, at: int, high: Figure) -> bool:
    """Whether the second figure is told as the highest possible: and as many as 60, or up to 60."""
    return any(
        [line.word(k) for k in range(at + 1, high.first)][-len(cap) :] == list(cap) for cap in _CEILINGS
    )


def _joined(
    line: Line, low: Figure, high: Figure, first: int, by: Construction[..., Figure]
) -> Figure | None:
    a, b = low.low, high.high
    if a is None or b is None or (low.kind in ("share",) and high.kind != low.kind and high.kind):
        return None
    shared = high.shared and not low.shared and a < 1000
    if shared and high.low:
        a *= next(s for s in (1e12, 1e9, 1e6, 1e3, 1e2, 12, 1) if b >= s)
    if not a < b:
        return None
    figure = Figure(first, high.last, a, b, "amount" if "amount" in (low.form, high.form) else "number", [])
    figure.because = [by.because(line.span(first, high.last)), *low.because, *high.because]
    figure.approx = low.approx or high.approx
    figure.kind, figure.noun = high.kind or low.kind, high.noun or low.noun
    if figure.kind == "money" and low.noun:
        figure.noun = low.noun
    figure.shared = high.shared
    return figure


def ranged(line: Line, low: Figure, read: Read) -> Figure:
    """The figure, or the range that it opens with the figure behind the next word."""
    if low.form not in ("number", "one", "amount") or low.first == low.last:
        return low
    joint = _join(line, low)
    at = joint + 1
    while line.word(at) in (
        "possibly",
        "perhaps",
        "maybe",
        "even",
        "about",
        "around",
        "some",
        "as",
        "many",
        "up",
        "to",
    ):
        if line.word(joint) in ("to", "-"):
            break
        at += 1
        if at > joint + 6:
            return low
    if line.word(joint) not in ("not", "and", "to", "-", "–", "—", "‑", "or", "till", "through"):
        return low
    high = read(line, at)
    if high is None or high.form not in ("number", "amount"):
        return low
    return between(line, low, high) or from_to(line, low, high) or either(line, low, high) or low


def hedged(line: Line, figure: Figure) -> Figure:
    """The figure with the hedges around it. Each opens it further; none makes it sharper."""
    for _ in range(3):
        found = line.before(WORDS["before"], figure.first)
        if found is None or _another_sense(line, found[1], figure):
            break
        row, start = found
        reason = row.because(line.span(start, figure.first))
        if figure.capped and row["op"] in (">=", ">"):
            figure.hedged = True  # the range itself says how far up it reaches
            figure.because.append(reason)
        else:
            hedge(figure, row, reason)
        figure.first = start
    _after(line, figure)
    return figure


def _another_sense(line: Line, start: int, figure: Figure) -> bool:
    """Whether the words before are no hedge of this figure: children under 12, it is all about 40 men."""
    word = line.word(start)
    if word == "all" and figure.first - start > 1 and line.word(start + 1) == "but":
        return True
    if start + 1 == figure.first and line.tokens[start].dep == "prt":
        return True  # handed over 14 rifles
    if word in ("under", "over") and start + 1 == figure.first:
        noun = line.token(start - 1)
        return (
            noun is not None
            and noun.pos == "NOUN"
            and noun.tag == "NNS"
            and not _noun_ahead(line, figure.last)
        )
    return False


def _noun_ahead(line: Line, i: int) -> bool:
    token = line.token(i)
    return token is not None and (
        token.pos in ("NOUN", "ADJ", "PROPN", "NUM", "SYM") or token.lower in ("of", "more")
    )


def _after(line: Line, figure: Figure) -> None:
    for _ in range(2):
        at = figure.last + (line.word(figure.last) == "-" and line.glued(figure.last))
        at += line.word(at) == "," and line.word(at + 1) in (
            "if",
            "possibly",
            "perhaps",
            "maybe",
            "or",
            "and",
        )
        found = line.after(WORDS["after"], at)
        if found is None or (
            found[0]["op"] == ">=" and line.word(at) == "at" and _figure_ahead(line, found[1])
        ):
            return
        row, end = found
        if line.word(at) == "plus" and not line.glued(at) and line.word(end) in ("a", "an", "the"):
            return
        hedge(figure, row, row.because(line.span(at, end)))
        figure.last = end


def _figure_ahead(line: Line, i: int) -> bool:
    return line.word(i)[:1].isdigit() or line.word(i) in WORDS["number"]


def trailing(line: Line, figure: Figure) -> None:
    """Take in a hedge that stands behind the counted noun: 40 people or more, 40 dead at least."""
    if figure.noun is None or figure.noun[1] <= figure.last:
        return
    start = figure.noun[1] + (line.word(figure.noun[1]) == ",")
    found = line.after(WORDS["after"], start)
    if found is None or (found[0]["op"] == "~" and line.word(start) != "or") or _figure_ahead(line, found[1]):
        return
    token = line.token(found[1])
    if token is None or token.pos in ("PUNCT", "VERB", "AUX", "ADP", "SCONJ"):
        hedge(figure, found[0], found[0].because(line.span(start, found[1])))


RULES = all_rules(between, from_to, dashed, hung, either)
