"""Footage into a case: kept by hash, one clip however often it comes, and nothing lost by a kill at any line."""

from __future__ import annotations

import os
import signal
import tempfile
from collections import Counter
from pathlib import Path

import pytest

from firsthand.case import Case, Clips, verify
from firsthand.footage import Described
from firsthand.schema import Clip, Hints, Unreadable
from firsthand.schema.errors import MissingInstrument
from firsthand.show import adding, adding_clips, clip_matching

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork"),
    pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning"),
]


def quick_description(path: Path, name: str, **_: object) -> Described | Unreadable:
    data = path.read_bytes()
    if b"broken" in data:
        return Unreadable(name=name, why="is broken.", advice="Look for another copy.")
    return Described(Clip(id=name, name="", sha256="", duration_s=float(len(data))), ((0.0, b"picture"),))


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(adding_clips, "describe", quick_description)
    monkeypatch.setattr(adding_clips, "find_by", lambda path: path.read_bytes()[:4])
    monkeypatch.setattr(clip_matching, "find_by", lambda *_, **__: None)
    monkeypatch.setattr(adding_clips, "text_on_screen", lambda *_: ((), "not looked for"))
    adding_clips.this_step()


@pytest.fixture
def folder():
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
        yield Path(name).resolve()


@pytest.fixture
def files(folder) -> Path:
    below = folder / "in"
    below.mkdir()
    (below / "a.mp4").write_bytes(b"first clip" * 50)
    (below / "b.mp4").write_bytes(b"first clip" * 50)
    (below / "c.mov").write_bytes(b"broken")
    (below / "d.webm").write_bytes(b"second clip")
    return below


OTHER = "SELECT max(sha256) FROM original WHERE sha256 NOT IN (SELECT original FROM clip)"


def said(name: str) -> Hints:
    return Hints(name=name, publisher="Harbour Post")


def add(case: Case, *names: Path) -> list[adding.Added]:
    return list(adding.add(case, [str(n) for n in names], by="Ada", said=said))


def state(case: Case) -> object:
    """What must not depend on how often a process died."""
    return (
        [(h.id, h.original) for h in case.store.clips()],
        sorted((m.clip, m.step, m.version, m.value) for m in case.store.clips_made()),
        [(i.original, i.name, i.why) for i in case.store.unreadable()],
        [(o.sha256, o.name, o.size, case.store.names(o.sha256)) for o in case.store.originals()],
        [(d.target, d.field, d.value, d.actor) for d in case.store.decisions()],
        Counter((e.action, e.subject) for e in case.store.log()),
        sorted(p.name for p in case.originals.folder.rglob("*") if p.is_file()),
    )


def test_a_clip_is_kept_by_hash_and_the_same_bytes_are_one_clip(folder, files):
    with Case.create(folder / "case", by="Ada") as case:
        first = add(case, files)
        assert [(a.clip, a.status) for a in first] == [
            ("v1", "added"), ("v1", "already there"), (None, "unreadable"), ("v2", "added"),
        ]  # fmt: skip
        again = add(case, files)
        assert [(a.clip, a.status) for a in again] == [
            ("v1", "already there"), ("v1", "already there"), (None, "unreadable"), ("v2", "already there"),
        ]  # fmt: skip
        assert again[2].why == "is broken."
        held = Clips(case).locate("v1")
        assert Clips(case).path(held).read_bytes() == (files / "a.mp4").read_bytes()
        assert Clips(case).description(held).duration_s == 500
        assert Clips(case).pictures(held) == [(0.0, b"picture")]
        assert Clips(case).fingerprint(held) == b"firs"
        report = verify(case)
        assert (report.problems, report.notices, report.clips, report.originals) == ((), (), 2, 3)


def open_and_add(path: Path, files: Path) -> None:
    with Case(path) as case:
        add(case, files)


def test_killed_at_any_line_the_same_add_again_ends_the_same(folder, files, dies_at_a_line):
    def ends(path, at):
        return dies_at_a_line(lambda: open_and_add(path, files), "/firsthand/case/", at)

    with Case.create(folder / "whole", by="Ada", title="case") as case:
        add(case, files)
        whole = state(case)
    Case.create(folder / "counted", by="Ada", title="case").close()
    status, lines = ends(folder / "counted", None)
    assert status == 0
    for n, at in enumerate(range(1, lines, max(1, lines // 90))):
        path = folder / f"killed-{n}"
        Case.create(path, by="Ada", title="case").close()
        assert ends(path, at)[0] == -signal.SIGKILL
        with Case(path) as case:
            assert not verify(case).problems
            add(case, files)
            assert state(case) == whole
            report = verify(case)
            assert (report.problems, report.notices) == ((), ())


def test_without_the_decoders_a_clip_is_kept_and_described_later(folder, files, monkeypatch):
    def lacking(*_, **__):
        raise MissingInstrument("footage is not read here. pip install 'firsthand[footage]'")

    with Case.create(folder / "case", by="Ada") as case:
        monkeypatch.setattr(adding_clips, "describe", lacking)
        (bad,) = add(case, files / "a.mp4")
        assert (bad.status, bad.why) == ("unreadable", "is kept, not described.")
        assert "pip install" in bad.advice
        assert case.originals.holds(next(case.store.originals()).sha256)
        monkeypatch.setattr(adding_clips, "describe", quick_description)
        assert add(case, files / "a.mp4")[0].clip == "v1"
        assert not verify(case).notices


def test_what_other_hands_change_in_a_clip_is_told(folder, files):
    import sqlite3

    for change, says in [
        ("UPDATE suggestion_clip SET value = x'00' WHERE step = 'fingerprint'", "(fingerprint) was changed"),
        ("DROP TRIGGER clip_stays; UPDATE clip SET original = (" + OTHER + ") WHERE number = 1", "clip v1"),
    ]:  # fmt: skip
        path = folder / str(abs(hash(change)))
        with Case.create(path, by="Ada") as case:
            add(case, files)
        with sqlite3.connect(path / "case.db") as database:
            database.executescript(change)
        database.close()
        with Case(path) as case:
            assert says in "\n".join(verify(case).problems)


def test_a_case_from_before_there_was_footage_takes_clips(folder, files):
    import sqlite3

    path = folder / "old"
    Case.create(path, by="Ada").close()
    with sqlite3.connect(path / "case.db") as database:
        database.executescript("DROP TABLE suggestion_clip; DROP TABLE clip;")
    database.close()
    with Case(path) as case:
        assert Clips(case).all() == []
        assert verify(case).unharmed
        assert [a.clip for a in add(case, files / "a.mp4")] == ["v1"]
        assert verify(case).unharmed


def test_a_pipe_that_never_ends_is_refused_and_does_not_hang(folder):
    os.mkfifo(folder / "endless.mp4")
    with Case.create(folder / "case", by="Ada") as case:
        (bad,) = add(case, folder / "endless.mp4")
        assert (bad.status, bad.why) == ("unreadable", "is no file of its own.")


def test_an_original_that_is_read_only_stays_so(folder, files):
    with Case.create(folder / "case", by="Ada") as case:
        add(case, files / "a.mp4")
        held = Clips(case).locate("v1")
        assert Clips(case).path(held).stat().st_mode & 0o222 == 0
