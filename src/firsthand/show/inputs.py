"""What a user names on the command line -> bytes: files, folders walked, standard input as `-`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from firsthand import ingest
from firsthand.schema import Hints, Unreadable
from firsthand.show.unpacking import is_archive, unpacked

LARGEST_BYTES = 512 * 1024 * 1024
"""A larger file is no document; it is refused before it fills the memory."""


@dataclass(frozen=True)
class Input:
    """One file or standard input, not yet read."""

    name: str
    path: Path | None

    def bytes(self) -> bytes | Unreadable:
        """The whole content, or why there is none."""
        try:
            if self.path is None:
                return sys.stdin.buffer.read()
            if self.path.stat().st_size > LARGEST_BYTES:
                return Unreadable(name=self.name, why=f"is larger than {LARGEST_BYTES // 2**20} MB.")
            return self.path.read_bytes()
        except OSError as error:
            return Unreadable(name=self.name, why=f"{_reason(error)}.")

    def hints(self, published: str | None, publisher: str | None, url: str | None) -> Hints:
        """What the user says of this input."""
        return Hints(name=self.name, published=published, publisher=publisher, url=url)


LeftOut = Callable[[Path], None]
Room = Callable[[], Path]
"""Gives a new empty folder that is removed when all is done: what an archive is unpacked into."""


def say_left_out(path: Path) -> None:
    """Tell on standard error that a file of a walked folder is of a kind that is not read."""
    click.echo(f"firsthand: {path}: left out, files of this kind are not read yet.", err=True)


def inputs(
    names: Iterable[str],
    left_out: LeftOut = say_left_out,
    *,
    also: frozenset[str] = frozenset(),
    room: Room | None = None,
) -> Iterator[Input | Unreadable]:
    """The files behind the names, in the order given; a folder is walked in the order of its names.

    A file of a folder that is of no readable kind is told to `left_out`; hidden files and links are not.
    `also` gives endings of files that are taken beside documents. With `room`, archives are unpacked.
    """
    for name in names:
        path = Path(name)
        if name == "-":
            yield Input(name="-", path=None)
        elif path.is_dir():
            yield from _folder(path, left_out, also)
        elif room is not None and is_archive(name) and path.is_file():
            yield from _archive(path, left_out, also, room())
        elif path.exists():
            yield Input(name=name, path=path)
        else:
            yield Unreadable(name=name, why="there is no such file or folder.")


def _archive(
    archive: Path, left_out: LeftOut, also: frozenset[str], room: Path
) -> Iterator[Input | Unreadable]:
    """The readable files of an archive, named as in it."""

    def ending(name: str) -> str | None:
        known = (*ingest.READABLE, *also)
        return next((each for each in sorted(known, key=len)[::-1] if name.lower().endswith(each)), None)

    for each in unpacked(archive, room, ending, left_out):
        yield each if isinstance(each, Unreadable) else Input(name=each.name, path=each.path)


def _folder(folder: Path, left_out: LeftOut, also: frozenset[str]) -> Iterator[Input | Unreadable]:
    """The readable files below a folder. Hidden ones and links are left out."""
    found = False
    try:
        below = sorted(folder.rglob("*"))
    except OSError as error:
        yield Unreadable(name=str(folder), why=f"{_reason(error)}.")
        return
    for path in below:
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if hidden or path.is_symlink() or not path.is_file():
            continue
        if readable(path.name) or path.suffix.lower() in also:
            found = True
            yield Input(name=str(path), path=path)
        else:
            left_out(path)
    if not found:
        kinds = " ".join(sorted(ingest.READABLE))
        yield Unreadable(name=str(folder), why="holds no file that can be read.", advice=f"Read are: {kinds}")


def readable(name: str) -> bool:
    """Whether a file of this name is of a kind that can be read."""
    return any(name.lower().endswith(suffix) for suffix in ingest.READABLE)


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
