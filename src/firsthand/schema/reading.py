"""Everything that was read from one document."""

from __future__ import annotations

from typing import Any

import msgspec

from firsthand.schema.anchor import Value
from firsthand.schema.attribution import Attribution
from firsthand.schema.claim import Claim
from firsthand.schema.document import Document
from firsthand.schema.event import Event
from firsthand.schema.footage import FootageMention
from firsthand.schema.place import Place, Region
from firsthand.schema.quantity import Quantity
from firsthand.schema.time import Time


class Reading(Value, frozen=True, kw_only=True):
    """A document and what it says: who says what (extract), when, where and how many (ground)."""

    document: Document
    attributions: tuple[Attribution, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    regions: tuple[Region, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    events: tuple[Event, ...] = ()
    footage: tuple[FootageMention, ...] = ()
    claims: tuple[Claim, ...] = ()

    def plain(self) -> dict[str, Any]:
        """The one-line form of `read --json`: the document's own fields first, the lists after them."""
        whole: dict[str, Any] = msgspec.to_builtins(self)
        document: dict[str, Any] = whole.pop("document")
        return document | whole
