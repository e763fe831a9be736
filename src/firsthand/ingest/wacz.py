"""A WACZ file, which is a ZIP of web archives -> the pages in them. Nothing is extracted to disk."""

from __future__ import annotations

import io
import zipfile

from firsthand.ingest.found import Items
from firsthand.ingest.warc import pages
from firsthand.schema import Unreadable

MAX_ARCHIVES = 1_000
RATIO = 100
"""A web archive inside is compressed already; what unfolds further than this is no archive."""


def wacz(data: bytes, name: str) -> Items:
    """The documents of every web archive in the file, in the order of its list."""
    try:
        folder = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError):
        yield Unreadable(name=name, why="is no whole WACZ file (ZIP).", advice="It may have been cut off.")
        return
    with folder:
        inside = [info for info in folder.infolist() if info.filename.lower().endswith((".warc", ".warc.gz"))]
        if not inside:
            yield Unreadable(name=name, why="is a ZIP file without web archives in it.")
        for info in inside[:MAX_ARCHIVES]:
            yield from _archive(folder, info, f"{name}: {info.filename.rpartition('/')[2]}")


def _archive(folder: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> Items:
    if info.flag_bits & 1:
        yield Unreadable(name=name, why="is protected by a password.", advice="Save a copy without it.")
        return
    if info.file_size > RATIO * max(info.compress_size, 1_000_000):
        yield Unreadable(name=name, why=f"unfolds to more than {RATIO} times its size: not read.")
        return
    try:
        with folder.open(info) as stream:
            yield from pages(stream, info.compress_size, name)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
        yield Unreadable(name=name, why=f"cannot be unpacked ({error}).", advice="It may have been cut off.")
