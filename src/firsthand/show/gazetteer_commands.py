"""`firsthand gazetteer import`: village lists of the user's own beside the gazetteer that ships."""

from __future__ import annotations

import csv
import sqlite3
from pathlib import Path

import click

from firsthand.schema.errors import CannotWrite, FirsthandError
from firsthand.show.exits import DONE, NOT_ALL_DONE, told
from firsthand.show.options import as_json, write_json


@click.group()
def gazetteer() -> None:
    """Place lists of your own, read beside the gazetteer that ships."""


@gazetteer.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILES...", type=click.Path(path_type=Path))
@as_json
@told
def import_command(files: tuple[Path, ...], as_json: bool) -> int:
    """Take in GeoNames files: a country extract or allCountries; other spellings; codes of areas.

    Spellings are alternateNamesV2, codes admin1CodesASCII and admin2Codes. Plain, gzip or zip. A file comes
    in whole or not at all; the same file again changes nothing. Ctrl-C leaves the lists as they were.
    FIRSTHAND_DATA names the folder that they are kept in.
    """
    from firsthand.resources.gazetteer import user_gazetteer
    from firsthand.resources.gazetteer_import import import_dump

    failed = 0
    for path in files:
        try:
            places = import_dump(path, user_gazetteer())
        except CannotWrite:
            raise
        except (OSError, EOFError, csv.Error, sqlite3.DatabaseError, FirsthandError) as error:
            failed += 1
            click.echo(f"firsthand: {_why(path, error)}", err=True)
            continue
        except KeyboardInterrupt:
            click.echo(f"Stopped; nothing of {path} was taken in.", err=True)
            return NOT_ALL_DONE
        if as_json:
            write_json({"file": str(path), "places": places, "gazetteer": str(user_gazetteer())})
        else:
            click.echo(f"{path}: {places:,} places, kept in {user_gazetteer()}.")
    return NOT_ALL_DONE if failed else DONE


def _why(path: Path, error: Exception) -> str:
    if isinstance(error, OSError):
        return f"{path}: {(error.strerror or str(error)).lower()}."
    if isinstance(error, FirsthandError):
        return str(error)
    return f"{path}: nothing was taken in ({error})."
