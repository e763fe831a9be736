"""One proposition with its chain of voices and its words."""

from __future__ import annotations

from firsthand.schema.anchor import Spans, Value
from firsthand.schema.because import Reasons
from firsthand.schema.voice import Certainty, Chain, Polarity


class Claim(Value, frozen=True, kw_only=True):
    """What is claimed, by whom, how they know, how sure they are, where, when and how many."""

    id: str
    anchors: Spans
    text: str
    chain: Chain
    first_hand: bool | None = None
    """Whether the last voice was in a position to know; null where the text does not tell."""
    certainty: Certainty = "certain"
    polarity: Polarity = "+"
    event: str | None = None
    where: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    how_many: tuple[str, ...] = ()
    because: Reasons = ()
