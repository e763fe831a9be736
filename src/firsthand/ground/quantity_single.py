"""The article that counts: a driver died, two trucks and an ambulance. Elsewhere "a" counts nothing."""

from __future__ import annotations

from firsthand.ground.quantity_counted import classify, counted
from firsthand.ground.quantity_fate import told_by_fate
from firsthand.ground.quantity_figure import WORDS, Figure, Line, word_list
from firsthand.rules import all_rules, rule

_JOINS = frozenset(("and", ",", "plus", "including", "or"))
_BEARINGS = word_list("bearings")
CONCRETE = (
    "people",
    "vehicles",
    "weapons",
    "munitions",
    "buildings",
    "killed",
    "wounded",
    "captured",
    "missing",
)
FATES = ("killed", "wounded", "captured", "missing")
LOSSES = word_list("losses")


@rule(
    "quantity.listed-article",
    means="An article in a list with a figure counts one.",
    fires=["The blast destroyed two trucks and [an] ambulance.", "The army lost [a] BTR-82 and two trucks."],
    silent="The blast destroyed two trucks by an ambulance.",
    gives={"min": 1.0, "max": 1.0, "approx": False},
)
def listed(line: Line, i: int, beside: Figure | None, ahead: Figure | None) -> Figure | None:
    """One, where the article's noun is listed with a figure before or behind it."""
    figure = Figure(i, i + 1, 1.0, 1.0, "article", [listed.because(line.span(i, i + 1))])
    figure.noun = counted(line, figure, set())
    if figure.noun is None or line.word(figure.noun[1]) == "of":
        return None
    classify(line, figure)
    if figure.kind not in CONCRETE:
        return None
    told_by_fate(line, figure)
    if beside is not None and _joined(line, _end(beside), i) and _alike(beside, figure):
        return figure
    if ahead is not None and _joined(line, figure.noun[1], ahead.first) and _alike(ahead, figure):
        return figure
    return None


def _end(figure: Figure) -> int:
    return max(figure.last, figure.noun[1] if figure.noun else figure.last)


def _joined(line: Line, start: int, end: int) -> bool:
    between = [line.word(k) for k in range(start, end)]
    if not between or len(between) > 3:
        return False
    return between[-1] in _JOINS and all(word in _JOINS or word in ("as", "well") for word in between)


def _alike(one: Figure, other: Figure) -> bool:
    things = ("vehicles", "weapons", "munitions", "buildings")
    return one.kind in CONCRETE and (one.kind in things) == (other.kind in things)


@rule(
    "quantity.single-victim",
    means="An article before a person who is killed, hurt, taken or missing counts one.",
    fires="[A] driver died near the mill.",
    silent="A driver waited near the mill.",
    gives={"min": 1.0, "max": 1.0, "kind": "killed"},
)
def victim(line: Line, i: int) -> Figure | None:
    """One, where the article's noun is a person and the sentence says what became of them."""
    figure = Figure(i, i + 1, 1.0, 1.0, "article", [victim.because(line.span(i, i + 1))])
    figure.noun = counted(line, figure, set())
    if figure.noun is None or line.tokens[figure.noun[1] - 1].tag not in ("NN", "NNP"):
        return None
    classify(line, figure)
    if (
        figure.kind != "people"
        or figure.deed
        or line.lemma(figure.noun[1] - 1) in ("family", "couple", "household")
    ):
        return None
    told_by_fate(line, figure)
    return figure if figure.kind in FATES else None


@rule(
    "quantity.one-unit",
    means="An article before a unit of measure counts one, where it is hedged or a bearing follows.",
    fires=["The front moved barely [a] kilometre.", "The mill stands [a] mile north of Karsk."],
    silent="He walked a mile.",
    gives={"kind": "distance", "min": 1.0, "approx": True},
)
def one_unit(line: Line, figure: Figure) -> bool | None:
    """True where the article now counts one unit."""
    found = line.after(WORDS["measure"], figure.last, 2)
    if found is None or not (figure.hedged or line.word(found[1]) in _BEARINGS):
        return None
    figure.form = "number"
    figure.because.append(one_unit.because(line.span(*figure.number)))
    return True


RULES = all_rules(listed, victim, one_unit)
