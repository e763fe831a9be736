"""What each reason of this room means, in a sentence for a reader."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType


@lru_cache(maxsize=1)
def reasons() -> Mapping[str, str]:
    """The name of each reason of origins, independence and verdict, and what it means."""
    text = files(__package__).joinpath("lexicon", "reasons.en.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text))
