"""Arguments and options that several commands take, and the one way to write JSON."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
import msgspec

F = TypeVar("F", bound=Callable[..., Any])

file_arguments = click.argument("files", nargs=-1, required=True, metavar="FILES...")
as_json = click.option("--json", "as_json", is_flag=True, help="Write JSON instead of text.")

fast_option = click.option(
    "--fast",
    is_flag=True,
    help="Leave sentences unparsed that hold no word of saying, quotation or violence; says how many.",
)

every_group = click.option("--all", "every", is_flag=True, help="Show what only one document tells, too.")
page_option = click.option(
    "--page",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE.html",
    help="Write the findings as a page, too: one file, no network needed.",
)


def left_out(without: frozenset[str] | None, fast: bool) -> frozenset[str]:
    """What the reading goes without: optional instruments, and plain sentences where it shall be fast."""
    from firsthand.resources import PLAIN

    return frozenset({*(without or ()), *([PLAIN] if fast else ())})


def said_of_it(command: F) -> F:
    """`--published`, `--publisher` and `--url`: what a bare text file does not say of itself."""
    command = click.option("--url", metavar="URL", help="Where it was published.")(command)
    command = click.option("--publisher", metavar="NAME", help="Who published it.")(command)
    return click.option(
        "--published",
        metavar="DATE",
        callback=_date,
        help="When it was published: YYYY-MM-DD, or with a time.",
    )(command)


def _date(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    from datetime import datetime

    if value is None:
        return None
    try:
        datetime.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is no date; write it as 2031-03-14.", context, option) from None
    return value


def write_json(value: Any) -> None:
    """One JSON value on a line of standard output, UTF-8 whatever the terminal's encoding."""
    sys.stdout.buffer.write(msgspec.json.encode(value) + b"\n")
    sys.stdout.buffer.flush()
