"""One link of an attribution, and the chain that the links make."""

from __future__ import annotations

from typing import Literal

from firsthand.schema.anchor import Span, Value

SourceKind = Literal[
    "person", "organisation", "force", "government", "outlet", "document", "footage", "unnamed"
]
Certainty = Literal["certain", "probable", "possible", "unknown"]
Polarity = Literal["+", "-"]

CERTAINTIES: tuple[Certainty, ...] = ("certain", "probable", "possible", "unknown")
"""From the surest to the least sure (FactBank's scheme: Saurí and Pustejovsky 2009)."""


class Voice(Value, frozen=True, kw_only=True):
    """Who is said to know, by which cue, with which hedge."""

    name: str
    kind: SourceKind
    cue: str | None = None
    anchor: Span | None = None
    """The words that name the voice; null for the publisher, who need not be named in the text."""
    hedge: str | None = None
    attribution: str | None = None
    """Id of the attribution that this link comes from."""
    party_to_conflict: bool | None = None


Chain = tuple[Voice, ...]
"""From the publisher to the voice nearest the event."""


def chain_words(chain: Chain) -> str:
    """A chain as people write it: `Harbour Post < Radio Meridian < drone video < army`."""
    return " < ".join(voice.name for voice in chain)
