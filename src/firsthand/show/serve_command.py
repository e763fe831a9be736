"""`firsthand serve CASE`: the workbench in a browser on this machine."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from firsthand.show.case_commands import actor, by_option, case_argument
from firsthand.show.exits import DONE, told


@click.command()
@case_argument
@click.option(
    "--port", type=click.IntRange(0, 65535), help="Where to listen. Default: the first free from 8741 on."
)
@click.option(
    "--largest-upload",
    type=click.IntRange(1, 100_000),
    default=2_000,
    show_default=True,
    metavar="MB",
    help="The most that one upload may weigh.",
)
@by_option
@told
def serve(case: Path, port: int | None, largest_upload: int, by: str | None) -> int:
    """Open a case as a workbench in the browser, for this machine alone, until Ctrl-C.

    The address that is printed holds a key that is new at every start: whoever has it may read and decide.
    Nothing is loaded from elsewhere, and nothing is sent anywhere.
    """
    from firsthand.case import Case
    from firsthand.pipeline import rules
    from firsthand.show.dossier import of_case
    from firsthand.show.web.app import bound
    from firsthand.show.web.app import serve as run
    from firsthand.show.web.desk import Desk
    from firsthand.show.web.gate import Keys

    with Case(case) as opened:
        title = opened.about.name
    desk = Desk(
        case.resolve(), of_case, actor(by), rules={rule.name: rule for rule in rules()},
        adding=Adding(case.resolve()),
    )  # fmt: skip
    held = bound(port)
    keys = Keys(held.getsockname()[1])
    click.echo(f"{title} is open. Go to\n\n    {keys.address}\n\nStop with Ctrl-C.")
    sys.stdout.flush()
    run(desk, keys, held, largest_upload * 1_000_000)
    return DONE


class Adding:
    """Reads uploaded files in a process of its own: a file that breaks the reader does not end the server."""

    def __init__(self, case: Path) -> None:
        self._case = case

    def __call__(
        self,
        folder: Path,
        names: Sequence[str],
        by: str,
        said: Mapping[str, str],
        told: Callable[[str], None] = lambda _name: None,
    ) -> list[dict[str, Any]]:
        """What became of each item; an item of its own where the reader came to an end before its time."""
        options = [part for name, value in said.items() for part in (f"--{name}", value)]
        rows: list[dict[str, Any]] = []
        with tempfile.TemporaryFile() as errors:
            done = subprocess.Popen(  # noqa: S603 - ourselves, with names that hold no path
                [sys.executable, "-m", "firsthand", "add", str(self._case), "--json", "--by", by, *options,
                 "--", *names],
                cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=errors,
                env=os.environ | {"PYTHONUNBUFFERED": "1"},
            )  # fmt: skip
            with done:
                for line in done.stdout or ():
                    rows.append(json.loads(line))
                    told(str(rows[-1].get("name", "")))
            errors.seek(0)
            said_on = errors.read().decode("utf-8", "replace").strip().splitlines()
        rows += [_left_out(line) for line in said_on if LEFT_OUT in line]
        if done.returncode not in (0, 1) or not rows:
            why = said_on[-1] if said_on else ""
            rows.append({"name": names[0], "status": "unreadable", "why": why[:400] or "the reader stopped."})
        return rows


LEFT_OUT = ": left out, "


def _left_out(line: str) -> dict[str, Any]:
    """A file of an archive that is of no readable kind, as the page tells it."""
    name, _, why = line.removeprefix("firsthand: ").partition(LEFT_OUT)
    return {"name": name, "status": "unreadable", "why": f"left out, {why}"}
