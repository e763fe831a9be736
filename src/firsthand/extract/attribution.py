"""Who is said to say, think or show what."""

from __future__ import annotations

from firsthand.resources.parser import Parse
from firsthand.rules import Rule
from firsthand.schema import Attribution, Document


def attributions(document: Document, parse: Parse) -> tuple[Attribution, ...]:
    """The attributions of a document in text order, nested ones after the one they stand in."""
    return ()


RULES: tuple[Rule, ...] = ()
