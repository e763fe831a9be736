"""GeoNames' files as they come: plain, gzip or zip; which of its tables one is; its lines, checked."""

from __future__ import annotations

import gzip
import hashlib
import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import IO, Literal, cast

from firsthand.schema.errors import FirsthandError

PLACE_COLUMNS = 19
"""Columns of GeoNames' table `geoname`, in the order of its readme."""

Kind = Literal["places", "names", "areas"]
"""A country extract or `allCountries`; `alternateNamesV2`; `admin1CodesASCII` or `admin2Codes`."""

_LOOKED_AT = 200


class NotADump(FirsthandError):
    """The file holds nothing in GeoNames' dump format, or is damaged."""


def kind_of(path: Path) -> Kind:
    """Which table the first lines of a file are of. Raises `NotADump` where they are of none."""
    with lines(path) as found:
        for line in islice(found, _LOOKED_AT):
            row = line.rstrip("\r\n").split("\t")
            if len(row) >= PLACE_COLUMNS and _number(row[0]):
                return "places"
            if len(row) in (8, 10) and row[0].isdigit() and _number(row[1]):
                return "names"
            if len(row) == 4 and row[0].count(".") in (1, 2) and _number(row[3]):
                return "areas"
    raise NotADump(
        f"{path} holds no places. Give a file in GeoNames' dump format: {PLACE_COLUMNS} columns apart by "
        "tabs, such as UA.txt out of UA.zip; or alternateNamesV2.txt, admin1CodesASCII.txt, admin2Codes.txt."
    )


def _number(word: str) -> bool:
    return word.removeprefix("-").isdigit()


@contextmanager
def lines(path: Path) -> Iterator[Iterator[str]]:
    """The lines of a file, unpacked as they are read. Raises `NotADump` where the packing is damaged."""
    with path.open("rb") as raw:
        start = raw.read(4)
        raw.seek(0)
        try:
            with io.TextIOWrapper(
                _unpacked(path, raw, start), encoding="utf-8-sig", errors="replace", newline="\n"
            ) as text:
                yield (line.replace("\0", "") for line in text)
        except (EOFError, zlib.error, lzma.LZMAError, gzip.BadGzipFile, zipfile.BadZipFile) as error:
            raise NotADump(
                f"{path} is damaged: what is packed in it ends early or does not fit ({error}). "
                "Nothing of it was taken in; fetch the file again."
            ) from error


def _unpacked(path: Path, raw: IO[bytes], start: bytes) -> IO[bytes]:
    if start[:2] == b"\x1f\x8b":
        return cast("IO[bytes]", gzip.open(raw, "rb"))
    if start != b"PK\x03\x04":
        return raw
    archive = zipfile.ZipFile(raw)
    tables = [n for n in archive.namelist() if n.endswith(".txt") and "readme" not in n.lower()]
    own = [name for name in tables if Path(name).stem == path.stem] or tables
    if len(own) != 1:
        raise NotADump(f"{path} holds {len(own)} tables; unpack it and give the one that is meant.")
    return archive.open(own[0])


def digest(path: Path) -> str:
    """SHA-256 of a file as it lies there."""
    with path.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()
