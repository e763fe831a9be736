"""Why a value was derived."""

from __future__ import annotations

from firsthand.schema.anchor import Spans, Value


class Because(Value, frozen=True, kw_only=True):
    """The reason for a derived value: the rule or model that made it, and the words that it went by."""

    rule: str
    """Name of a rule (`time.weekday`) or of an instrument (`model.voices`)."""
    anchors: Spans = ()
    """The words, as spans of the document's text."""
    note: str | None = None
    """What the rule decided, where its name does not say it, in words for a reader."""


Reasons = tuple[Because, ...]
