"""A case from the command line: new, add, claims, why, verify as a user meets them."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys

import pytest
from click.testing import CliRunner

from firsthand.case import Case
from firsthand.show.cli import main

ARTICLE = """Two carriers leave Sovna wood

Radio Meridian reported on Tuesday that the drone video shows three carriers leaving the wood near Sovna.

"I counted three carriers," said Emil Harg, a ferryman.
"""
OTHER = "The army said on Monday that the bridge near Sovna had been hit.\n"


def run(*words, **kwargs):
    return CliRunner().invoke(main, [str(word) for word in words], **kwargs)


def firsthand(*words, **kwargs):
    """The command as a process of its own, as a shell would run it."""
    return subprocess.Popen(
        [sys.executable, "-m", "firsthand", *map(str, words)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", **kwargs,
    )  # fmt: skip


def rows(done) -> list[dict]:
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def files(tmp_path):
    below = tmp_path / "in"
    below.mkdir()
    (below / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (below / "other.txt").write_text(OTHER, encoding="utf-8")
    return below


@pytest.fixture
def case(tmp_path, monkeypatch):
    monkeypatch.setenv("FIRSTHAND_ACTOR", "Ada")
    path = tmp_path / "case"
    done = run("new", path, "--title", "Sovna")
    assert (done.exit_code, done.stderr) == (0, "")
    assert f"firsthand add {path}" in done.stdout, "what to do next"
    return path


def test_why_names_the_encoder_by_the_version_that_doctor_tells(case, files):
    run("add", case, files)
    parts = {each["name"]: each["version"] for each in json.loads(run("doctor", "--json").stdout)["parts"]}
    made_by = json.loads(run("why", case, "d1", "--json").stdout)["made_by"]
    assert f"voices {parts['encoder of voices']}," in f"{made_by},"


def test_a_log_file_whose_end_was_removed_is_no_unharmed_case(case, files):
    run("add", case, files)
    log = case / "log.jsonl"
    log.write_bytes(b"".join(log.read_bytes().splitlines(keepends=True)[:-1]))
    done = run("verify", case)
    assert done.exit_code == 3
    assert "before what the database holds" in done.stderr
    assert "NOT as it was" in done.stdout


def test_add_says_what_lacks_publisher_or_day_and_what_to_do(case, files):
    told = run("add", case, files).stderr
    assert "2 documents have no publisher or day of publication (d1: no publisher or day, d2:" in told
    assert f"firsthand review {case} d1 correct publisher NAME" in told
    given = run("add", case, files, "--publisher", "Harbour Post")
    assert "(d1: no day, d2: no day)" in given.stderr
    run("review", case, "d1", "correct", "published", "2031-03-14")
    assert "no publisher" not in run("add", case, files, "--published", "2031-03-14").stderr
    assert "no publisher" not in run("add", case, files).stderr, "nothing was added"


def log(case) -> list[dict]:
    return [json.loads(line) for line in (case / "log.jsonl").read_text(encoding="utf-8").splitlines()]


def test_documents_go_in_and_their_claims_come_out_with_ids_to_type(case, files):
    done = run("add", case, files, "--publisher", "Harbour Post", "--published", "2031-03-14")
    assert done.exit_code == 0, done.output
    assert re.search(r"^d1 .*article\.txt$", done.stdout, re.MULTILINE)
    assert "2 added" in done.stderr
    board = run("claims", case, env={"COLUMNS": "80"})
    assert board.exit_code == 0
    assert re.search(r"^d1\.c\d", board.stdout, re.MULTILINE)
    assert "Harbour Post < Radio Meridian" in board.stdout
    assert max(map(len, board.stdout.splitlines())) <= 80
    listed = rows(run("claims", case, "--json"))
    assert {row["document"] for row in listed} == {"d1", "d2"}
    for row in listed:
        assert row["publisher"] == "Harbour Post"
        assert set(row) >= {
            "id",
            "text",
            "chain",
            "certainty",
            "polarity",
            "anchors",
            "first_hand",
            "because",
        }
        for name in (row["id"], row["event"], *row["where"], *row["when"], *row["how_many"]):
            if name:
                assert name.startswith(row["document"] + ".")
                assert run("why", case, name).exit_code == 0


def test_why_gives_the_rule_in_a_sentence_and_its_words_in_their_place(case, files):
    run("add", case, files / "article.txt", "--publisher", "Harbour Post", "--published", "2031-03-14")
    claim = next(r for r in rows(run("claims", case, "--json")) if "Radio Meridian" in str(r["chain"]))
    (found,) = rows(run("why", case, claim["id"], "--json"))
    assert (found["id"], found["kind"], found["value"]["text"]) == (claim["id"], "claim", claim["text"])
    assert found["because"]
    for reason in found["because"]:
        assert reason["means"]
        for quote in reason["anchors"]:
            assert ARTICLE[quote["start"] : quote["end"]] == quote["words"]
            around = quote["before"].lstrip("…") + quote["words"] + quote["after"].rstrip("…")
            assert around in ARTICLE
    assert set(found["rests_on"]) >= {claim["event"], claim["chain"][1]["attribution"]}
    assert found["document"]["sha256"] == found["document"]["original"]
    shown = run("why", case, claim["id"]).stdout
    assert found["because"][0]["means"] in shown
    assert f"[{found['because'][0]['anchors'][0]['words']}]" in shown
    assert "read by firsthand" in shown


def test_why_of_a_document_tells_who_added_it_and_what_was_said_of_it(case, files):
    run("add", case, files / "other.txt", "--publisher", "Harbour Post", "--by", "Ben")
    (found,) = rows(run("why", case, "d1", "--json"))
    assert (found["kind"], found["document"]["added_by"]) == ("document", "Ben")
    assert any("given by the user" in (reason["note"] or "") for reason in found["because"])
    assert "added by Ben" in run("why", case, "d1").stdout


def test_every_kind_of_value_can_be_asked_for(case, files):
    run("add", case, files, "--publisher", "Harbour Post", "--published", "2031-03-14")
    with Case(case) as opened:
        for held in opened.store.documents():
            reading = opened.reading(held)
            for name in (
                "attributions",
                "times",
                "places",
                "regions",
                "quantities",
                "events",
                "footage",
                "claims",
            ):
                for value in getattr(reading, name):
                    done = run("why", case, f"{held.id}.{value.id}", "--json")
                    assert done.exit_code == 0, done.output
                    assert json.loads(done.stdout)["value"]["id"] == f"{held.id}.{value.id}"


def test_what_cannot_be_read_is_told_and_recorded_and_the_rest_is_added(case, files):
    (files / "empty.txt").touch()
    done = run("add", case, files, files / "nothing.txt", "--json")
    assert done.exit_code == 1
    told = rows(done)
    assert [r["status"] for r in told] == ["added", "unreadable", "added", "unreadable"]
    assert [r["document"] for r in told] == ["d1", None, "d2", None]
    board = run("claims", case)
    assert "empty.txt: is empty" in board.stderr
    assert [e["subject"] for e in log(case) if e["action"] == "unreadable"] == [str(files / "empty.txt")]


def test_the_log_names_who_did_it(case, files, monkeypatch):
    run("add", case, files / "other.txt", "--by", "Ben")
    monkeypatch.delenv("FIRSTHAND_ACTOR")
    monkeypatch.setenv("LOGNAME", "cleo")
    run("add", case, files / "article.txt")
    assert [e["actor"] for e in log(case) if e["action"] in ("new", "add")] == ["Ada", "Ben", "cleo"]


def test_standard_input_can_be_added(case):
    done = run("add", case, "-", input=OTHER)
    assert done.exit_code == 0, done.output
    assert done.stdout == "d1  -\n"


def test_verify_says_that_all_is_well_and_gives_the_last_digest(case, files):
    run("add", case, files)
    done = run("verify", case)
    assert done.exit_code == 0, done.output
    assert "unharmed: 2 originals, 2 documents" in done.stdout
    assert log(case)[-1]["digest"] in done.stdout
    (report,) = rows(run("verify", case, "--json"))
    assert report["unharmed"] is True
    assert report["head"] == log(case)[-1]["digest"]


def test_verify_exits_with_3_and_says_what_is_wrong(case, files):
    run("add", case, files)
    path = next((case / "originals").glob("??/*"))
    path.chmod(0o644)
    path.write_text("Nothing happened.", encoding="utf-8")
    done = run("verify", case)
    assert done.exit_code == 3
    assert path.name in done.stderr
    assert "NOT as it was" in done.stdout
    assert rows(run("verify", case, "--json"))[0]["unharmed"] is False


def test_a_log_that_was_changed_by_hand_stops_add_with_3(case, files):
    file = case / "log.jsonl"
    file.write_text(file.read_text(encoding="utf-8").replace("Ada", "Eve"), encoding="utf-8")
    done = run("add", case, files)
    assert done.exit_code == 3
    assert "log.jsonl differs from the database at entry 1" in done.stderr


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (("why", "CASE", "x"), 2, "names nothing"),
        (("why", "CASE", "d1"), 2, "no document d1; it has 0"),
        (("claims", "NOWHERE"), 1, "firsthand new"),
        (("verify", "NOWHERE"), 1, "firsthand new"),
        (("add", "NOWHERE", "x.txt"), 1, "firsthand new"),
        (("new", "CASE"), 1, "Choose another name"),
        (("add", "CASE"), 2, "FILES"),
        (("add", "CASE", "x.txt", "--published", "soon"), 2, "no date"),
        (("add", "CASE", "x.txt", "--workers", "0"), 2, "workers"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_line_with_its_status(case, tmp_path, words, status, says):
    places = {"CASE": str(case), "NOWHERE": str(tmp_path / "nowhere")}
    done = run(*(places.get(word, word) for word in words))
    assert done.exit_code == status
    assert says in done.stderr
    assert "Traceback" not in done.output


def test_an_empty_case_has_an_empty_board(case):
    done = run("claims", case, "--json")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "holds no documents yet" in done.stderr


def test_two_processes_read_the_same_as_one(case, files, tmp_path):
    run("new", tmp_path / "two")
    assert run("add", case, files).exit_code == 0
    assert run("add", tmp_path / "two", files, "--workers", "2").exit_code == 0
    with Case(case) as one, Case(tmp_path / "two") as two:
        assert [s.reading for s in one.store.readings()] == [s.reading for s in two.store.readings()]
        assert len(list(two.store.readings())) == 2


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_stopped_from_outside_nothing_that_was_said_is_lost_and_add_goes_on(case, tmp_path, number):
    lines = [json.dumps({"id": f"w{n}", "text": f"Day {n}. {OTHER * 3}"}) for n in range(25)]
    wire = tmp_path / "wire.jsonl"
    wire.write_text("\n".join(lines), encoding="utf-8")
    adding = firsthand("add", case, wire)
    said = [adding.stdout.readline() for _ in range(3)]
    adding.send_signal(number)
    out, err = adding.communicate(timeout=60)
    said = [line.split()[0] for line in (*said, *out.splitlines())]
    if number == signal.SIGINT:
        assert adding.returncode == 1
        assert f"Stopped: {len(said)} added" in err
        assert "Traceback" not in err
    else:
        assert adding.returncode == -number
    assert len(said) < 25
    assert run("verify", case).exit_code == 0
    with Case(case) as opened:
        assert set(said) <= {held.id for held in opened.store.documents()}
    done = run("add", case, wire)
    assert done.exit_code == 0, done.output
    assert [line.split()[0] for line in done.stdout.splitlines()] == [f"d{n}" for n in range(1, 26)]
    run("new", tmp_path / "whole")
    run("add", tmp_path / "whole", wire)
    with Case(case) as case_after, Case(tmp_path / "whole") as whole:
        shown = [[each.store.reading(n).reading for n in range(1, 26)] for each in (case_after, whole)]
        assert shown[0] == shown[1]
