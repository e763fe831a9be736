"""How far in figures and words: "twenty-five", "one and a half", "10 to 15", "a few", before a unit.

A figure is read whole or not at all: half of "one and a half kilometres" would be a confident wrong distance.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from firsthand.ground.region_line import Line

_ONES = {
    "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0, "eight": 8.0,
    "nine": 9.0, "ten": 10.0, "eleven": 11.0, "twelve": 12.0, "thirteen": 13.0, "fourteen": 14.0,
    "fifteen": 15.0, "sixteen": 16.0, "seventeen": 17.0, "eighteen": 18.0, "nineteen": 19.0,
}  # fmt: skip
_TENS = {
    "twenty": 20.0, "thirty": 30.0, "forty": 40.0, "fifty": 50.0, "sixty": 60.0, "seventy": 70.0,
    "eighty": 80.0, "ninety": 90.0,
}  # fmt: skip
_SCALES = {"dozen": 12.0, "hundred": 100.0, "thousand": 1000.0}
_PARTS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3, "½": 0.5, "¼": 0.25, "¾": 0.75, "1/2": 0.5,
          "1/4": 0.25, "3/4": 0.75}  # fmt: skip
_SHARES = {
    "half": 0.5, "half a": 0.5, "half an": 0.5, "a half": 0.5, "quarter of a": 0.25, "a quarter of a": 0.25,
    "a quarter": 0.25, "a third of a": 1 / 3, "two thirds of a": 2 / 3, "three quarters of a": 0.75,
    "three - quarters of a": 0.75, "three quarter": 0.75,
}  # fmt: skip
_VAGUE = {
    "a few": (1.5, 8.0), "few": (1.5, 8.0), "several": (2.0, 10.0), "some": (1.0, 10.0),
    "a couple of": (1.0, 4.0), "a couple": (1.0, 4.0), "tens of": (20.0, 100.0), "dozens of": (20.0, 100.0),
    "several dozen": (24.0, 100.0), "a few dozen": (24.0, 100.0), "several hundred": (200.0, 1000.0),
    "a few hundred": (150.0, 1000.0), "hundreds of": (150.0, 1000.0),
}  # fmt: skip
_FIGURE = re.compile(r"(?:(\d{1,3}(?:,\d{3})+|\d{1,6})(\.\d+)?|(\d{1,3}),(\d{1,2}))([½¼¾])?")
_DASHES = frozenset(("-", "–", "—", "‑"))
_JOINTS = _DASHES | {"to", "or"}
_LONGEST = 9
# A figure that one of these words leads into was not read whole.
_MORE = frozenset((*_ONES, *_TENS, *_SCALES, *_PARTS, "point", "million", "quarters", "thirds", "of a"))


@dataclass(frozen=True, slots=True)
class Amount:
    """A number from `low` to `high`, whose first token is `first`; `vague` where no figure is said."""

    first: int
    low: float
    high: float
    vague: bool = False


def amount_before(line: Line, last: int) -> Amount | None:
    """The figure that ends right before a token, the longest that can be read; None where more belongs to
    it."""
    for first in range(max(0, last - _LONGEST), last):
        words = [line.lower(i) for i in range(first, last)]
        read = _read(words)
        if read is not None:
            return None if _goes_on_before(line, first) else Amount(first, *read)
    return None


def _goes_on_before(line: Line, first: int) -> bool:
    before = line.lower(first - 1)
    if before in _DASHES:
        before = line.lower(first - 2)
    return before in _MORE or (before[:1].isdigit() and first > 0)


def half_after(line: Line, last: int) -> tuple[int, float]:
    """What "and a half" after a unit adds, and the token behind it: "a mile and a half"."""
    if line.words(last, last + 2) == "and a" and line.lower(last + 2) in ("half", "quarter"):
        return last + 3, _PARTS[line.lower(last + 2)]
    return last, 0.0


def _read(words: list[str]) -> tuple[float, float, bool] | None:
    vague = _VAGUE.get(" ".join(words))
    if vague:
        return (*vague, True)
    one = _amount(words)
    if one is not None:
        return one, one, False
    if words[0] == "between" and "and" in words[2:-1]:
        at = words.index("and", 2)
        return _both(words[1:at], words[at + 1 :])
    for at in range(1, len(words) - 1):
        if words[at] in _JOINTS and (found := _both(words[:at], words[at + 1 :])):
            return found
    return None


def _both(low: list[str], high: list[str]) -> tuple[float, float, bool] | None:
    """A range: two figures, the lower one first."""
    one, two = _amount(low), _amount(high)
    return (one, two, False) if one is not None and two is not None and one < two else None


def _amount(words: list[str]) -> float | None:
    """One figure: "12", "twelve", "two and a half", "half a", "3 1/2", "two dozen"."""
    if not words:
        return None
    share = _SHARES.get(" ".join(words))
    if share is not None:
        return share
    if words[:2] == ["half", "a"] and len(words) == 3 and words[2] in ("dozen", "hundred"):
        return _SCALES[words[2]] / 2
    for tail in (["and", "a", words[-1]], ["and", words[-1]], [words[-1]]):
        if words[-1] in _PARTS and len(words) > len(tail) and words[-len(tail) :] == tail:
            whole = cardinal(words[: -len(tail)])
            return None if whole is None else whole + _PARTS[words[-1]]
    return cardinal(words)


def cardinal(words: list[str]) -> float | None:
    """The value of a whole number in words or figures ("a hundred and twenty"); None for others."""
    if len(words) == 1 and (match := _FIGURE.fullmatch(words[0])):
        whole, point, before_comma, behind, part = match.groups()
        value = float(whole.replace(",", "") + (point or "")) if whole else float(f"{before_comma}.{behind}")
        return value + _PARTS.get(part or "", 0.0)
    total = group = 0.0
    for word in _joined(words) or ["?"]:
        if word in _SCALES:
            total, group = _scaled(word, total, group)
            continue
        below, known = group % 100, _ONES.get(word) or _TENS.get(word)
        if known is None or (below and not (known < 10 and below in _TENS.values())):
            return None
        group += known
    return total + group


def _joined(words: list[str]) -> list[str] | None:
    """The words without those that only join them ("a hundred and twenty-five"); None where one is astray."""
    if words[:1] in (["a"], ["an"]):
        if len(words) > 1 and words[1] not in _SCALES:
            return None
        words = ["one", *words[1:]]
    kept = []
    for i, word in enumerate(words):
        if word in _DASHES or word == "and":
            before = _SCALES if word == "and" else _TENS
            if not 0 < i < len(words) - 1 or words[i - 1] not in before:
                return None
        else:
            kept.append(word)
    return kept


def _scaled(word: str, total: float, group: float) -> tuple[float, float]:
    if word == "thousand":
        return total + (group or 1.0) * 1000.0, 0.0
    return total, (group or 1.0) * _SCALES[word]
