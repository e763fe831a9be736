"""Original bytes by their hash: `originals/3f/3fa9c1...`, untouched and read-only."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from firsthand.case.disk import sync_folder, write_durably, writing_to
from firsthand.schema.errors import CannotWrite, Damaged


def sha256(data: bytes) -> str:
    """The name of some bytes."""
    return hashlib.sha256(data).hexdigest()


def measured(data: bytes | Path) -> tuple[str, int]:
    """The name and the size of some bytes, or of what a file holds."""
    if isinstance(data, bytes):
        return sha256(data), len(data)
    with data.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return digest, file.tell()


class Originals:
    """The folder of original bytes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, name: str) -> Path:
        """Where the bytes with a hash are kept."""
        return self.folder / name[:2] / name

    def holds(self, name: str) -> bool:
        """Whether there is a file for a hash; `harm` tells whether it is the right one."""
        return self.path(name).is_file()

    def read(self, name: str) -> bytes:
        """The bytes with a hash. Raises `Damaged` where they are not there or not those."""
        found = self.harm(name)
        if found:
            raise Damaged(f"{found}. Put the file back from a copy, or add it to the case again.")
        return self.path(name).read_bytes()

    def put(self, name: str, data: bytes | Path) -> None:
        """Keep bytes, or a copy of a file, durably.

        Call it while nobody else writes: leftovers of crashed writers are removed.
        """
        target = self.path(name)
        incoming = self.folder / "incoming"
        with writing_to(target):
            if target.is_file():
                if self.harm(name):
                    raise Damaged(f"{self.harm(name)}. Move that file away, then add again.")
                return
            for leftover in incoming.iterdir() if incoming.is_dir() else ():
                with suppress(FileNotFoundError):
                    leftover.unlink()
            incoming.mkdir(parents=True, exist_ok=True)
            if not target.parent.is_dir():
                target.parent.mkdir()
                sync_folder(self.folder)
            write_durably(target, data, by_way_of=incoming, mode=0o444)
        if isinstance(data, Path) and self.harm(name):
            target.unlink()
            raise CannotWrite(f"{data} changed while it was copied. Add it again when it is at rest.")

    def harm(self, name: str) -> str | None:
        """What is wrong with the file for a hash; None where its bytes are the ones that were given."""
        try:
            with self.path(name).open("rb") as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
        except FileNotFoundError:
            return f"the original {self.path(name)} is missing"
        except OSError as error:
            return f"the original {self.path(name)} cannot be read ({error.strerror})"
        return None if found == name else f"the original {self.path(name)} has other bytes than were given"

    def __iter__(self) -> Iterator[Path]:
        """All files that look like originals, sorted."""
        yield from sorted(self.folder.glob("[0-9a-f][0-9a-f]/*"))
