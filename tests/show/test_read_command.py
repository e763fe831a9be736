"""`firsthand read` as a user meets it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import pytest
from click.testing import CliRunner

from firsthand.show.cli import main

ARTICLE = """Two carriers leave Sovna wood

Radio Meridian reported that the drone video shows three carriers leaving the wood near Sovna.

"I counted three carriers," said Emil Harg, a ferryman.
"""


def firsthand(*words, stdin=None, **environment):
    """Run the command as a process of its own, as a shell would."""
    return subprocess.run(
        [sys.executable, "-m", "firsthand", *map(str, words)],
        input=stdin, capture_output=True, env={**os.environ, **environment}, timeout=120, check=False,
    )  # fmt: skip


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def run(*words, **kwargs):
    return CliRunner().invoke(main, [str(word) for word in words], **kwargs)


def test_the_claims_come_with_their_chain_and_fit_80_columns(article):
    done = run("read", article, "--publisher", "Harbour Post", env={"COLUMNS": "80"})
    assert done.exit_code == 0, done.output
    assert "Harbour Post < Radio Meridian" in done.stdout
    assert "Emil Harg" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_no_colour_leaves_the_process_into_a_pipe_nor_when_it_is_not_wanted(article):
    for environment in ({}, {"NO_COLOR": "1", "FORCE_COLOR": ""}):
        assert b"\x1b[" not in firsthand("read", article, **environment).stdout


def test_why_names_the_rule_and_its_words(article):
    done = run("read", "--why", article)
    assert re.search(r"cue\.report “reported” \w", done.stdout)


def test_json_is_one_line_a_document_and_every_anchor_slices_back(article):
    done = run("read", "--json", article, "--published", "2031-03-14")
    (line,) = done.stdout.splitlines()
    reading = json.loads(line)
    assert reading["published"] == "2031-03-14"
    assert reading["claims"]
    for claim in reading["claims"]:
        assert claim["text"] == " … ".join(reading["text"][s:e] for s, e in claim["anchors"])
        assert claim["because"]


def test_standard_input_is_read_as_a_dash(article):
    done = run("read", "--json", "-", input=ARTICLE.encode())
    assert done.exit_code == 0
    assert json.loads(done.stdout)["text"].startswith("Two carriers")


def test_json_lines_give_the_text_back_as_it_was(tmp_path):
    text = "  Two shells fell.\r\n\tNobody was hurt. \n"
    path = tmp_path / "wire.jsonl"
    path.write_text(json.dumps({"id": "x1", "text": text}) + "\n", encoding="utf-8")
    reading = json.loads(run("read", "--json", path).stdout)
    assert (reading["id"], reading["text"]) == ("x1", text)


def test_a_folder_is_walked_and_what_is_hidden_is_left_out(article):
    (article.parent / "more").mkdir()
    (article.parent / "more/second.md").write_text(
        "# Talks\n\nThe mayor said that talks had begun.\n", encoding="utf-8"
    )
    (article.parent / ".hidden.txt").write_text("The mayor said that nothing is hidden.\n", encoding="utf-8")
    done = run("read", "--json", article.parent)
    assert [json.loads(line)["name"].rsplit("/", 1)[1] for line in done.stdout.splitlines()] == [
        "article.txt",
        "second.md",
    ]


def test_a_file_of_another_kind_in_a_folder_is_said_to_be_left_out(article):
    (article.parent / "clip.xyz").write_bytes(b"no document")
    done = run("read", "--json", article.parent)
    assert done.exit_code == 0
    assert "clip.xyz: left out" in done.stderr


def test_a_folder_without_readable_files_says_so(tmp_path):
    (tmp_path / "program.exe").write_bytes(b"MZ")
    done = run("read", tmp_path)
    assert done.exit_code == 1
    assert "holds no file that can be read" in done.stderr
    assert ".html" in done.stderr


def test_what_cannot_be_read_is_said_and_the_rest_is_read(article, tmp_path):
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    done = run("read", "--json", tmp_path / "nowhere.txt", empty, article)
    assert done.exit_code == 1
    assert "nowhere.txt: there is no such file" in done.stderr
    assert "empty.txt" in done.stderr
    assert len(done.stdout.splitlines()) == 1


def test_a_file_that_the_system_will_not_read_is_said(article):
    done = run("read", "/proc/self/mem", article)  # a file that even root cannot read from its start
    assert done.exit_code == 1
    assert "/proc/self/mem: input/output error" in done.stderr
    assert "Radio Meridian" in done.stdout


def test_a_broken_line_of_json_lines_is_named_by_its_number_and_the_rest_is_read(tmp_path):
    good = json.dumps({"id": "a", "text": "The mayor said that two shells fell."})
    path = tmp_path / "wire.jsonl"
    path.write_text(
        "\n".join([good, good.replace('"a"', '"b"'), "{broken", good.replace('"a"', '"c"')]), encoding="utf-8"
    )
    done = run("read", "--json", path)
    assert done.exit_code == 1
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["a", "b", "c"]
    assert "line 3" in done.stderr or "wire.jsonl:3" in done.stderr


def test_a_wrong_date_is_a_matter_of_usage(article):
    done = run("read", article, "--published", "yesterday")
    assert done.exit_code == 2
    assert "2031-03-14" in done.stderr


def test_no_file_is_a_matter_of_usage():
    assert run("read").exit_code == 2


def test_a_reader_that_leaves_early_brings_no_traceback(article):
    done = subprocess.run(
        f"{sys.executable} -m firsthand read {article} {article} {article} | head -1",
        shell=True, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr


def test_doctor_finds_the_parser_unharmed_and_says_what_each_part_is_for():
    done = run("doctor", "--json")
    parts = {part["name"]: part for part in json.loads(done.stdout)["parts"]}
    parser = parts["English parser (en_core_web_sm)"]
    assert parser["ok"]
    assert parser["what_for"]
    assert all(part["get_it"] for part in parts.values() if not part["ok"])


def test_reading_leaves_nothing_in_the_home_folder(article, tmp_path):
    """Libraries that report to their makers queue it there first; ours are told not to, whatever is set."""
    home = tmp_path / "home"
    home.mkdir()
    done = firsthand("read", article, HOME=str(home), XDG_CACHE_HOME=str(home), ORT_DISABLE_TELEMETRY="0")
    assert done.returncode == 0, done.stderr
    assert list(home.rglob("*")) == []


def test_a_terminal_that_knows_only_ascii_gets_question_marks(article):
    done = firsthand("read", article, PYTHONIOENCODING="ascii")
    assert done.returncode == 0, done.stderr
    assert b"Traceback" not in done.stderr
