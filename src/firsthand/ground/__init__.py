"""Reading -> Reading with its claims: when, where and how many, set down on calendar, map and count."""

from __future__ import annotations

import msgspec

from firsthand.ground import claims, place, quantity, quantity_tolls, region, time
from firsthand.resources.gazetteer import Gazetteer
from firsthand.resources.parser import Parse
from firsthand.rules import Rule
from firsthand.schema import Reading


def ground(reading: Reading, parse: Parse, gazetteer: Gazetteer) -> Reading:
    """Find and settle the times, places and figures of a reading, and put its claims together."""
    when = time.times(reading.document, parse)
    where = place.places(reading.document, parse, gazetteer)
    grounded = msgspec.structs.replace(
        reading,
        times=when,
        places=where,
        regions=region.regions(parse, where, gazetteer),
        quantities=quantity.quantities(parse, when),
    )
    return quantity_tolls.tolls(claims.claims(grounded, parse), parse)


def rules() -> tuple[Rule, ...]:
    """Every rule of this room, in the order tried."""
    return (*time.RULES, *place.RULES, *region.RULES, *quantity.RULES, *claims.RULES, *quantity_tolls.RULES)


__all__ = ["ground", "rules"]
