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


ResponsibilityLevel = Literal["fact", "claimed", "accused", "suspected", "possible"]
"""How somebody is held responsible for a deed, after MUC-4's scale: `fact` told outright, `claimed` by the
one who did it, `accused` by another voice, `suspected`, `possible`."""


class Responsibility(Value, frozen=True, kw_only=True):
    """Who is held responsible for a deed, how firmly, and by whom."""

    actor: Span
    level: ResponsibilityLevel
    by: Span | None = None
    """The words that name who says so; null where the text itself does, or names nobody."""
    because: Reasons = ()


LossKind = Literal["killed", "wounded", "casualties", "captured", "missing", "displaced"]


class Casualties(Value, frozen=True, kw_only=True):
    """The people lost to an event, of one kind: at least `low`, at most `high`, most likely `best`.

    From every figure that the document gives for the same loss. Each is null where the words do not tell: an
    "at least 12" has no `high`, two voices that differ leave no `best`. A part is never added to its total.
    """

    kind: LossKind
    low: float | None = None
    best: float | None = None
    high: float | None = None
    as_of: str | None = None
    """When it was so counted: the last minute of "by Tuesday evening", else the day of publication."""
    time: str | None = None
    """Id of the time that `as_of` comes from; null where it is the day of publication."""
    quantities: tuple[str, ...] = ()
    because: Reasons = ()


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
    responsibility: tuple[Responsibility, ...] = ()
    """For force and coercion, and whatever a text blames somebody for: one entry an actor and voice."""
    casualties: tuple[Casualties, ...] = ()
    """One entry a kind of loss, at the event that the document first tells it of: never sum over events."""
    because: Reasons = ()
