"""Who stands behind the marked words of a few documents: one hand under two names, two that look like one."""

from __future__ import annotations

import re

import pytest

from firsthand.corroborate.origins import trace
from firsthand.corroborate.reuse import copies
from firsthand.corroborate.telling import tellings
from firsthand.resources.capitals import cased

WIRE = "Northline Agency: {Soldiers shot two shepherds at the spring in Orlen}, the foreign ministry said."
ACCENTED = [
    "Ülo Kadas",
    "Éva Orsó",
    "Šárka Brod",
    "Łucja Mazur",
    "Ömer Dal",
    "İpek Dal",
    "Özge Toro",
    "Žan Kolar",
]
QUOTED = (
    "Harbour Post: The pasture is closed, the paper Vesti writes.\n\nFarmer {} was mending a fence near the "
    'spring. "{{Soldiers shot two shepherds at the spring}}," he said in the kitchen.'
)


def hands(read_docs, docs):
    """How many first hands the words in braces have, all taken for one claim."""
    marked = [each.split(": ", 1) for each in docs]
    spans = [_spans(text) for _, text in marked]
    readings = read_docs(
        [(who, f"2031-05-{n:02}", re.sub(r"[{}]", "", text)) for n, (who, text) in enumerate(marked, 2)]
    )
    group = []
    for reading, marks in zip(readings, spans, strict=True):
        told = list(tellings(reading))
        for start, end in marks:
            best = max(told, key=lambda each: _shared(each, start, end))
            assert _shared(best, start, end) > 0, f"nothing told at {reading.document.text[start:end]!r}"
            group.append(best)
    rest = [(each,) for reading in readings for each in tellings(reading) if each not in group]
    found = trace((group, *rest), copies(each.document for each in readings), readings)
    names = {each.id: each.name for each in found.origins}
    return {names[of] for each in group if (of := found.of[each.id]) is not None}


def _spans(text):
    found, inside = [], 0
    for match in re.finditer(r"[{}]", text):
        if match.group() == "{":
            found.append(match.start() - inside)
        else:
            found[-1] = (found[-1], match.start() - inside)
        inside += 1
    return found


def _shared(telling, start, end):
    first = telling.anchors[0]
    common = min(first.end, end) - max(first.start, start)
    return common / (max(first.end, end) - min(first.start, start))


@pytest.mark.parametrize("name", ACCENTED)
def test_one_whose_name_begins_with_an_accent_is_a_first_hand(read_docs, name):
    assert name in hands(read_docs, [WIRE, QUOTED.format(name)])


@pytest.mark.parametrize(
    ("words", "found"), [("Ülo", True), ("úlo", False), ("Anna", True), ("łucja", False), ("ÉVA", False)]
)
def test_a_capital_with_an_accent_is_a_capital(words, found):
    assert (cased(r"^[A-Z][a-z]+$").match(words) is not None) is found
