"""A case keeps what it was given, what was read and what was decided, each apart from the others."""

from __future__ import annotations

import json
import re
import stat
from pathlib import Path

import pytest

from firsthand.case import Case, Step, address, document_key, verify
from firsthand.schema import Hints, Unreadable
from firsthand.schema.errors import CannotWrite, NotACase, UnknownOption

NEWER = Step(version="2", made_by="firsthand 2")


def test_a_new_case_is_a_folder_with_its_four_parts(folder):
    with Case.create(folder / "sovna", by="Ada", title='Sovna "bridge"\n☃\x7f') as case:
        assert sorted(p.name for p in case.path.iterdir()) == [
            "case.db",
            "case.toml",
            "log.jsonl",
            "originals",
        ]
        assert case.about.name == 'Sovna "bridge"\n☃\x7f'
    assert [p.name for p in folder.iterdir()] == ["sovna"]
    (line,) = (folder / "sovna" / "log.jsonl").read_text(encoding="utf-8").splitlines()
    entry = json.loads(line)
    assert (entry["n"], entry["actor"], entry["action"]) == (1, "Ada", "new")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", entry["at"])


def test_a_case_takes_an_empty_folder_but_never_a_full_one(folder):
    (folder / "empty").mkdir()
    Case.create(folder / "empty", by="Ada").close()
    for name in ("empty", "file"):
        (folder / "file").touch()
        with pytest.raises(CannotWrite, match=r"not empty\. Choose another name"):
            Case.create(folder / name, by="Ada")


def test_a_case_that_cannot_be_made_leaves_nothing(folder, monkeypatch):
    def refuse(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("firsthand.case.disk.os.fsync", refuse)
    with pytest.raises(CannotWrite, match="the disk is full"):
        Case.create(folder / "case", by="Ada")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("change", "error", "says"),
    [
        ("colour = 1\n", UnknownOption, "colour"),
        ("[settings]\nwait_h = 1\n", UnknownOption, "wait_h"),
        ("[settings]\nwait_s = 'long'\n", UnknownOption, "wait_s"),
        ("format = 2\n", NotACase, "format 2"),
        ("name = \n", NotACase, "no TOML"),
    ],
)
def test_a_case_with_an_unknown_setting_or_format_is_refused(case, change, error, says):
    keys = {"name": "'x'", "created": "'x'", "format": "1"}
    keys.pop(change.split(" = ")[0], None)
    case.path.joinpath("case.toml").write_text("".join(f"{k} = {v}\n" for k, v in keys.items()) + change)
    with pytest.raises(error, match=says):
        Case(case.path)


@pytest.mark.parametrize("name", ["nowhere", "file", "empty"])
def test_what_is_no_case_is_told_with_the_command_that_makes_one(folder, name):
    (folder / "file").touch()
    (folder / "empty").mkdir()
    with pytest.raises(NotACase, match="firsthand new"):
        Case(folder / name)


@pytest.mark.parametrize("content", [None, b"", b"SQLite format 3\0" + b"\0" * 200, b"no database at all"])
def test_a_case_without_its_database_is_told(case, content):
    database = case.path / "case.db"
    database.unlink()
    if content is not None:
        database.write_bytes(content)
    with pytest.raises(Exception, match=r"case\.db") as told:
        Case(case.path)
    assert type(told.value).__name__ in {"NotACase", "Damaged"}


def test_original_bytes_are_kept_under_their_hash_untouched_and_read_only(case):
    data = b"\xff\x00\r\nwords \xe2\x98\x83"
    original = case.keep(data, name="a.bin", by="Ada")
    path = case.path / "originals" / original.sha256[:2] / original.sha256
    assert path.read_bytes() == data == case.originals.read(original.sha256)
    assert not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)


def test_the_same_bytes_twice_are_one_document(case, put):
    first = put(case, "Two carriers left.", name="a.txt")
    size = len(list(case.store.log()))
    again = put(case, "Two carriers left.", name="a.txt")
    assert (first[0], again[0], first[1].id, again[1].id) == ("added", "already there", "d1", "d1")
    assert len(list(case.store.log())) == size, "nothing changed, nothing to log"
    put(case, "Two carriers left.", name="copy.txt")
    assert case.store.names(first[1].original) == ("a.txt", "copy.txt")
    assert [e.action for e in case.store.log(after=size)] == ["name"]


def test_documents_are_numbered_in_the_order_in_which_they_came(case, put):
    assert [put(case, text)[1].id for text in ("one", "two", "one", "three")] == ["d1", "d2", "d1", "d3"]


def test_another_version_reads_anew_and_the_older_reading_is_kept(case, put):
    put(case, "Two carriers left.")
    outcome, held = put(case, "Two carriers left.", step=NEWER)
    assert outcome == "read again"
    assert case.store.reading(held.number).made_by == "firsthand 2"
    assert [s.version for s in case.store.readings()] == ["1", "2"]
    assert put(case, "Two carriers left.")[0] == "already there"
    assert case.store.reading(held.number).version == "1", "the version that was asked last is shown"


def test_what_a_person_says_of_an_original_is_a_decision_that_later_ones_supersede(case, put):
    put(case, "Two carriers left.", given=Hints(name="a.txt", publisher="Harbour Post"))
    outcome, held = put(
        case, "Two carriers left.", by="Ben", given=Hints(name="a.txt", publisher="Radio Meridian")
    )
    assert outcome == "read again", "the publisher is part of what is read"
    decisions = list(case.store.decisions(held.original))
    assert [(d.value, d.actor) for d in decisions] == [("Harbour Post", "Ada"), ("Radio Meridian", "Ben")]
    assert decisions[1].supersedes == decisions[0].n
    original = case.store.original(held.original)
    assert case.hints(original) == Hints(name="a.txt", publisher="Radio Meridian")


def test_a_decision_outlives_every_reading_anew(case, put):
    _, held = put(case, "Two carriers left.")
    case.decide("d1.c1", "certainty", "possible", by="Ada", about={"certainty": "certain"})
    put(case, "Two carriers left.", step=NEWER)
    case.store._connection.execute("DELETE FROM suggestion_reading")
    assert case.reading(held) is None
    assert case.decided("d1.c1")["certainty"].value == "possible"
    assert verify(case).unharmed, "suggestions may be deleted"
    assert verify(case).notices == ("d1 has no reading; add its file again",)
    put(case, "Two carriers left.")
    assert case.reading(held) is not None
    assert case.decided("d1.c1")["certainty"].value == "possible"


def test_an_item_that_could_not_be_read_is_recorded_once_and_forgotten_when_it_can(case, put):
    bad = Unreadable(name="a.txt", why="is empty.")
    original = case.keep(b"one", name="a.txt", by="Ada")
    for _ in range(2):
        case.put_unreadable(bad, (original.sha256, 0), step=NEWER, hints="{}", by="Ada")
    assert [e.action for e in case.store.log()].count("unreadable") == 1
    put(case, "one")
    assert list(case.store.unreadable()) == []


def test_a_file_that_could_not_be_opened_is_forgotten_when_it_can(case, put):
    case.put_unreadable(Unreadable(name="a.txt", why="no right."), ("", 0), step=NEWER, hints="", by="Ada")
    assert [i.why for i in case.store.unreadable()] == ["no right."]
    put(case, "one", name="a.txt")
    assert list(case.store.unreadable()) == []


def test_an_id_names_a_document_or_a_value_in_it(case, put):
    put(case, "one")
    put(case, "two")
    found = case.value("d2.c1")
    assert (found.kind, found.value.text, found.held.id) == ("claim", "two", "d2")
    assert case.value(" d1.t1 ").kind == "time"
    document = case.value("d1")
    assert (document.kind, document.value, document.reading.document.id) == ("document", None, "d1")


@pytest.mark.parametrize(
    "typed", ["", "d", "d0", "d01", "c4", "d1.", "d1.c4.x", "d1 c4", "D1", "d1.ç4", "d" + "9" * 40]
)
def test_an_id_of_no_known_shape_is_told(typed):
    with pytest.raises(UnknownOption, match="names nothing"):
        address(typed)


@pytest.mark.parametrize(("typed", "says"), [("d9", "no document d9; it has 1"), ("d1.c9", "d1 has no c9")])
def test_an_id_of_nothing_in_the_case_is_told(case, put, typed, says):
    put(case, "one")
    with pytest.raises(UnknownOption, match=says):
        case.value(typed)


def test_items_without_bytes_of_their_own_are_told_apart_by_their_place():
    assert document_key("aa", "aa", 1) == "aa"
    assert document_key("aa", "aa", 2) == "aa#2"
    assert document_key("bb", "aa", 2) == "bb", "a line met twice is one document"


def test_an_original_that_was_lost_comes_back_when_it_is_added_again(case, put):
    _, held = put(case, "one")
    case.originals.path(held.original).unlink()
    assert not verify(case).unharmed
    put(case, "one")
    assert verify(case).unharmed


def test_a_moved_case_is_the_same_case(case, put, folder):
    put(case, "one")
    case.close()
    moved = Path(case.path).rename(folder / "with space, é and #%3f")
    with Case(moved) as again:
        put(again, "two")
        assert verify(again).unharmed
        assert verify(again).documents == 2
