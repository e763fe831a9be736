"""What every store must do, whatever the database under it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from firsthand.case import sqlite
from firsthand.case.store import Decision, NotRead, Original, Store, Suggested
from firsthand.schema.errors import CaseBusy


@dataclass
class Kind:
    """How to make a store of one kind in a folder, and how to open one that is there."""

    create: Callable[[Path], None]
    open: Callable[[Path, float], Store]


KINDS = {
    "sqlite": Kind(
        create=lambda folder: sqlite.create(folder / "case.db"),
        open=lambda folder, wait_s: sqlite.SqliteStore(folder / "case.db", wait_s),
    )
}
"""A store for another database joins here and must pass everything below."""


@pytest.fixture(params=KINDS)
def reopen(request, folder):
    """Open the store of a test once more, as another process would."""
    kind = KINDS[request.param]
    kind.create(folder)
    opened = []

    def reopen(wait_s: float = 30) -> Store:
        opened.append(kind.open(folder, wait_s))
        return opened[-1]

    yield reopen
    for store in opened:
        store.close()


@pytest.fixture
def store(reopen) -> Store:
    return reopen()


A = Original(sha256="a" * 64, size=3, name="a.txt", at="2031-03-14T09:26:53.589Z", actor="Ada")


def suggested(version: str = "1", document: int = 1, reading: bytes = b"{}") -> Suggested:
    return Suggested(
        document=document, step="read", version=version, hints="{}", made_by=f"firsthand {version}", at=A.at,
        digest="0" * 64, reading=reading,
    )  # fmt: skip


def decision(n: int, value: object, supersedes: int | None = None) -> Decision:
    return Decision(
        n=n, target="d1", field="publisher", value=value, about={"was": None}, actor="Ada", at=A.at,
        supersedes=supersedes,
    )  # fmt: skip


def test_what_is_written_is_there_for_the_next_who_opens(store, reopen):
    with store.writing() as rows:
        rows.insert_original(A)
        held = rows.insert_document("key", A.sha256, 0, "w1")
        rows.put_reading(suggested())
        rows.put_appearance(A.sha256, 0, held.number)
    again = reopen()
    assert again.original(A.sha256) == A
    assert list(again.originals()) == [A]
    assert [d.id for d in again.documents()] == ["d1"]
    assert again.document(1) == again.document_by_key("key") == held
    assert again.document_at(A.sha256, 0) == held
    assert again.documents_of(A.sha256) == (held,)
    assert again.reading(1) == suggested()
    assert again.problems() == []


def test_what_is_not_there_is_none(store):
    assert store.original("b" * 64) is None
    assert store.document(1) is store.document_by_key("key") is store.document_at("x", 0) is None
    assert store.reading(1) is store.reading_of(1, "read", "1", "{}") is None
    assert list(store.log()) == list(store.decisions("d1")) == list(store.unreadable()) == []


def test_a_change_that_fails_leaves_nothing_behind(store, reopen):
    with pytest.raises(ZeroDivisionError), store.writing() as rows:  # noqa: PT012 - the block is the matter
        rows.insert_original(A)
        rows.append("Ada", "keep", A.sha256, {})
        raise ZeroDivisionError
    for each in (store, reopen()):
        assert each.original(A.sha256) is None
        assert list(each.log()) == []


def test_numbers_of_documents_go_up_by_one(store):
    with store.writing() as rows:
        rows.insert_original(A)
        made = [rows.insert_document(f"key{n}", A.sha256, n, "w") for n in range(3)]
    assert [held.id for held in made] == ["d1", "d2", "d3"]


def test_the_log_is_chained_and_can_be_read_from_any_entry(store):
    with store.writing() as rows:
        entries = [rows.append("Ada", "keep", str(n), {"é": [n, None]}) for n in range(3)]
    assert list(store.log()) == entries
    assert [e.n for e in store.log(after=1)] == [2, 3]
    assert entries[1].previous == entries[0].digest
    assert all(e.computed() == e.digest for e in store.log())


def test_the_newest_reading_is_shown_and_the_older_one_is_kept(store):
    with store.writing() as rows:
        rows.insert_original(A)
        rows.insert_document("key", A.sha256, 0, "w1")
        rows.put_reading(suggested("1"))
        rows.put_reading(suggested("2"))
    assert store.reading(1) == suggested("2")
    assert store.reading_of(1, "read", "1", "{}") == suggested("1")
    assert list(store.readings()) == [suggested("1"), suggested("2")]
    with store.writing() as rows:
        rows.show_reading(suggested("1"))
    assert store.reading(1) == suggested("1")


def test_a_decision_stays_when_a_later_one_supersedes_it(store):
    with store.writing() as rows:
        for n, value in ((1, "Harbour Post"), (2, {"name": "Harbour Post", "since": [2031]})):
            assert rows.append("Ada", "decide", "d1", {}).n == n
            rows.insert_decision(decision(n, value, supersedes=n - 1 or None))
    assert [d.value for d in store.decisions("d1")] == [
        "Harbour Post",
        {"name": "Harbour Post", "since": [2031]},
    ]
    assert [d.supersedes for d in store.decisions()] == [None, 1]
    assert list(store.decisions("d2")) == []


def test_an_item_that_could_not_be_read_can_be_replaced_and_taken_back(store):
    item = NotRead(
        original=A.sha256, position=1, version="1", name="a:2", why="is empty.", advice=None, at=A.at
    )
    other = NotRead(
        original="", position=0, version="1", name="b", why="is locked.", advice="Unlock it.", at=A.at
    )
    with store.writing() as rows:
        for each in (item, item, other):
            rows.put_unreadable(each)
    assert list(store.unreadable()) == [other, item]
    assert list(store.unreadable(A.sha256)) == [item]
    with store.writing() as rows:
        rows.forget_unreadable(A.sha256, 1, "a:2")
    assert list(store.unreadable()) == [other]


def test_names_come_with_the_first_one_first(store):
    with store.writing() as rows:
        rows.insert_original(A)
        rows.insert_name(A.sha256, "0.txt")
    assert store.names(A.sha256) == ("a.txt", "0.txt")


def test_an_original_is_finished_for_the_version_and_hints_that_finished_it(store):
    with store.writing() as rows:
        rows.insert_original(A)
    assert list(store.unfinished()) == [A]
    with store.writing() as rows:
        rows.put_finished(A.sha256, "read", "1", "{}")
        rows.put_finished(A.sha256, "read", "1", "{}")
    assert store.is_finished(A.sha256, "read", "1", "{}")
    assert not store.is_finished(A.sha256, "read", "2", "{}")
    assert not store.is_finished(A.sha256, "read", "1", '{"url":"x"}')
    assert list(store.unfinished()) == []


def test_one_writer_at_a_time_and_the_other_is_told_after_waiting(store, reopen):
    impatient = reopen(wait_s=0.05)
    with store.writing() as rows:
        rows.insert_original(A)
        with pytest.raises(CaseBusy, match=r"Run this again"), impatient.writing():
            pass
    with impatient.writing() as rows:
        rows.append("Ada", "keep", A.sha256, {})
    assert len(list(store.log())) == 1


def test_a_reader_sees_what_was_there_before_a_change_that_is_still_being_made(store, reopen):
    reader = reopen()
    with store.writing() as rows:
        rows.insert_original(A)
        assert reader.original(A.sha256) is None
    assert reader.original(A.sha256) == A


def test_what_was_given_and_decided_cannot_be_changed_nor_deleted(folder):
    sqlite.create(folder / "case.db")
    store = sqlite.SqliteStore(folder / "case.db", 1)
    with store.writing() as rows:
        rows.insert_original(A)
        rows.insert_document("key", A.sha256, 0, "w1")
        rows.append("Ada", "decide", "d1", {})
        rows.insert_decision(decision(1, "Harbour Post"))
    for table in ("original", "document", "log", "decision"):
        for change in (f"DELETE FROM {table}", f"UPDATE {table} SET rowid = rowid + 1"):
            with pytest.raises(Exception, match=r"never|only added to"):
                store._connection.execute(change)
    store.close()
