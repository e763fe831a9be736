"""The walk-through does what it says, command by command, from an empty folder to a filed dossier."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from firsthand.show.cli import main

ROOT = Path(__file__).parents[2]
WALK = (ROOT / "docs/walkthrough.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^firsthand .+$", WALK, re.MULTILINE)


def ids(folder: Path) -> dict[str, str]:
    """The groups that the walk names, by the number that its page gives them: found by their words."""
    told = CliRunner().invoke(main, ["findings", str(folder / "bridge"), "--json"]).stdout
    groups = json.loads(told)["groups"]
    rows = dict(re.findall(r"\| `(g\d+)` \| (.+?) \|", WALK))
    assert len(rows) == 3
    return {
        name: next(each["id"] for each in groups if words in each["text"]) for name, words in rows.items()
    }


def test_every_command_of_the_walk_does_what_the_walk_says(tmp_path, monkeypatch, instruments):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FIRSTHAND_ACTOR", "Mara Lind")
    shutil.make_archive(str(tmp_path / "handed-over"), "zip", ROOT / "examples", "sovna-bridge")
    assert len(COMMANDS) >= 12
    today: dict[str, str] = {}
    said = ""
    for line in COMMANDS:
        words = [today.get(word, word) for word in shlex.split(line)[1:]]
        done = CliRunner().invoke(main, words)
        said += done.output
        assert done.exit_code == 0 or "one claim already" in done.output, (line, done.output)
        if line.startswith("firsthand add"):
            today = ids(tmp_path)
    for sentence in ("11 added. Next: firsthand findings bridge", "came from bridge, unchanged: filed by Mara Lind",
                     "6,000 volunteers", "unharmed"):  # fmt: skip
        assert sentence in said
    assert {"bridge.html", "bridge.csv", "bridge.zip"} <= {path.name for path in tmp_path.iterdir()}
    assert "the same claim as" in (tmp_path / "bridge.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", re.findall(r"\]\((walkthrough[\w.-]+)\)", WALK))
def test_its_pictures_are_there(name):
    assert (ROOT / "docs" / name).stat().st_size > 10_000
