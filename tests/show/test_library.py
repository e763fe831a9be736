"""Firsthand from Python."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import firsthand
from firsthand import FirsthandError, Unreadable, compare, new_case, open_case, read

TEXT = "Nine people were wounded in Ostrel on Friday, Mara Velin, the head of the clinic, said.\n"


def test_few_names_are_public_and_each_is_there():
    assert len(firsthand.__all__) <= 25
    for name in firsthand.__all__:
        assert getattr(firsthand, name)
    stub = Path(firsthand.__file__).with_suffix(".pyi").read_text(encoding="utf-8")
    assert all(f"import {name} as {name}" in stub for name in firsthand.__all__ if name != "__version__")
    with pytest.raises(AttributeError):
        firsthand.nothing_of_the_kind  # noqa: B018


def test_the_version_is_told_without_loading_what_reads():
    code = "import firsthand, sys; firsthand.__version__; print([m for m in ('spacy', 'numpy', 'msgspec') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_text_bytes_and_files_read_alike(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    said = {"publisher": "Harbour Post", "published": "2031-03-14"}
    (one,) = read(TEXT, **said)
    (other,) = read(TEXT.encode(), name="a.txt", **said)
    (third,) = read(tmp_path / "a.txt", **said)
    assert [c.text for c in one.claims] == [c.text for c in other.claims] == [c.text for c in third.claims]
    assert one.document.publisher == "Harbour Post"


def test_what_cannot_be_read_is_a_value_and_is_compared_with_nothing():
    (nothing,) = read(b"", name="empty.txt")
    assert isinstance(nothing, Unreadable)
    assert compare([nothing]).groups == ()


def test_a_case_is_made_filled_decided_and_exported(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with new_case(tmp_path / "case", title="Ostrel", by="Ada") as case:
        (added,) = case.add(tmp_path / "a.txt", by="Ada", publisher="Harbour Post")
        assert (added.document, added.status) == ("d1", "added")
        assert case.title == "Ostrel"
    with open_case(str(tmp_path / "case")) as case:
        assert case.findings().groups
        made = case.decide("d1.c1", "confirm", by="Ben")
        assert (made.actor, made.value) == ("Ben", "confirmed")
        with pytest.raises(FirsthandError, match="Ben decided"):
            case.decide("d1.c1", "reject", by="Ada", if_last=0)
        assert [each.actor for each in case.decisions()][-1] == "Ben"
        for name in ("csv", "archive"):
            case.export(name, tmp_path / name)
        case.write_dossier(tmp_path / "x.html", by="Ada")
        assert case.verify().unharmed
    assert (tmp_path / "csv").stat().st_size > 100
    with pytest.raises(FirsthandError):
        open_case(tmp_path / "no case")
