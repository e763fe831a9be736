"""Whatever other hands change in a case, verify tells."""

from __future__ import annotations

import hashlib
import re
import sqlite3

import pytest

from firsthand.case import Case, Step, verify
from firsthand.schema import Hints, Unreadable
from firsthand.schema.errors import Damaged

EMPTY = hashlib.sha256(b"{}").hexdigest()
UNPROTECTED = (
    "DROP TRIGGER original_stays; DROP TRIGGER original_remains; DROP TRIGGER document_stays;"
    "DROP TRIGGER document_remains; DROP TRIGGER log_stays; DROP TRIGGER log_remains;"
    "DROP TRIGGER decision_stays; DROP TRIGGER decision_remains; PRAGMA foreign_keys = OFF;"
)


@pytest.fixture
def filled(case, put):
    put(case, "one", name="one.txt", given=Hints(name="one.txt", publisher="Harbour Post"))
    put(case, "two", name="two.txt")
    case.decide("d1.c1", "certainty", "possible", by="Ada", about={"certainty": "certain"})
    report = verify(case)
    assert report.unharmed
    assert report.notices == ()
    assert (report.originals, report.documents) == (2, 2)
    case.close()
    return case.path


def problems(path) -> str:
    with Case(path) as case:
        report = verify(case)
        assert report.unharmed is not bool(report.problems)
        return "\n".join(report.problems)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("UPDATE original SET name = 'three.txt' WHERE name = 'two.txt'", "the log does not"),
        ("UPDATE original SET actor = 'Eve'", "the log does not"),
        ("DELETE FROM original WHERE name = 'two.txt'", "has lost it"),
        ("UPDATE document SET given_id = 'x' WHERE number = 1", "document d1"),
        ("DELETE FROM document WHERE number = 2", "the log tells of document d2"),
        ("UPDATE decision SET value = '\"certain\"' WHERE target = 'd1.c1'", "decision"),
        ("UPDATE decision SET actor = 'Eve'", "decision"),
        ("DELETE FROM decision WHERE target = 'd1.c1'", "the database has lost it"),
        ("UPDATE log SET actor = 'Eve' WHERE n = 3", "log entry 3 was changed"),
        ("UPDATE log SET at = '2030-01-01T00:00:00.000Z' WHERE n = 1", "log entry 1 was changed"),
        ("UPDATE log SET detail = 'no JSON' WHERE n = 2", "malformed"),
        ("DELETE FROM log WHERE n = 4", "log entry 4 is missing"),
        ("DELETE FROM log WHERE n > 4", r"log\.jsonl differs"),
        ("DELETE FROM log", "does not begin"),
        ("UPDATE suggestion_reading SET reading = x'7b7d'", "was changed after it was made"),
        (f"UPDATE suggestion_reading SET reading = x'7b7d', digest = '{EMPTY}'", "was changed after it was made"),
    ],
)  # fmt: skip
def test_a_change_in_the_database_shows(filled, change, says):
    connection = sqlite3.connect(filled / "case.db")
    connection.executescript(UNPROTECTED + change)
    connection.close()
    assert re.search(says, problems(filled))


def test_changed_original_bytes_show(filled):
    path = next((filled / "originals").glob("??/*"))
    path.chmod(0o644)
    path.write_bytes(b"One")
    assert "has other bytes than were given" in problems(filled)


def test_a_changed_original_is_called_by_its_document_and_file_name(filled):
    with Case(filled) as case:
        original = next(iter(case.store.originals()))
        (held,) = case.store.documents_of(original.sha256)
        path = case.originals.path(original.sha256)
    path.chmod(0o644)
    path.write_bytes(b"One")
    told = problems(filled)
    assert f"{held.id} ({original.name}): the original" in told
    assert "Move that file away and add the same file again" in told
    path.unlink()
    assert "Add the same file again" in problems(filled)
    with Case(filled) as case:
        case.keep({"one.txt": b"one", "two.txt": b"two"}[original.name], name=original.name, by="Ada")
    assert not problems(filled)


def test_a_missing_original_shows(filled):
    next((filled / "originals").glob("??/*")).unlink()
    assert "is missing" in problems(filled)


def test_a_damaged_page_of_the_database_shows(filled):
    data = bytearray((filled / "case.db").read_bytes())
    data[4096 * 3 : 4096 * 9] = b"\xa5" * 4096 * 6
    (filled / "case.db").write_bytes(data)
    assert "case.db" in problems(filled)


def test_what_an_interrupted_command_left_is_a_note_and_no_problem(filled):
    stray = filled / "originals" / "ab" / ("ab" * 32)
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(b"left")
    with Case(filled) as case:
        case.keep(b"three", name="three.txt", by="Ada")
        report = verify(case)
    assert report.unharmed
    assert any("left by an interrupted" in notice for notice in report.notices)
    assert any("three.txt was kept but not read to its end" in notice for notice in report.notices)
    assert any("log.jsonl lacks the last 1" in notice for notice in report.notices)


def test_the_last_digest_changes_with_every_entry_and_is_the_same_for_everybody(filled, put):
    with Case(filled) as case:
        before = verify(case).head
        assert verify(case).head == before
        put(case, "three")
        assert verify(case).head != before


@pytest.mark.parametrize("lost", ["case.toml", "case.db"])
def test_a_lost_part_of_a_case_is_a_failure_of_integrity(filled, lost):
    (filled / lost).unlink()
    with pytest.raises(Damaged, match=f"has lost its {lost}"):
        Case(filled)


def test_a_changed_reason_for_an_unreadable_item_shows(filled):
    step = Step(version="1", made_by="tests")
    item = Unreadable(name="three.pdf", why="is encrypted.")
    with Case(filled) as case:
        case.put_unreadable(item, ("", 0), step=step, hints="{}", by="Ida")
        assert verify(case).unharmed
    with sqlite3.connect(filled / "case.db") as rows:
        rows.execute("UPDATE suggestion_unreadable SET why = 'is empty.'")
    with Case(filled) as case:
        assert any("three.pdf" in problem for problem in verify(case).problems)
