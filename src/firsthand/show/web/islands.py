"""The parts of the pages that answer at once: modules of script as built, and the words they show.

The folder `static/islands` is written by `make islands` from the sources at the root of the project.
Whoever installs Firsthand gets it as it is and needs no Node. A page works for reading without it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from firsthand.show.web.texts import texts


@dataclass(frozen=True)
class Built:
    """A file of ours as it is handed out, with a digest by which a browser knows that it has it."""

    body: bytes
    digest: str


def built_of(body: bytes) -> Built:
    """The bytes with their digest."""
    return Built(body, hashlib.sha256(body).hexdigest()[:32])


@cache
def modules() -> Mapping[str, Built]:
    """The modules of script by name: those that the record of the build lists, nothing else of the folder."""
    folder = files(__package__).joinpath("static/islands")
    record = msgspec.json.decode(folder.joinpath("manifest.json").read_bytes())
    names = [name for name in record["files"] if name.endswith(".js")]
    return {name: built_of(folder.joinpath(name).read_bytes()) for name in names}


def words(*sections: str) -> dict[str, str]:
    """The sentences of the catalogue that an island may say, by name."""
    return {name: said for name, said in texts().all.items() if name.split(".")[0] in sections}


def island(nonce: str, name: str, *sections: str) -> Markup:
    """What a page carries of an island: its words as data, and its module, run when the page is read."""
    return Markup(
        '<script type="application/json" id="texts">{words}</script>\n'
        '<script type="module" nonce="{nonce}" src="/static/islands/{name}.js"></script>'
    ).format(words=json(words(*sections)), nonce=nonce, name=name)


def json(value: Any) -> Markup:
    """A value as JSON that can stand inside a page: no character of it can end its element."""
    return htmlsafe_json_dumps(msgspec.to_builtins(value))
