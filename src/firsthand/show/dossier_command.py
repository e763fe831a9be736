"""`firsthand dossier`: the case as one file to be filed."""

from __future__ import annotations

from pathlib import Path
from shlex import quote

import click

from firsthand.show.case_commands import actor, by_option, case_argument
from firsthand.show.exits import DONE, NOT_ALL_DONE, told


@click.command()
@case_argument
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    metavar="FILE.html",
    help="The file to write; what was there is replaced.",
)
@click.option("--pdf", "as_pdf", is_flag=True, help="Print it as a PDF beside it, with Chromium or Chrome.")
@click.option("--question", metavar="TEXT", help="What the case is to answer, for the first page.")
@by_option
@told
def dossier(case: Path, output: Path, as_pdf: bool, question: str | None, by: str | None) -> int:
    """Write everything that a case shows as one page that prints well and needs no network.

    `firsthand verify FILE.html CASE` proves later that the file came from the case and is unchanged.
    """
    from firsthand.case import Case
    from firsthand.show.dossier_filed import file_dossier

    with Case(case) as opened:
        written = file_dossier(opened, output, by=actor(by), question=question, as_pdf=as_pdf)
    for name in written.unread:
        click.echo(f"firsthand: {name} has no reading of this version: add its file again.", err=True)
    beside = f" and {output.with_suffix('.pdf')}" if as_pdf else ""
    verb = "are" if beside else "is"
    proof = f"firsthand verify {quote(str(output))} {quote(str(case))}"
    click.echo(f"{output}{beside} {verb} written. To prove it: {proof}", err=True)
    return NOT_ALL_DONE if written.unread else DONE
