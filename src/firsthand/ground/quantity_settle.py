"""What the figures of one sentence count, what they owe each other, and which of them count nothing."""

from __future__ import annotations

from itertools import pairwise

from firsthand.ground import quantity_single, quantity_traps
from firsthand.ground.quantity_bare import bare, crowd, group_of, lend, set_beside
from firsthand.ground.quantity_counted import classify, counted, measured
from firsthand.ground.quantity_fate import killed_and_wounded, people, tally, told_by_fate
from firsthand.ground.quantity_figure import KINDS, Figure, Line, word_list
from firsthand.ground.quantity_hedges import trailing
from firsthand.ground.quantity_whole import based, related

_LISTING = word_list("listing")
_SOME = frozenset(
    ("most", "many", "some", "several", "majority", "any", "few", "each", "part", "rest", "remainder")
)
_POINTING = ("them", "whom", "which", "these", "those")
_REACH = 8
"""Words between a figure and "along with", where what befell it stands between the two."""
_MARKS = frozenset({"wound", "injury", "bruise", "burn"})
_BEARING = frozenset({"have", "bear", "show", "carry"})
_RECORDED = frozenset(
    ("recorded", "confirmed", "suspected", "probable", "cholera", "measles", "ebola", "polio")
)
_FATES = ("killed", "wounded", "casualties", "captured", "missing", "displaced")


def settle(line: Line, figures: list[Figure], earlier: list[Figure]) -> list[Figure]:
    """The figures of a sentence with kind and noun, those that count nothing left out.

    `earlier` are the figures of the sentence before, which a bare figure may take its noun from.
    """
    taken = {k for f in figures if f.form not in ("article", "no") for k in range(f.first, f.last)}
    for figure in figures:
        if figure.form != "article" or quantity_single.one_unit(line, figure):
            _noun(line, figure, taken)
            if bare(figure):
                group_of(line, figure)
    for n, figure in enumerate(figures):
        if figure.form != "article" and not _base(line, figure, figures[max(0, n - 3) : n]):
            told_by_fate(line, figure)
    figures = _articles(line, figures)
    _share_fates(line, figures)
    return _kept(line, figures, earlier)


def _kept(line: Line, figures: list[Figure], earlier: list[Figure]) -> list[Figure]:
    """The figures that count something, those that hang on another worked out."""
    kept: list[Figure] = []
    for n, figure in enumerate(figures):
        if kept and figure.first < kept[-1].last:
            continue
        quantity_single.couple(line, figure)
        related(line, figure, figures[n + 1 : n + 2], kept, earlier)
        if bare(figure) and not (not set_beside(line, figure, kept) and tally(line, figure)):
            lend(line, figure, kept[-8:], earlier[-8:])
        if bare(figure) and figure.form in ("amount", "number"):
            crowd(line, figure)
        if _counts(line, figure):
            figure.paragraph, figure.part = line.paragraph, _of_before(line, figure, kept)
            kept.append(figure)
    return kept


def _noun(line: Line, figure: Figure, taken: set[int]) -> None:
    if measured(line, figure):
        figure.counted = figure.counted or figure.kind
        figure.deed = figure.form != "unit"
        figure.noun = figure.noun or counted(line, figure, taken)
        return
    if line.word(figure.last) == "-" and line.glued(figure.last):
        _compound(line, figure)
    elif line.word(figure.last) == "strong":
        figure.kind = figure.counted = "people"
    else:
        figure.noun = figure.noun or counted(line, figure, taken)
    classify(line, figure)
    if figure.deed and figure.noun is not None:
        killed_and_wounded(line, figure, figure.noun[1])
    trailing(line, figure)


def _compound(line: Line, figure: Figure) -> None:
    """Read what "-strong", "-man" and "-vehicle" count: a 200-strong force, a 40-vehicle convoy."""
    at = figure.last + 1
    if line.word(at) in ("strong", "man", "member", "person", "men"):
        figure.kind = figure.counted = "people"
        behind = line.token(at + 1)
        if behind is not None and behind.pos == "NOUN":
            figure.noun = (at + 1, at + 2)
    elif line.token(at) is not None and line.lemma(at) in KINDS["noun"] and figure.form != "one":
        figure.noun = (at, at + 1)


def _base(line: Line, figure: Figure, nearby: list[Figure]) -> bool:
    """Whether the figure is the whole that another figure is a part of: one of the twelve crew."""
    before = [line.word(figure.first - k) for k in (3, 2, 1)]
    if before[1] == "of" and before[0] in _SOME:
        return True
    if before[:2] == ["all", "of"] and line.word(figure.first - 4) in (
        "nearly",
        "almost",
        "virtually",
        "not",
    ):
        return True
    if based(line, figure):
        return True
    for other in nearby:
        start = other.of if other.of is not None else other.last if other.form == "part" else None
        if start is not None and start < figure.first <= start + 4 and other is not figure:
            return True
    return False


def _articles(line: Line, figures: list[Figure]) -> list[Figure]:
    """Replace each article by the figure that it stands for, or leave it out.

    From the right first, so that "a school, a clinic and 20 homes" counts all three; then from the left.
    """
    made: list[Figure] = []
    for figure in reversed(figures):
        one: Figure | None = figure
        if figure.form == "article":
            ahead = made[-1] if made and made[-1].form != "article" else None
            one = quantity_single.listed(line, figure.first, None, ahead)
            one = one or quantity_single.victim(line, figure.first)
            if one is not None:
                one.form = "number"
        made.append(one or figure)
    kept: list[Figure] = []
    for figure in reversed(made):
        one = figure
        if figure.form == "article":
            one = quantity_single.listed(line, figure.first, kept[-1] if kept else None, None)
        if one is not None:
            kept.append(one)
    return kept


def _share_fates(line: Line, figures: list[Figure]) -> None:
    """Let people in one list share what became of them: three officers and a driver died."""
    pairs = list(pairwise(figures))
    for left, right in reversed(pairs):
        if (
            right.fated
            and _open(left)
            and right.kind in _FATES
            and _listed(line, left, right)
            and _behind(line, right)
            and not _apart(line, left, right)
        ):
            _copy(right, left)
    for left, right in pairs:
        if (
            _open(right)
            and left.kind in _FATES
            and (_listed(line, left, right) or _along_with(line, left, right) or _part(line, right))
            and (left.fated or _part(line, right))
        ):
            _copy(left, right)


def _open(figure: Figure) -> bool:
    return figure.counted == "people" and not figure.deed


def _part(line: Line, figure: Figure) -> bool:
    """Whether the figure is told as a part of the one before: nine hostages, including two nurses."""
    return line.word(figure.first - 1) in ("including", "them", "among")


def _of_before(line: Line, figure: Figure, kept: list[Figure]) -> bool:
    """Whether the figure, or the one that it is listed with, is a part of one before: six of them women."""
    if not kept:
        return False
    pointing = line.word(figure.last) == "of" and line.word(figure.last + 1) in _POINTING
    return pointing or _part(line, figure) or (kept[-1].part and _listed(line, kept[-1], figure))


def _behind(line: Line, figure: Figure) -> bool:
    """Whether the fate of a figure stands behind it, so that those listed before it share it."""
    start = line.tokens[figure.first].start
    return bool(figure.because[-1].anchors) and figure.because[-1].anchors[-1].start > start


def _listed(line: Line, left: Figure, right: Figure) -> bool:
    start = max(left.last, left.noun[1] if left.noun else left.last)
    if right.form in ("whole", "part"):  # what befell a part did not befall its whole
        return False
    between = [line.word(k) for k in range(start, right.first)]
    if "with" in between and "along" not in between:
        return False
    return len(between) <= 4 and bool(between) and all(word in _LISTING for word in between)


def _along_with(line: Line, left: Figure, right: Figure) -> bool:
    """Whether the right ones shared what befell the left: nine guards were hurt along with two cooks."""
    if line.word(right.first - 1) != "with" or line.word(right.first - 2) not in ("along", "together"):
        return False
    comma = line.word(right.first - 3) == ","
    words = line.tokens[left.last : right.first - 2 - comma]
    return len(words) <= _REACH and not any(token.text in ",;:" or token.lower == "who" for token in words)


def _apart(line: Line, left: Figure, right: Figure) -> bool:
    """Whether the right one is the subject of a clause of its own: they number 40, and a dozen died."""

    def role(figure: Figure) -> str:
        ahead = figure.noun is not None and figure.noun[0] >= figure.last
        return line.tokens[figure.noun[1] - 1 if figure.noun and ahead else figure.number[1] - 1].dep

    return role(left) in ("dobj", "pobj", "attr", "acomp") and role(right) in ("nsubj", "nsubjpass")


def _copy(giver: Figure, taker: Figure) -> None:
    taker.kind, taker.deed, taker.fated = giver.kind, True, True
    taker.because.append(giver.because[-1])


def _counts(line: Line, figure: Figure) -> bool:
    """Whether the figure counts something that a report on an incident is read for."""
    if any(k in line.dated for k in range(figure.first, figure.last)):
        return False
    known = figure.kind is not None or figure.noun is not None
    if not figure.hedged and quantity_traps.year(line, *figure.number, known):
        return False
    if figure.form == "times":
        return figure.low is not None or figure.high is not None
    if figure.kind == "people" and not figure.deed and _speaks(line, figure):
        return False
    return known and _counts_by_form(line, figure)


def _counts_by_form(line: Line, figure: Figure) -> bool:
    if figure.form in ("no", "nobody"):
        return _denied(line, figure)
    if figure.form == "one":
        return _one(line, figure)
    if figure.form in ("loose", "both", "whole"):
        return figure.kind is not None
    if figure.kind is None:
        return _other(line, figure)
    return not (_definite(line, figure) and not figure.deed and not figure.hedged and not people(figure))


def _denied(line: Line, figure: Figure) -> bool:
    """Whether "no" and "nobody" deny a fate: no casualties, nobody was hurt; not "no reason"."""
    if figure.kind in _FATES:
        return not _only_called(line, figure) and not _unmarked(line, figure)
    if figure.form == "nobody":
        return figure.noun is not None and figure.kind is not None
    return figure.kind is not None and figure.noun is not None and _several(line, figure.noun[1] - 1)


def _only_called(line: Line, figure: Figure) -> bool:
    """Whether a fate only names those of whom something else is denied: none of the eight detained spoke."""
    if line.word(figure.last) != "of" or not figure.because[-1].anchors:
        return False
    at = figure.because[-1].anchors[-1].start
    told = next((t for t in line.tokens[figure.last : line.last] if t.start == at), None)
    return told is not None and (not figure.fated or told.dep in ("acl", "amod"))


def _unmarked(line: Line, figure: Figure) -> bool:
    """Whether only one body is said to bear no wounds: that counts nobody."""
    noun = line.token(figure.noun[1] - 1) if figure.noun is not None else None
    return noun is not None and noun.lemma in _MARKS and noun.dep == "dobj" and noun.head.lemma in _BEARING


def _several(line: Line, noun: int) -> bool:
    return line.tokens[noun].tag == "NNS" or line.word(noun + 1) in ("were", "are", "have")


def _speaks(line: Line, figure: Figure) -> bool:
    """Whether the people counted are the ones who tell the story: two military sources said."""
    if figure.noun is None or figure.hedged or (figure.high or 0) > 12:
        return False
    before = line.word(figure.first - 1)
    if before == "to" and line.word(figure.first - 2) == "according":
        return True
    head = line.tokens[figure.noun[1] - 1]
    behind = line.token(figure.noun[1])
    if (
        behind is not None
        and behind.lemma.lower() in quantity_traps.SPEAKING
        and behind.tag in ("VBD", "VBZ", "VBP")
    ):
        return True
    if line.lemma(figure.first - 1) in ("say", "add", "recall") and (behind is None or behind.pos == "PUNCT"):
        return True
    return head.dep == "nsubj" and head.head.lemma.lower() in quantity_traps.SPEAKING


def _one(line: Line, figure: Figure) -> bool:
    """Whether "one" counts: one soldier, one was killed; not one day, one another, the one who."""
    if figure.hedged or figure.first < figure.number[0]:
        return figure.kind is not None
    if line.word(figure.last) in quantity_traps.ONE_IDIOMS and not figure.deed:
        return False
    if line.word(figure.first - 1) in (
        "the",
        "this",
        "that",
        "each",
        "every",
        "no",
        "any",
        "which",
        "number",
        "for",
    ):
        return False
    if figure.of is not None and not (figure.deed and people(figure)):
        return False
    if figure.of is not None and line.lemma(figure.first - 1) == "be":  # her husband was one of the dead
        return False
    return figure.kind is not None


def _definite(line: Line, figure: Figure) -> bool:
    """Whether the figure only points back: the two trucks."""
    return line.word(figure.first - 1) in (
        "the",
        "these",
        "those",
        "its",
        "their",
        "his",
        "her",
    ) and line.word(figure.first - 2) not in ("of", "all")


def _of_illness(line: Line, figure: Figure) -> bool:
    """Whether cases are those of an illness: 3,000 cases recorded, deaths from 11,735 cases."""
    if figure.noun is None or line.lemma(figure.noun[1] - 1) != "case":
        return False
    near = {line.word(k) for k in range(figure.noun[0], figure.noun[1] + 2)}
    before = {line.word(k) for k in range(figure.first - 3, figure.first)}
    return bool(near & _RECORDED) or bool(before & {"deaths", "dead", "fatalities"})


def _other(line: Line, figure: Figure) -> bool:
    """Whether a figure counts something nameable, though none of the kinds that reports are compared by."""
    if figure.noun is None:
        return False
    head = line.lemma(figure.noun[1] - 1)
    if _definite(line, figure) or (head in quantity_traps.NEVER_COUNTED and not _of_illness(line, figure)):
        return False
    if line.word(figure.first - 1) == "-" or line.word(figure.last) == "-":
        return False
    return line.tokens[figure.noun[1] - 1].tag in ("NNS", "NNPS") or figure.hedged
