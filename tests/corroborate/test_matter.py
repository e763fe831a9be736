"""Which documents are compared with each other, and that what is remembered changes nothing but the time."""

from __future__ import annotations

import random
import sqlite3

import msgspec
import pytest

from firsthand.case import Remembering
from firsthand.corroborate import corroborate
from firsthand.corroborate.matter.parted import matters
from firsthand.corroborate.remembered import Remembered
from firsthand.schema import Findings, Regrouped

TOWNS = ["Orlen", "Vastok", "Kirna", "Molde", "Sarn"]
PUBLISHERS = ["Northline Agency", "Coast Radio", "Evening Echo", "Harbour Post"]
DEAD = ["Seven", "Twelve", "Nineteen", "Three", "Forty-one"]
CLOSING = dict(zip(TOWNS, ["Ferries kept running.", "No school opened.", "Snow fell all night.",
                           "Bakers gave bread away.", "Trains went by another line."], strict=True))  # fmt: skip
WHAT = ["a rocket hit the market", "the dam burst", "a mine blew up a bus", "gunmen stormed the barracks",
        "a depot caught fire"]  # fmt: skip


def story(town: str, dead: str, what: str) -> list[tuple[str, str, str]]:
    """One happening as four outlets tell it, the last in the words of the first."""
    lead = f"{dead} people were killed in {town} when {what}, the mayor of {town} said."
    return [
        (PUBLISHERS[0], "2031-05-02", lead),
        (PUBLISHERS[1], "2031-05-02", f"{dead} people died in {town}, according to doctors in {town}."),
        (PUBLISHERS[2], "2031-05-03", f"Residents of {town} told us that {dead.lower()} people were killed."),
        (PUBLISHERS[3], "2031-05-03", f"{lead} {CLOSING[town]}"),
    ]


MANY = [each for row in zip(TOWNS, DEAD, WHAT, strict=True) for each in story(*row)]


class Kept(dict[str, bytes]):
    """A memory in a dictionary, which counts what it is given."""

    def read(self, name: str) -> bytes | None:
        return self.get(name)

    def keep(self, name: str, made: bytes) -> None:
        assert name not in self, "the same thing was made twice"
        self[name] = made


def as_bytes(found: Findings) -> bytes:
    return msgspec.json.encode(found)


def test_documents_are_added_one_by_one_or_all_at_once_with_one_result(read_docs, tmp_path):
    readings = read_docs(MANY)
    random.Random(4).shuffle(readings)
    for end in range(10, len(readings) + 1):
        with Remembering(tmp_path, "1") as memory:
            step = corroborate(readings[:end], memory=memory)
        assert as_bytes(step) == as_bytes(corroborate(readings[:end]))


def test_a_new_document_has_only_its_own_matter_compared_again(read_docs):
    readings, memory = read_docs(MANY), Kept()
    corroborate(readings[:-1], memory=memory)
    before = len(memory)
    found = corroborate(readings, memory=memory)
    # what it is about, its shingles, its matter, and pairs of its matter that were judged for copies
    assert 3 <= len(memory) - before <= 6
    assert as_bytes(found) == as_bytes(corroborate(readings))


def test_each_happening_is_a_matter_of_its_own_and_no_group_spans_two(read_docs):
    found = corroborate(read_docs(MANY))
    town = {f"d{number}": TOWNS[(number - 1) // 4] for number in range(1, len(MANY) + 1)}
    told = [{town[each] for each in group.documents} for group in found.groups]
    assert all(len(each) == 1 for each in told)
    assert any(len(group.documents) >= 3 for group in found.groups)


def test_numbers_run_through_all_matters_and_lead_to_each_other(read_docs):
    found = corroborate(read_docs(MANY))
    assert [group.id for group in found.groups] == [f"g{n}" for n in range(1, len(found.groups) + 1)]
    origins = {each.id for each in found.origins}
    assert len(origins) == len(found.origins)
    assert {each for group in found.groups for each in group.origins} <= origins
    of = {claim.id: claim for claim in found.claims}
    for group in found.groups:
        assert {of[each].group for each in group.claims} == {group.id}
        assert {of[each].origin for each in group.claims} - {None} == set(group.origins)


def test_what_people_join_is_one_group_though_the_documents_are_of_two_matters(read_docs):
    readings = read_docs(MANY)
    apart = corroborate(readings)
    group_of = {claim.document: claim.group for claim in reversed(apart.claims)}
    one, other = (next(c.id for c in apart.claims if c.document == each) for each in ("d1", "d5"))
    assert group_of["d1"] != group_of["d5"]
    said = Regrouped(same=True, tellings=(one,), others=(other,), words={}, by="Mira", at="2031-05-04T10:00")
    together = corroborate(readings, regrouped=[said])
    of = {claim.id: claim.group for claim in together.claims}
    assert of[one] == of[other]


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 40, None])
def test_a_damaged_memory_is_made_anew(read_docs, tmp_path, damage):
    readings = read_docs(MANY[:6])
    with Remembering(tmp_path, "1") as memory:
        expected = as_bytes(corroborate(readings, memory=memory))
    file = tmp_path / "compared.db"
    if damage is None:
        with sqlite3.connect(file) as rows:
            rows.execute("UPDATE remembered SET made = x'93'")
    else:
        file.write_bytes(damage)
    for _ in range(2):
        with Remembering(tmp_path, "1") as memory:
            assert as_bytes(corroborate(readings, memory=memory)) == expected


def test_other_code_remembers_for_itself_and_the_old_is_removed(tmp_path):
    for version, values in (("1", 5), ("2", 1)):
        with Remembering(tmp_path, version) as memory:
            for number in range(values):
                made = Remembered(memory).value(str, (bytes([number]),), lambda version=version: version)
                assert made == version
    with sqlite3.connect(tmp_path / "compared.db") as rows:
        assert rows.execute("SELECT DISTINCT version FROM remembered").fetchall() == [("2",)]


def test_a_folder_that_is_not_there_is_compared_without_a_memory(read_docs, tmp_path):
    readings = read_docs(MANY[:2])
    with Remembering(tmp_path / "nowhere", "1") as memory:
        assert as_bytes(corroborate(readings, memory=memory)) == as_bytes(corroborate(readings))


def test_matters_are_tied_by_what_belongs_together():
    about = {f"d{n}": frozenset({f"@town{n}", f"word{n}"}) for n in range(20)}
    assert len(set(matters(about, []).values())) == 20
    tied = matters(about, [{"d1", "d2"}, {"d2", "d3", "not here"}, {"gone"}, set()])
    assert tied["d1"] == tied["d2"] == tied["d3"] != tied["d4"]
    assert len(set(tied.values())) == 18
    assert set(matters(dict(list(about.items())[:3]), []).values()) == {0}
