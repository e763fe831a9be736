"""The formats that a case goes out in, by the name that a user types."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from firsthand.schema.errors import CannotWrite, UnknownOption
from firsthand.show.dossier import Dossier
from firsthand.show.export import claimreview, ftm, geo, provenance, table, webannotation


def _nothing(_: Dossier) -> str:
    return ""


class Format(NamedTuple):
    """How a dossier is written, and what of it the file lacks, in words."""

    write: Callable[[Dossier], bytes]
    holds: str
    left_out: Callable[[Dossier], str] = _nothing


FORMATS = {
    "csv": Format(table.as_csv, "the event table"),
    "parquet": Format(table.as_parquet, "the event table with its types"),
    "geojson": Format(geo.as_geojson, "groups on the map, as surfaces"),
    "kml": Format(geo.as_kml, "the same for Google Earth"),
    "claimreview": Format(
        claimreview.as_claimreview, "schema.org JSON-LD of what you rated", claimreview.left_out
    ),
    "webannotation": Format(webannotation.as_webannotation, "W3C annotations on the exact words"),
    "prov": Format(provenance.as_prov, "PROV-JSON of what came from what"),
    "ftm": Format(ftm.as_ftm, "FollowTheMoney entities", ftm.left_out),
}
"""In the order in which the manual lists them. `archive` is the case itself, see `archive.py`."""


def written(dossier: Dossier, name: str) -> bytes:
    """The bytes of a dossier in a format. Raises `UnknownOption`, or `MissingInstrument` for Parquet."""
    if name not in FORMATS:
        raise UnknownOption(f"There is no format {name!r}; there are {', '.join(FORMATS)}, archive.")
    return FORMATS[name].write(dossier)


def put(path: Path, data: bytes) -> None:
    """Write a file whole or not at all. Raises `CannotWrite`."""
    part = path.with_name(f".{path.name}-{secrets.token_hex(4)}")
    try:
        part.write_bytes(data)
        os.replace(part, path)  # noqa: PTH105 - over what was there, on every system
    except OSError as error:
        part.unlink(missing_ok=True)
        why = (error.strerror or str(error)).lower()
        raise CannotWrite(f"{path} could not be written ({why}).") from error
