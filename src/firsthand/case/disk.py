"""Bytes that stay: written whole or not at all, and what to say where a disk refuses."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from firsthand.schema.errors import CannotWrite

FORBIDDEN = "you may not write there. Ask for the right to write, or copy the case to a place of your own"
FULL = "the disk is full. Make room"
_REASONS = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: "your share of the disk is used up. Make room",
    errno.EFBIG: "the file would be larger than is allowed here. Move the case or raise the limit",
    errno.EACCES: FORBIDDEN,
    errno.EPERM: FORBIDDEN,
    errno.EROFS: "the disk is read-only. Copy the case to a place where you may write",
}


def cannot_write(path: Path, why: str) -> CannotWrite:
    """The error for a refused write. `why` ends with what to do first."""
    return CannotWrite(
        f"{path} cannot be written: {why}, then run the same command again. What was done is safe."
    )


@contextmanager
def writing_to(path: Path) -> Iterator[None]:
    """Turn what the operating system says of a refused write into `CannotWrite`."""
    try:
        yield
    except OSError as error:
        why = _REASONS.get(error.errno or 0, f"{error.strerror or error}. Put that right")
        raise cannot_write(path, why) from error


def write_durably(path: Path, data: bytes | Path, *, by_way_of: Path, mode: int = 0o644) -> None:
    """Put `data`, or what a file holds, at `path`: whole and on the disk when this returns, or not there.

    `by_way_of` is a folder on the same disk, for the time of writing.
    """
    handle, name = tempfile.mkstemp(dir=by_way_of, prefix="part-")
    try:
        with os.fdopen(handle, "wb") as file:
            _fill(file, data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    sync_folder(path.parent)


def _fill(file: IO[bytes], data: bytes | Path) -> None:
    if isinstance(data, Path):
        with data.open("rb") as given:
            shutil.copyfileobj(given, file, 1 << 20)
    else:
        file.write(data)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the operating system can (Windows cannot)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
