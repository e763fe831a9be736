"""The shape of the house: contracts, sizes, forbidden names."""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "src").rglob("*.py"))
FORBIDDEN = {
    "util",
    "utils",
    "helper",
    "helpers",
    "common",
    "misc",
    "base",
    "core",
    "manager",
    "handler",
    "processor",
    "service",
}


def functions() -> dict[str, int]:
    """Length in lines of every function, decorators left out, docstring included."""
    lengths = {}
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lengths[f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"] = (
                    node.end_lineno - node.lineno + 1
                )
    return lengths


def test_no_room_imports_another():
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_file_fits_its_budget_and_has_no_drawer_name(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 400
    assert path.stem.lower() not in FORBIDDEN
    classes = [n.name for n in ast.walk(ast.parse(text)) if isinstance(n, ast.ClassDef)]
    for name in classes:
        assert not {w.lower() for w in re.findall(r"[A-Z][a-z]+|[a-z]+", name)} & FORBIDDEN


def test_functions_are_short():
    lengths = functions()
    too_long = {name: n for name, n in lengths.items() if n > 60}
    assert not too_long
    assert statistics.median(lengths.values()) <= 10
    over_40 = sorted(((n, name) for name, n in lengths.items() if n > 40), reverse=True)
    assert len(over_40) <= 0.05 * len(lengths), over_40


def test_the_way_of_a_document_fits_one_screen():
    assert len((ROOT / "src/firsthand/pipeline.py").read_text(encoding="utf-8").splitlines()) <= 70
