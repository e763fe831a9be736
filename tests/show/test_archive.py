"""A case goes out as one file and comes in again without loss."""

from __future__ import annotations

import hashlib
import sqlite3
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from firsthand.case import Case
from firsthand.show.cli import main


def run(*words):
    return CliRunner().invoke(main, [str(word) for word in words])


def files(case: Path) -> dict[str, str]:
    found = (path for path in case.rglob("*") if path.is_file())
    return {str(p.relative_to(case)): hashlib.sha256(p.read_bytes()).hexdigest() for p in found}


def dump(case: Path) -> list[str]:
    with sqlite3.connect(case / "case.db") as rows:
        return list(rows.iterdump())


@pytest.fixture(scope="module")
def packed(filed_case, tmp_path_factory) -> Path:
    archive = tmp_path_factory.mktemp("out") / "sovna.zip"
    done = run("export", filed_case, "--as", "archive", "-o", archive)
    assert done.exit_code == 0, done.output
    return archive


def repacked(packed: Path, to: Path, change) -> Path:
    """The archive with what `change(name, bytes)` makes of each member; None leaves it out."""
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(to, "w") as new:
        for name in old.namelist():
            made = change(name, old.read(name))
            for where, data in [made] if isinstance(made, tuple) else made or []:
                new.writestr(where, data)
    return to


def test_nothing_is_lost_on_the_way_out_and_in(filed_case, packed, tmp_path):
    done = run("import", packed, tmp_path / "again")
    assert done.exit_code == 0, done.output
    assert "unharmed" in done.stdout
    before, after = files(filed_case), files(tmp_path / "again")
    before.pop("case.db"), after.pop("case.db")
    assert after == before
    assert dump(tmp_path / "again") == dump(filed_case)
    assert run("verify", tmp_path / "again").exit_code == 0
    shown = [run("findings", case, "--json").stdout for case in (filed_case, tmp_path / "again")]
    assert shown[0] == shown[1]


def test_the_case_can_be_worked_on_where_it_came_in(packed, tmp_path):
    run("import", packed, tmp_path / "again")
    (tmp_path / "new.txt").write_text("The mayor said on Friday that the bridge was open.\n")
    assert run("add", tmp_path / "again", tmp_path / "new.txt").exit_code == 0
    assert run("review", tmp_path / "again", "d1.c1", "confirm").exit_code == 0
    assert run("verify", tmp_path / "again").exit_code == 0


def test_a_bagit_tool_finds_the_bag_whole(packed, tmp_path):
    import bagit

    with zipfile.ZipFile(packed) as bag:
        bag.extractall(tmp_path)
    (top,) = [path for path in tmp_path.iterdir() if path.is_dir()]
    bag = bagit.Bag(str(top))
    assert bag.validate()
    assert bag.info["Payload-Oxum"]
    (top / "data" / "case.toml").write_text("changed")
    with pytest.raises(bagit.BagValidationError):
        bagit.Bag(str(top)).validate()


def test_the_same_case_gives_the_same_archive(own_case, tmp_path):
    for name in ("a", "b"):
        assert run("export", own_case, "--as", "archive", "-o", tmp_path / name).exit_code == 0
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_changed_original_is_found_and_no_case_is_made(packed, tmp_path):
    def change(name, data):
        return (name, data + b"x" if "/originals/" in name else data)

    done = run("import", repacked(packed, tmp_path / "x.zip", change), tmp_path / "again")
    assert done.exit_code == 3
    assert "other bytes" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["x.zip"]


def test_a_changed_case_with_a_matching_manifest_is_found_by_the_log(packed, tmp_path):
    with zipfile.ZipFile(packed) as bag:
        log = next(name for name in bag.namelist() if name.endswith("/log.jsonl"))
        old = bag.read(log)
    new = old.replace(b'"Ada"', b'"Eve"', 1)

    def change(name, data):
        if name == log:
            return (name, new)
        if name.endswith("manifest-sha256.txt"):
            pair = (hashlib.sha256(old).hexdigest(), hashlib.sha256(new).hexdigest())
            return (name, data.replace(*(digest.encode() for digest in pair)))
        return (name, data)

    done = run("import", repacked(packed, tmp_path / "x.zip", change), tmp_path / "again")
    assert done.exit_code == 3
    assert not (tmp_path / "again").exists()


@pytest.mark.parametrize(
    "name",
    [
        "../evil", "../../evil", "/tmp/evil", "data/../../evil", "data/case.db/../../x", "C:\\evil",
        "data/originals/aa/../../../evil", "data/originals/incoming/x", "data/.bashrc", "data/\x00x",
        "data/originals/" + "0" * 64, "data//etc/passwd", "data\\..\\evil", "data/case.toml ",
    ],
)  # fmt: skip
def test_no_name_in_an_archive_leads_out_of_the_case(packed, tmp_path, name):
    digest = hashlib.sha256(b"evil").hexdigest()

    def change(member, data):
        if member.endswith("/manifest-sha256.txt"):
            line = f"{digest}  {name}\n".encode()
            return [(member, data + line), (f"{member.split('/')[0]}/{name}", b"evil")]
        return (member, data)

    inside = tmp_path / "deep" / "down"
    inside.mkdir(parents=True)
    done = run("import", repacked(packed, tmp_path / "x.zip", change), inside / "again")
    assert done.exit_code == 3, done.output
    assert "Traceback" not in done.output
    assert sorted(str(p.relative_to(tmp_path)) for p in tmp_path.rglob("*")) == ["deep", "deep/down", "x.zip"]


def test_what_is_no_archive_is_refused_with_what_makes_one(tmp_path):
    (tmp_path / "x.zip").write_bytes(b"no zip")
    with zipfile.ZipFile(tmp_path / "y.zip", "w") as other:
        other.writestr("readme.txt", "hello")
    for name in ("x.zip", "y.zip", "nothing.zip"):
        done = run("import", tmp_path / name, tmp_path / "case")
        assert done.exit_code == 2, done.output
        assert not (tmp_path / "case").exists()


def test_a_truncated_archive_is_refused(packed, tmp_path):
    (tmp_path / "x.zip").write_bytes(packed.read_bytes()[:-400])
    assert run("import", tmp_path / "x.zip", tmp_path / "case").exit_code == 2


def test_an_archive_goes_into_an_empty_place_only(packed, filed_case, tmp_path):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").touch()
    done = run("import", packed, tmp_path / "full")
    assert done.exit_code == 1
    assert "not empty" in done.stderr
    (tmp_path / "empty").mkdir()
    assert run("import", packed, tmp_path / "empty").exit_code == 0
    with Case(tmp_path / "empty") as one, Case(filed_case) as other:
        assert one.about == other.about


def test_a_case_that_lost_an_original_is_not_archived_as_if_it_were_whole(own_case, tmp_path):
    victim = next(path for path in (own_case / "originals").rglob("*") if path.is_file())
    victim.unlink()
    done = run("export", own_case, "--as", "archive", "-o", tmp_path / "x.zip")
    assert done.exit_code == 3
    assert not (tmp_path / "x.zip").exists()
