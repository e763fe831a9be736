"""Who is said to say, think or show what, as the words of one text put it."""

from __future__ import annotations

from typing import Literal

from firsthand.schema.anchor import Spans, Value
from firsthand.schema.because import Reasons
from firsthand.schema.voice import Certainty, Polarity, SourceKind


class TellingPart(Value, frozen=True, kw_only=True):
    """One sentence of a content that has several, with how sure the voice is of that sentence."""

    start: int
    end: int
    certainty: Certainty
    hedges: Spans = ()
    because: Reasons = ()


class Attribution(Value, frozen=True, kw_only=True):
    """One act of saying, thinking or showing by one voice. Each part may be in pieces or empty."""

    id: str
    content: Spans
    cue: Spans = ()
    source: Spans = ()
    parent: str | None = None
    """Id of the attribution inside whose content this one stands."""
    type: Literal["direct", "indirect", "mixed"] = "indirect"
    kind: Literal["report", "other"] = "report"
    """`report` for saying and showing, `other` for what is thought, feared, wanted or known."""
    source_name: str | None = None
    """The voice resolved: "Lee added" is `Lee Il Woo`; null where no source is named."""
    source_kind: SourceKind = "unnamed"
    certainty: Certainty = "certain"
    polarity: Polarity = "+"
    hedges: Spans = ()
    parts: tuple[TellingPart, ...] = ()
    """The sentences of the content, where it has more than one: what one hedges, another may say outright.

    No part is surer than the whole.
    """
    party_to_conflict: bool | None = None
    because: Reasons = ()
