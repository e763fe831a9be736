"""Killed at any moment, interrupted or twice at once: what was said to be done is kept, and `add` again ends the same.

The way into the case is the real one (real files, real SQLite, real kills); only the reading itself is a quick stand-in.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest

from firsthand.case import Case, verify
from firsthand.schema import Claim, Document, Hints, Reading, Span
from firsthand.schema.errors import MissingInstrument
from firsthand.show import adding

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork"),
    pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning"),
]


@dataclass(frozen=True)
class Tools:
    parser: SimpleNamespace
    fast: bool = False


def quick_reading(document: Document, _: object) -> Reading:
    if "unlucky" in document.text:
        raise ValueError("unlucky")
    whole = Span(0, len(document.text))
    claim = Claim(id="c1", anchors=(whole,), text=document.text, chain=())
    return Reading(document=document, claims=(claim,))


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(adding, "read_document", quick_reading)
    monkeypatch.setattr(adding, "default_instruments", lambda *_: Tools(SimpleNamespace(name="quick 1")))


@pytest.fixture
def folder():
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
        yield Path(name).resolve()


def line(n: int, **more: str) -> str:
    return json.dumps(
        {"id": f"w{n}", "text": f"The ferry office said on day {n} that the bridge was shut.", **more}
    )


@pytest.fixture
def files(folder) -> Path:
    """Single texts, a copy, a file of several documents with a broken line and a known line, and an empty file."""
    below = folder / "in"
    (below / "sub").mkdir(parents=True)
    for n in range(3):
        (below / f"{n}.txt").write_text(
            f"The army said that bridge {n} near Sovna had been hit.\n", encoding="utf-8"
        )
    (below / "sub" / "copy.txt").write_bytes((below / "1.txt").read_bytes())
    (below / "wire.jsonl").write_text("\n".join([line(1), "{", line(2), line(3)]), encoding="utf-8")
    (below / "wire2.jsonl").write_text("\n".join([line(3), line(4)]), encoding="utf-8")
    (below / "empty.txt").touch()
    return below


def said(name: str) -> Hints:
    return Hints(name=name, publisher="Harbour Post")


def add(case: Case, *names: Path, **more) -> list[adding.Added]:
    return list(adding.add(case, [str(n) for n in names], by="Ada", said=said, **more))


def state(case: Case) -> object:
    """What must not depend on how often a process died: documents, their readings to the byte, what was not read."""
    held = list(case.store.documents())
    readings = [case.store.reading(h.number) for h in held]
    return (
        [(h.id, h.key, h.original, h.position, h.given_id) for h in held],
        [r and (r.reading, r.version, r.hints, r.made_by) for r in readings],
        [(i.name, i.original, i.position, i.why) for i in case.store.unreadable()],
        [(o.sha256, o.name, o.size, case.store.names(o.sha256)) for o in case.store.originals()],
        [(d.target, d.field, d.value, d.actor) for d in case.store.decisions()],
        Counter((e.action, e.subject) for e in case.store.log()),
        sorted(p.name for p in case.originals.folder.rglob("*") if p.is_file()),
    )


def sorted_state(case: Case) -> object:
    """The same where the order of decisions and numbers is left to chance."""
    return sorted(h.key for h in case.store.documents()), state(case)[2], sorted(state(case)[3])


@pytest.fixture
def uninterrupted(folder, files):
    with Case.create(folder / "whole", by="Ada", title="case") as case:
        add(case, files)
        return state(case)


def child(work) -> tuple[int, int]:
    """A process that does `work(say)`; its id, and the end of a pipe that carries what it says."""
    ours, theirs = os.pipe()
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            work(lambda words: os.write(theirs, f"{words}\n".encode()))
            status = 0
        finally:
            os._exit(status)
    os.close(theirs)
    return pid, ours


def ended(pid: int, pipe: int) -> tuple[int, list[str]]:
    """How a child ended, and the lines that it said."""
    with os.fdopen(pipe, "rb") as told:
        lines = told.read().decode().splitlines()
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), lines


WRITING = {"writing", "catch_up", "mend", "put", "write_durably", "sync_folder"}
"""Functions between whose lines something becomes durable: a process is killed at each of their lines."""


def adds(path: Path, files: Path, dies_at: int | None = None, *, tells: bool = False):
    """Work for a child: add the files and say each document that is done; die at a line of the case's code."""

    def work(say) -> None:
        lines: list[str] = []

        def trace(frame, event, _):
            code = frame.f_code
            if "/firsthand/case/" not in code.co_filename:
                return None
            if event == "line":
                lines.append(f"{Path(code.co_filename).name} {code.co_name} {frame.f_lineno}")
            if len(lines) == dies_at:
                os.kill(os.getpid(), signal.SIGKILL)
            return trace

        with Case(path) as case:
            if tells or dies_at is not None:
                sys.settrace(trace)
            for added in adding.add(case, [str(files)], by="Ada", said=said):
                say(added.document or f"not {added.name}")
            sys.settrace(None)
        if tells:
            say("\n".join(["LINES", *lines]))

    return work


def moments(path: Path, files: Path) -> list[int]:
    """When to kill: at one run of every line that writes, and here and there in between."""
    Case.create(path, by="Ada", title="case").close()
    status, told = ended(*child(adds(path, files, tells=True)))
    assert status == 0
    lines = told[told.index("LINES") + 1 :]
    runs: dict[str, list[int]] = {}
    for n, each in enumerate(lines, start=1):
        if each.split()[1] in WRITING:
            runs.setdefault(each, []).append(n)
    assert len(runs) > 40, "the count sees the code"
    chance = random.Random(0)
    return [chance.choice(at) for at in runs.values()] + chance.sample(range(1, len(lines) + 1), 15)


def check_after_death(path: Path, files: Path, told: list[str], uninterrupted: object) -> None:
    with Case(path) as case:
        report = verify(case)
        assert report.unharmed, report.problems
        for word in told:
            if word.startswith("d"):
                assert case.reading(case.locate(word)[1]) is not None, f"{word} was said to be done"
        add(case, files)
        assert state(case) == uninterrupted
        assert verify(case).unharmed
        assert verify(case).notices == ()


def test_killed_at_any_line_of_its_code_a_case_keeps_what_was_said_and_add_goes_on(
    folder, files, uninterrupted
):
    for n, moment in enumerate(moments(folder / "count", files)):
        Case.create(folder / f"c{n}", by="Ada", title="case").close()
        status, told = ended(*child(adds(folder / f"c{n}", files, dies_at=moment)))
        assert status == -signal.SIGKILL
        check_after_death(folder / f"c{n}", files, told, uninterrupted)


def test_killed_at_any_time_a_case_keeps_what_was_said_and_add_goes_on(folder, files, uninterrupted):
    """Also inside SQLite and the operating system, where no line of ours runs."""
    Case.create(folder / "timed", by="Ada", title="case").close()
    pid, pipe = child(adds(folder / "timed", files))
    select.select([pipe], [], [], 20)  # until it says its first word
    first_word_s = time.perf_counter()
    ended(pid, pipe)
    rest_s = time.perf_counter() - first_word_s  # however fast this machine is
    killed = 0
    for n in range(15):
        Case.create(folder / f"c{n}", by="Ada", title="case").close()
        pid, pipe = child(adds(folder / f"c{n}", files))
        select.select([pipe], [], [], 20)
        time.sleep(rest_s * n / 15)
        os.kill(pid, signal.SIGKILL)
        status, told = ended(pid, pipe)
        killed += status == -signal.SIGKILL
        check_after_death(folder / f"c{n}", files, told, uninterrupted)
    assert killed


def test_killed_again_and_again_a_case_ends_the_same(folder, files, uninterrupted):
    Case.create(folder / "case", by="Ada", title="case").close()
    told: list[str] = []
    for n in range(1, 12):
        told += ended(*child(adds(folder / "case", files, dies_at=60 * n)))[1]
    check_after_death(folder / "case", files, [t for t in told if t.startswith("d")], uninterrupted)


@pytest.mark.parametrize("n", range(4))
def test_two_processes_that_add_at_once_end_right(folder, files, n):
    Case.create(folder / "case", by="Ada", title="case").close()
    children = [child(adds(folder / "case", files)) for _ in range(2 + n % 2)]
    results = [ended(*each) for each in children]
    assert [status for status, _ in results] == [0] * len(children)
    with Case(folder / "case") as case, Case.create(folder / "alone", by="Ada", title="case") as alone:
        assert verify(case).unharmed, verify(case).problems
        assert verify(case).notices == ()
        add(alone, files)
        assert sorted_state(case)[0::2] == sorted_state(alone)[0::2]
        assert [(i[0], i[2], i[3]) for i in state(case)[2]] == [(i[0], i[2], i[3]) for i in state(alone)[2]]
        for result in results:
            numbers = [word for word in result[1] if word.startswith("d")]
            assert len(numbers) == len([r for r in add(alone, files) if r.document])


def test_each_item_is_told_once_with_what_became_of_it(folder, files):
    with Case.create(folder / "case", by="Ada") as case:
        first = add(case, files)
        assert [(a.document, a.status) for a in first] == [
            ("d1", "added"), ("d2", "added"), ("d3", "added"), (None, "unreadable"), ("d2", "already there"),
            ("d4", "added"), (None, "unreadable"), ("d5", "added"), ("d6", "added"),
            ("d6", "already there"), ("d7", "added"),
        ]  # fmt: skip
        assert [Path(a.name).name for a in first if a.why] == ["empty.txt", "wire.jsonl:2"]
        entries = len(list(case.store.log()))
        again = add(case, files)
        assert [a.document for a in again if a.document] == [a.document for a in first if a.document]
        assert {a.status for a in again} == {"already there", "unreadable"}
        assert len(list(case.store.log())) == entries, "adding the same again changes nothing"


def test_another_version_of_the_code_reads_anew_and_says_so(folder, files, monkeypatch):
    with Case.create(folder / "case", by="Ada") as case:
        add(case, files / "1.txt", files / "wire.jsonl")
        monkeypatch.setattr(adding, "default_instruments", lambda *_: Tools(SimpleNamespace(name="quick 2")))
        assert [a.status for a in add(case, files / "1.txt")] == ["read again"]
        assert case.store.reading(1).made_by.endswith("quick 2")
        assert case.store.reading(2).made_by.endswith("quick 1")
        assert verify(case).unharmed


def test_a_reading_that_fails_loses_no_other_and_is_tried_again(folder, files, monkeypatch):
    (files / "wire.jsonl").write_text("\n".join([line(1), line(2, title="unlucky"), line(3)]).replace(
        '"text": "The ferry office said on day 2', '"text": "The unlucky ferry office said on day 2'))  # fmt: skip
    with Case.create(folder / "case", by="Ada") as case:
        results = add(case, files / "wire.jsonl")
        assert [a.status for a in results] == ["added", "unreadable", "added"]
        assert "ValueError: unlucky" in results[1].why
        assert any("not read to its end" in notice for notice in verify(case).notices)
        monkeypatch.setattr(adding, "read_document", lambda document, _: Reading(document=document))
        assert [a.status for a in add(case, files / "wire.jsonl")] == [
            "already there",
            "added",
            "already there",
        ]
        assert list(case.store.unreadable()) == []
        assert verify(case).notices == ()


def test_a_missing_instrument_stops_the_run_and_harms_nothing(folder, files, monkeypatch):
    def lacking(document, _):
        raise MissingInstrument("no parser")

    with Case.create(folder / "case", by="Ada") as case:
        monkeypatch.setattr(adding, "read_document", lacking)
        with pytest.raises(MissingInstrument):
            add(case, files)
        assert verify(case).unharmed
        monkeypatch.setattr(adding, "read_document", quick_reading)
        assert len([a for a in add(case, files) if a.document]) == 9


def test_ctrl_c_drops_the_document_at_hand_and_keeps_what_was_counted(folder, files, monkeypatch):
    def hesitant(document, tools):
        if "bridge 2" in document.text:
            os.kill(os.getpid(), signal.SIGINT)
        return quick_reading(document, tools)

    with Case.create(folder / "case", by="Ada") as case:
        monkeypatch.setattr(adding, "read_document", hesitant)
        done = []
        with pytest.raises(KeyboardInterrupt):
            done.extend(a.document for a in adding.add(case, [str(files)], by="Ada"))
        assert verify(case).unharmed
        assert verify(case).documents == 2


def test_ctrl_c_while_a_document_is_being_written_waits_until_it_is(folder, files, monkeypatch):
    done = []
    with Case.create(folder / "case", by="Ada") as case:
        insert = case.store.writing

        def interrupted():
            os.kill(os.getpid(), signal.SIGINT)
            return insert()

        with pytest.raises(KeyboardInterrupt):  # noqa: PT012 - it comes between two results
            for added in adding.add(case, [str(files)], by="Ada"):
                done.append(added.document)
                monkeypatch.setattr(case.store, "writing", interrupted)
        monkeypatch.undo()
        assert done == ["d1"]
        assert verify(case).unharmed
        assert len(list(case.store.originals())) == 2, "the write that had begun was finished"
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_case_never_takes_its_own_files_nor_the_log_of_another(folder, files):
    with Case.create(files / "case", by="Ada") as case:
        Case.create(files / "other", by="Ada").close()
        (case.path / "notes.txt").write_text("Not for reading.", encoding="utf-8")
        names = [a.name for a in add(case, files)]
        assert not [name for name in names if "/case/" in name or "/other/" in name]
        assert len(names) == 11


def test_files_that_cannot_be_opened_are_recorded_and_names_of_nothing_only_told(folder, files, monkeypatch):
    def locked(self):
        raise PermissionError(13, "Permission denied")

    with Case.create(folder / "case", by="Ada") as case:
        monkeypatch.setattr(Path, "read_bytes", locked)
        (result,) = add(case, files / "1.txt")
        assert "permission denied" in result.why
        monkeypatch.undo()
        assert [i.name for i in case.store.unreadable()] == [str(files / "1.txt")]
        (result,) = add(case, files / "nothing.txt")
        assert result.status == "unreadable"
        assert len(list(case.store.unreadable())) == 1


def test_a_name_that_is_no_utf_8_can_be_added(folder):
    name = folder / os.fsdecode(b"caf\xe9.txt")
    try:
        name.write_text("The army said that the bridge had been hit.", encoding="utf-8")
    except OSError:
        pytest.skip("this file system wants UTF-8")
    with Case.create(folder / "case", by="Ada") as case:
        (result,) = add(case, name)
        assert result.document == "d1"
        assert result.name.endswith("caf\ufffd.txt")
        assert verify(case).unharmed
