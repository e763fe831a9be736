"""The commands that take a case out and bring it in: export, import."""

from __future__ import annotations

from pathlib import Path

import click

from firsthand.show.case_commands import case_argument
from firsthand.show.exits import DONE, NOT_ALL_DONE, told

NAMES = ("csv", "parquet", "geojson", "kml", "claimreview", "webannotation", "prov", "ftm", "archive")
"""As `export.formats` and `export.archive` know them; written out so that --help loads neither."""


@click.command()
@case_argument
@click.option("--as", "name", type=click.Choice(NAMES), required=True, help="What to write.")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    metavar="PATH",
    help="The file to write; what was there is replaced.",
)
@told
def export(case: Path, name: str, output: Path) -> int:
    """Write what a case holds in a format that other programs read.

    \b
    csv, parquet   the event table: a row for each group, with first hands, ranges, place, time, sentence
    geojson, kml   the same on a map; surfaces, never pins; what is unsettled has no place
    claimreview    schema.org JSON-LD of the groups that you rated
    webannotation  W3C annotations on the exact words
    prov           what came from what, PROV-JSON
    ftm            FollowTheMoney entities; what is lost is listed
    archive        the whole case as one file, for `firsthand import`
    """
    from firsthand.case import Case

    with Case(case) as opened:
        if name == "archive":
            from firsthand.show.export.archive import write_archive

            write_archive(opened, output)
            unread: tuple[str, ...] = ()
        else:
            from firsthand.show.dossier import of_case
            from firsthand.show.export.formats import FORMATS, put, written

            dossier = of_case(opened)
            put(output, written(dossier, name))
            unread = dossier.unread
            if lacks := FORMATS[name].left_out(dossier):
                click.echo(f"Note: {lacks}", err=True)
    for each in unread:
        click.echo(f"firsthand: {each} has no reading of this version: add its file again.", err=True)
    click.echo(f"{output} is written.", err=True)
    return NOT_ALL_DONE if unread else DONE


@click.command("import")
@click.argument("archive", type=click.Path(dir_okay=False, path_type=Path))
@case_argument
@told
def import_(archive: Path, case: Path) -> int:
    """Make a case again from the ARCHIVE that `export --as archive` wrote, and verify it."""
    from firsthand.show.export.archive import read_archive

    report = read_archive(archive, case)
    click.echo(
        f"{case}: unharmed: {report.originals} originals, {report.documents} documents, "
        f"{report.clips} clips, {report.entries} log entries. Last digest: {report.head}"
    )
    return DONE
