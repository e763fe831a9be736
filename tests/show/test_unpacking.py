"""Archives that somebody is handed: what is in them comes into the case, and nothing gets out of its place."""

from __future__ import annotations

import io
import itertools
import json
import struct
import tarfile
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from firsthand.schema import Unreadable
from firsthand.show import unpacking
from firsthand.show.cli import main
from firsthand.show.unpacking import Unpacked, shown, unpacked

STORY = b"Nine people were killed in Sovna on Monday, the mayor said."
WAYS_OUT = [
    up + name
    for up, name in itertools.product(
        ["", "../", "../../../../", "a/../../", "/", "//", "./../", "..\\", "..\\..\\", "C:\\", "\\\\host\\x\\", "a\\..\\..\\"],
        [
            "evil.txt", "etc/passwd.txt", "root/.ssh/id.txt", ".bashrc.txt", "..txt", "x/../y.txt", "a\x00b.txt", "a\nb.txt",
            "\u202egpj.txt", "con.txt", "x" * 3000 + ".txt", "é" * 900 + ".txt", "-rf.txt", "~root.txt", "$(id).txt", "`id`.txt",
            "a:b.txt", "%2e%2e%2fx.txt", "<img src=x onerror=alert(1)>.txt", "\x1b[2J.txt", "NUL.txt", "a;id.txt",
        ],
    )
]  # fmt: skip


def ending(name: str) -> str | None:
    return next((each for each in (".txt", ".html") if name.lower().endswith(each)), None)


def zipped(to: Path, files, **given) -> Path:
    with zipfile.ZipFile(to, "w", given.get("press", zipfile.ZIP_DEFLATED)) as out:
        for name, data in files:
            info = zipfile.ZipInfo("x")
            info.filename = name  # as it stands: the writer would mend it
            info.external_attr = given.get("mode", 0o100644) << 16
            info.compress_type = given.get("press", zipfile.ZIP_DEFLATED)
            out.writestr(info, data)
    return to


def tarred(to: Path, files, mode="w", kind=tarfile.REGTYPE) -> Path:
    with tarfile.open(to, mode) as out:
        for name, data in files:
            info = tarfile.TarInfo(name)
            info.size, info.type = (len(data) if kind == tarfile.REGTYPE else 0), kind
            info.linkname = "/etc/passwd"
            out.addfile(info, io.BytesIO(data))
    return to


def taken(archive: Path, tmp_path: Path, left=None) -> list[Unpacked | Unreadable]:
    return list(
        unpacked(archive, tmp_path / "deep" / "room", ending, [].append if left is None else left.append)
    )


def tree(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir()}


@pytest.mark.parametrize("make", [zipped, tarred])
def test_no_name_in_an_archive_leads_out_of_its_room(tmp_path, make):
    assert len(WAYS_OUT) >= 200
    archive = make(
        tmp_path / ("in.zip" if make is zipped else "in.tar"), [(name, STORY) for name in WAYS_OUT]
    )
    found = taken(archive, tmp_path)
    files = [each for each in found if isinstance(each, Unpacked)]
    assert len(files) >= 200
    room = (tmp_path / "deep" / "room").resolve()
    for each in files:
        assert each.path.resolve().parent == room
        assert each.path.read_bytes() == STORY
        assert ".." not in each.name.split("/")
        assert each.name.isprintable()
        assert len(each.name) <= unpacking.LONGEST_NAME + len("in.zip/")
    inside = {f"deep/room/{each.path.name}" for each in files}
    assert tree(tmp_path) == {archive.name, *inside}, "nothing was written anywhere else"


@given(st.text(max_size=400))
def test_a_name_is_shown_without_a_way_up_and_without_control_characters(name):
    made = shown(name)
    assert made
    assert made.isprintable()
    assert not made.startswith("/")
    assert not {"..", "."} & set(made.split("/"))


@pytest.mark.parametrize(
    "kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE]
)
def test_links_and_devices_of_a_tar_file_are_left_where_they_are(tmp_path, kind):
    (found,) = taken(tarred(tmp_path / "in.tar", [("passwd.txt", b"")], kind=kind), tmp_path)
    assert "is a link or a device" in found.why
    assert tree(tmp_path) == {"in.tar"}


def test_links_and_locked_files_of_a_zip_archive_are_told(tmp_path):
    (found,) = taken(zipped(tmp_path / "in.zip", [("passwd.txt", b"/etc/passwd")], mode=0o120777), tmp_path)
    assert "is a link or a device" in found.why
    data = bytearray((tmp_path / "in.zip").read_bytes())
    central = data.rindex(b"PK\x01\x02")
    data[central + 8] |= 1
    data[central + 38 : central + 42] = b"\0\0\0\0"
    (tmp_path / "locked.zip").write_bytes(data)
    (found,) = taken(tmp_path / "locked.zip", tmp_path)
    assert "password" in found.why


@pytest.mark.parametrize("name", ["in.zip", "in.tar", "in.tar.gz", "in.tgz", "in.tar.bz2", "in.tar.xz"])
def test_what_unpacks_to_more_than_is_taken_is_stopped_on_the_way(tmp_path, monkeypatch, name):
    monkeypatch.setattr(unpacking, "MOST_BYTES", 3_000_000)
    files = [("a.txt", b"x" * 1_000_000), ("b.txt", b"\0" * 50_000_000), ("c.txt", STORY)]
    press = {"in.zip": None, "in.tar": "w"}.get(name, f"w:{name.rpartition('.')[2].replace('tgz', 'gz')}")
    archive = zipped(tmp_path / name, files) if press is None else tarred(tmp_path / name, files, press)
    found = taken(archive, tmp_path)
    assert any(isinstance(each, Unreadable) and "more than" in each.why for each in found)
    assert sum(path.stat().st_size for path in (tmp_path / "deep").rglob("*")) < 10_000_000


def test_more_files_than_are_taken_are_left_out(tmp_path, monkeypatch):
    monkeypatch.setattr(unpacking, "MOST_FILES", 5)
    for archive in (
        zipped(tmp_path / "in.zip", [(f"{n}.txt", STORY) for n in range(9)]),
        tarred(tmp_path / "in.tar", [(f"{n}.txt", STORY) for n in range(9)]),
    ):
        found = list(unpacked(archive, tmp_path / archive.name.replace(".", "-"), ending, [].append))
        assert len(found) == 6
        assert "more than 5 files" in found[-1].why


def test_a_table_of_names_that_would_fill_the_memory_is_not_read(tmp_path, monkeypatch):
    archive = zipped(tmp_path / "in.zip", [(f"{n:0200}.txt", b"") for n in range(500)])
    monkeypatch.setattr(unpacking, "MOST_NAMES", 10_000)
    (found,) = taken(archive, tmp_path)
    assert "more names" in found.why
    header = tarfile.TarInfo("a.txt")
    header.type, header.size = tarfile.GNUTYPE_LONGNAME, 1 << 40
    (tmp_path / "in.tar").write_bytes(header.tobuf(tarfile.GNU_FORMAT) + b"x" * 4096)
    (found,) = taken(tmp_path / "in.tar", tmp_path / "b")
    assert isinstance(found, Unreadable)


def test_an_archive_in_an_archive_and_what_is_no_document_are_told(tmp_path):
    left: list[Path] = []
    inner = zipped(tmp_path / "inner.zip", [("a.txt", STORY)]).read_bytes()
    files = [
        ("b.zip", inner),
        ("style.css", b"a{}"),
        (".hidden.txt", b"x"),
        ("__MACOSX/a.txt", b"x"),
        ("ok.txt", STORY),
    ]
    found = taken(zipped(tmp_path / "in.zip", files), tmp_path, left)
    assert [each.name for each in found] == ["in.zip/b.zip", "in.zip/ok.txt"]
    assert "archive in an archive" in found[0].why
    assert left == [Path("in.zip/style.css")]
    (nothing,) = taken(zipped(tmp_path / "css.zip", files[1:2]), tmp_path / "c")
    assert "no file that can be read" in nothing.why


@pytest.mark.parametrize("cut", [0, 1, 30, 200, 400])
@pytest.mark.parametrize("name", ["in.zip", "in.tar", "in.tar.gz", "in.tar.xz"])
def test_a_damaged_archive_is_told_and_gives_what_is_whole(tmp_path, name, cut):
    files = [(f"{n}.txt", STORY * 9) for n in range(3)]
    press = {"in.zip": None, "in.tar": "w"}.get(name, f"w:{name.rpartition('.')[2]}")
    whole = zipped(tmp_path / name, files) if press is None else tarred(tmp_path / name, files, press)
    data = whole.read_bytes()
    whole.write_bytes(data[: len(data) * cut // 500])
    found = taken(whole, tmp_path)
    assert found
    assert all(each.path.read_bytes() == STORY * 9 for each in found if isinstance(each, Unpacked))


@given(
    st.binary(max_size=300),
    st.sampled_from([b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b\x08", b"BZh9", b"\xfd7zXZ\0", b""]),
)
def test_whatever_the_bytes_are_it_ends_with_an_answer(tmp_path_factory, data, mark):
    folder = tmp_path_factory.mktemp("any")
    for name in ("in.zip", "in.tar", "in.tar.gz", "in.tar.bz2", "in.tar.xz"):
        (folder / name).write_bytes(mark + data + struct.pack("<4sHHHHLLH", b"PK\5\6", 0, 0, 1, 1, 46, 4, 0))
        room = folder / name.replace(".", "-")
        assert all(
            isinstance(each, Unpacked | Unreadable)
            for each in unpacked(folder / name, room, ending, [].append)
        )


def test_an_archive_comes_into_a_case_file_by_file_and_twice_is_once(tmp_path, instruments):
    assert CliRunner().invoke(main, ["new", str(tmp_path / "case"), "--by", "Ada"]).exit_code == 0
    files = [
        ("export/a.txt", STORY),
        ("export/b.html", b"<p>The bridge was shut, a ferry captain said.</p>"),
        ("x.css", b""),
    ]
    names = [str(zipped(tmp_path / "in.zip", files)), str(tarred(tmp_path / "in.tar.gz", files, "w:gz"))]
    for expected in (["added", "added", "already there", "already there"], ["already there"] * 4):
        done = CliRunner().invoke(main, ["add", str(tmp_path / "case"), *names, "--json", "--by", "Ada"])
        assert done.exit_code == 0, done.output
        rows = [json.loads(line) for line in done.stdout.splitlines()]
        assert [row["status"] for row in rows] == expected
        assert rows[0]["name"] == "in.zip/export/a.txt"
        assert done.stderr.count("in.zip/x.css: left out") == 1
    assert not list(Path(tmp_path).glob("firsthand-unpacked-*"))
