"""Bare figures: what a number without a noun counts, by the figure, the group or the crowd it stands for."""

from __future__ import annotations

from firsthand.ground.quantity_figure import KINDS, Figure, Line, word_list
from firsthand.ground.quantity_traps import hour
from firsthand.ground.quantity_whole import based
from firsthand.resources.parser import Token
from firsthand.rules import all_rules, rule

_COUNTS = frozenset(("number", "figure", "figures", "total", "count", "tally", "estimate", "estimates"))
GROUPS = word_list("groups")
LAST_DAY = 31
_TELLING = word_list("telling")
_REACH = 8
"""Words of a second voice before its figure."""
_UP = ("nummod", "quantmod", "compound", "pobj", "prep", "conj", "appos", "npadvmod", "advmod", "amod")


def bare(figure: Figure) -> bool:
    """Whether nothing said so far what the figure counts."""
    return figure.kind is None and figure.noun is None and figure.form not in ("no", "nobody")


@rule(
    "quantity.same-noun",
    means="A figure without a noun counts what the figure before it counts.",
    fires="The army says nine sailors died; the rebels say [400].",
    silent="The rebels say 400 sailors died.",
    gives={"kind": "killed", "min": 400.0},
)
def same_noun(line: Line, figure: Figure, before: Figure) -> bool | None:
    """True where the figure took kind and noun from the one before; both must be plain counts."""
    if (
        before.form in ("no", "nobody")
        or line.word(figure.last) == "-"
        or _left(line, figure)
        or _day(line, figure)
        or hour(line, figure)
        or (figure.hedged and line.word(figure.first) in ("over", "under", "above", "below"))
    ):
        return None
    if line.word(figure.first - 1) == "at" and not figure.hedged and not _told_at(line, figure.first - 1):
        return None
    if before.kind in ("distance", "area", "money", "share", None) or figure.form in ("one", "loose"):
        return None
    set_apart = line.word(figure.first - 1) in (",", "(", "-", "–", "/", ".")
    if not figure.hedged and not based(line, before) and set_apart:
        return None
    apart = _another_deed(line, figure, before) and not (
        _some_of_them(line, figure, before)
        or _by_place(line, figure, before)
        or _it_is(line, figure)
        or _ends_behind_another(line, figure, before)
        or _the_figure_is(line, figure)
    )
    told_of = before.counted == "people" and (_subject(line, figure) or _figure_of(line, figure))
    if apart and not (_within(line, before) or told_of):
        return None  # police sent 300 buses. The march drew 80,000
    figure.kind, figure.noun, figure.deed = before.kind, before.noun, before.deed
    if before.deed and before.counted == "people" and (apart or before.paragraph not in (-1, line.paragraph)):
        figure.kind, figure.deed = "people", False  # what became of them, other words may not say
    figure.because.append(same_noun.because(line.span(*figure.number)))
    return True


def _another_deed(line: Line, figure: Figure, before: Figure) -> bool:
    """Whether a bare figure has a verb of its own, neither one of telling nor that of the figure before."""
    verb = _verb_of(line, figure.number[1] - 1)
    if verb is None or verb.lemma in _TELLING:
        return False
    of_before = _verb_of(line, (before.noun or before.number)[1] - 1)
    return of_before is None or of_before.lemma != verb.lemma or verb.lemma in ("be", "have")


def _some_of_them(line: Line, figure: Figure, before: Figure) -> bool:
    """Whether the figure may be some of those taken, of whom the sentence goes on to tell: five escaped."""
    taken = before.kind in ("captured", "missing", "displaced") and _within(line, before)
    return taken and _subject(line, figure) and (figure.high or 0) < (before.low or 0)


def _by_place(line: Line, figure: Figure, before: Figure) -> bool:
    """Whether a figure parts the one before by places: 24 died, twelve in Hill and twelve in Dale."""
    beside = line.word(figure.first - 1) in (",", "and", ":", "–", "—", "(")
    return _within(line, before) and beside and line.word(figure.last) in ("in", "at", "near", "on", "around")


def _it_is(line: Line, figure: Figure) -> bool:
    """Whether the figure says how many of those told of: it is two hundred, we made the list."""
    token = line.tokens[figure.number[1] - 1]
    subject = next(iter(token.head.below("nsubj")), None)
    return token.dep == "attr" and subject is not None and subject.lower in ("it", "that", "they")


def _the_figure_is(line: Line, figure: Figure) -> bool:
    """Whether the figure is what the number told of is said to be: the true number is 19."""
    token = line.tokens[figure.number[1] - 1]
    subject = next(iter(token.head.below("nsubj")), None)
    named = subject is not None and subject.lower in _COUNTS and not subject.below("prep")
    return token.dep in ("attr", "acomp", "pobj", "npadvmod") and named


def _ends_behind_another(line: Line, figure: Figure, before: Figure) -> bool:
    """Whether a second voice ends the sentence with its figure: the union said 30 died and the company 45."""
    if not _within(line, before) or line.word(figure.last) not in ("", ".", ";"):
        return False
    phrase = []
    for at in range(figure.first - 1, max(line.first, figure.first - _REACH), -1):
        if line.word(at) in ("and", ",", ";", "but", "while"):
            break
        phrase.append(line.tokens[at])
    said = any(line.lemma(k) in _TELLING for k in range(line.first, before.first))
    return (
        bool(phrase)
        and said
        and phrase[0].pos in ("NOUN", "PROPN")
        and not any(t.pos in ("VERB", "AUX", "NUM", "ADP") for t in phrase)
    )


def set_beside(line: Line, figure: Figure, kept: list[Figure]) -> bool:
    """Whether a bare figure is set against one before it: 16 prisoners died, not 9."""
    last = next(iter(_wholes(kept)), None)
    if last is None or not last.deed or not _within(line, last):
        return False
    if last.noun is None:
        return line.word(figure.first - 1) == "not"
    opened = line.word(figure.first - 1) in ("not", "against", "than", "the", "versus", "to", "with")
    return opened or _ends_behind_another(line, figure, last)


def _figure_of(line: Line, figure: Figure) -> bool:
    """Whether a figure is spoken of as one: the figure of twenty, a total of 40."""
    return line.word(figure.first - 1) == "of" and line.word(figure.first - 2) in _COUNTS


def _within(line: Line, before: Figure) -> bool:
    """Whether the figure before stands in the same sentence."""
    return line.first <= before.first < line.last


def _subject(line: Line, figure: Figure) -> bool:
    """Whether the figure is itself the subject: ten are from the coast."""
    return line.tokens[figure.number[1] - 1].dep in ("nsubj", "nsubjpass")


def _verb_of(line: Line, at: int) -> Token | None:
    """The verb that a figure is subject or object of."""
    token = line.tokens[at]
    for _ in range(6):
        if token.dep in ("nsubj", "nsubjpass", "dobj", "attr"):
            return token.head
        if token.head is token or token.dep not in _UP:
            return None
        token = token.head
    return None


def _day(line: Line, figure: Figure) -> bool:
    """Whether the figure is a second day: published on May 9 and 10."""
    joined = line.word(figure.first - 1) in ("and", "or", "to", "-", "–")
    return joined and figure.first - 2 in line.dated and (figure.high or 0) <= LAST_DAY


def _left(line: Line, figure: Figure) -> bool:
    """Whether the figure is left in some state by what happened: leaving thousands without power."""
    return line.lemma(figure.first - 1) == "leave"


def _told_at(line: Line, at: int) -> bool:
    """Whether "at" follows a count, as in "puts the number at 40", and not an hour."""
    return any(line.word(k) in _COUNTS or line.lemma(k) in ("put", "stand") for k in range(at - 4, at))


@rule(
    "quantity.group-of",
    means='A bare figure after a group\'s "of" or "number" counts its members.',
    fires=["A [patrol] of eight was seen.", "The [rebels], who number 900, withdrew."],
    silent="A patrol of the coast was seen.",
    gives={"kind": "people", "min": 8.0},
)
def group_of(line: Line, figure: Figure) -> bool | None:
    """True where the figure took its kind from the group before it."""
    at = figure.first - 1
    if line.word(at) == "of" and line.word(at - 1) in GROUPS:
        noun = at - 1
    elif line.lemma(at) == "number":
        near = range(at - 1, max(line.first, at - 6) - 1, -1)
        noun = next((k for k in near if line.lemma(k) in KINDS["noun"]), -1)
    else:
        return None
    if noun < 0:
        return None
    row = KINDS["noun"].lookup(line.lemma(noun))
    figure.kind = figure.counted = row["kind"] if row is not None else "people"
    figure.noun = (noun, noun + 1)
    figure.because.append(group_of.because(line.span(noun, noun + 1)))
    return True


@rule(
    "quantity.crowd",
    means="Dozens, hundreds or thousands of nothing named are people.",
    fires="[Hundreds] gathered in the square.",
    silent="Hundreds of crows gathered in the square.",
    gives={"kind": "people", "min": 200.0},
)
def crowd(line: Line, figure: Figure) -> bool | None:
    """True where the amount is the subject of its sentence, so that it stands for people."""
    if figure.form != "amount" and not (figure.hedged or figure.shared):
        return None
    token = line.tokens[figure.number[1] - 1]
    behind = line.token(figure.last)
    subject = token.dep in ("nsubj", "nsubjpass") or _left(line, figure)
    if figure.form == "amount":
        subject = subject or (behind is not None and behind.pos in ("VERB", "AUX"))
    if not subject or (figure.low or figure.high or 0) >= 1e9:
        return None
    figure.kind = figure.counted = "people"
    figure.because.append(crowd.because(line.span(*figure.number)))
    return True


def lend(line: Line, figure: Figure, kept: list[Figure], earlier: list[Figure]) -> None:
    """Let a bare figure take its noun from the nearest plain count before it."""
    if group_of(line, figure):
        return
    for before in [*_wholes(kept), *_wholes(earlier)]:
        if before.kind is not None and same_noun(line, figure, before):
            return


def _wholes(figures: list[Figure]) -> list[Figure]:
    """The last figures that are no part of another, the nearest first."""
    return [figure for figure in reversed(figures) if not figure.part][:4]


RULES = all_rules(same_noun, group_of, crowd)
