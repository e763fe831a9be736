"""The lists of words that guide the reading of figures do what they say."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

TEXT = files("firsthand.ground").joinpath("lexicon", "quantity_words.en.toml").read_text(encoding="utf-8")
EXAMPLES = tomllib.loads(TEXT)["examples"]


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_list_reads_its_sentence_as_it_says(name, read_text):
    text = EXAMPLES[name]["sentence"]
    found = [f"{each.span.words(text)} {each.kind} {each.of or '-'}" for each in read_text(text).quantities]
    assert found == EXAMPLES[name]["figures"]
    assert EXAMPLES[name]["means"]
