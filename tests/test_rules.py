"""Every sentence that a rule carries is true, and every rule is needed for its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from firsthand.pipeline import rules
from firsthand.rules import Rule, bracketed, without
from firsthand.schema import Reading

RULES = rules()
FIRES = [pytest.param(r, s, id=f"{r.name}: {s}") for r in RULES for s in r.fires]
SILENT = [pytest.param(r, s, id=f"{r.name}: {s}") for r in RULES for s in r.silent]


def derived(value: Any) -> Iterator[Any]:
    """Every value inside `value` that carries reasons."""
    if isinstance(value, msgspec.Struct):
        if getattr(value, "because", None):
            yield value
        for name in value.__struct_fields__:
            yield from derived(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from derived(item)


def by(rule: Rule, reading: Reading) -> list[tuple[Any, Any]]:
    """The values that a rule had a part in, each with the reason that names it."""
    return [(v, b) for v in derived(reading) for b in v.because if b.rule == rule.name]


def without_reasons(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: without_reasons(v) for k, v in value.items() if k != "because"}
    return [without_reasons(v) for v in value] if isinstance(value, list) else value


def test_the_house_has_rules_and_each_has_a_name_of_its_own():
    names = [r.name for r in RULES]
    assert names
    assert len(set(names)) == len(names), sorted({n for n in names if names.count(n) > 1})


@pytest.mark.parametrize(("rule", "sentence"), FIRES)
def test_a_rule_fires_on_the_words_in_brackets_and_is_needed_for_them(rule, sentence, read_by_rules):
    text, words = bracketed(sentence)
    reading = read_by_rules(text)
    hits = [(value, reason) for value, reason in by(rule, reading) if words in reason.anchors]
    assert hits, f"{rule.name} does not go by {words.words(text)!r}; it gave {by(rule, reading)}"
    if sentence == rule.fires[0]:
        for name, wanted in rule.gives.items():
            assert wanted in [getattr(value, name, None) for value, _ in hits], hits
    with without(rule.name):
        poorer = read_by_rules(text)
    assert without_reasons(reading.plain()) != without_reasons(poorer.plain()), (
        f"{rule.name} is not needed: without it the sentence reads the same"
    )


@pytest.mark.parametrize(("rule", "sentence"), SILENT)
def test_a_rule_is_silent_on_its_near_miss(rule, sentence, read_by_rules):
    assert not by(rule, read_by_rules(sentence))
