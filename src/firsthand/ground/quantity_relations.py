"""Figures that hang on another (all but one, none, both, a third of), and units by their strength."""

from __future__ import annotations

import msgspec

from firsthand.ground.quantity_figure import KINDS, WORDS, Figure, Line, value_of
from firsthand.ground.quantity_numerals import words
from firsthand.rules import Row, all_rules, rule
from firsthand.schema import Because

WHOLES = ("all", "everyone", "everybody", "every")
_EXCEPTING = (
    "but", "except", "save", "bar", "except for", "apart from", "other than", "but for", "save for",
)  # fmt: skip
_ORDINALS = ("first", "second", "other", "third", "better", "last")
OF_THE = ("the", "its", "their", "his", "her", "our", "those", "these", "all", "them", "both")


@rule(
    "quantity.all-but",
    means="All but so many: one fewer than a whole that may or may not be told.",
    fires="[All but one] of the twelve sailors were killed.",
    silent="All twelve sailors were killed.",
    gives={"min": 11.0, "max": 11.0},
)
def all_but(line: Line, i: int) -> Figure | None:
    """The figure that "all but N" leaves, open until the whole is known."""
    at = i + 1
    while line.word(at) and at < i + 6 and line.word(at) not in _EXCEPTING and _in_whole(line, at):
        at += 1
    excepted = next((n for n in (3, 2, 1) if " ".join(map(line.word, range(at, at + n))) in _EXCEPTING), 0)
    if line.word(i) not in WHOLES or not excepted:
        return None
    number = words(line, at + excepted) or _plain_digits(line, at + excepted)
    if number is None:
        return None
    reason = all_but.because(line.span(i, number.last))
    figure = Figure(i, number.last, None, None, "whole", [reason, *number.because])
    figure.less = number.low
    if at > i + 1 and line.tokens[at - 1].pos in ("NOUN", "PROPN"):
        figure.noun = (at - 1, at)
    return figure


def _in_whole(line: Line, at: int) -> bool:
    """Whether a word can stand in the whole that is excepted from: all [of the hostages] bar two."""
    return line.word(at) in ("of", "the") or line.tokens[at].pos in ("NOUN", "PROPN", "ADJ", "DET")


def _plain_digits(line: Line, i: int) -> Figure | None:
    word = line.word(i)
    return (
        Figure(i, i + 1, float(word), float(word), "number", [])
        if word.isascii() and word.isdigit() and len(word) < 6
        else None
    )


@rule(
    "quantity.none",
    means="Nobody, none and no before those counted: zero.",
    fires=[
        "[Nobody] was injured in the mill.",
        "[No] sailors were killed.",
        "The raid ended [without] casualties.",
    ],
    silent=[
        "Nobody had told the sailors.",
        "No one from the Group of Seven replied.",
        "Sailors saw no reason to stay.",
    ],
    gives={"min": 0.0, "max": 0.0, "approx": False},
)
def none_of(line: Line, i: int) -> Figure | None:
    """Zero, where what is denied is a person hurt, killed or taken, or a thing that is counted."""
    word, then = line.word(i), line.word(i + 1)
    last = i + 1
    if word == "no" and then in ("one", "body", "-"):
        last = i + 2 if then != "-" else i + 3
    elif word == "not" and (then == "one" or (then == "a" and line.word(i + 2) == "single")):
        last = i + 2 + (then == "a")
    elif (
        word == "no"
        and line.before(WORDS["before"], i + 2) is None
        and then in ("more", "fewer", "less", "longer", "such", "other")
    ) or word == "not":
        return None
    form = "nobody" if word in ("nobody", "none", "neither", "not") or line.word(i + 1) == "one" else "no"
    figure = Figure(i, last, 0.0, 0.0, form, [none_of.because(line.span(i, last))])
    no_reports(line, figure)
    return figure


@rule(
    "quantity.no-reports",
    means="No reports of casualties: none reported. No immediate reports: nobody knows yet.",
    fires="There were no [reports of] casualties.",
    silent="There were no immediate reports of casualties.",
    gives={"kind": "casualties", "min": 0.0, "max": 0.0},
)
def no_reports(line: Line, figure: Figure) -> bool | None:
    """True where what is not reported is an outcome, which is then what the figure counts."""
    at = figure.last
    if line.word(at) not in ("report", "reports", "sign", "signs") or line.word(at + 1) != "of":
        return None
    end = at + 2
    while line.word(end) and line.tokens[end].pos == "ADJ" and line.lemma(end) not in KINDS["outcome"]:
        end += 1
    if line.lemma(end) not in KINDS["outcome"]:
        return None
    figure.noun = (at + 2, end + 1)
    figure.because.append(no_reports.because(line.span(at, at + 2)))
    return True


@rule(
    "quantity.both",
    means="Both: two.",
    fires="[Both] brothers were killed.",
    silent="Both the army and the rebels fired.",
    gives={"min": 2.0, "max": 2.0, "approx": False},
)
def both(line: Line, i: int) -> Figure | None:
    """Two, where "both" stands before those counted and joins nothing."""
    follower = line.token(i + 1)
    if follower is None or not (
        follower.tag == "NNS" or follower.lower in ("of", "were", "are", "men") or follower.pos == "ADJ"
    ):
        return None
    return Figure(i, i + 1, 2.0, 2.0, "both", [both.because(line.span(i, i + 1))])


_NEARLY = frozenset({"nearly", "almost", "about", "around", "roughly", "some", "over", "least"})


def part(line: Line, i: int) -> Figure | None:
    """The share that starts at a token: half of, two thirds of, a quarter of the. It must be of something."""
    if line.word(i) == "half" and line.word(i + 1) in ("a", "an"):
        return _half_unit(line, i)
    at, count, reasons = i, 1.0, []
    if line.word(i) in ("a", "one"):
        at = i + 1
    elif line.word(i) not in WORDS["part"]:
        if (number := words(line, i)) is None:
            return None
        at, count, reasons = number.last, number.low or 0.0, number.because
    at += line.word(at) == "-" and line.glued(at)
    row = WORDS["part"].lookup(line.word(at))
    if row is None or (at == i and line.word(at) != "half") or line.word(i - 1) in _ORDINALS:
        return None
    last = at + 1
    scale = _scale_behind(line, at)
    if scale is not None:
        return _of_a_million(line, i, scale, row, at, count)
    end = last + 1 if line.word(last) == "of" else last
    by = line.word(i - 1) == "by" or (line.word(i - 1) in _NEARLY and line.word(i - 2) == "by")
    if (
        end == last
        and not by
        and not _told_of(line, i)
        and not (line.word(at) == "half" and line.word(last) in OF_THE)
    ):
        return None
    share = float(row["share"]) or value_of(row, line.word(at), "shares")
    figure = Figure(i, last, None, None, "part", [row.because(line.span(i, end)), *reasons])
    figure.factor = share * count
    if line.word(i - 1) == "and" and "between" in (line.word(i - 3), line.word(i - 4), line.word(i - 5)):
        figure.approx = True  # "between a third and half of the 60": the upper of two shares
    return figure


def _scale_behind(line: Line, at: int) -> int | None:
    """Where the multiplier of a fraction stands: a quarter of a million, a quarter-million."""
    last = at + 1
    joined = last + (line.word(last) == "-" and line.glued(last))
    if line.word(at) == "quarter" and line.word(joined) in ("million", "billion"):
        return joined
    return last + 2 if line.word(last) == "of" and line.word(last + 1) in ("a", "an") else None


def _told_of(line: Line, i: int) -> bool:
    """Whether the clause opened with the whole: of the 60 houses, a third burned."""
    start = next((k for k in range(i - 1, i - 15, -1) if line.word(k) in ("", ",", ";")), i)
    opened = next((k for k in range(start - 1, start - 15, -1) if line.word(k) in ("", ",", ";")), start)
    first = opened + 1 + (line.word(opened + 1) == "out")
    return line.word(start) == "," and line.word(first) == "of"


def _of_a_million(line: Line, i: int, at: int, row: Row, part: int, count: float) -> Figure | None:
    """Parts of a multiplier make a number: a quarter of a million."""
    scale = WORDS["scale"].lookup(line.word(at))
    if scale is None:
        return None
    share = float(row["share"]) or value_of(row, line.word(part), "shares")
    value = round(share * count * value_of(scale, line.word(at)))
    figure = Figure(i, at + 1, value, value, "number", [row.because(line.span(i, at + 1))], shared=True)
    figure.approx = line.word(part).startswith("third")  # no count comes out at a third of a million
    return figure


def _half_unit(line: Line, i: int) -> Figure | None:
    """Half of one unit of measure: half a mile."""
    row = WORDS["part"].lookup("half")
    if row is None or line.after(WORDS["measure"], i + 2) is None:
        return None
    return Figure(i, i + 2, 0.5, 0.5, "number", [row.because(line.span(i, i + 2))])


@rule(
    "quantity.one-in",
    means="So many in, or out of, so many: a share.",
    fires="[One in five] villagers owns a boat.",
    silent="One in the village owns five boats.",
    gives={"kind": "share", "min": 20.0, "max": 20.0},
)
def one_in(line: Line, first: Figure, second: Figure | None) -> Figure | None:
    """The share that "N in M" and "N out of M" give, in per cent."""
    if (
        second is None
        or first.low is None
        or second.low is None
        or not 0 < first.low < second.low
        or second.kind
    ):
        return None
    share = round(100 * first.low / second.low, 2)
    figure = Figure(first.first, second.last, share, share, "number", [])
    figure.because = [one_in.because(line.span(first.first, second.last)), *first.because, *second.because]
    figure.kind, figure.deed = "share", True
    return figure


def times(line: Line, i: int) -> Figure | None:
    """So many times the figure before: twice that number, three times as many."""
    found = line.after(WORDS["times"], i)
    if found is None:
        return None
    row, end = found
    rest = " ".join(line.word(k) for k in range(end, end + 2))
    if rest not in (
        "that number",
        "as many",
        "the number",
        "that many",
        "that figure",
        "that total",
        "this number",
    ):
        return None
    figure = Figure(i, end + 2, None, None, "times", [row.because(line.span(i, end + 2))])
    figure.factor = value_of(row, " ".join(line.word(k) for k in range(i, end)))
    return figure


def unit(line: Line, i: int) -> Figure | None:
    """The strength of a unit: platoon-sized, a battalion, two tank battalions. Named units count nothing."""
    row = WORDS["unit"].lookup(line.word(i))
    if row is not None:
        return _sized(line, i, row)
    if line.word(i) not in ("a", "an"):
        return None
    return strength(line, Figure(i, i + 1, 1.0, 1.0, "number", []))


def _sized(line: Line, i: int, row: Row) -> Figure | None:
    if line.word(i + 1) != "-" or line.word(i + 2) not in ("sized", "size", "strength", "strong", "level"):
        return None
    return _unit_figure(line, i, i + 3, row, (1.0, 1.0), row.because(line.span(i, i + 3)))


def strength(line: Line, number: Figure) -> Figure | None:
    """The strength of so many units, where a unit follows the number within three words."""
    for at in range(number.last, min(number.last + 4, line.last)):
        row = WORDS["unit"].lookup(line.lemma(at))
        token = line.tokens[at]
        if row is not None and token.tag in ("NN", "NNS"):
            break
        if (token.pos not in ("ADJ", "NOUN") and token.tag != "VBN") or token.text[0].isupper():
            return None
    else:
        return None
    follower = line.token(at + 1)
    if follower is not None and (follower.pos in ("NOUN", "PROPN") or follower.lower in ("-", "'s", "’s")):
        return None
    if row.get("spoken_for") and not _of_troops(line, at):
        return None
    if number.low is None or number.high is None:
        return None
    reason = row.because(line.span(number.first, at + 1))
    figure = _unit_figure(line, number.first, at + 1, row, (number.low, number.high), reason)
    figure.because = [*figure.because, *number.because]
    return figure


def _of_troops(line: Line, at: int) -> bool:
    ahead = [line.lemma(k) for k in range(at + 2, at + 5)]
    behind = [line.lemma(k) for k in range(at - 2, at)]
    words_of_war = (
        "tank",
        "infantry",
        "rifle",
        "airborne",
        "mechanized",
        "mechanised",
        "motorised",
        "motorized",
        "armoured",
        "armored",
    )
    if any(word in words_of_war for word in behind):
        return True
    return line.word(at + 1) == "of" and any(
        word in KINDS["noun"] or word.rstrip("s") in KINDS["noun"] for word in ahead
    )


def _unit_figure(
    line: Line, first: int, last: int, row: Row, count: tuple[float, float], reason: Because
) -> Figure:
    ahead = [line.lemma(k) for k in range(last, min(last + 5, line.last))]
    found = [noun["kind"] for lemma in ahead if (noun := KINDS["noun"].lookup(lemma)) is not None]
    driven = (bool(found) and "people" not in found[:1] and "vehicles" in found) or (
        bool(found[1:]) and found[1] == "vehicles"
    )
    note = f"inferred from the usual strength of a {row.words[0]}: the text gives no number"
    reason = msgspec.structs.replace(reason, note=note)
    low, high = (row["vehicles_low"], row["vehicles_high"]) if driven else (row["low"], row["high"])
    figure = Figure(first, last, float(low) * count[0], float(high) * count[1], "unit", [reason])
    figure.approx = True
    figure.kind = figure.counted = "vehicles" if driven else "people"
    if line.word(last - 2) != "-":
        figure.noun = (last - 1, last)
    return figure


RULES = all_rules(all_but, none_of, no_reports, both, one_in)
