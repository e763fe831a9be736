"""The article that counts: a driver died, two trucks and an ambulance. Elsewhere "a" counts nothing."""

from __future__ import annotations

from firsthand.ground.quantity_counted import classify, counted
from firsthand.ground.quantity_fate import told_by_fate
from firsthand.ground.quantity_figure import KINDS, WORDS, Figure, Line, word_list
from firsthand.rules import all_rules, rule
from firsthand.schema import Because

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
OWNING = frozenset(("her", "his", "my", "their", "our", "the"))
MANY = frozenset(("family", "couple", "household", "crew", "staff", "police", "personnel", "infantry"))
FATES = ("killed", "wounded", "captured", "missing")
LOSSES = word_list("losses")


def someone(line: Line, i: int) -> bool:
    """Whether one person follows who is listed with others: her brother and two nephews."""
    at = i + 1 + (line.token(i + 1) is not None and line.tokens[i + 1].pos == "ADJ")
    noun = line.token(at)
    if noun is None or noun.tag != "NN" or (line.word(at + 1) != "and" and line.word(i - 1) != "and"):
        return False
    row = KINDS["noun"].lookup(line.lemma(at))
    return row is not None and row["kind"] == "people" and noun.lower not in MANY


@rule(
    "quantity.listed-person",
    means="One person whom a list names beside a figure, and who shares its fate, counts one.",
    fires="[Her] brother and two nephews were killed.",
    silent="Her brother and two nephews waited.",
    gives={"min": 1.0, "max": 1.0, "kind": "killed"},
)
def kin(line: Line, i: int) -> Because | None:
    """The reason to count one, anchored in the word before the person."""
    return kin.because(line.span(i, i + 1))


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
    if line.word(i) in OWNING:
        if figure.kind not in FATES or (reason := kin(line, i)) is None:
            return None
        figure.because[0] = reason
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


def _past_age(line: Line, at: int) -> int:
    """Where the words behind "61-year-old" begin."""
    words = [line.word(k) for k in range(at, at + 5)]
    return at + 5 if words[0][:1].isdigit() and words[1:] == ["-", "year", "-", "old"] else at


@rule(
    "quantity.single-victim",
    means="An article before a person who is killed, hurt, taken or missing counts one.",
    fires=("[A] driver died near the mill.", "The shell killed [a] 61-year-old driver."),
    silent="A driver waited near the mill.",
    gives={"min": 1.0, "max": 1.0, "kind": "killed"},
)
def victim(line: Line, i: int) -> Figure | None:
    """One, where the article's noun is a person and the sentence says what became of them."""
    if line.tokens[i].tag == "NN":
        return in_short(line, i)
    figure = Figure(i, i + 1, 1.0, 1.0, "article", [victim.because(line.span(i, i + 1))])
    figure.noun = counted(line, Figure(i, _past_age(line, i + 1), 1.0, 1.0, "article", []), set())
    if line.word(i) in OWNING:
        return None
    if figure.noun is None or line.tokens[figure.noun[1] - 1].tag not in ("NN", "NNP"):
        return None
    classify(line, figure)
    if figure.kind == "casualties" and line.lemma(figure.noun[1] - 1) == "victim":
        figure.kind, figure.counted, figure.deed = "people", "people", False  # a second victim died
    if (
        figure.kind != "people"
        or figure.deed
        or line.lemma(figure.noun[1] - 1) in ("family", "couple", "household")
    ):
        return None
    told_by_fate(line, figure)
    return figure if figure.kind in FATES else None


def in_headline(line: Line, i: int) -> bool:
    """Whether one person stands without an article beside a verb, as headlines tell it: fire kills boy, 7."""
    noun = line.token(i)
    if noun is None or noun.tag != "NN" or noun.dep not in ("dobj", "nsubj", "nsubjpass"):
        return False
    row = KINDS["noun"].lookup(noun.lower)
    if row is None or row["kind"] != "people" or noun.lower in MANY:
        return False
    before, behind = line.token(i - 1), line.token(i + 1)
    alone = before is None or before.pos in ("VERB", "PUNCT", "CCONJ") or before.dep == "punct"
    aged = line.word(i + 1) == "," and line.word(i + 2).isdigit() and len(line.word(i + 2)) < len("100")
    short = line.word(line.last - 1) not in (".", "!", "?", "”", '"')
    joined = any(child.dep in ("conj", "det", "poss", "nummod", "predet") for child in noun.children)
    ends = behind is None or behind.pos not in ("NOUN", "PROPN")
    return alone and ends and (aged or short) and not joined


@rule(
    "quantity.headline-victim",
    means="One person without an article, of whom a headline tells what became of them, counts one.",
    fires="Fire kills [boy], 7, in Karsk.",
    silent="Fire kills hope of rescue in Karsk.",
    gives={"min": 1.0, "max": 1.0, "kind": "killed"},
)
def in_short(line: Line, i: int) -> Figure | None:
    """One, where the bare noun is killed, hurt or taken."""
    if not in_headline(line, i):
        return None
    figure = Figure(i, i + 1, 1.0, 1.0, "article", [in_short.because(line.span(i, i + 1))])
    figure.noun = (i, i + 1)
    classify(line, figure)
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


@rule(
    "quantity.two-who-are-a-couple",
    means="A couple of whom nothing is counted is two people.",
    fires="The blast killed [a couple] in their home.",
    silent="The blast killed a couple of guards.",
    gives={"min": 2.0, "max": 2.0, "approx": False, "kind": "killed"},
)
def couple(line: Line, figure: Figure) -> bool | None:
    """True where the couple now counts two."""
    follower = line.token(figure.last)
    if figure.noun is not None or line.word(figure.last - 1) != "couple" or line.word(figure.last) == "of":
        return None
    if follower is not None and (follower.pos in ("NOUN", "ADJ", "NUM") or follower.lower == "more"):
        return None
    figure.low = figure.high = 2.0
    figure.approx = False
    figure.because.append(couple.because(line.span(*figure.number)))
    return True


RULES = all_rules(kin, listed, victim, in_short, one_unit, couple)
