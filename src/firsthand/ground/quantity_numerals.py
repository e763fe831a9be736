"""Numbers as they are written: digits, words, multipliers, and amounts without a figure."""

from __future__ import annotations

import re

from firsthand.ground.quantity_figure import KINDS, WORDS, Figure, Line, value_of
from firsthand.rules import Row, all_rules, rule
from firsthand.schema import Because

_LITERAL = re.compile(
    r"(?P<sign>[~≈<>≤≥]?)(?P<sum>(?:[uac]s?)?[$€£¥₴₽₪₹])?"
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,12}(?:\.\d+)?|\d{1,3},\d{1,2})(?P<tail>[a-z²%+]{0,10})\Z",
    re.IGNORECASE,
)
_LANDS = ("us", "au", "nz", "hk", "ca")
_DEGREES = ("as", "how", "so", "too", "not", "very", "that", "this", "equally")
_GAP = "\u00a0\u2009\u202f\u2008"


@rule(
    "quantity.digits",
    means="A number written in digits.",
    fires="The shelling killed [1,204] villagers.",
    silent=["The 95th Brigade sent a BTR-82 down Route 5.", "Resolution 2334 was cited."],
    gives={"min": 1204.0, "max": 1204.0, "approx": False},
)
def digits(line: Line, i: int) -> Figure | None:
    """The figure whose digits start at a token, with multiplier letters, unit or sign glued to it."""
    token = line.tokens[i]
    match = _LITERAL.match(token.text)
    if match is None and line.word(i - 1) == "$" and line.glued(i):
        match = _LITERAL.match(token.text[2:]) if token.lower[:2] in _LANDS else None  # $US4.5 billion
    if match is None:
        return None
    if re.search(r",\d{1,2}\Z", match["number"]) and not _scale_at(line, i + 1):
        return None
    last, number = _grouped(line, i, match["number"])
    figure = Figure(i, last, number, number, "number", [])
    if not _sign(line, figure, match["sign"]) or not _tail(line, figure, match["tail"], bool(match["sum"])):
        return None
    figure.because.insert(0, digits.because(line.span(i, last)))
    if match["sum"]:
        row = WORDS["currency"].lookup(match["sum"])
        _money(figure, row, row.because(line.span(i, last)) if row else None)
    elif line.glued(i) or line.word(i - 1) in ("usd", "eur", "gbp"):
        _currency_before(line, figure)
    return figure


def _grouped(line: Line, i: int, number: str) -> tuple[int, float]:
    """The number, with groups of three digits after no-break spaces: 88 000."""
    last = i + 1
    while (
        len(number) <= 9
        and number.isdigit()
        and re.fullmatch(r"\d{3}", line.word(last))
        and line.text[line.tokens[last - 1].end : line.tokens[last].start] in (*_GAP, " ")
        and (line.text[line.tokens[last - 1].end] in _GAP or line.word(last) == "000")
    ):
        number, last = number + line.word(last), last + 1
    decimal_comma = re.search(r",\d{1,2}\Z", number) is not None
    return last, float(number.replace(",", "." if decimal_comma else ""))


def _sign(line: Line, figure: Figure, sign: str) -> bool:
    if not sign:
        return True
    row = WORDS["before"].lookup(sign)
    if row is not None:
        hedge(figure, row, row.because(line.span(figure.first, figure.first + 1)))
    return row is not None


def _tail(line: Line, figure: Figure, tail: str, money: bool) -> bool:
    """Read what is glued behind the digits. False where it makes the whole a name (9M, 40th)."""
    if not tail:
        return True
    span = line.span(figure.first, figure.last)
    end = span.end
    at = type(span)(end - len(tail), end)
    if tail == "+":
        row = WORDS["after"].lookup(tail)
        if row is not None:
            hedge(figure, row, row.because(at))
        return True
    scale = WORDS["scale"].lookup(tail)
    if scale is not None and (tail != "m" or money or counts_people(line, figure.last)):
        multiply(figure, value_of(scale, tail), scale.because(at))
        return True
    unit = WORDS["measure"].lookup(tail)
    if unit is not None:
        figure.kind = unit["kind"]
        figure.because.append(unit.because(at))
        figure.noun = (figure.last - 1, figure.last)
    return unit is not None


def counts_people(line: Line, i: int) -> bool:
    """Whether the next word names people or money, so that 1.2m is a million and no metre."""
    lemma = line.lemma(i)
    unit = WORDS["measure"].lookup(line.word(i))
    if unit is not None:
        return bool(unit["kind"] == "money")
    return lemma in KINDS["noun"] or lemma in KINDS["outcome"] or line.word(i) in KINDS["outcome"]


def _currency_before(line: Line, figure: Figure) -> None:
    row = WORDS["currency"].lookup(line.word(figure.first - 1))
    if row is not None:
        figure.first -= 1
        _money(figure, row, row.because(line.span(figure.first, figure.first + 1)))


def _money(figure: Figure, row: Row | None, reason: Because | None) -> None:
    if row is not None and reason is not None:
        figure.kind = row["kind"]
        figure.noun = (figure.first, figure.first + 1)
        figure.because.append(reason)


def multiply(figure: Figure, by: float, reason: Because) -> None:
    """Multiply both bounds, as a multiplier after a number does."""
    figure.low = None if figure.low is None else figure.low * by
    figure.high = None if figure.high is None else figure.high * by
    figure.shared = True
    figure.because.append(reason)


def hedge(figure: Figure, row: Row, reason: Because) -> None:
    """Open the bounds of a figure as a hedge says. No hedge ever closes one that is open."""
    op = row["op"]
    if op in (">=", ">"):
        figure.high = None
    elif op in ("<=", "<"):
        figure.low = None if figure.high is not None else figure.low
    figure.approx = figure.approx or op == "~" or bool(row.get("approx"))
    figure.hedged = figure.hedged or op != "="
    figure.because.append(reason)


def scaled(line: Line, figure: Figure) -> Figure:
    """The figure with the multipliers that follow it: 1.2 million, 2 dozen, five hundred thousand."""
    for _ in range(3):
        gap = 1 if line.word(figure.last) == "-" and line.glued(figure.last) else 0
        word = line.word(figure.last + gap)
        row = WORDS["scale"].lookup(word) if word else None
        letter = len(word) < 4
        if row is None or (letter and not _letter_scale(line, figure)):
            return figure
        end = figure.last + gap + 1
        multiply(figure, value_of(row, word), row.because(line.span(end - 1, end)))
        figure.last = end
    return figure


def _letter_scale(line: Line, figure: Figure) -> bool:
    return line.glued(figure.last) and (
        figure.kind == "money" or line.word(figure.last) != "m" or counts_people(line, figure.last + 1)
    )


def words(line: Line, i: int) -> Figure | None:
    """The figure whose number words start at a token: forty-two, a thousand, two thousand three hundred."""
    total, current, reasons, at = 0.0, 0.0, [], i
    opened = _opening(line, i)
    if opened is not None:
        current, at = opened
    while at < line.last:
        word = line.word(at)
        row = WORDS["number"].lookup(word)
        if row is not None and _fits(current, value_of(row, word), at == i):
            current += value_of(row, word)
        elif (row := WORDS["scale"].lookup(word)) is not None and len(word) > 3 and (current or total):
            total, current = _times(total, current, value_of(row, word))
        elif at > i and _links(line, at, total + current):
            at += 1
            continue
        else:
            break
        reasons.append(row.because(line.span(at, at + 1)))
        at += 1
    if not reasons:
        return None
    at, current = _and_a_half(line, at, current)
    value = total + current
    if total and not current and [line.word(at + k) for k in range(3)] == ["and", "a", "half"]:
        scale = WORDS["scale"].lookup(line.word(at - 1))  # a million and a half
        value += 0.5 * value_of(scale, line.word(at - 1)) if scale is not None else 0.0
        at += 3 if scale is not None else 0
    figure = Figure(i, at, value, value, "one" if at == i + 1 and value == 1 else "number", reasons)
    figure.shared = any(line.word(k) in WORDS["scale"] for k in range(i, at))
    return figure


def _opening(line: Line, i: int) -> tuple[float, int] | None:
    """What "a", "half a", "half-" and "a half" before a multiplier stand for."""
    here, then = line.word(i), line.word(i + 1)
    if here == "half" and then in ("a", "an", "-") and _scale_at(line, i + 2):
        return 0.5, i + 2
    if here == "half" and _scale_at(line, i + 1):
        return 0.5, i + 1
    if here in ("a", "an") and then == "half" and _scale_at(line, i + 2 + (line.word(i + 2) == "-")):
        return 0.5, i + 2 + (line.word(i + 2) == "-")
    return (1.0, i + 1) if here in ("a", "an") and _scale_at(line, i + 1) else None


def _scale_at(line: Line, i: int) -> bool:
    return len(line.word(i)) > 3 and line.word(i) in WORDS["scale"]


def _fits(current: float, value: float, start: bool) -> bool:
    """Whether a number word continues the number before it: twenty five, two hundred six; not two three."""
    if start or current == 0:
        return True
    rest = current % 100
    return (rest == 0 and current >= 100) or (value < 10 and rest >= 20 and rest % 10 == 0)


def _times(total: float, current: float, scale: float) -> tuple[float, float]:
    if scale < 1000:
        return total, current * scale
    return total + (current or 1) * scale, 0.0


def _links(line: Line, at: int, so_far: float) -> bool:
    """Whether a hyphen or "and" at `at` joins two parts of one number."""
    following = line.word(at + 1) in WORDS["number"]
    if line.word(at) == "-" and line.glued(at):
        return following or _scale_at(line, at + 1)
    return (
        line.word(at) == "and"
        and following
        and so_far >= 100
        and so_far % 100 == 0
        and _hundreds(line, at - 1)
    )


def _hundreds(line: Line, i: int) -> bool:
    return line.word(i) in ("hundred", "thousand", "million")


def _and_a_half(line: Line, at: int, current: float) -> tuple[int, float]:
    """Read "and a half" with the multiplier behind it: one and a half million, one and a quarter million."""
    part = {"half": 0.5, "quarter": 0.25}.get(line.word(at + 2), 0.0)
    if line.word(at) != "and" or line.word(at + 1) != "a" or not part or not current:
        return at, current
    if _scale_at(line, at + 3):
        word = line.word(at + 3)
        row = WORDS["scale"].lookup(word)
        return at + 4, (current + part) * (value_of(row, word) if row else 1.0)
    return (at + 3, current + part) if part == 0.5 else (at, current)


def amount(line: Line, i: int) -> Figure | None:
    """The amount without a figure that starts at a token: dozens, a few hundred, a number of."""
    found = line.after(WORDS["amount"], i)
    if found is None:
        return None
    row, last = found
    if line.word(i) in ("many", "few") and line.word(i - 1) in _DEGREES:
        return None
    if row.get("of") and line.word(last) != "of":
        return None
    loose = (
        row.get("high") is None
        or bool(row.get("factor"))
        or row.words[0] in ("a handful", "a pair", "a trio", "a score")
    )
    high = row.get("high")
    reason = row.because(line.span(i, last))
    figure = Figure(
        i,
        last,
        float(row["low"]),
        None if high is None else float(high),
        "loose" if loose else "amount",
        [reason],
    )
    figure.approx = row["low"] != high
    gap = 1 if line.word(last) == "of" else 0
    if row.get("factor") and _scale_at(line, last + gap):
        word = line.word(last + gap)
        scale = WORDS["scale"].lookup(word)
        figure.form, figure.last = "amount", last + gap + 1
        if scale is not None:
            multiply(figure, value_of(scale, word), scale.because(line.span(last + gap, last + gap + 1)))
    elif row["low"] == 24 and line.word(i) == "tens" and line.word(last) != "of":
        return None
    if line.word(i) == "scores" and line.tokens[i].pos != "NOUN":
        return None
    figure.number = (figure.first, figure.last)
    return figure


@rule(
    "quantity.many-dozens",
    means="Many or several dozens (hundreds, thousands): more than the plural alone says.",
    fires="[Many dozens] of villagers were killed.",
    silent="Dozens of villagers were killed.",
    gives={"min": 36.0, "max": 99.0, "approx": True},
)
def many_dozens(line: Line, i: int) -> Figure | None:
    """The amount that "many" or "several" raises by half."""
    plural = line.word(i + 1)
    if line.word(i) not in ("many", "several") or plural not in (
        "dozens",
        "hundreds",
        "thousands",
        "scores",
        "millions",
    ):
        return None
    figure = amount(line, i + 1)
    if figure is None or figure.low is None:
        return None
    figure.first, figure.low = i, figure.low * 1.5
    figure.number = (i, figure.last)
    figure.because.append(many_dozens.because(line.span(i, i + 2)))
    return figure


RULES = (*all_rules(WORDS), *all_rules(digits, many_dozens))
