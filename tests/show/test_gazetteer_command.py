"""`firsthand gazetteer import` as a user meets it."""

from __future__ import annotations

import gzip
import json

import pytest
from click.testing import CliRunner

from firsthand.resources.gazetteer import SHIPPED, Gazetteer
from firsthand.show.cli import main


def row(number, name, lat, lon):
    """One line of a GeoNames dump: 19 columns."""
    return "\t".join(
        [
            str(number),
            name,
            name,
            "",
            str(lat),
            str(lon),
            "P",
            "PPL",
            "NO",
            "",
            "",
            "",
            "",
            "",
            "120",
            "",
            "10",
            "Europe/Oslo",
            "2031-01-01",
        ]
    )


@pytest.fixture
def own(tmp_path, monkeypatch):
    monkeypatch.setenv("FIRSTHAND_DATA", str(tmp_path / "data"))
    return tmp_path / "data" / "gazetteer.sqlite"


def run(*words):
    return CliRunner().invoke(main, ["gazetteer", "import", *map(str, words)])


def test_villages_taken_in_are_found_and_the_same_file_again_changes_nothing(tmp_path, own):
    dump = tmp_path / "NO.txt"
    dump.write_text(
        row(19900001, "Vesle Orrelia", 61.5, 9.1) + "\n" + row(19900002, "Orrelibu", 61.6, 9.2) + "\n"
    )
    first, again = run(dump), run(dump)
    assert (first.exit_code, again.exit_code) == (0, 0)
    assert "2 places" in first.stdout
    assert "2 places" in again.stdout
    found = Gazetteer(SHIPPED, own).lookup("Vesle Orrelia")
    assert [entry.geonames_id for entry, _ in found] == [19900001]


def test_a_compressed_list_is_read_and_json_says_what_came_in(tmp_path, own):
    dump = tmp_path / "NO.txt.gz"
    dump.write_bytes(gzip.compress(row(19900003, "Stororrelia", 61.7, 9.3).encode()))
    done = run("--json", dump)
    assert json.loads(done.stdout) == {"file": str(dump), "places": 1, "gazetteer": str(own)}


def test_what_is_no_list_is_said_and_the_rest_comes_in(tmp_path, own):
    letter, dump = tmp_path / "letter.txt", tmp_path / "NO.txt"
    letter.write_text("Dear editors,\n")
    dump.write_text(row(19900004, "Orrelivann", 61.8, 9.4))
    done = run(letter, tmp_path / "nowhere.txt", dump)
    assert done.exit_code == 1
    assert "letter.txt holds no places" in done.stderr
    assert "nowhere.txt: no such file" in done.stderr
    assert "1 places" in done.stdout
