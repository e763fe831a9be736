"""Figures of two periods in one sentence: 26 deaths in January, while the number in February was 19."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.ground.quantity_traps import SPEAKING
from firsthand.resources.parser import Parse, Token
from firsthand.schema import Quantity, Time


def own_times(parse: Parse, quantities: Sequence[Quantity], times: Sequence[Time]) -> dict[str, str]:
    """The time of each figure that has one of its own, by the figure's id, as a value.

    Where a sentence gives as many times as figures of one kind, the first figure goes with the first time
    and the last with the last. Times of saying are left out, and so are sentences with no such order.
    """
    dated: dict[int, list[str]] = {}
    for time in times:
        tokens = parse.within(time.span)
        if tokens and time.type == "DATE" and time.value and not _of_no_figure(tokens):
            dated.setdefault(tokens[0].sentence, []).append(time.value)
    if not dated:
        return {}
    counted: dict[tuple[int, str], list[str]] = {}
    parts: dict[str, str] = {}
    for quantity in quantities:
        tokens = parse.within(quantity.span)
        if not tokens or tokens[0].sentence not in dated:
            continue
        ids = counted.setdefault((tokens[0].sentence, quantity.kind), [])
        if ids and _inside_another(parse, tokens[0]):
            parts[quantity.id] = ids[-1]
        else:
            ids.append(quantity.id)
    found: dict[str, str] = {}
    for (sentence, _), ids in counted.items():
        values = dated[sentence]
        if len(ids) == len(values) == len(set(values)) > 1:
            found.update(zip(ids, values, strict=True))
    return found | {part: found[whole] for part, whole in parts.items() if whole in found}


def _inside_another(parse: Parse, first: Token) -> bool:
    """Whether a figure is told as a part of the one before: including five women and three children."""
    before = parse.tokens[max(0, first.i - 5) : first.i]
    return any(token.lower in ("including", "among") for token in before if token.sentence == first.sentence)


def _of_no_figure(tokens: Sequence[Token]) -> bool:
    if any(child.tag == "POS" for child in tokens[-1].children):
        return True  # Sunday's bombing
    verb = next((each for each in tokens[-1].ancestors() if each.pos in ("VERB", "AUX")), None)
    return verb is not None and verb.lemma in SPEAKING


__all__ = ["own_times"]
