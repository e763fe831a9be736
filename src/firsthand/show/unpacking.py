"""An archive that somebody gives -> the files in it, one by one, each in a file of ours.

Nothing in an archive is ever used as a path: its files are written under numbers, and their names are only
shown. What is counted is what is really unpacked, not what the archive says of itself.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import stat
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, NamedTuple

from firsthand.schema import Unreadable

ENDINGS = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
MOST_FILES = 20_000
MOST_BYTES = 4 * 1024**3
"""What one archive may unpack to."""
MOST_NAMES = 64 * 1024**2
"""Bytes of names: the table of a ZIP archive, a header of a tar file. More is no archive but a bomb."""
LONGEST_NAME = 300
CHUNK = 1 << 18
BROKEN = (
    OSError, EOFError, RuntimeError, ValueError, OverflowError, NotImplementedError, MemoryError,
    struct.error, zlib.error, lzma.LZMAError, zipfile.BadZipFile, tarfile.TarError,
)  # fmt: skip
"""What the readers of Python's own library raise on damaged and hostile archives."""
ADVICE = "Unpack it, look into it, and add what belongs to the case."


class Unpacked(NamedTuple):
    """A file of an archive: its name as it is shown, and where its bytes are."""

    name: str
    path: Path


class _Member(NamedTuple):
    name: str
    open: Callable[[], IO[bytes]]
    why_not: str | None


class TooMuchError(ValueError):
    """More than an archive may unpack to."""


def is_archive(name: str) -> bool:
    """Whether a file of this name is unpacked."""
    return name.lower().endswith(ENDINGS)


def unpacked(
    archive: Path, room: Path, wanted: Callable[[str], str | None], left_out: Callable[[Path], None]
) -> Iterator[Unpacked | Unreadable]:
    """The files of an archive, each written into `room` when it is its turn.

    `wanted` gives the ending that a file of a name is to have, null for a kind that is not read, which is
    told to `left_out`. Links, locked and damaged files and archives in the archive are told as unreadable.
    """
    room.mkdir(parents=True, exist_ok=True)
    budget = MOST_BYTES
    given = 0
    try:
        for number, member in enumerate(_members(archive, room)):
            _at_most(MOST_FILES, number + 1, f"holds more than {MOST_FILES:,} files; the rest was left out.")
            name = f"{archive.name}/{shown(member.name)}"
            ending = wanted(member.name)
            if member.why_not is None and ending is None and not is_archive(member.name):
                left_out(Path(name))
                continue
            given += 1
            to = room / f"{number:06d}{ending or ''}"
            result, size = _put(member, name, to, budget)
            budget -= size
            yield result
    except TooMuchError as error:
        yield Unreadable(name=archive.name, why=str(error), advice=ADVICE)
    except BROKEN as error:
        yield Unreadable(name=archive.name, why=f"is damaged or no archive ({_named(error)}).", advice=ADVICE)
    else:
        if not given:
            yield Unreadable(name=archive.name, why="holds no file that can be read.")


def _put(member: _Member, name: str, to: Path, budget: int) -> tuple[Unpacked | Unreadable, int]:
    """A file written, or why not, and how many bytes it took."""
    why = "is an archive in an archive." if is_archive(member.name) else member.why_not
    if why is not None:
        return Unreadable(name=name, why=why, advice=ADVICE), 0
    size = 0
    try:
        with member.open() as source, to.open("xb") as out:
            while piece := source.read(CHUNK):
                size += len(piece)
                _at_most(budget, size, f"unpacks to more than {MOST_BYTES >> 30} GB; the rest was left out.")
                out.write(piece)
    except TooMuchError:
        to.unlink()
        raise
    except BROKEN as error:
        to.unlink(missing_ok=True)
        return Unreadable(name=name, why=f"is damaged ({_named(error)}).", advice=ADVICE), size
    return Unpacked(name, to), size


def shown(name: str) -> str:
    """A name as it is shown and kept: no way up or out, no control character, not endless."""
    parts = [part for part in name.replace("\\", "/").split("/") if part.strip(". ")]
    plain = "/".join("".join(c if c.isprintable() else "_" for c in part) for part in parts)
    return plain[-LONGEST_NAME:].lstrip("/") or "file"


def _at_most(limit: int, number: int, why: str) -> None:
    if number > limit:
        raise TooMuchError(why)


def _hidden(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return any(part.startswith((".", "__MACOSX")) for part in parts if part not in ("..", "."))


def _members(archive: Path, room: Path) -> Iterator[_Member]:
    """The files of an archive that are not hidden."""
    found = _of_zip(archive) if archive.name.lower().endswith(".zip") else _of_tar(archive, room)
    return (each for each in found if not _hidden(each.name))


def _of_zip(archive: Path) -> Iterator[_Member]:
    with archive.open("rb") as file:
        _check_table(file)
        with zipfile.ZipFile(file) as held:
            for info in held.infolist():
                if info.is_dir():
                    continue
                kind = stat.S_IFMT(info.external_attr >> 16)
                why = "is locked with a password." if info.flag_bits & 1 else None
                why = "is a link or a device, no file." if kind not in (0, stat.S_IFREG) else why
                yield _Member(info.filename, lambda info=info, held=held: held.open(info), why)  # type: ignore[misc]


def _check_table(file: IO[bytes]) -> None:
    """Refuse a ZIP archive whose table of names alone would fill the memory."""
    end = file.seek(0, io.SEEK_END)
    file.seek(max(0, end - (1 << 16) - 42))
    tail = file.read()
    at, far = tail.rfind(b"PK\x05\x06"), tail.rfind(b"PK\x06\x07")
    size = struct.unpack_from("<L", tail, at + 12)[0] if at >= 0 and at + 16 <= len(tail) else 0
    if far >= 0 and far + 16 <= len(tail):
        file.seek(min(struct.unpack_from("<Q", tail, far + 8)[0], end))
        record = file.read(56)
        size = struct.unpack_from("<Q", record, 40)[0] if len(record) == 56 else size
    if min(size, end) > MOST_NAMES:
        raise TooMuchError("holds more names than an archive of reporting has.")
    file.seek(0)


class _Bounded(io.FileIO):
    """A tar file of which no header is read that would fill the memory."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is None or not 0 <= size <= MOST_NAMES:
            raise TooMuchError("holds a name that is longer than any name.")
        return super().read(size) or b""


def _of_tar(archive: Path, room: Path) -> Iterator[_Member]:
    with _Bounded(_plain_tar(archive, room)) as file, tarfile.open(fileobj=file, mode="r:") as held:
        for number, info in enumerate(held):
            _at_most(MOST_FILES * 5, number, f"holds more than {MOST_FILES:,} files; the rest was left out.")
            if info.isdir():
                continue
            why = None if info.isreg() else "is a link or a device, no file."
            yield _Member(info.name, lambda info=info, held=held: held.extractfile(info), why)  # type: ignore[misc]


def _plain_tar(archive: Path, room: Path) -> Path:
    """The tar file itself, unpressed where it was pressed."""
    ending = archive.name.lower().rpartition(".")[2]
    openers: dict[str, Any] = {
        "gz": gzip.open, "tgz": gzip.open, "bz2": bz2.open, "tbz2": bz2.open, "xz": lzma.open,
        "txz": lzma.open,
    }  # fmt: skip
    opener = openers.get(ending)
    if opener is None:
        return archive
    plain = room / "plain.tar"
    left = MOST_BYTES
    with opener(archive, "rb") as source, plain.open("xb") as out:
        while piece := source.read(CHUNK):
            left -= len(piece)
            if left < 0:
                raise TooMuchError(f"unpacks to more than {MOST_BYTES >> 30} GB; nothing of it was taken.")
            out.write(piece)
    return plain


def _named(error: Exception) -> str:
    said = " ".join(str(error).split())[:120] or type(error).__name__
    return "".join(c if c.isprintable() else "_" for c in said)
