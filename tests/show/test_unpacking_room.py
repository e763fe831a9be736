"""What is unpacked leaves nothing behind, and nothing is made where there is nothing to unpack."""

from __future__ import annotations

import subprocess
import sys
import tempfile

import pytest

from firsthand.case import Case
from firsthand.show.adding import add
from firsthand.show.unpacking_room import rooms


@pytest.fixture(autouse=True)
def spare(tmp_path, monkeypatch):
    """A folder for temporary files of this test alone."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_a_file_that_is_no_archive_makes_no_temporary_folder(tmp_path, spare, instruments):
    (tmp_path / "note.txt").write_text("The mayor said the bridge was open.")
    with Case.create(tmp_path / "case", by="Ada") as case:
        for _ in add(case, [str(tmp_path / "note.txt")], by="Ada"):
            assert not list(spare.iterdir())


def test_each_archive_has_a_folder_of_its_own_until_all_is_read(spare):
    with rooms() as room:
        one, other = room(), room()
        assert one != other
        assert one.parent == other.parent
        assert len(list(spare.iterdir())) == 1
    assert not list(spare.iterdir())


def test_what_a_killed_process_left_is_removed_by_the_next(spare):
    gone = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, text=True, check=True
    ).stdout.strip()
    (spare / f"firsthand-unpacked-{gone}-abc" / "1").mkdir(parents=True)
    (spare / "firsthand-unpacked-1-abc").mkdir()
    (spare / "another-folder").mkdir()
    with rooms() as room:
        room()
    assert {each.name for each in spare.iterdir()} == {"firsthand-unpacked-1-abc", "another-folder"}
