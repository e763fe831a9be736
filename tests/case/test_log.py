"""The log shows every change of it; its file may lack its end but never say something else."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.case import Case, verify
from firsthand.case.log import GENESIS, Entry, breaks, chained
from firsthand.schema import Hints
from firsthand.schema.errors import Damaged

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(), st.lists, max_leaves=4
)
DETAILS = st.lists(st.dictionaries(st.text(), JSON, max_size=3), min_size=2, max_size=6)


def chain(details: list[dict]) -> list[Entry]:
    made: list[Entry] = []
    for detail in details:
        made.append(chained(made[-1] if made else None, "Ada", "decide", "d1.c1", detail))
    return made


@given(DETAILS)
def test_an_untouched_chain_holds_also_when_read_back_from_its_lines(details):
    entries = chain(details)
    assert breaks(entries) == []
    again = [msgspec.json.decode(e.line(), type=Entry) for e in entries]
    assert again == entries
    assert breaks(again) == []


@given(DETAILS, st.data())
def test_a_changed_lost_swapped_or_added_entry_shows(details, data):
    entries = chain(details)
    at = data.draw(st.integers(0, len(entries) - 2))
    how = data.draw(st.sampled_from(["actor", "detail", "lost", "swapped", "twice"]))
    if how == "lost":
        entries.pop(at)
    elif how == "swapped":
        entries[at], entries[at + 1] = entries[at + 1], entries[at]
    elif how == "twice":
        entries.insert(at, entries[at])
    else:
        new = {"actor": "Eve"} if how == "actor" else {"detail": {"field": "other"}}
        changed = msgspec.structs.replace(entries[at], **new)
        # Even whoever computes the digest anew cannot keep the next entry's link.
        entries[at] = msgspec.structs.replace(changed, digest=changed.computed())
    assert breaks(entries)


def test_the_digest_can_be_checked_with_any_tool(case, put):
    put(case, "☃ one")
    previous = GENESIS
    for line in (case.path / "log.jsonl").read_bytes().splitlines():
        match = re.fullmatch(rb'(.*),"digest":"([0-9a-f]{64})"}', line)
        assert hashlib.sha256(match[1] + b"}").hexdigest() == match[2].decode()
        assert json.loads(line)["previous"] == previous
        previous = match[2].decode()


@pytest.mark.parametrize("kept", [0, 1, 100, -1, -40])
def test_a_log_file_cut_short_is_finished_by_the_next_change(case, put, kept):
    put(case, "one")
    file = case.path / "log.jsonl"
    whole = file.read_bytes()
    file.write_bytes(whole[:kept])
    with Case(case.path) as again:
        assert "before what the database holds" in "".join(verify(again).problems)
        again.mend()
        assert verify(again).unharmed
        assert file.read_bytes() == whole
        put(again, "two")
    assert file.read_bytes().startswith(whole)
    assert verify(case) == verify(Case(case.path))


def test_a_log_file_that_was_never_finished_is_a_note_and_no_problem(case, put):
    put(case, "one")
    file = case.path / "log.jsonl"
    before = file.read_bytes()
    with case.writing(mirrored=False) as rows:  # as if killed between the two
        rows.append("Ada", "decide", "d1", {})
    assert file.read_bytes() == before
    report = verify(case)
    assert "the next `add` appends" in "".join(report.notices)
    assert "log.jsonl" not in "".join(report.problems)


def test_a_case_that_never_noted_how_far_its_log_file_goes_is_only_told(case, put):
    put(case, "one")
    file = case.path / "log.jsonl"
    file.write_bytes(b"".join(file.read_bytes().splitlines(keepends=True)[:-1]))
    connection = sqlite3.connect(case.path / "case.db")
    connection.execute("DROP TABLE mirrored")
    connection.close()
    with Case(case.path) as again:
        assert verify(again).unharmed
        assert "the next `add` appends" in "".join(verify(again).notices)


def test_what_is_said_anew_of_known_bytes_stands_in_the_log_file_at_once(case, put):
    put(case, "one", name="one.txt")
    case.keep(b"one", name="one.txt", by="Ada", given=Hints(name="one.txt", published="2031-03-14"))
    assert b'"2031-03-14"' in (case.path / "log.jsonl").read_bytes()
    assert verify(case).notices == ()


def test_zeros_that_a_power_cut_left_at_the_end_are_written_over(case, put):
    put(case, "one")
    file = case.path / "log.jsonl"
    whole = file.read_bytes()
    file.write_bytes(whole[:-50] + b"\0" * 500)
    with Case(case.path) as again:
        again.mend()
    assert file.read_bytes() == whole


@pytest.mark.parametrize("change", ["word", "more", "missing", "line"])
def test_a_log_file_that_says_something_else_is_never_written_over(case, put, change):
    put(case, "one")
    file = case.path / "log.jsonl"
    whole = file.read_bytes()
    if change == "missing":
        file.unlink()
    else:
        lines = whole.splitlines(keepends=True)
        file.write_bytes({
            "word": whole.replace(b'"Ada"', b'"Eve"', 1), "more": whole + b"{}\n", "line": b"".join(lines[1:]),
        }[change])  # fmt: skip
    left = file.read_bytes() if file.exists() else None
    with Case(case.path) as again, pytest.raises(Damaged, match=r"log\.jsonl"):
        put(again, "two")
    assert (file.read_bytes() if file.exists() else None) == left
    assert not verify(case).unharmed
