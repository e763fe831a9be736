"""Who did what to whom."""

from __future__ import annotations

from typing import Literal

from firsthand.schema.anchor import Span, Spans, Value
from firsthand.schema.because import Reasons

EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "COOPERATE",
    "AID",
    "RETREAT",
    "CONCEDE",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
    "OTHER",
]
"""PLOVER's event types (Open Event Data Alliance), and OTHER for a happening that none of them covers."""


class Event(Value, frozen=True, kw_only=True):
    """One happening that the text speaks of, whether it says that it happened or not."""

    id: str
    trigger: Span
    type: EventType
    mode: str | None = None
    """PLOVER's mode where the words settle one (`airstrike`, `withdraw`, `arrest`)."""
    factuality: Literal["+", "-", "?"] = "+"
    """`+` told as having happened, `-` as not having happened, `?` neither."""
    score: float = 3.0
    """From -3 (certainly did not happen) to 3 (certainly happened), by the words of the text."""
    actors: Spans = ()
    recipients: Spans = ()
    instruments: Spans = ()
    places: tuple[str, ...] = ()
    """Ids of places and regions."""
    times: tuple[str, ...] = ()
    quantities: tuple[str, ...] = ()
    because: Reasons = ()
