"""Where: the region that words give."""

from __future__ import annotations

from firsthand.resources.gazetteer import Gazetteer
from firsthand.resources.parser import Parse
from firsthand.rules import Rule
from firsthand.schema import Place, Region


def regions(parse: Parse, places: tuple[Place, ...], gazetteer: Gazetteer) -> tuple[Region, ...]:
    """The relative expressions of place ("about 4 km south of K"), in text order."""
    return ()


RULES: tuple[Rule, ...] = ()
