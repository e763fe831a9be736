"""A disk that refuses harms no case, and the message says what to do."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from firsthand.case import Case, verify
from firsthand.schema.errors import CannotWrite

NOBODY = 65534


def without_right_to_write(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        path.chmod(path.stat().st_mode & ~(stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))


@contextmanager
def as_somebody_else() -> Iterator[None]:
    """Root may write anywhere: act as nobody for a while. Anybody else is bound by the modes already."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def in_child(work) -> str:
    """What `work` returns or raises in a process of its own, whose limits end with it."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.write(theirs, str(work()).encode())
        except BaseException as error:  # noqa: BLE001 - told to the parent, whatever it is
            os.write(theirs, f"{type(error).__name__}: {error}".encode())
        finally:
            os._exit(0)
    os.close(theirs)
    with os.fdopen(ours, "rb") as pipe:
        told = pipe.read().decode()
    os.waitpid(child, 0)
    return told


pytestmark = [
    pytest.mark.skipif(os.name == "nt", reason="modes and limits of POSIX"),
    pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning"),
]


@pytest.mark.parametrize("size", [2_000_000, 200_000, 20])
def test_a_disk_that_takes_no_more_is_told_and_the_case_is_unharmed(case, put, size):
    """The limit on the size of files stands for the full disk: 2 MB stop at the original, 20 bytes at the rows."""
    import resource

    put(case, "one")
    limit = max(path.stat().st_size for path in case.path.rglob("*") if path.is_file())

    def work():
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        with Case(case.path) as full:
            for n in range(500):
                put(full, f"{n} " + "x" * size)
        return "wrote it all"

    told = in_child(work)
    assert told.startswith("CannotWrite: "), told
    assert "What was done is safe" in told
    with Case(case.path) as again:
        report = verify(again)
        assert report.unharmed, report.problems
        assert again.reading(again.locate("d1")[1]).document.text == "one"
        documents = report.documents
        put(again, "0 " + "x" * size)
        put(again, "and another")
        assert verify(again).unharmed
        assert verify(again).documents in (documents + 1, documents + 2)
    assert list((case.path / "originals" / "incoming").iterdir()) == []


def test_a_full_database_is_told(case, put):
    pages = case.store._connection.execute("PRAGMA page_count").fetchone()[0]
    case.store._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(CannotWrite, match=r"case\.db cannot be written: the disk is full\. Make room"):
        put(case, "x" * 100_000)
    case.store._connection.execute("PRAGMA max_page_count = 100000")
    assert verify(case).unharmed
    assert put(case, "x" * 100_000)[1].id == "d1"
    assert verify(case).notices == ()


def test_a_log_file_that_cannot_be_written_is_made_up_for_later(case, put, monkeypatch):
    def refuse(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("firsthand.case.log.os", SimpleNamespace(fsync=refuse))
    with pytest.raises(CannotWrite, match=r"log\.jsonl cannot be written: the disk is full"):
        put(case, "one")
    monkeypatch.undo()
    assert verify(case).unharmed
    with Case(case.path) as again:
        assert put(again, "one")[0] == "already there"
        assert put(again, "two")[0] == "added"
        assert verify(again).unharmed
        assert verify(again).notices == ()


def test_a_case_without_the_right_to_write_can_be_read_and_says_why_nothing_is_added(case, put):
    put(case, "one")
    case.close()
    without_right_to_write(case.path)
    try:
        with as_somebody_else(), Case(case.path) as opened:
            assert opened.value("d1.c1").value.text == "one"
            assert verify(opened).unharmed
            with pytest.raises(CannotWrite, match="you may not write there"):
                put(opened, "two")
            with pytest.raises(CannotWrite, match="you may not write there"):
                opened.decide("d1", "publisher", "x", by="Ada")
            assert verify(opened).unharmed
            assert verify(opened).documents == 1
    finally:
        for path in (case.path, *case.path.rglob("*")):
            path.chmod(path.stat().st_mode | stat.S_IWUSR)


def test_a_place_without_the_right_to_write_takes_no_case(folder):
    locked = folder / "locked"
    locked.mkdir(mode=0o555)
    with as_somebody_else(), pytest.raises(CannotWrite, match="Ask for the right to write"):
        Case.create(locked / "case", by="Ada")
    assert list(locked.iterdir()) == []
