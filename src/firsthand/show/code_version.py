"""The code that something depends on -> a short hash that changes with it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable


@lru_cache
def code_version(parts: tuple[str, ...]) -> str:
    """A short hash of the code, the lexicons and the lists below some folders and files of Firsthand."""
    digest = hashlib.sha256()
    for part in parts:
        for name, file in _below(files("firsthand").joinpath(part), part):
            digest.update(f"{name}\0".encode() + file.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def _below(file: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    if file.is_dir():
        for inner in sorted(file.iterdir(), key=lambda each: each.name):
            yield from _below(inner, f"{name}/{inner.name}")
    elif name.endswith((".py", ".toml")):
        yield name, file
