"""The docs say what the code does."""

from __future__ import annotations

import importlib.util
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def generator():
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs/generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def pages():
    return generator().pages()


@pytest.mark.parametrize(
    "name",
    [
        "commands.md",
        "rules.md",
        "terminal.svg",
        "the-way-of-a-document.md",
        "time.md",
        "quantities.md",
        "events.md",
        "places.md",
        "python.md",
    ],
)
def test_a_generated_page_is_not_stale(pages, name):
    path = ROOT / "docs" / name
    assert path.read_text(encoding="utf-8") == pages[path], "run: make docs"


def test_every_link_of_the_pages_leads_to_a_file():
    broken = []
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *ROOT.glob("examples/*.md")]:
        targets = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", page.read_text(encoding="utf-8"))
        broken += [f"{page.name}: {target}" for target in targets if not (page.parent / target).exists()]
    assert not broken


def test_every_instrument_has_its_credit():
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8").lower()
    listed = tomllib.loads((ROOT / "src/firsthand/resources/resources.toml").read_text(encoding="utf-8"))[
        "resource"
    ]
    for each in listed:
        if each.get("credit"):
            assert each["credit"].lower() in notice, each["name"]
