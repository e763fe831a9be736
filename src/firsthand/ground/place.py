"""Where: place names and what they mean."""

from __future__ import annotations

from firsthand.resources.gazetteer import Gazetteer
from firsthand.resources.parser import Parse
from firsthand.rules import Rule
from firsthand.schema import Document, Place


def places(document: Document, parse: Parse, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The place names of a document, in text order, each with its candidates and what settles it."""
    return ()


RULES: tuple[Rule, ...] = ()
