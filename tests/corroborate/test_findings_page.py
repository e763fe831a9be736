"""docs/findings.md says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from firsthand.corroborate import corroborate, reasons

PAGE = (Path(__file__).parents[2] / "docs/findings.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```findings\n(.*?)\n=> (.*?)\n```", PAGE, re.DOTALL)
SOURCES = Path(__file__).parents[2] / "src/firsthand/corroborate"


def test_the_page_has_examples():
    assert len(EXAMPLES) >= 5


@pytest.mark.parametrize(("documents", "words"), EXAMPLES)
def test_an_example_of_the_page_gives_the_verdict_below_it(documents, words, read_docs):
    docs = [re.fullmatch(r"(.+?), (\d{4}-\d\d-\d\d): (.+)", line).groups() for line in documents.splitlines()]
    found = corroborate(read_docs(docs))
    group = max(found.groups, key=lambda each: len(each.documents))
    assert group.verdict.words == words


def test_every_reason_is_explained_on_the_page():
    for name, means in reasons().items():
        assert f"| `{name}` | {means} |" in PAGE, name


def test_every_reason_that_the_code_gives_is_explained():
    kinds = "origin|independence|verdict|group|contradiction|update|copies|same_claim"
    code = "".join(path.read_text(encoding="utf-8") for path in SOURCES.rglob("*.py"))
    given = set(re.findall(rf'"((?:{kinds})\.[a-z_]+)"', code))
    assert given <= set(reasons()), given - set(reasons())
