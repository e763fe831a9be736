"""The gazetteer: place names -> places, from one SQLite file."""

from __future__ import annotations

from functools import lru_cache


class Gazetteer:
    """Names of places in Latin, Cyrillic and Arabic script, with what each could mean."""


@lru_cache(maxsize=1)
def default_gazetteer() -> Gazetteer:
    """The gazetteer that ships, opened once."""
    return Gazetteer()
