"""The commands: `firsthand read`, `new`, `add`, `claims`, `why`, `verify`, `doctor`.

Results go to standard output, progress and warnings to standard error. Exit status: 0 done, 1 something
could not be done (said which; the rest was done), 2 usage, 3 integrity failure.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import click
from rich.console import Console

from firsthand import __version__
from firsthand.schema import Reading, Unreadable
from firsthand.show.case_commands import COMMANDS
from firsthand.show.dossier_command import dossier
from firsthand.show.exits import DONE, NOT_ALL_DONE, told
from firsthand.show.export_commands import export, import_
from firsthand.show.footage_commands import FOOTAGE_COMMANDS
from firsthand.show.gazetteer_commands import gazetteer
from firsthand.show.map.asked import Maps
from firsthand.show.options import (
    as_json,
    every_group,
    fast_option,
    file_arguments,
    left_out,
    page_option,
    said_of_it,
    write_json,
)
from firsthand.show.output import console
from firsthand.show.review_command import review
from firsthand.show.serve_command import serve

STDERR = Console(stderr=True, highlight=False)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="firsthand")
@click.option(
    "--without",
    multiple=True,
    type=click.Choice(["voices", "meaning"]),
    help="Leave an optional instrument out and read by rules alone.",
)
@click.pass_context
def main(context: click.Context, without: tuple[str, ...]) -> None:
    """Who says so, how do they know, and how many first hands stand behind it.

    Reads reporting about conflict incidents. Works offline; nothing leaves this machine.
    """
    # One document is read on one core, many by --workers; must be said before numpy is loaded.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    context.obj = frozenset(without)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that cannot show “ shows ? and no traceback
            stream.reconfigure(errors="replace")


@dataclass
class Tally:
    """What a run did, for its last line and its exit status."""

    read: int = 0
    unreadable: list[Unreadable] = field(default_factory=list)


@main.command("read")
@file_arguments
@as_json
@click.option("--why", is_flag=True, help="Show the rule and the words behind every value.")
@click.option(
    "--map",
    "map_file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Also draw the places on a map: an .svg for one document, an .html for several.",
)
@fast_option
@said_of_it
@click.pass_obj
@told
def read_command(
    without: frozenset[str],
    files: tuple[str, ...],
    as_json: bool,
    why: bool,
    map_file: Path | None,
    fast: bool,
    published: str | None,
    publisher: str | None,
    url: str | None,
) -> int:
    """Read documents and show who says what. No case is needed, nothing is kept.

    FILES are texts, web pages, PDFs, mails, JSON Lines or folders of them; - is standard input.
    """
    tally = Tally()
    drawn = Maps(map_file)
    try:
        for reading in _readings(files, (published, publisher, url), left_out(without, fast), tally):
            drawn.keep(reading)
            _show(reading, as_json, why)
    except KeyboardInterrupt:
        STDERR.print(f"Stopped after {tally.read} documents; what is shown is complete.")
        return NOT_ALL_DONE
    drawn.write()
    return NOT_ALL_DONE if tally.unreadable else DONE


Said = tuple[str | None, str | None, str | None]


def _readings(files: tuple[str, ...], said: Said, without: frozenset[str], tally: Tally) -> Iterator[Reading]:
    """The readings of all files, one after another; what cannot be read is said as it is met."""
    from firsthand.pipeline import read
    from firsthand.resources import default_instruments
    from firsthand.show.inputs import inputs

    instruments = default_instruments(without)
    if instruments.voices is None and "voices" not in without:
        click.echo(
            "firsthand: the encoder of voices is not there; the rules read alone (firsthand doctor)", err=True
        )
    for source in inputs(files):
        data = source if isinstance(source, Unreadable) else source.bytes()
        if isinstance(data, Unreadable) or isinstance(source, Unreadable):
            _unreadable(data, tally)
            continue
        for item in read(data, source.hints(*said), instruments):
            if isinstance(item, Unreadable):
                _unreadable(item, tally)
            else:
                tally.read += 1
                yield item


def _unreadable(item: object, tally: Tally) -> None:
    if isinstance(item, Unreadable):
        tally.unreadable.append(item)
        click.echo(f"firsthand: {item}", err=True)


def _show(reading: Reading, as_json: bool, why: bool) -> None:
    if as_json:
        write_json(reading.plain())
        return
    from firsthand.pipeline import rules
    from firsthand.show.terminal import show_reading

    show_reading(reading, console(), {rule.name: rule for rule in rules()} if why else None)


@main.command("compare")
@file_arguments
@as_json
@every_group
@page_option
@said_of_it
@click.pass_obj
@told
def compare_command(
    without: frozenset[str],
    files: tuple[str, ...],
    as_json: bool,
    published: str | None,
    publisher: str | None,
    url: str | None,
    every: bool,
    page: Path | None,
) -> int:
    """Set documents against each other: same claims, copies, first hands, contradictions.

    FILES are what `read` takes. No case is needed, nothing is kept.
    """
    from firsthand.pipeline import compare
    from firsthand.resources import default_instruments
    from firsthand.show.dossier import Dossier
    from firsthand.show.file_names import by_file_names
    from firsthand.show.findings import show_findings
    from firsthand.show.page import write_page

    tally = Tally()
    readings = list(_readings(files, (published, publisher, url), without, tally))
    found = compare(readings, instruments=default_instruments(without))
    if page is not None:
        write_page(
            page, Dossier(title="What these documents say together", readings=readings, findings=found)
        )
    if as_json:
        write_json(found)
    else:
        shown, named = by_file_names(found, readings)
        show_findings(shown, console(), every=every, readings=named)
    return NOT_ALL_DONE if tally.unreadable else DONE


@main.command()
@as_json
@told
def doctor(as_json: bool) -> int:
    """Show versions, models and gazetteer, and what is missing with the command that brings it."""
    from firsthand.show.doctor import examine, show

    found = examine()
    if as_json:
        write_json(found)
    else:
        show(found, console())
    return DONE if all(part["ok"] or not part["needed"] for part in found["parts"]) else NOT_ALL_DONE


for each in (*COMMANDS, *FOOTAGE_COMMANDS, gazetteer, dossier, export, import_, review, serve):
    main.add_command(each)
