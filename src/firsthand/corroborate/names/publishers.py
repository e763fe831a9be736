"""Publishers by their names: which are media, and which one a name in a text means."""

from __future__ import annotations

import re
from functools import lru_cache

from firsthand.corroborate.names.bodies import words
from firsthand.corroborate.names.spelled import plain


def is_medium(publisher: str | None) -> bool:
    """Whether a publisher's name says that it is a medium: Radio, Post, Agency."""
    name = OF_NO_NEWS.sub("", publisher or "")
    return any(plain(word) in words().outlets for word in re.findall(r"\w+", name))


OF_NO_NEWS = re.compile(
    r"\b(?:refugee|relief|aid|food|health|children[’']s|nuclear|space|border|rescue|water|disaster|development|welfare|"
    r"migration|security|environment|energy|maritime|aviation|atomic|reconstruction)\s+agency\b",
    re.IGNORECASE,
)
"""Agencies that gather no news."""


@lru_cache(maxsize=65536)
def names_publisher(whom: str, publisher: str | None) -> bool:
    """Whether a name means a publisher: all its words stand in the publisher's name ("the Courier")."""
    said = [plain(word) for word in re.findall(r"\w+", whom) if plain(word) not in ("the", "a")]
    held = {plain(word) for word in re.findall(r"\w+", publisher or "")} - {"the"}
    return bool(said) and all(word in held for word in said) and any(len(word) > 2 for word in said)
