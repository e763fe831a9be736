"""What the names of types, modes, roles and levels mean: one shipped file, in plain words."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

FILE = "events_definitions.en.toml"


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, str]]:
    text = files(__package__).joinpath("lexicon", FILE).read_text(encoding="utf-8")
    return {name: table for name, table in tomllib.loads(text).items() if isinstance(table, dict)}


def definitions(kind: str) -> dict[str, str]:
    """Every name of a kind with what it means.

    Kinds: `type`, `mode`, `role`, `factuality`, `responsibility`, `casualties`.
    """
    return dict(_tables()[kind])


def definition(kind: str, name: str) -> str:
    """What a name means; KeyError for one that the file does not know.

    >>> definition("responsibility", "claimed")
    'The actor says so: it claims, admits or describes the deed as its own.'
    """
    return _tables()[kind][name]
