"""The footage that a text speaks of."""

from __future__ import annotations

from firsthand.resources.parser import Parse
from firsthand.rules import Rule
from firsthand.schema import Attribution, FootageMention


def footage_mentions(parse: Parse, attributions: tuple[Attribution, ...]) -> tuple[FootageMention, ...]:
    """The videos, pictures and recordings that the text speaks of, with who released them."""
    return ()


RULES: tuple[Rule, ...] = ()
