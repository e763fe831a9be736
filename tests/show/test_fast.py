"""`--fast`: what was left unparsed is told, on the terminal, in JSON, and in a case."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from firsthand import read
from firsthand.show.cli import main

ARTICLE = """The mayor said that two shells fell near the market. The town has two bakeries and a school.

Rebels shelled the bridge, a guard said.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def run(*words: Any) -> str:
    done = CliRunner().invoke(main, [str(word) for word in words])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_a_fast_reading_says_how_much_it_left_and_which_sentences(article: Path) -> None:
    assert "1 of 3 sentences (32 % of the words)" in " ".join(run("read", "--fast", article).split())
    told = json.loads(run("read", "--fast", "--json", article))
    assert [told["text"][s:e] for s, e in told["unparsed"]] == ["The town has two bakeries and a school."]
    assert json.loads(run("read", "--json", article))["unparsed"] == []


def test_python_reads_fast_too(article: Path) -> None:
    (fast,) = read(article, fast=True)
    assert len(fast.document.unparsed) == 1


def test_a_case_read_fast_is_read_anew_when_the_whole_is_asked_for(article: Path, tmp_path: Path) -> None:
    case = tmp_path / "case"
    run("new", case)
    status = [
        json.loads(run("add", "--json", *fast, case, article))["status"]
        for fast in (["--fast"], ["--fast"], [])
    ]
    assert status[0] == "added"
    assert status[1] == "already there"
    assert status[2] not in ("added", "already there")
