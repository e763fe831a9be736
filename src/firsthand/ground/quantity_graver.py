"""Blows of which it is said that they killed: fatally shot, shot and killed."""

from __future__ import annotations

from firsthand.ground.quantity_figure import KINDS, Figure, Line
from firsthand.rules import all_rules, rule

_DEADLY = ("fatally", "mortally")
_BLOWS = ("wounded", "casualties")


@rule(
    "quantity.fatally",
    means="A blow that is said to be fatal killed those whom it struck.",
    fires="A guard [fatally] shot nine farmers.",
    silent="A guard deliberately shot nine farmers.",
    gives={"kind": "killed"},
)
def fatally(line: Line, figure: Figure, first: int, last: int) -> bool | None:
    """True where the word stands right beside the verb, whose tokens are `first` to `last`."""
    at = next((k for k in (first - 1, last) if line.word(k) in _DEADLY), None)
    if at is None or figure.kind not in _BLOWS:
        return None
    figure.kind = "killed"
    figure.because.append(fatally.because(line.span(at, at + 1)))
    return True


@rule(
    "quantity.and-killed",
    means="Those who were shot and killed are dead, those who were shot and wounded live.",
    fires="Nine farmers were shot and [killed] near the mill.",
    silent="Nine farmers were shot and robbed near the mill.",
    gives={"kind": "killed"},
)
def and_killed(line: Line, figure: Figure, last: int) -> bool | None:
    """True where a graver verb, with no object of its own, is joined to the blow that ends at `last`."""
    if line.word(last) != "and" or figure.kind not in _BLOWS or figure.first >= last:
        return None
    row, verb, behind = KINDS["deed"].lookup(line.lemma(last + 1)), line.token(last + 1), line.token(last + 2)
    if row is None or verb is None or verb.tag not in ("VBN", "VBD"):
        return None
    own = behind is not None and behind.pos in ("DET", "NUM", "NOUN", "PROPN", "ADJ", "PRON")
    open_still = row["kind"] == "killed" or (row["kind"] == "wounded" and figure.kind == "casualties")
    if own or not open_still or row["role"] != "object":
        return None
    figure.kind = row["kind"]
    figure.because.append(and_killed.because(line.span(last + 1, last + 2)))
    return True


def deadly(line: Line, figure: Figure, first: int, last: int) -> bool:
    """Count those as killed who were struck by a blow of which the words say that it killed."""
    return bool(fatally(line, figure, first, last) or and_killed(line, figure, last))


RULES = all_rules(fatally, and_killed)
