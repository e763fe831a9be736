"""The instruments by name: `resources.toml` -> what each is, where it is, and whether it is unharmed."""

from __future__ import annotations

import hashlib
import tomllib
from functools import lru_cache
from importlib import metadata
from importlib.resources import files
from pathlib import Path

import msgspec

from firsthand.resources.gazetteer import data_folder
from firsthand.resources.gazetteer_store import harm


class Resource(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One instrument of `resources.toml`."""

    name: str
    what_for: str
    licence: str
    version: str = ""
    needed: bool = True
    """False for a part without which articles are still read, only less well."""
    get_it: str
    """What to type where it is missing."""
    package: str | None = None
    """Name of the Python package that carries it."""
    folder: str | None = None
    """Folder of weights inside the package, whose files `sha256` covers."""
    command: str | None = None
    """Name of a program of the system that it is."""
    file: str | None = None
    """File below `resources/data` that it is."""
    user_file: str | None = None
    """File in the user's own data folder that it is."""
    sha256: str | None = None
    size_bytes: int | None = None
    source: str | None = None
    credit: str | None = None
    """The name under which NOTICE gives the credit that it asks for."""
    score: str | None = None
    """What the bench says with and without it."""

    def damage(self) -> str | None:
        """What is wrong with its bytes; None where they are as recorded, or nothing is recorded."""
        paths = list(self._paths())
        if (self.file or self.folder or self.user_file) and not all(path.is_file() for path in paths):
            return "not installed"
        if self.user_file is not None:
            return harm(paths[0])
        if self.sha256 is None or digest(paths) == self.sha256:
            return None
        return "its bytes are not the recorded ones"

    def _paths(self) -> list[Path]:
        if self.user_file is not None:
            return [data_folder() / self.user_file]
        if self.file is not None:
            return [Path(str(files("firsthand.resources").joinpath("data", self.file)))]
        if self.package is None or self.folder is None:
            return []
        listed = metadata.files(self.package) or []
        inside = [each for each in listed if str(each).startswith(self.folder)]
        return [Path(str(each.locate())) for each in sorted(inside, key=str)]


def digest(paths: list[Path]) -> str:
    """SHA-256 over the bytes of the files, one after another in the order given."""
    total = hashlib.sha256()
    for path in paths:
        total.update(path.read_bytes())
    return total.hexdigest()


@lru_cache
def inventory() -> tuple[Resource, ...]:
    """Every instrument of `resources.toml`, in its order."""
    listed = tomllib.loads(
        files("firsthand.resources").joinpath("resources.toml").read_text(encoding="utf-8")
    )
    return tuple(msgspec.convert(entry, Resource) for entry in listed["resource"])
