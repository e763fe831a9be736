"""The commands."""

from __future__ import annotations

import sys
from pathlib import Path

import click
import msgspec

from firsthand.pipeline import read
from firsthand.schema import Hints, Unreadable


@click.group()
def main() -> None:
    """Who says so, how do they know, and how many first hands stand behind it."""


@main.command("read")
@click.argument("files", nargs=-1)
@click.option("--json", "as_json", is_flag=True)
def read_command(files: tuple[str, ...], as_json: bool) -> None:
    """Read documents, without a case: who says what."""
    for name in files:
        for item in read(Path(name).read_bytes(), Hints(name=name)):
            if not isinstance(item, Unreadable):
                sys.stdout.buffer.write(msgspec.json.encode(item.plain()) + b"\n")
